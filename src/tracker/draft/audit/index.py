"""What stands where in a policy text: words, measures, numbers."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from tracker.draft.account import AccountEntry, account_of
from tracker.draft.measures import MeasurePassage
from tracker.draft.reading import Reading
from tracker.draft.text import Range, Span
from tracker.model.rules.quotes import squeezed

# No measure has a paragraph of so many characters.
_LONGEST_PARAGRAPH = 100_000


class TextIndex:
    """A text that has been read, the account of its numbers, and what finds places in both."""

    def __init__(self, reading: Reading) -> None:
        original = reading.source.original
        self.reading = reading
        self.account = account_of(reading)
        self._at = [at for at, character in enumerate(original) if not character.isspace()]
        self._text = squeezed(original)
        self._entries = [entry.start for entry in self.account]
        self._blocks = [block.start for block in reading.blocks]
        self._ranges = sorted(_ranges_of_measures(reading))
        self._starts = [start for start, _, _ in self._ranges]

    def places_of(self, words: str) -> list[Span]:
        """Every place in the original where these words stand, blanks aside."""
        wanted = squeezed(words)
        spans: list[Span] = []
        at = self._text.find(wanted) if wanted else -1
        while at >= 0:
            spans.append(Span(self._at[at], self._at[at + len(wanted) - 1] + 1))
            at = self._text.find(wanted, at + 1)
        return spans

    def measure_at(self, at: int) -> int | None:
        """Which of the reading's measures a character of the original belongs to, by place among them."""
        n = bisect_right(self._starts, at) - 1
        while n >= 0 and self._starts[n] >= at - _LONGEST_PARAGRAPH:
            start, end, measure = self._ranges[n]
            if start <= at < end:
                return measure
            n -= 1
        return None

    def passage_at(self, at: int) -> MeasurePassage | None:
        """The measure that a character of the original belongs to."""
        n = self.measure_at(at)
        return None if n is None else self.reading.measures[n].passage

    def entries_in(self, span: Span) -> tuple[AccountEntry, ...]:
        """The numbers that begin within a span of the original."""
        return self.account[bisect_left(self._entries, span.start) : bisect_left(self._entries, span.end)]

    def range_of(self, span: Span) -> Range:
        """Where a span of the original stands in SourceText.text."""
        at = self.reading.source.at
        return bisect_left(at, span.start), bisect_left(at, span.end)

    def paragraph_start(self, at: int) -> int:
        """Where the paragraph of a character of SourceText.text begins there."""
        n = bisect_right(self._blocks, at) - 1
        return self._blocks[n] if n >= 0 else 0


def _ranges_of_measures(reading: Reading) -> Iterator[tuple[int, int, int]]:
    for n, measure in enumerate(reading.measures):
        passage = measure.passage
        due = [passage.due] if passage.due else []
        clauses = [(clause.start, clause.end) for clause in passage.owner_clauses]
        for start, end in (passage.heading, *passage.body, *clauses, *due):
            if start < end:
                yield (*reading.source.span(start, end), n)
