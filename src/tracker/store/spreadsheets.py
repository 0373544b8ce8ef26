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
_OLE = b"\xd0\xcf\x11\xe0"  # xls, and every file that is encrypted with a password
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
    """The sheets of a file, an xlsx by what it is and not by its name.

    Raises UnreadableError for what is no table, unsafe or broken, and TrackerError where openpyxl is missing.
    """
    file, suffix = printable(str(path)), path.suffix.lower()
    if suffix in {".xlsm", ".xltm", ".xlam"}:
        raise UnreadableError("sheet-macro")
    raw = read_bytes(path, CSV_LIMIT if suffix in _TEXT else XLSX_LIMIT)
    if raw.startswith(_OLE) or suffix in {".xls", ".et"}:
        raise UnreadableError("sheet-old")
    if raw.startswith(_ZIP):
        sheets = _of_xlsx
    elif suffix in _TEXT:
        sheets = csv_table.sheets
    elif suffix == ".xlsx":
        raise UnreadableError("sheet-broken", reason="zip")
    else:
        raise UnreadableError("sheet-kind", suffix=suffix or path.name)
    return Spreadsheet(file, sha256(raw).hexdigest()[:_DIGITS], tuple(sheets(raw, file)))


def _of_xlsx(raw: bytes, file: str) -> list[Worksheet]:
    try:
        from tracker.store.xlsx import sheets
    except ModuleNotFoundError as error:
        if error.name != "openpyxl":
            raise
        raise TrackerError("missing-extra", ExitCode.MISSING_DEPENDENCY, extra="xlsx") from None
    return sheets(raw, file)
