"""Figures that were changed after they were known: one target's log beside what was known of it before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tracker.model.catalogue import Target
from tracker.model.entry import Entry, Withdrawal
from tracker.model.exact import exact_difference
from tracker.model.log import Point
from tracker.model.log_protocol import Log
from tracker.model.quantity import ExactNumber, InexactError, UnitMismatchError, converted


class RevisionCause(StrEnum):
    """Why a figure of a past day reads otherwise than before."""

    REVISED = "revised"  # another value for the same day
    WITHDRAWN = "withdrawn"  # no value of its own any more
    LATE = "late"  # filled in after its reporting term, or behind a later figure that was known already
    CARRIED = "carried"  # nothing new was said of this day: an earlier figure it adds to has changed


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureChange:
    """The value at one day before and after; each in the unit its side gives the target."""

    target: Target
    day: date
    old_unit: str
    old: ExactNumber | None
    new: ExactNumber | None
    old_entry: Entry | None
    new_entry: Entry | None
    void: Withdrawal | None  # what withdrew or returned the old entry
    cause: RevisionCause

    @property
    def moved(self) -> ExactNumber | None:
        """By how much the value changed, in the target's unit; None where that cannot be said."""
        return difference(self.old, self.old_unit, self.new, self.target.unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogComparison:
    """Two states of the log. `sequel` is the log in which `old` and `new` are two moments, if it is one.

    Figures come in days after the day they are of. So with a `sequel`, a figure that was not known yet in
    `old` is compared with what was first said of it: correcting it later is a revision all the same.
    """

    old: Log
    new: Log
    until: date  # figures up to this day are compared
    # By target, entries of `new` of days up to `until` that were recorded after it, with what withdrew them.
    late: Mapping[str, Sequence[tuple[Entry, Withdrawal | None]]]
    sequel: Log | None = None
    _moments: dict[date, Log] = field(default_factory=dict)

    def figures(self, before: Target, after: Target) -> tuple[FigureChange, ...]:
        """What became of the target's figures, by day."""
        return tuple(self._figures(before, after))

    def _figures(self, before: Target, after: Target) -> Iterator[FigureChange]:
        old = {point.day: point for point in self.old.points(before.id, self.until)}
        new = {point.day: point for point in self.new.points(after.id, self.until)}
        latest = max(old, default=None)
        first = self._first_said(after, self.sequel) if self.sequel else {}
        for day in sorted({*old, *new, *first}):
            point_before, point_after = old.get(day), new.get(day)
            cause: RevisionCause | None
            if (
                point_before is None
                and point_after is not None
                and _is_late(after, day, first.get(day, point_after), latest)
            ):
                cause = RevisionCause.LATE
            else:
                point_before = point_before or first.get(day)
                cause = self._cause(before, after, point_before, point_after)
            if cause is not None:
                yield FigureChange(
                    target=after,
                    day=day,
                    old_unit=before.unit,
                    old=point_before.value if point_before else None,
                    new=point_after.value if point_after else None,
                    old_entry=point_before.entry if point_before else None,
                    new_entry=point_after.entry if point_after else None,
                    void=self.new.void_of(point_before.entry) if point_before else None,
                    cause=cause,
                )

    def _cause(
        self, before: Target, after: Target, point_before: Point | None, point_after: Point | None
    ) -> RevisionCause | None:
        if point_before is None:
            return None
        if point_after is None:
            return RevisionCause.WITHDRAWN
        if same_value(point_before.value, before.unit, point_after.value, after.unit):
            return None
        if _said(self.old, before, point_before.day) == _said(self.new, after, point_before.day):
            return RevisionCause.CARRIED
        return RevisionCause.REVISED

    def _first_said(self, target: Target, sequel: Log) -> dict[date, Point]:
        """What was first said of each day after `until` had passed, where more was said of it later."""
        by_day: dict[date, list[tuple[Entry, Withdrawal | None]]] = {}
        for entry, void in self.late.get(target.id, ()):
            by_day.setdefault(entry.report.date, []).append((entry, void))
        first: dict[date, Point] = {}
        for day, late in by_day.items():
            moment = min(entry.report.known_day for entry, _ in late)
            if all(entry.report.known_day == moment and void is None for entry, void in late):
                continue
            if moment not in self._moments:
                self._moments[moment] = sequel.known_on(moment)
            points = self._moments[moment].points(target.id, day)
            if points and points[-1].day == day:
                first[day] = points[-1]
        return first


def same_value(old: ExactNumber | None, unit: str, new: ExactNumber | None, new_unit: str) -> bool:
    """Whether both are the same amount, whatever unit it is given in."""
    return old is new or difference(old, unit, new, new_unit) == 0


def difference(
    old: ExactNumber | None, unit: str, new: ExactNumber | None, new_unit: str
) -> ExactNumber | None:
    """`new` less `old`, in the unit of `new`; None where one is missing or they do not compare."""
    if old is None or new is None:
        return None
    try:
        return exact_difference(new, converted(old, unit, new_unit))
    except (UnitMismatchError, InexactError):
        return None


def _is_late(target: Target, day: date, first: Point, latest: date | None) -> bool:
    """Whether a figure of `day` came after its term, or after one of a later day."""
    overdue = (first.entry.report.known_day - day).days > target.reporting.grace
    return overdue or (latest is not None and day < latest)


def _said(log: Log, target: Target, day: date) -> set[tuple[str, ExactNumber | None, Decimal | None]]:
    """What was said of this one day."""
    return {(entry.ref, entry.total, entry.add) for entry in log.entries(target.id, day, since=day)}
