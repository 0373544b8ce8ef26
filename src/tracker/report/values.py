"""The values that stand in a view: typed, exact, without colour, language or width."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from tracker.assess.signal import Flag, Signal
from tracker.model.goal import Goal
from tracker.model.quantity import Quantity

# Named tuples take a fraction of the time to make that dataclasses take, and every view waits for these.
_NONE: Mapping[str, object] = MappingProxyType({})


# A computed number is rounded when it is shown. `limits` are numbers at which something else begins: however
# it is rounded, it is shown on the side of each of them on which it is, and never as a limit that it is not.


class Percent(NamedTuple):
    """A share of one, shown as a percentage; none and all of it are limits as well."""

    share: Fraction
    limits: tuple[Fraction, ...] = ()


class PercentagePoints(NamedTuple):
    """A difference of shares in percentage points, with its sign unless words tell it; zero is a limit."""

    share: Fraction
    limits: tuple[Fraction, ...] = ()
    signed: bool = True


class Bar(NamedTuple):
    """Completion as a small bar, with a mark where it should be."""

    completion: Percent | None
    expected: Percent | None


class Shortfall(NamedTuple):
    """What is missing, in the target's unit; of percentages in percentage points."""

    value: Decimal
    unit: str


class Difference(NamedTuple):
    """By how much a value moved, with its sign; of percentages in percentage points."""

    value: Decimal
    unit: str


class Amount(NamedTuple):
    """A computed number in a unit (a pace, a forecast), shown to as many places as say something.

    `up` rounds away from zero, for what is required: no less will do. A `level` is a value the target may
    have, not a difference: of percentages in per cent, not in points. Zero is a limit as well.
    """

    value: Fraction
    unit: str
    up: bool = False
    level: bool = False
    limits: tuple[Fraction, ...] = ()


class Times(NamedTuple):
    """A ratio: 1.5 is one and a half times; zero and one are limits."""

    ratio: Fraction


class Demand(NamedTuple):
    """A goal as the policy text puts it: ≥40家, 3–5项."""

    goal: Goal
    unit: str
    due: date
    dated: bool = False  # whether the year of the deadline is told


Computed = Percent | PercentagePoints | Amount | Times


class Phrase(NamedTuple):
    """A sentence of words/ with what fills it in."""

    key: str
    facts: Mapping[str, object] = _NONE


class Word(NamedTuple):
    """A word of words/: its group and its key there."""

    group: str
    key: str


Value = (
    str
    | int
    | bool
    | date
    | Decimal
    | Quantity
    | Percent
    | PercentagePoints
    | Bar
    | Demand
    | Shortfall
    | Difference
    | Amount
    | Times
    | Phrase
    | Word
    | Signal
    | tuple[Flag, ...]
    | tuple[str, ...]
    | tuple[Word, ...]
    | tuple[Phrase, ...]
    | None
)
Record = Mapping[str, Value]
# What machines read of a view's head: values, records, and further lists of records.
Facts = Mapping[str, Value | Record | tuple[Record, ...]]
