"""Where the recent pace leads by the deadline, and how far past increments let that scatter.

The method, its figures in a backtest and its limits: docs/forecast.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import isqrt

from tracker.assess.pace import Course, CourseStep, mean_pace, total
from tracker.assess.season import MonthsAt, calendars
from tracker.model.amendments import PathRule
from tracker.model.goal import Goal

# A forecast from fewer figures than these says nothing, nor does one from a single step between them.
FEWEST = 3
FEWEST_STEPS = 2
# Only among three steps can one be odd.
FEWEST_TO_COMPARE = 3

# One step counts in the pace for at most three times the pace of the others (once that, and twice more),
# in the scatter for at most eleven times, unless another is nearly as fast. Chosen with `make backtest`.
FARTHER = Fraction(3, 2)
SLACK_OF_PACE = 2
SLACK_OF_SCATTER = 10
# The pace itself may turn out higher or lower by this share of it; chosen with `make backtest`.
CHANGE = Fraction(1, 2)
# Figures of less than this share of the period say little of the pace; chosen with `make backtest`.
EARLY = Fraction(1, 10)

# Student's t, 90 % quantile, for 1, 2, ... degrees of freedom: 80 % lie between it and its negative.
_STUDENT = tuple(
    Fraction(text)
    for text in ("3.078", "1.886", "1.638", "1.533", "1.476", "1.440", "1.415", "1.397", "1.383", "1.372")
)
# From eleven degrees of freedom on: that of twenty.
_STUDENT_BEYOND = Fraction("1.325")

# Roots are taken to so many decimals, rounded up.
_ROOT_PLACES = 12


@dataclass(frozen=True, slots=True)
class Forecast:
    """The value at the deadline if the recent pace goes on, and how far that may be off.

    `pace` is the pace it goes on with, in units per month: the recent one with no step counted for too much.
    Where it is `seasonal`, last year's figures say how work is spread over the year, and the range is meant
    to hold the value four times in five; else it knows nothing of seasons, and such a year may leave it.
    """

    value: Fraction
    low: Fraction
    high: Fraction
    pace: Fraction
    seasonal: bool = False

    def may_meet(self, goal: Goal) -> bool:
        """Whether any value of the range meets the goal."""
        nearest = min(max(Fraction(goal.value), self.low), self.high)
        return any(goal.met_by(value) for value in (self.low, nearest, self.high))


def no_forecast_reason(course: Course, day: date) -> str | None:
    """Why there is no forecast on `day`; None where there is one.

    `not-extrapolated` (judged at every report or only at the deadline), `met` (and cannot be lost again),
    `no-time-left`, `too-few` (fewer than three figures, or fewer than two steps between those that count).
    """
    if course.schedule.path in {PathRule.HOLD, PathRule.AT_DUE}:
        return "not-extrapolated"
    return _too_little(course, day)


def _too_little(course: Course, day: date) -> str | None:
    schedule = course.schedule
    lasts = schedule.target.rules.counts_up and schedule.goal.higher_is_better
    if course.points and lasts and schedule.goal.met_by(course.points[-1].value):
        return "met"
    if not schedule.period.months_left(day):
        return "no-time-left"
    if len(course.points) < FEWEST or len(course.steps) < FEWEST_STEPS:
        return "too-few"
    return None


def forecast(course: Course, day: date) -> Forecast | None:
    """The value at the deadline: the latest figure plus the recent pace times the months left after it.

    Where last year's figures are known, months are also counted by the work that fell on them then: the value
    lies halfway between the two, and the range covers both.
    A range is that of a random walk with drift (Hyndman and Athanasopoulos, Forecasting: Principles and
    Practice, 3rd ed., 5.5), with Student's t for the few steps there are, and with half of the pace, in
    quadrature, because paces change. In the first tenth, and where nothing has moved yet, half more than the
    planned pace is the most that the pace counts for, and stands in for that half.
    None where `no_forecast_reason` gives a reason on `day`.
    """
    return None if no_forecast_reason(course, day) else _projection(course)


def warning(course: Course, day: date) -> Forecast | None:
    """The same of what is judged at its deadline only: never shown as a forecast, only to warn in time.

    None of any other path, and where the figures are too few.
    """
    judged_at_due = course.schedule.path is PathRule.AT_DUE
    return _projection(course) if judged_at_due and not _too_little(course, day) else None


def _projection(course: Course) -> Forecast:
    """Halfway between what each calendar leads to; the range covers all of them."""
    found = [_led_by(course, months_at) for months_at in calendars(course.schedule)]
    value = sum((one.value for one in found), Fraction(0)) / len(found)
    low, high = min(one.low for one in found), max(one.high for one in found)
    return Forecast(value, low, high, found[0].pace, seasonal=len(found) > 1)


def _led_by(course: Course, months_at: MonthsAt) -> Forecast:
    """Where it leads if months are counted by `months_at`."""
    latest, period = course.figures[-1], course.schedule.period
    steps = tuple(
        CourseStep(months_at(after.day) - months_at(before.day), after.value - before.value)
        for before, after in pairwise(course.figures)
    )
    left = months_at(period.end) - months_at(latest.day)
    least = 1 if course.schedule.target.is_whole else 0
    recent = limited(steps[-len(course.recent) :], SLACK_OF_PACE, least)
    so_far = limited(steps, SLACK_OF_SCATTER, least)
    pace = mean_pace(recent)
    # Increments add up independently, so variance grows with time; an error of the pace counts every month.
    of_increments = scatter(so_far) * left * (1 + left / total(recent).months)
    # Steps in which nothing moved say when, not how much: they are no degrees of freedom.
    moved = sum(step.gain != 0 for step in steps)
    change = CHANGE * max(abs(pace), abs(mean_pace(so_far)))
    if not moved or months_at(latest.day) < EARLY * period.months:
        change = (1 + CHANGE) * _planned_pace(course)
        pace = min(max(pace, -change), change)
    reach = _root(_student(moved - 1) ** 2 * of_increments + (change * left) ** 2)
    value = latest.value + pace * left
    low, value, high = (_possible(end, course) for end in (value - reach, value, value + reach))
    return Forecast(low=low, value=value, high=high, pace=pace)


def limited(steps: tuple[CourseStep, ...], slack: int, least: int) -> tuple[CourseStep, ...]:
    """The steps, with the one whose pace is farthest from that of the others brought nearer to it.

    It may be off by half as much again as any other step is, by `slack` times the pace of the others, or by
    `least` units (a single thing more or less is never odd), whichever is most. Where nothing else ever
    moved, the one step is all there is and stays.
    """
    if len(steps) < FEWEST_TO_COMPARE:
        return steps
    whole = total(steps)
    odd = max(range(len(steps)), key=lambda index: _from_others(steps[index], whole))
    step = steps[odd]
    usual = (whole.gain - step.gain) / (whole.months - step.months)
    far = max(abs(other.pace - usual) for index, other in enumerate(steps) if index != odd)
    if not far and not usual:
        return steps
    limit = max(FARTHER * far, slack * abs(usual), least / step.months)
    pace = min(max(step.pace, usual - limit), usual + limit)
    return (*steps[:odd], CourseStep(step.months, pace * step.months), *steps[odd + 1 :])


def _from_others(step: CourseStep, whole: CourseStep) -> Fraction:
    """How far its pace is from that of all other steps."""
    return abs(step.pace - (whole.gain - step.gain) / (whole.months - step.months))


def scatter(steps: Sequence[CourseStep]) -> Fraction:
    """The variance of what is gained in one month; of at least two steps."""
    pace = mean_pace(steps)
    return sum(((step.gain - pace * step.months) ** 2 / step.months for step in steps), Fraction(0)) / (
        len(steps) - 1
    )


def _planned_pace(course: Course) -> Fraction:
    """Units per month from the first value to the goal: all there is to go by where nothing has moved yet."""
    return abs(Fraction(course.schedule.goal.value) - course.figures[0].value) / course.schedule.period.months


def _student(degrees: int) -> Fraction:
    return _STUDENT[max(degrees, 1) - 1] if degrees <= len(_STUDENT) else _STUDENT_BEYOND


def _root(square: Fraction) -> Fraction:
    """The square root, exact to twelve decimals and rounded up; no binary floats, so the same everywhere."""
    unit: int = 10**_ROOT_PLACES
    scaled = -(-square.numerator * unit**2 // square.denominator)
    return Fraction(isqrt(scaled - 1) + 1 if scaled else 0, unit)


def _possible(value: Fraction, course: Course) -> Fraction:
    """`value`, or the nearest that can be.

    What counts up never falls; what is counted one by one is never negative; a milestone ends at 100, and so
    does a share unless a figure or the goal went past it.
    """
    target, latest = course.schedule.target, course.figures[-1].value
    if target.rules.counts_up:
        value = max(value, latest)
    elif target.is_whole or target.kind == "share":
        value = max(value, min(latest, Fraction(0)))
    if target.kind in {"milestone", "share"}:
        value = min(value, max(Fraction(100), latest, Fraction(course.schedule.goal.value)))
    return value
