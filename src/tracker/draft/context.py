"""A number in its clause, as the rules see it."""

import re
from dataclasses import dataclass

from tracker.draft.comparators import Comparator
from tracker.draft.quantities import Quantity

BOUNDARY = re.compile(r"(?:[，。；、：）！？\x01]|$|和|及|与|以及|并|，)")


@dataclass(frozen=True, slots=True)
class Context:
    """A number in its clause: what stands before and behind it, and what is known of the sentence."""

    quantity: Quantity
    comparator: Comparator
    left: str  # of the clause, up to the number
    right: str  # of the clause, behind number and unit
    tail: str  # of the clause, behind the comparator
    past: bool = False
    given: bool = False  # the sentence spoke of subsidies before
    counts_left: bool = False  # another count stands right before it
    counts_right: bool = False  # another count follows in the clause
    listed: int = 0  # items enumerated right before it
    base_of_ratio: bool = False  # 6个断面水质优良比例达到100%
    of_sum: bool = False  # 152个重点项目完成投资180亿元
    power: bool = False  # written as 百, 千, 万, 亿 alone

    @property
    def ends(self) -> bool:
        """Whether nothing follows the number and its comparator in its part of the clause."""
        return bool(BOUNDARY.match(self.tail))

    @property
    def said_of(self) -> bool:
        """Whether it is what is said of something (寿命达到79岁), not what describes it (65岁以上老年人)."""
        return self.ends and self.comparator.start < self.quantity.start
