"""One value as text: the same number reads the same in every format."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Any

from tracker.assess.signal import Flag, Signal
from tracker.model.goal import Goal, Operator
from tracker.model.numerals import numeral
from tracker.model.quantity import PERCENT, Quantity, is_whole, plain_digits, rounded
from tracker.report.values import (
    Amount,
    Bar,
    Computed,
    Demand,
    Difference,
    Percent,
    PercentagePoints,
    Phrase,
    Shortfall,
    Times,
    Value,
    Word,
)
from tracker.report.view import Column, Row
from tracker.words import Sentence, Words, printable

NOTHING = "—"
BAR_CELLS = 10
_MACHINE_PLACES = 6
_ZERO, _ONE, _HUNDRED = Fraction(0), Fraction(1), Fraction(100)
# A shape for each signal, so that colour is never needed to tell them apart.
GLYPHS = {
    Signal.DONE: "✓",
    Signal.ON_TRACK: "●",
    Signal.BEHIND: "▲",
    Signal.FAR_BEHIND: "✗",
    Signal.OVERDUE: "!",
    Signal.SILENT: "○",
    Signal.PENDING: "◇",
}
_SYMBOLS = {
    Operator.AT_LEAST: "≥",
    Operator.MORE_THAN: ">",
    Operator.REACH: "",
    Operator.ABOUT: "≈",
    Operator.AT_MOST: "≤",
    Operator.LESS_THAN: "<",
}


def text_of(value: Value, words: Words) -> str:
    """The value as people read it; a dash where there is none."""
    return NOTHING if value is None else _WRITERS[type(value)](value, words)


def printed(value: Computed, places: int) -> Decimal:
    """A computed number as it is printed: to so many decimals, halves away from zero, or rounded up.

    To as many more as it takes to stay on its side of zero and of each limit: what is not met is never
    100.0 %, what is behind never 0.0.
    """
    exact, limits, up = _exact(value)
    while True:
        shown = Decimal(f"{ceil(exact * 10**places)}E-{places}") if up else rounded(exact, places)
        if not any(_crosses(Fraction(shown), exact, limit) for limit in limits):
            return shown
        places += 1


def _exact(value: Computed) -> tuple[Fraction, tuple[Fraction, ...], bool]:
    """The number that is printed, its limits, and whether it is rounded up."""
    match value:
        case Percent(share, limits):
            return share * 100, (_ZERO, _HUNDRED, *(limit * 100 for limit in limits)), False
        case PercentagePoints(share, limits):
            return share * 100, (_ZERO, *(limit * 100 for limit in limits)), False
        case Amount(exact, _, up, _, limits):
            return exact, (_ZERO, *limits), up
        case Times(ratio):
            return ratio, (_ZERO, _ONE), False


def _crosses(shown: Fraction, exact: Fraction, limit: Fraction) -> bool:
    """Whether a number stands at the limit, or beyond it, only as it is shown."""
    return shown >= limit > exact or shown <= limit < exact


def for_machines(value: Computed) -> str:
    """A computed number for machines, to six decimals: rates have no finite decimal form in general."""
    return plain_digits(
        printed(value._replace(up=False) if isinstance(value, Amount) else value, _MACHINE_PLACES)
    )


def percentage(value: Percent) -> str:
    """A share in per cent, without the sign."""
    return f"{printed(value, 1):f}"


def _points(value: PercentagePoints) -> str:
    points = printed(value, 1)
    return f"{'+' if points > 0 else ''}{points:f}" if value.signed else f"{abs(points):f}"


def demand(value: Demand, words: Words) -> str:
    """A goal as the policy text puts it."""
    goal: Goal = value.goal
    if goal.operator is Operator.DONE_BY:
        due = {"year": value.due.year, "month": value.due.month, "day": value.due.day}
        return words("demand.done_by.year" if value.dated else "demand.done_by", due)
    if goal.operator is Operator.BETWEEN and goal.upper is not None:
        return f"{plain_digits(goal.value)}–{plain_digits(goal.upper)}{printable(value.unit)}"
    return f"{_SYMBOLS[goal.operator]}{plain_digits(goal.value)}{printable(value.unit)}"


def heading(column: Column, words: Words) -> str:
    """What stands above a column: its word, a name from a file, or the glyph of a signal."""
    if column.mark is not None:
        return GLYPHS[column.mark]
    return words(f"column.{column.key}") if column.label is None else printable(column.label)


def label(key: str, words: Words) -> str:
    """The name of a single value: like that of its column, or in full where a column's is short."""
    return words(f"field.{key}" if words.has(f"field.{key}") else f"column.{key}")


def bar(value: Bar) -> str:
    """Completion in ten cells, with a mark where it should be."""
    if value.completion is None:
        return ""
    filled = _cells(value.completion.share)
    cells = ["█"] * filled + ["░"] * (BAR_CELLS - filled)
    if value.expected is not None:
        cells[min(_cells(value.expected.share), BAR_CELLS - 1)] = "┃"
    return "".join(cells)


def _cells(share: Fraction) -> int:
    return max(0, min(BAR_CELLS, share.numerator * BAR_CELLS // share.denominator))


def sentence(phrase: Phrase, words: Words) -> str:
    """A phrase of a view in words."""
    facts = {name: _fact(fact, words) for name, fact in phrase.facts.items()}
    return words(phrase.key, facts)


def _fact(fact: object, words: Words) -> object:
    """What a sentence is filled in with: typed values as they read anywhere else."""
    if isinstance(fact, tuple) and fact and isinstance(fact[0], (Phrase, Word)):
        return Sentence(words.listing(tuple(Sentence(text_of(item, words)) for item in fact)))
    if isinstance(fact, Phrase):
        return Sentence(sentence(fact, words))
    return _WRITERS[type(fact)](fact, words) if type(fact) in _TYPED else fact


def section_heading(row: Row, words: Words) -> str:
    """一、持续增强创新引领作用."""
    count = int(row.number)
    return words("section.number", {"numeral": numeral(count), "number": count, "title": row.text})


def counts_line(counts: Mapping[Signal, int], total: int, words: Words) -> list[tuple[Signal | None, str]]:
    """Each signal with its count, those that occur; and the total they add up to."""
    parts: list[tuple[Signal | None, str]] = [
        (signal, f"{GLYPHS[signal]} {words(f'signal.{signal.value}')} {count}")
        for signal, count in counts.items()
        if count
    ]
    return [*parts, (None, words("counts.total", {"total": total}))]


def difference(value: Decimal, unit: str, words: Words) -> str:
    """How far two values lie apart, with its unit: percentages differ by percentage points."""
    if unit != PERCENT:
        return f"{plain_digits(value)}{printable(unit)}"
    return f"{plain_digits(value)}{words('unit.point' if abs(value) == 1 else 'unit.points')}"


def _shortfall(value: Shortfall, words: Words) -> str:
    return difference(value.value, value.unit, words)


def _change(value: Difference, words: Words) -> str:
    sign = "+" if value.value >= 0 else "-"
    return f"{sign}{difference(abs(value.value), value.unit, words)}"


def amount(value: Amount) -> Decimal:
    """A computed number as shown: two places, one from a hundred on; what is required is rounded up.

    Things that come one by one are required whole: no fewer than 3 of 2.4.
    """
    if value.up and is_whole(value.unit):
        return printed(value, 0)
    return printed(value, 1 if abs(value.value) >= 100 else 2)  # noqa: PLR2004 - three figures say enough


def _amount(value: Amount, words: Words) -> str:
    shown = amount(value)
    return (
        f"{plain_digits(shown)}{printable(value.unit)}"
        if value.level
        else difference(shown, value.unit, words)
    )


Several = tuple[Flag, ...] | tuple[str, ...] | tuple[Word, ...] | tuple[Phrase, ...]


def _several(values: Several, words: Words) -> str:
    texts = (words(f"flag.{v.value}") if isinstance(v, Flag) else v for v in values)
    return words.listing(tuple(text_of(t, words) if isinstance(t, (Word, Phrase)) else t for t in texts))


_WRITERS: dict[type, Callable[[Any, Words], str]] = {
    bool: lambda value, words: words("yes" if value else "no"),
    int: lambda value, _: str(value),
    str: lambda value, _: printable(value),
    date: lambda value, _: value.isoformat(),
    Decimal: lambda value, _: plain_digits(value),
    Signal: lambda value, words: f"{GLYPHS[value]} {words(f'mark.{value.value}')}",
    Percent: lambda value, _: f"{percentage(value)}%",
    PercentagePoints: lambda value, _: _points(value),
    Bar: lambda value, _: bar(value),
    Demand: demand,
    Quantity: lambda value, _: f"{plain_digits(value.value)}{printable(value.unit)}",
    Shortfall: _shortfall,
    Difference: _change,
    Amount: _amount,
    Times: lambda value, words: words("times", {"ratio": printed(value, 1)}),
    Phrase: sentence,
    Word: lambda value, words: words(f"{value.group}.{value.key}"),
    tuple: _several,
}
_TYPED = frozenset(_WRITERS) - {bool, int, str, date, tuple}
