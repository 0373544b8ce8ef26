"""What a cell means, exactly, or that it cannot be known."""

import contextlib
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.model.typed import TypedNumber
from tracker.model.worksheet import letters
from tracker.model.worksheet_cells import (
    CellContent,
    CellError,
    SheetCell,
    day_in,
    number_in,
    text_in,
)


@pytest.mark.parametrize(
    ("value", "number_format", "expected", "unit"),
    [
        (23, "", "23", None),
        (Decimal("2.95"), "General", "2.95", None),
        (Decimal("1359.5900000000001"), "0.00", "1359.59", None),
        (Decimal("0.30000000000000004"), "", "0.3", None),
        ("1,359.59", "", "1359.59", None),
        ("１，３５９．５９", "", "1359.59", None),
        ("3.5亿元", "", "3.5", "亿元"),
        ("3.5 亿元", "", "3.5", "亿元"),
        ("23家", "", "23", "家"),
        ("２３家", "", "23", "家"),
        ("57.5%", "", "57.5", "%"),
        ("57.5％", "", "57.5", "%"),
        ("-4", "", "-4", None),
        ("－4", "", "-4", None),
        ("38.5微克/立方米", "", "38.5", "微克/立方米"),
        ("−1.25", "", "-1.25", None),
        ("–1.25", "", "-1.25", None),
        ("-0", "", "0", None),
        ("1.50", "", "1.50", None),
        (Decimal("0.575"), "0.0%", "57.5", "%"),
        (Decimal("0.57499999999999996"), "0.0%", "57.5", "%"),
        (1, "0%", "100", "%"),
        (23, '0"家"', "23", "家"),
        (Decimal("3.5"), '#,##0.00"亿元";[Red]-0', "3.5", "亿元"),
        (23, "_ * #,##0_ ;_ * -#,##0_ ", "23", None),
        (23, "[Red]0", "23", None),
        (23, "@", "23", None),
    ],
)
def test_numbers(value: CellContent, number_format: str, expected: str, unit: str | None) -> None:
    assert number_in(SheetCell(value, number_format)) == TypedNumber(Decimal(expected), unit)


@pytest.mark.parametrize(("value", "number_format"), [("+4", ""), ("＋4", ""), (4, "+0;-0"), (4, "+#,##0_ ")])
def test_a_plus_means_an_increment(value: CellContent, number_format: str) -> None:
    assert number_in(SheetCell(value, number_format)) == TypedNumber(Decimal(4), adds=True)
    assert number_in(SheetCell(-4, "+0;-0")) == TypedNumber(Decimal(-4))


@pytest.mark.parametrize(
    ("value", "number_format", "code"),
    [
        ("1,35", "", "sheet-number"),
        ("1,3590", "", "sheet-number"),
        ("1,359,59", "", "sheet-number"),
        ("3.5.1", "", "sheet-number"),
        ("约40", "", "sheet-number"),
        ("40+", "", "sheet-number"),
        ("(40)", "", "sheet-number"),
        ("1e5", "", "sheet-number"),
        ("5²", "", "sheet-number"),
        ("38①", "", "sheet-number"),
        ("㊳", "", "sheet-number"),
        ("38½", "", "sheet-number"),
        ("—4", "", "sheet-number"),
        ("①", "", "sheet-number"),
        ("½", "", "sheet-number"),
        ("四十", "", "sheet-number"),
        ("٤٠", "", "sheet-number"),
        ("007", "", "sheet-number"),
        ("3-5", "", "sheet-number"),
        ("40 家 以上", "", "sheet-number"),
        ("", "", "sheet-number"),
        (None, "", "sheet-number"),
        (Decimal("NaN"), "", "sheet-number"),
        (Decimal("Infinity"), "", "sheet-number"),
        ("1234567890123456", "", "sheet-number-long"),
        (Decimal("0.666666666666667"), "", "sheet-number-long"),
        (Decimal("1E+300"), "", "sheet-number-long"),
        (Decimal("1E-300"), "", "sheet-number-long"),
        (True, "", "sheet-number-kind"),
        (datetime(2024, 8, 10), "yyyy-mm-dd", "sheet-number-kind"),  # noqa: DTZ001 - cells know no zone
        (35000, "0!.0,", "sheet-number-format"),
        (35000, "#,##0,", "sheet-number-format"),
        (35000, "¥#,##0.00", "sheet-number-format"),
        (35000, "[$¥-804]#,##0.00", "sheet-number-format"),
        (40, '"约"0"家 左右"', "sheet-number-format"),
        ("#DIV/0!", "", "sheet-error-value"),
        ("#N/A", "", "sheet-error-value"),
    ],
)
def test_what_is_no_certain_number(value: CellContent, number_format: str, code: str) -> None:
    with pytest.raises(CellError) as error:
        number_in(SheetCell(value, number_format))
    assert error.value.code == code


@pytest.mark.parametrize(
    "value",
    [
        datetime(2024, 8, 10, 9, 30),  # noqa: DTZ001 - cells know no zone
        date(2024, 8, 10),
        "2024-08-10",
        "2024-8-10",
        "2024/8/10",
        "2024.8.10",
        "2024年8月10日",
        "２０２４年８月１０日",
        "2024 年 8 月 10 日",
        "8月10日",
        "8.10",
        "截至8月10日",
        "至2024年8月10日止",
    ],
)
def test_days(value: CellContent) -> None:
    assert day_in(SheetCell(value), 2024) == date(2024, 8, 10)


@pytest.mark.parametrize(
    ("value", "day"),
    [("2月底", date(2024, 2, 29)), ("2023年2月末", date(2023, 2, 28)), (Decimal("8.15"), date(2024, 8, 15))],
)
def test_days_written_short(value: CellContent, day: date) -> None:
    assert day_in(SheetCell(value), 2024) == day


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("10/8/2024", "sheet-date"),
        ("8/10", "sheet-date"),
        ("2024-08", "sheet-date"),
        ("2024-8/10", "sheet-date"),
        ("2024-02-30", "sheet-date"),
        ("13月1日", "sheet-date"),
        ("八月十日", "sheet-date"),
        (True, "sheet-date"),
        ("8.1", "sheet-date-short"),
        (Decimal("8.1"), "sheet-date-short"),
        ("13.10", "sheet-date"),
        (45514, "sheet-date-serial"),
        (Decimal("45514.5"), "sheet-date-serial"),
        ("#VALUE!", "sheet-error-value"),
    ],
)
def test_what_is_no_certain_day(value: CellContent, code: str) -> None:
    with pytest.raises(CellError) as error:
        day_in(SheetCell(value), 2024)
    assert error.value.code == code


def test_a_formula_without_its_result() -> None:
    for read in (number_in, text_in, lambda cell: day_in(cell, 2024)):
        with pytest.raises(CellError) as error:
            read(SheetCell(uncomputed=True))
        assert error.value.code == "sheet-formula"


def test_text() -> None:
    assert text_in(SheetCell("  新增2家 ")) == "新增2家"
    assert text_in(SheetCell(Decimal("1.0"))) == "1"
    assert text_in(SheetCell(Decimal("1.2"))) == "1.2"
    assert text_in(SheetCell("  ")) is None
    assert text_in(SheetCell(None)) is None


@given(st.decimals(min_value=-(10**14), max_value=10**14, places=4))
def test_what_is_written_with_separators_is_what_is_read(number: Decimal) -> None:
    assert number_in(SheetCell(f"{number:,f}")).value == number


@given(st.floats(min_value=-999999, max_value=999999).map(lambda value: round(value, 4)))
def test_a_binary_number_is_the_shortest_decimal_that_means_it(number: float) -> None:
    assert number_in(SheetCell(Decimal(repr(number)))).value == Decimal(repr(number))


@given(st.text(max_size=30), st.text(max_size=12))
def test_any_text_is_understood_or_refused(text: str, number_format: str) -> None:
    for cell in (SheetCell(text), SheetCell(Decimal(3), number_format)):
        for read in (number_in, text_in, lambda cell: day_in(cell, 2024)):
            with contextlib.suppress(CellError):
                read(cell)


@pytest.mark.parametrize(("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_the_names_of_columns(column: int, name: str) -> None:
    assert letters(column) == name
