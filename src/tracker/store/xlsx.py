"""The sheets of an xlsx file, by openpyxl; the only file here that knows it, imported when it is needed."""

import io
import warnings
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import repeat
from numbers import Real
from typing import Any

import openpyxl

from tracker.model.worksheet import SheetRow, Worksheet
from tracker.model.worksheet_cells import EMPTY, CellContent, SheetCell
from tracker.store.files import UnreadableError
from tracker.store.unpacked import COLUMNS, ROWS, has_formulas


def sheets(raw: bytes, file: str) -> list[Worksheet]:
    """All visible sheets with what stands in them, formulas by the result that Excel left beside them.

    Raises UnreadableError where the file is unsafe or broken.
    """
    formulas = has_formulas(raw)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that do not concern figures
            return list(_sheets(raw, file, formulas=formulas))
    except UnreadableError:
        raise
    except Exception as error:  # noqa: BLE001 - a broken file makes the library raise anything
        raise UnreadableError("sheet-broken", reason=f"{type(error).__name__}: {error}") from None


def _sheets(raw: bytes, file: str, *, formulas: bool) -> Iterator[Worksheet]:
    values = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
    written = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, keep_links=False) if formulas else None
    for sheet in values.worksheets:
        if sheet.sheet_state != "visible":
            continue
        twin = _rows(written[sheet.title]) if written else repeat(())
        found = []
        for number, (row, formula_row) in enumerate(zip(_rows(sheet), twin, strict=False), 1):
            if number > ROWS:
                raise UnreadableError("sheet-rows", limit=ROWS)
            if len(row) > COLUMNS:
                raise UnreadableError("sheet-columns", limit=COLUMNS)
            cells = tuple(
                _cell(cell, formula) for cell, formula in zip(row, formula_row or repeat(None), strict=False)
            )
            if any(not cell.empty for cell in cells):
                found.append(SheetRow(number, cells))
        yield Worksheet(file, sheet.title, tuple(found))


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - the library's stubs lack read-only sheets
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows()
    return rows


def _cell(cell: Any, formula: Any) -> SheetCell:  # noqa: ANN401 - see above
    value = cell.value
    if value is None:
        return SheetCell(uncomputed=True) if formula is not None and formula.data_type == "f" else EMPTY
    return SheetCell(_raw(value), str(cell.number_format or ""))


def _raw(value: object) -> CellContent:
    match value:
        case str() | bool() | int() | date():
            return value
        case Real():
            return Decimal(repr(value))  # the shortest digits that mean this binary number
        case _:
            return str(value)  # a time of day, a span: text that is neither number nor day
