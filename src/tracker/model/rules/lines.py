"""Checks of one line of a report against the catalogue and the calendar."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from tracker.model.catalogue import Catalogue, Target
from tracker.model.entry import Report, ReportLine
from tracker.model.quantity import InexactError, UnitMismatchError, convert, is_whole
from tracker.problems import Place, Problem, nearest

# Figures may come in late; anything later than this is a slip of the pen in the year.
LATE = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Context:
    """What a line is checked against."""

    catalogue: Catalogue


def line_problems(line: ReportLine, report: Report, context: Context) -> list[Problem]:
    """Everything wrong with one line; what rests on an unknown target or unit is not looked at."""
    found: list[Problem] = []
    for rule in LINE_RULES:
        problem = rule(line, report, context)
        if problem:
            found.append(problem)
            if rule in {target_known, unit_fits}:
                break
    return found


def line_problem(report: Report, line: ReportLine, key: str, code: str, **facts: object) -> Problem:
    """A problem of one key of a line."""
    return Problem(code, Place(report.file, ("entries", line.n - 1, key)), facts)


def target_known(line: ReportLine, report: Report, context: Context) -> Problem | None:
    """The target exists; the nearest names are offered."""
    if line.target is None or context.catalogue.target(line.target):
        return None
    return _problem(
        "target-unknown", line, report, "target", name=line.target, near=_nearest(line.target, context)
    )


def day_possible(line: ReportLine, report: Report, context: Context) -> Problem | None:
    """The figure's day belongs to the target's period, or comes late after it."""
    target = _target(line, context)
    if target is None:
        return None
    moved = [adjustment.due for adjustment in target.adjustments if adjustment.due]
    start, end = target.period.start, max([target.period.end, *moved])
    if report.date < start or report.date > end + LATE:
        facts = {"date": report.date, "id": target.id, "start": start, "end": end}
        return _problem("date-outside", line, report, "target", **facts)
    return None


def unit_fits(line: ReportLine, report: Report, context: Context) -> Problem | None:
    """The unit measures the same quantity and converts exactly."""
    target, value = _target(line, context), line.total if line.total is not None else line.add
    if target is None or line.unit is None:
        return None
    if value is None:
        return _problem("unit-stage", line, report, "unit")
    facts = {"unit": line.unit, "wanted": target.unit, "id": target.id, "value": value}
    try:
        convert(value, line.unit, target.unit)
    except UnitMismatchError:
        return _problem("unit-wrong", line, report, "unit", **facts)
    except InexactError:
        return _problem("unit-inexact", line, report, "unit", **facts)
    return None


def value_possible(line: ReportLine, report: Report, context: Context) -> Problem | None:
    """Some kinds cannot be added to; a milestone lies between 0 and 100 %; whole things are whole."""
    target = _target(line, context)
    if target is None:
        return None
    if line.add is not None and not target.rules.takes_add:
        return _problem("add-kind", line, report, "add", kind=target.kind)
    key, value = ("total", line.total) if line.total is not None else ("add", line.add)
    if value is None:
        return None
    exact = convert(value, line.unit or target.unit, target.unit)
    if target.kind == "milestone" and not 0 <= exact <= 100:  # noqa: PLR2004 - per cent
        return _problem("milestone-range", line, report, key, value=value)
    if is_whole(target.unit) and exact != int(exact):
        return _problem("value-fraction", line, report, key, value=value, unit=target.unit)
    if is_whole(target.unit) and line.total is not None and exact < 0:
        return _problem("value-negative", line, report, key, value=value, unit=target.unit)
    return None


def stage_known(line: ReportLine, report: Report, context: Context) -> Problem | None:
    """A stage is one of the target's stages."""
    target = _target(line, context)
    if target is None or line.stage is None or line.stage in target.stages:
        return None
    stages = tuple(target.stages)
    code = "stage-unknown" if stages else "stage-kind"
    return _problem(code, line, report, "stage", stage=line.stage, id=target.id, stages=stages)


def _target(line: ReportLine, context: Context) -> Target | None:
    return context.catalogue.target(line.target) if line.target else None


def _nearest(name: str, context: Context) -> tuple[str, ...]:
    """The ids a person may have meant: by spelling, by number (1.2) or by a part of the name."""
    targets = tuple(context.catalogue.targets)
    named = [t.id for t in targets if name == t.number or name in t.name]
    return tuple(named[:3]) or nearest(name, (t.id for t in targets))


def _problem(code: str, line: ReportLine, report: Report, key: str, **facts: object) -> Problem:
    return line_problem(report, line, key, code, **facts)


LineRule = Callable[[ReportLine, Report, Context], Problem | None]
# In this order: a later rule relies on what an earlier one has made sure of.
LINE_RULES: tuple[LineRule, ...] = (target_known, day_possible, unit_fits, value_possible, stage_known)
