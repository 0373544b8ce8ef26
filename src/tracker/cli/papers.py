"""Papers on their way out: which format, and what is said where an extra is missing."""

from collections.abc import Sequence
from pathlib import Path

from tracker.cli.output import extras, format_by_suffix
from tracker.cli.session import Session
from tracker.formats.paper import PAPERS, Paper, render
from tracker.problems import ExitCode, TrackerError
from tracker.report.selection import unknown
from tracker.words import Words

NAMES = tuple(PAPERS)
_BY_SUFFIX = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".json": "json",
}


def paper_format(chosen: str | None, output: Path | None, known: Sequence[str]) -> str:
    """The format asked for, or the one the file's name says, or text.

    Raises TrackerError (usage) for one there is not.
    """
    if chosen is not None:
        if chosen not in known:
            raise unknown("format", chosen, known)
        if chosen == "docx" and output is None:
            raise TrackerError("docx-output", ExitCode.USAGE)
        return chosen
    if output is None:
        return "text"
    return format_by_suffix(output, {end: name for end, name in _BY_SUFFIX.items() if name in known})


def content_of(paper: Paper, name: str, session: Session, words: Words | None = None) -> bytes:
    """The paper in this format, in the language of the run or of `words`.

    Raises TrackerError (missing dependency) where it needs an extra.
    """
    with extras():
        return render(name, paper, words or session.words)


def write_paper(paper: Paper, name: str, session: Session, output: Path | None) -> None:
    """Write the paper whole or not at all. Raises TrackerError where it cannot be made or written."""
    session.write(content_of(paper, name, session), output)
