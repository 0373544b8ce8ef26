from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.draft.numbers import number_of, quantities_in
from tracker.draft.text import uniform


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
        ("3百万", "3000000"),
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


@pytest.mark.parametrize(
    ("words", "value", "upper", "unit"),
    [
        ("3至5项", "3", "5", "项"),
        ("8%-10%", "8", "10", "%"),
        ("2至3万人", "2", "3", "万人"),
        ("50万-80万元", "50", "80", "万元"),
        ("10个至12个", "10", "12", "个"),
        ("三到五家", "3", "5", "家"),
        ("三千万元", "3000", None, "万元"),
        ("8千人次", "8000", None, "人次"),
        ("1.2万亩", "1.2", None, "万亩"),
        ("1.5万亿元", "1.5", None, "万亿元"),
        ("六成", "60", None, "%"),
        ("百分之九十五", "95", None, "%"),
        ("三分之一", "33.33", None, "%"),
        ("翻一番", "100", None, "%"),
        ("翻两番", "300", None, "%"),
        ("两位数", "10", None, "%"),
        ("100余家", "100", None, "家"),
        ("30万千瓦时", "30", None, "万千瓦时"),
        ("35微克/立方米", "35", None, "微克/立方米"),
        ("10个工作日", "10", None, "个工作日"),
        ("2.4：1", "2.4", None, ":1"),
        ("38/10万", "38", None, "/10万"),
        ("120村", "120", None, "村"),
        ("一半", "50", None, "%"),
    ],
)
def test_numbers_with_units(words: str, value: str, upper: str | None, unit: str) -> None:
    (found,) = quantities_in(words)
    assert found.value == Decimal(value)
    assert found.upper == (None if upper is None else Decimal(upper))
    assert found.unit == unit
    assert (found.start, found.end) == (0, len(words))


@pytest.mark.parametrize("words", ["新增38①家", "新增5²家", "新增㊳家", "新增٣٨家", "新增𝟑𝟖家", "新增38½家"])
def test_characters_that_look_like_digits_are_none(words: str) -> None:
    assert all(found.value in {38, 5} and not found.unit for found in quantities_in(uniform(words)))


def test_full_width_digits_are_digits() -> None:
    (found,) = quantities_in(uniform("培训３８人"))
    assert (found.value, found.unit) == (Decimal(38), "人")


def test_several_in_one_sentence() -> None:
    found = quantities_in("由1.6万辆提高到2.1万辆，增长31.3%")
    assert [(str(q.value), q.unit) for q in found] == [("1.6", "万辆"), ("2.1", "万辆"), ("31.3", "%")]


@pytest.mark.parametrize("words", ["三四十家", "1234567890123456家"])
def test_what_is_no_number(words: str) -> None:
    assert not quantities_in(words)
