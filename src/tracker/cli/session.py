"""What one run of the program knows of its surroundings: folder, language, terminal, clock."""

import contextlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import typer

from tracker.model.clock import DEFAULT_ZONE, moment_in
from tracker.problems import ExitCode, TrackerError
from tracker.words import LANGUAGES, Words


class Session:
    """One run. `environ` and `now` come from outside, so that a run can be repeated exactly."""

    def __init__(self, environ: Mapping[str, str] | None = None) -> None:
        self.environ = os.environ if environ is None else environ
        self.language_option: str | None = None
        self.directory = Path()
        self.debug = False
        self.replaces = False  # files that are there, without asking
        self.catalogue_language: str | None = None
        self.zone = DEFAULT_ZONE
        self.opened = contextlib.ExitStack()  # workspaces, whose caches no other process can change meanwhile

    @cached_property
    def moment(self) -> datetime:
        """The moment of the run. TRACKER_NOW replaces it, so that a run can be repeated: a moment or a day.

        Written without offset it is one of the workspace's zone. Raises TrackerError (usage) for anything else.
        """
        written = self.environ.get("TRACKER_NOW")
        try:
            return datetime.fromisoformat(written) if written else datetime.now(UTC)
        except ValueError:
            raise TrackerError("day-bad", ExitCode.USAGE, text=written) from None

    def go_on(self) -> None:
        """Look at the clock again, and let go of what is open: a run may go on for days."""
        self.opened.close()
        self.__dict__.pop("moment", None)

    @property
    def now(self) -> datetime:
        """The moment of the run, as the workspace's clocks tell it."""
        return moment_in(self.zone, self.moment)

    @property
    def today(self) -> date:
        """The day it is in the workspace's time zone, whatever the machine's is."""
        return self.now.date()

    @property
    def words(self) -> Words:
        """The words of this run's language: that of --lang, TRACKER_LANG, locale or catalogue; else Chinese."""
        names = ("LC_ALL", "LC_MESSAGES", "LANG")
        locale = next((value for name in names if (value := self.environ.get(name))), "")
        wishes = (
            self.language_option,
            self.environ.get("TRACKER_LANG"),
            locale[:2],
            self.catalogue_language,
        )
        return Words(next((wish for wish in wishes if wish in LANGUAGES), "zh"))

    def words_for_units(self, language: str) -> Words:
        """The words of what is sent to the units: the catalogue's language, unless --lang names another.

        Whatever language the analyst's terminal speaks, the units read the catalogue's.
        """
        return Words(self.language_option if self.language_option in LANGUAGES else language)

    def require_language(self) -> None:
        """Raises TrackerError (usage) where --lang or TRACKER_LANG names no language."""
        for wish in (self.language_option, self.environ.get("TRACKER_LANG") or None):
            if wish not in {None, *LANGUAGES}:
                raise TrackerError(
                    "choice-unknown", ExitCode.USAGE, option="lang", text=wish, choices=LANGUAGES
                )

    def write(self, content: bytes, output: Path | None, *, own_folder: str | None = None) -> None:
        """Write finished output: every file that is written over, and the standard output.

        A file that is not the tool's own is asked about; without a terminal it takes --yes. `own_folder` is the
        folder of a workspace made for this output. Raises TrackerError where it must not or cannot be written.
        """
        if output is not None:
            from tracker.cli.output import write_files

            write_files({output: content}, self, own_folder=own_folder)
        elif sys.stdout is not None:
            _to_stdout(content)

    def write_lines(self, *lines: str) -> None:
        """Write lines to the standard output. Raises TrackerError where they cannot be written."""
        self.write("".join(f"{line}\n" for line in lines).encode(), None)

    @contextlib.contextmanager
    def telling(self) -> Iterator[None]:
        """What is told here is of something done: that it cannot be printed is said, and alters no exit code."""
        try:
            yield
        except TrackerError as error:
            if error.code != "stdout-unwritable":
                raise
            self.complain(self.words("error.told-in-vain", error.facts) + "\n")

    def complain(self, text: str) -> None:
        """Say something on the error stream; there is nobody to tell where even that cannot be written."""
        if sys.stderr is None:
            return
        with contextlib.suppress(OSError):
            sys.stderr.write(text)
            sys.stderr.flush()


def write_utf8() -> None:
    """Let both streams speak UTF-8, whatever locale or PYTHONIOENCODING say: one file may hold both."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def session_of(ctx: typer.Context) -> Session:
    """The session of a run of Typer."""
    return ctx.ensure_object(Session)


def language_asked(arguments: Sequence[str]) -> str | None:
    """What stands behind --lang, wherever it is.

    Typer reads from left to right: a help page, or a complaint, that comes before --lang speaks that
    language as well.
    """
    for n, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and n + 1 < len(arguments):
            return arguments[n + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None


def columns_of(environ: Mapping[str, str]) -> int | None:
    """The width that COLUMNS asks for, if it is one."""
    columns = environ.get("COLUMNS", "")
    known = columns.isascii() and columns.isdigit() and len(columns) <= len("10000")
    return int(columns) or None if known else None


def _to_stdout(content: bytes) -> None:
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader has seen enough (| head): nothing more can be written, not even at exit.
        _let_go(sys.stdout)
    except OSError as error:
        _let_go(sys.stdout)
        reason = error.strerror or str(error)
        raise TrackerError("stdout-unwritable", ExitCode.WRITE_CONFLICT, reason=reason) from None


def _let_go(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
