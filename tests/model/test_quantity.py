from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import REPOSITORY
from tracker.model.catalogue_file import CatalogueWritten, MeasureWritten, TargetWritten
from tracker.model.fields import FileModel
from tracker.model.quantity import (
    COUNTING_WORDS,
    InexactError,
    UnitMismatchError,
    convert,
    decimal_of,
    finite_decimal,
    in_full,
    is_measure,
    is_whole,
    rounded,
)


@pytest.mark.parametrize("text", ["0", "40", "-4", "1359.59", "0.001", "123456789012345"])
def test_plain_decimals(text: str) -> None:
    assert str(decimal_of(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1,500",
        "1_500",
        "1e3",
        "12:30",
        ".inf",
        "NaN",
        "0x10",
        "010",
        "+5",
        ".5",
        "5.",
        "40家",
        "3.5亿",
        "10%",
        "１２",
        "- 4",
        "no",
    ],
)
def test_what_is_no_plain_decimal(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the caller adds the sentence
        decimal_of(text)


@pytest.mark.parametrize(
    ("value", "unit", "into", "expected"),
    [
        ("21000", "万元", "亿元", "2.1"),
        ("3.5", "亿元", "万元", "35000"),
        ("0.01", "元", "亿元", "1E-10"),
        ("2600", "米", "公里", "2.6"),
        ("2.6", "千米", "公里", "2.6"),
        ("0.66", "万人次", "人次", "6600"),
        ("4.5", "千人", "人", "4500"),
        ("0.2", "万人", "千人", "2"),
        ("23500", "吨", "万吨", "2.35"),
        ("300", "公顷", "亩", "4500"),
        ("2000", "平方米", "亩", "3"),
        ("2", "个百分点", "%", "2"),
        ("35", "‰", "%", "3.5"),
        ("2", "百万吨", "万吨", "200"),
    ],
)
def test_units_convert_exactly(value: str, unit: str, into: str, expected: str) -> None:
    assert convert(Decimal(value), unit, into) == Decimal(expected)


@pytest.mark.parametrize(
    ("unit", "into"), [("家", "个"), ("人", "人次"), ("万元", "家"), ("%", "家"), ("亩", "公里")]
)
def test_different_quantities_never_convert(unit: str, into: str) -> None:
    with pytest.raises(UnitMismatchError):
        convert(Decimal(1), unit, into)


def test_what_has_no_finite_decimal_is_refused_rather_than_rounded() -> None:
    with pytest.raises(InexactError):
        convert(Decimal(100), "亩", "公顷")


@pytest.mark.parametrize(
    ("unit", "whole"),
    [
        ("家", True),
        ("人次", True),
        ("套", True),
        ("亿元", False),
        ("%", False),
        ("亩", False),
        ("万人", False),
    ],
)
def test_things_that_come_one_by_one(unit: str, whole: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_whole(unit) is whole


decimals = st.decimals(min_value=-(10**14), max_value=10**14, places=4, allow_nan=False)


@given(
    decimals,
    st.sampled_from([("万元", "亿元"), ("元", "亿元"), ("米", "公里"), ("公斤", "万吨"), ("亩", "平方米")]),
)
def test_there_and_back_is_the_same(value: Decimal, units: tuple[str, str]) -> None:
    unit, into = units
    try:
        there = convert(value, unit, into)
    except InexactError:
        return
    assert convert(there, into, unit) == value


@given(decimals)
def test_a_finite_decimal_survives_being_a_fraction(value: Decimal) -> None:
    assert finite_decimal(Fraction(value)) == value


@pytest.mark.parametrize(
    ("number", "places", "expected"),
    [
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(-1, 8), 2, "-0.13"),
        (Fraction(7, 12) * 100, 2, "58.33"),
        (Fraction(1, 20), 1, "0.1"),
        (Fraction(-1, 30), 1, "0.0"),
        (Fraction(5), 1, "5.0"),
    ],
)
def test_halves_are_rounded_away_from_zero(number: Fraction, places: int, expected: str) -> None:
    assert rounded(number, places) == Decimal(expected)


def test_the_manual_lists_every_counting_word() -> None:
    page = (REPOSITORY / "docs/catalogue.md").read_text(encoding="utf-8")
    listed = [word for line in page.splitlines() if line.startswith("> ") for word in line[2:].split()]
    assert sorted(listed) == sorted(COUNTING_WORDS)


@pytest.mark.parametrize("written", [CatalogueWritten, MeasureWritten, TargetWritten])
def test_the_manual_has_every_key_of_the_catalogue(written: type[FileModel]) -> None:
    page = (REPOSITORY / "docs/catalogue.md").read_text(encoding="utf-8")
    keys = [field.alias or name for name, field in written.model_fields.items()]
    assert [key for key in keys if f"`{key}`" not in page] == []


@pytest.mark.parametrize(
    ("unit", "of", "meant"),
    [
        ("亿", "亿元", "亿元"),
        ("亿", "万元", "亿元"),
        ("万", "人次", "万人次"),
        ("万", "吨", "万吨"),
        ("万元", "亿元", "万元"),
        ("亿", "%", "亿"),
        ("", "亿元", ""),
    ],
)
def test_a_unit_that_was_cut_short(unit: str, of: str, meant: str) -> None:
    assert in_full(unit, of) == meant


@pytest.mark.parametrize("unit", ["万元", "%", "人次", "万人次", "微克/立方米", "公里"])
def test_a_measure_is_told_from_other_words(unit: str) -> None:
    assert is_measure(unit)
    assert not is_measure("上年同期")
