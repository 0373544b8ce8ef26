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
from tracker.model.entry import Report, ReportLine, Void
from tracker.model.rules.statements import entry_named
from tracker.model.supervision import Judgement
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
    """Write one report of judgements; raises as `write` does, or where nothing is named (usage)."""
    session = session_of(ctx)
    workspace = open_workspace(session, to_write=True)
    refs = dict.fromkeys(ref for text in entries for ref in _named(text, workspace))
    lines = tuple(
        ReportLine(n=n, statement=Judgement(ref, verified), reason=reason, note=note)
        for n, ref in enumerate(refs, 1)
    )
    first = next(iter(workspace.book.catalogue.verifiers), "")
    report = Report(
        file="",
        stem="",
        date=session.today,
        by=reporter(workspace, session, by, first),
        source=None,
        recorded=None,
        entries=lines,
    )
    write(workspace, report, session, WriteOptions(yes=True, dry_run=dry_run, commit=commit), session.today)


def _named(text: str, workspace: Workspace) -> Iterator[str]:
    """The names of the entries that a person means; a report without a number stands for all its figures.

    Raises TrackerError (usage) for a report that holds none, and for what is void.
    """
    stem, n = entry_named(text) or (text, None)
    report = workspace.reports.report(stem)
    figures = [line for line in (report.entries if report else ()) if line.is_figure]
    if n is None and not figures:
        raise TrackerError("verify-nothing", ExitCode.USAGE, text=text)
    void = {
        one.entry.ref
        for target in dict.fromkeys(line.target for line in figures if n in {None, line.n})
        for one in workspace.book.log.history(target)
        if isinstance(one.void, Void)
    }
    refs = [f"{stem}#{n}"] if n is not None else [f"{stem}#{line.n}" for line in figures]
    standing = [ref for ref in refs if ref not in void]
    if not standing:
        raise TrackerError("verify-void", ExitCode.USAGE, text=text)
    yield from standing
