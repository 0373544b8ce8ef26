"""JSON: stable keys in English, exact numbers as strings without their units, one record per target."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tracker.assess.signal import Flag, Signal
from tracker.formats import Canvas
from tracker.formats.cells import demand, exact_for_machines, for_machines, sentence
from tracker.model.quantity import Quantity, plain_digits
from tracker.report.values import (
    Amount,
    Demand,
    Difference,
    Percent,
    PercentagePoints,
    Phrase,
    Shortfall,
    Times,
    Word,
)
from tracker.report.view import View
from tracker.words import Words

VERSION = 1


def render(view: View, words: Words, _canvas: Canvas) -> str:
    """The view's facts, counts and records."""
    document = {
        "view": view.name,
        "version": VERSION,
        **_record(view.facts, words),
        **({} if view.counts is None else {"counts": {s.value: count for s, count in view.counts.items()}}),
        "total": view.total,
        view.items: [_record(record, words) for record in view.records],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def line(record: Mapping[str, object], words: Words) -> str:
    """One record in one line, with no line break at its end."""
    return json.dumps(_record(record, words), ensure_ascii=False)


def _value(value: object, words: Words) -> object:
    """Strings for exact numbers, since many readers of JSON make binary floats of bare ones."""
    writer = _WRITERS.get(type(value))
    return writer(value, words) if writer else value


def _record(value: Mapping[str, object], words: Words) -> dict[str, object]:
    return {key: _value(item, words) for key, item in value.items()}


# What is not here (text, whole numbers, truth values, null) is what JSON has too.
_WRITERS: dict[type, Callable[[Any, Words], object]] = {
    Signal: lambda value, _: value.value,
    Flag: lambda value, _: value.value,
    Word: lambda value, _: value.key,
    Decimal: lambda value, _: plain_digits(value),
    Quantity: lambda value, _: plain_digits(value.value),
    Difference: lambda value, _: exact_for_machines(*value),
    Shortfall: lambda value, _: exact_for_machines(*value),
    Percent: lambda value, _: for_machines(value),
    PercentagePoints: lambda value, _: for_machines(value),
    Amount: lambda value, _: for_machines(value),
    Times: lambda value, _: for_machines(value),
    Demand: demand,
    Phrase: sentence,
    date: lambda value, _: value.isoformat(),
    tuple: lambda value, words: [_value(item, words) for item in value],
    dict: _record,
}
