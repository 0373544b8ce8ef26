"""What is said beside figures in the loop of 督查: a unit's reply to a notice, and its promise."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Reply:
    """What a unit says of a target that is pressed (回执): why, what it does, by when it will be back."""

    cause: str
    remedy: str
    by_when: date


Statement = Reply
