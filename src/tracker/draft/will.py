"""Whether a sentence promises or only aspires to something, by what is said of it last: 力争 or 确保."""

import re

from tracker.draft.mood import ASPIRES, BINDS
from tracker.draft.sentences import veil

_WILL = re.compile(rf"(?P<aspires>{ASPIRES.pattern})|{BINDS.pattern}")
# 争取资金 asks for money and promises nothing.
_ASKS = re.compile(r"争取[^，。；]{0,14}(?:资金|支持|政策)")
_STOPS = "。！？"
_LONGEST = 600


def sentence_before(text: str, end: int, floor: int) -> int:
    """Where the sentence begins whose words end at `end`; not before `floor`."""
    floor = max(floor, end - _LONGEST)
    veiled = veil(text[floor:end])
    return floor + max(veiled.rfind(stop, 0, len(veiled) - 1) for stop in _STOPS) + 1


def aspires(text: str, end: int, floor: int) -> bool | None:
    """Whether what ends at `end` is aspired to, up to there in its sentence; None where 争取 may only ask."""
    sentence = veil(text[sentence_before(text, end, floor) : end])
    will = list(_WILL.finditer(sentence))
    if not will:
        return False
    return None if _ASKS.match(sentence, will[-1].start()) else bool(will[-1]["aspires"])
