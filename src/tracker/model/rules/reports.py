"""Checks of a report as a whole, and of what several reports say of one target."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from tracker.model.catalogue import Catalogue, Target
from tracker.model.entry import Entry, Report
from tracker.model.exact import nearest_decimal
from tracker.model.log import fold
from tracker.model.quantity import (
    ExactNumber,
)
from tracker.model.rules.lines import line_problem
from tracker.problems import Place, Problem

Withdrawn = set[tuple[str, int]]
# A problem, and whether the entry counts in spite of it.
Finding = tuple[Problem, bool]


def report_problems(report: Report, today: date) -> Iterator[Problem]:
    """Days that have not come yet: of the figures, or of their recording."""
    if report.date > today:
        yield Problem("date-future", Place(report.file, ("date",)), {"date": report.date, "today": today})
    if report.recorded and report.known_day > today:
        facts = {"recorded": report.recorded.isoformat(), "today": today}
        yield Problem("recorded-future", Place(report.file, ("recorded",)), facts)


def copies_among(reports: Iterable[Report]) -> dict[str, str]:
    """Reports that say all that another says, as copies do that programs make: the file of that one, by name.

    The first in the order of names is taken for the original, whatever becomes of it: a copy never counts.
    """
    same: dict[str, list[Report]] = {}
    for report in reports:
        same.setdefault(report.says, []).append(report)
    ordered = (sorted(group, key=lambda report: report.stem) for group in same.values() if len(group) > 1)
    return {copy.stem: group[0].file for group in ordered for copy in group[1:]}


def copy_problem(file: str, stem: str, original: str) -> Problem:
    """The problem of a copy, which is left out."""
    return Problem("report-copied", Place(file), {"other": original, "stem": stem})


def comes_true(report: Report) -> date:
    """From this day on nothing in the report lies ahead."""
    return max(report.date, report.known_day)


def together(entries: Iterable[Entry], withdrawn: Withdrawn, catalogue: Catalogue) -> Iterator[Finding]:
    """What only several entries together show; withdrawn ones say nothing."""
    by_target: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.order):
        if (entry.report.stem, entry.line.n) not in withdrawn:
            by_target.setdefault(entry.target, []).append(entry)
    for name, standing in by_target.items():
        target = catalogue.target(name)
        if target:
            yield from findings_of(standing, target, target.baseline)


def findings_of(standing: Sequence[Entry], target: Target, before: ExactNumber | None) -> Iterator[Finding]:
    """What a target's entries that stand show together; `before` is its value before the first of them."""
    if before is None:
        yield from adds_have_a_base(standing)
    if target.never_negative:
        yield from sums_are_not_negative(standing, target, before)
    for rule in TARGET_RULES:
        yield from rule(standing)


def sums_are_not_negative(
    entries: Sequence[Entry], target: Target, before: ExactNumber | None
) -> Iterator[Finding]:
    """An increment that brings below zero what cannot be there is left out of the sum."""
    value = before
    for entry, led_to in fold(entries, before, never_negative=True):
        if led_to is None and entry.add is not None and value is not None:
            facts = {"id": target.id, "added": entry.add, "unit": target.unit}
            facts |= {"value": nearest_decimal(value)}
            yield line_problem(entry.report, entry.line, "add", "sum-negative", **facts), False
        value = value if led_to is None else led_to


def adds_have_a_base(entries: Sequence[Entry]) -> Iterator[Finding]:
    """An increment needs something to add to: a baseline, or an earlier total."""
    for entry in entries:
        if entry.add is None:
            return
        yield line_problem(entry.report, entry.line, "add", "add-base", id=entry.target), False


def one_total_in_a_report(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Two totals of one target in one report contradict each other; the first counts."""
    seen: set[str] = set()
    for entry in entries:
        if entry.total is None:
            continue
        if entry.report.stem in seen:
            yield line_problem(entry.report, entry.line, "target", "entry-twice", id=entry.target), False
        seen.add(entry.report.stem)


def totals_are_ordered(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Of two different totals of one day the later recorded wins; without `recorded` none is later."""
    by_day: dict[date, list[Entry]] = {}
    for entry in entries:
        if entry.total is not None:
            by_day.setdefault(entry.report.date, []).append(entry)
    for day, totals in by_day.items():
        last = totals[-1]
        for other in totals[:-1]:
            same_moment = other.report.known == last.report.known
            untold = other.report.recorded is None or last.report.recorded is None or same_moment
            if other.report.stem != last.report.stem and other.total != last.total and untold:
                entry = other if other.report.recorded is None else last
                facts = {"id": entry.target, "day": day, "one": other.report.stem, "two": last.report.stem}
                yield line_problem(entry.report, entry.line, "target", "total-unordered", **facts), True


def stem_of(problem: Problem) -> str:
    """The name of the report that a problem is in."""
    return problem.place.file.rpartition("/")[2].removesuffix(".yaml")


TargetRule = Callable[[Sequence[Entry]], Iterator[Finding]]
TARGET_RULES: tuple[TargetRule, ...] = (one_total_in_a_report, totals_are_ordered)
