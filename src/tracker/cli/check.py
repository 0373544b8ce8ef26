"""tracker check."""

from typing import Annotated

import typer

from tracker.cli import options
from tracker.cli.help import both, examples
from tracker.cli.output import on_terminal, report
from tracker.cli.reading import open_book
from tracker.cli.session import Session, session_of
from tracker.formats.problems import as_json
from tracker.model.book import Tally
from tracker.problems import ExitCode, Problem, TrackerError, count
from tracker.report.selection import unknown
from tracker.store.history import examine
from tracker.store.workspace import find

FORMATS = ("term", "json")  # this command shows problems, not a view

EXAMPLES = examples("tracker check", "tracker check --history --since origin/main", "tracker check -f json")


def check(
    ctx: typer.Context,
    format: Annotated[str | None, options.format_of(FORMATS, panel=None)] = None,  # noqa: A002 - the option's name
    history: Annotated[
        bool,
        options.flag(
            "--history",
            "还要用 git 历史证明：提交过的进展文件从未被改动、改名或删除",
            "prove from git's history that no committed progress file was changed, renamed or deleted",
        ),
    ] = False,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="REV",
            help=both(
                "与 --history 连用：只看这个版本之后的提交（CI 用，如 origin/main）",
                "with --history: only commits after this revision, for CI (origin/main)",
            ),
        ),
    ] = None,
) -> None:
    """Check catalogue, log, quotes and rules; every problem at once."""
    session = session_of(ctx)
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
        session.write_lines(session.words("check.fine", facts))
    if problems:
        raise typer.Exit(code)


def _breaches(session: Session, since: str | None) -> tuple[Problem, ...]:
    """What git's history shows, and on the error stream how far it was seen."""
    findings = examine(find(session.directory), since)
    if findings.shallow:
        session.complain(session.words("history.shallow") + "\n")
    if findings.settled:
        session.complain(session.words("history.settled", {"count": findings.settled}) + "\n")
    return findings.problems
