"""Laws of what changed, for any log and any two days."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from test_laws import DAYS, book_of, logs

from tracker.assess.assessment import assess
from tracker.assess.changes import ChangeKind, Snapshot, changed, changes
from tracker.assess.summary import summarize
from tracker.model.book import Book
from tracker.model.entry import Report
from tracker.report.changed import signal_records, tally
from tracker.report.comparison import (
    Comparison,
    ComparisonClock,
    WorkspaceVersion,
    between_books,
    between_days,
)
from tracker.report.scope import ViewOptions

PAIRS = st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair)))
CLOCKS = st.sampled_from((ComparisonClock.FIGURES, ComparisonClock.KNOWN))
VERSIONS = (WorkspaceVersion("A", "aaaaaaa", date(2024, 1, 1)), WorkspaceVersion(""))


def compared(book: Book, days: tuple[date, date], clock: ComparisonClock) -> Comparison:
    known = clock is ComparisonClock.KNOWN
    before = replace(book, log=book.log.known_on(days[0])) if known else None
    return between_days(book, ViewOptions(as_of=days[1]), days[0], before=before)


@given(logs(), DAYS, CLOCKS)
def test_a_day_beside_itself_is_no_change(log: list[Report], day: date, clock: ComparisonClock) -> None:
    assert changed(compared(book_of(log), (day, day), clock).changes) == ()


@given(logs(), DAYS)
def test_a_workspace_beside_itself_is_no_change(log: list[Report], day: date) -> None:
    found = between_books(book_of(log), book_of(log), ViewOptions(as_of=day), VERSIONS)
    assert (changed(found.changes), found.edits) == ((), ())


@given(logs(), PAIRS, CLOCKS)
def test_both_sides_are_what_the_status_of_their_day_is(
    log: list[Report], days: tuple[date, date], clock: ComparisonClock
) -> None:
    book = book_of(log)
    found = compared(book, days, clock).changes
    for day, side in zip(days, ("before", "after"), strict=True):
        status = assess(book, day, known_on=day if clock is ComparisonClock.KNOWN else None)
        assert tuple(getattr(change, side) for change in found) == status
        counts = {record["signal"]: record[side] for record in signal_records(found)}
        assert counts == summarize(status).counts


@given(logs(), PAIRS, CLOCKS)
def test_the_counts_add_up(log: list[Report], days: tuple[date, date], clock: ComparisonClock) -> None:
    found = compared(book_of(log), days, clock).changes
    records = signal_records(found)
    assert sum(int(str(r["change"])) for r in records) == 0
    assert all(int(str(r["before"])) + int(str(r["change"])) == r["after"] for r in records)
    counted = tally(found)
    assert counted["better"] + counted["worse"] + counted["other"] == counted["signals"]
    assert counted["same"] + len(changed(found)) == len(found)


@given(logs(), PAIRS, CLOCKS)
def test_whatever_differs_is_listed(
    log: list[Report], days: tuple[date, date], clock: ComparisonClock
) -> None:
    for change in compared(book_of(log), days, clock).changes:
        before, after = change.before, change.after
        assert before is not None
        assert after is not None
        signals = set(change.kinds) - {ChangeKind.VALUE, ChangeKind.REVISED, ChangeKind.LATE}
        assert bool(signals) == (before.signal is not after.signal)
        assert (ChangeKind.VALUE in change.kinds) == (before.actual != after.actual)
        assert list(change.kinds) == sorted(change.kinds, key=list(ChangeKind).index)
        assert not {ChangeKind.ADJUSTED, ChangeKind.EDITED, ChangeKind.ADDED, ChangeKind.REMOVED} & set(
            change.kinds
        )


@given(logs(), PAIRS)
def test_by_either_clock_the_figures_known_on_the_first_day_changed_alike(
    log: list[Report], days: tuple[date, date]
) -> None:
    book = book_of(log)
    known = book.log.known_on(days[0])
    by_figures, as_known = (
        compared(book, days, clock).changes for clock in (ComparisonClock.FIGURES, ComparisonClock.KNOWN)
    )
    for one, other in zip(by_figures, as_known, strict=True):
        spoken_of = {point.day for point in known.points(one.target.id, days[0])}
        assert [f for f in one.figures if f.day in spoken_of] == [
            f for f in other.figures if f.day in spoken_of
        ]


@given(logs(), logs(), DAYS)
def test_a_later_log_tells_every_figure_that_is_gone_or_another(
    log: list[Report], more: list[Report], day: date
) -> None:
    before, after = book_of(log), book_of(more)
    sides = [Snapshot(day=day, log=b.log, assessments=assess(b, day)) for b in (before, after)]
    for change in changes(sides[0], sides[1]):
        target = change.target.id
        old = {p.day: p.value for p in before.log.points(target, day)}
        new = {p.day: p.value for p in after.log.points(target, day)}
        told = {figure.day: (figure.old, figure.new) for figure in change.figures}
        for when, value in old.items():
            assert (when in told) == (new.get(when) != value)
        assert all(pair == (old.get(when), new.get(when)) for when, pair in told.items())
