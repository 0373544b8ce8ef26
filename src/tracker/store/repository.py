"""What commands ask of a workspace's reports beyond the log: one by its name, what would come of more."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple, Protocol

from tracker.model.admission import admit
from tracker.model.catalogue import Catalogue
from tracker.model.entry import Entry, Report
from tracker.model.log_protocol import Log
from tracker.problems import Problem


class Head(NamedTuple):
    """The head of a report: what it names as its source, who reported, and the day of its figures."""

    source: str | None
    by: str
    day: date


class DryRun(NamedTuple):
    """What would come of further reports: entries that would count, new problems, the log afterwards."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    log: Log


class ReportRepository(Protocol):
    """The reports of a workspace."""

    def report(self, stem: str) -> Report | None:
        """The report of this name, None where there is none."""
        ...

    def has(self, says: str) -> bool:
        """Whether a report is there that says all this (Report.says)."""
        ...

    def dates(self) -> Sequence[date]:
        """The days that reports are of."""
        ...

    def heads(self) -> Iterator[Head]:
        """The head of every report."""
        ...

    def dry_run(self, fresh: Sequence[Report], form: Iterable[Problem]) -> DryRun:
        """What would come of reports that are not there yet; `form` is what is wrong with their form."""
        ...

    def close(self) -> None:
        """Let go of what is held: nothing more is asked."""
        ...


class MemoryRepository:
    """The reports of a workspace, all of them in memory."""

    def __init__(self, reports: Sequence[Report], catalogue: Catalogue, today: date) -> None:
        self._reports = {report.stem: report for report in reports}
        self._catalogue = catalogue
        self._today = today

    def report(self, stem: str) -> Report | None:
        """The report of this name, None where there is none."""
        return self._reports.get(stem)

    @cached_property
    def _said(self) -> frozenset[str]:
        return frozenset(report.says for report in self._reports.values())

    def has(self, says: str) -> bool:
        """Whether a report is there that says all this (Report.says)."""
        return says in self._said

    def dates(self) -> list[date]:
        """The days that reports are of."""
        return [report.date for report in self._reports.values()]

    def heads(self) -> Iterator[Head]:
        """The head of every report."""
        return (Head(report.source, report.by, report.date) for report in self._reports.values())

    def dry_run(self, fresh: Sequence[Report], form: Iterable[Problem]) -> DryRun:
        """What would come of reports that are not there yet; `form` is what is wrong with their form."""
        there = list(self._reports.values())
        before = admit(there, self._catalogue, self._today)
        after = admit([*there, *fresh], self._catalogue, self._today, form)
        stems = {report.stem for report in fresh}
        entries = tuple(entry for entry in after.entries if entry.report.stem in stems)
        return DryRun(entries, new_problems(before.problems, after.problems), after.log(self._catalogue))

    def close(self) -> None:
        """Memory is let go of by itself."""


def new_problems(before: Iterable[Problem], after: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that were not there before."""
    known = set(map(_identity, before))
    return tuple(problem for problem in after if _identity(problem) not in known)


def _identity(problem: Problem) -> tuple[object, ...]:
    return problem.code, problem.place, repr(sorted(problem.facts.items()))
