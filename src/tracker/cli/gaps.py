"""tracker gaps."""

from tracker.cli.viewing import Answer, Asked, viewing
from tracker.report.gaps import gaps as gaps_view


@viewing(order="lead")
def gaps(asked: Asked) -> Answer:
    """List what is missing, most urgent first, with the pace that would close it."""
    scope = asked.scope
    return Answer(gaps_view(scope), scope)
