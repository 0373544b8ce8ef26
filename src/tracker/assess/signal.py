"""Signals and flags: the one word in which a target stands, and the marks beside it."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from tracker.assess.schedule import Schedule
from tracker.model.amendments import PathRule
from tracker.model.goal import Goal
from tracker.model.log import Point, Points
from tracker.model.profile import Profile
from tracker.model.quantity import ExactNumber

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
    PROMISE_OVERDUE = "promise_overdue"  # 承诺逾期: the day a unit promised has passed, and it is not back
    ACCEPTED = "accepted"  # 已接受: a document accepts the deviation until a day
    STALLED = "stalled"  # not met, and no move in the better direction over the last two reports
    FALLING = "falling"  # what counts up is below what it once was
    CONFLICTING = "conflicting"  # 同日有异: two units said different totals of the figure's day
    PRELIMINARY = "preliminary"  # the latest figure is a first one
    VERIFIED = "verified"  # a second unit has verified the latest figure


@dataclass(frozen=True)
class SignalInput:
    """All that a signal is decided from; what only some signals ask for is computed when they do."""

    schedule: Schedule
    day: date
    latest: Point | None  # the latest figure
    profile: Profile

    @cached_property
    def met(self) -> bool:
        """Whether the latest figure meets the goal."""
        return self.latest is not None and self.schedule.goal.met_by(self.latest.value)

    @cached_property
    def judged_on(self) -> date:
        """The day on which it is judged."""
        return self.schedule.judging_day(self.latest.day if self.latest else None, self.day)

    @cached_property
    def expected(self) -> Fraction | None:
        """Where the path says the value should be on that day, in the target's unit."""
        return self.schedule.expected(self.judged_on)

    @cached_property
    def lead(self) -> Fraction | None:
        """How far ahead of that the latest figure is, as a share."""
        return self.schedule.lead(self.latest.value if self.latest else None, self.expected)

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
        """Whether no pace leads there: it holds or not, is a limit, or went past the far edge of 左右."""
        schedule = self.schedule
        past = self.latest is not None and schedule.is_past(Fraction(self.latest.value))
        return schedule.path is PathRule.HOLD or schedule.goal.limits(schedule.target.baseline) or past

    @property
    def can_be_lost(self) -> bool:
        """Whether meeting the goal today says nothing about the deadline (shares, levels, rates, limits)."""
        return not self.schedule.target.rules.counts_up or not self.schedule.goal.higher_is_better

    @property
    def has_final_figure(self) -> bool:
        """Whether the deadline has come, and the latest figure speaks for it."""
        return self.day >= self.schedule.period.end and self.fresh_at(self.schedule.period.end)


def signal_of(inputs: SignalInput) -> tuple[Signal, str]:
    """The signal, and the name of the comparison that gave it.

    Looked at in this order: done, overdue, pending, silent, then the lead.
    """
    if inputs.met and not inputs.can_be_lost:
        return Signal.DONE, "met"
    if inputs.met and inputs.has_final_figure:
        return Signal.DONE, "held"
    if inputs.over:
        return (Signal.SILENT, "no-final-figure") if inputs.met else (Signal.OVERDUE, "not-met")
    if inputs.day < inputs.schedule.period.start:
        return Signal.PENDING, "not-started"
    at_due = inputs.schedule.path is PathRule.AT_DUE and inputs.day < inputs.schedule.period.end
    if at_due and not inputs.met:
        return Signal.PENDING, "at-due"
    if inputs.latest is None:
        return Signal.SILENT, "no-figure"
    if not inputs.fresh_at(inputs.day):
        return Signal.SILENT, "stale"
    return _by_lead(inputs)


def _by_lead(inputs: SignalInput) -> tuple[Signal, str]:
    schedule, profile, lead = inputs.schedule, inputs.profile, inputs.lead
    holds = schedule.path is PathRule.HOLD
    if inputs.met and (holds or not schedule.target.rules.counts_up):
        return Signal.ON_TRACK, "holds"
    if lead is None or inputs.expected is None:
        return (Signal.ON_TRACK, "lead") if inputs.met else (Signal.FAR_BEHIND, "wrong-direction")
    due = schedule.completion(inputs.expected) or Fraction(0)
    if profile.is_far_behind(lead, due, rate=schedule.is_rate):
        return Signal.FAR_BEHIND, "lead"
    if profile.is_behind(lead, rate=schedule.is_rate):
        return Signal.BEHIND, "lead"
    # What must hold, and on its deadline anything, is not in order while it is not met: at 38 of 超过38家.
    if not inputs.met and (holds or inputs.day == schedule.period.end):
        red = profile.forgives_nothing(rate=schedule.is_rate)
        return (Signal.FAR_BEHIND if red else Signal.BEHIND), "not-enough"
    return Signal.ON_TRACK, "lead"


def flags_of(
    inputs: SignalInput,
    signal: Signal,
    points: Points,
    falls_short: Callable[[], bool],
    beside: Container[Flag] = (),
) -> tuple[Flag, ...]:
    """The marks beside `signal`, in a fixed order; `falls_short` is asked where nothing else warns yet.

    `beside` are marks that no figure decides.
    """
    days_left = (inputs.schedule.period.end - inputs.day).days
    values = [point.value for point in points]
    counts_up = inputs.schedule.target.rules.counts_up
    marks = {
        Flag.DUE_SOON: signal is not Signal.DONE and 0 <= days_left <= SOON,
        Flag.AT_RISK: _may_miss(inputs, signal) and falls_short(),
        Flag.PROMISE_OVERDUE: Flag.PROMISE_OVERDUE in beside,
        Flag.ACCEPTED: Flag.ACCEPTED in beside,
        Flag.STALLED: not inputs.met and _stalled(inputs.schedule.goal, values),
        Flag.FALLING: counts_up and len(values) > 1 and values[-1] < max(values),
        Flag.CONFLICTING: inputs.latest is not None and inputs.latest.disputed,
        Flag.PRELIMINARY: inputs.latest is not None and inputs.latest.preliminary,
        Flag.VERIFIED: inputs.latest is not None and inputs.latest.verified,
    }
    return tuple(flag for flag, holds in marks.items() if holds)


def _may_miss(inputs: SignalInput, signal: Signal) -> bool:
    """Whether the forecast is worth asking: nothing has turned yet, and figures can be extrapolated."""
    return signal in {Signal.ON_TRACK, Signal.PENDING} and inputs.schedule.path is not PathRule.HOLD


def _stalled(goal: Goal, values: Sequence[ExactNumber]) -> bool:
    """Whether neither of the last two reports moved in the better direction (nearer to it, of 左右)."""
    margins = [goal.margin(Fraction(value)) for value in values[-3:]]
    return len(margins) > 2 and margins[0] >= margins[1] >= margins[2]  # noqa: PLR2004 - and the one before
