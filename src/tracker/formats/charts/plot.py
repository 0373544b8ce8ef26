"""A chart in plain text: actual against the expected path and the goal, with the forecast's range."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from fractions import Fraction
from math import floor

from wcwidth import width as width_of

from tracker.formats.charts.axes import figure, scale_of, value_at
from tracker.report.view import Chart, Track
from tracker.words import Words

HEIGHT = 13
_STEPS = (2, 3, 4, 6)  # what divides the rows evenly
NARROWEST = 30
ACTUAL, BETWEEN, EXPECTED, GOAL, LOW, HIGH, TODAY, PREVIOUS = "●", "─", "·", "┄", "▁", "▔", "│", "○"


def plot(chart: Chart, words: Words, width: int) -> Iterator[str]:
    """The chart in lines of at most `width` cells, or of 30 where there are fewer."""
    frame = _Frame(chart, max(width, NARROWEST))
    grid = [[" "] * frame.columns for _ in range(HEIGHT)]
    grid[frame.row(chart.goal)] = [GOAL] * frame.columns
    if frame.scale.holds(chart.today):
        for row in grid:
            row[frame.column(chart.today)] = TODAY
    for track, glyph in ((chart.low, LOW), (chart.high, HIGH), (chart.expected, EXPECTED)):
        for column in range(frame.columns):
            value = value_at(track, frame.day(column))
            if value is not None:
                grid[frame.row(value)][column] = glyph
    for day, value in chart.previous:
        if frame.scale.holds(day):
            grid[frame.row(value)][frame.column(day)] = PREVIOUS
    _draw_actual(grid, frame, chart.actual)
    for label, row in zip(frame.labels, grid, strict=True):
        yield f"{' ' * (frame.margin - width_of(label))}{label} ┤{''.join(row)}".rstrip()
    yield f"{' ' * frame.margin} └{'─' * frame.columns}"
    yield _days(chart, frame)
    drawn = {cell for row in grid for cell in row}
    yield from _legend(chart, drawn, words, width)


class _Frame:
    """Which cell of the grid a day and a value lie in; every tick lies in the middle of its row."""

    def __init__(self, chart: Chart, width: int) -> None:
        self.scale = scale_of(chart, _STEPS)
        self.labels = [""] * HEIGHT
        for tick in self.scale.ticks:
            self.labels[self.row(tick)] = self.scale.label(tick)
        self.margin = max(map(width_of, self.labels))
        self.columns = width - self.margin - len(" ┤")

    def column(self, day: date) -> int:
        return floor(self.scale.along(day) * (self.columns - 1))

    def day(self, column: int) -> date:
        days = (self.scale.last - self.scale.first).days
        return self.scale.first + timedelta(days=round(Fraction(days * column, max(self.columns - 1, 1))))

    def row(self, value: Fraction) -> int:
        return round((1 - self.scale.up(value)) * (HEIGHT - 1))


def _draw_actual(grid: list[list[str]], frame: _Frame, track: Track) -> None:
    """Each figure as a dot; between two figures the earlier one stands, since nothing else is known."""
    for (day, value), (following, _) in zip(track, [*track[1:], track[-1]] if track else [], strict=True):
        for column in range(frame.column(day) + 1, frame.column(following)):
            grid[frame.row(value)][column] = BETWEEN
    for day, value in track:
        grid[frame.row(value)][frame.column(day)] = ACTUAL


def _days(chart: Chart, frame: _Frame) -> str:
    """The first and the last day, and today where there is room between them."""
    line = [" "] * frame.columns
    latest = frame.columns - len("00-00")
    marks = [(0, frame.scale.first), (latest, frame.scale.last)]
    if frame.scale.holds(chart.today):
        marks.append((max(0, min(frame.column(chart.today) - 2, latest)), chart.today))
    for column, day in marks:
        text = day.isoformat()[5:]
        near = line[max(0, column - 1) : column + len(text) + 1]
        if all(cell == " " for cell in near):
            line[column : column + len(text)] = text
    return " " * (frame.margin + len(" ┤")) + "".join(line).rstrip()


def _legend(chart: Chart, drawn: AbstractSet[str], words: Words, width: int) -> Iterator[str]:
    """What each mark means, only those that are drawn, and what the goal is, in lines that fit."""
    marks = {
        "actual": ACTUAL,
        "expected": EXPECTED,
        "goal": GOAL,
        "range": f"{HIGH}{LOW}",
        "previous": PREVIOUS,
        "today": TODAY,
    }
    line = ""
    for key, mark in marks.items():
        if key != "goal" and drawn.isdisjoint(mark):
            continue
        value = f" {figure(chart, chart.goal)}" if key == "goal" else ""
        text = f"{mark} {words(f'chart.{key}')}{value}"
        if line and width_of(line) + 2 + width_of(text) > max(width, NARROWEST):
            yield line
            line = ""
        line = f"{line}  {text}" if line else text
    yield line
