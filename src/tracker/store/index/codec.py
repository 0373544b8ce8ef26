"""Problems and rolls as JSON, and back: only plain data is read from the index, never code or objects."""

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tracker.problems import Place, Problem
from tracker.store.index.rolls import Roll, VoidLine


def problem_data(problem: Problem) -> list[Any]:
    """A problem as plain data."""
    place = problem.place
    at = [place.file, list(place.path), place.of_key, place.line, place.column, place.excerpt]
    return [problem.code, at, {key: _plain(fact) for key, fact in problem.facts.items()}]


def problem_of(data: Any) -> Problem:  # noqa: ANN401 - parsed JSON
    """The problem that `problem_data` made plain. Raises ValueError, TypeError, KeyError for others."""
    code, (file, path, of_key, line, column, excerpt), facts = data
    place = Place(file, tuple(path), of_key, line, column, excerpt)
    return Problem(code, place, {key: _fact(fact) for key, fact in facts.items()})


def roll_text(roll: Roll) -> str:
    """A roll without its records, which are kept by target."""
    rest = roll._asdict()
    del rest["records"]
    for name in ("problems", "form"):
        rest[name] = [problem_data(problem) for problem in rest[name]]
    return json.dumps(rest, ensure_ascii=False, separators=(",", ":"))


def roll_of(text: str) -> Roll:
    """The roll that `roll_text` wrote, without records. Raises ValueError, TypeError, KeyError for others."""
    rest = json.loads(text)
    for name in ("problems", "form"):
        rest[name] = tuple(map(problem_of, rest[name]))
    rest["baseless"] = tuple(rest["baseless"])
    rest["left_out"] = tuple((stem, n) for stem, n in rest["left_out"])
    rest["voids"] = tuple(VoidLine(*line) for line in rest["voids"])
    return Roll(records={}, **rest)


def _plain(fact: object) -> object:
    match fact:
        case bool() | int() | None:
            return fact
        case str():
            return str(fact)
        case datetime():
            return {"moment": fact.isoformat()}
        case date():
            return {"day": fact.isoformat()}
        case Decimal():
            return {"number": str(fact)}
        case tuple():
            return {"several": [_plain(item) for item in fact]}
        case _:
            raise TypeError(fact)


def _fact(data: object) -> object:
    if not isinstance(data, dict):
        return data
    ((kind, value),) = data.items()
    match kind:
        case "moment":
            return datetime.fromisoformat(value)
        case "day":
            return date.fromisoformat(value)
        case "number":
            return Decimal(value)
        case "several":
            return tuple(map(_fact, value))
    raise ValueError(kind)
