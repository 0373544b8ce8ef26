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
from tracker.draft.audit.audit import audit
from tracker.draft.audit.carried import reasons
from tracker.problems import ExitCode, TrackerError
from tracker.report.rollover import carried
from tracker.report.rollover import rollover as rollover_view
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.values import Phrase
from tracker.store.rollover import explained, next_year
from tracker.store.scaffold import create, following
from tracker.store.workspace import catalogue_text, with_catalogue

EXAMPLES = examples("tracker rollover 2025 -o ../2025", "tracker rollover --dry-run -f csv")


def rollover(
    ctx: typer.Context,
    year: Annotated[
        int | None,
        typer.Argument(
            metavar="[YEAR]",
            help=both("新的一年，只能是目录的下一年", "the new year, which is the one after the catalogue's"),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            file_okay=False,
            help=both(
                "新一年的工作区建在哪个目录；写了年份，默认是旁边的 ../年份",
                "the folder to make the new year's workspace in; where the year is named, ../YEAR beside this one",
            ),
        ),
    ] = None,
    format: options.Format = None,  # noqa: A002 - the option's name
    dry_run: options.DryRun = False,
) -> None:
    """Make the next year's workspace from this one."""
    session = session_of(ctx)
    workspace = open_workspace(session)
    catalogue = workspace.book.catalogue
    beside = Path("..") / str(year) if year and output is None and not dry_run else None
    folder = workspace.root / beside if beside else session.directory / output if output else None
    if (folder is None) is not dry_run:
        raise TrackerError("rollover-where", ExitCode.USAGE)
    if year not in {None, catalogue.year + 1}:
        raise TrackerError(
            "rollover-year", ExitCode.USAGE, year=catalogue.year, next=catalogue.year + 1, text=year
        )
    year_end = date(catalogue.year, 12, 31)
    targets = carried(workspace.book, year_end)
    if all(one.fate.ends for one in targets):
        raise TrackerError("rollover-nothing", ExitCode.PROBLEMS, year=catalogue.year)
    words = session.words_for_units(catalogue.language)
    try:
        text = next_year(catalogue_text(workspace.root), catalogue, targets, words)
        book = with_catalogue(workspace.root, text.encode(), session.moment).book
        if workspace.book.source is not None and book.source is not None:
            before, after = audit(catalogue, workspace.book.source), audit(book.catalogue, book.source)
            owed = reasons(before, after)
            text = explained(text, book.catalogue, owed.differs, owed.ignore, words)
            with_catalogue(workspace.root, text.encode(), session.moment)  # raises where it would be broken
    except KeyError:  # written on one line, or as JSON: no comment can stand above a key
        raise TrackerError("rollover-flow", ExitCode.USAGE) from None
    if folder is None:
        written = Phrase("rollover.would", {"year": catalogue.year + 1})
    else:
        create(folder, following(workspace.root, catalogue.source, text))
        written = Phrase("rollover.written", {"year": catalogue.year + 1, "folder": str(beside or output)})
    early = () if session.today > year_end else (Phrase("rollover.early", {"year": catalogue.year}),)
    scope = scope_of(workspace.book, ViewOptions(as_of=year_end))
    with session.telling():
        show(rollover_view(scope, targets, (written, *early)), session, format, None)
