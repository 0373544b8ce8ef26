"""One target on one day: every number the views show, exact."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tracker.assess.escalation import Standing, standing_of
from tracker.assess.forecast import Forecast, forecast, no_forecast_reason
from tracker.assess.pace import best_pace, course, recent_pace, required_pace
from tracker.assess.schedule import Schedule
from tracker.assess.signal import Case, Flag, Outlook, Signal, flags_of, signal_of
from tracker.model.book import Book
from tracker.model.catalogue import Adjustment, Escalation, Target
from tracker.model.goal import Goal
from tracker.model.log import Log, Point
from tracker.model.period import Period
from tracker.model.profile import Profile
from tracker.model.quantity import is_whole

DEFAULT_ESCALATION = Escalation()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Where a target stands. Shares are fractions of one; paces are per month, in the target's unit."""

    target: Target
    as_of: date
    goal: Goal  # in force on the day
    period: Period  # in force on the day
    latest: Point | None
    judged_on: date
    elapsed: Fraction
    completion: Fraction | None
    expected: Fraction | None
    expected_completion: Fraction | None
    lead: Fraction | None
    gap: Decimal | None
    pace: Fraction | None
    best: Fraction | None  # the best pace so far
    required: Fraction | None
    forecast: Forecast | None
    no_forecast: str | None  # why there is none
    buffer: int | None
    signal: Signal
    reason: str
    flags: tuple[Flag, ...]
    met: bool
    original_completion: Fraction | None  # against the target as first set
    standing: Standing

    @property
    def adjustment(self) -> Adjustment | None:
        """The change of the target that is in force, if it was ever changed."""
        return self.target.adjustment_on(self.as_of)

    @property
    def actual(self) -> Decimal | None:
        """The latest figure, in the target's unit."""
        return self.latest.value if self.latest else None


def assess(
    book: Book, day: date, *, known_on: date | None = None, profile: Profile | None = None
) -> tuple[Assessment, ...]:
    """Every target of the book at the end of `day`, in the order of the text.

    `known_on` leaves out what was recorded later; `profile` judges by another rule than the catalogue's.
    """
    log: Log = book.log if known_on is None else book.log.known_on(known_on)
    rule = profile or book.catalogue.profile
    escalation = book.catalogue.escalation
    return tuple(assess_target(target, log, day, rule, escalation) for target in book.catalogue.targets)


def assess_target(
    target: Target, log: Log, day: date, profile: Profile, escalation: Escalation = DEFAULT_ESCALATION
) -> Assessment:
    """One target at the end of `day`."""
    schedule = Schedule(target, target.goal_on(day), target.period_on(day))
    points = log.points(target.id, day)
    latest = points[-1] if points else None
    judged_on = schedule.judging_day(latest.day if latest else None, day)
    completion = schedule.completion(latest.value) if latest else None
    expected = schedule.expected(judged_on)
    lead = schedule.lead(completion, expected)
    case = Case(schedule, day, points, lead, expected, profile)
    signal, reason = signal_of(case)
    gap = _gap(schedule, latest)
    over = signal is Signal.DONE
    way = course(points, schedule)
    outlook = Outlook(
        forecast=forecast(way, day),
        required=None if over or gap is None or case.is_kept else required_pace(gap, schedule, day),
        best=best_pace(way),
    )
    return Assessment(
        target=target,
        as_of=day,
        goal=schedule.goal,
        period=schedule.period,
        latest=latest,
        judged_on=judged_on,
        elapsed=schedule.period.elapsed(judged_on),
        completion=completion,
        expected=expected,
        expected_completion=None if expected is None else schedule.completion(expected),
        lead=lead,
        gap=gap,
        pace=recent_pace(way),
        best=outlook.best,
        required=outlook.required,
        forecast=outlook.forecast,
        no_forecast=no_forecast_reason(way, day),
        buffer=None if over or latest is None else schedule.buffer(latest.value, day),
        signal=signal,
        reason=reason,
        flags=flags_of(case, signal, outlook),
        met=case.met,
        original_completion=_original(target).completion(latest.value) if latest else None,
        standing=standing_of(target, points, day, profile, escalation),
    )


def _original(target: Target) -> Schedule:
    return Schedule(target, target.goal, target.period)


def _gap(schedule: Schedule, latest: Point | None) -> Decimal | None:
    """What is missing; with no figure at all, everything from the baseline on, if that is known."""
    known = latest.value if latest else schedule.target.baseline
    if known is None:
        return None
    return schedule.goal.missing(known, whole=is_whole(schedule.target.unit))
