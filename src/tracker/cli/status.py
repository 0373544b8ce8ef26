"""tracker status."""

from tracker.cli.viewing import Answer, Asked, viewing
from tracker.report.status import status as status_view


@viewing()
def status(asked: Asked) -> Answer:
    """Show each target: goal, actual, completion, lead, signal."""
    scope = asked.scope
    return Answer(status_view(scope), scope)
