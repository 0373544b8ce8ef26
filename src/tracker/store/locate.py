"""From the keys that lead to a problem to its line, column and source line. Done only after a failure."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from tracker.problems import Problem
from tracker.store.files import CATALOGUE_LIMIT, UnreadableError, YamlError, decode, lines_of, read_bytes
from tracker.store.yaml import Positions, positions

# These are about what stands in a file, even where no key leads to it.
_ABOUT_CONTENT = frozenset({"mapping-expected"})


def located(
    problems: Iterable[Problem], root: Path, texts: Mapping[str, bytes] | None = None
) -> tuple[Problem, ...]:
    """The problems with their places filled in, in file order, none twice.

    `texts` are those of files that are to be looked at otherwise than they stand on disk.
    """
    sources: dict[str, _Source | None] = {file: _Source.of(raw) for file, raw in (texts or {}).items()}
    found: dict[tuple[str, int, int, str, str], Problem] = {}
    for problem in problems:
        file = problem.place.file
        if file not in sources:
            sources[file] = _Source.read(root / file)
        source = sources[file]
        placed = source.locate(problem) if source else problem
        found.setdefault((*placed.order, repr(sorted(placed.facts.items()))), placed)
    return tuple(found[key] for key in sorted(found))


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
        return cls.of(raw)

    @classmethod
    def of(cls, raw: bytes) -> "_Source":
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
