"""A chart in plain text: actual against the expected path and the goal, with the forecast's range."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from tracker.formats.cells import number
from tracker.formats.widths import width as width_of
from tracker.model.quantity import finite_decimal, rounded
from tracker.report.view import Chart, Track
from tracker.words import Words, printable

HEIGHT = 13
NARROWEST = 30
ACTUAL, BETWEEN, EXPECTED, GOAL, LOW, HIGH, TODAY = "●", "─", "·", "┄", "▁", "▔", "│"


def plot(chart: Chart, words: Words, width: int) -> Iterator[str]:
    """The chart in lines of at most `width` cells, or of 30 where there are fewer."""
    scale = _Scale(chart, max(width, NARROWEST))
    grid = [[" "] * scale.columns for _ in range(HEIGHT)]
    _draw_level(grid, scale, chart.goal)
    if chart.start <= chart.today <= scale.last:
        for row in grid:
            row[scale.column(chart.today)] = TODAY
    for track, glyph in ((chart.low, LOW), (chart.high, HIGH), (chart.expected, EXPECTED)):
        for column in range(scale.columns):
            value = _at(track, scale.day(column))
            if value is not None:
                grid[scale.row(value)][column] = glyph
    _draw_actual(grid, scale, chart.actual)
    for number_, row in enumerate(grid):
        yield f"{scale.label(number_)} ┤{''.join(row)}".rstrip()
    yield f"{' ' * scale.margin} └{'─' * scale.columns}"
    yield _days(chart, scale)
    yield from _legend(chart, words, width)


class _Scale:
    """Where days and values lie on the grid; round numbers at equal distances stand beside it."""

    def __init__(self, chart: Chart, width: int) -> None:
        tracks = (chart.actual, chart.expected, chart.low, chart.high)
        values = [chart.goal, *(value for track in tracks for _, value in track)]
        self.step, self.steps, self.bottom = ticks(min(values), max(values))
        self.top = self.bottom + self.steps * self.step
        self.first = min([chart.start, *(day for day, _ in chart.actual)])
        self.last = max([chart.end, *(day for day, _ in chart.actual)])
        unit = printable(chart.unit)
        self.labels = [self._text(row, unit) for row in range(HEIGHT)]
        self.margin = max(map(width_of, self.labels))
        self.columns = width - self.margin - len(" ┤")

    def _text(self, row: int, unit: str) -> str:
        tick, rest = divmod(row * self.steps, HEIGHT - 1)
        return "" if rest else f"{number(finite_decimal(self.top - tick * self.step))}{unit}"

    def label(self, row: int) -> str:
        return " " * (self.margin - width_of(self.labels[row])) + self.labels[row]

    def column(self, day: date) -> int:
        days = max((self.last - self.first).days, 1)
        return min((day - self.first).days * (self.columns - 1) // days, self.columns - 1)

    def day(self, column: int) -> date:
        days = (self.last - self.first).days
        return self.first + timedelta(days=round(Fraction(days * column, max(self.columns - 1, 1))))

    def row(self, value: Fraction) -> int:
        share = (self.top - value) / (self.top - self.bottom)
        return max(0, min(HEIGHT - 1, round(share * (HEIGHT - 1))))


def ticks(low: Fraction, high: Fraction) -> tuple[Fraction, int, Fraction]:
    """Step, number of steps, and first tick of an axis that holds both values, in round numbers.

    The steps divide the rows of the grid evenly. A scale that would begin not far above zero begins there.
    """
    if 0 < low < high / 2:
        low = Fraction(0)
    if low == high:
        high += max(abs(high) / 10, Fraction(1))
    span = high - low
    power = len(str(int(span * 10**12))) - len(str(10**12))
    for exponent in (power - 1, power, power + 1):
        for first in (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5)):
            step = first * Fraction(10) ** exponent
            bottom = low // step * step
            needed = -((bottom - high) // step)
            fitting = next((steps for steps in _STEPS if steps >= needed), None)
            if fitting:
                return step, fitting, bottom
    raise ArithmeticError(low, high)


_STEPS = (2, 3, 4, 6)


def _at(track: Track, day: date) -> Fraction | None:
    """The value of a track on a day, interpolated; None where it does not reach."""
    for (begin, low), (end, high) in pairwise(track):
        if begin <= day <= end:
            return (
                low if end == begin else low + (high - low) * Fraction((day - begin).days, (end - begin).days)
            )
    return None


def _draw_level(grid: list[list[str]], scale: _Scale, value: Fraction) -> None:
    grid[scale.row(value)] = [GOAL] * scale.columns


def _draw_actual(grid: list[list[str]], scale: _Scale, track: Track) -> None:
    """Each figure as a dot; between two figures the earlier one stands, since nothing else is known."""
    for (day, value), (following, _) in zip(track, [*track[1:], track[-1]] if track else [], strict=True):
        for column in range(scale.column(day) + 1, scale.column(following)):
            grid[scale.row(value)][column] = BETWEEN
    for day, value in track:
        grid[scale.row(value)][scale.column(day)] = ACTUAL


def _days(chart: Chart, scale: _Scale) -> str:
    """The first and the last day, and today where there is room between them."""
    line = [" "] * scale.columns
    marks = [(0, scale.first), (scale.columns - len("00-00"), scale.last)]
    at = scale.column(chart.today) if scale.first <= chart.today <= scale.last else None
    if at is not None:
        marks.append((max(0, min(at - 2, scale.columns - len("00-00"))), chart.today))
    for column, day in marks:
        text = day.isoformat()[5:]
        near = line[max(0, column - 1) : column + len(text) + 1]
        if all(cell == " " for cell in near):
            line[column : column + len(text)] = text
    return " " * (scale.margin + len(" ┤")) + "".join(line).rstrip()


def _legend(chart: Chart, words: Words, width: int) -> Iterator[str]:
    """What each mark means, only those that occur, in lines that fit."""
    entries = [(ACTUAL, "actual", chart.actual), (EXPECTED, "expected", chart.expected), (GOAL, "goal", True)]
    entries += [(f"{HIGH}{LOW}", "range", chart.low), (TODAY, "today", chart.start <= chart.today)]
    line = ""
    for mark, key, present in entries:
        if not present:
            continue
        value = f" {number(rounded(chart.goal, 2))}{printable(chart.unit)}" if key == "goal" else ""
        text = f"{mark} {words(f'chart.{key}')}{value}"
        if line and width_of(line) + 2 + width_of(text) > max(width, NARROWEST):
            yield line
            line = ""
        line = f"{line}  {text}" if line else text
    yield line
