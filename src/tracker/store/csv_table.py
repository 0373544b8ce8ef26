"""The rows of a csv file: UTF-8 with or without a byte order mark, or GBK and what grew out of it."""

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Iterator

from tracker.model.worksheet import SheetRow, Worksheet
from tracker.model.worksheet_cells import EMPTY, SheetCell
from tracker.store.files import UnreadableError
from tracker.store.unpacked import COLUMNS, ROWS

_SEPARATORS = ",\t;"
# No byte of a character in GBK is one of these.
_CELL = re.compile(rb"[,\t;\"\r]")
# GB 2312: rows 1, 3 (punctuation, full-width forms) and 16 to 55 (the 3755 common characters).
_COMMON = "".join(
    bytes((0xA0 + row, 0xA0 + column)).decode("gb2312", "ignore")
    for row in (1, 3, *range(16, 56))
    for column in range(1, 95)
)
_TELLING = 3  # characters; two can be three of GBK
_UNCOMMON = re.compile(f"[^\\x00-\\x7f{re.escape(_COMMON)}]")


def sheets(raw: bytes, file: str) -> list[Worksheet]:
    """The one table of the file. Raises UnreadableError where it is no text, or no table."""
    text = _decoded(raw)
    return [Worksheet(file, None, tuple(_rows(text)))]


def _decoded(raw: bytes) -> str:
    """UTF-8 is never mistaken for GBK: what is valid UTF-8 and not ASCII is hardly ever meant as GBK."""
    if (line := _other_encoding(raw)) is not None:
        raise UnreadableError("sheet-mixed", line=line)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise UnreadableError("sheet-encoding")


def _other_encoding(raw: bytes) -> int | None:
    """The first line, from 1, of which a cell is of another encoding than those before it; mostly None.

    GBK read as UTF-8 hardly ever gives characters, and then not the common ones: cells with three of those
    and none but those are UTF-8, cells that are no UTF-8 are GBK, and any other says nothing.
    """
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    else:
        return None
    first = True if raw.startswith(BOM_UTF8) else None
    for number, line in enumerate(raw.removeprefix(BOM_UTF8).split(b"\n"), 1):
        for cell in _CELL.split(line):
            known = None if cell.isascii() else _is_utf8(cell)
            if known is not None and first not in {known, None}:
                return number
            first = known if first is None else first
    return None


def _is_utf8(cell: bytes) -> bool | None:
    try:
        text = cell.decode()
    except UnicodeDecodeError:
        return False
    common = _UNCOMMON.search(text) is None and sum(not c.isascii() for c in text) >= _TELLING
    return True if common else None


def _rows(text: str) -> Iterator[SheetRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            if number > ROWS:
                raise UnreadableError("sheet-rows", limit=ROWS)
            if len(cells) > COLUMNS:
                raise UnreadableError("sheet-columns", limit=COLUMNS)
            if any(cell.strip() for cell in cells):
                yield SheetRow(number, tuple(SheetCell(cell) if cell else EMPTY for cell in cells))
    except csv.Error as error:
        raise UnreadableError("sheet-csv", line=reader.line_num, reason=str(error)) from None


def _separator(text: str) -> str:
    """What separates the cells of the first line that has more than one."""
    for line in io.StringIO(text):
        for separator in _SEPARATORS:
            if separator in line:
                return separator
    return ","
