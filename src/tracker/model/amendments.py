"""What later documents change about a target: another goal or path, its end, a deviation accepted."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tracker.model.goal import Goal


class PathRule(StrEnum):
    """How much is expected when."""

    LINEAR = "linear"  # 序时
    HOLD = "hold"  # must hold at every report
    AT_DUE = "at_due"  # judged only at the deadline
    POINTS = "points"  # steps agreed in advance, interpolated
    SEASONAL = "seasonal"  # as last year's figures were spread over the year

    @property
    def leads(self) -> bool:
        """Whether it asks for more from day to day, on the way to the goal."""
        return self not in {PathRule.HOLD, PathRule.AT_DUE}


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A later document changed the target from the day `since` on."""

    since: date
    goal: Goal
    document: str
    reason: str | None = None
    due: date | None = None
    points: tuple[tuple[date, Decimal], ...] = ()  # the steps agreed with the new goal
    path: PathRule | None = None  # where it changes too


@dataclass(frozen=True, slots=True)
class Retirement:
    """A document ended the target: from the day `on` on it is assessed no more."""

    on: date
    document: str
    reason: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A document accepts that the target is behind, from the day `since` to the end of `until`."""

    until: date
    document: str
    reason: str
    since: date | None = None  # None: from the beginning

    @property
    def begins(self) -> date:
        """Its first day."""
        return self.since or date.min

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on `day`."""
        return self.begins <= day <= self.until
