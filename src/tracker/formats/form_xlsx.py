"""A form as xlsx: locked but for the cells to fill in, checked as they are filled, ready to print."""

import io
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tracker.formats import Canvas
from tracker.formats.cells import text_of
from tracker.formats.form_csv import columns_of, state_of
from tracker.formats.xlsx_cells import DAY, FACE, as_text, digits, print_on_a4
from tracker.model.fields import LONGEST_TEXT
from tracker.model.quantity import is_whole
from tracker.report.form import Form, FormRow
from tracker.words import Words

# Widths in characters of the standard font; Chinese characters take two.
WIDTHS = {
    "id": 20,
    "number": 7,
    "name": 40,
    "unit": 9,
    "goal": 15,
    "last": 12,
    "last_date": 12,
    "total": 14,
    "part": 12,
    "whole": 12,
    "date": 13,
    "note": 32,
    "cause": 26,
    "remedy": 26,
    "by_when": 13,
    "state": 9,
}
INPUTS = ("total", "part", "whole", "date", "note", "cause", "remedy", "by_when")
COUNTED = ("part", "whole")
FORMATS = {"date": DAY, "by_when": DAY, "note": "@", "cause": "@", "remedy": "@"}
HEAD = 4  # title, hint, unit and day, headings
_LARGEST = 999_999_999_999_999  # 15 digits, what a progress file takes
_THIN = Side(style="thin", color="BFBFBF")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_INPUT = PatternFill("solid", fgColor="FFF9DB")
_HEADING = PatternFill("solid", fgColor="DDE7F0")
_DONE = Font(name=FACE, size=11, color="7F7F7F")


def render(form: Form, words: Words, _canvas: Canvas) -> bytes:
    """The workbook: one sheet, protected without a password."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = words("form.sheet")
    _head(sheet, form, words)
    last = HEAD + len(form.rows)
    for number, row in enumerate(form.rows, HEAD + 1):
        _row(sheet, number, row, columns_of(form), words)
    _validate(sheet, form, words)
    _page(sheet, last, _letters(form)["state"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _head(sheet: Worksheet, form: Form, words: Words) -> None:
    letters = _letters(form)
    last = letters["state"]
    as_text(sheet, "A1", words("form.title", {"title": form.title})).font = Font(
        name=FACE, bold=True, size=14
    )
    hint = words("form.hint", {"day": form.day})
    if form.counts_shares:
        hint = f"{hint} {words('form.hint-counted')}"
    if form.asks_reply:
        hint = f"{hint} {words('form.hint-reply')}"
    notice = words("head.notice", {"notice": form.notice}) if form.notice else ""
    as_text(sheet, "A2", f"{hint} {notice}".strip()).alignment = Alignment(wrap_text=True, vertical="top")
    for row in (1, 2):
        sheet.merge_cells(f"A{row}:{last}{row}")
    sheet.row_dimensions[2].height = 48
    as_text(sheet, "B3", words("form.by"))
    as_text(sheet, "C3", form.unit).font = Font(name=FACE, size=11, bold=True)
    as_text(sheet, f"{letters['total']}3", words("form.date")).alignment = Alignment(horizontal="right")
    _input(sheet[_day_cell(form)]).number_format = DAY
    for column, key in enumerate(columns_of(form), 1):
        cell = as_text(sheet, (HEAD, column), words(f"form.{key}"))
        cell.font, cell.fill, cell.border = Font(name=FACE, size=11, bold=True), _HEADING, _BORDER
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[cell.column_letter].width = WIDTHS[key]


def _row(sheet: Worksheet, number: int, row: FormRow, columns: tuple[str, ...], words: Words) -> None:
    target, latest = row.target, row.latest
    texts = {"id": target.id, "number": target.number, "name": target.name, "unit": target.unit}
    texts |= {"goal": text_of(row.demand, words), "state": state_of(row, words)}
    for column, key in enumerate(columns, 1):
        cell: Any = sheet.cell(number, column)
        if key in texts:
            cell = as_text(sheet, (number, column), texts[key])
        elif key == "last" and latest:
            cell.value = latest.value if isinstance(latest.value, Decimal) else digits(latest.value)
        elif key == "last_date" and latest:
            cell.value, cell.number_format = latest.day, DAY
        elif key in INPUTS and (key not in COUNTED or target.kind == "share"):
            _input(cell)
            cell.number_format = FORMATS.get(key, "General")
        cell.border = _BORDER
        cell.alignment = Alignment(
            vertical="center",
            wrap_text=key in {"name", "note", "goal", "cause", "remedy"},
            shrink_to_fit=key == "id",
            horizontal="right" if key in {"goal", "last", "total", *COUNTED} else None,
        )
        if row.done and key not in INPUTS:
            cell.font = _DONE


def _input(cell: Any) -> Any:  # noqa: ANN401 - cells of the library
    cell.fill, cell.border, cell.protection = _INPUT, _BORDER, Protection(locked=False)
    return cell


def _validate(sheet: Worksheet, form: Form, words: Words) -> None:
    """Numbers that their target can have, days of the year or the one after it, notes of bounded length."""
    earliest, latest = date(form.year, 1, 1), date(form.year + 1, 12, 31)
    days = DataValidation("date", operator="between", formula1=_serial(earliest), formula2=_serial(latest))
    notes = DataValidation("textLength", operator="lessThanOrEqual", formula1=str(LONGEST_TEXT))
    kinds = {
        "whole": DataValidation("whole", operator="between", formula1="0", formula2=str(_LARGEST)),
        "milestone": DataValidation("decimal", operator="between", formula1="0", formula2="100"),
        "counted": DataValidation("decimal", operator="between", formula1="0", formula2=str(_LARGEST)),
        "other": DataValidation(
            "decimal", operator="between", formula1=str(-_LARGEST), formula2=str(_LARGEST)
        ),
    }
    rules = {"date": (days,), "note": (notes,), "number": tuple(kinds.values())}
    for name, validations in rules.items():
        for validation in validations:
            validation.allow_blank = True
            validation.showErrorMessage = True
            validation.errorTitle = words(f"form.{name}-title")
            validation.error = words(f"form.{name}-text", {"limit": LONGEST_TEXT})
    letters = _letters(form)
    days.add(_day_cell(form))
    for number, row in enumerate(form.rows, HEAD + 1):
        kinds[_kind(row)].add(f"{letters['total']}{number}")
        for key in COUNTED if row.target.kind == "share" else ():
            kinds["counted"].add(f"{letters[key]}{number}")
        days.add(f"{letters['date']}{number}")
        texts = f":{letters['remedy']}{number}" if form.asks_reply else ""
        notes.add(f"{letters['note']}{number}{texts}")
        if form.asks_reply:
            days.add(f"{letters['by_when']}{number}")
    for validation in (days, notes, *kinds.values()):
        if validation.sqref.ranges:
            sheet.add_data_validation(validation)


def _letters(form: Form) -> dict[str, str]:
    """The letter of each column."""
    return {key: get_column_letter(n) for n, key in enumerate(columns_of(form), 1)}


def _day_cell(form: Form) -> str:
    """The cell of the day that holds for all rows, right of its label."""
    return f"{get_column_letter(columns_of(form).index('total') + 2)}3"


def _kind(row: FormRow) -> str:
    if row.target.kind == "milestone":
        return "milestone"
    return "whole" if is_whole(row.target.unit) else "other"


def _serial(day: date) -> str:
    """A day as spreadsheets count it, from the last day of 1899."""
    return str((day - date(1899, 12, 30)).days)


def _page(sheet: Any, last: int, width: str) -> None:  # noqa: ANN401 - the library's stubs call some of these read-only
    sheet.freeze_panes = f"D{HEAD + 1}"
    sheet.print_area = f"A1:{width}{last}"
    print_on_a4(sheet, HEAD)
    sheet.protection.sheet = True
    # Widths and heights may be adapted without lifting the protection.
    sheet.protection.formatColumns = sheet.protection.formatRows = False
