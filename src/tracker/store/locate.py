"""From the keys that lead to a problem to its line, column and source line. Done only after a failure."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tracker.problems import Problem
from tracker.store.files import CATALOGUE_LIMIT, UnreadableError, read_bytes
from tracker.store.yaml import YamlError, decode, locate

# These are about what stands in a file, even where no key leads to it.
_ABOUT_CONTENT = frozenset({"mapping-expected"})
# Longer source lines are cut around the place.
WIDEST = 160


def located(problems: Iterable[Problem], root: Path) -> tuple[Problem, ...]:
    """The problems with their places filled in, in file order, none twice."""
    texts: dict[str, str | None] = {}
    found = {_located(problem, root, texts) for problem in map(_frozen, problems)}
    return tuple(sorted(found, key=lambda problem: (*problem.order, str(problem.facts))))


class _Facts(dict[str, object]):
    """Facts that can stand in a set."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(repr(sorted(self.items(), key=lambda item: item[0])))


def _frozen(problem: Problem) -> Problem:
    return replace(problem, facts=_Facts(problem.facts))


def _located(problem: Problem, root: Path, texts: dict[str, str | None]) -> Problem:
    place = problem.place
    if place.line is None and not place.path and problem.code not in _ABOUT_CONTENT:
        return problem
    if place.file not in texts:
        texts[place.file] = _text(root / place.file)
    text = texts[place.file]
    if text is None:
        return problem
    line, column = place.line, place.column
    if line is None or column is None:
        line, column = locate(text, place.path, key=place.of_key)
    lines = text.split("\n")
    excerpt = lines[line - 1].rstrip("\r") if line <= len(lines) else ""
    return replace(problem, place=replace(place, line=line, column=column, excerpt=excerpt or None))


def _text(path: Path) -> str | None:
    try:
        raw = read_bytes(path, CATALOGUE_LIMIT)
    except UnreadableError:
        return None
    try:
        return decode(raw)
    except YamlError:
        return raw.decode("utf-8", "replace")
