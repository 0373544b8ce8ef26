"""tracker page."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import options
from tracker.cli.help import examples
from tracker.cli.output import files_of, on_terminal, report, write_files
from tracker.cli.views import FilteredOptions, workspace_and_options
from tracker.formats.page import render
from tracker.problems import ExitCode, TrackerError
from tracker.report.answers import past
from tracker.report.attribution import Attributions
from tracker.report.board import board
from tracker.report.scope import Scope, ViewOptions, scope_of, scopes_of_units
from tracker.store.attribution import attributions
from tracker.store.workdays import working_calendar
from tracker.store.workspace import book_to_look_at
from tracker.words import Words

SUFFIXES = frozenset({".html", ".htm"})
# Where the pages of units lie beside the index.
UNITS = "units"
EXAMPLES = examples(
    "tracker page -o 看板.html",
    "tracker page --owner 区科技局 -o 区科技局.html",
    "tracker page --all -o site/",
)


def page(
    ctx: typer.Context,
    asked: FilteredOptions,
    all: Annotated[  # noqa: A002 - the option's name
        bool,
        options.flag(
            "--all", "给每个单位各写一页，加一个总页", "a page for each unit, and an index", options.OUTPUT
        ),
    ] = False,
    output: options.OutputOrFolder = None,
    replace: options.Replace = False,
) -> None:
    """Write the page that leaders read."""
    del replace  # the session knows
    session, workspace, view_options = workspace_and_options(ctx, asked)
    _check(output, several=all)
    book = book_to_look_at(workspace, view_options)
    scope = scope_of(book, view_options)
    commits = attributions(workspace.root, session.zone)
    if all and output is not None:
        contents = _site(scope, view_options, commits, session.words, output)
        write_files(contents, session, makes_folders=True)
        facts = {"count": len(contents), "file": str(next(iter(contents)))}
        with session.telling():
            session.write_lines(session.words("page.written", facts))
    else:
        session.write(render(board(scope, working_calendar(), commits), session.words), output)
    report(workspace.book.problems, session)


def _check(output: Path | None, *, several: bool) -> None:
    """Raises TrackerError (usage) where the page cannot go, or would be of no use."""
    if several and (output is None or output.is_file()):
        raise TrackerError("page-folder", ExitCode.USAGE)
    is_page = not on_terminal() if output is None else output.suffix.lower() in SUFFIXES
    if not several and not is_page:
        raise TrackerError("page-output", ExitCode.USAGE)


def _site(
    scope: Scope, view_options: ViewOptions, commits: Attributions, words: Words, folder: Path
) -> dict[Path, bytes]:
    """The index first, then a page for each unit asked for that leads or takes part in what is shown."""
    calendar, before = working_calendar(), past(scope)
    units = scopes_of_units(scope, view_options, (assessment.target for assessment in scope.shown))
    files = files_of(folder / UNITS, units, "html")
    links = {unit: path.relative_to(folder).as_posix() for unit, path in files.items()}
    pages = {folder / "index.html": render(board(scope, calendar, commits, before), words, links=links)}
    for unit, path in files.items():
        pages[path] = render(board(units[unit], calendar, commits, before), words, home="../index.html")
    return pages
