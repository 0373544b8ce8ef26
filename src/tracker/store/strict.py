"""The whole workspace read strictly, every file of it, into memory: what the index is measured against.

This is also who reads a catalogue and says what is wrong with one.
"""

from datetime import date
from pathlib import Path

from tracker.model.admission import admit
from tracker.model.book import Book, Tally
from tracker.model.catalogue import Catalogue
from tracker.model.rules.catalogue import check_catalogue
from tracker.model.validation import read_catalogue
from tracker.problems import ExitCode, Place, Problem, TrackerError, count
from tracker.store.files import CATALOGUE_LIMIT, UnreadableError, inside, read_bytes
from tracker.store.holdings import InMemory
from tracker.store.locate import located
from tracker.store.progress import read_progress
from tracker.store.text import YamlError, decode
from tracker.store.workspace import CATALOGUE, Workspace, with_source
from tracker.store.yaml import read


def whole(root: Path, today: date) -> Workspace:
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
    admission = admit(reading.reports, catalogue, today, reading.problems)
    entries = sum(len(report.entries) + len(report.broken) for report in reading.reports)
    left_out = reading.files_left_out + admission.files_left_out
    tally = Tally(reading.files, entries, left_out, admission.entries_left_out)
    book = Book(catalogue, admission.log(catalogue), None, today, tally)
    book, _ = with_source(book, root, tuple(admission.problems))
    return Workspace(root, book, InMemory(reading.reports, catalogue, today))


def sound_catalogue(root: Path) -> Catalogue | None:
    """The catalogue of a workspace; None where anything is wrong with it."""
    catalogue, problems = _catalogue(root)
    return None if problems else catalogue


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
