"""What a target asks for: an operator and its numbers, and when a value meets it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tracker.model.quantity import EXACT


class Operator(StrEnum):
    """The comparator of the policy text."""

    AT_LEAST = "at_least"  # 以上, 不低于, 不少于
    MORE_THAN = "more_than"  # 超过, 突破: the number itself is not enough
    REACH = "reach"  # a plain number, 达到: more is fine; 降至 (better: lower): less is fine
    ABOUT = "about"  # 左右, with a tolerance and a better side
    AT_MOST = "at_most"  # 以内, 不超过
    LESS_THAN = "less_than"  # 低于, 少于
    BETWEEN = "between"  # 3至5项: from the lower bound on it is met
    DONE_BY = "done_by"  # a task to be finished by a day


CAPS = frozenset({Operator.AT_MOST, Operator.LESS_THAN})


@dataclass(frozen=True, slots=True)
class Goal:
    """One target's demand; numbers in the target's unit, `value` is the lower bound of `between`."""

    operator: Operator
    value: Decimal
    upper: Decimal | None = None
    tolerance: Decimal | None = None
    better: str | None = None

    @property
    def caps(self) -> bool:
        """Whether it is an upper limit, which can only be judged as kept so far."""
        return self.operator in CAPS

    def limits(self, baseline: Decimal | None) -> bool:
        """Whether it limits what is used up, rather than asking to come down to it from `baseline`."""
        return self.caps and (baseline is None or baseline <= self.value)

    @property
    def higher_is_better(self) -> bool:
        """Whether more is better."""
        return not self.caps and self.better != "lower"

    def met_by(self, actual: Decimal | Fraction) -> bool:
        """Whether `actual` (or a forecast, which is a fraction) is enough."""
        match self.operator:
            case Operator.MORE_THAN:
                return self.value < actual
            case Operator.LESS_THAN:
                return self.value > actual
            case Operator.AT_MOST:
                return self.value >= actual
            case Operator.ABOUT:
                return self._about_met(actual)
            case Operator.REACH if self.better == "lower":
                return self.value >= actual
            case _:
                return self.value <= actual

    def missing(self, actual: Decimal, *, whole: bool) -> Decimal:
        """How far `actual` is from meeting it, never negative (差距).

        `whole` things come one by one: at 38 of 超过38家 one is missing.
        """
        if self.met_by(actual):
            return Decimal(0)
        match self.operator:
            case Operator.ABOUT:
                return self._about_missing(actual)
            case Operator.AT_MOST:
                return EXACT.subtract(actual, self.value)
            case Operator.REACH if self.better == "lower":
                return EXACT.subtract(actual, self.value)
            case Operator.LESS_THAN:
                return EXACT.add(EXACT.subtract(actual, self.value), Decimal(int(whole)))
            case Operator.MORE_THAN:
                return EXACT.add(EXACT.subtract(self.value, actual), Decimal(int(whole)))
            case _:
                return EXACT.subtract(self.value, actual)

    def _about_met(self, actual: Decimal | Fraction) -> bool:
        tolerance = self.tolerance or Decimal(0)
        enough = EXACT.subtract(self.value, tolerance) <= actual
        below = EXACT.add(self.value, tolerance) >= actual
        return (enough or self.better == "lower") and (below or self.better == "higher")

    def _about_missing(self, actual: Decimal) -> Decimal:
        tolerance = self.tolerance or Decimal(0)
        below = EXACT.subtract(EXACT.subtract(self.value, tolerance), actual)
        above = EXACT.subtract(actual, EXACT.add(self.value, tolerance))
        if self.better == "higher":
            return max(below, Decimal(0))
        if self.better == "lower":
            return max(above, Decimal(0))
        return max(below, above, Decimal(0))
