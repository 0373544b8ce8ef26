"""What a kind of target decides: its unit, its baseline, its path and how completion is counted."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

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
