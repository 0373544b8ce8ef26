"""Where words of the catalogue stand in the policy text, and in which of its measures."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from tracker.draft.reading import Drafted, Reading
from tracker.draft.script import Span
from tracker.model.rules.quotes import squeezed


class Places:
    """The text without blanks, each character knowing where it stands; and the ranges of its measures."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        source = reading.script.source
        self._kept = [at for at, character in enumerate(source) if not character.isspace()]
        self._text = squeezed(source)
        self._ranges = sorted(self._of_measures())
        self._starts = [start for start, _, _ in self._ranges]

    def _of_measures(self) -> Iterator[tuple[int, int, int]]:
        script = self._reading.script
        for n, drafted in enumerate(self._reading.measures):
            part = drafted.part
            extra = [part.due] if part.due else []
            clauses = [(clause.start, clause.end) for clause in part.responsible]
            for start, end in (part.heading, *part.body, *clauses, *extra):
                if start < end:
                    span = script.span(start, end)
                    yield span.start, span.end, n

    def of(self, words: str) -> tuple[Span, ...]:
        """Every place in the source where these words stand, blanks aside."""
        wanted = squeezed(words)
        found: list[Span] = []
        at = self._text.find(wanted) if wanted else -1
        while at >= 0:
            found.append(Span(self._kept[at], self._kept[at + len(wanted) - 1] + 1))
            at = self._text.find(wanted, at + 1)
        return tuple(found)

    def measure_at(self, at: int) -> int | None:
        """Which of the reading's measures the character at `at` belongs to."""
        n = bisect_right(self._starts, at) - 1
        while n >= 0 and self._starts[n] >= at - _FARTHEST:
            start, end, measure = self._ranges[n]
            if start <= at < end:
                return measure
            n -= 1
        return None

    def drafted_at(self, at: int) -> Drafted | None:
        """The measure that the character at `at` belongs to."""
        found = self.measure_at(at)
        return None if found is None else self._reading.measures[found]

    def script_range(self, span: Span) -> tuple[int, int]:
        """Where a span of the source stands in the script's text."""
        at = self._reading.script.at
        return bisect_left(at, span.start), bisect_left(at, span.end)


# No measure has a paragraph of so many characters.
_FARTHEST = 100_000
