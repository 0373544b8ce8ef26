"""One target over time, as templates/line.svg draws it: where days and values lie, and what is written there.

Coordinates are units of the view box, to two decimals; y grows downwards.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import ceil

import wcwidth

from tracker.formats.charts.axes import Scale, figure, scale_of
from tracker.model.quantity import plain_digits, rounded
from tracker.report.view import Chart, Track
from tracker.words import Words

CELL = Fraction(9)  # what one cell of text takes at most, on a phone; see templates/charts.css
_MOST_MONTHS = 14


def exact(place: Fraction) -> str:
    """A coordinate, to two decimals."""
    return plain_digits(rounded(place, 2))


class LineChart:
    """A chart as its template asks for it. `title` names it for those who do not see it."""

    # The area in which values lie; its left edge depends on the labels.
    width, height, top, bottom, right = 640, 330, 52, 282, 626
    month = 30  # what the name of a month needs

    def __init__(self, chart: Chart, words: Words, title: str) -> None:
        self.chart, self.title = chart, title
        self._words = words
        self.scale = self.scaled(chart)
        self._left = self.margin()
        self.left = exact(self._left)
        self._months = tuple(_months(self.scale.first, self.scale.last))

    def scaled(self, chart: Chart) -> Scale:
        """The scale on which the chart is drawn."""
        return scale_of(chart)

    def margin(self) -> Fraction:
        """The room for what stands beside the ticks."""
        labels = map(self.scale.label, self.scale.ticks)
        return max(map(wcwidth.width, labels)) * CELL + 12

    def x(self, day: date) -> str:
        """How far to the right a day lies."""
        return exact(self._x(day))

    def y(self, value: Fraction) -> str:
        """How far down a value lies."""
        return exact(self._y(value))

    def _x(self, day: date) -> Fraction:
        return self._left + (self.right - self._left) * self.scale.along(day)

    def _y(self, value: Fraction) -> Fraction:
        return self.bottom - (self.bottom - self.top) * self.scale.up(value)

    def points(self, track: Track) -> str:
        """Days and values as points of a line."""
        return " ".join(f"{self.x(day)},{self.y(value)}" for day, value in track)

    def steps(self, track: Track) -> str:
        """A path on which the earlier of two figures stands until the later, since nothing else is known."""
        (day, value), *others = track
        steps = (f"H{self.x(day)}V{self.y(value)}" for day, value in others)
        return f"M{self.x(day)} {self.y(value)}{''.join(steps)}"

    @property
    def area(self) -> Track:
        """The edge of the forecast's range, all around."""
        return (*self.chart.low, *reversed(self.chart.high))

    @property
    def months(self) -> list[str]:
        """Where a month begins."""
        return [self.x(month) for month in self._months if month > self.scale.first]

    @property
    def month_names(self) -> Iterator[tuple[str, str]]:
        """The middle of each month and its name; of many months only some."""
        every = ceil(Fraction(len(self._months), _MOST_MONTHS))
        edges = [max(self._x(month), self._left) for month in self._months]
        for n, (begin, end) in enumerate(pairwise([*edges, Fraction(self.right)])):
            if n % every == 0 and (end - begin) * every >= self.month:
                yield exact((begin + end) / 2), self._words(f"month.{self._months[n].month}")

    def has_room(self, day: date) -> bool:
        """Whether what is written beside a day goes to its right."""
        return self._x(day) <= (self._left + self.right) / 2

    @property
    def legend(self) -> Iterator[tuple[str, str, str]]:
        """What each line means, only those that occur: key, place and name."""
        chart, at = self.chart, self._left
        tracks = (chart.actual, chart.expected[1:], chart.low, chart.previous)
        for key, track in zip(("actual", "expected", "range", "previous"), tracks, strict=True):
            if track:
                name = self._words(f"chart.{key}")
                yield key, exact(at), name
                at += 34 + wcwidth.width(name) * CELL + 24

    def value(self, value: Fraction) -> str:
        """A number of the chart with its unit."""
        return figure(self.chart, value)

    @property
    def description(self) -> str:
        """The chart in sentences."""
        chart, words = self.chart, self._words
        period = {"start": chart.start, "end": chart.end, "goal": self.value(chart.goal)}
        sentences = [words("page.chart.period", period)]
        if chart.actual:
            day, value = chart.actual[-1]
            latest = {"count": len(chart.actual), "day": day, "value": self.value(value)}
            sentences.append(words("page.chart.latest", latest))
        else:
            sentences.append(words("page.chart.none"))
        if chart.low and chart.high:
            (day, low), (_, high) = chart.low[-1], chart.high[-1]
            edges = {"day": day, "low": self.value(low), "high": self.value(high)}
            sentences.append(words("page.chart.range", edges))
        return " ".join(sentences)


def _months(first: date, last: date) -> Iterator[date]:
    """The beginnings of the months that lie wholly or partly between two days."""
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1)
