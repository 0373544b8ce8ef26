"""A workspace on disk: where it is, and the Book that stands in it."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from tracker.model.admission import admit, under_present_ids
from tracker.model.book import Book, Tally
from tracker.model.catalogue import Catalogue
from tracker.model.clock import DEFAULT_ZONE, day_in
from tracker.model.entry import Report
from tracker.model.log_protocol import Log
from tracker.model.rules.catalogue import check_catalogue
from tracker.model.rules.lines import lost_targets
from tracker.model.rules.quotes import BOOK_RULES
from tracker.problems import ExitCode, Place, Problem, TrackerError, bounded, count
from tracker.report.selection import check_saved
from tracker.store.cache.repository import by_cache, catalogue_by_cache
from tracker.store.files import (
    CATALOGUE_LIMIT,
    SOURCE_LIMIT,
    UnreadableError,
    YamlError,
    decode,
    inside,
    read_bytes,
)
from tracker.store.progress import Reading, Watch, listing_of, read_file
from tracker.store.repository import MemoryRepository, ReportRepository

CATALOGUE = "measures.yaml"


def find(start: Path) -> Path:
    """The workspace that `start` lies in: the nearest folder upwards that holds measures.yaml.

    Raises TrackerError (no workspace) where there is none, OSError where the system does not say: another
    workspace further up is not the one that is meant.
    """
    try:
        if not start.is_dir():
            raise FileNotFoundError
        start = start.resolve()
    except OSError:  # not there, or gone while we were in it
        raise TrackerError("no-folder", ExitCode.NO_WORKSPACE, folder=str(start)) from None
    for folder in (start, *start.parents):
        with suppress(FileNotFoundError, NotADirectoryError):
            (folder / CATALOGUE).lstat()
            return folder
    raise TrackerError("no-workspace", ExitCode.NO_WORKSPACE, folder=str(start))


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace as read: its folder, its book, and the reports the book was made from."""

    root: Path
    book: Book
    reports: ReportRepository
    reread: int | None = None  # files that had to be read again; None without a cache


def load(
    root: Path, now: date | datetime, *, cache: bool = True, watch: Watch = lambda _read, _all: None
) -> Workspace:
    """Read the whole workspace, by way of its cache unless that is not wanted.

    `now` says which day is today in the workspace's time zone. `watch` is told how far the reading
    is. Raises TrackerError (bad catalogue) with all its problems, and those of the progress files as well.
    """
    text = _text(root) if cache else None
    found = by_cache(root, text, lambda: _sound(root, text), now, watch) if text is not None else None
    if found is None:
        return _read_whole(root, now, watch)
    problems, tally = found.repository.problems()
    catalogue, log, today = found.repository.catalogue, found.repository.log, found.repository.today
    book = _book(root, catalogue, log, today, tally, (*found.problems, *problems))
    return Workspace(root, book, found.repository, found.repository.reread)


def known_on(workspace: Workspace, day: date) -> Book:
    """The book as its files told it at the end of `day`: only those that say they were recorded by then.

    What cannot be read does not say when it came, and is left out. The catalogue is that of today.
    """
    book = workspace.book
    zone = book.catalogue.zone
    readings = [
        reading
        for file in listing_of(workspace.root).files
        if (reading := read_file(workspace.root, file, zone)).report and reading.report.known_day <= day
    ]
    return _admitted(workspace.root, book.catalogue, min(day, book.today), readings)[0]


class LookOptions(Protocol):
    """What is wished of a book: as it was known on a day, by verified figures alone."""

    @property
    def known_on(self) -> date | None:
        """The day; None for the book as it is."""
        ...

    @property
    def verified_only(self) -> bool:
        """Whether no other figure counts."""
        ...


def book_to_look_at(workspace: Workspace, options: LookOptions) -> Book:
    """The book as far as it was known, and where that is wished with verified figures alone."""
    book = workspace.book if options.known_on is None else known_on(workspace, options.known_on)
    return replace(book, log=book.log.verified_only()) if options.verified_only else book


def load_catalogue(root: Path) -> Catalogue:
    """The catalogue alone, from the cache where that has read it before.

    Raises TrackerError (bad catalogue) with all its problems.
    """
    text = _text(root)
    catalogue = catalogue_by_cache(root, text) if text is not None else None
    if catalogue is None:
        catalogue, problems = _catalogue(root)
        if catalogue is None or problems:
            raise _broken(root, problems)
    return catalogue


def with_catalogue(root: Path, text: bytes, now: date | datetime) -> Workspace:
    """The workspace as it would be with this text in measures.yaml, read whole; raises as `load` does."""
    return _read_whole(root, now, lambda _read, _all: None, text)


def catalogue_text(root: Path) -> str:
    """The text of measures.yaml as it stands, to be changed. Raises TrackerError where it cannot be read."""
    try:
        return read_bytes(root / CATALOGUE, CATALOGUE_LIMIT).decode("utf-8-sig")
    except (UnreadableError, UnicodeDecodeError):
        raise _broken(root, _catalogue(root)[1]) from None


def _read_whole(root: Path, now: date | datetime, watch: Watch, text: bytes | None = None) -> Workspace:
    """Read every file into memory, with another text in measures.yaml where one is given."""
    catalogue, wrong = _catalogue(root, text)
    texts = {} if text is None else {CATALOGUE: text}
    zone = catalogue.zone if catalogue else DEFAULT_ZONE
    listing = listing_of(root)
    readings = []
    for number, file in enumerate(listing.files, 1):
        readings.append(read_file(root, file, zone))
        watch(number, len(listing.files))
    if catalogue is None or wrong:
        of_files = (problem for reading in readings for problem in reading.problems)
        raise _broken(root, [*wrong, *listing.problems, *of_files], texts)
    today = day_in(zone, now)
    book, reports = _admitted(root, catalogue, today, readings, listing.problems, texts)
    return Workspace(root, book, MemoryRepository(reports, catalogue, today))


def _admitted(
    root: Path,
    catalogue: Catalogue,
    today: date,
    readings: Sequence[Reading],
    of_folders: Iterable[Problem] = (),
    texts: Mapping[str, bytes] | None = None,
) -> tuple[Book, list[Report]]:
    """The book of what was read of each file, and the reports in it."""
    reports = [under_present_ids(reading.report, catalogue) for reading in readings if reading.report]
    problems = [*of_folders, *(problem for reading in readings for problem in reading.problems)]
    admission = admit(reports, catalogue, today, problems)
    tally = Tally(
        files=len(readings),
        entries=sum(len(report.entries) + len(report.broken) for report in reports),
        files_left_out=len(readings) - len(reports) + admission.files_left_out,
        entries_left_out=admission.entries_left_out,
    )
    log = admission.log(catalogue)
    return _book(root, catalogue, log, today, tally, admission.problems, texts), reports


def _text(root: Path) -> str | None:
    """The catalogue's text as it is; None where something must be said of it before it is even read."""
    try:
        return (
            read_bytes(root / CATALOGUE, CATALOGUE_LIMIT).decode() if inside(root / CATALOGUE, root) else None
        )
    except (UnreadableError, UnicodeDecodeError):
        return None


def _sound(root: Path, text: str) -> Catalogue | None:
    """The catalogue in this text, which is what is remembered of it; None where anything is wrong with it."""
    catalogue, problems = _catalogue(root, text.encode())
    return None if problems else catalogue


def _catalogue(root: Path, text: bytes | None = None) -> tuple[Catalogue | None, list[Problem]]:
    """The catalogue in the workspace's file, or in this text of it, and what is wrong with it."""
    # pydantic and YAML take longer to load than most commands take without them.
    from tracker.model.validation import read_catalogue
    from tracker.store.yaml import read

    place = Place(CATALOGUE)
    if not inside(root / CATALOGUE, root):
        return None, [Problem("link-outside", place)]
    try:
        raw = read_bytes(root / CATALOGUE, CATALOGUE_LIMIT) if text is None else text
        data = read(decode(raw))
    except UnreadableError as error:
        return None, [Problem(error.code, place, error.facts)]
    except YamlError as error:
        place = Place(CATALOGUE, line=error.line, column=error.column)
        return None, [Problem(error.code, place, error.facts)]
    catalogue, problems = read_catalogue(data, CATALOGUE)
    return catalogue, problems or (check_catalogue(catalogue) if catalogue else [])


def _broken(
    root: Path, problems: Iterable[Problem], texts: Mapping[str, bytes] | None = None
) -> TrackerError:
    everything = _located(problems, root, texts)
    of_catalogue = count(problem for problem in everything if problem.place.file == CATALOGUE)
    return TrackerError(
        "catalogue-bad", ExitCode.BAD_CATALOGUE, everything, file=CATALOGUE, count=of_catalogue
    )


def _book(
    root: Path,
    catalogue: Catalogue,
    log: Log,
    today: date,
    tally: Tally,
    problems: Iterable[Problem],
    texts: Mapping[str, bytes] | None = None,
) -> Book:
    """The book with the policy text that its catalogue quotes, and with all that is wrong with either."""
    source, missing = _source(root, catalogue)
    book = Book(catalogue, log, source, today, tally)
    quoted = (problem for rule in BOOK_RULES for problem in rule(book))
    of_log = list(problems)
    everything = [*missing, *of_log, *lost_targets(of_log, catalogue), *check_saved(catalogue), *quoted]
    return Book(catalogue, log, source, today, tally, _located(everything, root, texts))


def _located(
    problems: Iterable[Problem], root: Path, texts: Mapping[str, bytes] | None = None
) -> tuple[Problem, ...]:
    everything = list(problems)
    if not everything:
        return ()
    # What finds places reads YAML.
    from tracker.store.locate import located

    return bounded(located(everything, root, texts))


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
