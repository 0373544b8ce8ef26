"""The page in headless Chromium, as its readers open it: from a file, with scripts off."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext

from support import REPOSITORY, TODAY
from tracker.assess.workdays import Weekends
from tracker.formats import Canvas
from tracker.formats import render as rendered
from tracker.formats.page import render
from tracker.report.board import board
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.selection import Selection
from tracker.report.status import status
from tracker.store.workspace import load
from tracker.words import Words

PHONE, DESK = 375, 1280
SIZES = {PHONE: 812, DESK: 800}
PAPER = 703  # between the margins of A4, at 96 to the inch
DAY = date(2024, 10, 31)


@dataclass(frozen=True)
class Site:
    """The pages that are looked at, and what status says to machines of the same targets."""

    board: Path
    part: Path  # the board of one section
    english: Path
    status: Path
    facts: dict[str, Any]

    @property
    def records(self) -> list[dict[str, Any]]:
        return list(self.facts["targets"])


def written(folder: Path) -> Site:
    """The pages of this repository's workspace."""
    book, words = load(REPOSITORY, TODAY, cache=False).book, Words("zh")
    scope = scope_of(book, ViewOptions(as_of=DAY))
    part = scope_of(book, ViewOptions(as_of=DAY, selection=Selection(sections=("1",))))
    view = status(scope)
    found = Site(
        folder / "看板.html",
        folder / "part.html",
        folder / "english.html",
        folder / "status.html",
        json.loads(rendered("json", view, words, Canvas())),
    )
    found.board.write_bytes(render(board(scope, Weekends(), {}), words))
    found.part.write_bytes(render(board(part, Weekends(), {}), words))
    found.english.write_bytes(render(board(scope, Weekends(), {}), Words("en")))
    found.status.write_bytes(rendered("html", view, words, Canvas()))
    return found


def opened(browser: Browser, width: int, scheme: str = "light", *, scripts: bool = False) -> BrowserContext:
    """A browser window of this width, in which no script runs unless it is said."""
    context = browser.new_context(
        viewport={"width": width, "height": SIZES[width]},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=scripts,
    )
    context.set_default_timeout(20_000)
    return context
