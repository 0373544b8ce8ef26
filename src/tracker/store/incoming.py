"""New reports on their way into the log: checked as the log would check them, then written."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.model.book import Book
from tracker.model.entry import Entry, Report
from tracker.model.validation import read_report
from tracker.problems import Place, Problem
from tracker.store.reports import text_of, with_new_stem
from tracker.store.text import YamlError, lines_of
from tracker.store.workspace import Workspace
from tracker.store.yaml import positions, read


@dataclass(frozen=True, slots=True)
class Incoming:
    """Reports as they would be written, what is wrong with them, and the book as it would be with them."""

    reports: tuple[Report, ...]
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    after: Book


def check_incoming(workspace: Workspace, reports: Sequence[Report]) -> Incoming:
    """Give each report a new name, read its text back, and admit it with all that is there.

    Problems are those that the new reports would bring; their places are lines of the text as it would be
    written. Problems that are there already are not among them.
    """
    named = [with_new_stem(report) for report in reports]
    read_back = [_read_back(report) for report in named]
    form = [problem for _, problems in read_back for problem in problems]
    fresh = [report for report, _ in read_back if report]
    trial = workspace.reports.dry_run(fresh, form)
    texts = {report.file: text_of(report) for report in named}
    new = (_placed(problem, texts) for problem in trial.problems)
    return Incoming(
        tuple(named),
        trial.entries,
        tuple(sorted(new, key=lambda problem: problem.order)),
        replace(workspace.book, log=trial.log),
    )


def _read_back(report: Report) -> tuple[Report | None, list[Problem]]:
    try:
        data = read(text_of(report))
    except YamlError as error:
        place = Place(report.file, line=error.line, column=error.column)
        return None, [Problem(error.code, place, error.facts)]
    return read_report(data, report.file, report.stem)


def _placed(problem: Problem, texts: dict[str, str]) -> Problem:
    text = texts.get(problem.place.file)
    if text is None or problem.place.line:
        return problem
    line, column = positions(text).of(problem.place.path, key=problem.place.of_key)
    place = replace(problem.place, line=line, column=column, excerpt=lines_of(text)[line - 1])
    return replace(problem, place=place)
