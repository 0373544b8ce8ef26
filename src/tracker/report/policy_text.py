"""The policy text in views: where a quote stands in it, its lines around quotes, and all of it with each number marked."""

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
    wanted = "".join(quote.split())
    if not source or not wanted:
        return None
    kept = [index for index, character in enumerate(source) if not character.isspace()]
    at = "".join(source[index] for index in kept).find(wanted)
    return None if at < 0 else QuotePlace(kept[at], kept[at + len(wanted) - 1] + 1)


def line_of(offset: int, source: str) -> int:
    """The number of the line in which this character stands, from 1."""
    return source.count("\n", 0, offset) + 1


def passage(file: str, source: str | None, quotes: Iterable[str], title: Phrase) -> Passage | None:
    """The lines around these quotes with the quotes marked; None where none of them stands in the text."""
    spots = [spot for quote in quotes if (spot := quote_place(quote, source))]
    if not spots or source is None:
        return None
    lines = source.split("\n")
    filled = [number for number, text in enumerate(lines, 1) if text.strip()]
    wanted = set[int]()
    for spot in spots:
        first, last = line_of(spot.begin, source), line_of(spot.end - 1, source)
        wanted.update(range(first, last + 1))
        wanted.update([n for n in filled if n < first][-AROUND:], [n for n in filled if n > last][:AROUND])
    shown = []
    offset = 0
    for number, text in enumerate(lines, 1):
        if number in wanted and text.strip():
            shown.append(TextLine(number, text, _marks(spots, offset, len(text))))
        offset += len(text) + 1
    return Passage(file, tuple(shown), title)


def _marks(spots: Iterable[QuotePlace], offset: int, length: int) -> tuple[tuple[int, int], ...]:
    """The parts of the line at `offset` that are quoted; those that overlap become one."""
    inside = sorted(
        (max(spot.begin - offset, 0), min(spot.end - offset, length))
        for spot in spots
        if spot.begin < offset + length and spot.end > offset
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
    spot = quote_place(target.quote, source)
    return None if spot is None or source is None else line_of(spot.begin, source)


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
