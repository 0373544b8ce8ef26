"""A measure as it stands in the text, before its sentences are read."""

from dataclasses import dataclass

from tracker.draft.owners import Responsible

Range = tuple[int, int]


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
    numbered: bool = True  # by the text itself, not by place
