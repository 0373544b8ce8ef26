"""What a draft says of one target, and what it says of every number."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tracker.draft.reasons import Fate, Reason
from tracker.model.goal import Operator


class Confidence(StrEnum):
    """How sure the draft is of a target."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


# More doubts than these make a target uncertain.
_FEW = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A target as the text states it; ranges are of script.text."""

    measure: int
    name: str
    kind: str
    operator: Operator
    value: Decimal | None
    upper: Decimal | None
    unit: str
    since: date | None
    due: date | None
    aspire: bool
    baseline: Decimal | None
    quote: tuple[int, int]
    at: int  # where its number begins
    doubts: tuple[str, ...] = ()
    sentence: tuple[int, int] | None = None
    period_at: int = -1  # where its period begins, in script.text
    falls: bool = False  # it comes down to its number: 降至, 压缩到

    @property
    def confidence(self) -> Confidence:
        """High without doubts, low where nothing is counted or much is doubtful."""
        if not self.doubts:
            return Confidence.HIGH
        weak = {"milestone", "no-unit", "no-name"} & set(self.doubts)
        return Confidence.LOW if weak or len(self.doubts) > _FEW else Confidence.MEDIUM


@dataclass(frozen=True, slots=True)
class Claim:
    """The fate of a number at [start, end) of script.text; `aims`: which targets of its measure are its."""

    start: int
    end: int
    fate: Fate
    reason: Reason | None = None
    aims: tuple[int, ...] = ()
    value: Decimal | None = None
    unit: str = ""
