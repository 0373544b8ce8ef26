"""Periods: their names, their numbers, and what comes before them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.assess.periods import DateRange, last_whole, range_of
from tracker.model.catalogue import Cadence

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
CADENCES = st.sampled_from(Cadence)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("cadence", "day", "code", "number"),
    [
        (Cadence.WEEK, "2024-09-08", "2024-W36", 36),
        (Cadence.WEEK, "2024-12-30", "2025-W01", 1),
        (Cadence.WEEK, "2021-01-03", "2020-W53", 53),
        (Cadence.DEKAD, "2024-08-10", "2024-08-D1", 22),
        (Cadence.DEKAD, "2024-08-11", "2024-08-D2", 23),
        (Cadence.DEKAD, "2024-08-31", "2024-08-D3", 24),
        (Cadence.DEKAD, "2024-12-31", "2024-12-D3", 36),
        (Cadence.HALF_MONTH, "2024-02-15", "2024-02-H1", 3),
        (Cadence.HALF_MONTH, "2024-02-29", "2024-02-H2", 4),
        (Cadence.MONTH, "2024-08-01", "2024-08", 8),
        (Cadence.QUARTER, "2024-08-01", "2024-Q3", 3),
    ],
)
def test_codes_and_numbers(cadence: Cadence, day: str, code: str, number: int) -> None:
    span = range_of(cadence, date.fromisoformat(day))
    assert (span.code, span.number) == (code, number)


@given(CADENCES, DAYS)
def test_each_period_ends_where_the_next_begins(cadence: Cadence, day: date) -> None:
    span = range_of(cadence, day)
    assert span.start <= day <= span.end
    assert span.previous.end + DAY == span.start
    assert span.previous == range_of(cadence, span.start - DAY)
    assert span.previous.code != span.code
    assert span.number in {span.previous.number + 1, 1}


@given(CADENCES, DAYS)
def test_the_last_whole_period_has_ended_and_the_next_has_not(cadence: Cadence, today: date) -> None:
    span = last_whole(cadence, today)
    assert span.end <= today < range_of(cadence, span.end + DAY).end


@given(DAYS, st.integers(0, 400))
def test_days_freely_chosen_are_compared_with_as_many_before(start: date, more: int) -> None:
    span = DateRange(start, start + timedelta(days=more))
    assert span.previous.end + DAY == span.start
    assert span.previous.end - span.previous.start == span.end - span.start
    assert span.code == f"{span.start}_{span.end}"
    with pytest.raises(ValueError, match=span.code):
        _ = span.period
