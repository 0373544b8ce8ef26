"""tracker check."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import options
from tracker.cli.help import both, examples
from tracker.cli.output import on_terminal, report
from tracker.cli.reading import open_workspace
from tracker.cli.session import Session, session_of
from tracker.formats.problems import as_json
from tracker.model.book import Book
from tracker.problems import ExitCode, Problem, TrackerError, count
from tracker.report.selection import unknown
from tracker.store.history import Findings, examine
from tracker.store.indicators import not_shared
from tracker.store.seal import examine_seals, seals_in
from tracker.store.workspace import find

FORMATS = ("term", "json")  # this command shows problems, not a view

EXAMPLES = examples(
    "tracker check",
    "tracker check --history --since origin/main",
    "tracker check --history --seal 封存.txt",
)


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
                "与 --history 连用：只看这个版本之后的提交，并核对该版本的文件都还在（CI 用，如 origin/main）",
                "with --history: only commits after this revision, and that all it had still stands (CI: origin/main)",
            ),
        ),
    ] = None,
    seal: Annotated[
        Path | None,
        typer.Option(
            "--seal",
            metavar="FILE",
            dir_okay=False,
            help=both(
                "与 --history 连用：与 tracker seal 存下的封存文件对照",
                "with --history: compare with what tracker seal once wrote",
            ),
        ),
    ] = None,
) -> None:
    """Check catalogue, log, quotes and rules; every problem at once."""
    session = session_of(ctx)
    if format not in {None, *FORMATS}:
        raise unknown("format", str(format), FORMATS)
    alone = "--since" if since is not None else "--seal" if seal is not None else None
    if alone and not history:
        raise TrackerError("history-alone", ExitCode.USAGE, name=alone)
    fine: list[str] = []
    problems: tuple[Problem, ...]
    try:
        workspace = open_workspace(session)
        problems, code = workspace.book.problems, ExitCode.PROBLEMS
        fine.append(_fine(workspace.book, session))
        problems += not_shared(workspace.root, workspace.book.catalogue)
    except TrackerError as error:
        if not error.problems:
            raise
        problems, code = error.problems, error.exit_code
    if history:
        problems += _breaches(session, since, seal)
        fine.append(session.words("history.fine"))
    if format == "json":
        session.write(as_json(problems, session.words).encode(), None)
    elif problems:
        report(problems, session)
        session.complain(session.words("check.count", {"count": count(problems)}) + "\n")
    elif on_terminal():
        session.write_lines(*fine)
    if problems:
        raise typer.Exit(code)


def _fine(book: Book, session: Session) -> str:
    """How much there is in which nothing is wrong."""
    targets, tally = sum(1 for _ in book.catalogue.targets), book.tally
    facts = {"targets": targets, "files": tally.files, "entries": tally.entries}
    return session.words("check.fine", facts)


def _breaches(session: Session, since: str | None, seal: Path | None) -> tuple[Problem, ...]:
    """What git's history and the seals show, and on the error stream how far it was seen."""
    root = find(session.directory)
    found = examine(root, since)
    sealed = examine_seals(root, seals_in(seal), str(seal)) if seal else Findings()
    for note in (*found.notes, *sealed.notes):
        session.complain(session.words(note.key, note.facts) + "\n")
    if found.settled:
        session.complain(session.words("history.settled", {"count": found.settled}) + "\n")
    return (*found.problems, *sealed.problems)
