"""tracker check."""

from typing import Annotated

from tracker.cli.leaving import Leave
from tracker.cli.output import on_terminal, report
from tracker.cli.parameters import Option
from tracker.cli.reading import open_book
from tracker.cli.session import Session
from tracker.formats.problems import as_json
from tracker.model.book import Tally
from tracker.problems import ExitCode, Problem, TrackerError, count
from tracker.report.selection import unknown
from tracker.store.history import examine
from tracker.store.workspace import find

FORMATS = ("term", "json")  # this command shows problems, not a view


def check(
    session: Session,
    format: Annotated[  # noqa: A002 - the option's name
        str | None, Option("--format", "-f", takes="FORMAT", choices=FORMATS)
    ] = None,
    history: Annotated[bool, Option("--history")] = False,
    since: Annotated[str | None, Option("--since", takes="REV")] = None,
) -> None:
    """Check catalogue, log, quotes and rules; every problem at once."""
    if format not in {None, *FORMATS}:
        raise unknown("format", str(format), FORMATS)
    if since is not None and not history:
        raise TrackerError("since-alone", ExitCode.USAGE)
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
    if history:
        problems += _breaches(session, since)
    if format == "json":
        session.write(as_json(problems, session.words).encode(), None)
    elif problems:
        report(problems, session)
        session.complain(session.words("check.count", {"count": count(problems)}) + "\n")
    elif on_terminal():
        facts = {"targets": targets, "files": tally.files, "entries": tally.entries}
        session.write((session.words("check.fine", facts) + "\n").encode(), None)
    if problems:
        raise Leave(code)


def _breaches(session: Session, since: str | None) -> tuple[Problem, ...]:
    """What git's history shows, and on the error stream how far it was seen."""
    findings = examine(find(session.directory), since)
    if findings.shallow:
        session.complain(session.words("history.shallow") + "\n")
    if findings.settled:
        session.complain(session.words("history.settled", {"count": findings.settled}) + "\n")
    return findings.problems
