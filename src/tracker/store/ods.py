"""An ods file before a library builds anything of it: its bounds, merges, formats, and what is hidden."""

import io
import zipfile
from dataclasses import dataclass, field
from xml.parsers import expat

from tracker.store.files import MEBIBYTE, UnreadableError
from tracker.store.unpacked import (
    BROKEN,
    COLUMNS,
    ELEMENTS,
    LARGEST,
    ROWS,
    SheetStructure,
    bounded_infos,
    chunks_of,
)

# How a number is shown where its cell says what it is.
_FORMATS = {"percentage": "0%", "currency": "¥0"}
_CELLS = frozenset({"table-cell", "covered-table-cell"})


@dataclass(slots=True)
class OdsStructure(SheetStructure):
    """The structure of a sheet, and the formats of its numbers by row and column."""

    formats: dict[tuple[int, int], str] = field(default_factory=dict)


def structures(raw: bytes) -> list[OdsStructure]:
    """The structure of each sheet in order.

    Raises UnreadableError for macros, for what is too large unpacked or filled, and for what is no ods.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            infos = bounded_infos(archive, len(raw))
            scan = _Scan()
            for info in infos:
                if info.filename == "content.xml":
                    scan.read(archive, info)
            return scan.sheets
    except (*BROKEN, expat.ExpatError) as error:
        raise UnreadableError("sheet-broken", reason=str(error) or type(error).__name__) from None


class _Scan:
    """Counts what a library would fill in: an ods says how often a cell or a row is repeated."""

    def __init__(self) -> None:
        self.sheets: list[OdsStructure] = []
        self._row = self._rows = self._column = self._cells = 0
        self._cell: dict[str, str] = {}
        self._filled = False

    def read(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        """All of content.xml."""
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.StartDoctypeDeclHandler = _doctype
        for chunk in chunks_of(archive, info):
            parser.Parse(chunk, False)  # noqa: FBT003 - the library's signature
        parser.Parse(b"", True)  # noqa: FBT003 - the library's signature

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        said = {name.rpartition(":")[2]: value for name, value in attributes.items()}
        match tag.rpartition(":")[2]:
            case "table":
                self.sheets.append(OdsStructure())
                self._row = self._rows = self._column = 0
            case "table-column":
                count = int(said.get("number-columns-repeated", "1"))
                if "visibility" in said and said["visibility"] != "visible":
                    last = min(self._column + count, COLUMNS)
                    self.sheets[-1].hidden_columns.update(range(self._column + 1, last + 1))
                self._column += count
            case "table-row":
                self._row, self._rows, self._column = (
                    self._row + self._rows,
                    int(said.get("number-rows-repeated", "1")),
                    0,
                )
                if "visibility" in said and said["visibility"] != "visible":
                    last = min(self._row + self._rows, ROWS)
                    self.sheets[-1].hidden_rows.update(range(self._row + 1, last + 1))
            case "table-cell" | "covered-table-cell":
                self._cell, self._filled = said, "value-type" in said or "formula" in said
            case "p":
                self._filled = True

    def _end(self, tag: str) -> None:
        if tag.rpartition(":")[2] not in _CELLS:
            return
        count = int(self._cell.get("number-columns-repeated", "1"))
        row, column = self._row + 1, self._column + 1
        self._column += count
        if not self._filled:
            return
        if self._row + self._rows > ROWS:
            raise UnreadableError("sheet-rows", limit=ROWS)
        if self._column > COLUMNS:
            raise UnreadableError("sheet-columns", limit=COLUMNS)
        down = int(self._cell.get("number-rows-spanned", "1"))
        right = int(self._cell.get("number-columns-spanned", "1"))
        self._cells += max(count * self._rows, down * right)
        if self._cells > ELEMENTS:
            raise UnreadableError("sheet-bomb", limit=LARGEST // MEBIBYTE)
        sheet = self.sheets[-1]
        if down * right > 1:
            sheet.merges.append((row, min(row + down - 1, ROWS), column, min(column + right - 1, COLUMNS)))
        if number_format := _FORMATS.get(self._cell.get("value-type", "")):
            places = ((r, c) for r in range(row, row + self._rows) for c in range(column, column + count))
            sheet.formats |= dict.fromkeys(places, number_format)


def _doctype(*_: object) -> None:
    raise UnreadableError("sheet-broken", reason="DOCTYPE")
