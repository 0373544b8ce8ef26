"""tracker record."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

import typer

from tracker.cli import complete, options
from tracker.cli.help import both, examples
from tracker.cli.interview import record_by_asking
from tracker.cli.output import report as show_problems
from tracker.cli.prompts import asks
from tracker.cli.reading import day_looked_at, day_of, open_workspace
from tracker.cli.reporter import own_unit, reporter
from tracker.cli.session import Session, session_of
from tracker.cli.writing import WriteOptions, write
from tracker.model.catalogue import Catalogue
from tracker.model.entry import Report, ReportLine
from tracker.model.naming import TypedValue, assignment_of, find_target, line_of, typed_value
from tracker.model.validation import read_report
from tracker.problems import ExitCode, Place, Problem, TrackerError
from tracker.store.files import REPORT_LIMIT, UnreadableError, YamlError, bounded_bytes, decode
from tracker.store.yaml import read

STDIN = "<stdin>"


EXAMPLES = examples(
    "tracker record uav-firms 23 --date 2024-08-10 --by 区科技局",
    "tracker record uav-firms=23 tech-contracts=21000万元 talent+=40 --by 区科技局",
    "tracker record industrial-energy -4.1 --by 区工业和信息化局 --date 9月底",
)


def record(
    ctx: typer.Context,
    items: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TARGET VALUE | TARGET=VALUE... | -",
            autocompletion=complete.items,
            help=both(
                "指标 数；或 指标=数、指标+=新增数，可写几个；- 表示从标准输入读 YAML 或 JSON",
                "TARGET VALUE; or TARGET=VALUE and TARGET+=INCREMENT, several at once;"
                " - reads YAML or JSON from standard input",
            ),
        ),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="DAY",
            autocompletion=complete.days,
            help=both(
                "数据日期，默认今天（设了 TRACKER_AS_OF 即那一天）",
                "the day of the figures; today unless given, which is the day of TRACKER_AS_OF if set",
            ),
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="UNIT",
            autocompletion=complete.units,
            envvar="TRACKER_BY",
            help=both(
                "报送单位；默认是 git config tracker.unit 写的",
                "the unit that reported; by default that of git config tracker.unit",
            ),
        ),
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help=both("备注", "a note"))] = None,
    evidence: Annotated[
        str | None,
        typer.Option(
            "--evidence",
            metavar="PATH",
            help=both("佐证材料的路径或网址", "path or address of the evidence"),
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="TEXT", help=both("数据来源", "where the figures come from")),
    ] = None,
    add: Annotated[
        bool,
        typer.Option(
            "--add",
            help=both("数是新增数，不是累计数", "the value is an increment, not the running total"),
        ),
    ] = False,
    stage: Annotated[
        str | None,
        typer.Option(
            "--stage",
            metavar="STAGE",
            autocompletion=complete.stages,
            help=both("里程碑到达的阶段", "the stage a milestone has reached"),
        ),
    ] = None,
    preliminary: Annotated[
        bool, typer.Option("--preliminary", help=both("初步数", "mark the figures as preliminary"))
    ] = False,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    commit: options.Commit = False,
) -> None:
    """Record figures in one new progress file."""
    session = session_of(ctx)
    workspace = open_workspace(session, to_write=True)
    book = workspace.book
    when = day_looked_at(session, book) if day is None else day_of(day, session, book)
    how = WriteOptions(yes=yes, dry_run=dry_run, commit=commit)
    of_line = {"--note": note, "--evidence": evidence, "--stage": stage, "--add": add or None}
    if items == ["-"]:
        _refuse("record-stdin", of_line)
        report = _from_stdin(
            session,
            {"by": own_unit(workspace, by), "date": str(when), "source": source},
            preliminary=preliminary,
        )
    elif not items:
        if not asks():
            raise TrackerError("record-nothing", ExitCode.USAGE)
        _refuse("record-asked", {**of_line, "--source": source, "--preliminary": preliminary or None})
        record_by_asking(workspace, session, when, own_unit(workspace, by), how)
        return
    else:
        lines = _lines(items, book.catalogue, stage, adds=add)
        if len(lines) > 1:
            _refuse("record-pairs", {name: of_line[name] for name in ("--note", "--evidence", "--stage")})
        first = book.catalogue.target(lines[0].target or "")
        unit = reporter(workspace, session, by, first.lead if first else "")
        noted = tuple(replace(line, note=note, evidence=evidence, preliminary=preliminary) for line in lines)
        report = Report(
            file="",
            stem="",
            date=when,
            by=unit,
            source=source,
            recorded=None,
            entries=noted,
        )
    write(workspace, report, session, how, report.date)


def _refuse(code: str, options: Mapping[str, object]) -> None:
    """Raises TrackerError (usage) for the first option that is given and would say nothing."""
    for name, given in options.items():
        if given is not None:
            raise TrackerError(code, ExitCode.USAGE, name=name)


def _lines(items: list[str], catalogue: Catalogue, stage: str | None, *, adds: bool) -> list[ReportLine]:
    """`TARGET VALUE`, `TARGET --stage X`, or any number of `TARGET=VALUE` and `TARGET+=VALUE`."""
    pairs = [assignment_of(item) for item in items]
    if all(pairs):
        said = [(pair.target, pair.value) for pair in pairs if pair]
    elif stage is not None and len(items) == 1:
        said = [(items[0], TypedValue(stage=stage))]
    elif len(items) == 2 and stage is None:  # noqa: PLR2004 - a target and its value
        said = [(items[0], typed_value(items[1]))]
    else:
        odd = next(item for item, pair in zip(items, pairs, strict=True) if pair is None)
        raise TrackerError("record-items", ExitCode.USAGE, text=odd)
    return [
        line_of(n, find_target(catalogue, name), replace(value, adds=value.adds or adds))
        for n, (name, value) in enumerate(said, 1)
    ]


def _from_stdin(session: Session, given: Mapping[str, str | None], *, preliminary: bool) -> Report:
    """A report in YAML or JSON; `given` are options that stand in for what it leaves out."""
    report: Report | None = None
    problems: list[Problem] = []
    try:
        data = read(decode(bounded_bytes(sys.stdin.buffer, REPORT_LIMIT)))
        if isinstance(data, dict):
            _refuse_verified(data)
            data = {**{key: value for key, value in given.items() if value is not None}, **data}
        report, problems = read_report(data, STDIN, "")
    except UnreadableError as error:
        problems = [Problem(error.code, Place(STDIN), error.facts)]
    except YamlError as error:
        problems = [Problem(error.code, Place(STDIN, line=error.line, column=error.column), error.facts)]
    if report is None or problems:
        show_problems(tuple(problems), session)
        raise TrackerError("stdin-bad", ExitCode.PROBLEMS, count=len(problems))
    if preliminary:
        lines = (line if line.void else replace(line, preliminary=True) for line in report.entries)
        return replace(report, entries=tuple(lines))
    return report


def _refuse_verified(data: Mapping[str, object]) -> None:
    """Raises TrackerError (usage) where a report says of itself that it is verified: nothing would say so."""
    entries = data.get("entries")
    for n, entry in enumerate(entries if isinstance(entries, list) else (), 1):
        if isinstance(entry, dict) and entry.get("status") == "verified":
            raise TrackerError("record-verified", ExitCode.USAGE, n=n)
