"""The kinds of target: what each decides of its unit, baseline, path and completion."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracker.model.quantity import PERCENT

Completion = Callable[[Fraction, Fraction, Fraction | None], Fraction | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of target."""

    name: str
    completion: Completion
    baseline: Decimal | None = None  # assumed where the catalogue gives none
    path: str = "linear"  # where the catalogue gives none and a baseline is known
    path_without_baseline: str = "linear"
    unit: str | None = None  # the unit it must have
    takes_baseline: bool = True
    takes_add: bool = True
    counts_up: bool = False  # a lower figure than before needs an explanation


def of_the_way(actual: Fraction, goal: Fraction, baseline: Fraction | None) -> Fraction | None:
    """Completion as the share of the way from the baseline to the goal.

    Where there is no way to go (no baseline, or the goal is to keep it) it is actual / goal.
    """
    if baseline is None or goal == baseline:
        return of_the_goal(actual, goal, baseline)
    # Most count from nothing.
    return (actual - baseline) / (goal - baseline) if baseline else actual / goal


def of_the_goal(actual: Fraction, goal: Fraction, _baseline: Fraction | None) -> Fraction | None:
    """Completion as actual / goal, where both have the same sign; None where that says nothing."""
    if goal == 0 or actual * goal < 0:
        return None
    return actual / goal


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        # Counted up over the period (新增企业, 培训人次).
        Kind("cumulative", completion=of_the_way, baseline=Decimal(0), counts_up=True),
        # A stock at a date (企业总数, 场景数); on schedule only where it is known from where it started.
        Kind("level", completion=of_the_way, path_without_baseline="at_due"),
        # A percentage level (覆盖率, 普及率).
        Kind("share", completion=of_the_way, path_without_baseline="at_due", unit=PERCENT),
        # A rate of change against last year (同比增长15%); it must hold at every report, never prorated.
        Kind(
            "growth",
            completion=of_the_goal,
            path="hold",
            path_without_baseline="hold",
            unit=PERCENT,
            takes_baseline=False,
            takes_add=False,
        ),
        # A task without a number, 0 to 100 %, with optional named stages (立项, 开工, 完工).
        Kind(
            "milestone",
            completion=of_the_way,
            baseline=Decimal(0),
            unit=PERCENT,
            takes_baseline=False,
            takes_add=False,
            counts_up=True,
        ),
    )
}
