"""tracker due."""

from typing import Annotated

from tracker.assess.signal import SOON
from tracker.cli.parameters import Option
from tracker.cli.viewing import Answer, Asked, viewing
from tracker.problems import ExitCode, TrackerError
from tracker.report.due import DueOptions
from tracker.report.due import due as due_view
from tracker.store.workdays import working_calendar


@viewing()
def due(
    asked: Asked,
    within: Annotated[int, Option("--within", takes="DAYS", least=0)] = SOON,
    text: Annotated[bool, Option("--text")] = False,
    reply_by: Annotated[str | None, Option("--reply-by", takes="DAY")] = None,
) -> Answer:
    """Show who owes a report, how late, and deadlines to come."""
    if reply_by is not None and not text:
        raise TrackerError("reply-by-alone", ExitCode.USAGE)
    scope = asked.scope
    day = None if reply_by is None else asked.day(reply_by)
    if day is not None and day < scope.as_of:
        raise TrackerError("reply-by-past", ExitCode.USAGE, day=day, as_of=scope.as_of)
    chase = DueOptions(within=within, text=text, reply_by=day)
    return Answer(due_view(scope, working_calendar(), chase), scope)
