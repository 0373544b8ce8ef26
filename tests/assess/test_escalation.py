"""Escalation memory: periods in a row, when it began, and the notice that follows."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import book, catalogue, document, target, total
from tracker.assess.assessment import Assessment, assess
from tracker.assess.escalation import LAGGING, EscalationState, Notice
from tracker.assess.periods import period_of
from tracker.assess.signal import Signal
from tracker.model.catalogue import Cadence
from tracker.model.entry import Report
from tracker.model.validation import read_catalogue

# Linear from 0 to 120 over the year: ten a month. Dekad reports with three days of grace.
LINEAR: dict[str, Any] = {"target": {"at_least": "120"}}


def found(day: str, *reports: Report, **keys: Any) -> Assessment:
    return assess(book(catalogue(target(**{**LINEAR, **keys})), *reports), date.fromisoformat(day))[0]


def lagging(*days: str, value: int = 1) -> list[Report]:
    return [total(day, value) for day in days]


def test_on_schedule_there_is_no_row_and_no_notice() -> None:
    assert found("2024-02-29", total("2024-02-29", 20)).escalation_state == EscalationState()


def test_the_row_counts_the_present_period_and_those_before_it() -> None:
    reports = [total("2024-01-31", 10), *lagging("2024-02-10", "2024-02-20", value=10)]
    standing = found("2024-02-20", *reports).escalation_state
    # On the last of January it stood exactly on its path; on the first day after, no longer judged by then.
    assert standing == EscalationState(2, date(2024, 2, 10), Notice.YELLOW)


def test_the_day_it_turned_is_found_within_the_period() -> None:
    # Judged on the day of a fresh figure: it turns only when the next figure comes.
    reports = [total("2024-01-31", 10), total("2024-02-07", 10)]
    assert found("2024-02-20", *reports).escalation_state.since == date(2024, 2, 7)


def test_three_periods_turn_yellow_into_red() -> None:
    days = ["2024-01-10", "2024-01-20", "2024-01-31"]
    values = [total(day, value) for day, value in zip(days, (3, 6, 9), strict=True)]
    assert found("2024-01-20", *values).escalation_state.notice is Notice.YELLOW
    third = found("2024-01-31", *values)
    assert third.signal is Signal.BEHIND
    assert (third.escalation_state.periods, third.escalation_state.notice) == (3, Notice.RED)


def test_two_periods_far_behind_are_red() -> None:
    reports = [total("2024-05-31", 50), *lagging("2024-06-10", "2024-06-20", value=20)]
    once = found("2024-06-10", *reports)
    assert once.signal is Signal.FAR_BEHIND
    assert once.escalation_state.notice is Notice.YELLOW
    assert found("2024-06-20", *reports).escalation_state.notice is Notice.RED


def test_far_behind_counts_only_while_it_lasts() -> None:
    reports = [
        total("2024-05-31", 50),
        total("2024-06-10", 20),
        total("2024-06-20", 55),
        total("2024-06-30", 40),
    ]
    standing = found("2024-06-30", *reports).escalation_state
    assert standing.periods == 3
    assert found("2024-06-30", *reports).signal is Signal.FAR_BEHIND


def test_catching_up_clears_the_memory() -> None:
    reports = [total("2024-02-10", 1), total("2024-02-20", 30), total("2024-02-29", 10)]
    assert found("2024-02-20", *reports).escalation_state.periods == 0
    assert found("2024-02-29", *reports).escalation_state.periods == 1


def test_silence_neither_counts_nor_clears() -> None:
    reports = [total("2024-01-20", 1), total("2024-01-31", 2)]
    silent = found("2024-03-20", *reports)
    assert silent.signal is Signal.SILENT
    # The figure of the end of January still spoke for the tenth of February, and for no later end.
    assert silent.escalation_state.periods == 3
    assert silent.escalation_state.notice is not None
    again = found("2024-03-31", *reports, total("2024-03-31", 3))
    assert again.escalation_state.periods == 4


def test_silence_alone_is_no_lag() -> None:
    assert found("2024-03-20").escalation_state == EscalationState()


def test_overdue_is_red_at_once() -> None:
    standing = found("2025-01-05", total("2024-12-31", 119)).escalation_state
    assert standing.notice is Notice.RED


def test_near_the_deadline_a_target_on_schedule_is_blue() -> None:
    standing = found("2024-12-10", total("2024-12-10", 119)).escalation_state
    assert standing == EscalationState(0, None, Notice.BLUE)
    assert found("2024-12-01", total("2024-12-01", 119)).escalation_state.notice is Notice.BLUE
    assert found("2024-11-30", total("2024-11-30", 119)).escalation_state.notice is None


def test_done_is_no_notice_on_the_last_day() -> None:
    assert found("2024-12-31", total("2024-12-31", 120)).escalation_state == EscalationState()


def test_the_catalogue_sets_the_limits() -> None:
    written = document(target(**LINEAR)) | {"escalation": {"near": "5", "repeat": "2", "repeat_far": "1"}}
    read, problems = read_catalogue(written, "measures.yaml")
    assert read is not None, problems
    reports = [total("2024-01-10", 3), total("2024-01-20", 6)]
    assert assess(book(read, *reports), date(2024, 1, 20))[0].escalation_state.notice is Notice.RED
    near = book(read, total("2024-12-25", 119))
    assert assess(near, date(2024, 12, 25))[0].escalation_state.notice is None
    assert assess(near, date(2024, 12, 26))[0].escalation_state.notice is Notice.BLUE


@pytest.mark.parametrize(
    ("cadence", "day", "ends"),
    [
        ("week", "2024-03-06", ["2024-03-03", "2024-02-25"]),
        ("week", "2024-03-03", ["2024-02-25", "2024-02-18"]),
        ("dekad", "2024-03-15", ["2024-03-10", "2024-02-29"]),
        ("dekad", "2024-03-10", ["2024-02-29", "2024-02-20"]),
        ("half-month", "2024-03-15", ["2024-02-29", "2024-02-15"]),
        ("month", "2024-03-31", ["2024-02-29", "2024-01-31"]),
        ("quarter", "2024-06-30", ["2024-03-31"]),
    ],
)
def test_each_cadence_looks_back_to_the_ends_of_its_periods(cadence: str, day: str, ends: list[str]) -> None:
    reporting = {"reporting": {"cadence": cadence, "grace": "60"}}
    # One figure on each earlier end, each behind; a row through all of them proves they were looked at.
    reports = [total(end, 1) for end in [*ends, day]]
    standing = found(day, *reports, **reporting).escalation_state
    assert standing.periods >= len(ends) + 1


DAYS = st.dates(date(2024, 1, 1), date(2025, 2, 28))


@given(st.lists(st.tuples(DAYS, st.integers(0, 130)), max_size=8, unique_by=lambda pair: pair[0]), DAYS)
def test_the_memory_agrees_with_the_signals_of_those_days(figures: list[tuple[date, int]], day: date) -> None:
    reports = [total(str(when), value) for when, value in figures]
    now = found(str(day), *reports)
    standing = now.escalation_state
    assert standing.since is not None or standing.periods == 0
    if now.signal in LAGGING:
        assert standing.since is not None
        assert standing.notice in {Notice.YELLOW, Notice.RED}
    if now.signal in {Signal.DONE, Signal.ON_TRACK, Signal.PENDING}:
        assert standing.periods == 0
        assert standing.notice in {None, Notice.BLUE}
    if standing.since is not None:
        assert standing.since <= day
        assert found(str(standing.since), *reports).signal in LAGGING
    assert now.goal.value == Decimal(120)


@pytest.mark.parametrize("cadence", ["week", "dekad", "half-month", "month", "quarter"])
@pytest.mark.parametrize("day", ["2025-01-07", "2025-04-30", "2026-02-11", "2027-06-30"])
def test_a_long_time_after_the_deadline_every_period_is_still_counted(cadence: str, day: str) -> None:
    reporting = {"reporting": {"cadence": cadence, "grace": "0"}}
    reports = [total("2024-11-05", 119), total("2025-01-02", 119)]
    last = date.fromisoformat(day)
    now = found(day, *reports, **reporting).escalation_state
    assert now.since is not None
    # The same, one period end after the other.
    current = period_of(Cadence(cadence), last)
    own_figure = date(2025, 1, 2) >= current.start
    ends, end = int(last == current.end or own_figure), current.start - timedelta(days=1)
    while end >= now.since:
        signal = found(str(end), *reports, **reporting).signal
        assert signal in {*LAGGING, Signal.SILENT}
        ends, end = ends + (signal in LAGGING), period_of(Cadence(cadence), end).start - timedelta(days=1)
    assert now.periods == ends


def test_centuries_later_it_is_told_at_once() -> None:
    standing = found("2900-01-01", total("2024-11-05", 119)).escalation_state
    assert standing.periods > 31_000
    assert standing.notice is Notice.RED
