"""The outcome of every number of the text: a target's, not a target with a reason, or open."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from tracker.draft.account import Mention
from tracker.draft.audit.pairing import Pairing
from tracker.draft.audit.places import Places
from tracker.draft.audit.result import Checked, Number, Outcome
from tracker.draft.reasons import Fate, Reason
from tracker.draft.script import Span
from tracker.model.catalogue import Ignored
from tracker.model.rules.quotes import NUMERAL

# Of a target in another way than as its number.
_PARTS = frozenset({Fate.BASELINE, Fate.PERIOD})
# These say where a number stands or that nothing is known of it, not that it is no target.
_NO_RULE = frozenset({Reason.OUTSIDE, Reason.UNCLEAR})

Covered = tuple[tuple[Span, Ignored], ...]


def is_number(mention: Mention) -> bool:
    """Whether it counts: 下半年 and 全年 hold no numeral, and the 一 of 统一 is part of a word."""
    return mention.reason is not Reason.WORD and bool(NUMERAL.search(mention.text))


def covered_by(ignore: Iterable[Ignored], places: Places) -> Covered:
    """The ranges of the source that the catalogue ignores."""
    return tuple((span, ignored) for ignored in ignore for span in places.of(ignored.words))


def outcomes(
    mentions: Iterable[Mention], checked: tuple[Checked, ...], pairing: Pairing, covered: Covered, source: str
) -> Iterator[Number]:
    """Every mention with what became of it, in order; what is no number is among them."""
    by_aim: dict[int, list[str]] = defaultdict(list)
    by_place: dict[int, list[str]] = defaultdict(list)
    for one in checked:
        n = pairing.aims.get(one.target.id)
        if one.said is None:
            continue
        if n is not None and pairing.said[n] is one.said:
            by_aim[n].append(one.target.id)
        else:
            by_place[one.said.at].append(one.target.id)
    ends = _deadlines(checked)
    breaks = [-1, *(found.start() for found in re.finditer("\n", source))]
    for mention in mentions:
        column = mention.start - breaks[bisect_right(breaks, mention.start - 1) - 1]
        own = tuple(t for n in mention.targets for t in by_aim.get(n, ()))
        direct = tuple(by_place.get(mention.start, ()))
        if mention.fate in _PARTS and own:
            yield Number(mention, column, Outcome.PART, own)
        elif own or (direct and mention.value is not None):
            yield Number(mention, column, Outcome.TARGET, own + direct)
        elif mention.fate is Fate.SIZE or (deadline := _deadline_of(mention, ends)):
            targets = () if mention.fate is Fate.SIZE else deadline
            yield Number(mention, column, Outcome.PART, targets)
        elif mention.reason and mention.reason not in _NO_RULE:
            yield Number(mention, column, Outcome.RULE, reason=mention.reason)
        elif ignored := _ignored(mention, covered):
            yield Number(mention, column, Outcome.IGNORED, ignored=ignored)
        else:
            yield Number(mention, column, Outcome.OPEN, reason=mention.reason)


def _ignored(mention: Mention, covered: Covered) -> Ignored | None:
    return next((i for span, i in covered if span.start <= mention.start and mention.end <= span.end), None)


def _deadlines(checked: tuple[Checked, ...]) -> list[tuple[Span, str]]:
    """The quotes of milestones: a date in one of them is its deadline."""
    return [
        (one.spot, one.target.id)
        for one in checked
        if one.spot and one.said and one.target.kind == "milestone" and one.said.basis == "task"
    ]


def _deadline_of(mention: Mention, ends: list[tuple[Span, str]]) -> tuple[str, ...]:
    if mention.reason is not Reason.DATE:
        return ()
    return tuple(target for span, target in ends if span.start <= mention.start < span.end)
