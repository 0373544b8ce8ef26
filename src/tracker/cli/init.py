"""tracker init."""

from pathlib import Path
from typing import Annotated

from tracker.cli.parameters import Argument, Option
from tracker.cli.session import Session
from tracker.problems import ExitCode, TrackerError
from tracker.store.scaffold import create, example, small


def init(
    session: Session,
    folder: Annotated[Path, Argument("DIR")],
    title: Annotated[str | None, Option("--title", takes="TEXT")] = None,
    year: Annotated[int | None, Option("--year", takes="YEAR")] = None,
    from_example: Annotated[bool, Option("--example")] = False,
) -> None:
    """Make a new workspace."""
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
