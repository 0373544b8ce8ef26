"""The sheets of an xlsx file, by openpyxl; the only file here that knows it, imported when it is needed."""

import io
import warnings
from collections.abc import Iterator
from itertools import repeat
from typing import Any

import openpyxl

from tracker.model.worksheet import SheetRow, Worksheet, with_merges
from tracker.model.worksheet_cells import EMPTY, SheetCell, content_of
from tracker.store.files import UnreadableError
from tracker.store.unpacked import COLUMNS, ROWS, Inspection, inspected


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
            tuple(with_merges(found, structure.merges)),
            hidden=sheet.sheet_state != "visible",
            hidden_columns=frozenset(structure.hidden_columns),
        )


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - the library's stubs lack read-only sheets
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows()
    return rows


def _cell(cell: Any, formula: Any) -> SheetCell:  # noqa: ANN401 - see above
    value = cell.value
    if value is None:
        return SheetCell(uncomputed=True) if formula is not None and formula.data_type == "f" else EMPTY
    return SheetCell(content_of(value), str(cell.number_format or ""))
