"""tracker status."""

import typer

from tracker.cli.help import examples
from tracker.cli.views import ListOptions, view_request
from tracker.report.status import status as status_view

EXAMPLES = examples(
    "tracker status --as-of 9月底",
    "tracker status --owner 区科技局 --signal behind,far_behind,overdue --sort lead",
    "tracker status -f json | jq .counts",
)


def status(ctx: typer.Context, asked: ListOptions) -> None:
    """Show each target: goal, actual, completion, lead, signal."""
    request = view_request(ctx, asked)
    request.answer(status_view(request.scope))
