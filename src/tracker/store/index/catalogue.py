"""A catalogue that was read and checked once, as JSON and back: neither YAML nor pydantic is needed."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from tracker.model.catalogue import (
    Adjustment,
    Cadence,
    Catalogue,
    Escalation,
    Ignored,
    Measure,
    PathRule,
    ReadingCheck,
    Reporting,
    SavedView,
    Section,
    Target,
)
from tracker.model.goal import Goal, Operator
from tracker.model.period import Period
from tracker.model.profile import Profile

# What may stand in a catalogue, and nothing else: a value is written with the number of its class here.
_CLASSES: tuple[type, ...] = (
    *(Catalogue, Section, Measure, Target, Adjustment, Reporting, Escalation, SavedView),
    *(Goal, Period, Profile, Ignored),
)
_ENUMS: tuple[type[Enum], ...] = (Cadence, PathRule, Operator, ReadingCheck)
_FIELDS = {kind: tuple(f.name for f in fields(kind) if f.name[0] != "_") for kind in _CLASSES}
_NUMBER = {kind: n for n, kind in enumerate((*_CLASSES, *_ENUMS))}
# Marks of what JSON has no word for.
_DECIMAL, _DAY, _SEVERAL, _PAIRS = "n", "d", "t", "m"


def catalogue_text(catalogue: Catalogue) -> str:
    """A catalogue as JSON. Raises TypeError where something stands in it that is not provided for."""
    return json.dumps(_plain(catalogue), ensure_ascii=False, separators=(",", ":"))


def catalogue_of(text: str) -> Catalogue:
    """The catalogue that `catalogue_text` wrote. Raises ValueError, TypeError, LookupError for others."""
    found = _value(json.loads(text))
    if not isinstance(found, Catalogue):
        raise TypeError(found)
    return found


def _plain(value: object) -> object:
    match value:
        case Enum():
            return [_NUMBER[type(value)], value.value]
        case None | bool() | int() | str():
            return value
        case Decimal():
            return [_DECIMAL, str(value)]
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
    kind = data[0]
    if kind == _SEVERAL:
        return tuple(map(_value, data[1:]))
    if kind == _DECIMAL:
        return Decimal(data[1])
    if kind == _DAY:
        return date.fromisoformat(data[1])
    if kind == _PAIRS:
        return {_value(key): _value(item) for key, item in data[1:]}
    if not isinstance(kind, int) or kind < 0:
        raise TypeError(kind)
    if kind >= len(_CLASSES):
        return _ENUMS[kind - len(_CLASSES)](data[1])
    made = _CLASSES[kind]
    return made(**dict(zip(_FIELDS[made], map(_value, data[1:]), strict=True)))
