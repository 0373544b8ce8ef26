"""tracker rollover."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import options
from tracker.cli.help import both, examples
from tracker.cli.output import show
from tracker.cli.reading import open_workspace
from tracker.cli.session import session_of
from tracker.problems import ExitCode, TrackerError
from tracker.report.rollover import carried
from tracker.report.rollover import rollover as rollover_view
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.values import Phrase
from tracker.store.rollover import next_year
from tracker.store.scaffold import create, following
from tracker.store.workspace import catalogue_text, with_catalogue

EXAMPLES = examples("tracker rollover -o ../2025", "tracker rollover --dry-run -f csv")


def rollover(
    ctx: typer.Context,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            file_okay=False,
            help=both("新一年的工作区建在哪个目录", "the folder to make the new year's workspace in"),
        ),
    ] = None,
    format: options.Format = None,  # noqa: A002 - the option's name
    dry_run: options.DryRun = False,
) -> None:
    """Make the next year's workspace from this one."""
    session = session_of(ctx)
    workspace = open_workspace(session)
    catalogue = workspace.book.catalogue
    if (output is None) is not dry_run:
        raise TrackerError("rollover-where", ExitCode.USAGE)
    year_end = date(catalogue.year, 12, 31)
    targets = carried(workspace.book, year_end)
    if all(one.fate.ends for one in targets):
        raise TrackerError("rollover-nothing", ExitCode.PROBLEMS, year=catalogue.year)
    try:
        text = next_year(
            catalogue_text(workspace.root), catalogue, targets, session.words_for_units(catalogue.language)
        )
    except KeyError:  # written on one line, or as JSON: no comment can stand above a key
        raise TrackerError("rollover-flow", ExitCode.USAGE) from None
    with_catalogue(workspace.root, text.encode(), session.moment)  # raises where it would be broken
    if output is None:
        written = Phrase("rollover.would", {"year": catalogue.year + 1})
    else:
        folder = session.directory / output
        create(folder, following(workspace.root, catalogue.source, text))
        written = Phrase("rollover.written", {"year": catalogue.year + 1, "folder": str(output)})
    early = () if session.today > year_end else (Phrase("rollover.early", {"year": catalogue.year}),)
    scope = scope_of(workspace.book, ViewOptions(as_of=year_end))
    with session.telling():
        show(rollover_view(scope, targets, (written, *early)), session, format, None)
