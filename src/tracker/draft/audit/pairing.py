"""Where the quotes of a catalogue stand in its text, and which number of the text is which target's."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.draft.audit.comparison import differences
from tracker.draft.audit.index import TextIndex
from tracker.draft.audit.statement import PolicyStatement, statement_of
from tracker.draft.mentions import Classification
from tracker.draft.sentences import mask
from tracker.draft.text import Span
from tracker.model.catalogue import Catalogue, ReadingCheck, Target
from tracker.model.rules.quotes import squeezed

# How much a difference tells against a number being the target's.
_WEIGHTS = {ReadingCheck.NUMBER: 8, ReadingCheck.UNIT: 6, ReadingCheck.OPERATOR: 4}
_LONGEST_SENTENCE = 600


@dataclass(frozen=True, slots=True)
class Pairing:
    """Where each target's quote stands, and which of the reading's targets it is, by place among them."""

    spans: Mapping[str, Span]
    mentions: Mapping[str, int]
    statements: Sequence[PolicyStatement]  # what each of the reading's targets says


def pair(catalogue: Catalogue, index: TextIndex) -> Pairing:
    """Each number is one target's where that is possible, the likeliest first.

    A quote runs from what lends it 力争 to its own number, so its last number is the likeliest, and of
    targets with one quote the last of them has the last number.
    """
    reading = index.reading
    spans = dict(_spans(catalogue, index))
    carried = _carried(index)
    statements = [
        statement_of(reading, mention, carried=n in carried) for n, mention in enumerate(reading.targets)
    ]
    in_order = sorted(range(len(statements)), key=lambda n: statements[n].at)
    starts = [statements[n].at for n in in_order]
    numeric = [target for target in catalogue.targets if target.kind != "milestone" and target.id in spans]
    twins: dict[Span, list[str]] = defaultdict(list)
    for target in numeric:
        twins[spans[target.id]].append(target.id)
    choices: list[tuple[int, int, int, str, int]] = []
    for place, target in enumerate(numeric):
        span = spans[target.id]
        inside = in_order[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        expected = len(inside) - len(twins[span]) + twins[span].index(target.id)
        for at, n in enumerate(inside):
            choices.append((_cost(target, statements[n]), abs(at - expected), place, target.id, n))
    return Pairing(spans, _chosen(choices), statements)


def _carried(index: TextIndex) -> frozenset[int]:
    """The targets whose period an earlier clause of their sentence names: 6月底前通车，改造道路58公里."""
    source, targets = index.reading.source, index.reading.targets
    own: set[int] = set()
    for entry in index.account:
        if entry.classification is Classification.PERIOD:
            end = bisect_left(source.at, entry.end)
            own.update(n for n in entry.targets if not _is_earlier(source.text, end, targets[n].at))
    return frozenset(n for n, target in enumerate(targets) if (target.since or target.due) and n not in own)


def _is_earlier(text: str, end: int, at: int) -> bool:
    """Whether what ends at `end` stands in an earlier clause of the sentence that goes on to `at`."""
    if not 0 <= at - end <= _LONGEST_SENTENCE:
        return False
    between = mask(text[end:at])
    return bool(re.search("[，；]", between)) and not re.search("[。：]", between)


def _spans(catalogue: Catalogue, index: TextIndex) -> Iterator[tuple[str, Span]]:
    """Where each quote stands, in its own measure if it can; words said twice are two targets', in order."""
    alike: dict[tuple[int, str], list[Target]] = defaultdict(list)
    for target in catalogue.targets:
        alike[target.measure, squeezed(target.quote)].append(target)
    for (number, quote), targets in alike.items():
        spans = index.places_of(quote)
        passages = [index.passage_at(span.start) for span in spans]
        own = [span for span, p in zip(spans, passages, strict=True) if p and p.number == number] or spans[:1]
        for n, target in enumerate(targets):
            if own:
                yield target.id, own[n * len(own) // len(targets)]


def _cost(target: Target, statement: PolicyStatement) -> int:
    return sum(_WEIGHTS.get(difference.check, 1) for difference in differences(target, statement))


def _chosen(choices: Sequence[tuple[int, int, int, str, int]]) -> dict[str, int]:
    chosen: dict[str, int] = {}
    ordered = sorted(choices)
    taken: set[int] = set()
    for _, _, _, target, n in ordered:
        if target not in chosen and n not in taken:
            chosen[target] = n
            taken.add(n)
    for _, _, _, target, n in ordered:  # two targets may share one number
        chosen.setdefault(target, n)
    return chosen
