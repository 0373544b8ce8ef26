"""One value as text: the same number reads the same in every format."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tracker.assess.signal import Flag, Signal
from tracker.model.goal import Goal, Operator
from tracker.model.quantity import PERCENT, Quantity, rounded
from tracker.report.table import Bar, Demand, Percent, Phrase, Points, Row, Shortfall, Value, Word
from tracker.words import Words, printable

NOTHING = "—"
BAR_CELLS = 10
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


def number(value: Decimal) -> str:
    """All digits, no exponent, no empty decimals: 3.50 is 3.5."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def signed(value: Decimal) -> str:
    """With its sign; nothing is ever -0.0."""
    if value == 0:
        return "0.0"
    return f"{value:+f}"


def demand(value: Demand, words: Words) -> str:
    """A goal as the policy text puts it."""
    goal: Goal = value.goal
    if goal.operator is Operator.DONE_BY:
        return words("demand.done_by", {"month": value.due.month, "day": value.due.day})
    if goal.operator is Operator.BETWEEN and goal.upper is not None:
        return f"{number(goal.value)}–{number(goal.upper)}{printable(value.unit)}"
    return f"{_SYMBOLS[goal.operator]}{number(goal.value)}{printable(value.unit)}"


def bar(value: Bar) -> str:
    """Completion in ten cells, with a mark where it should be."""
    if value.completion is None:
        return ""
    filled = _cells(value.completion)
    cells = ["█"] * filled + ["░"] * (BAR_CELLS - filled)
    if value.expected is not None:
        cells[min(_cells(value.expected), BAR_CELLS - 1)] = "┃"
    return "".join(cells)


def _cells(share: Fraction) -> int:
    return max(0, min(BAR_CELLS, int(share * BAR_CELLS)))


def sentence(phrase: Phrase, words: Words) -> str:
    """A phrase of a view in words."""
    facts = {
        name: text_of(fact, words) if isinstance(fact, (Percent, Points)) else fact
        for name, fact in phrase.facts.items()
    }
    return words(phrase.key, facts)


_NUMERALS = "零一二三四五六七八九"


def section_heading(row: Row, words: Words) -> str:
    """一、持续增强创新引领作用."""
    count = int(row.number)
    tens, ones = divmod(count, 10)
    if tens == 0:
        numeral = _NUMERALS[ones]
    elif tens < 10:  # noqa: PLR2004 - two digits
        numeral = ("" if tens == 1 else _NUMERALS[tens]) + "十" + (_NUMERALS[ones] if ones else "")
    else:
        numeral = row.number
    return words("section.number", {"numeral": numeral, "number": count, "title": row.text})


def counts_line(counts: Mapping[Signal, int], total: int, words: Words) -> list[tuple[Signal | None, str]]:
    """Each signal with its count, those that occur; and the total they add up to."""
    parts: list[tuple[Signal | None, str]] = [
        (signal, f"{GLYPHS[signal]} {words(f'signal.{signal.value}')} {count}")
        for signal, count in counts.items()
        if count
    ]
    return [*parts, (None, words("counts.total", {"total": total}))]


def _shortfall(value: Shortfall, words: Words) -> str:
    unit = words("unit.points") if value.unit == PERCENT else printable(value.unit)
    return f"{number(value.value)}{unit}"


def _several(values: tuple[Flag, ...] | tuple[str, ...], words: Words) -> str:
    return words.listing(tuple(words(f"flag.{v.value}") if isinstance(v, Flag) else v for v in values))


_WRITERS: dict[type, Callable[[Any, Words], str]] = {
    bool: lambda value, words: words("yes" if value else "no"),
    int: lambda value, _: str(value),
    str: lambda value, _: printable(value),
    date: lambda value, _: value.isoformat(),
    Decimal: lambda value, _: number(value),
    Signal: lambda value, words: f"{GLYPHS[value]} {words(f'mark.{value.value}')}",
    Percent: lambda value, _: f"{rounded(value.share * 100, 1):f}%",
    Points: lambda value, _: signed(rounded(value.share * 100, 1)),
    Bar: lambda value, _: bar(value),
    Demand: demand,
    Quantity: lambda value, _: f"{number(value.value)}{printable(value.unit)}",
    Shortfall: _shortfall,
    Word: lambda value, words: words(f"{value.group}.{value.key}"),
    tuple: _several,
}
