"""tracker undo."""

from typing import Annotated

import typer

from tracker.cli import options
from tracker.cli.help import examples
from tracker.cli.prompts import asks, confirmed
from tracker.cli.reading import open_workspace
from tracker.cli.session import session_of
from tracker.problems import ExitCode, TrackerError
from tracker.store.undoing import last_uncommitted, take_away

EXAMPLES = examples("tracker undo", "tracker undo --yes")


def undo(
    ctx: typer.Context,
    yes: Annotated[bool, options.flag("--yes", "不问，直接删去", "remove it without asking")] = False,
) -> None:
    """Take back the last report, as long as it is not committed."""
    session = session_of(ctx)
    workspace = open_workspace(session, to_write=True)
    last = last_uncommitted(workspace)
    session.write_lines(session.words("undo.shown", {"file": last.file}), *last.text.splitlines())
    if not yes:
        if not asks():
            raise TrackerError("undo-ask", ExitCode.USAGE)
        if not confirmed(session.words("undo.confirm"), default=False):
            session.write_lines(session.words("undo.kept"))
            raise typer.Exit(ExitCode.PROBLEMS)
    take_away(workspace, last)
    session.write_lines(session.words("undo.gone", {"file": last.file}))
