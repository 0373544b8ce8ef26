"""The scale of a chart over time: its days, its values and the round numbers beside it, for every format."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import floor

import wcwidth

from tracker.formats.cells import printed
from tracker.model.quantity import InexactError, finite_decimal, is_whole, plain_digits
from tracker.report.values import Amount
from tracker.report.view import Chart, Track
from tracker.words import printable

_ROUND = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5))
_COUNTS = (2, 3, 4, 5, 6)  # steps between the lowest and the highest tick
_WIDEST_UNIT = 10  # cells; a longer one is left to the goal's label and the figures


@dataclass(frozen=True, slots=True)
class Scale:
    """From which day to which a chart goes, and the ticks from its lowest value to its highest, upwards."""

    first: date
    last: date
    ticks: tuple[Fraction, ...]
    unit: str

    def along(self, day: date) -> Fraction:
        """Where a day lies from left to right, as a share of one."""
        return Fraction((day - self.first).days, max((self.last - self.first).days, 1))

    def up(self, value: Fraction) -> Fraction:
        """Where a value lies from the lowest tick to the highest, as a share of one."""
        return (value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0])

    def holds(self, day: date) -> bool:
        """Whether a day lies between the first and the last."""
        return self.first <= day <= self.last

    def label(self, tick: Fraction) -> str:
        """What stands beside a tick."""
        return f"{plain_digits(finite_decimal(tick))}{self.unit}"


def scale_of(chart: Chart, counts: Sequence[int] = _COUNTS) -> Scale:
    """The scale that holds every value of the chart; one that would begin not far above zero begins there.

    `counts` are the numbers of steps that may lie between the lowest tick and the highest.
    """
    tracks = (chart.actual, chart.expected, chart.low, chart.high, chart.previous)
    values = [chart.goal, *(value for track in tracks for _, value in track)]
    days = [day for track in (chart.actual, chart.low) for day, _ in track]
    low, high = min(values), max(values)
    if 0 < low < high / 2 or low == high:
        low, high = min(low, Fraction(0)), max(high, Fraction(0))
    if low == high:
        high = Fraction(1)
    unit = printable(chart.unit)
    return Scale(
        first=min([chart.start, *days]),
        last=max([chart.end, *days]),
        ticks=round_ticks(low, high, counts, whole=is_whole(chart.unit) and high - low >= 1),
        unit=unit if wcwidth.width(unit) <= _WIDEST_UNIT else "",
    )


def value_at(track: Track, day: date) -> Fraction | None:
    """The value of a track on a day, interpolated; None where it does not reach."""
    for (begin, low), (end, high) in pairwise(track):
        if begin <= day <= end:
            return (
                low if end == begin else low + (high - low) * Fraction((day - begin).days, (end - begin).days)
            )
    return None


def figure(chart: Chart, value: Fraction) -> str:
    """All digits of a number that was reported or set; of a computed one two, on its side of the goal."""
    try:
        text = plain_digits(finite_decimal(value))
    except InexactError:
        text = plain_digits(printed(Amount(value, chart.unit, limits=(chart.goal,)), 2))
    return f"{text}{printable(chart.unit)}"


def round_ticks(low: Fraction, high: Fraction, counts: Sequence[int], *, whole: bool) -> tuple[Fraction, ...]:
    """Ticks at equal distances that hold both values, by the smallest step that one of `counts` allows.

    A step is 1, 2, 2.5 or 5 times a power of ten, and a whole number for things that come one by one.
    """
    for step in _round_numbers((high - low) / (max(counts) + 1)):
        if whole and step.denominator != 1:
            continue
        bottom = low // step * step
        count = next((count for count in counts if bottom + count * step >= high), None)
        if count is not None:
            return tuple(bottom + n * step for n in range(count + 1))
    raise ArithmeticError(low, high)


def _round_numbers(least: Fraction) -> Iterator[Fraction]:
    """Round numbers from not far below `least` upwards, without end."""
    power = Fraction(1, 10 ** len(str(floor(1 / least))))
    while True:
        yield from (power * first for first in _ROUND)
        power *= 10
