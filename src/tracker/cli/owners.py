"""tracker owners."""

from typing import Annotated

from tracker.cli.parameters import Option
from tracker.cli.viewing import Answer, Asked, viewing
from tracker.report.owners import RANKS, ScoreboardOptions
from tracker.report.owners import owners as owners_view
from tracker.store.workdays import working_calendar


@viewing()
def owners(
    asked: Asked,
    rank: Annotated[str, Option("--rank", takes="ORDER", choices=tuple(RANKS))] = "text",
    since: Annotated[str | None, Option("--since", takes="DAY")] = None,
) -> Answer:
    """Show a scoreboard of the units, or one unit's own list."""
    scope = asked.scope
    day = None if since is None else asked.day(since)
    board = ScoreboardOptions(owners=asked.look.selection.owners, since=day, rank=rank)
    return Answer(owners_view(scope, working_calendar(), board), scope)
