"""Spreadsheet files: bytes to sheets of raw cells, whatever the file is called, or why not."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tracker.model.worksheet import Worksheet
from tracker.problems import ExitCode, TrackerError
from tracker.store import csv_table
from tracker.store.files import MEBIBYTE, UnreadableError, read_bytes
from tracker.words import printable

CSV_LIMIT = 8 * MEBIBYTE
XLSX_LIMIT = 16 * MEBIBYTE
_ZIP = b"PK"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_FIRST = 200  # where an ods says what it is
_OLE = b"\xd0\xcf\x11\xe0"  # xls, and every xlsx with a password
_VBA, _ENCRYPTED = "_VBA_PROJECT".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")
_TEXT = frozenset({".csv", ".txt", ".tsv"})
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """One file as read. `digest` tells it from every other file by its content."""

    file: str  # as it was named
    digest: str
    sheets: tuple[Worksheet, ...]
    bare: bool = False  # its format does not tell how cells are shown, and what is hidden


def read_spreadsheet(path: Path) -> Spreadsheet:
    """The sheets of a file, by what it is and not by its name.

    Raises UnreadableError for what is no table, unsafe or broken, and TrackerError where openpyxl is missing.
    """
    file, suffix = printable(str(path)), path.suffix.lower()
    if suffix in {".xlsm", ".xltm", ".xlam"}:
        raise UnreadableError("sheet-macro")
    raw = read_bytes(path, CSV_LIMIT if suffix in _TEXT else XLSX_LIMIT)
    ods = raw.startswith(_ZIP) and (suffix == ".ods" or _ODS in raw[:_FIRST])
    xls = raw.startswith(_OLE)
    if ods or xls:
        found = _of_others(raw, file, ods=ods)
    elif raw.startswith(_ZIP) and suffix != ".xlsb":
        found = _of_xlsx(raw, file)
    elif suffix in {".xls", ".et", ".xlsb", ".ods"}:  # a page of the web, or whatever else has this name
        raise UnreadableError("sheet-old")
    elif suffix in _TEXT:
        found = csv_table.sheets(raw, file)
    elif suffix == ".xlsx":
        raise UnreadableError("sheet-broken", reason="zip")
    else:
        raise UnreadableError("sheet-kind", suffix=suffix or path.name)
    return Spreadsheet(file, sha256(raw).hexdigest()[:_DIGITS], tuple(found), bare=xls)


def _of_xlsx(raw: bytes, file: str) -> list[Worksheet]:
    try:
        from tracker.store.xlsx import sheets
    except ModuleNotFoundError as error:
        if error.name != "openpyxl":
            raise
        raise TrackerError("missing-extra", ExitCode.MISSING_DEPENDENCY, extra="xlsx") from None
    return sheets(raw, file)


def _of_others(raw: bytes, file: str, *, ods: bool) -> list[Worksheet]:
    """Of ods and xls; without their reader it is said how to save them."""
    if not ods and _VBA in raw:
        raise UnreadableError("sheet-macro")
    if not ods and _ENCRYPTED in raw:
        raise UnreadableError("sheet-password")
    try:
        from tracker.store.calamine import sheets
    except ModuleNotFoundError as error:
        if error.name != "python_calamine":
            raise
        raise UnreadableError("sheet-old") from None
    return sheets(raw, file, ods=ods)
