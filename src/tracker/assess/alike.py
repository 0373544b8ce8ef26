"""Which shared indicator a target may be: the same kind, unit and direction, and a name that is alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from fractions import Fraction

from tracker.model.catalogue import Catalogue, Target
from tracker.model.indicators import Indicator, Indicators
from tracker.model.quantity import measures_alike

# Names that have less in common are not taken for one thing; so close together two are equally good.
LIKE, CLOSE = Fraction(6, 10), Fraction(5, 100)


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Codes proposed for targets; codes that several targets are like; codes that none is like."""

    proposed: Mapping[str, str]  # target id: code
    doubtful: Mapping[str, tuple[Target, ...]]
    rest: tuple[str, ...]


def suggestions(catalogue: Catalogue, indicators: Indicators, among: Iterable[Target]) -> Suggestions:
    """Codes for those targets `among` the catalogue's that have none; each code is proposed once."""
    taken = {target.indicator for target in catalogue.targets}
    free = [one for code, one in indicators.by_code.items() if code not in taken]
    targets = [target for target in among if target.indicator is None and target.retired is None]
    likeness = {
        (one.code, target.id): share
        for one in free
        for target in targets
        if (share := _likeness(one, target)) >= LIKE
    }
    by_id = {target.id: target for target in targets}
    proposed: dict[str, str] = {}
    doubtful: dict[str, tuple[Target, ...]] = {}
    for code, target_id in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        if target_id in proposed or code in proposed.values() or code in doubtful:
            continue
        rivals = [
            other
            for (of, other), share in likeness.items()
            if of == code and other not in proposed and likeness[code, target_id] - share < CLOSE
        ]
        if len(rivals) > 1:
            doubtful[code] = tuple(by_id[each] for each in rivals)
        else:
            proposed[target_id] = code
    rest = tuple(one.code for one in free if one.code not in {*proposed.values(), *doubtful})
    return Suggestions(proposed, doubtful, rest)


def _likeness(indicator: Indicator, target: Target) -> Fraction:
    """How much of both names is the same, from 0 to 1; 0 where they cannot be one thing."""
    if target.kind != indicator.kind or target.goal.higher_is_better != indicator.higher:
        return Fraction(0)
    if not measures_alike(target.unit, indicator.unit):
        return Fraction(0)
    if target.id == indicator.code or target.name == indicator.name:
        return Fraction(1)
    matching = SequenceMatcher(None, indicator.name, target.name, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in matching)
    longest = max(len(indicator.name), len(target.name))
    shorter = min(len(indicator.name), len(target.name))
    # 引进无人机企业 is all of 全年引进无人机企业数: a name within the other is nearly the same.
    return Fraction(9, 10) if same == shorter >= 4 else Fraction(2 * same, longest + shorter)  # noqa: PLR2004
