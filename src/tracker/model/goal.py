"""What a target asks for: an operator and its numbers, and when a value meets it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tracker.model.quantity import ExactNumber, finite_decimal


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
# The number itself is not enough.
STRICT = frozenset({Operator.MORE_THAN, Operator.LESS_THAN})


@dataclass(frozen=True, slots=True)
class Goal:
    """One target's demand; numbers in the target's unit, `value` is the lower bound of `between`."""

    operator: Operator
    value: Decimal
    upper: Decimal | None = None
    tolerance: Decimal | None = None
    better: str | None = None

    @property
    def higher_is_better(self) -> bool:
        """Whether more is better, or, of a two-sided 左右, as good as less."""
        return self.operator not in CAPS and self.better != "lower"

    @property
    def two_sided(self) -> bool:
        """Whether it is a 左右 of which neither side is the better one."""
        return self.operator is Operator.ABOUT and self.better is None

    def limits(self, baseline: Decimal | None) -> bool:
        """Whether it limits what is used up, rather than asking to come down to it from `baseline`.

        以内 is a limit where nothing else is known; 降至 is one only from a baseline that is not above it.
        """
        if baseline is None:
            return self.operator in CAPS
        return not self.higher_is_better and baseline <= self.value

    def edge(self, actual: Fraction) -> Fraction:
        """What just counts as met: the number or an edge of the tolerance, of 左右 the nearer one."""
        value, tolerance = Fraction(self.value), Fraction(self.tolerance or 0)
        return value - tolerance if self._counts_upwards(actual) else value + tolerance

    def margin(self, actual: Fraction) -> Fraction:
        """How far `actual` is on the good side of what just counts as met, in the target's unit.

        Past either edge of a two-sided 左右 it is negative.
        """
        edge = self.edge(actual)
        return actual - edge if self._counts_upwards(actual) else edge - actual

    def _counts_upwards(self, actual: Fraction) -> bool:
        """Whether the good side of the nearer edge is above it."""
        return actual <= Fraction(self.value) if self.two_sided else self.higher_is_better

    @property
    def edges(self) -> tuple[Fraction, ...]:
        """The values at which it begins or ceases to be met."""
        value, tolerance = Fraction(self.value), Fraction(self.tolerance or 0)
        return tuple({value - tolerance, value, value + tolerance, Fraction(self.upper or self.value)})

    def met_by(self, actual: Decimal | Fraction) -> bool:
        """Whether `actual` (or a forecast, which is a fraction) is enough."""
        margin = self.margin(Fraction(actual))
        return margin > 0 if self.operator in STRICT else margin >= 0

    def missing(self, actual: ExactNumber, *, whole: bool) -> ExactNumber:
        """How far `actual` is from meeting it, never negative (差距).

        `whole` things come one by one: at 38 of 超过38家 one is missing.
        """
        one_more = 1 if whole and self.operator in STRICT else 0
        missing = max(one_more - self.margin(Fraction(actual)), Fraction(0))
        return finite_decimal(missing) if isinstance(actual, Decimal) else missing
