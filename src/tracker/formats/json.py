"""JSON: stable keys in English, exact numbers as strings, one record per target."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from tracker.assess.signal import Signal
from tracker.formats import Canvas
from tracker.formats.cells import demand, number
from tracker.model.quantity import Quantity, rounded
from tracker.report.table import Demand, Percent, Points, Value, View
from tracker.words import Words

VERSION = 1
# Percentages have no finite decimal form in general: six places, halves away from zero.
PLACES = 6


def render(view: View, words: Words, _canvas: Canvas) -> str:
    """The view's facts, counts and records."""
    document = {
        "view": view.name,
        "version": VERSION,
        **_plain(view.facts, words),
        **({} if view.counts is None else {"counts": {s.value: count for s, count in view.counts.items()}}),
        "total": view.total,
        view.items: [_plain(record, words) for record in view.records],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _plain(record: Mapping[str, Value], words: Words) -> dict[str, object]:
    return {key: _value(value, words) for key, value in record.items()}


def _value(value: Value, words: Words) -> object:
    """Strings for exact numbers, since many readers of JSON make binary floats of bare ones."""
    match value:
        case Signal():
            return value.value
        case Decimal():
            return number(value)
        case Percent(share) | Points(share):
            return number(rounded(share * 100, PLACES))
        case Quantity():
            return f"{number(value.value)}{value.unit}"
        case Demand():
            return demand(value, words)
        case date():
            return value.isoformat()
        case tuple():
            return [str(item) for item in value]
        case _:
            return value
