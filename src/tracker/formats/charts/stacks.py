"""Groups of targets by colour, as templates/stacks.svg draws them: a bar for each, its parts side by side.

Coordinates are units of the view box; y grows downwards. The longest bar is the group with most targets.
"""

from collections.abc import Iterator
from fractions import Fraction

import wcwidth

from tracker.formats.charts.bullets import GAP, LINE, NAME, SHAPE, Key, keys_of, lines_of
from tracker.formats.charts.lines import CELL, exact
from tracker.report.view import Stack, Stacks
from tracker.words import Words, printable

# The good first; each with the signal whose colour and shape it has.
COLOURS = {
    "green": "on_track",
    "yellow": "behind",
    "red": "far_behind",
    "grey": "silent",
    "pending": "pending",
}
_MIDDLE = Fraction(1, 2)


class StackPanel:
    """The bars as their template asks for them; `title` names them for those who do not see them."""

    width, line, shape = 640, LINE, SHAPE

    def __init__(self, stacks: Stacks, words: Words, title: str) -> None:
        self.title, self.bars = title, stacks.bars
        self._words = words
        occurring = [colour for colour in COLOURS if any(bar.counts[colour] for bar in stacks.bars)]
        self.legend: tuple[Key, ...] = tuple(
            keys_of([(COLOURS[colour], words(f"stacks.{colour}")) for colour in occurring])
        )
        names = max((wcwidth.width(printable(bar.name)) for bar in stacks.bars), default=0)
        self._left = min(names, NAME) * CELL + GAP
        most = max((sum(bar.counts.values()) for bar in stacks.bars), default=0)
        self._unit = (self.width - self._left) / Fraction(max(most, 1))
        self.top = max((key.y + LINE for key in self.legend), default=0) + GAP // 2
        self.bottom = self.top + sum(len(lines_of(bar.name)) for bar in stacks.bars) * LINE

    @property
    def rows(self) -> Iterator[tuple[Stack, tuple[str, ...], int]]:
        """Each bar with its name in lines, and where its row begins."""
        at = self.top
        for bar in self.bars:
            name = lines_of(bar.name)
            yield bar, name, at
            at += len(name) * LINE

    def parts(self, bar: Stack) -> Iterator[tuple[str, int, str, str, str]]:
        """The parts of a bar: the signal whose colour it has, its count, its place, width and middle."""
        x = self._left
        for colour, signal in COLOURS.items():
            count = bar.counts[colour]
            if count:
                width = count * self._unit
                yield signal, count, exact(x), exact(width), exact(x + width * _MIDDLE)
                x += width

    def sentence(self, bar: Stack) -> str:
        """A bar in words."""
        parts = tuple(
            self._words("stacks.part", {"name": self._words(f"stacks.{colour}"), "count": bar.counts[colour]})
            for colour in COLOURS
            if bar.counts[colour]
        )
        return self._words("stacks.bar", {"name": bar.name, "parts": parts})
