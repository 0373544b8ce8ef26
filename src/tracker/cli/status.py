"""tracker status."""

from typing import Annotated

import typer

from tracker.cli import options
from tracker.cli.help import examples
from tracker.cli.views import ListOptions, view_request
from tracker.report.answers import answers
from tracker.report.status import status as status_view
from tracker.report.summary import summary as summary_view
from tracker.store.workdays import working_calendar

EXAMPLES = examples(
    "tracker status --as-of 9月底",
    "tracker status --owner 区科技局 --signal behind,far_behind,overdue --sort lead",
    "tracker status -f json | jq .counts",
)


def status(
    ctx: typer.Context,
    asked: ListOptions,
    summary: Annotated[
        bool,
        options.flag(
            "--summary",
            "只看一屏总览：各部分、最差五项、变化、未报、临期（与不带命令的 tracker 相同）",
            "one screen instead: sections, the five worst, what changed, who is silent (as tracker alone shows)",
        ),
    ] = False,
) -> None:
    """Show each target: goal, actual, completion, lead, signal."""
    request = view_request(ctx, asked)
    if summary:
        request.answer(summary_view(answers(request.scope, working_calendar())))
    else:
        request.answer(status_view(request.scope))
