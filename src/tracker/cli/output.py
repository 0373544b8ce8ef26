"""Where views and problems go: terminal, pipe or file."""

import os
import sys
from pathlib import Path

from tracker.cli.session import Session
from tracker.formats import FORMATS, Canvas, render
from tracker.formats.problems import as_text
from tracker.problems import Problem
from tracker.report.selection import unknown
from tracker.report.table import View

_BY_SUFFIX = {".csv": "csv", ".json": "json", ".md": "markdown", ".markdown": "markdown", ".txt": "text"}


def show(view: View, session: Session, chosen: str | None, output: Path | None) -> None:
    """Write a view in the chosen format, or in the one its file's name or the terminal suggests.

    Raises TrackerError for an unknown format or a file that cannot be written.
    """
    name = chosen or (_BY_SUFFIX.get(output.suffix.lower(), "text") if output else "term")
    if name not in FORMATS:
        raise unknown("format", name, list(FORMATS))
    session.write(render(name, view, session.words, _canvas(session, output)), output)


def report(problems: tuple[Problem, ...], session: Session) -> None:
    """Show problems on the error stream, so that they never mix with the output."""
    if problems:
        sys.stderr.write(as_text(problems, session.words) + "\n")


def _canvas(session: Session, output: Path | None) -> Canvas:
    if output:
        return Canvas(file=True)
    terminal = sys.stdout.isatty()
    columns = session.environ.get("COLUMNS", "")
    width = int(columns) if columns.isascii() and columns.isdigit() and int(columns) > 0 else None
    if width is None and terminal:
        width = os.get_terminal_size(sys.stdout.fileno()).columns or None
    colour = terminal and session.environ.get("TERM") != "dumb" and not session.environ.get("NO_COLOR")
    return Canvas(width, colour=colour)
