"""The policy text in views: a quote's place, the lines around quotes, the whole with each number marked."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.model.catalogue import Target
from tracker.report.scope import Scope
from tracker.report.values import Demand, Phrase, Value, Word
from tracker.report.view import Passage, TextLine

# Lines with text shown before and after those that hold a quote.
AROUND = 1


@dataclass(frozen=True, slots=True)
class QuotePlace:
    """A quote's place in a text: offsets of its first character and of the one after its last."""

    begin: int
    end: int


def quote_place(quote: str, source: str | None) -> QuotePlace | None:
    """Where the quote stands, spaces and line ends aside; None where it does not."""
    characters = "".join(quote.split())
    if not source or not characters:
        return None
    positions = [index for index, character in enumerate(source) if not character.isspace()]
    at = "".join(source[index] for index in positions).find(characters)
    return None if at < 0 else QuotePlace(positions[at], positions[at + len(characters) - 1] + 1)


def line_of(offset: int, source: str) -> int:
    """The number of the line in which this character stands, from 1."""
    return source.count("\n", 0, offset) + 1


def passage(file: str, source: str | None, quotes: Iterable[str], title: Phrase) -> Passage | None:
    """The lines around these quotes with the quotes marked; None where none of them stands in the text."""
    places = [place for quote in quotes if (place := quote_place(quote, source))]
    if not places or source is None:
        return None
    lines = source.split("\n")
    lines_with_text = [number for number, text in enumerate(lines, 1) if text.strip()]
    numbers = set[int]()
    for place in places:
        first, last = line_of(place.begin, source), line_of(place.end - 1, source)
        numbers.update(range(first, last + 1))
        numbers.update(
            [n for n in lines_with_text if n < first][-AROUND:],
            [n for n in lines_with_text if n > last][:AROUND],
        )
    excerpt = []
    offset = 0
    for number, text in enumerate(lines, 1):
        if number in numbers and text.strip():
            excerpt.append(TextLine(number, text, _marks(places, offset, len(text))))
        offset += len(text) + 1
    return Passage(file, tuple(excerpt), title)


def _marks(places: Iterable[QuotePlace], offset: int, length: int) -> tuple[tuple[int, int], ...]:
    """The parts of the line at `offset` that are quoted; those that overlap become one."""
    inside = sorted(
        (max(place.begin - offset, 0), min(place.end - offset, length))
        for place in places
        if place.begin < offset + length and place.end > offset
    )
    marks: list[tuple[int, int]] = []
    for begin, end in inside:
        if marks and begin <= marks[-1][1]:
            marks[-1] = (marks[-1][0], max(marks[-1][1], end))
        else:
            marks.append((begin, end))
    return tuple(marks)


def clause(scope: Scope, target: Target) -> Phrase:
    """Section, measure and line of the policy text that set the target."""
    catalogue = scope.book.catalogue
    section = next(s for s in catalogue.sections if s.number == target.section)
    measure = next(m for m in section.measures if m.number == target.measure)
    facts: dict[str, object] = {
        "section": section.title,
        "number": measure.number,
        "measure": measure.title,
        "file": catalogue.source,
    }
    line = target_line(scope, target)
    if line is None:
        return Phrase("detail.clause", facts)
    return Phrase("detail.clause-line", {**facts, "line": str(line)})


def target_line(scope: Scope, target: Target) -> int | None:
    """The line of the policy text in which the target's quote begins, None where it does not stand there."""
    source = scope.book.source
    place = quote_place(target.quote, source)
    return None if place is None or source is None else line_of(place.begin, source)


@dataclass(frozen=True, slots=True)
class MarkedPiece:
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
    pieces: tuple[MarkedPiece, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class TextLink:
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
    places: tuple[TextLink, ...]
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
    places: tuple[TextLink, ...]


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
