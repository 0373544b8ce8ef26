"""The rows of a csv file: UTF-8 with or without a byte order mark, or GBK and what grew out of it."""

import csv
import io
from collections.abc import Iterator

from tracker.model.worksheet import SheetRow, Worksheet
from tracker.model.worksheet_cells import EMPTY, SheetCell
from tracker.store.files import UnreadableError
from tracker.store.unpacked import COLUMNS, ROWS

_SEPARATORS = ",\t;"


def sheets(raw: bytes, file: str) -> list[Worksheet]:
    """The one table of the file. Raises UnreadableError where it is no text, or no table."""
    text = _decoded(raw)
    return [Worksheet(file, None, tuple(_rows(text)))]


def _decoded(raw: bytes) -> str:
    """UTF-8 is never mistaken for GBK: what is valid UTF-8 and not ASCII is hardly ever meant as GBK."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise UnreadableError("sheet-encoding")


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
