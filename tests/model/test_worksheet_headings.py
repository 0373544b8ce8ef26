"""What a heading says: its word, the unit and the months in it; and the manual's list of the words that are known."""

import re
from datetime import date

import pytest

from support import REPOSITORY
from tracker.model.worksheet_headings import (
    WORDS,
    Until,
    guessed,
    heading_of,
    of_something_else,
    own_headings,
    until_in,
)

# Without what may stand before or behind them, in brackets.
LISTED = {
    page: {
        key: re.sub(r"[(（][^)）]*[)）]", "", words).split()
        for key, words in re.findall(
            r"^\| `(\w+)` \|[^|]+\| ([^|]+) \|$",
            (REPOSITORY / "docs/commands" / page).read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    }
    for page in ("import.md", "import.zh-CN.md")
}
pages = pytest.mark.parametrize("page", LISTED)


def field(text: str) -> str | None:
    return guessed(heading_of(text), 2024)


@pages
@pytest.mark.parametrize("key", WORDS)
def test_every_word_that_the_manual_lists_is_known(key: str, page: str) -> None:
    words = LISTED[page][key]
    assert {word: field(word) for word in words} == dict.fromkeys(words, key)


@pages
@pytest.mark.parametrize("key", WORDS)
def test_every_word_that_is_known_is_listed_or_made_of_one_that_is(key: str, page: str) -> None:
    words = LISTED[page][key]
    own = {text for texts in own_headings().values() for text in texts}
    assert not [word for word in WORDS[key] if word not in own and not any(one in word for one in words)]


@pytest.mark.parametrize(
    ("text", "name", "unit", "until"),
    [
        ("累计完成（万元）", "total", "万元", None),
        ("累 计\n完成值(亿元)：", "total", "亿元", None),
        ("1—10月累计", "total", None, Until(None, 10, None)),
        ("2024年1月至10月完成", "total", None, Until(2024, 10, None)),
        ("截至10月31日累计完成（家）", "total", "家", Until(None, 10, 31)),
        ("累计数（截至10月底）", "total", None, Until(None, 10, None)),
        ("10月新增", "add", None, Until(None, 10, None, stated=False)),
        ("10月", "add", None, Until(None, 10, None, stated=False)),
        ("10月累计", "total", None, Until(None, 10, None, stated=False)),
        ("本期新增数", "add", None, None),
        ("填报单位（盖章）", "by", None, None),
        ("累计引进企业数", "sum", None, None),
        ("本月累计", "sum", None, None),
        ("1-10月累计完成投资", "sum", None, Until(None, 10, None)),
        ("累计完成率", None, None, None),
        ("累计存在问题", None, None, None),
        ("完成率", None, None, None),
        ("累计完成（上年同期）", None, None, None),
        ("上年同期累计", None, None, None),
        ("2023年1-10月累计", None, None, Until(2023, 10, None)),
        ("7-10月累计", None, None, Until(None, 10, None)),
        ("年度目标", None, None, None),
        ("完成时限", None, None, None),
    ],
)
def test_what_a_heading_says(text: str, name: str | None, unit: str | None, until: Until | None) -> None:
    heading = heading_of(text)
    assert (guessed(heading, 2024), heading.unit, heading.until) == (name, unit, until)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024年重点指标进展表（截至2024年10月底）", date(2024, 10, 31)),
        ("截至2月底", date(2024, 2, 29)),
        ("2024年1-10月主要指标", date(2024, 10, 31)),
        ("2024年10月份工作进度表", date(2024, 10, 31)),
        ("截至2024年10月20日", date(2024, 10, 20)),
        ("截至13月底", None),
        ("2024年重点指标进展表", None),
        ("10月大事", None),
    ],
)
def test_the_day_in_a_title(text: str, day: date | None) -> None:
    until = until_in(text)
    assert (until.date(2024) if until else None) == day


@pytest.mark.parametrize("text", ["去年同期", "2023年", "全年目标", "同比增长", "计划数"])
def test_what_is_about_something_else(text: str) -> None:
    assert of_something_else(text, 2024)
    assert not of_something_else("2024年完成情况", 2024)
