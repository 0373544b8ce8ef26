"""What the sentence around a quote lends it: 力争 and a deadline, up to where the quote ends."""

import re
from dataclasses import dataclass

from tracker.draft.periods import Period, periods_in
from tracker.draft.reading import Reading
from tracker.draft.sentences import veil
from tracker.draft.will import aspires, sentence_before


@dataclass(frozen=True, slots=True)
class Lent:
    """Whether the text only aspires to it (None: it may be read either way), and the period it names last.

    `carried`: an earlier clause than the quote's names the period.
    """

    aspire: bool | None
    period: Period | None
    carried: bool = False


def lent_to(reading: Reading, start: int, end: int, floor: int) -> Lent:
    """What is said from the beginning of the sentence, not before `floor`, to the end of text[start:end]."""
    text = reading.script.text
    begin = sentence_before(text, end, floor)
    aspire = aspires(text, end, floor)
    known = periods_in(veil(text[begin:end]), reading.year)
    periods = [p for p in known if p.until and not (p.past or p.whole or p.yearly)]
    if not periods:
        return Lent(aspire, None)
    between = veil(text[begin + periods[-1].end : start])
    return Lent(aspire, periods[-1], bool(re.search("[，；：]", between)))
