"""The account of a text: what became of every number in it, each once."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.draft.headings import ColumnKind
from tracker.draft.mentions import Classification, NumberMention, Reason
from tracker.draft.reading import Reading
from tracker.draft.sentences import is_quoted, is_titled, mask
from tracker.draft.statements import read_range
from tracker.draft.text import Range, uniform

_RUN = re.compile(r"\d(?:[\d.,]*\d)?|[零〇一二两三四五六七八九十百千万亿]+")
_WITHOUT_TARGET = {Classification.PERIOD: Reason.DATE}
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class AccountEntry:
    """One number: [start, end) of the original, how it reads without blanks, its line (from 1), what it is.

    `targets` are places in the reading's targets. A range is one entry.
    """

    start: int
    end: int
    text: str
    line: int
    classification: Classification
    reason: Reason | None = None
    targets: tuple[int, ...] = ()
    value: Decimal | None = None
    unit: str = ""


def account_of(reading: Reading) -> tuple[AccountEntry, ...]:
    """Every number of the text in order, each once."""
    numbers = _apart(sorted((*reading.numbers, *_outside(reading)), key=lambda number: number.start))
    entries = (_entry(reading, number) for number in (*numbers, *_unread(reading, numbers)))
    return tuple(sorted((*entries, *_left_out(reading)), key=lambda entry: entry.start))


def _outside(reading: Reading) -> Iterator[NumberMention]:
    """Numbers in sentences of no measure, in titles and in what looks back: dates stay dates."""
    titles = (measure.passage.heading for measure in reading.measures)
    ranges = [((start, end), Reason.OUTSIDE) for start, end in (*reading.outline.outside, *titles)]
    ranges += reading.outline.back
    for (start, end), lost in ranges:
        for number in read_range(reading.source.text, start, end, reading.year, 0).numbers:
            reason = (
                _WITHOUT_TARGET.get(number.classification, lost) if number.reason is None else number.reason
            )
            yield replace(number, classification=Classification.NOT_TARGET, reason=reason, targets=())


def _apart(numbers: Sequence[NumberMention]) -> list[NumberMention]:
    """The numbers without those that an earlier one covers (a measure whose title is its text)."""
    apart: list[NumberMention] = []
    for number in numbers:
        if not apart or number.start >= apart[-1].end:
            apart.append(number)
    return apart


def _unread(reading: Reading, numbers: Sequence[NumberMention]) -> Iterator[NumberMention]:
    """Numbers that are read in no sentence: of marks, cells and units, within names and words."""
    text = reading.source.text
    starts = [number.start for number in numbers]
    places = _Places(reading)
    for run in _RUN.finditer(text):
        at = bisect_right(starts, run.start()) - 1
        start = max(run.start(), numbers[at].end) if at >= 0 else run.start()
        end = min(run.end(), starts[at + 1]) if at + 1 < len(starts) else run.end()
        if start < end and _RUN.search(text, start, end):
            yield NumberMention(start, end, Classification.NOT_TARGET, places.reason_at(start))


class _Places:
    """What stands where in a text besides its sentences."""

    def __init__(self, reading: Reading) -> None:
        cells = [cell for block in reading.blocks for cell in block.cells]
        marks = [(block.start, block.body) for block in reading.blocks if block.mark]
        marks += [(start, end) for column, start, end in cells if column.kind is ColumnKind.NUMBER]
        units = [(c.start, c.end) for measure in reading.measures for c in measure.passage.owner_clauses]
        past = [(start, end) for column, start, end in cells if column.kind is ColumnKind.PAST]
        sums = [(start, end) for column, start, end in cells if column.kind is ColumnKind.SUM]
        self._ranges = (
            (Reason.NUMBERING, sorted(marks)),
            (Reason.UNIT, sorted(units)),
            (Reason.PAST, sorted(past)),
            (Reason.SUM, sorted(sums)),
        )
        self._masked = mask(reading.source.text)
        self._text = reading.source.text

    def reason_at(self, at: int) -> Reason:
        """Why a number that begins here is no target."""
        for reason, ranges in self._ranges:
            if _inside(at, ranges):
                return reason
        if is_titled(self._masked[at]):
            return Reason.DOCUMENT
        if is_quoted(self._masked[at]):
            return Reason.SLOGAN
        return Reason.NAME if self._text[at].isdigit() else Reason.WORD


def _inside(at: int, ranges: Sequence[Range]) -> bool:
    n = bisect_right(ranges, at, key=lambda place: place[0]) - 1
    return n >= 0 and at < ranges[n][1]


def _entry(reading: Reading, number: NumberMention) -> AccountEntry:
    source = reading.source
    start, end = source.span(number.start, number.end)
    return AccountEntry(
        start,
        end,
        source.text[number.start : number.end],
        source.line_at(start),
        number.classification,
        number.reason,
        number.targets,
        number.value,
        number.unit,
    )


def _left_out(reading: Reading) -> Iterator[AccountEntry]:
    """Numbers in characters that are not read: of pages, in rules."""
    source = reading.source
    for run in _DIGITS.finditer(uniform(source.original)):
        at = bisect_left(source.at, run.start())
        if at == len(source.at) or source.at[at] != run.start():
            line = source.line_at(run.start())
            yield AccountEntry(*run.span(), run[0], line, Classification.NOT_TARGET, Reason.PAGE)
