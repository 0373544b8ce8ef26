"""New reports: their text, checked as the log would check them, and added without touching another file."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tracker.model.book import Book
from tracker.model.entry import Entry, Report, ReportLine
from tracker.model.supervision import Judgement, Reply, SentNotice
from tracker.problems import ExitCode, Place, Problem, TrackerError
from tracker.store.files import YamlError, lines_of
from tracker.store.progress import FOLDER, report_of
from tracker.store.publishing import publish
from tracker.store.workspace import Workspace
from tracker.store.yaml import Positions, positions
from tracker.store.yaml_text import in_flow

SCHEMA_LINE = "# yaml-language-server: $schema=../../../schema/progress.schema.json\n"
SCHEMA = "schema/progress.schema.json"
# Digits and letters that are not mistaken for one another.
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_SUFFIX = 8


def new_stem(day: date) -> str:
    """A name for a report of this day that nobody else will choose: 2024-08-10-7k3m9x2a."""
    return f"{day}-{''.join(secrets.choice(_ALPHABET) for _ in range(_SUFFIX))}"


def with_new_stem(report: Report) -> Report:
    """The report under a new name."""
    stem = new_stem(report.date)
    return replace(report, stem=stem, file=f"{FOLDER}/{report.date:%Y/%m}/{stem}.yaml")


def text_of(report: Report, *, schema: bool = True) -> str:
    """The report as it stands in its file: one entry a line, only what is given."""
    lines = [SCHEMA_LINE] if schema else []
    lines.append(f"date: {report.date}\nby: {in_flow(report.by)}\n")
    if report.source is not None:
        lines.append(f"source: {in_flow(report.source)}\n")
    if report.recorded is not None:
        lines.append(f"recorded: {report.recorded.isoformat(timespec='auto')}\n")
    lines.append("entries:\n")
    for line in report.entries:
        pairs = ", ".join(f"{key}: {value}" for key, value in _pairs(line))
        lines.append(f"- {{{pairs}}}\n")
    return "".join(lines)


@dataclass(frozen=True, slots=True)
class Incoming:
    """Reports as they would be written, what is wrong with them, and the book as it would be with them."""

    reports: tuple[Report, ...]
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    after: Book
    cells: Mapping[str, str] = field(default_factory=dict)  # where entries come from, by their names


def check_incoming(workspace: Workspace, reports: Sequence[Report], now: datetime) -> Incoming:
    """Give each report a new name, read its text back, and admit it with all that is there.

    `now` is when those were recorded that do not say. Two that say the same are no copies of each other where
    both were written on purpose: such a one is recorded a microsecond later.
    Problems are those that the new reports would bring; their places are lines of the text as it would be
    written. Problems that are there already are not among them. Raises TrackerError (write conflict) where
    they could not be read again.
    """
    named = [with_new_stem(_recorded(workspace, report, now)) for report in reports]
    refuse_elsewhere(workspace.root, named)
    read_back = [_read_back(report, workspace.book.catalogue.zone) for report in named]
    form = [problem for _, problems in read_back for problem in problems]
    fresh = [report for report, _ in read_back if report]
    trial = workspace.reports.dry_run(fresh, form)
    texts = {report.file: _Text(text_of(report)) for report in named}
    new = (_placed(problem, texts) for problem in trial.problems)
    return Incoming(
        tuple(named),
        trial.entries,
        tuple(sorted(new, key=lambda problem: problem.order)),
        replace(workspace.book, log=trial.log),
    )


def _recorded(workspace: Workspace, report: Report, now: datetime) -> Report:
    if report.recorded is not None:
        return report
    report = replace(report, recorded=now)
    while workspace.reports.has(report.says):
        now += timedelta(microseconds=1)
        report = replace(report, recorded=now)
    return report


def _read_back(report: Report, zone: ZoneInfo) -> tuple[Report | None, list[Problem]]:
    try:
        return report_of(text_of(report), report.file, report.stem, zone)
    except YamlError as error:
        place = Place(report.file, line=error.line, column=error.column)
        return None, [Problem(error.code, place, error.facts)]


class _Text:
    """A report's text; where its keys and values stand is found once, and only if there is a problem."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def lines(self) -> list[str]:
        return lines_of(self._text)

    @cached_property
    def positions(self) -> Positions:
        return positions(self._text)


def _placed(problem: Problem, texts: Mapping[str, _Text]) -> Problem:
    text = texts.get(problem.place.file)
    if text is None or problem.place.line:
        return problem
    line, column = text.positions.of(problem.place.path, key=problem.place.of_key)
    place = replace(problem.place, line=line, column=column, excerpt=text.lines[line - 1])
    return replace(problem, place=place)


def add(root: Path, reports: Iterable[Report]) -> list[Path]:
    """Add reports to the log, all or none; each is there whole, and no other file is touched.

    Returns their paths. Raises TrackerError where one cannot be written.
    """
    schema = (root / SCHEMA).exists()
    return publish(root, {report.file: text_of(report, schema=schema).encode() for report in reports})


def refuse_elsewhere(root: Path, reports: Iterable[Report]) -> None:
    """Raises TrackerError (write conflict) where reports would be written to where none are read."""
    folders = {parent for report in reports for parent in Path(report.file).parents if parent.parts}
    for folder in sorted(folders):
        path = root / folder
        if path.is_symlink() or (path.exists() and not path.is_dir()):
            code = "write-link" if path.is_symlink() else "write-no-folder"
            raise TrackerError(code, ExitCode.WRITE_CONFLICT, folder=folder.as_posix())


def _pairs(line: ReportLine) -> list[tuple[str, str]]:
    pairs: list[tuple[str, Any]] = [
        *_statement(line),
        ("target", line.target if line.is_figure else None),
        ("void", line.void),
        ("total", line.total),
        ("add", line.add),
        ("part", line.part),
        ("whole", line.whole),
        ("stage", line.stage),
        ("unit", line.unit),
        ("status", "preliminary" if line.preliminary else None),
        ("reason", line.reason),
        ("note", line.note),
        ("evidence", line.evidence),
    ]
    numbers = {"total", "add", "part", "whole"}
    given = ((key, value) for key, value in pairs if value is not None)
    return [(key, f"{value:f}" if key in numbers else in_flow(value)) for key, value in given]


def _statement(line: ReportLine) -> list[tuple[str, Any]]:
    """What a line says beside figures, as it is written."""
    match line.statement:
        case Reply(cause, remedy, by_when):
            written = {"target": line.target, "cause": cause, "remedy": remedy, "by_when": by_when}
            return [("reply", written)]
        case SentNotice(level, answer_by):
            return [("notice", {"target": line.target, "level": level, "answer_by": answer_by})]
        case Judgement(ref, verified):
            return [("verify" if verified else "return", ref)]
    return []
