"""Laws of reporting: owners and due agree with status, for any log and any day."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from support import TODAY, catalogue, report, target
from tracker.assess.assessment import assess
from tracker.assess.reporting import Arrival, Duty, OwedState, duties, first_day
from tracker.assess.signal import Flag, Signal
from tracker.assess.summary import summarize
from tracker.assess.workdays import Calendar, Weekends
from tracker.model.admission import admit
from tracker.model.book import Book
from tracker.model.entry import Report
from tracker.report.due import due
from tracker.report.owners import owners
from tracker.report.scope import Scope, ViewOptions, scope_of
from tracker.report.status import status
from tracker.report.values import Word
from tracker.store.workdays import working_calendar

KINDS: tuple[dict[str, Any], ...] = (
    {"target": {"at_least": "40"}},
    {"target": {"more_than": "38"}, "from_": "2024-07-01", "reporting": {"cadence": "week", "grace": "2"}},
    {"kind": "level", "target": {"reach": "17"}, "owners": ["区财政局"]},
    {"kind": "share", "target": {"at_least": "80"}, "baseline": "20", "reporting": {"cadence": "half-month", "grace": "0"}},
    {"kind": "growth", "target": {"at_least": "15"}, "reporting": {"cadence": "quarter", "grace": "30"}},
    {"kind": "milestone", "target": {"done_by": "2024-09-30"}, "reporting": {"cadence": "month", "grace": "5"}, "owners": ["区财政局", "区教育局", "区科技局"]},
    {"unit": "亿元", "target": {"at_most": "35"}, "path": "linear"},
    {"target": {"reach": "40"}, "path": "at_due", "due": "2024-11-15"},
    {"from_": "2024-10-01", "target": {"reach": "40"}},
)  # fmt: skip
LATEST = len(KINDS) - 1  # begins in October
CATALOGUE = catalogue(*(target(id=f"t-{n}", name=f"指标{n}", **keys) for n, keys in enumerate(KINDS)))
DAYS = st.dates(date(2024, 7, 1), date(2025, 4, 30))
CALENDARS: tuple[Calendar, ...] = (Weekends(), working_calendar())


@st.composite
def books(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Book:
    reports: list[Report] = []
    for n in range(draw(st.integers(0, 14))):
        day = draw(DAYS)
        moment = f"{day + timedelta(days=draw(st.integers(0, 30)))}T09:00:00+08:00"
        which = draw(st.lists(st.integers(0, len(KINDS) - 1), min_size=1, max_size=5, unique=True))
        # A figure from before a target's period would be left out.
        which = [one for one in which if one != LATEST or day >= date(2024, 10, 1)] or [0]
        # Two reports that say the same would be copies of each other.
        lines = [{"target": f"t-{one}", "total": draw(st.integers(0, 60)), "note": f"{n}"} for one in which]
        told = replace(
            report(str(day), *lines, stem=f"{day}-r{n}", recorded=moment), source=f"{n}"
        )  # no copies
        reports.append(told)
    admission = admit(reports, CATALOGUE, TODAY)
    assert not admission.entries_left_out
    return Book(CATALOGUE, admission.log(CATALOGUE), None, TODAY)


def seen(book: Book, day: date, calendar: Calendar) -> tuple[Duty, ...]:
    found = assess(book, day)
    return duties(found, book.log, day, first_day(found, book.log, day), calendar)


@given(books(), DAYS, st.sampled_from(CALENDARS))
def test_what_is_silent_owes_and_what_is_done_or_not_due_never_does(
    book: Book, day: date, calendar: Calendar
) -> None:
    for duty in seen(book, day, calendar):
        signal = duty.assessment.signal
        if signal is Signal.SILENT or (duty.assessment.latest is None and signal is not Signal.PENDING):
            assert duty.owed is not None
        if signal in {Signal.DONE, Signal.PENDING}:
            assert duty.owed is None


@given(books(), DAYS, st.sampled_from(CALENDARS))
def test_what_is_late_is_silent_or_fresh_by_the_longest_period_only(
    book: Book, day: date, calendar: Calendar
) -> None:
    for duty in seen(book, day, calendar):
        owed, latest = duty.owed, duty.assessment.latest
        if owed is None or owed.state is OwedState.WAITING or latest is None:
            continue
        reporting = duty.assessment.target.reporting
        # The figure is older than the period, and the grace days have passed: what is left of its freshness
        # is by how much the period is shorter than the longest of its cadence.
        length = (owed.first.end - owed.first.start).days + 1
        age = (day - latest.day).days
        assert age > length + reporting.grace
        if duty.assessment.signal not in {Signal.SILENT, Signal.OVERDUE}:
            assert age <= reporting.fresh_days
            assert owed.days_late < reporting.cadence.days - length + 1


@given(books(), DAYS, st.sampled_from(CALENDARS))
def test_the_numbers_of_a_duty_agree(book: Book, day: date, calendar: Calendar) -> None:
    for duty in seen(book, day, calendar):
        latest = duty.assessment.latest
        open_ = [r for r in duty.requests if latest is None or r.period.start > latest.day]
        assert all(request.arrival is Arrival.MISSING for request in open_)
        # When the last period is over its report is asked for once, in place of all that were missed.
        over = duty.owed is not None and day > duty.owed.latest.end >= duty.assessment.period.end
        missed = duty.owed.missed if duty.owed else 0
        assert (missed <= min(len(open_), 1)) if over else (missed == len(open_))
        assert all(request.due < day for request in duty.requests)
        if duty.owed:
            assert (duty.owed.due < day) == (duty.owed.state is OwedState.LATE) == bool(duty.owed.days_late)
            assert duty.owed.working_days_late <= duty.owed.days_late
            assert calendar.is_working_day(duty.owed.due)
            assert latest is None or latest.day < duty.owed.first.start
        if open_ and duty.owed and not over:
            assert (open_[0].period, open_[0].due) == (duty.owed.first, duty.owed.due)


@given(books(), DAYS)
def test_a_kinder_calendar_never_makes_anything_later(book: Book, day: date) -> None:
    """No day off but the weekends: due days can only move back, apart from weekends that are worked on."""

    class Always(Weekends):
        def is_working_day(self, day: date) -> bool:
            return day >= date.min

    found = assess(book, day)
    began = first_day(found, book.log, day)
    strict = duties(found, book.log, day, began, Always())
    for kind in CALENDARS:
        for mild, harsh in zip(duties(found, book.log, day, began, kind), strict, strict=True):
            assert len(mild.requests) <= len(harsh.requests)
            for one, other in zip(mild.requests, harsh.requests, strict=False):
                assert one.period == other.period
                assert one.due >= other.due
                assert one.arrival is other.arrival or other.arrival is not Arrival.ON_TIME


def scope(book: Book, day: date) -> Scope:
    return scope_of(book, ViewOptions(as_of=day))


def number(record: Mapping[str, object], key: str) -> int:
    value = record[key]
    assert isinstance(value, int)
    return value


@given(books(), DAYS)
def test_the_scoreboard_agrees_with_status_and_due(book: Book, day: date) -> None:
    looked = scope(book, day)
    board = owners(looked, CALENDARS[1])
    plain = status(looked)
    assert board.counts == plain.counts == summarize(looked.shown).counts
    assert board.total == plain.total == len(KINDS)
    rows = {
        role: [r for r in board.records if r["role"] == Word("role", role)]
        for role in ("lead", "participant")
    }
    for row in board.records:
        assert sum(number(row, signal.value) for signal in Signal) == row["targets"]
        assert sum(number(row, key) for key in ("on_time", "late_reports", "missing")) == row["reports_due"]
    for signal, count in board.counts.items():
        assert sum(number(row, signal.value) for row in rows["lead"]) == count
    by_participant = Counter(unit for a in looked.shown for unit in a.target.owners[1:])
    assert {str(row["owner"]): row["targets"] for row in rows["participant"]} == dict(by_participant)
    chase = due(looked, CALENDARS[1])
    late = Counter(str(r["lead_unit"]) for r in chase.records if r["report_state"] == Word("owed", "late"))
    waiting = Counter(str(r["lead_unit"]) for r in chase.records) - late
    assert {str(r["owner"]): r["owing"] for r in rows["lead"] if r["owing"]} == dict(late)
    assert {str(r["owner"]): r["waiting"] for r in rows["lead"] if r["waiting"]} == dict(waiting)
    assert (chase.facts["owed_late"], chase.facts["owed_waiting"]) == (late.total(), waiting.total())
    silent = {str(r["id"]) for r in plain.records if r["signal"] is Signal.SILENT}
    assert silent <= {str(r["id"]) for r in chase.records}


@given(books(), DAYS)
def test_the_deadlines_of_30_days_are_those_that_status_flags(book: Book, day: date) -> None:
    looked = scope(book, day)
    near = due(looked, CALENDARS[0]).facts["deadlines"]
    assert isinstance(near, tuple)
    flagged = {a.target.id for a in looked.shown if Flag.DUE_SOON in a.flags}
    assert {record["id"] for record in near if isinstance(record, Mapping)} == flagged
    days = [number(record, "days_left") for record in near if isinstance(record, Mapping)]
    assert days == sorted(days)
