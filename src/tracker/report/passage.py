"""Where a quote stands in the policy text, whose words may be broken by spaces and line ends anywhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.report.values import Phrase
from tracker.report.view import Passage, TextLine

# Lines with text shown before and after those that hold a quote.
AROUND = 1


@dataclass(frozen=True, slots=True)
class Spot:
    """A quote's place in a text: offsets of its first character and of the one after its last."""

    begin: int
    end: int


def spot_of(quote: str, source: str | None) -> Spot | None:
    """Where the quote stands, spaces and line ends aside; None where it does not."""
    wanted = "".join(quote.split())
    if not source or not wanted:
        return None
    kept = [index for index, character in enumerate(source) if not character.isspace()]
    at = "".join(source[index] for index in kept).find(wanted)
    return None if at < 0 else Spot(kept[at], kept[at + len(wanted) - 1] + 1)


def line_of(offset: int, source: str) -> int:
    """The number of the line in which this character stands, from 1."""
    return source.count("\n", 0, offset) + 1


def passage(file: str, source: str | None, quotes: Iterable[str], title: Phrase) -> Passage | None:
    """The lines around these quotes with the quotes marked; None where none of them stands in the text."""
    spots = [spot for quote in quotes if (spot := spot_of(quote, source))]
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


def _marks(spots: Iterable[Spot], offset: int, length: int) -> tuple[tuple[int, int], ...]:
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
