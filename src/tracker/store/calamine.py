"""The sheets of ods and xls files, by python-calamine; the only file here that knows it."""

import io
from collections.abc import Iterator

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from tracker.model.worksheet import SheetRow, Worksheet, with_merges
from tracker.model.worksheet_cells import EMPTY, SheetCell, content_of
from tracker.store.files import UnreadableError
from tracker.store.ods import OdsStructure, structures
from tracker.store.unpacked import COLUMNS, ROWS


def sheets(raw: bytes, file: str, *, ods: bool) -> list[Worksheet]:
    """All sheets with what stands in them; of an xls what is hidden, and how numbers are shown, is not told.

    Raises UnreadableError where the file is unsafe, has a password, or is none of these.
    """
    known = structures(raw) if ods else []
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        return list(_sheets(workbook, file, known))
    except PasswordError:
        raise UnreadableError("sheet-password") from None
    except (CalamineError, OSError):
        raise UnreadableError("sheet-old") from None


def _sheets(workbook: CalamineWorkbook, file: str, known: list[OdsStructure]) -> Iterator[Worksheet]:
    for n, about in enumerate(workbook.sheets_metadata):
        sheet = workbook.get_sheet_by_index(n)
        if sheet.total_height > ROWS:
            raise UnreadableError("sheet-rows", limit=ROWS)
        if sheet.total_width > COLUMNS:
            raise UnreadableError("sheet-columns", limit=COLUMNS)
        structure = known[n] if n < len(known) else OdsStructure()
        # First and last cell of each, from 0, as row and column.
        merges = [
            (top + 1, bottom + 1, left + 1, right + 1)
            for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        ]
        rows = []
        for number, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
            cells = tuple(
                SheetCell(content_of(value), structure.formats.get((number, column), ""))
                if value != ""
                else EMPTY
                for column, value in enumerate(values, 1)
            )
            if any(not cell.empty for cell in cells):
                rows.append(SheetRow(number, cells, hidden=number in structure.hidden_rows))
        yield Worksheet(
            file,
            about.name,
            tuple(with_merges(rows, structure.merges or merges)),
            hidden=about.visible is not SheetVisibleEnum.Visible,
            hidden_columns=frozenset(structure.hidden_columns),
        )
