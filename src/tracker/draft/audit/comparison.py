"""The comparison of a target with what the text says of it: one function for each thing both say."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracker.draft.audit.statement import PolicyStatement
from tracker.draft.comparators import flipped
from tracker.model.catalogue import ReadingCheck, Target
from tracker.model.goal import Goal, Operator
from tracker.model.quantity import factor_of, plain_digits
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


def _mirrored(target: Target, statement: PolicyStatement) -> bool:
    """Whether the catalogue counts a fall as a positive number, under a name that says so: 下降率 4."""
    goal = target.goal
    falls = statement.value is not None and statement.value < 0 < goal.value
    return falls and bool(_FALL.search(target.name))


def _stated_goal(target: Target, statement: PolicyStatement) -> Goal | None:
    """The text's goal, on the side of nought on which the catalogue counts; None where it has no number."""
    if statement.value is None or statement.operator is None:
        return None
    if not _mirrored(target, statement):
        return Goal(statement.operator, statement.value, statement.upper)
    if statement.upper is None:
        return Goal(flipped(statement.operator), -statement.value)
    return Goal(flipped(statement.operator), -statement.upper, -statement.value)


def operators(target: Target, statement: PolicyStatement) -> Iterator[Difference]:
    """What 以上, 超过, 左右 and their kin say: at_least, more_than, about."""
    goal = _stated_goal(target, statement)
    if goal and goal.operator is not target.goal.operator:
        yield Difference(ReadingCheck.OPERATOR, target.goal.operator.value, goal.operator.value, ("target",))


def numbers(target: Target, statement: PolicyStatement) -> Iterator[Difference]:
    """The number, or both bounds, exactly and whatever the unit: 3500万元 is 0.35亿元."""
    goal, own = _stated_goal(target, statement), target.goal
    if goal is None:
        return
    bounds = [(own.value, goal.value)]
    if own.upper is not None and goal.upper is not None:
        bounds.append((own.upper, goal.upper))
    if not all(equal(mine, target.unit, theirs, statement.unit) for mine, theirs in bounds):
        mine = amount(own.value, own.upper, target.unit)
        theirs = amount(goal.value, goal.upper, statement.unit)
        yield Difference(ReadingCheck.NUMBER, mine, theirs, ("target", own.operator.value))


def units(target: Target, statement: PolicyStatement) -> Iterator[Difference]:
    """家, 个, 亿元: the same quantity."""
    if statement.value is not None and not alike(target.unit, statement.unit):
        yield Difference(ReadingCheck.UNIT, target.unit, statement.unit, ("unit",))


def kinds(target: Target, statement: PolicyStatement) -> Iterator[Difference]:
    """增长15% is a growth, 达到80% a share; 提高6个百分点 is neither of 6 %."""
    if statement.unit in _POINTS and target.kind in {"growth", "share"}:
        yield Difference(ReadingCheck.KIND, target.kind, f"cumulative, {statement.unit}", ("kind",))
    elif statement.growth is not None and target.kind in {"growth", "share"}:
        kind = "growth" if statement.growth else "share"
        if kind != target.kind:
            yield Difference(ReadingCheck.KIND, target.kind, kind, ("kind",))


def directions(target: Target, statement: PolicyStatement) -> Iterator[Difference]:
    """What falls to its number is better lower."""
    goal = target.goal
    lower = statement.lower and not _mirrored(target, statement)
    if (
        lower
        and goal.operator in _DIRECTED
        and goal.operator is statement.operator
        and goal.better != "lower"
    ):
        yield Difference(ReadingCheck.BETTER, goal.better or "higher", "lower", ("target",))


def periods(target: Target, statement: PolicyStatement) -> Iterator[Difference]:
    """下半年, 9月底前; a stock at a date and a task have no beginning, only a deadline."""
    own = target.period
    stock = target.kind in _STOCKS
    since = None if stock else statement.since
    meant = [(since, statement.due), *([statement.whole] if statement.whole else [])]
    if any(own.end == end and (stock or start is None or own.start == start) for start, end in meant):
        return
    mine = str(own.end) if since is None else f"{own.start} – {own.end}"
    theirs = str(statement.due) if since is None else f"{since} – {statement.due}"
    key = "from" if own.end == statement.due else "due"
    key = "target" if target.goal.operator is Operator.DONE_BY else key
    yield Difference(ReadingCheck.PERIOD, mine, theirs, (key,))


def takes_period(target: Target, statement: PolicyStatement) -> bool:
    """Whether the period that the text names is the target's; one of an earlier clause may not be."""
    own = target.period
    return not statement.whole or (own.end == statement.due and statement.since in {None, own.start})


def strengths(target: Target, statement: PolicyStatement) -> Iterator[Difference]:
    """力争 and 争取 aspire, up to the end of their sentence; everything else binds."""
    if statement.aspire is not None and statement.aspire is not target.aspire:
        words = ("binding", "aspire")
        yield Difference(ReadingCheck.STRENGTH, words[target.aspire], words[statement.aspire], ("strength",))


def baselines(target: Target, statement: PolicyStatement) -> Iterator[Difference]:
    """由A提高到B: the baseline is A."""
    if statement.baseline is None or not target.rules.takes_baseline:
        return
    rising_down = statement.value is not None and statement.baseline > statement.value and not statement.lower
    own = target.baseline
    if not rising_down and (own is None or not equal(own, target.unit, statement.baseline, statement.unit)):
        mine = "—" if own is None else amount(own, None, target.unit)
        yield Difference(
            ReadingCheck.BASELINE, mine, amount(statement.baseline, None, statement.unit), ("baseline",)
        )


Comparison = Callable[[Target, PolicyStatement], Iterator[Difference]]
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


def differences(target: Target, statement: PolicyStatement) -> tuple[Difference, ...]:
    """Everything in which the catalogue differs from the text."""
    return tuple(difference for compare in COMPARISONS for difference in compare(target, statement))


def alike(unit: str, other: str) -> bool:
    """Whether both units measure the same quantity; a text that names none contradicts none."""
    return not unit or not other or unit == other or factor_of(unit)[0] == factor_of(other)[0]


def equal(value: Decimal, unit: str, other: Decimal, other_unit: str) -> bool:
    """Whether both amounts are the same, exactly; by their bare numbers where the units do not compare."""
    if not unit or not other_unit or not alike(unit, other_unit):
        return value == other
    return Fraction(value) * factor_of(unit)[1] == Fraction(other) * factor_of(other_unit)[1]


def amount(value: Decimal, upper: Decimal | None, unit: str) -> str:
    """The number or the range with its unit."""
    numbers = plain_digits(value) if upper is None else f"{plain_digits(value)}–{plain_digits(upper)}"
    return f"{numbers}{unit}"
