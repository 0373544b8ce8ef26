"""What is said beside figures in the loop of 督查: a notice, the unit's reply, a second unit's judgement."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Reply:
    """What a unit says of a target that is pressed (回执): why, what it does, by when it will be back."""

    cause: str
    remedy: str
    by_when: date


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a second unit says of an entry: it is verified (核实), or returned (退回) to be reported anew."""

    ref: str  # 2024-08-10-ab12#2
    verified: bool


@dataclass(frozen=True, slots=True)
class SentNotice:
    """That a unit was sent a notice about a target (提醒, 预警, 督办): how grave, and by when to answer."""

    level: str  # blue, yellow or red
    answer_by: date


Statement = Reply | Judgement | SentNotice
