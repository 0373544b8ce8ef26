"""The account of a text: every number in it has exactly one fate."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tracker.draft.aims import Aim, Claim
from tracker.draft.columns import Column
from tracker.draft.layout import layout
from tracker.draft.passage import read_range
from tracker.draft.reading import Reading, read
from tracker.draft.reasons import Fate, Reason
from tracker.draft.script import uniform
from tracker.draft.sentences import is_quoted, is_titled, veil

_RUN = re.compile(r"\d(?:[\d.,]*\d)?|[零〇一二两三四五六七八九十百千万亿]+")
_DIGITS = re.compile(r"\d+")
Interval = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mention:
    """One number: source[start:end], as it reads without blanks, its line (from 1), and what became of it.

    `targets` are places in the reading's targets, all measures counted through. A range is one mention.
    """

    start: int
    end: int
    text: str
    line: int
    fate: Fate
    reason: Reason | None = None
    targets: tuple[int, ...] = ()
    value: Decimal | None = None
    unit: str = ""


def account(text: str) -> tuple[Mention, ...]:
    """Every number of a policy text in order, each once."""
    return account_of(read(text))


def account_of(reading: Reading) -> tuple[Mention, ...]:
    """The account of a text that has been read."""
    claims = sorted((*reading.claims, *_elsewhere(reading)), key=lambda claim: claim.start)
    claims = list(_apart(claims))
    claims = sorted((*claims, *_unclaimed(reading, claims)), key=lambda claim: claim.start)
    mentions = [_mention(reading, claim) for claim in claims]
    return tuple(sorted((*mentions, *_left_out(reading)), key=lambda mention: mention.start))


def targets_of(reading: Reading) -> tuple[Aim, ...]:
    """All targets, in the order that `Mention.targets` counts them."""
    return tuple(aim for measure in reading.measures for aim in measure.aims)


def goals_in(words: str, year: int) -> tuple[Aim, ...]:
    """What a quotation by itself asks for, number by number; the last is usually the one it is quoted for."""
    script, _ = layout(words)
    return tuple(read_range(script.text, 0, len(script.text), year, 0)[0])


def goal_in(words: str, year: int) -> Aim | None:
    """The last target that a quotation states, or None where it states no number."""
    return next(reversed(goals_in(words, year)), None)


def _elsewhere(reading: Reading) -> Iterator[Claim]:
    """Numbers in sentences that belong to no measure, and in titles: dates stay dates, goals are outside."""
    text = reading.script.text
    ranges = [*reading.outline.outside, *(measure.part.heading for measure in reading.measures)]
    for start, end in ranges:
        for claim in read_range(text, start, end, reading.year, 0)[1]:
            lost = claim.fate is not Fate.NOT_TARGET
            reason = Reason.OUTSIDE if lost else claim.reason
            yield Claim(claim.start, claim.end, Fate.NOT_TARGET, reason, (), claim.value, claim.unit)


def _apart(claims: list[Claim]) -> Iterator[Claim]:
    """The claims without those that an earlier one covers (a measure whose title is its text)."""
    end = 0
    for claim in claims:
        if claim.start >= end:
            end = claim.end
            yield claim


def _unclaimed(reading: Reading, claims: list[Claim]) -> Iterator[Claim]:
    text = reading.script.text
    starts = [claim.start for claim in claims]
    veiled = veil(text)
    marks = _marks(reading)
    past = sorted((s, e) for b in reading.blocks for column, s, e in b.cells if column is Column.PAST)
    units = sorted((c.start, c.end) for m in reading.measures for c in m.part.responsible)
    for run in _RUN.finditer(text):
        at = bisect_right(starts, run.start()) - 1
        covered = at >= 0 and claims[at].end > run.start()
        begin = claims[at].end if covered else run.start()
        limit = claims[at + 1].start if at + 1 < len(claims) else len(text)
        end = min(run.end(), limit)
        if begin >= end or not _RUN.search(text, begin, end):
            continue
        yield Claim(begin, end, Fate.NOT_TARGET, _why(text, begin, veiled, (marks, units, past)))


def _why(text: str, at: int, veiled: str, places: tuple[list[Interval], ...]) -> Reason:
    reasons = (Reason.NUMBERING, Reason.UNIT, Reason.PAST)
    found = next((reason for reason, known in zip(reasons, places, strict=True) if _inside(at, known)), None)
    if found:
        return found
    if is_titled(veiled[at]):
        return Reason.DOCUMENT
    if is_quoted(veiled[at]):
        return Reason.SLOGAN
    return Reason.NAME if text[at].isdigit() else Reason.WORD


def _marks(reading: Reading) -> list[Interval]:
    marks = [(block.start, block.body) for block in reading.blocks if block.mark]
    cells = [(s, e) for block in reading.blocks for column, s, e in block.cells if column is Column.NUMBER]
    return sorted((*marks, *cells))


def _inside(at: int, ranges: list[Interval]) -> bool:
    n = bisect_right(ranges, (at, len(ranges) + at + 1)) - 1
    return n >= 0 and ranges[n][0] <= at < ranges[n][1]


def _mention(reading: Reading, claim: Claim) -> Mention:
    script = reading.script
    span = script.span(claim.start, claim.end)
    words = script.text[claim.start : claim.end]
    line = script.line_at(span.start)
    return Mention(
        span.start, span.end, words, line, claim.fate, claim.reason, claim.aims, claim.value, claim.unit
    )


def _left_out(reading: Reading) -> Iterator[Mention]:
    """Numbers that the script leaves out: of pages, in rules."""
    script = reading.script
    same = uniform(script.source)
    for run in _DIGITS.finditer(same):
        at = bisect_left(script.at, run.start())
        if at == len(script.at) or script.at[at] != run.start():
            line = script.line_at(run.start())
            yield Mention(run.start(), run.end(), run[0], line, Fate.NOT_TARGET, Reason.PAGE)
