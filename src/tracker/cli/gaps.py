"""tracker gaps."""

import typer

from tracker.cli.help import examples
from tracker.cli.views import ListOptions, view_request
from tracker.report.gaps import gaps as gaps_view

EXAMPLES = examples(
    "tracker gaps", "tracker gaps --section 1 --sort due", "tracker gaps --owner 区科技局 -o 缺口.csv"
)


def gaps(ctx: typer.Context, asked: ListOptions) -> None:
    """List what is missing, most urgent first, with the pace that would close it."""
    request = view_request(ctx, asked, order="lead")
    request.answer(gaps_view(request.scope))
