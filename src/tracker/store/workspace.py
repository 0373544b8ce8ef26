"""A workspace on disk: where it is, and the Book that stands in it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from tracker.model.book import Book, Tally
from tracker.model.catalogue import Catalogue
from tracker.model.rules.quotes import BOOK_RULES
from tracker.problems import ExitCode, Place, Problem, TrackerError
from tracker.report.selection import check_saved
from tracker.store.files import CATALOGUE_LIMIT, SOURCE_LIMIT, UnreadableError, inside, read_bytes
from tracker.store.holdings import Holdings
from tracker.store.index.database import Kind
from tracker.store.index.holdings import Indexed
from tracker.store.index.log import IndexedLog
from tracker.store.index.opening import QUOTED, Opened, opened
from tracker.store.text import YamlError, decode

CATALOGUE = "measures.yaml"
# Called with how many files were read by now, and how many there are to read.
Watch = Callable[[int, int], None]


def find(start: Path) -> Path:
    """The workspace that `start` lies in: the nearest folder upwards that holds measures.yaml.

    Raises TrackerError (no workspace) where there is none.
    """
    try:
        if not start.is_dir():
            raise FileNotFoundError
        start = start.resolve()
    except OSError:  # not there, or gone while we were in it
        raise TrackerError("no-folder", ExitCode.NO_WORKSPACE, folder=str(start)) from None
    for folder in (start, *start.parents):
        if (folder / CATALOGUE).exists() or (folder / CATALOGUE).is_symlink():
            return folder
    raise TrackerError("no-workspace", ExitCode.NO_WORKSPACE, folder=str(start))


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace as read: its folder, its book, and the reports the book was made from."""

    root: Path
    book: Book
    reports: Holdings
    reread: tuple[int, int, int] | None = None  # folders, days and files read again; None without an index


def load(
    root: Path, today: date, *, index: bool = True, watch: Watch = lambda _read, _all: None
) -> Workspace:
    """Read the whole workspace, by way of its index unless that is not wanted.

    `watch` is told how far the reading is. Raises TrackerError (bad catalogue) with all its problems, and
    those of the progress files beside them.
    """
    text = _text(root) if index else None
    if text is not None:
        found = opened(str(root), text, lambda: _strictly().sound_catalogue(root), today, watch)
        if found:
            return _workspace(root, found, today)
    return _strictly().whole(root, today)  # type: ignore[no-any-return]


def _text(root: Path) -> str | None:
    """The catalogue's text; None where it takes the strict reader to say what is wrong with it."""
    try:
        return (
            read_bytes(root / CATALOGUE, CATALOGUE_LIMIT).decode() if inside(root / CATALOGUE, root) else None
        )
    except (UnreadableError, UnicodeDecodeError):
        return None


def _strictly() -> Any:  # noqa: ANN401 - a module
    """What reads YAML and checks its form: loaded only where there is something to read."""
    return import_module("tracker.store.strict")


def _workspace(root: Path, found: Opened, today: date) -> Workspace:
    state, catalogue, pages = found.state, found.archive.judge.catalogue, found.archive.pages
    tally = Tally(
        files=state.files + found.strays,
        entries=state.entries,
        files_left_out=state.files_left_out + found.strays,
        entries_left_out=state.entries_left_out,
    )
    book = Book(catalogue, IndexedLog(found.archive), None, today, tally)
    quoted = pages.one(Kind.META, QUOTED)
    book, sound = with_source(book, root, (*found.problems, *state.problems), quoted)
    if sound is not None and sound != quoted:
        found.remember(QUOTED, sound)
    return Workspace(root, book, Indexed(found.archive, state), found.reread)


def with_source(
    book: Book, root: Path, problems: tuple[Problem, ...], quoted: str | None = None
) -> tuple[Book, str | None]:
    """The book with the policy text that its catalogue quotes, and with all that is wrong with either.

    `quoted` is a text of which it is known that every quote stands in it; returned is the text of which it is
    known now.
    """
    source, missing = _source(root, book.catalogue)
    book = replace(book, source=source)
    fine = source is not None and source == quoted
    unsaid = () if fine else tuple(problem for rule in BOOK_RULES for problem in rule(book))
    everything = (*missing, *problems, *check_saved(book.catalogue), *unsaid)
    if everything:
        book = replace(book, problems=import_module("tracker.store.locate").located(everything, root))
    return book, None if unsaid else source


def _source(root: Path, catalogue: Catalogue) -> tuple[str | None, list[Problem]]:
    """The policy text the catalogue quotes, or why it cannot be read."""
    path, place = root / catalogue.source, Place(CATALOGUE, ("source",))
    facts: dict[str, object] = {"source": catalogue.source}
    if not inside(path, root):
        return None, [Problem("source-outside", place, facts)]
    try:
        return decode(read_bytes(path, SOURCE_LIMIT)), []
    except UnreadableError as error:
        return None, [Problem(f"source-{error.code}", place, {**facts, **error.facts})]
    except YamlError as error:
        return None, [Problem("source-encoding", place, {**facts, "line": error.line})]
