"""What the sentence around a quote lends it: 力争 and a deadline, up to where the quote ends."""

import re
from dataclasses import dataclass

from tracker.draft.mood import ASPIRES, BINDS
from tracker.draft.periods import Period, periods_in
from tracker.draft.reading import Reading
from tracker.draft.sentences import veil

# 争取资金 asks for money and promises nothing.
_ASKS = re.compile(r"争取[^，。；]{0,14}(?:资金|支持|政策)")
_WILL = re.compile(rf"(?P<aspires>{ASPIRES.pattern})|{BINDS.pattern}")
_STOPS = "。！？"
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Lent:
    """Whether the text only aspires to it (None: it may be read either way), and the period it names last.

    `carried`: an earlier clause than the quote's names the period.
    """

    aspire: bool | None
    period: Period | None  # its places are of script.text
    carried: bool = False


def lent_to(reading: Reading, start: int, end: int, floor: int) -> Lent:
    """What is said from the beginning of the sentence, not before `floor`, to the end of text[start:end]."""
    text = reading.script.text
    floor = max(floor, start - _LONGEST)
    veiled = veil(text[floor:end])
    begin = max(veiled.rfind(stop, 0, len(veiled) - 1) for stop in _STOPS) + 1
    sentence = veiled[begin:]
    will = list(_WILL.finditer(sentence))
    aspire: bool | None = bool(will) and bool(will[-1]["aspires"])
    if will and _ASKS.match(sentence, will[-1].start()):
        aspire = None
    periods = [
        p for p in periods_in(sentence, reading.year) if p.until and not (p.past or p.whole or p.yearly)
    ]
    if not periods:
        return Lent(aspire, None)
    period = _moved(periods[-1], floor + begin)
    return Lent(aspire, period, bool(re.search("[，；：]", veil(text[period.end : start]))))


def _moved(period: Period, by: int) -> Period:
    return Period(period.start + by, period.end + by, period.since, period.until, deadline=period.deadline)
