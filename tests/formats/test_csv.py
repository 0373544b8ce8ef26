"""What a spreadsheet program makes of the cells of a csv or xlsx file: never a formula."""

import csv
import io
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from support import book as book_of
from support import catalogue, target
from tracker.formats import Canvas, render
from tracker.formats.form_xlsx import render as render_xlsx
from tracker.model.quantity import Quantity
from tracker.report.form import form, lead_unit
from tracker.report.values import Value
from tracker.report.view import Column, Table, View
from tracker.words import Words

WORDS = Words("zh")
FORMULAS = ["=1+1", "＝1+1", "+1", "＋1", "-1", "－1", "＠SUM(A1)"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_becomes_a_formula(text: str) -> None:
    table = Table((Column("a", label=text), Column("b", label="b")), ())
    records: list[Mapping[str, Value]] = [{"a": text, "b": Quantity(Decimal(-3), f"+{text}")}]
    view = View("x", "x", (), None, 0, (table,), (), {}, "targets", lambda: records)
    written = render("csv", view, WORDS, Canvas()).decode()
    assert list(csv.reader(io.StringIO(written))) == [
        [f"'{text}", "b"],
        [f"'{text}", f"'-3+{text}"],
    ]


@pytest.mark.parametrize("text", FORMULAS)
def test_text_of_a_form_stays_text_when_it_is_edited(text: str) -> None:
    book = book_of(catalogue(target(name=text)))
    day = date(2024, 8, 10)
    written = render_xlsx(form(book, lead_unit("区科技局", book, day), day), WORDS, Canvas(file=True))
    sheet = openpyxl.load_workbook(io.BytesIO(written)).worksheets[0]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == text]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
