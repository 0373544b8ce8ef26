"""A clause cut into phrases, one for each number; lists of numbers that answer a list of names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.draft.comparators import Comparator, comparator_of
from tracker.draft.numbers import Quantity
from tracker.draft.units import bare

# Where a part of a clause ends.
BOUNDARY = re.compile(r"(?:[，。；、：）！？\x01]|$|和|及|与|以及|并|，)")
_JOINT = re.compile(r"、|，|以及|并且|[和并与]|及(?!以[上下])")
_ONLY_JOINT = re.compile(r"[、，]|和|及|与|以及")
_FROM = re.compile(r"(?:由|从|自)[^，。；由从]{0,24}$")
_UPON = re.compile(r"(?:在|较|比)[^，。；]{0,20}$")
_TO = re.compile(
    r"(?:左右|以上|以下)?(?:的)?(?:基础上?)?，?(?:再|逐步|进一步|平均|全部|统一)?(?:提高|提升|增加|增长|扩大|上升|下降|降低|减少|压减|压缩|"
    r"缩短|压降|降|升|增|提|扩|缩|减|调整|优化|精简|发展|拓展|延长|壮大)?(?:到|至|为)(?:约|不低于|不超过|超过)?$"
)
_LONGEST_BETWEEN = 24
_LIST_LEAD = 200


@dataclass(frozen=True, slots=True)
class NumberPhrase:
    """One number with the words around it: [start, end) of the masked sentence."""

    quantity: Quantity
    comparator: Comparator
    start: int
    end: int
    baseline: Quantity | None = None
    of_list: int = 0  # its place (from 1) in a list of numbers, 0 where it stands alone
    list_start: int = 0  # where the first number of that list stands
    list_size: int = 0


@dataclass(frozen=True, slots=True)
class NumberInClause:
    """A number in its clause, as the rules see it: what stands before and behind it, and in its sentence."""

    quantity: Quantity
    comparator: Comparator
    left: str  # of the clause, up to the number
    right: str  # of the clause, behind number and unit
    tail: str  # of the clause, behind the comparator
    past: bool = False
    subsidies: bool = False  # the sentence spoke of some before
    counts_left: bool = False  # another count stands right before it
    counts_right: bool = False  # another count follows in the clause
    listed: int = 0  # items enumerated right before it
    base_of_ratio: bool = False  # 6个断面水质优良比例达到100%
    of_sum: bool = False  # 152个重点项目完成投资180亿元
    meant: bool = False  # it goes on with a list behind 对: whom something is done to
    power: bool = False  # written as 百, 千, 万, 亿 alone
    aside: bool = False  # it stands in brackets
    beside: str = ""  # the unit of the number right before it

    @property
    def ends(self) -> bool:
        """Whether nothing follows the number and its comparator in its part of the clause."""
        return bool(BOUNDARY.match(self.tail))

    @property
    def is_predicate(self) -> bool:
        """Whether it is what is said of something (寿命达到79岁), not what describes it (65岁以上老年人)."""
        return self.ends and self.comparator.start < self.quantity.start


def phrases_of(masked: str, start: int, end: int, quantities: Sequence[Quantity]) -> list[NumberPhrase]:
    """The phrases of the clause masked[start:end], in order; a baseline is part of its target's phrase."""
    comparators: list[Comparator] = []
    floor = start
    for q in quantities:
        ranged = q.upper is not None
        comparators.append(comparator_of(masked, q.start, min(q.end, end), floor, ranged=ranged))
        floor = max(start, q.end)
    phrases: list[NumberPhrase] = []
    begin, baseline = start, None
    for n, (quantity, comparator) in enumerate(zip(quantities, comparators, strict=True)):
        following = quantities[n + 1] if n + 1 < len(quantities) else None
        if following and baseline is None and _is_baseline(masked, begin, quantity, following):
            baseline = quantity
            continue
        limit = comparators[n + 1].start if following else end
        stop = _stop(masked, comparator.end, limit, end)
        phrases.append(NumberPhrase(quantity, comparator, begin, stop, baseline))
        begin, baseline = stop, None
    return _with_lists(masked, phrases)


def _is_baseline(masked: str, begin: int, quantity: Quantity, following: Quantity) -> bool:
    """由A提高到B, 在A的基础上提高到B: A is where B starts."""
    between = masked[quantity.end : following.start]
    before = masked[begin : quantity.start]
    if not _TO.search(between) or len(between) > _LONGEST_BETWEEN:
        return False
    return bool(_FROM.search(before)) or ("基础" in between and bool(_UPON.search(before)))


def _stop(masked: str, begin: int, limit: int, end: int) -> int:
    """Where a phrase ends: at the first mark before the next number's words, else at 和 or its like there."""
    if limit >= end:
        return end
    joints = list(_JOINT.finditer(masked, begin, limit))
    marks = [joint for joint in joints if joint[0] in {"、", "，"}]
    first = next(iter(marks or joints), None)
    return first.start() if first else max(begin, limit)


def _with_lists(masked: str, phrases: Sequence[NumberPhrase]) -> list[NumberPhrase]:
    """The phrases, with those that follow one another as bare numbers marked as a list."""
    runs: list[list[NumberPhrase]] = []
    for phrase in phrases:
        run = runs[-1] if runs else []
        between = masked[run[-1].comparator.end : phrase.comparator.start] if run else ""
        if run and _ONLY_JOINT.fullmatch(between) and _belong_together(masked, run[0], phrase):
            run.append(phrase)
        else:
            runs.append([phrase])
    return [phrase for run in runs for phrase in (_list(run) if len(run) > 1 else run)]


def _belong_together(masked: str, first: NumberPhrase, other: NumberPhrase) -> bool:
    """Whether the numbers have one unit, or 分别 says whose they are."""
    lead = masked[max(first.start, first.quantity.start - _LIST_LEAD) : first.quantity.start]
    return bare(first.quantity.unit) == bare(other.quantity.unit) or "分别" in lead or "依次" in lead


def _list(run: Sequence[NumberPhrase]) -> list[NumberPhrase]:
    """The phrases of a list; a number without a unit has that of the last one."""
    unit = run[-1].quantity.unit
    return [
        replace(
            phrase,
            quantity=phrase.quantity if phrase.quantity.unit else replace(phrase.quantity, unit=unit),
            comparator=comparator,
            of_list=n,
            list_start=run[0].comparator.start,
            list_size=len(run),
        )
        for n, (phrase, comparator) in enumerate(zip(run, _shared(run), strict=True), 1)
    ]


def _shared(run: Sequence[NumberPhrase]) -> list[Comparator]:
    """One comparator behind the last number, or before the first, is meant for all of them."""
    comparators = [phrase.comparator for phrase in run]
    *before, last = comparators
    first, *behind = comparators
    if last.after and not any(comparator.explicit for comparator in before):
        return [*(replace(c, operator=last.operator, after=False) for c in before), last]
    if first.explicit and not first.after and not any(comparator.explicit for comparator in behind):
        return [first, *(replace(c, operator=first.operator, after=False) for c in behind)]
    return comparators
