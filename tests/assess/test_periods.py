"""The calendar's reporting periods."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.assess.periods import period_of, periods
from tracker.model.catalogue import Cadence

CASES = (
    (Cadence.WEEK, "2024-10-06", "2024-09-30", "2024-10-06", "2024-W40"),
    (Cadence.WEEK, "2024-12-30", "2024-12-30", "2025-01-05", "2025-W01"),
    (Cadence.DEKAD, "2024-10-10", "2024-10-01", "2024-10-10", "2024-10-01/10"),
    (Cadence.DEKAD, "2024-10-11", "2024-10-11", "2024-10-20", "2024-10-11/20"),
    (Cadence.DEKAD, "2024-10-20", "2024-10-11", "2024-10-20", "2024-10-11/20"),
    (Cadence.DEKAD, "2024-10-31", "2024-10-21", "2024-10-31", "2024-10-21/31"),
    (Cadence.DEKAD, "2024-02-21", "2024-02-21", "2024-02-29", "2024-02-21/29"),
    (Cadence.HALF_MONTH, "2024-10-15", "2024-10-01", "2024-10-15", "2024-10-01/15"),
    (Cadence.HALF_MONTH, "2024-10-16", "2024-10-16", "2024-10-31", "2024-10-16/31"),
    (Cadence.MONTH, "2023-02-14", "2023-02-01", "2023-02-28", "2023-02"),
    (Cadence.QUARTER, "2024-09-30", "2024-07-01", "2024-09-30", "2024-Q3"),
    (Cadence.QUARTER, "2024-12-31", "2024-10-01", "2024-12-31", "2024-Q4"),
)


@pytest.mark.parametrize(("cadence", "day", "start", "end", "code"), CASES)
def test_the_period_of_a_day(cadence: Cadence, day: str, start: str, end: str, code: str) -> None:
    period = period_of(cadence, date.fromisoformat(day))
    assert (period.start.isoformat(), period.end.isoformat(), period.code) == (start, end, code)


def test_the_ends_of_the_calendar_are_no_error() -> None:
    for cadence in Cadence:
        assert period_of(cadence, date.min).start == date.min
        assert period_of(cadence, date.max).end == date.max
        assert tuple(periods(cadence, date.max, date.max)) == (period_of(cadence, date.max),)


def test_there_are_none_before_the_first() -> None:
    assert not tuple(periods(Cadence.WEEK, date(2024, 10, 2), date(2024, 10, 1)))


@given(st.sampled_from(Cadence), st.dates(date(1999, 1, 1), date(2040, 1, 1)), st.integers(0, 400))
def test_periods_follow_each_other_without_gap(cadence: Cadence, first: date, days: int) -> None:
    last = first + timedelta(days=days)
    found = tuple(periods(cadence, first, last))
    assert found[0].start <= first <= found[0].end
    assert found[-1].start <= last <= found[-1].end
    assert all(after.start == before.end + timedelta(days=1) for before, after in pairwise(found))
    assert len({period.code for period in found}) == len(found)
    for period in found:
        assert period_of(cadence, period.start) == period_of(cadence, period.end) == period
        assert (period.end - period.start).days + 1 <= cadence.days
