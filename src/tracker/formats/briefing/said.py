"""Goals and paces as people say them in prose, not as a table prints them."""

from datetime import date

from tracker.formats.cells import difference, printed, text_of
from tracker.model.goal import Goal, Operator
from tracker.model.quantity import PERCENT, is_whole, plain_digits
from tracker.report.values import Amount, Phrase
from tracker.words import Sentence, Words

_TWO_DIGITS = 10


def in_round_numbers(amount: object, words: Words) -> str:
    """A pace as a person would say it: two digits, or all before the point; what is required, rounded up.

    A gap, which is required at most, is told exactly, and nothing is rounded beyond it.
    """
    match amount:
        case Phrase(key, {"amount": inner}):
            return words(key, {"amount": Sentence(in_round_numbers(inner, words))})
        case Amount(value, unit, up):
            whole = abs(value) >= _TWO_DIGITS or (up and is_whole(unit))
            said = printed(amount, 0 if whole else 1 if abs(value) >= 1 else 2)
            return difference(said, unit, words)
        case _:
            return text_of(amount, words)  # type: ignore[arg-type]


def goal_in_words(goal: Goal, unit: str, due: date, words: Words, *, dated: bool = False) -> str:
    """A goal as people write it: 40家以上, 超过3.5亿元, 3至5项, 9月30日前; `dated` tells the year as well."""
    facts = {
        "year": due.year,
        "value": f"{plain_digits(goal.value)}{unit}",
        "low": plain_digits(goal.value),
        "upper": f"{plain_digits(goal.upper)}{unit}" if goal.upper is not None else "",
        "month": due.month,
        "day": due.day,
    }
    if goal.operator is Operator.REACH and not goal.higher_is_better:
        return words("goal.reach.lower", facts)
    if goal.operator is Operator.DONE_BY and dated:
        return words("goal.done_by.year", facts)
    plain = goal.operator is Operator.AT_LEAST and unit == PERCENT
    return words(f"goal.{'at_least.percent' if plain else goal.operator.value}", facts)
