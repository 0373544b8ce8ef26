"""tracker log."""

from typing import Annotated

from tracker.cli import options
from tracker.cli.committed import committed_in
from tracker.cli.output import report as show_problems
from tracker.cli.output import show
from tracker.cli.parameters import Argument, Option
from tracker.cli.reading import day_of, open_workspace
from tracker.cli.session import Session
from tracker.model.log import EntryFilter
from tracker.model.naming import find_target
from tracker.problems import ExitCode, TrackerError
from tracker.report.log import log as log_view
from tracker.report.selection import owners_named

FEW = 20


def log(
    session: Session,
    target: Annotated[str | None, Argument("[TARGET]")] = None,
    owner: options.Owners = None,
    by: Annotated[str | None, Option("--by", takes="UNIT")] = None,
    since: Annotated[str | None, Option("--since", takes="DAY")] = None,
    until: Annotated[str | None, Option("--until", takes="DAY")] = None,
    limit: Annotated[int, Option("--limit", takes="N")] = FEW,
    format: options.Format = None,  # noqa: A002 - the option's name
    output: options.Output = None,
) -> None:
    """List what was reported, newest first."""
    workspace = open_workspace(session)
    book = workspace.book
    if limit < 0:
        raise TrackerError("choice-unknown", ExitCode.USAGE, option="limit", text=limit, choices=(0, FEW))
    wanted_targets = set() if target is None else {find_target(book.catalogue, target).id}
    if owner:
        units = owners_named(owner, book.catalogue)
        theirs = {t.id for t in book.catalogue.targets if not units.isdisjoint(t.owners)}
        wanted_targets = wanted_targets & theirs if wanted_targets else theirs
    wanted = EntryFilter(
        frozenset(wanted_targets),
        by,
        None if since is None else day_of(since, session, book),
        None if until is None else day_of(until, session, book),
        limit,
    )
    view = log_view(book, committed_in(workspace.root), wanted)
    show(view, session, format, output)
    show_problems(book.problems, session)
