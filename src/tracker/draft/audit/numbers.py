"""The outcome of every number of the text: a target's, not a target with a reason, or open."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tracker.draft.account import AccountEntry
from tracker.draft.audit.comparison import takes_period
from tracker.draft.audit.index import TextIndex
from tracker.draft.audit.pairing import Pairing
from tracker.draft.audit.results import AuditedNumber, AuditedTarget, Outcome
from tracker.draft.audit.sight import Sight
from tracker.draft.audit.statement import Basis
from tracker.draft.mentions import Classification, Reason
from tracker.draft.text import Span
from tracker.model.catalogue import Ignored
from tracker.model.rules.quotes import NUMERAL

# These say where a number stands or that nothing is known of it, not that it is no target.
_NO_RULE = frozenset({Reason.OUTSIDE, Reason.UNCLEAR})

Covered = tuple[tuple[Span, Ignored], ...]


def is_counted(entry: AccountEntry) -> bool:
    """Whether it is a number: 下半年 and 全年 hold no numeral, and the 一 of 统一 is part of a word."""
    return entry.reason is not Reason.WORD and bool(NUMERAL.search(entry.text))


def covered_by(ignore: Iterable[Ignored], index: TextIndex) -> Covered:
    """The ranges of the original that the catalogue ignores."""
    return tuple((span, ignored) for ignored in ignore for span in index.places_of(ignored.words))


def audited_numbers(
    index: TextIndex, targets: Sequence[AuditedTarget], pairing: Pairing, covered: Covered, sight: Sight
) -> Iterator[AuditedNumber]:
    """Every entry of the account with what became of it, in order; what is no number is among them."""
    takers = _Takers(targets, pairing)
    breaks = [-1, *(line_break.start() for line_break in re.finditer("\n", index.reading.source.original))]
    for entry in index.account:
        column = entry.start - breaks[bisect_right(breaks, entry.start - 1) - 1]
        outcome, ids = takers.outcome(entry)
        if outcome:
            yield AuditedNumber(entry, column, outcome, ids)
        elif (
            entry.classification is Classification.PERIOD and ids
        ):  # of an earlier clause: no target takes it
            yield AuditedNumber(entry, column, Outcome.RULE, reason=Reason.DATE)
        elif entry.reason and entry.reason not in _NO_RULE and not sight.states_goal(entry):
            yield AuditedNumber(entry, column, Outcome.RULE, reason=entry.reason)
        elif ignored := _ignored(entry, covered):
            yield AuditedNumber(entry, column, Outcome.IGNORED, ignored=ignored)
        else:
            yield AuditedNumber(entry, column, Outcome.OPEN, reason=entry.reason)


class _Takers:
    """Whose number is whose: by the reading's targets, by the place of a number, by a milestone's quote."""

    def __init__(self, targets: Iterable[AuditedTarget], pairing: Pairing) -> None:
        self._by_mention: dict[int, list[str]] = defaultdict(list)
        self._by_place: dict[int, list[str]] = defaultdict(list)
        self._tasks: list[tuple[Span, str]] = []
        self._otherwise: set[str] = set()  # they do not take the period which an earlier clause names
        for one in targets:
            statement, target = one.statement, one.target.id
            if statement is None or one.span is None:
                continue
            n = pairing.mentions.get(target)
            if n is not None and pairing.statements[n] is statement:
                self._by_mention[n].append(target)
            else:
                self._by_place[statement.at].append(target)
            if statement.basis is Basis.TASK:
                self._tasks.append((one.span, target))
            if not takes_period(one.target, statement):
                self._otherwise.add(target)

    def outcome(self, entry: AccountEntry) -> tuple[Outcome | None, tuple[str, ...]]:
        """What a number is to which targets; None where it is nothing to them."""
        targets = tuple(target for n in entry.targets for target in self._by_mention.get(n, ()))
        if entry.classification is Classification.PERIOD and targets:
            takers = tuple(target for target in targets if target not in self._otherwise)
            return (Outcome.PART, takers) if takers else (None, targets)
        if entry.classification is Classification.BASELINE and targets:
            return Outcome.PART, targets
        direct = tuple(self._by_place.get(entry.start, ())) if entry.value is not None else ()
        if targets or direct:
            return Outcome.TARGET, targets + direct
        if entry.classification is Classification.SIZE:
            return Outcome.PART, ()
        if entry.reason is Reason.DATE:
            due = tuple(task for span, task in self._tasks if span.start <= entry.start < span.end)
            return (Outcome.PART, due) if due else (None, ())
        return None, ()


def _ignored(entry: AccountEntry, covered: Covered) -> Ignored | None:
    return next((i for span, i in covered if span.start <= entry.start and entry.end <= span.end), None)
