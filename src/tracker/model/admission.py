"""From reports to the log: each line is checked, converted to its target's unit, and withdrawn if voided."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from tracker.model.catalogue import Catalogue, Target
from tracker.model.entry import Entry, Report, ReportLine, Stated, Void
from tracker.model.exact import percentage_of
from tracker.model.log import MemoryLog
from tracker.model.quantity import (
    ExactNumber,
    convert,
)
from tracker.model.rules.lines import line_problem, line_problems
from tracker.model.rules.reports import (
    Withdrawn,
    copies_among,
    copy_problem,
    report_problems,
    stem_of,
    together,
)
from tracker.model.rules.statements import entry_named, returned, statement_problems, weigh
from tracker.model.supervision import Statement
from tracker.problems import Problem


@dataclass(slots=True)
class Admission:
    """What came of the reports: what counts, and what was left out and why."""

    entries: list[Entry] = field(default_factory=list)
    voids: list[Void] = field(default_factory=list)
    stated: list[Stated[Statement]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    files_left_out: int = 0
    entries_left_out: int = 0

    def log(self, catalogue: Catalogue) -> MemoryLog:
        """The log of what counts."""
        return MemoryLog(self.entries, self.voids, catalogue.baselines, catalogue.never_negative, self.stated)


def admit(
    reports: Sequence[Report], catalogue: Catalogue, today: date, form_problems: Iterable[Problem] = ()
) -> Admission:
    """Check every line of every report; one problem leaves out one line and no other.

    A void also settles the problem of the line it withdraws: files are never edited, so this is the way
    to put a broken line right. `form_problems` are those found while reading the reports.
    """
    copies = copies_among(reports)
    present = [report for report in reports if report.date <= today and report.stem not in copies]
    lines = ((report, line) for report in present for line in report.entries)
    by_stem = {report.stem: report for report in reports}
    voided = judge_voids((pair for pair in lines if pair[1].void is not None), by_stem)
    admission = Admission(voids=voided.voids)
    problems = [*form_problems, *voided.problems]
    stated: list[Stated[Statement]] = []
    left_out: Withdrawn = set()
    for report in reports:
        judged = judge(report, catalogue, today)
        problems += judged.problems
        original = copies.get(report.stem)
        admission.files_left_out += report.date > today or original is not None
        if original is None:
            admission.entries += judged.entries
            stated += judged.stated
            left_out.update((report.stem, n) for n in judged.left_out)
            continue
        all_lines = {(report.stem, n) for n in report.numbers}
        left_out |= all_lines
        if not all_lines <= voided.withdrawn:
            problems.append(copy_problem(report.file, report.stem, original))
    weighed = weigh(stated, by_stem, catalogue)
    problems += weighed.problems
    admission.stated = weighed.standing
    silent = voided.withdrawn | returned(weighed.standing, voided.withdrawn)
    for problem, counts in together(admission.entries, silent, catalogue):
        problems.append(problem)
        if not counts:
            left_out |= lines_of(problem)
    admission.problems = unsettled(problems, voided.withdrawn)
    admission.entries_left_out = len(left_out - voided.withdrawn)
    return admission


def under_present_ids(report: Report, catalogue: Catalogue) -> Report:
    """The report with each target under the id that it has now, where it was reported under a former one."""
    targets = [catalogue.target(line.target or "") for line in report.entries]
    if all(
        target is None or target.id == line.target
        for target, line in zip(targets, report.entries, strict=True)
    ):
        return report
    lines = (
        replace(line, target=target.id) if target else line
        for target, line in zip(targets, report.entries, strict=True)
    )
    return replace(report, entries=tuple(lines))


class Judged(NamedTuple):
    """What comes of one report taken by itself: what counts, what is wrong, the numbers of lines left out."""

    entries: list[Entry]
    problems: list[Problem]
    left_out: list[int]
    stated: list[Stated[Statement]]


def judge(report: Report, catalogue: Catalogue, today: date) -> Judged:
    """Check every line of a report that withdraws nothing; of a report of a day to come none counts."""
    judged = Judged([], list(report_problems(report, today)), list(report.broken), [])
    future = report.date > today
    for line in report.entries:
        problems = _problems(line, report, catalogue)
        judged.problems.extend(problems)
        if problems or future:
            judged.left_out.append(line.n)
        elif line.is_figure:
            judged.entries.append(entry_of(line, report, catalogue))
        elif line.statement is not None:
            judged.stated.append(Stated(line.statement, line, report))
    return judged


def _problems(line: ReportLine, report: Report, catalogue: Catalogue) -> list[Problem]:
    """What is wrong with a line by itself; of one that withdraws something others decide."""
    if line.void is not None:
        return []
    rules = line_problems if line.is_figure else statement_problems
    return rules(line, report, catalogue)


def unsettled(problems: Iterable[Problem], withdrawn: Withdrawn) -> list[Problem]:
    """The problems without those of lines that are withdrawn."""
    return [problem for problem in problems if not lines_of(problem) & withdrawn]


def lines_of(problem: Problem) -> Withdrawn:
    """The line that a problem is about, by its report's name and its number; none for other problems."""
    match problem.place.path:
        case ("entries", int(index), *_):
            return {(stem_of(problem), index + 1)}
        case _:
            return set()


def entry_of(line: ReportLine, report: Report, catalogue: Catalogue) -> Entry:
    """A line without problems as it counts. Raises LookupError for an unknown target."""
    target = catalogue.target(line.target or "")
    if target is None:
        raise LookupError(line.target)
    unit = line.unit or target.unit
    return Entry(
        target=target.id,
        total=_total_of(line, target, unit),
        add=None if line.add is None else convert(line.add, unit, target.unit),
        line=line,
        report=report,
    )


def _total_of(line: ReportLine, target: Target, unit: str) -> ExactNumber | None:
    """The value that a line states, in its target's unit; None for an increment."""
    if line.part is not None and line.whole is not None:
        return percentage_of(line.part, line.whole)
    total = target.stages[line.stage] if line.stage is not None else line.total
    return None if total is None else convert(total, unit, target.unit)


@dataclass(slots=True)
class Voided:
    """What came of some voids: those that stand, the entries they withdraw, and why others say nothing."""

    voids: list[Void] = field(default_factory=list)
    withdrawn: Withdrawn = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def judge_voids(lines: Iterable[tuple[Report, ReportLine]], by_stem: Mapping[str, Report]) -> Voided:
    """Take voids in the order they were recorded; each must withdraw something that still stands.

    What becomes of one depends on the report it names and on the other voids that name it, on nothing else.
    """
    found = Voided()
    for report, line in sorted(lines, key=lambda pair: (pair[0].known, pair[0].stem, pair[1].n)):
        void = reference_of(line, report)
        covered = _covered(void, by_stem) if void else set()
        if void is None or not covered:
            found.problems.append(line_problem(report, line, "void", "void-unknown", ref=line.void))
        elif code := _void_problem(void, covered, found.withdrawn, by_stem[void.stem]):
            found.problems.append(line_problem(report, line, "void", code, ref=line.void))
        else:
            found.voids.append(void)
            found.withdrawn.update((void.stem, n) for n in covered)
    return found


def reference_of(line: ReportLine, report: Report) -> Void | None:
    """The void that a line is; None where it names nothing that could be a report."""
    named = entry_named(line.void or "")
    return Void(*named, line, report) if named else None


def _covered(void: Void, by_stem: Mapping[str, Report]) -> set[int]:
    """The numbers of the entries it withdraws, empty where there are none."""
    report = by_stem.get(void.stem)
    if report is None:
        return set()
    numbers = set(report.numbers)
    return numbers if void.n is None else numbers & {void.n}


def _void_problem(void: Void, covered: set[int], withdrawn: Withdrawn, voided: Report) -> str | None:
    voids = {line.n for line in voided.entries if line.void is not None} & covered
    if voids:
        return "void-of-void" if voids == covered else "void-of-both"
    if all((void.stem, n) in withdrawn for n in covered):
        return "void-twice"
    return None
