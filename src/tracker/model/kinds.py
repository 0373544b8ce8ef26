"""The kinds of target: what each decides of its unit, baseline, path and completion."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracker.model.quantity import PERCENT


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of target."""

    name: str
    baseline: Decimal | None = None  # assumed where the catalogue gives none
    path: str = "linear"  # where the catalogue gives none and a baseline is known
    path_without_baseline: str = "linear"
    unit: str | None = None  # the unit it must have
    takes_baseline: bool = True
    takes_add: bool = True
    counts_up: bool = False  # what was reached stays; of any other kind a figure can fall again
    rate: bool = False  # a rate of change has no completion: its lead is in points of the rate
    never_negative: bool = False


def completion(actual: Fraction, goal: Fraction, baseline: Fraction | None) -> Fraction | None:
    """The share of the way from the baseline to the goal; without a way to go, the share of the goal.

    There is no way where no baseline is known, or where it is the goal itself. Of the goal there is a share
    where both have the same sign; else it is None, since the ratio says nothing.
    """
    if baseline is not None and baseline != goal:
        return (actual - baseline) / (goal - baseline)
    return None if goal == 0 or actual * goal < 0 else actual / goal


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        # Counted up over the period (新增企业, 培训人次).
        Kind("cumulative", baseline=Decimal(0), counts_up=True, never_negative=True),
        # A stock at a date (企业总数, 场景数); on schedule only where it is known from where it started.
        Kind("level", path_without_baseline="at_due"),
        # A percentage level (覆盖率, 普及率).
        Kind("share", path_without_baseline="at_due", unit=PERCENT, never_negative=True),
        # A rate of change against last year (同比增长15%); it must hold at every report, never prorated.
        Kind(
            "growth",
            rate=True,
            path="hold",
            path_without_baseline="hold",
            unit=PERCENT,
            takes_baseline=False,
            takes_add=False,
        ),
        # A task without a number, 0 to 100 %, with optional named stages (立项, 开工, 完工).
        Kind(
            "milestone",
            baseline=Decimal(0),
            unit=PERCENT,
            takes_baseline=False,
            takes_add=False,
            counts_up=True,
            never_negative=True,
        ),
    )
}
