"""Where views and problems go: terminal, pipe or file."""

import os
import sys
from importlib import import_module
from pathlib import Path

from tracker.cli.session import Session, columns_of
from tracker.formats import FORMATS, Canvas, render
from tracker.problems import ExitCode, Problem, TrackerError
from tracker.report.selection import unknown
from tracker.report.view import View

_BY_SUFFIX = {".csv": "csv", ".json": "json", ".md": "markdown", ".markdown": "markdown", ".txt": "text"}
_BY_SUFFIX |= {".html": "html", ".htm": "html"}


def show(view: View, session: Session, chosen: str | None, output: Path | None) -> None:
    """Write a view in the chosen format, or in the one its file's name or the terminal suggests.

    Raises TrackerError for an unknown format or a file that cannot be written.
    """
    name = chosen if chosen is not None else _suggested(output)
    if name not in FORMATS:
        raise unknown("format", name, list(FORMATS))
    session.write(render(name, view, session.words, _canvas(session, output)), output)


def _suggested(output: Path | None) -> str:
    if output is None:
        return "term"
    suffix = output.suffix.lower()
    if suffix and suffix not in _BY_SUFFIX and output.is_file() == output.exists():
        raise TrackerError("output-suffix", ExitCode.USAGE, suffix=suffix, known=tuple(_BY_SUFFIX))
    return _BY_SUFFIX.get(suffix, "text")


def report(problems: tuple[Problem, ...], session: Session) -> None:
    """Show problems on the error stream, so that they never mix with the output."""
    if problems:
        as_text = import_module("tracker.formats.problems").as_text
        session.complain(as_text(problems, session.words) + "\n")


def on_terminal() -> bool:
    """Whether a person reads the output as it comes."""
    return sys.stdout is not None and sys.stdout.isatty()


def _canvas(session: Session, output: Path | None) -> Canvas:
    if output:
        return Canvas(file=True)
    width = columns_of(session.environ)
    if width is None and on_terminal():
        width = os.get_terminal_size(sys.stdout.fileno()).columns or None
    plain = session.environ.get("TERM") == "dumb" or session.environ.get("NO_COLOR")
    return Canvas(width, colour=on_terminal() and not plain)
