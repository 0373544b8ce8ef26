"""How fast it goes, how fast it must go, and where that leads."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from tracker.assess.schedule import Schedule
from tracker.model.catalogue import PathRule
from tracker.model.log import Point
from tracker.model.period import position

# Recent means the last 90 days.
RECENT = timedelta(days=90)
# A forecast from fewer figures than these says nothing.
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Forecast:
    """The value at the deadline if the recent pace goes on; `low` and `high` from how the pace scattered."""

    value: Fraction
    low: Fraction
    high: Fraction


def recent_pace(points: tuple[Point, ...], schedule: Schedule) -> Fraction | None:
    """Units per month over the 90 days before the latest figure, or since the period's start if later."""
    window = _window(points, schedule)
    if len(window) < 2:  # noqa: PLR2004 - a pace needs two ends
        return None
    (first, start), (last, end) = window[0], window[-1]
    return (end - start) / (position(last) - position(first))


def required_pace(missing: Decimal, schedule: Schedule, day: date) -> Fraction | None:
    """Units per month from `day` to the deadline that close the gap; None where no time is left."""
    left = schedule.period.months_left(day)
    return Fraction(missing) / left if left else None


def forecast(points: tuple[Point, ...], schedule: Schedule) -> Forecast | None:
    """The value at the deadline at the recent pace; None for paths that are not extrapolated.

    Low and high are the quartiles of the paces between neighbouring figures of the last 90 days.
    """
    if schedule.target.path in {PathRule.HOLD, PathRule.AT_DUE} or len(points) < FEWEST:
        return None
    pace = recent_pace(points, schedule)
    latest = points[-1]
    left = schedule.period.months_left(latest.day)
    if pace is None or not left:
        return None
    window = _window(points, schedule)
    paces = sorted(
        (after - before) / (position(to) - position(at)) for (at, before), (to, after) in pairwise(window)
    )
    value = Fraction(latest.value)
    ends = sorted((_quartile(paces, Fraction(1, 4)), pace, _quartile(paces, Fraction(3, 4))))
    return Forecast(value + pace * left, value + ends[0] * left, value + ends[-1] * left)


def _window(points: tuple[Point, ...], schedule: Schedule) -> list[tuple[date, Fraction]]:
    """The figures of the last 90 days, led by the value before them, or by the baseline at the start."""
    if not points:
        return []
    since = points[-1].day - RECENT
    inside = [(point.day, Fraction(point.value)) for point in points if point.day > since]
    earlier = [(point.day, Fraction(point.value)) for point in points if point.day <= since]
    eve = schedule.period.start - timedelta(days=1)
    if earlier:
        return [earlier[-1], *inside]
    if schedule.target.baseline is not None and eve < inside[0][0]:
        return [(eve, Fraction(schedule.target.baseline)), *inside]
    return inside


def _quartile(ordered: list[Fraction], share: Fraction) -> Fraction:
    """A quantile, interpolated between neighbours."""
    at = share * (len(ordered) - 1)
    below = int(at)
    if below + 1 == len(ordered):
        return ordered[below]
    return ordered[below] + (at - below) * (ordered[below + 1] - ordered[below])
