"""Signals and flags: the one word in which a target stands, and the marks beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from tracker.assess.schedule import Schedule
from tracker.model.catalogue import PathRule
from tracker.model.goal import Operator
from tracker.model.log import Point, Points
from tracker.model.profile import Profile

# A deadline within so many days is near (蓝).
SOON = 30


class Signal(StrEnum):
    """Every target is in exactly one; in the order in which they are counted."""

    DONE = "done"  # 已完成
    ON_TRACK = "on_track"  # 达到序时 (绿)
    BEHIND = "behind"  # 滞后 (黄)
    FAR_BEHIND = "far_behind"  # 严重滞后 (红)
    OVERDUE = "overdue"  # 逾期未完成 (红)
    SILENT = "silent"  # 未报送 (灰)
    PENDING = "pending"  # 未到考核期


class Flag(StrEnum):
    """Marks beside the signal."""

    DUE_SOON = "due_soon"  # 临期 (蓝)
    AT_RISK = "at_risk"  # on schedule today, yet it will hardly get there (预警)
    STALLED = "stalled"  # no increase over the last two reports
    FALLING = "falling"  # a total that counts up went down
    PRELIMINARY = "preliminary"  # the latest figure is a first one


@dataclass(frozen=True, slots=True)
class SignalInput:
    """All that a signal is decided from."""

    schedule: Schedule
    day: date
    latest: Point | None  # the latest figure
    lead: Fraction | None
    expected: Fraction | None
    profile: Profile

    @property
    def met(self) -> bool:
        """Whether the latest figure meets the goal."""
        return self.latest is not None and self.schedule.goal.met_by(self.latest.value)

    def fresh_at(self, day: date) -> bool:
        """Whether the latest figure was no older than cadence and grace on `day`."""
        if self.latest is None:
            return False
        return (day - self.latest.day).days <= self.schedule.target.reporting.fresh_days

    @property
    def over(self) -> bool:
        """Whether the deadline has passed."""
        return self.day > self.schedule.period.end

    @property
    def is_kept(self) -> bool:
        """Whether no pace leads there: it holds or not, is a limit, or went past its upper end."""
        goal, target = self.schedule.goal, self.schedule.target
        passed = (
            goal.operator is Operator.ABOUT
            and goal.better is None
            and self.latest is not None
            and self.latest.value > goal.value
        )
        return target.path is PathRule.HOLD or goal.limits(target.baseline) or passed

    @property
    def can_be_lost(self) -> bool:
        """Whether meeting the goal today says nothing about the deadline (rates that must hold, limits)."""
        return self.schedule.target.path is PathRule.HOLD or self.schedule.goal.caps


def signal_of(inputs: SignalInput) -> tuple[Signal, str]:
    """The signal, and the name of the comparison that gave it.

    Looked at in this order: done, overdue, pending, silent, then the lead.
    """
    if inputs.met and not inputs.can_be_lost:
        return Signal.DONE, "met"
    if inputs.over:
        return _after_the_deadline(inputs)
    if inputs.day < inputs.schedule.period.start:
        return Signal.PENDING, "not-started"
    if inputs.schedule.target.path is PathRule.AT_DUE and inputs.day < inputs.schedule.period.end:
        return Signal.PENDING, "at-due"
    if inputs.latest is None:
        return Signal.SILENT, "no-figure"
    if not inputs.fresh_at(inputs.day):
        return Signal.SILENT, "stale"
    return _by_lead(inputs)


def _after_the_deadline(inputs: SignalInput) -> tuple[Signal, str]:
    if not inputs.met:
        return Signal.OVERDUE, "not-met"
    # What can be lost again counts as done only by a figure that speaks for the deadline.
    if inputs.fresh_at(inputs.schedule.period.end):
        return Signal.DONE, "held"
    return Signal.SILENT, "no-final-figure"


def _by_lead(inputs: SignalInput) -> tuple[Signal, str]:
    holds = inputs.schedule.target.path is PathRule.HOLD
    if holds and inputs.met:
        return Signal.ON_TRACK, "holds"
    if inputs.lead is None or inputs.expected is None:
        return Signal.FAR_BEHIND, "wrong-direction"
    due = inputs.schedule.completion(inputs.expected) or Fraction(0)
    if inputs.profile.is_far_behind(inputs.lead, due):
        return Signal.FAR_BEHIND, "lead"
    if inputs.profile.is_behind(inputs.lead):
        return Signal.BEHIND, "lead"
    # 超过38家: 38 is on schedule, but at every report of a rate, and on the deadline, it is not enough.
    if not inputs.met and ((holds and inputs.lead >= 0) or inputs.day == inputs.schedule.period.end):
        return Signal.BEHIND, "not-enough"
    return Signal.ON_TRACK, "lead"


def flags_of(
    inputs: SignalInput, signal: Signal, points: Points, falls_short: Callable[[], bool]
) -> tuple[Flag, ...]:
    """The marks beside `signal`, in a fixed order; `falls_short` is asked where it is on schedule."""
    days_left = (inputs.schedule.period.end - inputs.day).days
    values = [point.value for point in points]
    counts_up = inputs.schedule.target.rules.counts_up
    marks = {
        Flag.DUE_SOON: signal is not Signal.DONE and 0 <= days_left <= SOON,
        Flag.AT_RISK: signal is Signal.ON_TRACK
        and inputs.schedule.target.path not in {PathRule.HOLD, PathRule.AT_DUE}
        and falls_short(),
        Flag.STALLED: signal is not Signal.DONE
        and inputs.schedule.target.path is not PathRule.HOLD
        and not inputs.schedule.goal.caps
        and len(values) > 2  # noqa: PLR2004 - two reports and the one before them
        and values[-3] >= values[-2] >= values[-1],
        Flag.FALLING: counts_up and len(values) > 1 and values[-1] < max(values),
        Flag.PRELIMINARY: inputs.latest is not None and inputs.latest.source.preliminary,
    }
    return tuple(flag for flag, holds in marks.items() if holds)
