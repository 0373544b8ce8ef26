"""tracker audit."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import options
from tracker.cli.help import both, examples
from tracker.cli.output import on_terminal, report, show
from tracker.cli.reading import open_workspace
from tracker.cli.session import session_of
from tracker.draft.audit.audit import audit as audit_of
from tracker.draft.audit.page import marked_text
from tracker.draft.audit.stubs import stubs
from tracker.draft.audit.view import audit_view
from tracker.model.book import Book
from tracker.problems import ExitCode, Problem, TrackerError, count
from tracker.store.locate import located

# What `check` finds wrong with what the catalogue quotes is wrong here too.
_OF_QUOTES = ("quote-", "ignore-")

EXAMPLES = examples(
    "tracker audit", "tracker audit --all -f csv", "tracker audit --stubs", "tracker audit --html 原文.html"
)


def audit(
    ctx: typer.Context,
    everything: Annotated[
        bool,
        options.flag(
            "--all", "列出原文的每个数字及其着落", "list every number of the text with what became of it"
        ),
    ] = False,
    as_stubs: Annotated[
        bool,
        options.flag(
            "--stubs",
            "为每个没有着落的数写出可以粘贴的指标和 ignore",
            "for each open number: a target to paste into the catalogue, and its line for ignore",
        ),
    ] = False,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html",
            metavar="FILE",
            dir_okay=False,
            help=both(
                "把原文写成网页，每个数字按着落着色并链接到指标",
                "write the text as a page, each number coloured by what became of it and linked to its target",
            ),
            rich_help_panel=options.OUTPUT,
        ),
    ] = None,
    format: options.Format = None,  # noqa: A002 - the option's name
    output: options.Output = None,
) -> None:
    """Hold the catalogue against the policy text."""
    session = session_of(ctx)
    workspace = open_workspace(session)
    book = workspace.book
    found = audit_of(book.catalogue, _source(book))
    quotes = [problem for problem in book.problems if problem.code.startswith(_OF_QUOTES)]
    problems = located([*found.problems, *quotes], workspace.root)
    if as_stubs:
        session.write(("\n".join(stubs(found, session.words)) + "\n").encode(), output)
        return
    if html is not None:
        from tracker.formats.html import render_audit

        session.write(render_audit(marked_text(found, problems), session.words), html)
    below = format is None and output is None and on_terminal()  # what is found follows, line by line
    show(audit_view(found, problems, everything=everything, listed=not below), session, format, output)
    report(problems, session)
    if problems:
        session.complain(session.words("check.count", {"count": count(problems)}) + "\n")
        raise typer.Exit(ExitCode.PROBLEMS)


def _source(book: Book) -> str:
    """The policy text. Raises TrackerError (problems) where it cannot be read."""
    if book.source is not None:
        return book.source
    source = book.catalogue.source
    why: tuple[Problem, ...] = tuple(p for p in book.problems if p.place.path == ("source",))
    raise TrackerError("audit-source", ExitCode.PROBLEMS, why, source=source)
