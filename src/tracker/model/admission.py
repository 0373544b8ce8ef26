"""From reports to the log: each line is checked, converted to its target's unit, and withdrawn if voided."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from tracker.model.catalogue import Catalogue
from tracker.model.entry import Entry, Line, Report, Void
from tracker.model.log import MemoryLog
from tracker.model.quantity import convert
from tracker.model.rules import LINE_RULES
from tracker.model.rules.lines import Context
from tracker.problems import Place, Problem

_REFERENCE = re.compile(r"(?P<stem>[^#]+?)(?:\.ya?ml)?(?:#(?P<n>[1-9][0-9]{0,5}))?")


@dataclass(slots=True)
class Admission:
    """What came of the reports: what counts, and what was left out and why."""

    entries: list[Entry] = field(default_factory=list)
    voids: list[Void] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    left_out: int = 0  # entries that do not count because of a problem

    def log(self, catalogue: Catalogue) -> MemoryLog:
        """The log of what counts."""
        known = {t.id: t.baseline for t in catalogue.targets if t.baseline is not None}
        return MemoryLog(self.entries, self.voids, known)


def admit(
    reports: Sequence[Report], catalogue: Catalogue, today: date, form_problems: Iterable[Problem] = ()
) -> Admission:
    """Check every line of every report; one problem leaves out one line and no other.

    A void also settles the problem of the line it withdraws: files are never edited, so this is the way
    to put a broken line right. `form_problems` are those found while reading the reports.
    """
    admission = Admission(problems=list(form_problems))
    future = [report for report in reports if report.date > today]
    for report in future:
        facts = {"date": report.date, "today": today}
        admission.problems.append(Problem("date-future", Place(report.file, ("date",)), facts))
    present = [report for report in reports if report.date <= today]
    withdrawn = _admit_voids(present, admission)
    context = Context(catalogue)
    for report in present:
        totals: set[str] = set()
        for line in report.entries:
            if line.void is not None:
                continue
            problem = _first_problem(line, report, context, totals)
            if problem:
                admission.problems.append(problem)
            else:
                admission.entries.append(_entry(line, report, catalogue))
    _leave_out_adds_without_base(catalogue, admission)
    stems = {report.file: report.stem for report in reports}
    admission.problems = [p for p in admission.problems if not _settled(p, stems, withdrawn)]
    lines = {(p.place.file, p.place.path[1]) for p in admission.problems if len(p.place.path) > 1}
    admission.left_out = len(lines) + sum(len(report.entries) for report in future)
    return admission


def _settled(problem: Problem, stems: dict[str, str], withdrawn: set[tuple[str, int]]) -> bool:
    match problem.place.path:
        case ("entries", int(index), *_):
            return (stems.get(problem.place.file, ""), index + 1) in withdrawn
        case _:
            return False


def _first_problem(line: Line, report: Report, context: Context, totals: set[str]) -> Problem | None:
    for rule in LINE_RULES:
        if problem := rule(line, report, context):
            return problem
    if line.add is None and line.target is not None:
        if line.target in totals:
            return _at(report, line, "target", "entry-twice", id=line.target)
        totals.add(line.target)
    return None


def _entry(line: Line, report: Report, catalogue: Catalogue) -> Entry:
    target = catalogue.target(line.target or "")
    if target is None:
        raise LookupError(line.target)
    unit = line.unit or target.unit
    total = target.stages[line.stage] if line.stage is not None else line.total
    return Entry(
        target=target.id,
        total=None if total is None else convert(total, unit, target.unit),
        add=None if line.add is None else convert(line.add, unit, target.unit),
        line=line,
        report=report,
    )


def _admit_voids(reports: Iterable[Report], admission: Admission) -> set[tuple[str, int]]:
    """Voids in the order they were recorded; each must withdraw something that still stands."""
    by_stem = {report.stem: report for report in reports}
    lines = (
        (report, line) for report in by_stem.values() for line in report.entries if line.void is not None
    )
    withdrawn: set[tuple[str, int]] = set()
    for report, line in sorted(lines, key=lambda pair: (pair[0].known, pair[0].stem, pair[1].n)):
        void = _reference(line, report)
        covered = _covered(void, by_stem) if void else set()
        if void is None or not covered:
            admission.problems.append(_at(report, line, "void", "void-unknown", ref=line.void))
        elif problem := _void_problem(void, covered, withdrawn, by_stem[void.stem]):
            admission.problems.append(problem)
        else:
            admission.voids.append(void)
            withdrawn.update((void.stem, n) for n in covered)
    return withdrawn


def _reference(line: Line, report: Report) -> Void | None:
    found = _REFERENCE.fullmatch(line.void or "")
    if not found:
        return None
    stem = found["stem"].rsplit("/", 1)[-1]
    return Void(stem, int(found["n"]) if found["n"] else None, line, report)


def _covered(void: Void, by_stem: dict[str, Report]) -> set[int]:
    """The numbers of the entries it withdraws, empty where there are none."""
    report = by_stem.get(void.stem)
    if report is None:
        return set()
    numbers = {line.n for line in report.entries} | set(report.broken)
    return numbers if void.n is None else numbers & {void.n}


def _void_problem(
    void: Void, covered: set[int], withdrawn: set[tuple[str, int]], voided: Report
) -> Problem | None:
    if any(line.void is not None and line.n in covered for line in voided.entries):
        return _at(void.report, void.line, "void", "void-of-void", ref=void.line.void)
    if all((void.stem, n) in withdrawn for n in covered):
        return _at(void.report, void.line, "void", "void-twice", ref=void.line.void)
    return None


def _leave_out_adds_without_base(catalogue: Catalogue, admission: Admission) -> None:
    """An increment needs something to add to: a baseline, or an earlier total that still stands."""
    based = {target.id for target in catalogue.targets if target.baseline is not None}
    for entry in sorted(admission.entries, key=lambda entry: entry.order):
        if any(void.covers(entry) for void in admission.voids if void.stem == entry.report.stem):
            continue
        if entry.add is None:
            based.add(entry.target)
        elif entry.target not in based:
            admission.problems.append(_at(entry.report, entry.line, "add", "add-base", id=entry.target))
            admission.entries.remove(entry)


def _at(report: Report, line: Line, key: str, code: str, **facts: object) -> Problem:
    return Problem(code, Place(report.file, ("entries", line.n - 1, key)), facts)
