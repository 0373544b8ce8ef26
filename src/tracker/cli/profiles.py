"""tracker profiles."""

from tracker.cli.viewing import Answer, Asked, viewing
from tracker.report.profiles import profiles as profiles_view


@viewing()
def profiles(asked: Asked) -> Answer:
    """Show what would change colour under each threshold profile."""
    scope = asked.scope
    return Answer(profiles_view(scope), scope)
