"""tracker reply."""

from typing import Annotated

import typer

from tracker.cli import complete, options
from tracker.cli.help import both, examples
from tracker.cli.reading import day_looked_at, day_of, open_workspace
from tracker.cli.reporter import reporter
from tracker.cli.session import session_of
from tracker.cli.writing import WriteOptions, write
from tracker.model.entry import Report, ReportLine
from tracker.model.naming import find_target
from tracker.model.supervision import Reply
from tracker.problems import ExitCode, TrackerError

EXAMPLES = examples(
    "tracker reply uav-firms --cause 两家企业注册延期 --remedy 专班上门办理 --by-when 9月30日 --by 区科技局",
    "tracker reply 1.2 --cause 用地未批 --remedy 换址 --by-when 2024-10-15 --date 8月20日 --commit",
)


def reply(
    ctx: typer.Context,
    target: Annotated[
        str,
        typer.Argument(
            metavar="TARGET",
            autocompletion=complete.targets,
            help=both(
                "指标：id、编号（1.2）或名称的一部分", "the target: id, number (1.2) or a part of its name"
            ),
        ),
    ],
    cause: Annotated[str, typer.Option("--cause", metavar="TEXT", help=both("原因", "why it is behind"))],
    remedy: Annotated[
        str, typer.Option("--remedy", metavar="TEXT", help=both("措施", "what is done about it"))
    ],
    by_when: Annotated[
        str,
        options.day(
            "--by-when", "承诺哪天前赶上进度或完成", "the day by which it is back on schedule, or done"
        ),
    ],
    by: Annotated[
        str | None,
        options.unit(
            "--by",
            "回执单位；默认是 git config tracker.unit 写的",
            "the unit that replies; by default that of git config tracker.unit",
            envvar="TRACKER_BY",
        ),
    ] = None,
    day: Annotated[
        str | None, options.day("--date", "回执的日期，默认今天", "the day of the reply; today unless given")
    ] = None,
    evidence: Annotated[
        str | None,
        typer.Option(
            "--evidence",
            metavar="PATH",
            help=both("回执原件的路径或网址", "path or address of the reply itself"),
        ),
    ] = None,
    yes: options.Yes = False,
    dry_run: options.DryRun = False,
    commit: options.Commit = False,
) -> None:
    """Record what a unit replies to a notice: why, what it does, and by when it will be back on schedule."""
    session = session_of(ctx)
    workspace = open_workspace(session, to_write=True)
    book = workspace.book
    found = find_target(book.catalogue, target)
    on = day_looked_at(session, book) if day is None else day_of(day, session, book)
    if found.retired and found.retired_on(on):
        raise TrackerError("target-retired", ExitCode.USAGE, id=found.id, on=found.retired.on)
    said = Reply(cause, remedy, day_of(by_when, session, book))
    report = Report(
        file="",
        stem="",
        date=on,
        by=reporter(workspace, session, by, found.lead),
        source=None,
        recorded=None,
        entries=(ReportLine(n=1, target=found.id, statement=said, evidence=evidence),),
    )
    write(workspace, report, session, WriteOptions(yes=yes, dry_run=dry_run, commit=commit), report.date)
