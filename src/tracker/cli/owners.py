"""tracker owners."""

from typing import Annotated

import typer

from tracker.cli import complete, options
from tracker.cli.help import both, examples
from tracker.cli.views import ListOptions, view_request
from tracker.report.owners import RANKS, ScoreboardOptions
from tracker.report.owners import owners as owners_view
from tracker.store.workdays import working_calendar

EXAMPLES = examples(
    "tracker owners --rank lagging",
    "tracker owners --since 2024-09-01",
    "tracker owners --owner 区科技局 -o 区科技局.md",
)


def owners(
    ctx: typer.Context,
    asked: ListOptions,
    rank: Annotated[
        str,
        typer.Option(
            "--rank",
            metavar="ORDER",
            autocompletion=complete.choices(RANKS),
            help=both(
                "单位的排序：按原文、指标数、平均完成率、及时率、滞后项数",
                "order of the units: as in the text, by targets, completion, reports in time, or targets that lag",
                RANKS,
            ),
        ),
    ] = "text",
    since: Annotated[
        str | None,
        options.day(
            "--since",
            "报送情况只统计这天及以后应报的",
            "of the reports, count only those due on this day or later",
        ),
    ] = None,
) -> None:
    """Show a scoreboard of the units, or the own list of those that --owner names."""
    request = view_request(ctx, asked)
    day = None if since is None else request.start(since)
    board = ScoreboardOptions(owners=request.view_options.selection.owners, since=day, rank=rank)
    request.answer(owners_view(request.scope, working_calendar(), board))
