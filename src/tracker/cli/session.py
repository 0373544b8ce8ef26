"""What one run of the program knows of its surroundings: folder, language, terminal, clock."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from tracker.formats import FORMATS, Canvas, render
from tracker.formats.problems import as_text
from tracker.model.book import Book
from tracker.model.period import iso_day, last_day
from tracker.problems import ExitCode, Problem, TrackerError
from tracker.report.selection import unknown
from tracker.report.table import View
from tracker.store.atomic import replace_file
from tracker.store.workspace import find, load
from tracker.words import LANGUAGES, Words

_BY_SUFFIX = {".csv": "csv", ".json": "json", ".md": "markdown", ".markdown": "markdown", ".txt": "text"}


@dataclass(slots=False)
class Session:
    """One run. `environ` and `today` come from outside, so that a run can be repeated exactly."""

    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    language_option: str | None = None
    directory: Path = field(default_factory=Path.cwd)
    debug: bool = False
    catalogue_language: str | None = None

    @cached_property
    def today(self) -> date:
        """The day on the calendar; TRACKER_TODAY replaces it where a run must be repeatable."""
        given = self.environ.get("TRACKER_TODAY")
        try:
            return iso_day(given) if given else date.today()  # noqa: DTZ011 - the analyst's own calendar
        except ValueError:
            raise TrackerError("day-bad", ExitCode.USAGE, text=given) from None

    @property
    def words(self) -> Words:
        """The first that names a language: --lang, TRACKER_LANG, the locale, the catalogue; else Chinese."""
        locale = next((v for n in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := self.environ.get(n))), "")
        wishes = (self.language_option, self.environ.get("TRACKER_LANG"), locale[:2], self.catalogue_language)
        return Words(next((wish for wish in wishes if wish in LANGUAGES), "zh"))

    def require_language(self) -> None:
        """Raises TrackerError (usage) where --lang or TRACKER_LANG names no language."""
        for wish in (self.language_option, self.environ.get("TRACKER_LANG")):
            if wish and wish not in LANGUAGES:
                raise unknown("lang", wish, LANGUAGES)

    @cached_property
    def book(self) -> Book:
        """The workspace, read once. Raises TrackerError where there is none or its catalogue is broken."""
        book = load(find(self.directory), self.today)
        self.catalogue_language = book.catalogue.language
        return book

    def day(self, text: str | None) -> date | None:
        """The day a person wrote. Raises TrackerError (usage) for anything else."""
        if text is None:
            return None
        try:
            return last_day(text, today=self.today, year=self.book.catalogue.year)
        except ValueError:
            raise TrackerError("day-bad", ExitCode.USAGE, text=text) from None

    def show(self, view: View, chosen: str | None, output: Path | None) -> None:
        """Write a view to the terminal, the pipe or the file. Raises TrackerError."""
        name = chosen or (_BY_SUFFIX.get(output.suffix.lower(), "text") if output else "term")
        if name not in FORMATS:
            raise unknown("format", name, list(FORMATS))
        self.write(render(name, view, self.words, self._canvas(output)), output)

    def write(self, content: bytes, output: Path | None) -> None:
        """Write finished output. Raises TrackerError where a file cannot be written."""
        if output:
            replace_file(output, content)
            return
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()

    def report(self, problems: tuple[Problem, ...]) -> None:
        """Show problems on the error stream, so that they never mix with the output."""
        if problems:
            sys.stderr.write(as_text(problems, self.words) + "\n")

    def _canvas(self, output: Path | None) -> Canvas:
        if output:
            return Canvas(file=True)
        terminal = sys.stdout.isatty()
        columns = self.environ.get("COLUMNS", "")
        width = int(columns) if columns.isascii() and columns.isdigit() and int(columns) > 0 else None
        if width is None and terminal:
            width = os.get_terminal_size(sys.stdout.fileno()).columns or None
        colour = terminal and self.environ.get("TERM") != "dumb" and not self.environ.get("NO_COLOR")
        return Canvas(width, colour=colour)
