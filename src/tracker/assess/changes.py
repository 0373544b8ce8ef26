"""What changed between two snapshots of the targets: two days, two states of knowledge, or two workspaces."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tracker.assess.assessment import Assessment
from tracker.assess.edits import Edit, target_edits
from tracker.assess.revised import FigureChange, LogComparison, RevisionCause, difference, same_value
from tracker.assess.signal import Signal
from tracker.model.catalogue import Adjustment, Target
from tracker.model.goal import Goal
from tracker.model.log import Log
from tracker.model.period import Period


class ChangeKind(StrEnum):
    """What happened to a target, in the order in which it is told; several may hold at once."""

    ADDED = "added"  # the target is new in the catalogue
    REMOVED = "removed"
    RETIRED = "retired"  # 终止: a document ended it
    NEWLY_DONE = "newly_done"  # 新完成
    TURNED_RED = "turned_red"  # 新转红: far behind or overdue, and was neither
    NEWLY_OVERDUE = "newly_overdue"  # from far behind: red before and after
    NO_LONGER_OVERDUE = "no_longer_overdue"  # to far behind: its deadline was moved
    TURNED_YELLOW = "turned_yellow"  # 转黄
    TURNED_GREEN = "turned_green"  # 转绿: from yellow or red
    NEWLY_SILENT = "newly_silent"  # 新未报送
    NOT_YET_DUE = "not_yet_due"  # not judged any more
    REPORTED_AGAIN = "reported_again"  # was silent
    UNDONE = "undone"  # was done
    STARTED = "started"  # was not judged yet
    VALUE = "value"  # another actual value
    REVISED = "revised"  # a figure both sides know has another value
    LATE = "late"  # 补报
    ADJUSTED = "adjusted"  # another goal or deadline by a later document
    EDITED = "edited"  # the catalogue says something else of it


_ARRIVED = {
    Signal.DONE: ChangeKind.NEWLY_DONE,
    Signal.ON_TRACK: ChangeKind.TURNED_GREEN,
    Signal.BEHIND: ChangeKind.TURNED_YELLOW,
    Signal.FAR_BEHIND: ChangeKind.TURNED_RED,
    Signal.OVERDUE: ChangeKind.TURNED_RED,
    Signal.SILENT: ChangeKind.NEWLY_SILENT,
    Signal.PENDING: ChangeKind.NOT_YET_DUE,
}
_AMONG_RED = {Signal.OVERDUE: ChangeKind.NEWLY_OVERDUE, Signal.FAR_BEHIND: ChangeKind.NO_LONGER_OVERDUE}
_SCALE = (Signal.DONE, Signal.ON_TRACK, Signal.BEHIND, Signal.FAR_BEHIND, Signal.OVERDUE)
_JUDGED = frozenset({Signal.ON_TRACK, Signal.BEHIND, Signal.FAR_BEHIND})
_LEFT = {
    Signal.DONE: ChangeKind.UNDONE,
    Signal.SILENT: ChangeKind.REPORTED_AGAIN,
    Signal.PENDING: ChangeKind.STARTED,
}
_CAUSES = {
    RevisionCause.REVISED: ChangeKind.REVISED,
    RevisionCause.WITHDRAWN: ChangeKind.REVISED,
    RevisionCause.CARRIED: ChangeKind.REVISED,
    RevisionCause.LATE: ChangeKind.LATE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Every target on `day`, assessed from `log`; `retired` are the ids of those that had been ended."""

    day: date
    log: Log
    assessments: tuple[Assessment, ...]
    retired: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AdjustmentChange:
    """An adjustment that one side has and the other has not: goal and period before and from it on."""

    adjustment: Adjustment
    old_goal: Goal
    goal: Goal
    old_period: Period
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetChange:
    """One target on both sides; None where that side has no such target. `kinds` is empty without change."""

    before: Assessment | None
    after: Assessment | None
    kinds: tuple[ChangeKind, ...]
    figures: tuple[FigureChange, ...] = ()
    adjustments: tuple[AdjustmentChange, ...] = ()
    edits: tuple[Edit, ...] = ()

    @property
    def target(self) -> Target:
        """The target as it is now, or as it last was."""
        assessment = self.after or self.before
        if assessment is None:
            raise LookupError
        return assessment.target

    @property
    def moved(self) -> Decimal | None:
        """By how much the actual value changed, in the unit it has now; None where that cannot be said."""
        if not (self.before and self.after):
            return None
        before, now = self.before, self.after
        return difference(before.actual, before.target.unit, now.actual, now.target.unit)

    @property
    def reported(self) -> bool:
        """Whether the side after knows a figure of a later day, be its value the same."""
        before = self.before.latest if self.before else None
        now = self.after.latest if self.after else None
        return now is not None and (before is None or before.day < now.day)

    @property
    def signal_changed(self) -> bool:
        """Whether it is on both sides with different signals."""
        return bool(self.before and self.after and self.before.signal is not self.after.signal)

    @property
    def course(self) -> int:
        """1 where its signal became better, -1 where worse, 0 where neither can be said.

        Done, on track, behind, far behind, overdue are a scale; silence and not being due are not on it.
        """
        if not (self.before and self.after) or not {self.before.signal, self.after.signal} <= set(_SCALE):
            return 0
        before, now = _SCALE.index(self.before.signal), _SCALE.index(self.after.signal)
        return (before > now) - (before < now)


def changes(before: Snapshot, after: Snapshot) -> tuple[TargetChange, ...]:
    """Every target of both sides in the order of the side after, then those that only the side before has.

    Figures up to the day before are compared as well. Where both sides look at one log, the question is what
    was recorded between the two days; otherwise it is in what the two logs differ.
    """
    comparison = _comparison(before, after)
    old = {assessment.target.id: assessment for assessment in before.assessments}
    new = {assessment.target.id for assessment in after.assessments}
    return (
        *(_change(old.get(a.target.id), a, comparison, (before.day, after.day)) for a in after.assessments),
        *(
            TargetChange(
                before=a,
                after=None,
                kinds=(ChangeKind.RETIRED if a.target.id in after.retired else ChangeKind.REMOVED,),
            )
            for a in before.assessments
            if a.target.id not in new
        ),
    )


def transitions(before: Assessment, after: Assessment) -> Iterator[ChangeKind]:
    """What a change of signal is called; nothing where there is none."""
    signal_before, signal_after = before.signal, after.signal
    if signal_before is signal_after:
        return
    left = _LEFT.get(signal_before)
    # Silence may also end without a report: the deadline passes.
    if left is ChangeKind.REPORTED_AGAIN and signal_after not in _JUDGED and before.latest == after.latest:
        left = None
    arrived = (
        _AMONG_RED[signal_after]
        if {signal_before, signal_after} == set(_AMONG_RED)
        else _ARRIVED[signal_after]
    )
    # 转绿 is said of what was yellow or red.
    if arrived is not ChangeKind.TURNED_GREEN or left is None:
        yield arrived
    if left is not None:
        yield left


def _comparison(before: Snapshot, after: Snapshot) -> LogComparison:
    old, new, sequel = before.log, after.log, None
    if old is new:
        old, new, sequel = new.known_on(before.day), new.known_on(after.day), new
    until = min(before.day, after.day)
    late = new.recorded_after(until) if sequel else {}
    return LogComparison(old=old, new=new, until=until, late=late, sequel=sequel)


def _change(
    before: Assessment | None, after: Assessment, comparison: LogComparison, days: tuple[date, date]
) -> TargetChange:
    if before is None:
        return TargetChange(before=None, after=after, kinds=(ChangeKind.ADDED,))
    target_before, target_after = before.target, after.target
    figures = comparison.figures(target_before, target_after)
    adjustments = tuple(_adjusted(target_before, target_after, days))
    edits = () if target_before is target_after else target_edits(target_before, target_after)
    kinds = {*transitions(before, after), *(_CAUSES[figure.cause] for figure in figures)}
    if not same_value(before.actual, target_before.unit, after.actual, target_after.unit):
        kinds.add(ChangeKind.VALUE)
    if adjustments:
        kinds.add(ChangeKind.ADJUSTED)
    if edits:
        kinds.add(ChangeKind.EDITED)
    return TargetChange(
        before=before,
        after=after,
        kinds=tuple(kind for kind in ChangeKind if kind in kinds),
        figures=figures,
        adjustments=adjustments,
        edits=edits,
    )


def _adjusted(
    target_before: Target, target_after: Target, days: tuple[date, date]
) -> Iterator[AdjustmentChange]:
    """Adjustments that came into force between the days, and those that only the side after has."""
    since, until = days
    for n, adjustment in sorted(enumerate(target_after.adjustments), key=lambda pair: pair[1].since):
        if since < adjustment.since <= until or adjustment not in target_before.adjustments:
            before, after, day = *target_after.changed_by(n), adjustment.since
            yield AdjustmentChange(
                adjustment,
                before.goal_on(day),
                after.goal_on(day),
                before.period_on(day),
                after.period_on(day),
            )


def changed(target_changes: Iterable[TargetChange]) -> tuple[TargetChange, ...]:
    """Those of which there is something to tell."""
    return tuple(change for change in target_changes if change.kinds)
