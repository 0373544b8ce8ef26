"""tracker rollup."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.assess.rollup import RANKS
from tracker.cli import complete, options
from tracker.cli.help import both, examples
from tracker.cli.output import show, write_files
from tracker.cli.papers import NAMES, paper_format, write_paper
from tracker.cli.rollup_pages import site
from tracker.cli.rollup_request import RunOptions, SourceOptions, requested, rolled_up
from tracker.cli.session import session_of
from tracker.cli.views import SharedOptions
from tracker.formats.briefing.whole import whole_paper
from tracker.problems import ExitCode, TrackerError
from tracker.report.rollup import ROWS, RollUpOptions, rollup_view

EXAMPLES = examples(
    "tracker rollup --under districts/ --as-of 9月底",
    "tracker rollup --list districts.yaml --since 8月底 -o 汇总.xlsx",
    "tracker rollup jia/ yi/ git@example.org:bing.git --indicator E01",
    "tracker rollup --under districts/ --rows 全部.parquet --by district --rank punctuality",
)


def rollup(
    ctx: typer.Context,
    asked: SharedOptions,
    which: SourceOptions,
    how: RunOptions,
    places: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DISTRICT]...",
            help=both(
                "工作区的目录，或仓库的路径、地址",
                "folders of workspaces, or paths and addresses of repositories",
            ),
        ),
    ] = None,
    since: Annotated[
        str | None,
        options.day("--since", "与这天相比的变化", "the change since this day", options.WHEN),
    ] = None,
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar="ROWS",
            autocompletion=complete.choices(ROWS, "rows"),
            help=both("每行是什么", "what a row is", ROWS),
            rich_help_panel=options.OUTPUT,
        ),
    ] = ROWS[0],
    rank: Annotated[
        str,
        typer.Option(
            "--rank",
            metavar="ORDER",
            autocompletion=complete.choices(RANKS, "rank"),
            help=both("名次依据", "what districts are ranked by", RANKS),
            rich_help_panel=options.OUTPUT,
        ),
    ] = "completion",
    brief: Annotated[
        bool,
        options.flag(
            "--brief",
            "写成一期简报（text、markdown、html、docx）",
            "as a briefing (text, markdown, html, docx)",
            options.OUTPUT,
        ),
    ] = False,
    page: Annotated[
        Path | None,
        typer.Option(
            "--page",
            metavar="DIR",
            file_okay=False,
            help=both("写成网页：总页和每个区县各一页", "as pages: one of the whole, one of each district"),
            rich_help_panel=options.OUTPUT,
        ),
    ] = None,
    indicator: Annotated[
        str | None,
        typer.Option(
            "--indicator",
            metavar="CODE",
            help=both("只看一个共用指标，列出每个区县", "one shared indicator alone, with every district"),
            rich_help_panel=options.OUTPUT,
        ),
    ] = None,
    rows: Annotated[
        Path | None,
        typer.Option(
            "--rows",
            metavar="FILE",
            dir_okay=False,
            help=both(
                "另把每个区县每项指标写成 parquet，一边读一边写（可选部分 parquet）",
                "also write every target of every district as parquet, as they come (extra parquet)",
            ),
            rich_help_panel=options.OUTPUT,
        ),
    ] = None,
) -> None:
    """Bring the figures of many districts together."""
    session = session_of(ctx)
    request, title = requested(session, asked, which, how, places or [], since)
    view_options = RollUpOptions(
        as_of=request.options.as_of,
        known_on=request.options.known_on,
        since=request.options.since,
        verified_only=request.options.verified_only,
        title=title or session.words("rollup.default-title"),
        rows=by,
        rank=rank,
        indicator=indicator,
    )
    if brief and page is not None:
        raise TrackerError("rollup-one-paper", ExitCode.USAGE)
    format_of_paper = paper_format(asked.format, asked.output, NAMES) if brief else ""
    found = rolled_up(request, rank, rows, keep=by == "target")
    view = rollup_view(found, view_options)
    if page is not None:
        contents = site(request, found, view, page)
        write_files(contents, session, makes_folders=True)
        with session.telling():
            facts = {"count": len(contents), "file": str(next(iter(contents)))}
            session.write_lines(session.words("rollup.pages-written", facts))
    elif brief:
        write_paper(
            whole_paper(view, found, view_options, session.words), format_of_paper, session, asked.output
        )
    else:
        show(view, session, asked.format, asked.output)
