"""tracker profiles."""

import typer

from tracker.cli.help import examples
from tracker.cli.views import ListOptions, view_request
from tracker.report.profiles import profiles as profiles_view

EXAMPLES = examples("tracker profiles", "tracker profiles --as-of 2024-09-30 --section 1")


def profiles(ctx: typer.Context, asked: ListOptions) -> None:
    """Show what would change colour under each threshold profile."""
    request = view_request(ctx, asked)
    request.answer(profiles_view(request.scope))
