"""How a view looks: one file per format, found by name; a new format is a new file and a line here.

Each module offers `render(view, words, canvas) -> str | bytes`, and is imported when it is asked for; one of
calendars offers `render(agenda, words, moment) -> bytes`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a help page needs no view
    from datetime import datetime

    from tracker.report.view import Agenda, View
    from tracker.words import Words

FORMATS = {
    "term": "tracker.formats.terminal",
    "text": "tracker.formats.text",
    "markdown": "tracker.formats.markdown",
    "html": "tracker.formats.html",
    "csv": "tracker.formats.csv",
    "json": "tracker.formats.json",
    "xlsx": "tracker.formats.xlsx",
    "parquet": "tracker.formats.parquet",
}
# Of views that have events.
CALENDARS = {"ics": "tracker.formats.ics"}


class Canvas:
    """What a format may use: the width in cells (None: unbounded), colour, and whether it goes to a file."""

    __slots__ = ("colour", "file", "width")

    def __init__(self, width: int | None = None, *, colour: bool = False, file: bool = False) -> None:
        self.width, self.colour, self.file = width, colour, file


def render(name: str, view: "View", words: "Words", canvas: Canvas) -> bytes:
    """The view in the format called `name`, ready to be written."""
    produced: str | bytes = import_module(FORMATS[name]).render(view, words, canvas)
    return produced.encode() if isinstance(produced, str) else produced


def render_agenda(name: str, agenda: "Agenda", words: "Words", moment: "datetime") -> bytes:
    """The events in the format of calendars called `name`, as made at `moment`."""
    produced: bytes = import_module(CALENDARS[name]).render(agenda, words, moment)
    return produced
