"""One target over time, small enough for hundreds on a page, as templates/small.svg draws it.

The axis of days depends on the period alone, so that a page has each only once; labels stand in the drawing.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import chain, pairwise

from tracker.formats.charts.axes import Scale, scale_of, value_at
from tracker.formats.charts.lines import LineChart
from tracker.model.quantity import plain_digits, rounded
from tracker.report.view import Chart, Track

_STEPS = (2, 3, 4)
_SEEN = 1  # what is less off a straight line is not seen
_EDGE = 4  # around the part in which figures lie
_NARROWEST = 40


class SmallChart(LineChart):
    """A small chart as its template asks for it."""

    width, height, top, bottom, right = 320, 124, 16, 104, 314
    month = 20

    def scaled(self, chart: Chart) -> Scale:
        """A scale of few ticks."""
        return scale_of(chart, _STEPS)

    def margin(self) -> Fraction:
        """Nothing stands beside the drawing."""
        return Fraction(6)

    def x(self, day: date) -> str:
        """How far to the right a day lies, in whole units."""
        return plain_digits(rounded(self._x(day), 0))

    def y(self, value: Fraction) -> str:
        """How far down a value lies, to one decimal."""
        return plain_digits(rounded(self._y(value), 1))

    def points(self, track: Track) -> str:
        """Days and values as points of a line, without those that lie on it anyhow."""
        kept = list(track[:1])
        for point, following in pairwise(track[1:]):
            if abs(self._y(point[1]) - self._between(kept[-1], following, point[0])) >= _SEEN:
                kept.append(point)
        return super().points((*kept, *track[1:][-1:]))

    def _between(self, begin: tuple[date, Fraction], end: tuple[date, Fraction], day: date) -> Fraction:
        (first, low), (last, high) = begin, end
        share = Fraction((day - first).days, max((last - first).days, 1))
        return self._y(low) + (self._y(high) - self._y(low)) * share

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day: what has the same has the same axis."""
        return self.scale.first, self.scale.last

    @property
    def actual(self) -> Track:
        """What was reported; of figures that fall on one place the last."""
        return tuple({self.x(day): (day, value) for day, value in self.chart.actual}.values())

    @property
    def dots(self) -> str:
        """Where a figure lies."""
        return "".join(f"M{self.x(day)} {self.y(value)}h0" for day, value in self.actual)

    @property
    def box(self) -> str:
        """The part of the drawing in which figures lie, and what was expected meanwhile."""
        first, last = self.actual[0][0], max(self.actual[-1][0], min(self.chart.today, self.scale.last))
        expected = (value_at(self.chart.expected, day) for day in (first, last))
        values = [value for _, value in self.actual] + [value for value in expected if value is not None]
        tops = [self._y(value) for value in values]
        left, right = self._x(first) - _EDGE, self._x(last) + _EDGE
        left = min(left, right - _NARROWEST)
        top, bottom = min(tops) - _EDGE, max(tops) + _EDGE
        return " ".join(map(plain_digits, (rounded(n, 0) for n in (left, top, right - left, bottom - top))))

    @property
    def grid(self) -> str:
        """The lines of the ticks."""
        return "".join(f"M{self.left} {self.y(tick)}H{self.right}" for tick in self.scale.ticks)

    @property
    def edges(self) -> Iterator[tuple[str, str]]:
        """The highest and the lowest tick: how far down, and its label."""
        for tick in (self.scale.ticks[-1], self.scale.ticks[0]):
            yield self.y(tick), self.scale.label(tick)

    @property
    def ticks(self) -> str:
        """Where months begin, on the axis."""
        return "".join(
            chain(f"M{self.left} {self.bottom}H{self.right}", (f"M{x} {self.bottom}v4" for x in self.months))
        )
