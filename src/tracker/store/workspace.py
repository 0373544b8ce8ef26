"""A workspace on disk: where it is, and the Book that stands in it."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tracker.model.admission import admit
from tracker.model.book import Book, Tally
from tracker.model.catalogue import Catalogue
from tracker.model.entry import Report
from tracker.model.rules import BOOK_RULES
from tracker.model.rules.catalogue import check_catalogue
from tracker.model.validation import read_catalogue
from tracker.problems import ExitCode, Place, Problem, TrackerError, count
from tracker.report.saved import check_saved
from tracker.store.files import CATALOGUE_LIMIT, SOURCE_LIMIT, UnreadableError, inside, read_bytes
from tracker.store.locate import located
from tracker.store.progress import Reading, read_progress
from tracker.store.yaml import YamlError, decode, read

CATALOGUE = "measures.yaml"


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
    reports: tuple[Report, ...]


def load(root: Path, today: date) -> Workspace:
    """Read the whole workspace.

    Raises TrackerError (bad catalogue) with all its problems, and those of the progress files beside them.
    """
    reading = read_progress(root)
    catalogue, problems = _catalogue(root)
    if catalogue is None or problems:
        everything = located([*problems, *reading.problems], root)
        raise TrackerError(
            "catalogue-bad",
            ExitCode.BAD_CATALOGUE,
            everything,
            file=CATALOGUE,
            count=count(problem for problem in everything if problem.place.file == CATALOGUE),
        )
    return Workspace(root, _book(root, catalogue, reading, today), tuple(reading.reports))


def _catalogue(root: Path) -> tuple[Catalogue | None, list[Problem]]:
    place = Place(CATALOGUE)
    if not inside(root / CATALOGUE, root):
        return None, [Problem("link-outside", place)]
    try:
        data = read(decode(read_bytes(root / CATALOGUE, CATALOGUE_LIMIT)))
    except UnreadableError as error:
        return None, [Problem(error.code, place, error.facts)]
    except YamlError as error:
        return None, [
            Problem(error.code, Place(CATALOGUE, line=error.line, column=error.column), error.facts)
        ]
    catalogue, problems = read_catalogue(data, CATALOGUE)
    return catalogue, problems or (check_catalogue(catalogue) if catalogue else [])


def _book(root: Path, catalogue: Catalogue, reading: Reading, today: date) -> Book:
    admission = admit(reading.reports, catalogue, today, reading.problems)
    source, problems = _source(root, catalogue)
    entries = sum(len(report.entries) + len(report.broken) for report in reading.reports)
    left_out = reading.files_left_out + admission.files_left_out
    tally = Tally(reading.files, entries, left_out, admission.entries_left_out)
    book = Book(catalogue, admission.log(catalogue), source, today, tally)
    problems += [
        *admission.problems,
        *check_saved(catalogue),
        *(problem for rule in BOOK_RULES for problem in rule(book)),
    ]
    return replace(book, problems=located(problems, root))


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
