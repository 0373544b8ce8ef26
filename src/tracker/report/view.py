"""What any view consists of: blocks of typed values, no colour, no language, no width."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from tracker.assess.signal import Signal
from tracker.report.values import Facts, Percent, Phrase, Record, Value

_NONE: Mapping[str, Value] = MappingProxyType({})


class Level(StrEnum):
    """What a row is."""

    SECTION = "section"
    MEASURE = "measure"
    ITEM = "item"
    TOTAL = "total"  # the sum of the items above it


class Column(NamedTuple):
    """One column, headed by a word of words/; on a narrow terminal the highest `drop` goes first."""

    key: str
    right: bool = False
    drop: int = 0  # 0: never
    late: bool = False  # it stays as long as text that wraps beside it can be made narrower
    wraps: bool = False
    brief: bool = False  # days without their year, which the head names
    label: str | None = None  # the heading itself, where it is a name and no word
    mark: Signal | None = None  # headed by the glyph of this signal


class Row(NamedTuple):
    """An item with a value for each column, or a heading with its number, text and the unit that leads."""

    level: Level
    cells: Mapping[str, Value] = _NONE
    number: str = ""
    text: str = ""
    owner: str | None = None
    struck: bool = False  # withdrawn


class Table(NamedTuple):
    """Rows under columns, with a title and a remark where there is more than one block."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: Phrase | None = None
    remark: Phrase | None = None
    empty: Phrase = Phrase("table.empty")


class Fields(NamedTuple):
    """Single values, each with its name (a word `column.<key>`)."""

    items: tuple[tuple[str, Value], ...]
    title: Phrase | None = None


class Prose(NamedTuple):
    """Sentences, one to a line; `verbatim` is meant to be sent as it stands."""

    phrases: tuple[Phrase, ...]
    title: Phrase | None = None
    verbatim: bool = False


class TextLine(NamedTuple):
    """A line of a file, with the half-open ranges of characters that are meant."""

    number: int
    text: str
    marks: tuple[tuple[int, int], ...] = ()


class Passage(NamedTuple):
    """Lines of a text file as they stand."""

    file: str
    lines: tuple[TextLine, ...]
    title: Phrase | None = None


Track = tuple[tuple[date, Fraction], ...]


class Chart(NamedTuple):
    """One target over time, in its unit: what was reported, what was expected, where it leads.

    `low` and `high` are the forecast's edges, both beginning at the latest figure; empty where there is no
    forecast. `start` and `end` are the target's period; figures may lie after its end.
    """

    unit: str
    start: date
    end: date
    today: date
    goal: Fraction
    actual: Track
    expected: Track
    low: Track = ()
    high: Track = ()
    title: Phrase | None = None
    previous: Track = ()  # last year's figures, each on its day of this year


class Bullet(NamedTuple):
    """One target: its completion and the completion expected, and its signal."""

    name: str
    completion: Percent | None
    expected: Percent | None
    signal: Signal


class Bullets(NamedTuple):
    """Completion of many targets beside where each should be, in the order shown (Few's bullet graph)."""

    bars: tuple[Bullet, ...]
    title: Phrase


class Stack(NamedTuple):
    """Some targets under a name: how many of each colour, by their order in `report.answers.CLASSES`."""

    name: str
    counts: Mapping[str, int]


class Stacks(NamedTuple):
    """Groups of targets one below the other, each as long as it has targets, in its colours."""

    bars: tuple[Stack, ...]


class Drawing(NamedTuple):
    """A table that a workbook also draws: its first column names, each further one is a series.

    `shape` is columns (one beside the other), bars (across) or lines (over time).
    """

    table: Table
    title: Phrase
    shape: str


class Event(NamedTuple):
    """Something for a whole day of a calendar; what holds no more is cancelled, never left out.

    `key` is of what it is an event: it never changes and is that of no other one. `revision` grows whenever
    anything else of it may have changed.
    """

    key: tuple[str, ...]
    day: date
    summary: Phrase
    lines: tuple[Phrase, ...]
    revision: int
    stands: bool = True


class Agenda(NamedTuple):
    """A calendar: its name, what tells its workspace from others, its time zone, and its events.

    A reminder comes `remind` days before each event; none where that is 0.
    """

    name: Phrase
    workspace: tuple[str, ...]
    timezone: str
    events: tuple[Event, ...]
    remind: int = 0


Block = Table | Fields | Prose | Passage | Chart
Picture = Chart | Bullets | Stacks  # what papers draw


class View(NamedTuple):
    """One view, complete: every format shows this and nothing else."""

    name: str
    title: str
    head: tuple[Phrase, ...]
    counts: Mapping[Signal, int] | None
    total: int
    blocks: tuple[Block, ...]
    foot: tuple[Phrase, ...]
    facts: Facts  # what machines read of head and foot
    items: str  # what the records are called: targets
    make_records: Callable[[], Sequence[Record]]  # of no use to a terminal, and much to compute
    make_drawings: Callable[[], Sequence[Drawing]] = tuple  # for workbooks alone
    make_agenda: Callable[[], Agenda] | None = None  # for calendars alone; None: it has no events
    dense: bool = False  # meant for one screen: a terminal shows no empty lines

    @property
    def records(self) -> Sequence[Record]:
        """What machines read, one record per item."""
        return self.make_records()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the records, also where there are none."""
        records = self.records
        if records:
            return tuple(records[0])
        tables = [block for block in self.blocks if isinstance(block, Table)]
        return tuple(column.key for column in tables[0].columns) if tables else ()
