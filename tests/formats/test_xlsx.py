"""Workbooks: the numbers of the JSON as numbers, days as days, text as text, and the same bytes again."""

import csv
import io
import json
import shutil
import subprocess
import sys
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import Run, catalogue, target, total
from support import book as book_of
from tracker.assess.signal import Signal
from tracker.formats import Canvas, render
from tracker.formats.cells import GLYPHS, text_of
from tracker.formats.xlsx_cells import digits, put
from tracker.model.quantity import Quantity
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.status import status
from tracker.report.values import (
    Amount,
    Difference,
    Percent,
    PercentagePoints,
    Phrase,
    Shortfall,
    Times,
    Value,
)
from tracker.words import Words

ZH = Words("zh")
AS_OF = ("--as-of", "2024-10-31")
VIEWS = {
    "status": ("status", *AS_OF),
    "summary": ("status", "--summary", *AS_OF),
    "gaps": ("gaps", *AS_OF),
    "owners": ("owners", *AS_OF),
    "due": ("due", *AS_OF),
    "diff": ("diff", "2024-09-30", "2024-10-31"),
    "log": ("log",),
    "profiles": ("profiles", *AS_OF),
    "show": ("show", "uav-firms", *AS_OF),
    "draft": ("draft", "seeds/2024-h2-measures.md"),
    "audit": ("audit",),
    "digest": ("digest", "--month", "2024-10"),
}


def written(tracker: Run, folder: Path, path: Path, *arguments: str) -> Any:
    """The workbook that a command writes, read again."""
    shown = tracker(*arguments, "-o", path, *(("-f", "xlsx") if arguments[0] == "digest" else ()), cwd=folder)
    assert (shown.code, shown.out) == (0, "")
    return openpyxl.load_workbook(path)


def as_json(cell: Any) -> str | None:
    """What JSON would say of a cell: numbers as exact as it has them, days by their ISO form."""
    value = cell.value
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return same(Decimal(repr(value)) * (100 if cell.number_format.endswith("%") else 1))
    return None if value is None else str(value)


def same(value: Decimal) -> str:
    """A number to six decimals, as JSON has computed ones."""
    return f"{round(value, 6).normalize():f}"


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_can_be_a_workbook(view: str, district: Path, tracker: Run, tmp_path: Path) -> None:
    book = written(tracker, district, tmp_path / "a.xlsx", *VIEWS[view])
    found = json.loads(tracker(*VIEWS[view], "-f", "json", cwd=district).out)
    records = next(value for value in reversed(found.values()) if isinstance(value, list))
    for sheet in book:
        assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
        assert not [cell for row in sheet for cell in row if cell.data_type in {"f", "e"}]
    assert ("数据" in book.sheetnames) == bool(records)
    if records:
        data = book["数据"]
        assert data.max_row == len(records) + 1
        assert (data.auto_filter.ref is None, data.freeze_panes[1:]) == (False, "2")


def test_the_numbers_are_those_of_the_json(district: Path, tracker: Run, tmp_path: Path) -> None:
    book = written(tracker, district, tmp_path / "a.xlsx", *VIEWS["status"])
    records = json.loads(tracker(*VIEWS["status"], "-f", "json", cwd=district).out)["targets"]
    _, *rows = book["数据"].iter_rows()
    assert len(rows) == len(records)
    for row, record in zip(rows, records, strict=True):
        for cell, (key, value) in zip(row, record.items(), strict=True):
            if isinstance(value, str) and key in NUMBERS:
                assert as_json(cell) == same(Decimal(value)), key
            elif key in {"due", "from", "actual_date", "judged_on"}:
                assert as_json(cell) == value
                assert value is None or cell.number_format == "yyyy-mm-dd"
            elif key == "signal":
                assert str(cell.value)[0] == GLYPHS[Signal(value)]
            elif key in {"id", "number", "name", "lead_unit", "quote", "file", "entry"}:
                assert cell.value == value


NUMBERS = {
    "target", "baseline", "actual", "completion", "expected", "expected_completion", "lead", "gap", "elapsed",
    "pace", "required", "forecast", "forecast_low", "forecast_high", "best_pace_month", "original_completion",
}  # fmt: skip


def test_colours_and_charts_follow_the_cells(district: Path, tracker: Run, tmp_path: Path) -> None:
    book = written(tracker, district, tmp_path / "a.xlsx", *VIEWS["status"])
    sheet = book["列表"]
    heads = [cell.value for cell in sheet[3]]
    assert sheet.freeze_panes == "C4"
    assert sheet.print_title_rows == "$3:$3"
    rules = [rule for area in sheet.conditional_formatting for rule in area.rules]
    formulas = {"".join(rule.formula) for rule in rules if rule.type == "expression"}
    assert all(any(f'="{glyph}"' in formula for formula in formulas) for glyph in GLYPHS.values())
    assert "dataBar" in {rule.type for rule in rules}
    actual = next(cell for cell in sheet["E"][3:] if cell.value is not None)
    assert (heads[4], actual.value, actual.number_format) == ("实际", 3, '0"项"')
    assert len(book["图"]._charts) == 3
    found = json.loads(tracker(*VIEWS["summary"], "-f", "json", cwd=district).out)
    drawn = [[cell.value for cell in row] for row in book["图"].iter_rows(max_col=6)]
    counts = {str(row[0])[0]: row[1] for row in drawn if str(row[0])[0] in GLYPHS.values()}
    assert counts == {GLYPHS[Signal(each["signal"])]: each["count"] for each in found["signals"]}
    trend = [row[1:] for row in drawn if isinstance(row[0], datetime)]
    colours = ("red", "yellow", "green", "grey", "pending")
    assert trend == [[each[colour] for colour in colours] for each in found["trend"]]


def read_elsewhere(path: Path) -> list[list[str]]:
    """The sheet of data as LibreOffice reads it, where it is installed with its spreadsheets; else by openpyxl."""
    program = shutil.which("soffice")
    if program:
        every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
        profile = f"-env:UserInstallation=file://{path.parent}/profile"
        asked = [
            program,
            profile,
            "--headless",
            "--convert-to",
            every_sheet,
            "--outdir",
            str(path.parent),
            str(path),
        ]
        subprocess.run(asked, check=False, capture_output=True)
    for table in path.parent.glob("*-数据.csv"):
        return list(csv.reader(table.read_text("utf-8").splitlines()))
    return [[as_json(cell) or "" for cell in row] for row in openpyxl.load_workbook(path)["数据"]]


def test_another_program_reads_the_same(district: Path, tracker: Run, tmp_path: Path) -> None:
    written(tracker, district, tmp_path / "a.xlsx", *VIEWS["status"])
    records = json.loads(tracker(*VIEWS["status"], "-f", "json", cwd=district).out)["targets"]
    _, *rows = read_elsewhere(tmp_path / "a.xlsx")
    for row, record in zip(rows, records, strict=True):
        for text, (key, value) in zip(row, record.items(), strict=True):
            if isinstance(value, str) and key in NUMBERS:
                assert same(Decimal(text.removesuffix("%"))) == same(Decimal(value)), key
            elif key in {"id", "name", "due", "actual_date", "quote"}:
                assert text == (value or "")


HOSTILE = '=HYPERLINK("http://x";1)'


def test_text_from_files_is_text() -> None:
    book = book_of(catalogue(target(name=HOSTILE)), total("2024-10-31", 30, note="=1+1"))
    view = status(scope_of(book, ViewOptions(as_of=date(2024, 10, 31))))
    content = render("xlsx", view, ZH, Canvas(file=True))
    assert content == render("xlsx", view, ZH, Canvas(file=True))
    sheets = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in sheets for row in sheet for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    named = [cell for cell in cells if str(cell.value).startswith("=HYPERLINK")]
    assert named
    assert all(cell.quotePrefix for cell in named)


@pytest.mark.parametrize(
    ("value", "number", "form"),
    [
        (Quantity(Decimal("3.5"), "亿元"), "3.5", '0.0"亿元"'),
        (Quantity(Decimal(86), "%"), "0.86", "0%"),
        (Quantity(Decimal(1), '"家"'), "1", "0\"'家'\""),
        (Percent(Fraction(9996, 10000)), "0.9996", "0.00%"),
        (PercentagePoints(Fraction(-1, 30)), "-3.33333333333333", "0.0;-0.0"),
        (Shortfall(Decimal(15), "%"), "15", '0"个百分点"'),
        (Difference(Decimal(-2), "家"), "-2", '0"家";-0"家"'),
        (Amount(Fraction(12, 5), "家", up=True), "3", '0"家"'),
        (Phrase("rate.dekad", {"amount": Amount(Fraction(1, 3), "亩")}), "0.333333333333333", '0.00"亩/旬"'),
        (Times(Fraction(3, 2)), "1.5", '0.0"倍"'),
    ],
)
def test_numbers_keep_their_units_in_the_format(value: Value, number: str, form: str) -> None:
    cell = put(openpyxl.Workbook().active, (1, 1), value, ZH)
    assert (str(cell.value), cell.number_format) == (number, form), text_of(value, ZH)


@given(st.fractions(-(10**9), 10**9))
def test_fifteen_digits_are_right(value: Fraction) -> None:
    sheet: Any = openpyxl.Workbook().active
    put(sheet, (1, 1), Percent(value), ZH)
    out = io.BytesIO()
    sheet.parent.save(out)
    read = openpyxl.load_workbook(out).worksheets[0]["A1"].value
    assert f"{Decimal(read):.14e}" == f"{digits(value):.14e}"


def test_a_workbook_needs_a_file_and_its_extra(
    district: Path, tracker: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = tracker("status", "-f", "xlsx", cwd=district)
    assert (shown.code, shown.out, "-o 进度.xlsx" in shown.err) == (2, "", True)
    for name in [name for name in sys.modules if name.startswith("tracker.formats.xlsx")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    path = tmp_path / "a.xlsx"
    shown = tracker("status", "-o", path, cwd=district)
    assert (shown.code, "indicator-tracker[xlsx]" in shown.err, path.exists()) == (7, True, False)
