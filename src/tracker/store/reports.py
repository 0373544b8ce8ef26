"""New reports: their text, checked as the log would check them, and added without touching another file."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tracker.model.book import Book
from tracker.model.entry import Entry, Report, ReportLine
from tracker.problems import Place, Problem
from tracker.store.atomic import create_file
from tracker.store.files import YamlError, lines_of
from tracker.store.progress import FOLDER, report_of
from tracker.store.workspace import Workspace
from tracker.store.yaml import positions

SCHEMA_LINE = "# yaml-language-server: $schema=../../../schema/progress.schema.json\n"
SCHEMA = "schema/progress.schema.json"
# Digits and letters that are not mistaken for one another.
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_SUFFIX = 8
_ENDLESS = 1_000_000


class _Dumper(yaml.SafeDumper):
    """Writes scalars that mean the same in YAML 1.1 and 1.2: whatever either takes for more is quoted."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the library's signature
        return True


_Dumper.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"[-+]?[0-9._:]+([eE][-+]?[0-9]+)?|0[ox][0-9a-fA-F]+"),
    list("-+0123456789."),
)


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
    lines.append(f"date: {report.date}\nby: {_scalar(report.by)}\n")
    if report.source is not None:
        lines.append(f"source: {_scalar(report.source)}\n")
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
        return report_of(text_of(report), report.file, report.stem)
    except YamlError as error:
        place = Place(report.file, line=error.line, column=error.column)
        return None, [Problem(error.code, place, error.facts)]


def _placed(problem: Problem, texts: dict[str, str]) -> Problem:
    text = texts.get(problem.place.file)
    if text is None or problem.place.line:
        return problem
    line, column = positions(text).of(problem.place.path, key=problem.place.of_key)
    place = replace(problem.place, line=line, column=column, excerpt=lines_of(text)[line - 1])
    return replace(problem, place=place)


def add(root: Path, report: Report) -> Path:
    """Add a report to the log; the file is there whole or not at all, and no other file is touched.

    Returns its path. Raises TrackerError where it cannot be written.
    """
    path = root / report.file
    create_file(path, text_of(report, schema=(root / SCHEMA).exists()).encode())
    return path


def _pairs(line: ReportLine) -> list[tuple[str, str]]:
    pairs: list[tuple[str, Any]] = [
        ("target", line.target),
        ("void", line.void),
        ("total", line.total),
        ("add", line.add),
        ("stage", line.stage),
        ("unit", line.unit),
        ("status", "preliminary" if line.preliminary else None),
        ("reason", line.reason),
        ("note", line.note),
        ("evidence", line.evidence),
    ]
    numbers = {"total", "add"}
    given = ((key, value) for key, value in pairs if value is not None)
    return [(key, f"{value:f}" if key in numbers else _scalar(value)) for key, value in given]


def _scalar(text: str) -> str:
    """Text within a flow mapping, on one line: plain where that is safe, quoted where it is not."""
    style = '"' if "\n" in text else None
    written = yaml.dump(
        [text],
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=True,
        default_style=style,
        width=_ENDLESS,
    )
    return written.strip().removeprefix("[").removesuffix("]")
