"""Which number of the text each target of the catalogue is held against."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.draft.account import Mention, targets_of
from tracker.draft.aims import Aim
from tracker.draft.audit.compared import differences
from tracker.draft.audit.places import Places
from tracker.draft.audit.said import Said, said_by
from tracker.draft.reading import Reading
from tracker.draft.reasons import Fate
from tracker.draft.script import Span
from tracker.draft.sentences import veil
from tracker.model.catalogue import Catalogue, ReadingCheck, Target
from tracker.model.rules.quotes import squeezed

# How much a difference tells against a number being the target's.
_WEIGHTS = {ReadingCheck.NUMBER: 8, ReadingCheck.UNIT: 6, ReadingCheck.OPERATOR: 4}
_LONGEST_SENTENCE = 600


@dataclass(frozen=True, slots=True)
class Pairing:
    """Where each target's quote stands, and the place in targets_of(reading) of the number it is for."""

    spots: Mapping[str, Span]
    aims: Mapping[str, int]
    said: Mapping[int, Said]


def pair(catalogue: Catalogue, reading: Reading, places: Places, mentions: Iterable[Mention]) -> Pairing:
    """Each number is one target's where that is possible, the likeliest first.

    A quote runs from what lends it 力争 to its own number, so its last number is the likeliest, and of
    targets with one quote the last of them has the last number.
    """
    spots = dict(_spots(catalogue, reading, places))
    aims = targets_of(reading)
    carried = carrying(reading, aims, mentions)
    said = {n: said_by(reading, aim, carried=n in carried) for n, aim in enumerate(aims)}
    in_order = sorted(said, key=lambda n: said[n].at)
    ats = [said[n].at for n in in_order]
    numeric = [t for t in catalogue.targets if t.kind != "milestone" and t.id in spots]
    twins: dict[Span, list[str]] = defaultdict(list)
    for target in numeric:
        twins[spots[target.id]].append(target.id)
    choices: list[tuple[int, int, int, str, int]] = []
    for place, target in enumerate(numeric):
        spot = spots[target.id]
        inside = in_order[bisect_left(ats, spot.start) : bisect_left(ats, spot.end)]
        shared = twins[spot]
        expected = len(inside) - len(shared) + shared.index(target.id)
        for at, n in enumerate(inside):
            choices.append((_cost(target, said[n]), abs(at - expected), place, target.id, n))
    return Pairing(spots, _chosen(choices), said)


def carrying(reading: Reading, aims: Sequence[Aim], mentions: Iterable[Mention]) -> frozenset[int]:
    """The targets whose period an earlier clause of their sentence names: 6月底前通车，改造道路58公里."""
    text, at = reading.script.text, reading.script.at
    own: set[int] = set()
    for mention in mentions:
        if mention.fate is Fate.PERIOD:
            end = bisect_left(at, mention.end)
            own.update(n for n in mention.targets if not _is_earlier(text, end, aims[n].at))
    return frozenset(n for n, aim in enumerate(aims) if (aim.since or aim.due) and n not in own)


def _is_earlier(text: str, end: int, at: int) -> bool:
    """Whether what ends at `end` stands in an earlier clause of the sentence that goes on to `at`."""
    if not 0 <= at - end <= _LONGEST_SENTENCE:
        return False
    between = veil(text[end:at])
    return bool(re.search("[，；]", between)) and not re.search("[。：]", between)


def _spots(catalogue: Catalogue, reading: Reading, places: Places) -> Iterator[tuple[str, Span]]:
    """Where each quote stands, in its own measure if it can; words said twice are two targets', in order."""
    alike: dict[tuple[int, str], list[Target]] = defaultdict(list)
    for target in catalogue.targets:
        alike[target.measure, squeezed(target.quote)].append(target)
    for targets in alike.values():
        found = places.of(targets[0].quote)
        found = tuple(spot for spot in found if _is_own(targets[0], reading, places, spot)) or found[:1]
        for n, target in enumerate(targets):
            if found:
                yield target.id, found[n * len(found) // len(targets)]


def _is_own(target: Target, reading: Reading, places: Places, spot: Span) -> bool:
    at = places.measure_at(spot.start)
    return at is not None and reading.measures[at].part.number == target.measure


def _cost(target: Target, said: Said) -> int:
    return sum(_WEIGHTS.get(found.check, 1) for found in differences(target, said))


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
