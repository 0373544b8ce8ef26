"""tracker record."""

import sys
from dataclasses import replace
from datetime import date
from importlib import import_module
from typing import Annotated

from tracker.cli.output import report as show_problems
from tracker.cli.parameters import Argument, Option
from tracker.cli.reading import day_of, open_workspace
from tracker.cli.session import Session
from tracker.cli.writing import Wish, asks, write
from tracker.model.catalogue import Catalogue
from tracker.model.entry import Report, ReportLine
from tracker.model.naming import TypedValue, assignment_of, find_target, typed_value
from tracker.model.validation import read_report
from tracker.problems import ExitCode, Place, Problem, TrackerError
from tracker.store.text import YamlError, decode
from tracker.store.yaml import read

STDIN = "<stdin>"


def record(
    session: Session,
    items: Annotated[list[str] | None, Argument("[TARGET VALUE | TARGET=VALUE... | -]")] = None,
    day: Annotated[str | None, Option("--date", takes="DAY")] = None,
    by: Annotated[str | None, Option("--by", takes="UNIT", environment="TRACKER_BY")] = None,
    note: Annotated[str | None, Option("--note", takes="TEXT")] = None,
    evidence: Annotated[str | None, Option("--evidence", takes="PATH")] = None,
    source: Annotated[str | None, Option("--source", takes="TEXT")] = None,
    add: Annotated[bool, Option("--add")] = False,
    stage: Annotated[str | None, Option("--stage", takes="STAGE")] = None,
    preliminary: Annotated[bool, Option("--preliminary")] = False,
    yes: Annotated[bool, Option("--yes", "-y")] = False,
    dry_run: Annotated[bool, Option("--dry-run")] = False,
    commit: Annotated[bool, Option("--commit")] = False,
) -> None:
    """Record figures in one new progress file."""
    workspace = open_workspace(session)
    book = workspace.book
    when = session.today if day is None else day_of(day, session, book)
    wish = Wish(yes=yes, dry_run=dry_run, commit=commit)
    if items == ["-"]:
        report = _from_stdin(session, by, when)
    elif not items:
        if not asks():
            raise TrackerError("record-nothing", ExitCode.USAGE)
        report = import_module("tracker.cli.asking").ask_report(workspace, session, when, by)
        wish = replace(wish, confirm=True)
    else:
        lines = _lines(items, book.catalogue, stage, adds=add)
        if len(lines) > 1:
            _for_one_only({"--note": note, "--evidence": evidence, "--stage": stage})
        if by is None:
            raise TrackerError("record-by", ExitCode.USAGE)
        noted = tuple(replace(line, note=note, evidence=evidence, preliminary=preliminary) for line in lines)
        report = Report(file="", stem="", date=when, by=by, source=source, recorded=None, entries=noted)
    report = replace(report, recorded=report.recorded or session.now)
    touched = [line.target for line in report.entries if line.target]
    write(workspace, report, session, wish, touched, report.date)


def _for_one_only(options: dict[str, str | None]) -> None:
    for name, given in options.items():
        if given is not None:
            raise TrackerError("record-pairs", ExitCode.USAGE, name=name)


def _lines(items: list[str], catalogue: Catalogue, stage: str | None, *, adds: bool) -> list[ReportLine]:
    """`TARGET VALUE`, `TARGET --stage X`, or any number of `TARGET=VALUE` and `TARGET+=VALUE`."""
    pairs = [assignment_of(item) for item in items]
    if all(pairs):
        return [
            _line(n, pair.target, pair.value, catalogue, adds=adds or pair.adds)
            for n, pair in enumerate(filter(None, pairs), 1)
        ]
    if stage is not None and len(items) == 1:
        return [_line(1, items[0], TypedValue(stage=stage), catalogue, adds=False)]
    if len(items) != 2 or stage is not None:  # noqa: PLR2004 - a target and its value
        odd = next(item for item, pair in zip(items, pairs, strict=True) if pair is None)
        raise TrackerError("record-items", ExitCode.USAGE, text=odd)
    return [_line(1, items[0], typed_value(items[1]), catalogue, adds=adds)]


def _line(n: int, name: str, value: TypedValue, catalogue: Catalogue, *, adds: bool) -> ReportLine:
    target = find_target(catalogue, name)
    unit = value.unit if value.unit != target.unit else None
    if value.stage is not None:
        return ReportLine(n=n, target=target.id, stage=value.stage)
    if adds:
        return ReportLine(n=n, target=target.id, add=value.number, unit=unit)
    return ReportLine(n=n, target=target.id, total=value.number, unit=unit)


def _from_stdin(session: Session, by: str | None, day: date) -> Report:
    """A report in YAML or JSON; --by and --date stand in for what it leaves out."""
    report: Report | None = None
    problems: list[Problem] = []
    try:
        data = read(decode(sys.stdin.buffer.read()))
        if isinstance(data, dict):
            given = {"by": by, "date": str(day)}
            data = {**{key: value for key, value in given.items() if value is not None}, **data}
        report, problems = read_report(data, STDIN, "")
    except YamlError as error:
        problems = [Problem(error.code, Place(STDIN, line=error.line, column=error.column), error.facts)]
    if report is None or problems:
        show_problems(tuple(problems), session)
        raise TrackerError("stdin-bad", ExitCode.PROBLEMS, count=len(problems))
    return report
