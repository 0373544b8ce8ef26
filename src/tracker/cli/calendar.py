"""tracker calendar."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import options
from tracker.cli.help import examples
from tracker.cli.output import calendar_of, files_of, report, write_files
from tracker.cli.views import FilteredOptions, workspace_and_options
from tracker.problems import ExitCode, TrackerError
from tracker.report.agenda import agenda, retired_of
from tracker.report.scope import scope_of, scopes_of_units
from tracker.store.workdays import working_calendar
from tracker.store.workspace import book_to_look_at

EXAMPLES = examples(
    "tracker calendar --owner 区科技局 -o 区科技局.ics",
    "tracker calendar --owner 区科技局 --lead-only --remind 3 -o 区科技局.ics",
    "tracker calendar --all -o 日历/",
)


def calendar(
    ctx: typer.Context,
    asked: FilteredOptions,
    all: Annotated[  # noqa: A002 - the option's name
        bool, options.flag("--all", "给每个单位各写一个日历", "a calendar for each unit", options.OUTPUT)
    ] = False,
    remind: Annotated[
        int,
        options.number(
            "--remind",
            "DAYS",
            0,
            "提前几天在上午九点提醒；0 不提醒",
            "remind so many days before, at nine; 0: never",
            most=366,
        ),
    ] = 1,
    output: options.OutputOrFolder = None,
    replace: options.Replace = False,
) -> None:
    """Write the calendar that a unit subscribes to."""
    del replace  # the session knows
    session, workspace, view_options = workspace_and_options(ctx, asked)
    _check(output, several=all)
    book = book_to_look_at(workspace, view_options)
    scope = scope_of(book, view_options)
    days = working_calendar()
    words = session.words_for_units(book.catalogue.language)
    if all and output is not None:
        shown = (assessment.target for assessment in (*scope.shown, *retired_of(scope)))
        scopes = scopes_of_units(scope, view_options, shown)
        contents = {
            path: calendar_of(agenda(scopes[unit], days, remind), words, session)
            for unit, path in files_of(output, scopes, "ics").items()
        }
        write_files(contents, session, makes_folders=True)
        with session.telling():
            facts = {"count": len(contents), "folder": str(output)}
            session.write_lines(session.words("calendar.written", facts))
    else:
        session.write(calendar_of(agenda(scope, days, remind), words, session), output)
    report(workspace.book.problems, session)


def _check(output: Path | None, *, several: bool) -> None:
    """Raises TrackerError (usage) where a calendar cannot go."""
    if several and (output is None or output.is_file()):
        raise TrackerError("calendar-folder", ExitCode.USAGE)
    if not several and output is not None and output.suffix.lower() != ".ics":
        raise TrackerError("calendar-output", ExitCode.USAGE)
