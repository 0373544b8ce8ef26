from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.draft.numerals import multiplier_of, number_of


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("120", "120"),
        ("1,250,000", "1250000"),
        ("3.5", "3.5"),
        ("8千", "8000"),
        ("1.2万", "12000.0"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("一百零五", "105"),
        ("两千", "2000"),
        ("一万五千", "15000"),
        ("一亿二千万", "120000000"),
        ("万亿", "1000000000000"),
        ("二〇二五", "2025"),
        ("十二点五", "12.5"),
        ("二点五万", "25000.0"),
        ("0.5", "0.5"),
    ],
)
def test_what_is_written_is_read_exactly(written: str, value: str) -> None:
    assert number_of(written) == Decimal(value)


@pytest.mark.parametrize(
    "written", ["", "三四十", "百百", "十千", "012", "两两", "1" * 16, "一" * 16, "点五", "三点万"]
)
def test_what_is_no_number_is_none(written: str) -> None:
    assert number_of(written) is None


def chinese(number: int) -> str:
    """Numbers below a hundred million as they are written by hand."""
    digits, places = "零一二三四五六七八九", ["", "十", "百", "千"]

    def four(part: int) -> str:
        text, gap = "", False
        for place in (3, 2, 1, 0):
            digit = part // 10**place % 10
            if digit:
                text += ("零" if gap and text else "") + digits[digit] + places[place]
            gap = not digit
        return text

    high, low = divmod(number, 10_000)
    if not high:
        return four(low) or "零"
    return four(high) + "万" + ("零" if 0 < low < 1000 else "") + four(low)


@given(st.integers(min_value=0, max_value=99_999_999))
def test_every_number_comes_back(number: int) -> None:
    assert number_of(chinese(number)) == number
    assert number_of(f"{number:,}") == number


def test_powers_of_ten_multiply() -> None:
    assert multiplier_of("百万") == 1_000_000
    assert multiplier_of("") == 1
