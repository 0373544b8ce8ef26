"""The whole text read: measures with their targets and owners, and the fate of every number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tracker.draft.aims import Aim, Claim
from tracker.draft.figures import figure_aim
from tracker.draft.layout import Block, layout
from tracker.draft.limits import refuse_too_much
from tracker.draft.outline import outline_of
from tracker.draft.parts import Outline, Part, spoken
from tracker.draft.passage import moved, read_range
from tracker.draft.periods import periods_in
from tracker.draft.reasons import Fate
from tracker.draft.script import Script


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
_DEADLINE = re.compile(r"(?:时限|时间|期限|进度|节点)(?:要求)?】?(?:：|为)([^。；，）]{2,24})")
_YEARS = re.compile(r"20\d{2}年?(?:-+|~|至|到)(20\d{2})")
_BY_THEN = re.compile(r"[年]?[底末]?(?:之|以)?前|[年]?[底末]")


def read(source: str, year: int | None = None, asked: int | None = None) -> Reading:
    """Read a policy text. `year` is used where the text names none; `asked` whatever it names.

    Raises TooMuchError for what is no policy text.
    """
    script, blocks = layout(source)
    refuse_too_much(script, blocks)
    outline = outline_of(script, blocks)
    this = asked or year_of(script.text, outline.title) or year or 2000
    claims: list[Claim] = []
    measures: list[Drafted] = []
    count = 0
    ends = _range_end(outline.title)
    for part, aims, found in _parts(script, outline, this):
        if ends:  # what has no period of its own has that of the text
            aims = [replace(aim, due=ends) if aim.due is None else aim for aim in aims]  # noqa: PLW2901 - as meant
        claims += [moved(claim, count) for claim in found]
        measures.append(Drafted(part, tuple(aims)))
        count += len(aims)
    return Reading(script, blocks, outline, this, tuple(measures), tuple(claims))


def _parts(script: Script, outline: Outline, year: int) -> Iterator[tuple[Part, list[Aim], list[Claim]]]:
    """Every measure with what it says; other headings are measures where they state a target.

    Those have the number that the text gives them among its measures, else one behind all.
    """
    parts = [(part, *_read_part(script, part, year)) for part in outline.parts]
    used = {part.number for part in outline.parts}
    last = max(used, default=0)
    for part in outline.loose:
        aims, claims = _read_part(script, part, year)
        if not aims:
            continue
        number = part.number
        if number in used or not number:
            last += 1
            number = last
        used.add(number)
        parts.append((replace(part, number=number), aims, claims))
    for part, aims, claims in sorted(parts, key=lambda read_: read_[0].heading):
        yield part, [replace(aim, measure=part.number) for aim in aims], claims


def _range_end(title: str) -> date | None:
    """The end of the years that a title names: （2024—2026年）."""
    found = _YEARS.search(title)
    return date(int(found[1]), 12, 31) if found else None


def year_of(text: str, title: str) -> int | None:
    """The year a text speaks of: that of its title; else the latest it names often, and not as a deadline."""
    if found := _YEAR.search(title):
        return int(found[1])
    counts: dict[int, int] = {}
    for found in _YEAR.finditer(text):
        before = text[found.start() - 1 : found.start()]
        if (
            not _BY_THEN.match(text, found.end())
            and before not in {"到", "至", "-", "~"}
            and text[found.end() : found.end() + 1] not in {"-", "~"}
        ):
            counts[int(found[1])] = counts.get(int(found[1]), 0) + 1
    most = max(counts.values(), default=0)
    return max((year for year, count in counts.items() if count * 2 >= most), default=None)


def _read_part(script: Script, part: Part, year: int) -> tuple[list[Aim], list[Claim]]:
    aims: list[Aim] = []
    claims: list[Claim] = []
    for start, end in spoken(part.body, part.responsible):
        found, fates = read_range(script.text, start, end, year, part.number)
        claims += [moved(claim, len(aims)) for claim in fates]
        aims += found
    for figure in part.figures:
        aim = figure_aim(script, figure, part.number, year)
        if aim:
            claims.append(Claim(*figure.value, Fate.VALUE, None, (len(aims),), aim.value, aim.unit))
            aims.append(aim)
    return _with_deadline(script, part, year, aims, claims)


def _with_deadline(
    script: Script, part: Part, year: int, aims: list[Aim], claims: list[Claim]
) -> tuple[list[Aim], list[Claim]]:
    """The deadline that the measure names for all of it is that of each target without its own."""
    place = part.due or _labelled_deadline(script, part)
    if place is None:
        return aims, claims
    periods = [p for p in periods_in(script.text[place[0] : place[1]], year) if p.until and not p.past]
    if not periods:
        return aims, claims
    period = max(periods, key=lambda p: p.until or date.min)
    takers = tuple(n for n, aim in enumerate(aims) if aim.due is None and not period.whole)
    if takers:
        aims = [replace(aim, due=period.until) if aim.due is None else aim for aim in aims]
        start, end = place[0] + period.start, place[0] + period.end
        claims = [c for c in claims if c.end <= start or c.start >= end]
        claims.append(Claim(start, end, Fate.PERIOD, None, takers))
    return aims, claims


def _labelled_deadline(script: Script, part: Part) -> tuple[int, int] | None:
    for start, end in (*part.body, *((c.start, c.end) for c in part.responsible)):
        if found := _DEADLINE.search(script.text, start, end):
            return found.span(1)
    return None
