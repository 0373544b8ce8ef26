"""tracker due."""

from dataclasses import dataclass
from typing import Annotated

import typer

from tracker.assess.signal import SOON
from tracker.cli import options
from tracker.cli.help import examples
from tracker.cli.views import ListOptions, view_request
from tracker.problems import ExitCode, TrackerError
from tracker.report.due import DueOptions
from tracker.report.due import due as due_view
from tracker.store.workdays import working_calendar

EXAMPLES = examples(
    "tracker due --within 14", "tracker due --text --reply-by 8月20日", "tracker due --owner 区科技局 --text"
)


@dataclass(frozen=True, kw_only=True)
class ChaseOptions(ListOptions):
    """What the view can be told: as any list, and that it be a calendar."""

    format: options.FormatOrCalendar = None


def due(
    ctx: typer.Context,
    asked: ChaseOptions,
    within: Annotated[
        int,
        options.number(
            "--within", "DAYS", 0, "列出这么多天内到期的指标", "list deadlines within so many days"
        ),
    ] = SOON,
    text: Annotated[
        bool,
        options.flag(
            "--text",
            "不列表，而是给每个牵头单位一段可直接发送的催报文字",
            "instead of the tables, a reminder for each lead unit, ready to be sent",
        ),
    ] = False,
    reply_by: Annotated[
        str | None,
        options.day(
            "--reply-by",
            "与 --text 连用：请各单位在哪天前报送，默认下一个工作日",
            "with --text: the day to ask for; the next working day if not given",
        ),
    ] = None,
) -> None:
    """Show who owes a report, how late, and deadlines to come."""
    request = view_request(ctx, asked)
    if reply_by is not None and not text:
        raise TrackerError("reply-by-alone", ExitCode.USAGE)
    scope = request.scope
    day = None if reply_by is None else request.day(reply_by)
    if day is not None and day < scope.as_of:
        raise TrackerError("reply-by-past", ExitCode.USAGE, day=day, as_of=scope.as_of)
    chase = DueOptions(within=within, text=text, reply_by=day)
    request.answer(due_view(scope, working_calendar(), chase))
