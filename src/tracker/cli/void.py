"""tracker void."""

from typing import Annotated

import typer

from tracker.cli import complete, options
from tracker.cli.help import both, examples
from tracker.cli.reading import open_workspace
from tracker.cli.session import session_of
from tracker.cli.writing import WriteOptions, write
from tracker.model.entry import Report, ReportLine

EXAMPLES = examples(
    "tracker void 2024-08-10-7k3m9x2a --reason 单位填错",
    "tracker void 2024-08-10-7k3m9x2a#2 --reason 重复 --commit",
)


def void(
    ctx: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar="FILE[#N]",
            autocompletion=complete.reports,
            help=both(
                "文件名（可不带 .yaml），或 文件名#第几条",
                "the report's file name, with or without .yaml, or name#number",
            ),
        ),
    ],
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help=both("撤回的原因", "why it is withdrawn"))
    ],
    by: Annotated[
        str | None,
        options.unit(
            "--by",
            "谁撤回的，默认为原报送单位",
            "who withdraws it; the unit that reported it unless given",
            envvar="TRACKER_BY",
        ),
    ] = None,
    dry_run: options.DryRun = False,
    commit: options.Commit = False,
) -> None:
    """Withdraw a report or one entry of it, in a new file."""
    session = session_of(ctx)
    workspace = open_workspace(session, to_write=True)
    name, mark, number = what.partition("#")
    stem = name.rpartition("/")[2].removesuffix(".yaml")
    reference = f"{stem}{mark}{number}"
    withdrawn = workspace.reports.report(stem)
    report = Report(
        file="",
        stem="",
        date=session.today,
        by=by or (withdrawn.by if withdrawn else "-"),
        source=None,
        recorded=None,
        entries=(ReportLine(n=1, void=reference, reason=reason),),
    )
    day = withdrawn.date if withdrawn else session.today
    write(workspace, report, session, WriteOptions(yes=True, dry_run=dry_run, commit=commit), day)
