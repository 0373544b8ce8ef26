"""From the keys that lead to a problem to its line, column and source line. Done only after a failure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tracker.problems import Place, Problem
from tracker.store.files import CATALOGUE_LIMIT, UnreadableError, YamlError, decode, lines_of, read_bytes
from tracker.store.yaml import Positions, positions

# These are about what stands in a file, even where no key leads to it.
_ABOUT_CONTENT = frozenset({"mapping-expected"})
# So many problems of one file are shown; whoever has more has one mistake, made often.
MOST = 100


def located(problems: Iterable[Problem], root: Path) -> tuple[Problem, ...]:
    """The problems with their places filled in, in file order, none twice, at most MOST of one file."""
    sources: dict[str, _Source | None] = {}
    found: dict[tuple[str, int, int, str, str], Problem] = {}
    for problem in problems:
        file = problem.place.file
        if file not in sources:
            sources[file] = _Source.read(root / file)
        source = sources[file]
        placed = source.locate(problem) if source else problem
        found.setdefault((*placed.order, repr(sorted(placed.facts.items()))), placed)
    return tuple(_bounded(found[key] for key in sorted(found)))


def _bounded(problems: Iterable[Problem]) -> Iterable[Problem]:
    counts: Counter[str] = Counter()
    for problem in problems:
        counts[problem.place.file] += 1
        if counts[problem.place.file] <= MOST:
            yield problem
    for file, count in counts.items():
        if count > MOST:
            yield Problem("more-problems", Place(file), {"more": count - MOST, "count": count})


class _Source:
    """A file's text and where its keys and values stand; parsed once, and only if a problem asks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = lines_of(text)
        self._positions: Positions | None = None

    @classmethod
    def read(cls, path: Path) -> "_Source | None":
        try:
            raw = read_bytes(path, CATALOGUE_LIMIT)
        except UnreadableError:
            return None
        try:
            return cls(decode(raw))
        except YamlError:
            return cls(raw.decode("utf-8", "replace"))

    def locate(self, problem: Problem) -> Problem:
        place = problem.place
        if place.line is None and not place.path and problem.code not in _ABOUT_CONTENT:
            return problem
        line, column = place.line, place.column
        if line is None or column is None:
            self._positions = self._positions or positions(self._text)
            line, column = self._positions.of(place.path, key=place.of_key)
        excerpt = self._lines[line - 1] if line <= len(self._lines) else ""
        return replace(problem, place=replace(place, line=line, column=column, excerpt=excerpt or None))
