"""A policy text with each number marked by what became of it, and what the marks lead to."""

from dataclasses import dataclass

from tracker.report.values import Demand, Phrase, Value, Word


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters of a line; a marked one says why, has a place of its own and leads to its row."""

    text: str
    mark: str = ""
    note: Phrase | None = None
    anchor: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """One line of the text, from its first to its last character."""

    number: int
    pieces: tuple[Piece, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """What leads back into the text."""

    text: Value
    anchor: str


@dataclass(frozen=True, slots=True)
class TargetEntry:
    """A target: its goal, where the text states it, and in what both differ."""

    id: str
    number: str
    name: str
    goal: Demand
    places: tuple[Link, ...]
    results: tuple[Phrase, ...]
    agrees: bool


@dataclass(frozen=True, slots=True)
class MeasureHeading:
    """A measure above its targets, with its units and in what they differ."""

    number: int
    title: str
    results: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class ReasonEntry:
    """Numbers that are no target's number, for one reason."""

    anchor: str
    mark: str
    outcome: Word
    why: Value
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The whole page."""

    title: str
    head: tuple[Phrase, ...]
    file: str
    legend: tuple[tuple[str, int], ...]  # each mark with how many numbers bear it
    findings: tuple[tuple[str, Phrase], ...]  # where, and what
    lines: tuple[MarkedLine, ...]
    targets: tuple[MeasureHeading | TargetEntry, ...]
    reasons: tuple[ReasonEntry, ...]
