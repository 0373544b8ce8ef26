"""Laws of the briefing: whatever was reported, its numbers are those of its lists and of status."""

from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, reject, settings
from hypothesis import strategies as st
from test_reporting_laws import DAYS, books

from briefings import markdown_of, reconcile
from support import TODAY
from tracker.assess.assessment import assess
from tracker.assess.changes import ChangeKind
from tracker.assess.periods import DateRange, range_of
from tracker.assess.reporting import OwedState
from tracker.assess.signal import Flag, Signal
from tracker.assess.summary import summarize
from tracker.assess.workdays import Weekends
from tracker.model.book import Book
from tracker.model.catalogue import Cadence
from tracker.problems import TrackerError
from tracker.report.briefing import Briefing, BriefingRequest, briefing
from tracker.report.due import due
from tracker.report.standing import LAGGING, now
from tracker.report.status import status
from tracker.report.values import Word

CALENDAR = Weekends()
SPANS = st.one_of(
    st.builds(range_of, st.sampled_from(Cadence), DAYS),
    st.tuples(DAYS, DAYS).map(lambda pair: DateRange(min(pair), max(pair))),
)

ORDERS = st.builds(BriefingRequest, span=SPANS, written=st.just(TODAY), known_on=st.none() | DAYS)


def written(book: Book, order: BriefingRequest) -> Briefing:
    """The briefing; where there was no figure yet, that of a day on which there was one, or nothing."""
    log = book.log if order.known_on is None else book.log.known_on(order.known_on)
    days = [point.day for t in book.catalogue.targets for point in log.points(t.id, date.max)[:1]]
    assume(days)
    if min(days) > order.span.end:
        with pytest.raises(TrackerError, match="brief-early"):
            briefing(book, order, CALENDAR)
        reject()
    return briefing(book, order, CALENDAR)


@given(books(), ORDERS)
def test_the_classes_are_status_and_each_counts_its_items(book: Book, order: BriefingRequest) -> None:
    found = written(book, order)
    assert {known.signal: known.count for known in found.classes} == status(found.scope).counts
    assert sum(known.count for known in found.classes) == found.total
    assert [c.target for c in found.items] == list(book.catalogue.targets)
    assert sum(known.share for known in found.classes) == 1
    assert sum(known.change for known in found.classes) == 0
    for known in found.classes:
        assert known.count == len(known.items)
        assert all(now(c).signal is known.signal for c in known.items)
    then = assess(book, found.span.previous.end, known_on=found.scope.known_on)
    before = summarize(then).counts
    assert all(known.change == known.count - before[known.signal] for known in found.classes)


@given(books(), ORDERS)
def test_every_list_is_what_it_says(book: Book, order: BriefingRequest) -> None:
    found = written(book, order)
    ids = {c.target.id for c in found.lagging}
    assert ids == {c.target.id for signal in LAGGING for c in found.of(signal).items}
    assert len(found.lagging) == sum(found.of(signal).count for signal in LAGGING)
    assert {c.target.id for c in found.near} == {
        c.target.id for c in found.items if Flag.DUE_SOON in now(c).flags
    }
    ends = [now(c).period.end for c in found.near]
    assert ends == sorted(ends)
    # What has nothing to show yet may have too little time left for it.
    assert {now(c).signal for c in found.at_risk} <= {Signal.ON_TRACK, Signal.PENDING}
    moved = {c.target.id for group in found.progress for c in group.items}
    assert moved >= {c.target.id for c in found.items if c.moved}
    assert moved == {
        c.target.id for c in found.items if {ChangeKind.VALUE, ChangeKind.NEWLY_DONE} & set(c.kinds)
    }
    assert sum(len(group.items) for group in found.progress) == len(moved)


@given(books(), ORDERS)
def test_what_turned_is_the_change_of_the_counts(book: Book, order: BriefingRequest) -> None:
    found = written(book, order)
    for signal in Signal:
        came = [c for c in found.items if c.signal_changed and now(c).signal is signal]
        went = [c for c in found.items if c.signal_changed and c.before and c.before.signal is signal]
        assert found.of(signal).change == len(came) - len(went)
    for kind, changes in found.turned.items():
        assert all(c.signal_changed and kind in c.kinds for c in changes)
    done = [c for c in found.items if c.signal_changed and now(c).signal is Signal.DONE]
    assert list(found.turned[ChangeKind.NEWLY_DONE]) == done
    red = {
        c.target.id for kind in (ChangeKind.NEWLY_OVERDUE, ChangeKind.TURNED_RED) for c in found.turned[kind]
    }
    assert red >= {c.target.id for c in found.of(Signal.OVERDUE).items if c.signal_changed}


@given(books(), ORDERS)
def test_who_owes_is_who_due_chases_and_nothing_silent_is_forgotten(
    book: Book, order: BriefingRequest
) -> None:
    found = written(book, order)
    chase = due(found.scope, CALENDAR)
    late = [r["id"] for r in chase.records if r["report_state"] == Word("owed", "late")]
    assert sorted(d.assessment.target.id for d in found.owing) == sorted(map(str, late))
    assert all(d.owed and d.owed.state is OwedState.LATE for d in found.owing)
    silent = {c.target.id for c in found.of(Signal.SILENT).items}
    waiting = {d.assessment.target.id for d in found.waiting}
    said = {d.assessment.target.id for d in found.owing if d.assessment.signal is Signal.SILENT}
    assert said | waiting == silent
    assert not said & waiting


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(books(), ORDERS)
def test_the_paper_says_what_was_counted(book: Book, order: BriefingRequest) -> None:
    found = written(book, order)
    reconcile(found, markdown_of(found))
    assert markdown_of(found, "en")
