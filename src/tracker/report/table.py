"""What any view consists of: typed values in tables, no colour, no language, no width."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tracker.assess.signal import Flag, Signal
from tracker.model.goal import Goal
from tracker.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Percent:
    """A share of one, shown as a percentage."""

    share: Fraction


@dataclass(frozen=True, slots=True)
class Points:
    """A difference of shares, shown in percentage points with its sign."""

    share: Fraction


@dataclass(frozen=True, slots=True)
class Bar:
    """Completion as a small bar, with a mark where it should be."""

    completion: Fraction | None
    expected: Fraction | None


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What is missing, in the target's unit; of percentages in percentage points."""

    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Demand:
    """A goal as the policy text puts it: ≥40家, 3–5项."""

    goal: Goal
    unit: str
    due: date


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of words/ with what fills it in."""

    key: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Word:
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
    | Points
    | Bar
    | Demand
    | Shortfall
    | Word
    | Signal
    | tuple[Flag, ...]
    | tuple[str, ...]
    | None
)
Record = Mapping[str, Value]


class Level(StrEnum):
    """What a row is."""

    SECTION = "section"
    MEASURE = "measure"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Column:
    """One column, headed by a word of words/; on a narrow terminal the highest `drop` goes first."""

    key: str
    right: bool = False
    drop: int = 0  # 0: never
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """An item with a value for each column, or a heading with its number, text and the unit that leads."""

    level: Level
    cells: Mapping[str, Value] = field(default_factory=dict)
    number: str = ""
    text: str = ""
    owner: str | None = None
    struck: bool = False  # withdrawn


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class View:
    """One view, complete: every format shows this and nothing else."""

    name: str
    title: str
    head: tuple[Phrase, ...]
    counts: Mapping[Signal, int] | None
    total: int
    table: Table
    foot: tuple[Phrase, ...]
    facts: Mapping[str, Value]  # what machines read of head and foot
    items: str  # what the records are called: targets
    records: tuple[Record, ...]  # what machines read of the table, one per item
