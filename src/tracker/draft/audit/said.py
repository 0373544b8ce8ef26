"""What the policy text says of one target, in the catalogue's own terms."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tracker.draft.aims import Aim
from tracker.draft.reading import Reading
from tracker.model.goal import Operator


class Basis(StrEnum):
    """What a target was compared with."""

    READ = "read"  # a number that the reading takes for a target, with all that is said around it
    NUMBER = "number"  # a number that the reading takes for none: what its kind is cannot be told
    WORDS = "words"  # words that mean a number: 全覆盖
    TASK = "task"  # a milestone: its deadline and its strength
    NONE = "none"  # the quote is not in the text, or no number in it can be the target's


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the text says of a target; None where it says nothing, or nothing that could be compared.

    `value` and `upper` in `unit`, falls negative; `at` is the place of the number in the source. `whole` is
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


_BEFORE, _LONGEST = 20, 60


def said_by(reading: Reading, aim: Aim, *, carried: bool) -> Said:
    """What a number that the reading takes for a target says; its period may be an earlier clause's."""
    script = reading.script
    operator, value, upper = aim.operator, aim.value, aim.upper
    if value is not None and upper is not None:
        value, upper = min(value, upper), max(value, upper)
        if value == upper:
            operator, upper = Operator.REACH, None
    since, due = days_of(aim.since, aim.due, reading.year)
    falls = value is not None and (value < 0 or (aim.baseline is not None and aim.baseline > value))
    start = max(aim.quote[0], aim.at - _BEFORE)
    return Said(
        basis=Basis.READ,
        words=script.words(start, max(aim.quote[1], aim.at + 1))[:_LONGEST],
        at=script.at[aim.at],
        since=since,
        due=due,
        aspire=aim.aspire,
        operator=operator,
        value=value,
        upper=upper,
        unit=aim.unit,
        growth=aim.kind == "growth" if aim.unit == "%" else None,
        lower=aim.falls or falls,
        baseline=aim.baseline,
        whole=days_of(None, None, reading.year) if carried else None,
    )


def days_of(since: date | None, due: date | None, year: int) -> tuple[date, date]:
    """First and last day of a period of which the text names what differs from the whole year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    end = due or last
    begin = since or (date(end.year, 1, 1) if end < first else first)
    return (begin, end) if begin <= end else (first, end)
