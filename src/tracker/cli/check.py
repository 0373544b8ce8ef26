"""tracker check."""

import typer

from tracker.cli import options
from tracker.cli.output import on_terminal, report
from tracker.cli.reading import open_book
from tracker.cli.session import Session
from tracker.formats.problems import as_json
from tracker.model.book import Tally
from tracker.problems import ExitCode, Problem, TrackerError, count
from tracker.report.selection import unknown

FORMATS = ("term", "json")  # this command shows problems, not a view


def check(
    ctx: typer.Context,
    format: options.Format = None,  # noqa: A002 - the option's name
) -> None:
    """Check catalogue, log, quotes and rules; every problem at once."""
    session: Session = ctx.obj
    if format not in {None, *FORMATS}:
        raise unknown("format", str(format), FORMATS)
    targets, tally = 0, Tally()
    problems: tuple[Problem, ...]
    try:
        book = open_book(session)
        problems, code = book.problems, ExitCode.PROBLEMS
        targets, tally = sum(1 for _ in book.catalogue.targets), book.tally
    except TrackerError as error:
        if not error.problems:
            raise
        problems, code = error.problems, error.exit_code
    if format == "json":
        session.write(as_json(problems, session.words).encode(), None)
    elif problems:
        report(problems, session)
        session.complain(session.words("check.count", {"count": count(problems)}) + "\n")
    elif on_terminal():
        facts = {"targets": targets, "files": tally.files, "entries": tally.entries}
        session.write((session.words("check.fine", facts) + "\n").encode(), None)
    if problems:
        raise typer.Exit(code)
