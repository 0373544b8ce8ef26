"""Catalogues and problems as JSON and back: a cache holds plain data, never code or objects of Python's own.

So a catalogue that was read and checked once takes neither YAML nor pydantic to be had again.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from tracker.model import catalogue as model
from tracker.model.goal import Goal, Operator
from tracker.model.period import Period
from tracker.model.profile import Escalation, Profile
from tracker.problems import Place, Problem

# What may be written, and nothing else: a value bears the number of its class here.
CLASSES: tuple[type, ...] = (
    *(model.Catalogue, model.Section, model.Measure, model.Target, model.Adjustment, model.Retirement),
    *(
        model.Reporting,
        Escalation,
        model.SavedView,
        model.Ignored,
        Goal,
        Period,
        Profile,
        Problem,
        Place,
    ),
)
ENUMS: tuple[type[Enum], ...] = (model.Cadence, model.PathRule, model.ReadingCheck, Operator)
_FIELDS = {kind: tuple(field.name for field in fields(kind) if field.name[0] != "_") for kind in CLASSES}
_NUMBER = {kind: n for n, kind in enumerate((*CLASSES, *ENUMS))}
# Marks of what JSON has no word for.
_DECIMAL, _DAY, _MOMENT, _SEVERAL, _PAIRS = "n", "d", "m", "t", "p"


def encoded(value: object) -> str:
    """A value as JSON. Raises TypeError where something stands in it that is not provided for."""
    return json.dumps(_plain(value), separators=(",", ":"))


def decoded(text: str) -> Any:  # noqa: ANN401 - what was encoded, of which the caller knows what it is
    """The value that `encoded` wrote. Raises ValueError, TypeError or LookupError for anything else."""
    return _value(json.loads(text))


def _plain(value: object) -> object:
    match value:
        case Enum():
            return [_NUMBER[type(value)], value.value]
        case None | bool() | int() | str():
            return value
        case Decimal():
            return [_DECIMAL, str(value)]
        case datetime():
            return [_MOMENT, value.isoformat()]
        case date():
            return [_DAY, value.isoformat()]
        case tuple() | list():
            return [_SEVERAL, *map(_plain, value)]
        case Mapping():
            return [_PAIRS, *([_plain(key), _plain(item)] for key, item in value.items())]
        case _ if is_dataclass(value):
            kind = type(value)
            return [_NUMBER[kind], *(_plain(getattr(value, name)) for name in _FIELDS[kind])]
    raise TypeError(value)


def _value(data: Any) -> Any:  # noqa: ANN401 - parsed JSON
    if not isinstance(data, list):
        return data
    kind, *rest = data
    match kind:
        case "t":
            return tuple(map(_value, rest))
        case "n":
            return Decimal(rest[0])
        case "d":
            return date.fromisoformat(rest[0])
        case "m":
            return datetime.fromisoformat(rest[0])
        case "p":
            return {_value(key): _value(item) for key, item in rest}
        case int() if 0 <= kind < len(CLASSES):
            made = CLASSES[kind]
            return made(**dict(zip(_FIELDS[made], map(_value, rest), strict=True)))
        case int() if kind >= len(CLASSES):
            return ENUMS[kind - len(CLASSES)](rest[0])
    raise TypeError(kind)
