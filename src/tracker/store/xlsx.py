"""The sheets of an xlsx file, by openpyxl; the only file here that knows it, imported when it is needed."""

import io
import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import repeat
from numbers import Real
from typing import Any

import openpyxl

from tracker.model.worksheet import SheetRow, Worksheet
from tracker.model.worksheet_cells import EMPTY, CellContent, SheetCell
from tracker.store.files import UnreadableError
from tracker.store.unpacked import COLUMNS, ROWS, Inspection, Merge, inspected


def sheets(raw: bytes, file: str) -> list[Worksheet]:
    """All sheets with what stands in them, formulas by the result that Excel left beside them.

    What is hidden is marked; the value of merged cells stands in each of them.

    Raises UnreadableError where the file is unsafe or broken.
    """
    inspection = inspected(raw)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that do not concern figures
            return list(_sheets(raw, file, inspection))
    except UnreadableError:
        raise
    except Exception as error:  # noqa: BLE001 - a broken file makes the library raise anything
        raise UnreadableError("sheet-broken", reason=f"{type(error).__name__}: {error}") from None


def _sheets(raw: bytes, file: str, inspection: Inspection) -> Iterator[Worksheet]:
    values = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
    written = (
        openpyxl.load_workbook(io.BytesIO(raw), read_only=True, keep_links=False)
        if inspection.formulas
        else None
    )
    for sheet in values.worksheets:
        structure = inspection.structures.get(sheet.title)
        if structure is None:
            raise UnreadableError("sheet-broken", reason=sheet.title)
        twin = repeat(()) if written is None else _rows(written[sheet.title])
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
                found.append(SheetRow(number, cells, hidden=number in structure.hidden_rows))
        yield Worksheet(
            file,
            sheet.title,
            tuple(_with_merges(found, structure.merges)),
            hidden=sheet.sheet_state != "visible",
            hidden_columns=frozenset(structure.hidden_columns),
        )


def _with_merges(rows: list[SheetRow], merges: list[Merge]) -> Iterator[SheetRow]:
    """The rows, where every cell of a merge holds the value of its first."""
    cells = {row.number: list(row.cells) for row in rows}
    for top, bottom, left, right in merges:
        first = cells.get(top, [])
        shared = replace(first[left - 1] if len(first) >= left else EMPTY, anchor=(top, left))
        for number in range(top, bottom + 1):
            if number in cells:
                row = cells[number]
                row += [EMPTY] * (right - len(row))
                start = left if number == top else left - 1  # the first cell stays itself
                row[start:right] = [shared] * (right - start)
    return (replace(row, cells=tuple(cells[row.number])) for row in rows)


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
