"""One target on one day: every number the views show, exact."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from tracker.assess.escalation import EscalationState, escalation_state
from tracker.assess.forecast import Forecast, forecast, no_forecast_reason, warning
from tracker.assess.pace import Course, best_pace, course_of, recent_pace, required_pace
from tracker.assess.previous import figure_of_year_before
from tracker.assess.schedule import original_schedule, schedule_on
from tracker.assess.signal import Flag, Signal, SignalInput, flags_of, signal_of
from tracker.model.book import Book
from tracker.model.catalogue import Adjustment, PathRule, Target
from tracker.model.goal import Goal
from tracker.model.log import Log, Point, Points
from tracker.model.period import Period
from tracker.model.profile import DEFAULT_ESCALATION, Escalation, Profile

# A pace above so many times the best so far is hardly to be had.
OUT_OF_REACH = Fraction(3, 2)


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """Where a target stands. Shares are fractions of one; paces are per month, in the target's unit.

    What not every view shows (paces, the forecast, how long it has lagged) is computed when it is asked for.
    """

    target: Target
    as_of: date
    goal: Goal  # in force on the day
    period: Period  # in force on the day
    latest: Point | None
    judged_on: date
    completion: Fraction | None
    expected: Fraction | None
    lead: Fraction | None
    signal: Signal
    reason: str
    inputs: SignalInput = field(repr=False, compare=False)  # what it was judged from
    points: Points = field(repr=False, compare=False)  # its values by day
    escalation: Escalation = field(repr=False, compare=False)

    @property
    def adjustment(self) -> Adjustment | None:
        """The change of the target that is in force, if it was ever changed."""
        return self.target.adjustment_on(self.as_of)

    @property
    def actual(self) -> Decimal | None:
        """The latest figure, in the target's unit."""
        return self.latest.value if self.latest else None

    @property
    def met(self) -> bool:
        """Whether the latest figure meets the goal."""
        return self.inputs.met

    @property
    def elapsed(self) -> Fraction:
        """How much of the period had passed on the day on which it was judged."""
        return self.period.elapsed(self.judged_on)

    @cached_property
    def expected_completion(self) -> Fraction | None:
        """The completion that the path expects."""
        return None if self.expected is None else self.inputs.schedule.completion(self.expected)

    @cached_property
    def gap(self) -> Decimal | None:
        """What is missing; with no figure at all, everything from the baseline on, if that is known."""
        value = self.latest.value if self.latest else self.target.baseline
        if value is None:
            return None
        return self.goal.missing(value, whole=self.target.is_whole)

    @cached_property
    def course(self) -> Course:
        """The figures between which paces are measured."""
        return course_of(self.points, self.inputs.schedule)

    @cached_property
    def pace(self) -> Fraction | None:
        """The recent pace."""
        return recent_pace(self.course)

    @cached_property
    def best(self) -> Fraction | None:
        """The best pace so far."""
        return best_pace(self.course)

    @cached_property
    def required(self) -> Fraction | None:
        """The pace that closes the gap by the deadline; None where none would, or nothing is to be closed."""
        if self.met or self.gap is None or self.inputs.is_kept:
            return None
        return required_pace(self.gap, self.inputs.schedule, self.as_of)

    @cached_property
    def forecast(self) -> Forecast | None:
        """The value at the deadline if the recent pace goes on."""
        return forecast(self.course, self.as_of)

    @cached_property
    def warning(self) -> Forecast | None:
        """The same of what is judged at its deadline only: never a forecast, only to warn in time."""
        return warning(self.course, self.as_of)

    @property
    def no_forecast(self) -> str | None:
        """Why there is no forecast."""
        return no_forecast_reason(self.course, self.as_of)

    @cached_property
    def buffer(self) -> int | None:
        """Days until it falls behind if nothing more is reported."""
        if self.signal is Signal.DONE or self.latest is None:
            return None
        return self.inputs.schedule.buffer(self.latest.value, self.as_of)

    @property
    def year_step(self) -> Decimal | None:
        """What the year's end asks of a target that is due in a later one (本年应达), where agreed."""
        return self.inputs.schedule.year_step(self.as_of)

    @property
    def year_completion(self) -> Fraction | None:
        """The completion of the year's step."""
        if self.latest is None or self.year_step is None:
            return None
        return self.inputs.schedule.completion(self.latest.value, self.year_step)

    @cached_property
    def flags(self) -> tuple[Flag, ...]:
        """The marks beside the signal."""
        return flags_of(self.inputs, self.signal, self.points, lambda: self.falls_short)

    @property
    def falls_short(self) -> bool:
        """Whether the forecast misses the goal, or the pace it takes is above 1.5 times the best so far.

        What is judged at its deadline only falls short where all of the range of its figures misses the goal.
        """
        if self.inputs.schedule.path is PathRule.AT_DUE:
            return self.warning is not None and not self.warning.may_meet(self.goal)
        if self.forecast is not None and not self.goal.met_by(self.forecast.value):
            return True
        required, best = self.required, self.best
        return required is not None and best is not None and required > OUT_OF_REACH * best

    @cached_property
    def year_before(self) -> tuple[date, Decimal] | None:
        """The figure of the same day a year before the latest one (上年同期), and its day."""
        return figure_of_year_before(self.target, self.latest.day) if self.latest else None

    @property
    def year_on_year(self) -> Fraction | None:
        """By which share the latest figure is above that of a year before (同比); None without that."""
        if self.latest is None or self.year_before is None or not self.year_before[1]:
            return None
        return Fraction(self.latest.value) / Fraction(self.year_before[1]) - 1

    @cached_property
    def original_completion(self) -> Fraction | None:
        """The completion against the target as first set."""
        original = original_schedule(self.target)
        return original.completion(self.latest.value) if self.latest else None

    @cached_property
    def escalation_state(self) -> EscalationState:
        """For how long it has lagged, and the notice that follows."""
        return escalation_state(self.target, self.points, self.as_of, self.inputs.profile, self.escalation)


def assess(
    book: Book, day: date, *, known_on: date | None = None, profile: Profile | None = None
) -> tuple[Assessment, ...]:
    """Every target of the book at the end of `day`, in the order of the text, but those that are retired.

    `known_on` leaves out what was recorded later; `profile` judges by another rule than the catalogue's.
    """
    log: Log = book.log if known_on is None else book.log.known_on(known_on)
    rule = profile or book.catalogue.profile
    escalation = book.catalogue.escalation
    return tuple(
        assess_target(target, log, day, rule, escalation)
        for target in book.catalogue.targets
        if not target.retired_on(day)
    )


def assess_target(
    target: Target, log: Log, day: date, profile: Profile, escalation: Escalation = DEFAULT_ESCALATION
) -> Assessment:
    """One target at the end of `day`."""
    schedule = schedule_on(target, day)
    points = log.points(target.id, day)
    latest = points[-1] if points else None
    inputs = SignalInput(schedule, day, latest, profile)
    signal, reason = signal_of(inputs)
    return Assessment(
        target=target,
        as_of=day,
        goal=schedule.goal,
        period=schedule.period,
        latest=latest,
        judged_on=inputs.judged_on,
        completion=schedule.completion(latest.value) if latest else None,
        expected=inputs.expected,
        lead=inputs.lead,
        signal=signal,
        reason=reason,
        inputs=inputs,
        points=points,
        escalation=escalation,
    )
