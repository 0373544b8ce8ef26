"""The State Council's calendar, and what happens without its package."""

import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from tracker.assess.workdays import Weekends, working_day_from, working_days_between
from tracker.store.workdays import working_calendar

# From the yearly notices of the State Council's General Office (国办发明电).
OFF = (
    *(date(2024, 10, day) for day in range(1, 8)),
    *(date(2024, 2, day) for day in range(10, 18)),
    *(date(2025, 10, day) for day in range(1, 9)),
    *(date(2026, 2, day) for day in range(15, 24)),
)
WORKED = (
    date(2024, 2, 4),
    date(2024, 2, 9),
    date(2024, 2, 18),
    date(2024, 9, 29),
    date(2024, 10, 12),
    date(2025, 1, 26),
    date(2025, 9, 28),
    date(2025, 10, 11),
    date(2026, 2, 14),
    date(2026, 2, 28),
)


def test_holidays_are_off_and_moved_weekends_are_worked_on() -> None:
    calendar = working_calendar()
    assert calendar.name == "china"
    assert [day for day in OFF if calendar.is_working_day(day)] == []
    assert [day for day in WORKED if not calendar.is_working_day(day)] == []
    assert [year for year in range(2023, 2027) if not calendar.knows(year)] == []


def test_a_due_day_in_the_golden_week_moves_behind_it() -> None:
    calendar = working_calendar()
    assert working_day_from(date(2024, 10, 3), calendar) == date(2024, 10, 8)
    assert working_day_from(date(2024, 10, 12), calendar) == date(2024, 10, 12)
    assert working_days_between(date(2024, 9, 30), date(2024, 10, 12), calendar) == 5


def test_of_a_year_not_announced_only_weekends_are_off() -> None:
    calendar = working_calendar()
    for first in (date(2003, 10, 1), date(2203, 10, 1)):
        assert not calendar.knows(first.year)
        week = [first + timedelta(days=n) for n in range(7)]
        assert list(map(calendar.is_working_day, week)) == list(map(Weekends().is_working_day, week))


def test_a_year_has_about_250_working_days() -> None:
    calendar = working_calendar()
    for year in (2024, 2025, 2026):
        assert 245 <= working_days_between(date(year - 1, 12, 31), date(year, 12, 31), calendar) <= 252


def test_without_the_package_there_are_weekends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "chinese_calendar", None)
    assert working_calendar().name == "weekends"


def test_a_broken_package_is_not_taken_for_a_missing_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "chinese_calendar.py").write_text("import something_else", encoding="utf-8")
    monkeypatch.delitem(sys.modules, "chinese_calendar", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError):
        working_calendar()
