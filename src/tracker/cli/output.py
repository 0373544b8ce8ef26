"""Where views, problems and papers go: terminal, pipe, file, or a file for each unit; and in which format."""

import os
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from tracker.cli.prompts import asks, confirmed
from tracker.cli.session import Session, columns_of
from tracker.formats import CALENDARS, FORMATS, Canvas, render, render_agenda
from tracker.problems import ExitCode, Problem, TrackerError, bounded
from tracker.report.selection import unknown
from tracker.report.view import Agenda, View
from tracker.store.atomic import create_files, streamed
from tracker.store.outputs import is_own, refuse_place, write_output
from tracker.store.workspace import find
from tracker.words import Words, printable

_BY_SUFFIX = {
    ".csv": "csv",
    ".json": "json",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".xlsx": "xlsx",
    ".ics": "ics",
    ".parquet": "parquet",
}
# What a module that cannot be imported is part of.
_EXTRAS = {"docx": "docx", "lxml": "docx", "resvg_py": "charts", "openpyxl": "xlsx", "icalendar": "ics"}
_EXTRAS |= {"pyarrow": "parquet", "distributed": "cluster", "dask": "cluster"}
# What no file system, or not every one, takes in a name.
_UNFIT = str.maketrans(dict.fromkeys('/\\:*?"<>|', "_"))
_LONGEST_NAME = 60
# So many codes are named to whoever wants their explanation.
_HINTED = 4


def show(view: View, session: Session, chosen: str | None, output: Path | None) -> None:
    """Write a view in the chosen format, or in the one its file's name or the terminal suggests.

    Raises TrackerError for an unknown format or a file that cannot be written.
    """
    formats = FORMATS if view.make_agenda is None else {**FORMATS, **CALENDARS}
    name = chosen if chosen is not None else _suggested(output, formats)
    if name not in formats:
        raise unknown("format", name, list(formats))
    if view.make_agenda is not None and name in CALENDARS:
        session.write(calendar_of(view.make_agenda(), session.words, session), output)
    else:
        session.write(content_of(view, name, session, output, chosen), output)


def calendar_of(agenda: Agenda, words: Words, session: Session) -> bytes:
    """The events as a calendar file. Raises TrackerError (missing dependency) for an extra."""
    with extras():
        return render_agenda("ics", agenda, words, session.now)


def content_of(
    view: View, name: str, session: Session, output: Path | None, chosen: str | None = None
) -> bytes:
    """The view in this format, for a file or for where output goes.

    Raises TrackerError (usage) for a workbook that has no file, and (missing dependency) for an extra.
    """
    if name in {"xlsx", "parquet"} and output is None:
        raise TrackerError(f"{name}-output", ExitCode.USAGE)
    canvas = Canvas(file=True) if output else canvas_of(sys.stdout, session, wanted=chosen == "term")
    with extras():
        return render(name, view, session.words, canvas)


@contextmanager
def extras() -> Iterator[None]:
    """Raises TrackerError (missing dependency) where something needs an extra that is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        extra = _EXTRAS.get((error.name or "").partition(".")[0])
        if extra is None:
            raise
        raise TrackerError("missing-extra", ExitCode.MISSING_DEPENDENCY, extra=extra) from None


def _suggested(output: Path | None, formats: Collection[str]) -> str:
    if output is None:
        return "term"
    suffix = output.suffix.lower()
    by_suffix = {ending: name for ending, name in _BY_SUFFIX.items() if name in formats}
    if suffix and suffix not in by_suffix and not _is_special(output):
        raise TrackerError("output-suffix", ExitCode.USAGE, suffix=suffix, known=tuple(by_suffix))
    return by_suffix.get(suffix, "text")


def _is_special(output: Path) -> bool:
    """Whether something of this name is there that is no file: a device, a pipe, a folder."""
    return os.path.lexists(output) and not output.is_file()


def is_folder(output: Path) -> bool:
    """Whether there is a folder of this name; none has a name that no file can have."""
    return os.path.isdir(output)  # noqa: PTH112 - pathlib raises an error for such a name


def format_by_suffix(output: Path, formats: Mapping[str, str]) -> str:
    """The format that the file's name says; `formats` by suffix. Raises TrackerError (usage) for any other."""
    suffix = output.suffix.lower()
    if suffix not in formats:
        raise TrackerError(
            "output-suffix", ExitCode.USAGE, suffix=suffix or output.name, known=tuple(formats)
        )
    return formats[suffix]


def write_files(
    contents: Mapping[Path, bytes],
    session: Session,
    *,
    own_folder: str | None = None,
    makes_folders: bool = False,
) -> None:
    """Write output files, over earlier ones only where nothing else is lost, or a person says so.

    All are judged before any is written. Raises TrackerError where one must not or cannot be written.
    """
    root = _root(session)
    for output, content in contents.items():
        if output.suffix.lower() in {".yaml", ".yml"}:  # never over a catalogue or a report
            raise TrackerError("output-yaml", ExitCode.USAGE, file=str(output))
        refuse_place(output, own_folder=own_folder)
        if not session.replaces and not is_own(output, content, root, own_folder=own_folder):
            question = session.words("output.confirm", {"file": str(output)})
            if not (asks() and confirmed(question, default=False)):
                raise TrackerError("output-exists", ExitCode.WRITE_CONFLICT, file=str(output))
    for output, content in contents.items():
        write_output(output, content, root, makes_folders=makes_folders)


def write_new(contents: Mapping[Path, bytes]) -> None:
    """Write files that must not exist, all or none. Raises TrackerError where they must not or cannot be."""
    for path in contents:
        refuse_place(path)
    create_files(contents)


@contextmanager
def streaming(output: Path, session: Session) -> Iterator[BinaryIO]:
    """An output file that is written as its content comes; whether it may be is asked before.

    Raises TrackerError as write_files does.
    """
    refuse_place(output)
    if os.path.lexists(output) and not session.replaces:
        question = session.words("output.confirm", {"file": str(output)})
        if not (asks() and confirmed(question, default=False)):
            raise TrackerError("output-exists", ExitCode.WRITE_CONFLICT, file=str(output))
    with streamed(output) as stream:
        yield stream


def _root(session: Session) -> Path | None:
    try:
        return find(session.directory)
    except TrackerError:
        return None


def report(problems: Sequence[Problem], session: Session) -> None:
    """Show problems on the error stream, so that they never mix with the output."""
    if problems:
        from tracker.formats.terminal import render_problems

        canvas = canvas_of(sys.stderr, session)
        if not _is_terminal(sys.stderr):  # a list of problems in a file is searched: no sentence is broken
            canvas = Canvas(colour=canvas.colour)
        session.complain(render_problems(bounded(problems), session.words, canvas))
        if _is_terminal(sys.stderr):
            codes = tuple(
                dict.fromkeys(problem.code for problem in problems if problem.code != "more-problems")
            )
            session.complain(session.words("explain.hint", {"codes": " ".join(codes[:_HINTED])}) + "\n\n")


def on_terminal() -> bool:
    """Whether a person reads the output as it comes."""
    return _is_terminal(sys.stdout)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def canvas_of(stream: TextIO | None, session: Session, *, wanted: bool = False) -> Canvas:
    """What may be drawn on a stream: in the width of COLUMNS or of the terminal; elsewhere nothing is cut.

    Colour is for terminals, for FORCE_COLOR, and for who asks for the format of terminals (`| less -R`);
    never where NO_COLOR or TERM=dumb forbids it.
    """
    terminal = _is_terminal(stream)
    width = columns_of(session.environ)
    if width is None and stream is not None and terminal:
        width = os.get_terminal_size(stream.fileno()).columns or None
    coloured = terminal or wanted or bool(session.environ.get("FORCE_COLOR"))
    plain = session.environ.get("TERM") == "dumb" or bool(session.environ.get("NO_COLOR"))
    return Canvas(width, colour=coloured and not plain)


def files_of(folder: Path, units: Iterable[str], suffix: str) -> dict[str, Path]:
    """A file for each unit, named after it; no two of one name, also where capitals do not count."""
    files: dict[str, Path] = {}
    taken: set[str] = set()
    for unit in units:
        stem = printable(unit).translate(_UNFIT).strip(" .")[:_LONGEST_NAME] or "_"
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        files[unit] = folder / f"{name}.{suffix}"
    return files


def refuse_existing(files: Iterable[Path], code: str) -> None:
    """Raises TrackerError (write conflict), the sentence being that of `code`, for a file that exists."""
    for path in files:
        if os.path.lexists(path):
            raise TrackerError(code, ExitCode.WRITE_CONFLICT, file=str(path))
