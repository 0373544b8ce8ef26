"""How fast it goes, how fast it went at best, and how fast it must go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from tracker.assess.periods import MONTHS
from tracker.assess.schedule import Schedule
from tracker.model.log import Point, Points
from tracker.model.period import months_between
from tracker.model.quantity import ExactNumber

# Recent means the last 90 days.
RECENT = timedelta(days=90)
# Figures nearer to each other than this are one: a correction two days later is no pace.
NEAR = timedelta(days=5)
# A best pace lasted about a month at least; the shortest month has so many days.
LASTING = timedelta(days=28)
# A value that comes back is odd where it went off by more than so many times the largest other step.
FAR_OFF = 3


class CoursePoint(NamedTuple):
    """A value at the end of a day, in the target's unit."""

    day: date
    value: Fraction


class CourseStep(NamedTuple):
    """What was gained, in the target's unit, in so many months."""

    months: Fraction
    gain: Fraction

    @property
    def pace(self) -> Fraction:
        """Units per month."""
        return self.gain / self.months


@dataclass(frozen=True, slots=True)
class Course:
    """The way of a target so far: what was reported, and the figures between which paces are measured."""

    schedule: Schedule
    points: Points
    figures: tuple[CoursePoint, ...]
    steps: tuple[CourseStep, ...]  # from each figure to the next

    @property
    def recent(self) -> tuple[CourseStep, ...]:
        """The steps of the last 90 days, and the one that began before them; all if there were no 90 days."""
        since = self.figures[-1].day - RECENT if self.figures else date.min
        earlier = sum(figure.day <= since for figure in self.figures)
        return self.steps[max(earlier - 1, 0) :]


def course_of(points: Points, schedule: Schedule) -> Course:
    """The figures between which paces are measured: the baseline at the start, then those reported.

    Of figures less than five days apart the later stands. A figure that its neighbours contradict is left
    out: a running total above the next, or below the one before, while these two agree; of other values one
    that goes off and comes back, by more than three times the largest other step.
    """
    points_of_course = [CoursePoint(point.day, Fraction(point.value)) for point in _apart(points)]
    eve = schedule.period.start - timedelta(days=1)
    if points_of_course and schedule.target.baseline is not None and eve < points_of_course[0].day:
        points_of_course.insert(0, CoursePoint(eve, Fraction(schedule.target.baseline)))
    figures = tuple(
        _agreeing(points_of_course)
        if schedule.target.rules.counts_up
        else _without_excursion(points_of_course)
    )
    return Course(schedule, points, figures, tuple(_step(*pair) for pair in pairwise(figures)))


def mean_pace(steps: Sequence[CourseStep]) -> Fraction:
    """Units per month over all these steps; there must be one."""
    whole = total(steps)
    return whole.gain / whole.months


def total(steps: Sequence[CourseStep]) -> CourseStep:
    """All these steps as one."""
    return CourseStep(sum((s.months for s in steps), Fraction(0)), sum((s.gain for s in steps), Fraction(0)))


def recent_pace(course: Course) -> Fraction | None:
    """Units per month over the 90 days before the latest figure, or since the period's start if later."""
    return mean_pace(course.recent) if course.steps else None


def best_pace(course: Course) -> Fraction | None:
    """Units per month towards the goal in the fastest stretch so far; None where none led nearer to it.

    A stretch ends with a figure and starts with the nearest one at least 28 days before it, so that one large
    report a day after another makes no pace.
    """
    figures = course.figures
    direction = 1 if course.schedule.goal.higher_is_better else -1
    # Of fractions as whole numbers, since there are many: gain and months of the best stretch.
    most, within = 0, 1
    start = 0
    for end in figures:
        begin = end.day - LASTING
        while figures[start].day <= begin:
            start += 1
        if not start:
            continue
        before = figures[start - 1]
        months = months_between(before.day, end.day)
        old, new = before.value, end.value
        gain = new.numerator * old.denominator - old.numerator * new.denominator
        gain *= direction * months.denominator
        over = old.denominator * new.denominator * months.numerator
        if gain * within > most * over:
            most, within = gain, over
    return Fraction(most, within) or None


def required_pace(missing: ExactNumber, schedule: Schedule, day: date) -> Fraction | None:
    """Units per month from `day` to the deadline that close the gap; None where no time is left.

    They come with the reports: at least one whole reporting period is left, however near the deadline is.
    """
    left = schedule.period.months_left(day)
    return Fraction(missing) / max(left, MONTHS[schedule.target.reporting.cadence]) if left else None


def _step(before: CoursePoint, after: CoursePoint) -> CourseStep:
    return CourseStep(months_between(before.day, after.day), after.value - before.value)


def _apart(points: Points) -> list[Point]:
    distant: list[Point] = []
    latest = date.max  # the latest day that is far enough from the figure after it
    for point in reversed(points):
        if point.day <= latest:
            distant.append(point)
            latest = point.day - NEAR if point.day - date.min >= NEAR else date.min
    return distant[::-1]


def _agreeing(figures: list[CoursePoint]) -> list[CoursePoint]:
    """Running totals without those that their neighbours contradict."""
    agreeing = figures[:1]
    for figure, after in pairwise(figures[1:]):
        contradicted = agreeing[-1].value <= after.value and _outside(agreeing[-1], figure, after)
        agreeing += [] if contradicted else [figure]
    return agreeing + figures[1:][-1:]


def _without_excursion(figures: list[CoursePoint]) -> list[CoursePoint]:
    """Values without the one that went off farthest and came back, if that was far for them."""
    off = {
        index: min(abs(figure.value - before.value), abs(figure.value - after.value))
        for index, (before, figure, after) in enumerate(
            zip(figures, figures[1:], figures[2:], strict=False), 1
        )
        if _outside(before, figure, after)
    }
    if not off:
        return figures
    odd = max(off, key=lambda index: off[index])
    others = figures[:odd] + figures[odd + 1 :]
    usual = max(abs(after.value - before.value) for before, after in pairwise(others))
    return others if off[odd] > FAR_OFF * usual else figures


def _outside(before: CoursePoint, figure: CoursePoint, after: CoursePoint) -> bool:
    if before.value <= after.value:
        return not before.value <= figure.value <= after.value
    return not after.value <= figure.value <= before.value
