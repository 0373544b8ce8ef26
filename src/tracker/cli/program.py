"""The program itself: what it takes before any command."""

from pathlib import Path
from typing import Annotated

from tracker import __version__
from tracker.cli.leaving import Leave
from tracker.cli.parameters import Option, Parameter
from tracker.cli.session import Session

# Typer's own.
INSTALLING = tuple(
    Parameter(name.replace("-", "_"), f"--{name}", "", "typer")
    for name in ("install-completion", "show-completion")
)


def tracker(
    session: Session,
    lang: Annotated[str | None, Option("--lang", takes="zh|en", environment="TRACKER_LANG")] = None,
    directory: Annotated[Path | None, Option("-C", "--directory", takes="DIR")] = None,
    debug: Annotated[bool, Option("--debug")] = False,
    version: Annotated[bool, Option("--version", "-V")] = False,
) -> None:
    """Track policy measures with numeric targets from plain files."""
    del lang  # read before parsing, since --help needs it too
    session.debug = debug
    session.directory = directory or session.directory
    session.require_language()
    if version:
        session.write(f"tracker {__version__}\n".encode(), None)
        raise Leave
