"""The outcome of every number of the text: a target's, not a target with a reason, or open."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tracker.draft.account import Mention
from tracker.draft.audit.compared import takes_period
from tracker.draft.audit.pairing import Pairing
from tracker.draft.audit.places import Places
from tracker.draft.audit.result import Checked, Number, Outcome
from tracker.draft.audit.said import Basis
from tracker.draft.reasons import Fate, Reason
from tracker.draft.script import Span
from tracker.model.catalogue import Ignored
from tracker.model.rules.quotes import NUMERAL

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
    takers = _takers(checked, pairing)
    breaks = [-1, *(found.start() for found in re.finditer("\n", source))]
    for mention in mentions:
        column = mention.start - breaks[bisect_right(breaks, mention.start - 1) - 1]
        outcome, targets = takers.outcome(mention)
        if outcome:
            yield Number(mention, column, outcome, targets)
        elif mention.fate is Fate.PERIOD and targets:  # of an earlier clause: no target takes it
            yield Number(mention, column, Outcome.RULE, reason=Reason.DATE)
        elif mention.reason and mention.reason not in _NO_RULE:
            yield Number(mention, column, Outcome.RULE, reason=mention.reason)
        elif ignored := _ignored(mention, covered):
            yield Number(mention, column, Outcome.IGNORED, ignored=ignored)
        else:
            yield Number(mention, column, Outcome.OPEN, reason=mention.reason)


@dataclass(frozen=True, slots=True)
class _Takers:
    """Whose number is whose: by the reading's targets, by the place of a number, by a milestone's quote."""

    by_aim: Mapping[int, list[str]]
    by_place: Mapping[int, list[str]]
    tasks: tuple[tuple[Span, str], ...]
    otherwise: frozenset[str]  # targets that do not take the period which an earlier clause names

    def outcome(self, mention: Mention) -> tuple[Outcome | None, tuple[str, ...]]:
        """What a number is to which targets; None where it is nothing to them."""
        known = tuple(target for n in mention.targets for target in self.by_aim.get(n, ()))
        if mention.fate is Fate.PERIOD and known:
            taken = tuple(target for target in known if target not in self.otherwise)
            return (Outcome.PART, taken) if taken else (None, known)
        if mention.fate is Fate.BASELINE and known:
            return Outcome.PART, known
        direct = tuple(self.by_place.get(mention.start, ())) if mention.value is not None else ()
        if known or direct:
            return Outcome.TARGET, known + direct
        if mention.fate is Fate.SIZE:
            return Outcome.PART, ()
        if mention.reason is Reason.DATE:
            due = tuple(t for span, t in self.tasks if span.start <= mention.start < span.end)
            return (Outcome.PART, due) if due else (None, ())
        return None, ()


def _takers(checked: tuple[Checked, ...], pairing: Pairing) -> _Takers:
    by_aim: dict[int, list[str]] = defaultdict(list)
    by_place: dict[int, list[str]] = defaultdict(list)
    tasks: list[tuple[Span, str]] = []
    otherwise: set[str] = set()
    for one in checked:
        said, target = one.said, one.target.id
        n = pairing.aims.get(target)
        if said is None or one.spot is None:
            continue
        if n is not None and pairing.said[n] is said:
            by_aim[n].append(target)
        else:
            by_place[said.at].append(target)
        if said.basis is Basis.TASK:
            tasks.append((one.spot, target))
        if not takes_period(one.target, said):
            otherwise.add(target)
    return _Takers(by_aim, by_place, tuple(tasks), frozenset(otherwise))


def _ignored(mention: Mention, covered: Covered) -> Ignored | None:
    return next((i for span, i in covered if span.start <= mention.start and mention.end <= span.end), None)
