"""The whole text read: measures with their targets and owners, and the fate of every number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.draft.aims import Aim, Claim
from tracker.draft.layout import Block, layout
from tracker.draft.outline import Outline, Part, outline_of
from tracker.draft.passage import Mood, read_sentence
from tracker.draft.script import Script
from tracker.draft.sentences import sentences


@dataclass(frozen=True, slots=True)
class Drafted:
    """One measure with its targets, in the order of the text."""

    part: Part
    aims: tuple[Aim, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A policy text, read."""

    script: Script
    blocks: tuple[Block, ...]
    outline: Outline
    year: int
    measures: tuple[Drafted, ...]
    claims: tuple[Claim, ...]


_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)年?")
_BY_THEN = re.compile(r"[年]?[底末]?(?:之|以)?前|[年]?[底末]")


def read(source: str, year: int | None = None) -> Reading:
    """Read a policy text. `year` is used where the text names none."""
    script, blocks = layout(source)
    outline = outline_of(script, blocks)
    this = year_of(script.text, outline.title) or year or 2000
    claims: list[Claim] = []
    measures: list[Drafted] = []
    count = 0
    for part in outline.parts:
        aims, found = _read_part(script, part, this)
        claims += [replace(c, aims=tuple(n + count for n in c.aims)) for c in found]
        measures.append(Drafted(part, tuple(aims)))
        count += len(aims)
    return Reading(script, blocks, outline, this, tuple(measures), tuple(claims))


def year_of(text: str, title: str) -> int | None:
    """The year a text speaks of: that of its title; else the latest it names often, not only as a deadline."""
    if found := _YEAR.search(title):
        return int(found[1])
    counts: dict[int, int] = {}
    for found in _YEAR.finditer(text):
        if not _BY_THEN.match(text, found.end()) and text[found.start() - 1 : found.start()] not in {"到", "至"}:
            counts[int(found[1])] = counts.get(int(found[1]), 0) + 1
    most = max(counts.values(), default=0)
    return max((year for year, count in counts.items() if count * 2 >= most), default=None)


def _read_part(script: Script, part: Part, year: int) -> tuple[list[Aim], list[Claim]]:
    aims: list[Aim] = []
    claims: list[Claim] = []
    for start, end in _spoken(part):
        mood = Mood(year)
        for sentence in sentences(script.text, start, end):
            found, fates = read_sentence(sentence, mood, part.number)
            claims += [replace(c, aims=tuple(n + len(aims) for n in c.aims)) for c in fates]
            aims += found
            if not sentence.veiled.endswith("；") and not sentence.aside:
                mood.rest()
    return aims, claims


def _spoken(part: Part) -> Iterator[tuple[int, int]]:
    """The ranges of a measure's body without the clauses that name who is responsible."""
    for start, end in part.body:
        at = start
        for clause in part.responsible:
            if at <= clause.start < end:
                if at < clause.start:
                    yield at, clause.start
                at = max(at, min(clause.end, end))
        if at < end:
            yield at, end
