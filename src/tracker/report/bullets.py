"""Completion of many targets beside where each should be: the data of a bullet chart (Stephen Few)."""

from dataclasses import dataclass
from fractions import Fraction

from tracker.assess.signal import Signal
from tracker.report.values import Phrase


@dataclass(frozen=True, slots=True)
class Bullet:
    """One target: its completion and the completion expected, as shares of one, and its signal."""

    name: str
    completion: Fraction | None
    expected: Fraction | None
    signal: Signal


@dataclass(frozen=True, slots=True)
class Bullets:
    """A bullet for each target, in the order in which they are shown."""

    bars: tuple[Bullet, ...]
    title: Phrase
