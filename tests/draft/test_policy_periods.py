from datetime import date

import pytest

from tracker.draft.periods import periods_in


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("力争2024年9月底前完成", None, date(2024, 9, 30)),
        ("到2027年达到", None, date(2027, 12, 31)),
        ("2030年前达到", None, date(2030, 12, 31)),
        ("下半年组织", date(2024, 7, 1), date(2024, 12, 31)),
        ("2024--2026年", date(2024, 1, 1), date(2026, 12, 31)),
        ("第三季度完成", date(2024, 7, 1), date(2024, 9, 30)),
        ("前三季度完成", date(2024, 1, 1), date(2024, 9, 30)),
        ("二季度末达到", None, date(2024, 6, 30)),
        ("6月30日前完成", None, date(2024, 6, 30)),
        ("年底前完成", None, date(2024, 12, 31)),
        ("二〇二五年底", None, date(2025, 12, 31)),
        ("“十四五”末", None, date(2025, 12, 31)),
        ("2月底前", None, date(2024, 2, 29)),
        ("明年6月完成", date(2025, 6, 1), date(2025, 6, 30)),
        ("力争三年内", date(2024, 1, 1), date(2026, 12, 31)),
        ("用5年左右时间", date(2024, 1, 1), date(2028, 12, 31)),
        ("今后五年", date(2024, 1, 1), date(2028, 12, 31)),
    ],
)
def test_periods(words: str, since: date | None, until: date) -> None:
    found = periods_in(words, 2024)
    assert len(found) == 1
    assert found[0].until == until
    assert found[0].since in {None, since}


def test_what_is_past_and_what_is_the_whole_year() -> None:
    assert periods_in("去年完成", 2024)[0].past
    assert periods_in("2023年完成", 2024)[0].past
    assert periods_in("全年完成", 2024)[0].whole
    assert periods_in("每年完成", 2024)[0].yearly


def test_a_year_named_before_holds_for_the_next_month() -> None:
    found = periods_in("2025年6月开工，9月底前完工", 2024)
    assert [period.until for period in found] == [date(2025, 6, 30), date(2025, 9, 30)]


@pytest.mark.parametrize("words", ["三月球", "115日内", "12345热线", "引进3家"])
def test_no_periods(words: str) -> None:
    assert not [p for p in periods_in(words, 2024) if p.end - p.start > 2]
