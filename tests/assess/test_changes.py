"""What happened to a target between two days, between two states of knowledge, between two catalogues."""

from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from support import assessed, book, catalogue, report, target, total
from tracker.assess.assessment import Assessment, assess
from tracker.assess.changes import ChangeKind, Snapshot, TargetChange, changed, changes, transitions
from tracker.assess.revised import RevisionCause
from tracker.assess.signal import Signal
from tracker.model.book import Book
from tracker.model.entry import Report


def side(found: Book, day: str, known: str | None = None) -> Snapshot:
    when = date.fromisoformat(day)
    known_on = date.fromisoformat(known) if known else None
    log = found.log.known_on(known_on) if known_on else found.log
    return Snapshot(day=when, log=log, assessments=assess(found, when, known_on=known_on))


def between(since: str, until: str, *reports: Report, **keys: Any) -> TargetChange:
    """The one target of a catalogue on two days, by the day of the figures."""
    found = book(catalogue(target(**keys)), *reports)
    (change,) = changes(side(found, since), side(found, until))
    return change


def as_known(since: str, until: str, *reports: Report, **keys: Any) -> TargetChange:
    found = book(catalogue(target(**keys)), *reports)
    (change,) = changes(side(found, since, since), side(found, until, until))
    return change


def edited(
    old: dict[str, Any], new: dict[str, Any], *reports: Report, day: str = "2024-10-31"
) -> TargetChange:
    before, after = (book(catalogue(target(**keys)), *reports) for keys in (old, new))
    (change,) = changes(side(before, day), side(after, day))
    return change


# 40 in the year: 20 are expected at the end of June, 23.3 at the end of July.
@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        (20, 24, (ChangeKind.VALUE,)),
        (20, 20, (ChangeKind.TURNED_YELLOW,)),
        (20, 18, (ChangeKind.TURNED_RED, ChangeKind.VALUE)),
        (18, 24, (ChangeKind.TURNED_GREEN, ChangeKind.VALUE)),
        (18, 40, (ChangeKind.NEWLY_DONE, ChangeKind.VALUE)),
        (40, 39, (ChangeKind.UNDONE, ChangeKind.VALUE)),
        (40, 18, (ChangeKind.TURNED_RED, ChangeKind.UNDONE, ChangeKind.VALUE)),
        (10, 20, (ChangeKind.TURNED_YELLOW, ChangeKind.VALUE)),
        (10, 10, ()),
    ],
)
def test_a_new_figure(first: int, second: int, kinds: tuple[ChangeKind, ...]) -> None:
    found = between("2024-06-30", "2024-07-31", total("2024-06-30", first), total("2024-07-31", second))
    assert found.kinds == kinds
    assert found.moved == second - first
    assert found.reported


def test_silence_begins_and_ends() -> None:
    first, later = total("2024-06-30", 30), total("2024-08-20", 30)
    assert between("2024-06-30", "2024-07-31", first).kinds == (ChangeKind.NEWLY_SILENT,)
    again = between("2024-07-31", "2024-08-20", first, later)
    assert (again.kinds, again.moved, again.reported) == ((ChangeKind.REPORTED_AGAIN,), Decimal(0), True)
    late = total("2024-08-20", 20)
    assert between("2024-07-31", "2024-08-20", first, late).kinds == (
        ChangeKind.TURNED_RED,
        ChangeKind.REPORTED_AGAIN,
        ChangeKind.VALUE,
    )


def test_a_deadline_that_passes_is_no_report() -> None:
    found = between("2024-12-31", "2025-01-01", total("2024-06-30", 30))
    assert found.kinds == (ChangeKind.TURNED_RED,)
    assert not found.reported


def test_red_stays_red_when_the_deadline_passes() -> None:
    reports = total("2024-12-31", 20)
    assert between("2024-12-31", "2025-01-01", reports).kinds == (ChangeKind.NEWLY_OVERDUE,)
    moved = {
        "adjustments": [
            {"date": "2025-01-05", "due": "2025-06-30", "target": {"at_least": "40"}, "document": "文"}
        ]
    }
    found = between("2025-01-04", "2025-01-05", reports, **moved)
    assert found.kinds == (ChangeKind.NO_LONGER_OVERDUE, ChangeKind.ADJUSTED)


def test_a_period_begins() -> None:
    found = between("2024-06-30", "2024-07-10", total("2024-07-10", 10), from_="2024-07-01")
    assert found.kinds == (ChangeKind.STARTED, ChangeKind.VALUE)
    found = between("2024-06-30", "2024-08-10", from_="2024-07-01")
    assert found.kinds == (ChangeKind.NEWLY_SILENT, ChangeKind.STARTED)


def test_an_adjustment_is_told_with_its_document() -> None:
    keys = {"adjustments": [{"date": "2024-07-15", "target": {"at_least": "30"}, "document": "〔2024〕7号"}]}
    reports = (total("2024-06-30", 18), total("2024-07-31", 18))
    found = between("2024-06-30", "2024-07-31", *reports, **keys)
    assert found.kinds == (ChangeKind.TURNED_GREEN, ChangeKind.ADJUSTED)
    (adjusted,) = found.adjustments
    assert (adjusted.old_goal.value, adjusted.goal.value) == (Decimal(40), Decimal(30))
    assert adjusted.adjustment.document == "〔2024〕7号"
    assert between("2024-07-15", "2024-07-31", *reports, **keys).adjustments == ()
    assert between("2024-07-14", "2024-07-15", *reports, **keys).kinds[-1] is ChangeKind.ADJUSTED


def test_by_the_day_of_the_figures_a_correction_changes_both_sides() -> None:
    reports = (
        total("2024-06-30", 26),
        total("2024-06-30", 20, recorded="2024-07-12T09:00:00+08:00"),
        total("2024-07-20", 24),
    )
    found = between("2024-06-30", "2024-07-20", *reports)
    assert found.before is not None
    assert (found.before.actual, found.moved) == (Decimal(20), Decimal(4))
    assert ChangeKind.REVISED in found.kinds
    (figure,) = found.figures
    assert (figure.cause, figure.old, figure.new, figure.moved) == (
        RevisionCause.REVISED,
        Decimal(26),
        Decimal(20),
        Decimal(-6),
    )
    seen = as_known("2024-06-30", "2024-07-20", *reports)
    assert seen.before is not None
    assert (seen.before.actual, seen.moved) == (Decimal(26), Decimal(-2))
    assert seen.figures == found.figures


def test_what_is_recorded_after_the_second_day_is_of_another_comparison() -> None:
    reports = (total("2024-06-30", 26), total("2024-06-30", 20, recorded="2024-08-12T09:00:00+08:00"))
    assert between("2024-06-30", "2024-07-20", *reports).figures == ()
    assert len(between("2024-07-20", "2024-08-20", *reports).figures) == 1


def pair(was: Signal, is_: Signal) -> tuple[Assessment, Assessment]:
    """Two assessments of one target, with these signals and a newer figure on the second."""
    by_signal = {
        Signal.DONE: assessed({}, "2024-07-31", total("2024-07-31", 40)),
        Signal.ON_TRACK: assessed({}, "2024-07-31", total("2024-07-31", 30)),
        Signal.BEHIND: assessed({}, "2024-07-31", total("2024-07-31", 22)),
        Signal.FAR_BEHIND: assessed({}, "2024-07-31", total("2024-07-31", 2)),
        Signal.OVERDUE: assessed({}, "2025-01-31", total("2024-12-31", 2)),
        Signal.SILENT: assessed({}, "2024-07-31"),
        Signal.PENDING: assessed({"from_": "2024-09-01"}, "2024-07-31"),
    }
    return by_signal[was], by_signal[is_]


ARRIVALS = {
    ChangeKind.NEWLY_DONE,
    ChangeKind.TURNED_RED,
    ChangeKind.NEWLY_OVERDUE,
    ChangeKind.NO_LONGER_OVERDUE,
    ChangeKind.TURNED_YELLOW,
    ChangeKind.TURNED_GREEN,
    ChangeKind.NEWLY_SILENT,
    ChangeKind.NOT_YET_DUE,
}
DEPARTURES = {
    ChangeKind.UNDONE: Signal.DONE,
    ChangeKind.REPORTED_AGAIN: Signal.SILENT,
    ChangeKind.STARTED: Signal.PENDING,
}


@pytest.mark.parametrize(("was", "is_"), list(product(Signal, Signal)))
def test_every_change_of_signal_has_its_name(was: Signal, is_: Signal) -> None:
    before, after = pair(was, is_)
    assert (before.signal, after.signal) == (was, is_)
    kinds = set(transitions(before, after))
    assert bool(kinds) == (was is not is_)
    assert len(kinds & ARRIVALS) <= 1
    assert kinds <= ARRIVALS | set(DEPARTURES)
    assert all(was is DEPARTURES[kind] for kind in kinds - ARRIVALS)
    red = {Signal.FAR_BEHIND, Signal.OVERDUE}
    assert (ChangeKind.TURNED_RED in kinds) == (is_ in red and was not in red)
    assert (ChangeKind.TURNED_GREEN in kinds) == (is_ is Signal.ON_TRACK and was in {Signal.BEHIND, *red})
    assert (ChangeKind.UNDONE in kinds) == (was is Signal.DONE is not is_)


def test_better_and_worse() -> None:
    def course(was: Signal, is_: Signal) -> int:
        before, after = pair(was, is_)
        return TargetChange(before=before, after=after, kinds=()).course

    assert course(Signal.BEHIND, Signal.ON_TRACK) == 1
    assert course(Signal.FAR_BEHIND, Signal.OVERDUE) == -1
    assert course(Signal.DONE, Signal.DONE) == 0
    assert course(Signal.SILENT, Signal.DONE) == 0
    assert course(Signal.ON_TRACK, Signal.PENDING) == 0


def test_targets_come_and_go() -> None:
    old = book(catalogue(target(id="one"), target(id="two", quote="另一句")))
    new = book(catalogue(target(id="two", quote="另一句"), target(id="three", quote="第三句")))
    found = changes(side(old, "2024-10-31"), side(new, "2024-10-31"))
    assert [(c.target.id, c.kinds) for c in found] == [
        ("two", ()),  # its number is another, which is no edit
        ("three", (ChangeKind.ADDED,)),
        ("one", (ChangeKind.REMOVED,)),
    ]
    assert [(c.moved, c.reported, c.course, c.signal_changed) for c in found] == 3 * [(None, False, 0, False)]
    assert changed(found) == found[1:]


def test_another_unit_is_not_another_value() -> None:
    reports = total("2024-10-31", "2", unit="亿元")
    found = edited(
        {"unit": "亿元", "target": {"at_least": "3.5"}},
        {"unit": "万元", "target": {"at_least": "35000"}},
        reports,
    )
    assert found.kinds == (ChangeKind.EDITED,)
    assert found.moved == 0
    assert [edit.what for edit in found.edits] == ["unit", "target"]


def test_units_that_do_not_compare() -> None:
    before = book(catalogue(target()), total("2024-10-31", 2))
    after = book(catalogue(target(unit="亩")), total("2024-10-31", 2))
    (found,) = changes(side(before, "2024-10-31"), side(after, "2024-10-31"))
    assert ChangeKind.VALUE in found.kinds
    assert found.moved is None


def test_a_new_adjustment_is_told_even_before_it_is_in_force() -> None:
    later = {"adjustments": [{"date": "2024-12-01", "target": {"at_least": "30"}, "document": "文"}]}
    found = edited({}, later)
    assert found.kinds == (ChangeKind.ADJUSTED,)
    gone = edited(later, {})
    assert gone.kinds == (ChangeKind.EDITED,)
    assert gone.edits[0].what == "adjustment"


def test_a_report_by_another_branch() -> None:
    before = book(catalogue(target()), total("2024-08-10", 10), total("2024-08-31", 22))
    after = book(
        catalogue(target()), total("2024-08-10", 10), total("2024-08-20", 15), total("2024-08-31", 22)
    )
    (found,) = changes(side(before, "2024-08-31"), side(after, "2024-08-31"))
    assert found.kinds == (ChangeKind.LATE,)  # filled in behind a later figure
    assert [(f.day, f.old, f.new) for f in found.figures] == [(date(2024, 8, 20), None, Decimal(15))]


def test_a_day_beside_itself_has_nothing_to_tell() -> None:
    withdrawn = total("2024-07-10", 9, stem="2024-07-10-x")
    void = report(
        "2024-07-10", {"void": "2024-07-10-x", "reason": "错"}, recorded="2024-07-12T09:00:00+08:00"
    )
    found = between("2024-07-12", "2024-07-12", withdrawn, void, total("2024-07-11", 20))
    assert (found.kinds, found.figures) == ((), ())
