"""How people name a target, and what they type for its value."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from tracker.model.catalogue import Catalogue, Measure, Target
from tracker.model.quantity import decimal_of
from tracker.problems import ExitCode, TrackerError, nearest

_ASSIGNMENT = re.compile(r"(?P<target>[^=]+?)(?P<adds>\+)?=(?P<value>.*)", re.DOTALL)
# What stands for a minus: as typed, as a mathematical sign, and as a dash where no key has the sign. The
# full-width one is the first of them once it is normalized.
_MINUS = "-\u2212\u2013"
_VALUE = re.compile(rf"(?P<sign>[{_MINUS}+]?)(?P<number>\d[\d.]*)(?P<unit>\D.*)?", re.DOTALL)


def find_target(catalogue: Catalogue, text: str) -> Target:
    """The target named by its id, its number (1.2), or any part of id or name that only one target has.

    Raises TrackerError (usage) with the candidates where none or several fit.
    """
    wanted = text.strip()
    targets = tuple(catalogue.targets)
    exact = [t for t in targets if wanted in {t.id, t.number, t.name}]
    fits = exact or [t for t in targets if wanted and (wanted in t.name or wanted.lower() in t.id)]
    if len(fits) == 1:
        return fits[0]
    labels = tuple(f"{t.id} ({t.number} {t.name})" for t in fits[:8])
    if fits:
        raise TrackerError("target-ambiguous", ExitCode.USAGE, text=text, candidates=labels)
    by_name = {name: t for t in targets for name in (t.id, t.name)}
    near = dict.fromkeys(f"{by_name[name].id} ({by_name[name].name})" for name in nearest(wanted, by_name))
    raise TrackerError(
        "target-unknown" if near else "target-nothing", ExitCode.USAGE, text=text, near=tuple(near)
    )


def find_subject(catalogue: Catalogue, text: str) -> Target | Measure:
    """A target as find_target names it, or a measure by its number or a part of its title.

    Raises TrackerError (usage) with the candidates where none or several fit.
    """
    wanted = text.strip()
    measures = tuple(catalogue.measures)
    if wanted.isdigit():
        if measure := next((m for m in measures if str(m.number) == wanted), None):
            return measure
        numbers = tuple(m.number for m in measures)
        raise TrackerError("measure-unknown", ExitCode.USAGE, text=text, choices=numbers)
    titled = [m for m in measures if wanted and wanted in m.title]
    try:
        return find_target(catalogue, text)
    except TrackerError as error:
        if error.code == "target-ambiguous" and wanted not in {m.title for m in titled}:
            raise
        if len(titled) == 1:
            return titled[0]
        if titled:
            labels = tuple(f"{m.number} {m.title}" for m in titled)
            raise TrackerError("subject-ambiguous", ExitCode.USAGE, text=text, candidates=labels) from None
        raise


@dataclass(frozen=True, slots=True)
class TypedValue:
    """A value as typed: a number with or without a unit, or the name of a stage."""

    number: Decimal | None = None
    unit: str | None = None
    stage: str | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """`talent+=40`: which target, what, and whether it is an increment."""

    target: str
    value: TypedValue
    adds: bool


def assignment_of(text: str) -> Assignment | None:
    """What `name=value` or `name+=value` says; None where it is no such thing."""
    match = _ASSIGNMENT.fullmatch(text)
    if not match:
        return None
    return Assignment(match["target"], typed_value(match["value"]), bool(match["adds"]))


def typed_value(text: str) -> TypedValue:
    """23, 21000万元, ３.５亿元, 主体完工. Raises TrackerError (usage) for digits that are no plain number.

    Full-width digits are the same digits; a separator could be a decimal point to somebody and is refused.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    match = _VALUE.fullmatch(plain)
    if not match:
        if not plain or plain[0] in f"+.{_MINUS}":
            raise TrackerError("value-bad", ExitCode.USAGE, text=text)
        return TypedValue(stage=text.strip())
    unit = (match["unit"] or "").strip() or None
    sign = "-" if match["sign"] and match["sign"] in _MINUS else ""
    try:
        number = decimal_of(sign + match["number"])
    except ValueError:
        raise TrackerError("value-bad", ExitCode.USAGE, text=text) from None
    if unit and (unit[0] in ",，、_eE:：." or any(character.isdigit() for character in unit)):
        raise TrackerError("value-bad", ExitCode.USAGE, text=text)
    return TypedValue(number, unit)
