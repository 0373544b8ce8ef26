"""What the policy text says of one target, in the catalogue's own terms."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tracker.draft.catalogue import in_order
from tracker.draft.context import aspires_to, sentence_start
from tracker.draft.mentions import TargetMention
from tracker.draft.periods import periods_in
from tracker.draft.reading import Reading
from tracker.draft.sentences import mask
from tracker.draft.text import Range
from tracker.model.goal import Operator

# So many characters are shown: before a number, at the end of a quotation, altogether.
_BEFORE, _TAIL, _LONGEST = 20, 30, 60


class Basis(StrEnum):
    """What a target was compared with."""

    READ = "read"  # a number that the reading takes for a target, with all that is said around it
    NUMBER = "number"  # a number that the reading takes for none: what its kind is cannot be told
    WORDS = "words"  # words that mean a number: 全覆盖
    TASK = "task"  # a milestone: its deadline and its strength
    NONE = "none"  # the quote is not in the text, or no number in it can be the target's


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyStatement:
    """What the text says of a target; None where it says nothing, or nothing that could be compared.

    `value` and `upper` in `unit`, falls negative; `at` is the place of the number in the original. `whole` is
    the year, where an earlier clause of the sentence names the period and this one may mean either.
    """

    basis: Basis
    words: str
    at: int
    since: date | None
    due: date
    aspire: bool | None
    operator: Operator | None = None
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""
    growth: bool | None = None
    lower: bool = False  # less is better
    baseline: Decimal | None = None
    whole: tuple[date, date] | None = None


def statement_of(reading: Reading, mention: TargetMention, *, carried: bool) -> PolicyStatement:
    """What a number that the reading takes for a target says; its period may be an earlier clause's."""
    source = reading.source
    operator, value, upper = in_order(mention)
    since, due = days_of(mention.since, mention.due, reading.year)
    falls = value is not None and (value < 0 or (mention.baseline is not None and mention.baseline > value))
    start = max(mention.quote[0], mention.at - _BEFORE)
    return PolicyStatement(
        basis=Basis.READ,
        words=source.words(start, max(mention.quote[1], mention.at + 1))[:_LONGEST],
        at=source.at[mention.at],
        since=since,
        due=due,
        aspire=mention.aspire,
        operator=operator,
        value=value,
        upper=upper,
        unit=mention.unit,
        growth=mention.kind == "growth" if mention.unit == "%" else None,
        lower=mention.falls or falls,
        baseline=mention.baseline,
        whole=_year(reading) if carried else None,
    )


def statement_around(reading: Reading, basis: Basis, at: int, quote: Range, floor: int) -> PolicyStatement:
    """What the sentence of a quotation lends it, up to where that ends: 力争, and the period it names last.

    `at` is a place in the original, the others in its text; nothing before `floor` is looked at.
    """
    start, end = quote
    text = reading.source.text
    begin = sentence_start(text, end, floor)
    periods = periods_in(mask(text[begin:end]), reading.year)
    periods = [p for p in periods if p.until and not (p.past or (p.whole and p.since) or p.yearly)]
    period = periods[-1] if periods else None
    since, due = days_of(period.since if period else None, period.until if period else None, reading.year)
    carried = period is not None and re.search("[，；：]", mask(text[begin + period.end : start]))
    return PolicyStatement(
        basis=basis,
        words=reading.source.words(max(start, end - _TAIL), end),
        at=at,
        since=since if period and period.since else None,
        due=due,
        aspire=aspires_to(text, end, floor),
        whole=_year(reading) if carried else None,
    )


def days_of(since: date | None, due: date | None, year: int) -> tuple[date, date]:
    """First and last day of a period of which the text names what differs from the whole year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    end = due or last
    begin = since or (date(end.year, 1, 1) if end < first else first)
    return (begin, end) if begin <= end else (first, end)


def _year(reading: Reading) -> tuple[date, date]:
    return date(reading.year, 1, 1), date(reading.year, 12, 31)
