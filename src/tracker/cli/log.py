"""tracker log."""

from typing import Annotated

import typer

from tracker.cli import complete, options
from tracker.cli.help import both, examples
from tracker.cli.output import report as show_problems
from tracker.cli.output import show
from tracker.cli.reading import day_or_none, open_workspace, start_of
from tracker.cli.session import session_of
from tracker.model.entry_history import EntryFilter
from tracker.model.naming import find_target
from tracker.report.log import log as log_view
from tracker.report.scope import ViewOptions
from tracker.report.selection import owners_named
from tracker.store.attribution import attributions
from tracker.store.workspace import book_to_look_at

FEW = 20

EXAMPLES = examples(
    "tracker log", "tracker log uav-firms --limit 0", "tracker log --by 区科技局 --since 8月上旬"
)


def log(
    ctx: typer.Context,
    target: Annotated[
        str | None,
        typer.Argument(
            metavar="TARGET", autocompletion=complete.targets, help=both("只看这项指标", "only this target")
        ),
    ] = None,
    owner: options.Owners = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="UNIT",
            autocompletion=complete.units,
            help=both("只看这个单位报的", "only what this unit reported"),
            rich_help_panel=options.WHICH,
        ),
    ] = None,
    since: Annotated[
        str | None, options.day("--since", "数据日期从这天起", "figures from this day on")
    ] = None,
    until: Annotated[str | None, options.day("--until", "数据日期到这天止", "figures up to this day")] = None,
    limit: Annotated[
        int, options.number("--limit", "N", 0, "最多几条，0 为全部", "at most so many; 0 for all")
    ] = FEW,
    known_on: options.KnownOn = None,
    verified_only: options.VerifiedOnly = False,
    format: options.Format = None,  # noqa: A002 - the option's name
    output: options.Output = None,
) -> None:
    """List what was reported, newest first."""
    session = session_of(ctx)
    workspace = open_workspace(session)
    book = workspace.book
    wanted_targets = set() if target is None else {find_target(book.catalogue, target).id}
    if owner:
        units = owners_named(owner, book.catalogue)
        theirs = {t.id for t in book.catalogue.targets if not units.isdisjoint(t.owners)}
        wanted_targets = wanted_targets & theirs if wanted_targets else theirs
    wanted = EntryFilter(
        frozenset(wanted_targets),
        by,
        None if since is None else start_of(since, session, book),
        day_or_none(until, session, book),
        limit,
    )
    looked_at = ViewOptions(
        as_of=session.today, known_on=day_or_none(known_on, session, book), verified_only=verified_only
    )
    view = log_view(
        book_to_look_at(workspace, looked_at), attributions(workspace.root, session.zone), wanted, looked_at
    )
    show(view, session, format, output)
    show_problems(book.problems, session)
