"""The comparison of a target with what the text says of it: one function for each thing both say."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tracker.draft.audit.amounts import alike, amount, equal
from tracker.draft.audit.said import Said
from tracker.draft.comparators import flipped
from tracker.model.catalogue import ReadingCheck, Target
from tracker.model.goal import Goal, Operator
from tracker.problems import Path

_FALL = re.compile(r"降|减|压|节约")
_POINTS = frozenset({"个百分点", "百分点"})
_STOCKS = frozenset({"level", "share", "milestone"})
_DIRECTED = frozenset({Operator.REACH, Operator.ABOUT})


@dataclass(frozen=True, slots=True)
class Difference:
    """Catalogue and text disagree; `path` leads to the key in question from the target or measure."""

    check: ReadingCheck
    catalogue: str
    text: str
    path: Path


def mirrored(target: Target, said: Said) -> bool:
    """Whether the catalogue counts a fall as a positive number, under a name that says so: 下降率 4."""
    goal = target.goal
    falls = said.value is not None and said.value < 0 < goal.value
    return falls and bool(_FALL.search(target.name))


def goal_said(target: Target, said: Said) -> Goal | None:
    """The text's goal, on the side of nought on which the catalogue counts; None where it has no number."""
    if said.value is None or said.operator is None:
        return None
    if not mirrored(target, said):
        return Goal(said.operator, said.value, said.upper)
    if said.upper is None:
        return Goal(flipped(said.operator), -said.value)
    return Goal(flipped(said.operator), -said.upper, -said.value)


def operators(target: Target, said: Said) -> Iterator[Difference]:
    """What 以上, 超过, 左右 and their kin say: at_least, more_than, about."""
    goal = goal_said(target, said)
    if goal and goal.operator is not target.goal.operator:
        yield Difference(ReadingCheck.OPERATOR, target.goal.operator.value, goal.operator.value, ("target",))


def numbers(target: Target, said: Said) -> Iterator[Difference]:
    """The number, or both bounds, exactly and whatever the unit: 3500万元 is 0.35亿元."""
    goal, own = goal_said(target, said), target.goal
    if goal is None:
        return
    bounds = [(own.value, goal.value)]
    if own.upper is not None and goal.upper is not None:
        bounds.append((own.upper, goal.upper))
    if not all(equal(mine, target.unit, theirs, said.unit) for mine, theirs in bounds):
        mine = amount(own.value, own.upper, target.unit)
        theirs = amount(goal.value, goal.upper, said.unit)
        yield Difference(ReadingCheck.NUMBER, mine, theirs, ("target", own.operator.value))


def units(target: Target, said: Said) -> Iterator[Difference]:
    """家, 个, 亿元: the same quantity."""
    if said.value is not None and not alike(target.unit, said.unit):
        yield Difference(ReadingCheck.UNIT, target.unit, said.unit, ("unit",))


def kinds(target: Target, said: Said) -> Iterator[Difference]:
    """增长15% is a growth, 达到80% a share; 提高6个百分点 is neither of 6 %."""
    if said.unit in _POINTS and target.kind in {"growth", "share"}:
        yield Difference(ReadingCheck.KIND, target.kind, f"cumulative, {said.unit}", ("kind",))
    elif said.growth is not None and target.kind in {"growth", "share"}:
        kind = "growth" if said.growth else "share"
        if kind != target.kind:
            yield Difference(ReadingCheck.KIND, target.kind, kind, ("kind",))


def directions(target: Target, said: Said) -> Iterator[Difference]:
    """What falls to its number is better lower."""
    goal = target.goal
    lower = said.lower and not mirrored(target, said)
    if lower and goal.operator in _DIRECTED and goal.operator is said.operator and goal.better != "lower":
        yield Difference(ReadingCheck.BETTER, goal.better or "higher", "lower", ("target",))


def periods(target: Target, said: Said) -> Iterator[Difference]:
    """下半年, 9月底前; a stock at a date and a task have no beginning, only a deadline."""
    own = target.period
    stock = target.kind in _STOCKS
    since = None if stock else said.since
    meant = [(since, said.due), *([said.whole] if said.whole else [])]
    if any(own.end == end and (stock or start is None or own.start == start) for start, end in meant):
        return
    mine = str(own.end) if since is None else f"{own.start} – {own.end}"
    theirs = str(said.due) if since is None else f"{since} – {said.due}"
    key = "from" if own.end == said.due else "due"
    key = "target" if target.goal.operator is Operator.DONE_BY else key
    yield Difference(ReadingCheck.PERIOD, mine, theirs, (key,))


def takes_period(target: Target, said: Said) -> bool:
    """Whether the period that the text names is the target's; one of an earlier clause may not be."""
    own = target.period
    return not said.whole or (own.end == said.due and said.since in {None, own.start})


def strengths(target: Target, said: Said) -> Iterator[Difference]:
    """力争 and 争取 aspire, up to the end of their sentence; everything else binds."""
    if said.aspire is not None and said.aspire is not target.aspire:
        words = ("binding", "aspire")
        yield Difference(ReadingCheck.STRENGTH, words[target.aspire], words[said.aspire], ("strength",))


def baselines(target: Target, said: Said) -> Iterator[Difference]:
    """由A提高到B: the baseline is A."""
    if said.baseline is None or not target.rules.takes_baseline:
        return
    rising_down = said.value is not None and said.baseline > said.value and not said.lower
    own = target.baseline
    if not rising_down and (own is None or not equal(own, target.unit, said.baseline, said.unit)):
        mine = "—" if own is None else amount(own, None, target.unit)
        yield Difference(ReadingCheck.BASELINE, mine, amount(said.baseline, None, said.unit), ("baseline",))


Comparison = Callable[[Target, Said], Iterator[Difference]]
COMPARISONS: tuple[Comparison, ...] = (
    operators,
    numbers,
    units,
    kinds,
    directions,
    periods,
    strengths,
    baselines,
)


def differences(target: Target, said: Said) -> tuple[Difference, ...]:
    """Everything in which the catalogue differs from the text."""
    return tuple(found for compare in COMPARISONS for found in compare(target, said))
