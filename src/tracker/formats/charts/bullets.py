"""Completions beside expectations, as templates/bullets.svg draws them: a bar for each target, in panels.

Coordinates are units of the view box; y grows downwards. A bar begins at 0 % and is drawn to 120 % at most;
the number beside it is always the whole one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

import wcwidth

from tracker.assess.signal import Signal
from tracker.formats.cells import text_of
from tracker.formats.charts.lines import CELL, exact
from tracker.report.view import Bullet, Bullets
from tracker.words import Words, printable

LIMIT = Fraction(6, 5)
NAME = 32  # cells of a name in one line
_LINES = 7  # of a panel, which paper does not break
LINE = 22
SHAPE = 22  # units before a name
GAP = 10
_SCALE = 24  # units for the scale above the bars
_ARROW = 8  # units of the point of a bar that goes on
_BETWEEN_KEYS = 30


@dataclass(frozen=True, slots=True)
class Row:
    """One target: its name in lines, and where its row begins and has its middle."""

    bar: Bullet
    name: tuple[str, ...]
    top: int

    @property
    def middle(self) -> int:
        """The middle of the row."""
        return self.top + len(self.name) * LINE // 2


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of the legend: what is drawn (bar, mark, over, or a signal), where, and its name."""

    shape: str
    x: str
    y: int
    name: str


class Panel:
    """Some of the bars under a scale, as their template asks for them; `title` names them."""

    width, line, shape = 640, LINE, SHAPE

    def __init__(
        self, bullets: Bullets, bars: Sequence[Bullet], legend: Sequence[Key], words: Words, title: str
    ) -> None:
        self.legend, self.title = legend, title
        self._words = words
        names = max(wcwidth.width(printable(bar.name)) for bar in bullets.bars)
        values = max(wcwidth.width(self.value(bar)) for bar in bullets.bars)
        # The same in every panel.
        self._left = SHAPE + min(names, NAME) * CELL + GAP
        self._right = self.width - values * CELL - GAP - _ARROW
        self.top = max((key.y + LINE for key in legend), default=0) + _SCALE
        self.rows: list[Row] = []
        at = self.top
        for bar in bars:
            self.rows.append(Row(bar, lines_of(bar.name), at))
            at += len(self.rows[-1].name) * LINE
        self.bottom = at

    def x(self, share: Fraction) -> str:
        """How far to the right a share of one lies."""
        drawn = max(Fraction(0), min(share, LIMIT))
        return exact(self._left + (self._right - self._left) * drawn / LIMIT)

    @property
    def scale(self) -> Iterator[tuple[str, str]]:
        """The shares named above the bars: place and name."""
        for share in (Fraction(0), Fraction(1, 2), Fraction(1)):
            yield self.x(share), f"{share * 100}%"

    def goes_on(self, bar: Bullet) -> bool:
        """Whether a bar would be longer than is drawn."""
        return _goes_on(bar)

    def value(self, bar: Bullet) -> str:
        """The completion beside a bar."""
        return text_of(bar.completion, self._words)

    def sentence(self, bar: Bullet) -> str:
        """A bar in words."""
        facts = {"name": bar.name, "signal": self._words(f"signal.{bar.signal.value}")}
        facts["completion"] = self.value(bar)
        if bar.completion is None:
            return self._words("bullets.bar.empty", facts)
        if bar.expected is None:
            return self._words("bullets.bar.unexpected", facts)
        facts["expected"] = text_of(bar.expected, self._words)
        return self._words("bullets.bar", facts)


def panels(bullets: Bullets, words: Words, title: str) -> list[Panel]:
    """The bars in as few panels of about the same length as will do; the first has the legend."""
    legend = list(_legend(bullets, words))
    return [
        Panel(bullets, group, legend if n == 0 else (), words, title)
        for n, group in enumerate(_groups(bullets.bars))
    ]


def _groups(bars: Sequence[Bullet]) -> list[list[Bullet]]:
    lines = sum(len(lines_of(bar.name)) for bar in bars)
    groups: list[list[Bullet]] = [[] for _ in range(ceil(Fraction(lines, _LINES)))]
    used = 0
    for bar in bars:
        groups[used * len(groups) // lines].append(bar)
        used += len(lines_of(bar.name))
    return [group for group in groups if group]


def lines_of(name: str) -> tuple[str, ...]:
    """A name as it stands before a bar."""
    return tuple(wcwidth.wrap(printable(name), NAME)) or ("",)


def _goes_on(bar: Bullet) -> bool:
    return bar.completion is not None and bar.completion.share > LIMIT


def _legend(bullets: Bullets, words: Words) -> Iterator[Key]:
    """What the shapes mean, then the signals that occur; in as many lines as they need."""
    entries = [("bar", words("bullets.completion")), ("mark", words("bullets.expected"))]
    if any(map(_goes_on, bullets.bars)):
        entries.append(("over", words("bullets.over", {"limit": f"{LIMIT * 100}%"})))
    occurring = {bar.signal for bar in bullets.bars}
    entries += [(s.value, words(f"signal.{s.value}")) for s in Signal if s in occurring]
    return keys_of(entries)


def keys_of(entries: Sequence[tuple[str, str]]) -> Iterator[Key]:
    """Shapes and their names beside one another, in as many lines as they need."""
    x, y = Fraction(0), 0
    for shape, name in entries:
        room = SHAPE + wcwidth.width(name) * CELL
        if x and x + room > Panel.width:
            x, y = Fraction(0), y + LINE
        yield Key(shape, exact(x), y, name)
        x += room + _BETWEEN_KEYS
