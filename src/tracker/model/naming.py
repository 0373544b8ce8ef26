"""How people name a target, and what they type for its value."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.model.catalogue import Catalogue, Measure, Target
from tracker.model.entry import ReportLine
from tracker.model.exact import counted_text
from tracker.model.goal import Goal, Operator
from tracker.model.quantity import (
    InexactError,
    UnitMismatchError,
    convert,
    in_full,
)
from tracker.model.typed import (
    TypedNumberError,
    folded,
    meant_as_number,
    plain,
    typed_number,
    typed_share,
)
from tracker.problems import ExitCode, TrackerError, nearest

_COMPARATORS = {
    "≥": Operator.AT_LEAST,
    ">=": Operator.AT_LEAST,
    "≤": Operator.AT_MOST,
    "<=": Operator.AT_MOST,
    ">": Operator.MORE_THAN,
    "<": Operator.LESS_THAN,
    **{f"{operator.value}=": operator for operator in Operator if operator is not Operator.DONE_BY},
}
_GOAL = re.compile(rf"(?P<comparator>{'|'.join(map(re.escape, _COMPARATORS))})?(?P<number>.*)", re.DOTALL)
_BOUNDS = re.compile(r"(?P<low>[0-9.,]+)\s*[-—–至~]\s*(?P<high>[0-9.,]+\D*)")
_ASSIGNMENT = re.compile(r"(?P<target>[^=]+?)(?P<adds>\+)?=(?P<value>.*)", re.DOTALL)


def find_target(catalogue: Catalogue, text: str) -> Target:
    """The target named by an id it has or had, its number (1.2), or a part of id or name that is its alone.

    Raises TrackerError (usage) with the candidates where none or several fit.
    """
    wanted = folded(text)
    targets = tuple(catalogue.targets)
    exact = [t for t in targets if wanted in {t.id, t.number, folded(t.name), *t.former_ids}]
    fits = exact or [t for t in targets if wanted and (wanted in folded(t.name) or wanted in t.id)]
    if len(fits) == 1:
        return fits[0]
    labels = tuple(f"{t.id} ({t.number} {t.name})" for t in fits[:8])
    if fits:
        raise TrackerError("target-ambiguous", ExitCode.USAGE, text=text, candidates=labels)
    by_name = {name: t for t in targets for name in (t.id, t.name)}
    close = nearest(text.strip(), by_name)
    near = dict.fromkeys(f"{by_name[name].id} ({by_name[name].name})" for name in close)
    raise TrackerError(
        "target-unknown" if near else "target-nothing", ExitCode.USAGE, text=text, near=tuple(near)
    )


def find_measure(catalogue: Catalogue, text: str) -> Measure:
    """A measure by its number or a part of its title.

    Raises TrackerError (usage) with the candidates where none or several fit.
    """
    wanted = folded(text)
    measures = tuple(catalogue.measures)
    numbered = [m for m in measures if str(m.number) == wanted]
    fits = numbered or [m for m in measures if wanted and wanted in folded(m.title)]
    if len(fits) == 1:
        return fits[0]
    if fits:
        labels = tuple(f"{m.number} {m.title}" for m in fits)
        raise TrackerError("subject-ambiguous", ExitCode.USAGE, text=text, candidates=labels)
    numbers = tuple(m.number for m in measures)
    raise TrackerError("measure-unknown", ExitCode.USAGE, text=text, choices=numbers)


def find_subject(catalogue: Catalogue, text: str) -> Target | Measure:
    """A target as find_target names it, or a measure by its number or a part of its title.

    Raises TrackerError (usage) with the candidates where none or several fit.
    """
    wanted = folded(text)
    if wanted.isdecimal():
        return find_measure(catalogue, text)
    titled = [m for m in catalogue.measures if wanted and wanted in folded(m.title)]
    try:
        return find_target(catalogue, text)
    except TrackerError as error:
        if error.code == "target-ambiguous" and wanted not in {folded(m.title) for m in titled}:
            raise
        if len(titled) == 1:
            return titled[0]
        if titled:
            labels = tuple(f"{m.number} {m.title}" for m in titled)
            raise TrackerError("subject-ambiguous", ExitCode.USAGE, text=text, candidates=labels) from None
        raise


def unit_named(catalogue: Catalogue, text: str) -> str:
    """A unit as the catalogue spells it; as it was typed where the catalogue has none of this name."""
    return spelt(text, (owner for target in catalogue.targets for owner in target.owners))


def spelt(text: str, names: Iterable[str]) -> str:
    """The one of some names that was typed, in its own spelling; the text itself where it is none of them."""
    wanted = folded(text)
    return next((name for name in names if folded(name) == wanted), text)


@dataclass(frozen=True, slots=True)
class TypedValue:
    """A value as typed: a number with or without a unit, an increment with `adds`, or the name of a stage.

    Of a counted share the part and the whole.
    """

    number: Decimal | None = None
    unit: str | None = None
    stage: str | None = None
    adds: bool = False
    share: tuple[Decimal, Decimal] | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """`talent+=40`: which target, and what."""

    target: str
    value: TypedValue


def assignment_of(text: str) -> Assignment | None:
    """What `name=value` or `name+=value` says; None where it is no such thing."""
    match = _ASSIGNMENT.fullmatch(text)
    if not match:
        return None
    value = typed_value(match["value"])
    return Assignment(match["target"], replace(value, adds=value.adds or bool(match["adds"])))


def typed_value(text: str) -> TypedValue:
    """23, +6, 21000万元, ３.５亿元, 9/10, 主体完工. Raises TrackerError (usage) for no certain number."""
    try:
        if share := typed_share(text):
            return TypedValue(share=share)
        number = typed_number(text)
    except TypedNumberError:
        if meant_as_number(text):
            raise TrackerError("value-bad", ExitCode.USAGE, text=text) from None
        return TypedValue(stage=text.strip())
    return TypedValue(number.value, number.unit, adds=number.adds)


def goal_typed(text: str, unit: str, goal: Goal | None = None) -> dict[str, Decimal | list[Decimal] | str]:
    """A goal as the catalogue writes it: 45, 45家, ≥45, at_most=3.2, 3-5; numbers in `unit`.

    A bare number keeps the comparator of `goal`, or else is one to reach; 左右 keeps its tolerance. Raises
    TrackerError (usage) for what is no goal, or is counted in another quantity.
    """
    match = _GOAL.fullmatch(plain(text))
    assert match is not None  # noqa: S101 - it fits any text
    comparator, rest = match["comparator"], match["number"].strip()
    operator = _COMPARATORS[comparator] if comparator else goal.operator if goal else Operator.REACH
    bounds = _BOUNDS.fullmatch(rest)
    if bounds and comparator in {None, "between="}:
        high, high_unit = _in_unit(bounds["high"], unit, text)
        low, _ = _in_unit(f"{bounds['low']}{high_unit or ''}", unit, text)
        return {Operator.BETWEEN.value: [low, high]}
    if operator in {Operator.BETWEEN, Operator.DONE_BY}:
        raise TrackerError("goal-typed", ExitCode.USAGE, text=text)
    written: dict[str, Decimal | list[Decimal] | str] = {operator.value: _in_unit(rest, unit, text)[0]}
    return goal_written(goal) | written if goal and goal.operator is operator else written


def number_typed(text: str, unit: str) -> Decimal:
    """A number in `unit`, typed with a unit of the same quantity or without. Raises TrackerError (usage)."""
    return _in_unit(text, unit, text)[0]


def goal_written(goal: Goal) -> dict[str, Decimal | list[Decimal] | str]:
    """A goal in numbers as the catalogue writes it."""
    value = goal.value if goal.upper is None else [goal.value, goal.upper]
    written: dict[str, Decimal | list[Decimal] | str] = {goal.operator.value: value}
    extra = {"tolerance": goal.tolerance, "better": goal.better}
    return written | {key: one for key, one in extra.items() if one is not None}


def _in_unit(typed: str, unit: str, text: str) -> tuple[Decimal, str | None]:
    """A typed number as one of `unit`, and the unit that was typed."""
    try:
        number = typed_number(typed)
        return convert(number.value, number.unit or unit, unit), number.unit
    except (TypedNumberError, UnitMismatchError, InexactError):
        raise TrackerError("goal-typed", ExitCode.USAGE, text=text) from None


def line_of(n: int, target: Target, value: TypedValue) -> ReportLine:
    """The line of a report that says this of a target; its unit is written where it is another one.

    Raises TrackerError (usage) for an increment that is a counted share.
    """
    typed = in_full(value.unit or "", target.unit)
    unit = typed if typed not in {"", target.unit} else None
    if value.stage is not None:
        return ReportLine(n=n, target=target.id, stage=spelt(value.stage, target.stages))
    if value.share is not None and value.adds:
        raise TrackerError("share-added", ExitCode.USAGE, text=counted_text(*value.share))
    if value.share is not None:
        return ReportLine(n=n, target=target.id, part=value.share[0], whole=value.share[1])
    if value.adds:
        return ReportLine(n=n, target=target.id, add=value.number, unit=unit)
    return ReportLine(n=n, target=target.id, total=value.number, unit=unit)
