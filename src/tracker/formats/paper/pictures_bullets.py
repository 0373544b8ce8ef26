"""Completion of many targets beside where each should be, as a picture: a bullet chart, one row a target."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from tracker.assess.signal import Signal
from tracker.formats.cells import GLYPHS, NOTHING, text_of
from tracker.formats.paper.pictures_sheet import COLOURS, GRID, INK, PALE, TRACK, WIDTH, inexact, sheet
from tracker.report.values import Percent
from tracker.report.view import Bullet, Bullets
from tracker.words import Words, printable

MOST_ROWS = 88  # on one page, in two columns
CLIP = Fraction(6, 5)  # bars end at 120 %; an arrow says that there is more
_TOP, _LINE = Fraction(6), Fraction(5)  # mm: the scale above, a legend's line
_TICKS = (Fraction(0), Fraction(1, 2), Fraction(1))
_POINT = Fraction(254, 720)  # mm
_STROKE = Fraction(17, 5)  # mm, how high the stroke is where a target should be


@dataclass(frozen=True, slots=True)
class _Column:
    """How high a row is and where its parts lie, in mm from the column's left edge; text in points."""

    width: int
    name: int
    bar: int
    end: int
    size: int
    row: Fraction

    def x(self, share: Fraction) -> Fraction:
        """How far to the right a share lies, within the scale."""
        inside = max(Fraction(0), min(share, CLIP))
        return self.bar + inside / CLIP * (self.end - self.bar)

    def cells(self) -> int:
        """How many cells of text fit before the bar; a Chinese character takes two, as high as it is wide."""
        return int((self.bar - self.name - 1) / (self.size * _POINT / 2))


_ONE = _Column(WIDTH, 5, 60, 142, 8, Fraction(23, 5))
_TWO = _Column(75, 4, 37, 64, 7, Fraction(41, 10))


def draw_bullets(bullets: Bullets, words: Words) -> Figure:
    """The bars without a title: the paper names it. Many rows are set in two columns."""
    column = _ONE if len(bullets.bars) * 2 <= MOST_ROWS else _TWO
    rows = len(bullets.bars) if column is _ONE else -(-len(bullets.bars) // 2)
    samples = list(_samples(bullets, words))
    lines = _lines(samples)
    bottom = _TOP + rows * column.row
    figure, axes = sheet(bottom + 2 + _LINE * len(lines), Fraction(WIDTH))
    for first in range(0, len(bullets.bars), max(rows, 1)):
        left = Fraction(0) if first == 0 else Fraction(WIDTH - column.width)
        shown = bullets.bars[first : first + rows]
        _scale(axes, column, left, _TOP + len(shown) * column.row)
        for n, bar in enumerate(shown):
            _bullet(axes, column, left, _TOP + n * column.row, bar, words)
    for n, line in enumerate(lines):
        _legend(axes, line, bottom + 2 + n * _LINE + _LINE / 2)
    return figure


def _scale(axes: Axes, column: _Column, left: Fraction, bottom: Fraction) -> None:
    for tick in _TICKS:
        x = inexact(left + column.x(tick))
        axes.plot([x, x], [inexact(_TOP - 1), inexact(bottom)], color=GRID, linewidth=1, zorder=0)
        text = f"{tick * 100}%"
        axes.text(x, inexact(_TOP - 2), text, ha="center", color=PALE, fontsize=column.size - 1)


def _bullet(axes: Axes, column: _Column, left: Fraction, top: Fraction, bar: Bullet, words: Words) -> None:
    colour = COLOURS[bar.signal]
    row = column.row
    middle = top + row / 2
    size: Any = {"fontsize": column.size, "va": "center_baseline"}
    axes.text(inexact(left + 2), inexact(middle), GLYPHS[bar.signal], ha="center", color=colour, **size)
    name = _shortened(printable(bar.name), column.cells())
    axes.text(inexact(left + column.name), inexact(middle), name, color=INK, **size)
    track = (left + column.bar, column.x(Fraction(1)) - column.bar)
    _block(axes, track, (top + row / 5, row * 3 / 5), TRACK, 1)
    text = NOTHING
    if bar.completion is not None:
        text = text_of(Percent(bar.completion), words)
        reach = (left + column.bar, column.x(bar.completion) - column.bar)
        _block(axes, reach, (top + row * 3 / 10, row * 2 / 5), colour, 2)
        beyond = {bar.completion > CLIP: ">", bar.completion < 0: "<"}.get(True)
        if beyond:
            x = left + column.x(bar.completion) + (1 if beyond == ">" else -1)
            axes.plot([inexact(x)], [inexact(middle)], marker=beyond, color=colour, markersize=4, linewidth=0)
    if bar.expected is not None:
        _block(axes, *_mark(left + column.x(bar.expected), middle), INK, 3)
    axes.text(inexact(left + column.width), inexact(middle), text, ha="right", color=INK, **size)


def _mark(x: Fraction, middle: Fraction) -> tuple[tuple[Fraction, Fraction], tuple[Fraction, Fraction]]:
    """Where a target should be: an upright stroke over its bar."""
    return (x - Fraction(2, 5), Fraction(4, 5)), (middle - _STROKE / 2, _STROKE)


def _block(
    axes: Axes, across: tuple[Fraction, Fraction], down: tuple[Fraction, Fraction], colour: str, order: int
) -> None:
    (x, width), (y, height) = across, down
    corner = (inexact(x), inexact(y))
    axes.add_patch(
        Rectangle(corner, inexact(width), inexact(height), color=colour, linewidth=0, zorder=order)
    )


@dataclass(frozen=True, slots=True)
class _Sample:
    """A mark and what it means; the mark of None is the stroke where a target should be."""

    mark: str | None
    text: str
    colour: str

    def width(self) -> Fraction:
        """In mm, with the space behind it."""
        return 8 + _cells(self.text) * 8 * _POINT / 2


def _samples(bullets: Bullets, words: Words) -> Iterator[_Sample]:
    present = {bar.signal for bar in bullets.bars}
    for signal in Signal:
        if signal in present:
            yield _Sample(GLYPHS[signal], words(f"mark.{signal.value}"), COLOURS[signal])
    if any(bar.expected is not None for bar in bullets.bars):
        yield _Sample(None, words("picture.expected"), INK)


def _lines(samples: list[_Sample]) -> list[list[tuple[Fraction, _Sample]]]:
    """The samples in lines, each with the place where it begins."""
    lines: list[list[tuple[Fraction, _Sample]]] = [[]]
    at = Fraction(0)
    for sample in samples:
        if at + sample.width() > WIDTH and lines[-1]:
            lines.append([])
            at = Fraction(0)
        lines[-1].append((at, sample))
        at += sample.width()
    return lines


def _legend(axes: Axes, line: list[tuple[Fraction, _Sample]], middle: Fraction) -> None:
    size: Any = {"fontsize": 8, "va": "center_baseline"}
    for at, sample in line:
        if sample.mark is None:
            _block(axes, *_mark(at + 2, middle), sample.colour, 3)
        else:
            x, y = inexact(at + 2), inexact(middle)
            axes.text(x, y, sample.mark, ha="center", color=sample.colour, **size)
        axes.text(inexact(at + 5), inexact(middle), sample.text, color=INK, **size)


def _shortened(text: str, cells: int) -> str:
    """The text, or as much of it as fits with a sign that there is more."""
    ends = accumulate(map(_cells, text))
    if _cells(text) <= cells:
        return text
    return "".join(character for character, end in zip(text, ends, strict=True) if end <= cells - 2) + "…"


def _cells(text: str) -> int:
    """How wide a Chinese font sets the text: quotation marks and the like are as wide as its characters."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)
