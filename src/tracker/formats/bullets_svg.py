"""Completions beside expectations as shapes: a bar for each target, in panels that fit on paper.

Coordinates are units of the view box, to two decimals; y grows downwards. templates/bullets.svg draws them.
A bar begins at 0 % and is drawn to 120 % at most; the number beside it is always the whole one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

import wcwidth

from tracker.assess.signal import Signal
from tracker.formats.axes import CELL, exact
from tracker.formats.cells import GLYPHS, NOTHING, text_of
from tracker.formats.svg import Label
from tracker.report.values import Percent
from tracker.report.view import Bullet, Bullets
from tracker.words import Words, printable

WIDTH = 640
_LIMIT = Fraction(6, 5)
_SCALE = (Fraction(0), Fraction(1, 2), Fraction(1))
_NAME = 26  # cells of a name in one line
_LINES = 12  # of a panel, which paper does not break
_LINE = 22
_GLYPH = 22  # units before a name
_GAP = 10
_TOP = 24  # units for the scale
_BASELINE = 16  # of a text, under the top of its line
_THICK = 12  # units of a bar
_ARROW = 8  # units of the point of a bar that goes on
_LEGEND_GAP = 30


@dataclass(frozen=True, slots=True)
class Bar:
    """One target: its name in lines, its bar, the mark where it should be, and all of it in a sentence."""

    signal: Signal
    glyph: Label
    name: tuple[Label, ...]
    top: str
    filled: str  # width; empty where there is nothing to fill
    over: str  # where the arrow of a bar that goes on begins; empty for any other
    mark: str
    value: Label
    text: str
    thick: int = _THICK

    @property
    def mark_top(self) -> str:
        """Where the mark begins, which is longer than the bar is thick."""
        return exact(Fraction(self.top) - 4)


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of the legend: what is drawn, and its name."""

    shape: str  # bar, mark, or a signal
    x: str
    y: str
    label: Label


@dataclass(frozen=True, slots=True)
class Panel:
    """Some of the bars under a scale; the first panel has the legend."""

    title: str
    height: int
    left: str
    right: str
    top: int
    bottom: int
    goal: str
    hundred: str  # width of a bar of 100 %
    scale: tuple[Label, ...]
    bars: tuple[Bar, ...]
    legend: tuple[Key, ...]
    width: int = WIDTH


class _Frame:
    """Where shares lie, which is the same in every panel."""

    def __init__(self, bullets: Bullets, words: Words) -> None:
        self.words = words
        names = [wcwidth.width(printable(bar.name)) for bar in bullets.bars]
        values = [wcwidth.width(_value(bar, words)) for bar in bullets.bars]
        self.left = _GLYPH + min(max(names, default=0), _NAME) * CELL + _GAP
        self.right = WIDTH - max(values, default=0) * CELL - _GAP - _ARROW

    def x(self, share: Fraction) -> Fraction:
        """How far to the right a share of one lies."""
        return self.left + (self.right - self.left) * max(Fraction(0), min(share, _LIMIT)) / _LIMIT


def panels(bullets: Bullets, words: Words, title: str) -> tuple[Panel, ...]:
    """The bars in as few panels of about the same length as will do; `title` names them."""
    frame = _Frame(bullets, words)
    rows = [(bar, wcwidth.wrap(printable(bar.name), _NAME) or [""]) for bar in bullets.bars]
    return tuple(
        _panel(group, frame, title, list(_legend(bullets, words)) if n == 0 else [])
        for n, group in enumerate(_groups(rows))
    )


Named = tuple[Bullet, list[str]]


def _groups(rows: Sequence[Named]) -> list[list[Named]]:
    lines = sum(len(name) for _, name in rows)
    groups: list[list[Named]] = [[] for _ in range(ceil(Fraction(lines, _LINES)))]
    used = 0
    for row in rows:
        groups[used * len(groups) // lines].append(row)
        used += len(row[1])
    return [group for group in groups if group]


def _panel(rows: Sequence[Named], frame: _Frame, title: str, legend: Sequence[Key]) -> Panel:
    above = max((int(key.y) for key in legend), default=-_LINE) + _LINE
    top = above + _TOP
    bars = []
    at = top
    for bar, name in rows:
        bars.append(_bar(bar, name, at, frame))
        at += len(name) * _LINE
    scale = [
        Label(
            exact(frame.x(share)),
            str(top - 6),
            text_of(Percent(share), frame.words).replace(".0", ""),
            "middle",
        )
        for share in _SCALE
    ]
    return Panel(
        title=title,
        height=at + 4,
        left=exact(frame.left),
        right=exact(frame.right),
        top=top,
        bottom=at,
        goal=exact(frame.x(Fraction(1))),
        hundred=exact(frame.x(Fraction(1)) - frame.left),
        scale=tuple(scale),
        bars=tuple(bars),
        legend=tuple(legend),
    )


def _bar(bar: Bullet, name: Sequence[str], at: int, frame: _Frame) -> Bar:
    middle = at + Fraction(len(name) * _LINE, 2)
    share = bar.completion
    first = at + _BASELINE
    value = Label(str(WIDTH), exact(middle + 5), _value(bar, frame.words), "end")
    return Bar(
        signal=bar.signal,
        glyph=Label(str(_GLYPH // 2 - 2), str(first), GLYPHS[bar.signal], "middle"),
        name=tuple(Label(str(_GLYPH), str(first + n * _LINE), line, "start") for n, line in enumerate(name)),
        top=exact(middle - Fraction(_THICK, 2)),
        filled=exact(frame.x(share) - frame.left) if share is not None and share > 0 else "",
        over=exact(frame.right) if share is not None and share > _LIMIT else "",
        mark="" if bar.expected is None else exact(frame.x(bar.expected)),
        value=value,
        text=_sentence(bar, frame.words),
    )


def _value(bar: Bullet, words: Words) -> str:
    return NOTHING if bar.completion is None else text_of(Percent(bar.completion), words)


def _sentence(bar: Bullet, words: Words) -> str:
    facts = {
        "name": bar.name,
        "signal": words(f"signal.{bar.signal.value}"),
        "completion": _value(bar, words),
    }
    if bar.completion is None:
        return words("bullets.bar.empty", facts)
    if bar.expected is None:
        return words("bullets.bar.unexpected", facts)
    return words("bullets.bar", {**facts, "expected": text_of(Percent(bar.expected), words)})


def _legend(bullets: Bullets, words: Words) -> Iterator[Key]:
    """What the shapes mean, then the signals that occur; in as many lines as they need."""
    entries = [("bar", words("bullets.completion")), ("mark", words("bullets.expected"))]
    if any(bar.completion is not None and bar.completion > _LIMIT for bar in bullets.bars):
        entries.append(("over", words("bullets.over", {"limit": f"{_LIMIT * 100}%"})))
    occurring = {bar.signal for bar in bullets.bars}
    entries += [(s.value, words(f"signal.{s.value}")) for s in Signal if s in occurring]
    x, y = Fraction(0), 0
    for shape, text in entries:
        room = _GLYPH + wcwidth.width(text) * CELL
        if x and x + room > WIDTH:
            x, y = Fraction(0), y + _LINE
        label = Label(exact(x + _GLYPH), str(y + _BASELINE), text, "start")
        yield Key(shape, exact(x), str(y), label)
        x += room + _LEGEND_GAP
