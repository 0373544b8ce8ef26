"""Checks of one line of a report against the catalogue and the calendar."""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from tracker.model.catalogue import Catalogue, Target
from tracker.model.entry import Report, ReportLine
from tracker.model.quantity import InexactError, UnitMismatchError, convert
from tracker.problems import Place, Problem, nearest

# Figures may come in late; anything later than this is a slip of the pen in the year.
LATE = timedelta(days=366)


def line_problems(line: ReportLine, report: Report, catalogue: Catalogue) -> list[Problem]:
    """Everything wrong with one line that withdraws nothing.

    What rests on an unknown target or a wrong unit is not looked at.
    """
    target = catalogue.target(line.target or "")
    if target is None:
        return [target_unknown(line, report, catalogue, "target")]
    problems: list[Problem] = []
    for rule in LINE_RULES:
        problem = rule(line, report, target)
        if problem:
            problems.append(problem)
            if rule is unit_fits:
                break
    return problems


def lost_targets(problems: Iterable[Problem], catalogue: Catalogue) -> Iterator[Problem]:
    """Names that no target has, yet several reports speak of: ids that were changed or deleted."""
    reports: dict[str, set[str]] = {}
    for problem in problems:
        if problem.code == "target-unknown":
            reports.setdefault(str(problem.facts["name"]), set()).add(problem.file)
    for name, files in reports.items():
        if len(files) > 1:
            facts = {"name": name, "count": len(files), "last": max(files), "near": _nearest(name, catalogue)}
            yield Problem("target-lost", Place(catalogue.file, ("sections",), of_key=True), facts)


def target_unknown(line: ReportLine, report: Report, catalogue: Catalogue, *keys: str) -> Problem:
    """The problem of a line, at these keys of it, that names a target the catalogue does not have."""
    facts = {"name": line.target, "near": _nearest(line.target or "", catalogue)}
    return line_problem(report, line, keys, "target-unknown", **facts)


def line_problem(
    report: Report, line: ReportLine, key: str | tuple[str, ...], code: str, **facts: object
) -> Problem:
    """A problem of one key of a line, or of a key within a key."""
    keys = (key,) if isinstance(key, str) else key
    return Problem(code, Place(report.file, ("entries", line.n - 1, *keys)), facts)


def day_possible(line: ReportLine, report: Report, target: Target) -> Problem | None:
    """The figure's day belongs to the target's period, or comes late after it."""
    start, end = target.period.start, target.last_due
    if start <= report.date and report.date - end <= LATE:
        return None
    facts = {"date": report.date, "id": target.id, "start": start, "end": end}
    return line_problem(report, line, "target", "date-outside", **facts)


def unit_fits(line: ReportLine, report: Report, target: Target) -> Problem | None:
    """The unit measures the same quantity and converts exactly."""
    if line.unit is None:
        return None
    value = line.total if line.total is not None else line.add
    if value is None:
        return line_problem(report, line, "unit", "unit-stage")
    facts = {"unit": line.unit, "wanted": target.unit, "id": target.id, "value": value}
    try:
        convert(value, line.unit, target.unit)
    except UnitMismatchError:
        return line_problem(report, line, "unit", "unit-wrong", **facts)
    except InexactError:
        return line_problem(report, line, "unit", "unit-inexact", **facts)
    return None


def value_possible(line: ReportLine, report: Report, target: Target) -> Problem | None:
    """Some kinds cannot be added to; a milestone lies between 0 and 100 %; whole things are whole."""
    if line.add is not None and not target.rules.takes_add:
        return line_problem(report, line, "add", "add-kind", kind=target.kind)
    key, value = ("total", line.total) if line.total is not None else ("add", line.add)
    if value is None:
        return None
    exact = convert(value, line.unit or target.unit, target.unit)
    if target.kind == "milestone" and not 0 <= exact <= 100:  # noqa: PLR2004 - per cent
        return line_problem(report, line, key, "milestone-range", value=value)
    if target.is_whole and exact != int(exact):
        return line_problem(report, line, key, "value-fraction", value=value, unit=target.unit)
    if target.never_negative and line.total is not None and exact < 0:
        return line_problem(report, line, key, "value-negative", value=value, unit=target.unit)
    return None


def share_countable(line: ReportLine, report: Report, target: Target) -> Problem | None:
    """Only a share is counted; part exceeds whole only where the catalogue speaks of more than all."""
    if line.part is None or line.whole is None:
        return None
    if target.kind != "share":
        return line_problem(report, line, "part", "counted-kind", id=target.id, kind=target.kind)
    if line.part > line.whole and not _speaks_of_more(target):
        facts = {"id": target.id, "part": line.part, "whole": line.whole}
        return line_problem(report, line, "part", "part-above-whole", **facts)
    return None


def _speaks_of_more(target: Target) -> bool:
    """Whether the catalogue names more than 100 %: as a goal, or as where it starts."""
    goals = (target.goal, *(adjustment.goal for adjustment in target.adjustments))
    named = (target.baseline, *(number for goal in goals for number in (goal.value, goal.upper)))
    return any(number is not None and number > 100 for number in named)  # noqa: PLR2004 - per cent


def stage_known(line: ReportLine, report: Report, target: Target) -> Problem | None:
    """A stage is one of the target's stages."""
    if line.stage is None or line.stage in target.stages:
        return None
    stages = tuple(target.stages)
    code = "stage-unknown" if stages else "stage-kind"
    return line_problem(report, line, "stage", code, stage=line.stage, id=target.id, stages=stages)


def _nearest(name: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The ids a person may have meant: by spelling, by number (1.2) or by a part of the name."""
    targets = tuple(catalogue.targets)
    named = [t.id for t in targets if name == t.number or name in t.name]
    return tuple(named[:3]) or nearest(name, (t.id for t in targets))


LineRule = Callable[[ReportLine, Report, Target], Problem | None]
# In this order: a later rule relies on what an earlier one has made sure of.
LINE_RULES: tuple[LineRule, ...] = (day_possible, unit_fits, value_possible, share_countable, stage_known)
