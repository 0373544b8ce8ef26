"""What verifying and returning have in common: which entries are meant, who judges, one file of it."""

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from tracker.cli import complete, options
from tracker.cli.help import both
from tracker.cli.reading import open_workspace
from tracker.cli.reporter import reporter
from tracker.cli.session import session_of
from tracker.cli.writing import WriteOptions, write
from tracker.model.entry import Report, ReportLine, Verdict, Void
from tracker.model.rules.statements import entry_named
from tracker.model.supervision import Judgement
from tracker.model.typed import folded
from tracker.problems import ExitCode, TrackerError
from tracker.store.workspace import Workspace

Judged = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE[#N]...",
        autocompletion=complete.reports,
        help=both(
            "文件名#第几条；只写文件名是其中所有的数",
            "name#number of an entry; a name alone stands for all figures of the report",
        ),
    ),
]
Judge = Annotated[
    str | None,
    options.unit(
        "--by",
        "核实的单位，不能是报数的单位；默认是 git config tracker.unit 写的",
        "the unit that judges, another than reported; by default that of git config tracker.unit",
        envvar="TRACKER_BY",
    ),
]


def judge(
    ctx: typer.Context,
    entries: Iterable[str],
    by: str | None,
    *,
    verified: bool,
    note: str | None,
    reason: str | None,
    dry_run: bool,
    commit: bool,
) -> None:
    """Write one report of judgements, but none that the unit has made already; raises as `write` does, or where nothing is named (usage)."""
    session = session_of(ctx)
    workspace = open_workspace(session, to_write=True)
    named = {ref: verdict for text in entries for ref, verdict in _named(text, workspace)}
    first = next(iter(workspace.book.catalogue.verifiers), "")
    unit = reporter(workspace, session, by, first)
    again = {
        ref: verdict.ref
        for ref, verdict in named.items()
        if verified and verdict and verdict.statement.verified and folded(verdict.report.by) == folded(unit)
    }
    for ref, verdict_ref in again.items():
        facts = {"ref": ref, "by": unit, "verdict": verdict_ref}
        session.complain(session.words("verify.again", facts) + "\n")
    refs = [ref for ref in named if ref not in again]
    if not refs:
        return
    lines = tuple(
        ReportLine(n=n, statement=Judgement(ref, verified), reason=reason, note=note)
        for n, ref in enumerate(refs, 1)
    )
    report = Report(
        file="",
        stem="",
        date=session.today,
        by=unit,
        source=None,
        recorded=None,
        entries=lines,
    )
    write(workspace, report, session, WriteOptions(yes=True, dry_run=dry_run, commit=commit), session.today)


def _named(text: str, workspace: Workspace) -> Iterator[tuple[str, Verdict | None]]:
    """The entries that a person means, each with its verdict so far; a name alone means all its figures.

    Raises TrackerError (usage) for a report that holds none, and for what is void.
    """
    stem, n = entry_named(text) or (text, None)
    report = workspace.reports.report(stem)
    figures = [line for line in (report.entries if report else ()) if line.is_figure]
    if n is None and not figures:
        raise TrackerError("verify-nothing", ExitCode.USAGE, text=text)
    histories = {
        one.entry.ref: one
        for target in dict.fromkeys(line.target for line in figures if n in {None, line.n})
        for one in workspace.book.log.history(target)
    }
    void = {ref for ref, one in histories.items() if isinstance(one.void, Void)}
    refs = [f"{stem}#{n}"] if n is not None else [f"{stem}#{line.n}" for line in figures]
    standing = [ref for ref in refs if ref not in void]
    if not standing:
        raise TrackerError("verify-void", ExitCode.USAGE, text=text)
    for ref in standing:
        yield ref, histories[ref].verdict if ref in histories else None
