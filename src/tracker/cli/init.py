"""tracker init."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.session import Session
from tracker.problems import ExitCode, TrackerError
from tracker.store.scaffold import create, example, small


def init(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR")],
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT")] = None,
    year: Annotated[int | None, typer.Option("--year", metavar="YEAR")] = None,
    from_example: Annotated[bool, typer.Option("--example")] = False,
) -> None:
    """Make a new workspace."""
    session: Session = ctx.obj
    words = session.words
    if from_example and (title is not None or year is not None):
        raise TrackerError("init-example-alone", ExitCode.USAGE)
    if from_example:
        files = example(words.language)
    else:
        heading = words("init.title") if title is None else title
        files = small(heading, session.today.year if year is None else year, words.language)
    create(session.directory / folder, files)
    said = words(
        "init.done.example" if from_example else "init.done", {"folder": folder, "count": len(files)}
    )
    session.write((said + "\n").encode(), None)
