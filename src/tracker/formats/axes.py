"""The axes of a chart: where days and values lie, which months are named, which ticks are round."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from math import ceil, floor

import wcwidth

from tracker.formats.cells import number
from tracker.model.quantity import finite_decimal, is_whole, rounded
from tracker.report.view import Chart
from tracker.words import printable

# The plotting area in units of the view box; its left edge depends on the labels.
TOP, BOTTOM, RIGHT = 44, 282, 626
CELL = Fraction(9)  # what one cell of text takes at most, on a phone; see templates/page.css
_WIDEST_UNIT = 10  # cells; a longer one is left to the goal's label and the figures
_MOST_TICKS = 6
_AIR = Fraction(6, 100)  # above the highest line and below the lowest
_ROUND = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5))


def exact(place: Fraction) -> str:
    """A coordinate, to two decimals."""
    return number(rounded(place, 2))


def round_step(span: Fraction, *, whole: bool) -> Fraction:
    """The smallest of 1, 2, 2.5 and 5 times a power of ten that makes at most six ticks of `span`.

    `whole` steps only, for things that come one by one.
    """
    power = Fraction(1, 10 ** len(str(floor(10 / span))))
    while True:
        for step in (base * power for base in _ROUND):
            if span / step < _MOST_TICKS and (step.denominator == 1 or not whole):
                return step
        power *= 10


class Axes:
    """Where the days and values of one chart lie."""

    def __init__(self, chart: Chart) -> None:
        tracks = (chart.actual, chart.expected, chart.low, chart.high)
        values = [chart.goal, *(value for track in tracks for _, value in track)]
        days = [day for track in (chart.actual, chart.low) for day, _ in track]
        self.first, self.last = min([chart.start, *days]), max([chart.end, *days])
        bottom, top = min(values), max(values)
        if 0 < bottom < top / 2:
            bottom = Fraction(0)
        if top == bottom:
            top, bottom = max(top, Fraction(0)) or Fraction(bottom == 0), min(bottom, Fraction(0))
        air = (top - bottom) * _AIR
        self.top = top + air if top else top
        self.bottom = bottom - air if bottom else bottom
        span = self.top - self.bottom
        step = round_step(span, whole=is_whole(chart.unit) and span >= 1)
        unit = printable(chart.unit)
        self.unit = unit if wcwidth.width(unit) <= _WIDEST_UNIT else ""
        self.ticks = [step * n for n in range(ceil(self.bottom / step), floor(self.top / step) + 1)]
        self.left = max(wcwidth.width(self.tick(tick)) for tick in self.ticks) * CELL + 12
        self.months = list(_months(self.first, self.last))

    def x(self, day: date) -> Fraction:
        """How far to the right a day lies."""
        days = max((self.last - self.first).days, 1)
        return self.left + (RIGHT - self.left) * Fraction((day - self.first).days, days)

    def y(self, value: Fraction) -> Fraction:
        """How far down a value lies."""
        return TOP + (BOTTOM - TOP) * (self.top - value) / (self.top - self.bottom)

    def point(self, day: date, value: Fraction) -> str:
        """A day and a value as a point."""
        return f"{exact(self.x(day))},{exact(self.y(value))}"

    def holds(self, day: date) -> bool:
        """Whether a day lies between the first and the last."""
        return self.first <= day <= self.last

    def tick(self, value: Fraction) -> str:
        """What stands beside a tick."""
        return f"{number(finite_decimal(value))}{self.unit}"


def _months(first: date, last: date) -> Iterator[date]:
    """The beginnings of the months that lie wholly or partly between two days."""
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1)
