"""A measure as it stands in the text, before its sentences are read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.draft.owners import Responsible

Range = tuple[int, int]


def spoken(body: Sequence[Range], clauses: Sequence[Responsible]) -> Iterator[Range]:
    """The ranges of a body without the clauses that name who is responsible; both are in order."""
    n = 0
    for start, end in body:
        at = start
        while n < len(clauses) and clauses[n].start < end:
            clause = clauses[n]
            if at < clause.start:
                yield at, clause.start
            at = max(at, min(clause.end, end))
            if clause.end > end:
                break
            n += 1
        if at < end:
            yield at, end


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator of a table: the ranges of its name, its unit and its number."""

    name: Range
    unit: Range | None
    value: Range


@dataclass(frozen=True, slots=True)
class Part:
    """One measure: its heading and its paragraphs; all ranges are of script.text."""

    number: int
    title: str
    heading: Range
    body: tuple[Range, ...]
    responsible: tuple[Responsible, ...]
    section: str
    due: Range | None = None  # the cell that names the deadline
    figures: tuple[Figure, ...] = ()

    @property
    def units(self) -> tuple[str, ...]:
        """The responsible units, the leading one first."""
        return tuple(dict.fromkeys(unit for clause in self.responsible for unit in clause.units))


@dataclass(frozen=True, slots=True)
class Outline:
    """The text's title, its measures in order, and the ranges that belong to none of them."""

    title: str
    parts: tuple[Part, ...]
    outside: tuple[Range, ...]
    loose: tuple[Part, ...] = ()  # headings that are measures only if something is to be reached there
