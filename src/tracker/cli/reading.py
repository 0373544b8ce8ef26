"""What commands read: the workspace, the days a person names, and who committed each report."""

from datetime import date
from pathlib import Path

from tracker.cli.progress_bar import ProgressBar
from tracker.cli.session import Session
from tracker.model.book import Book
from tracker.model.period import last_day
from tracker.model.profile import PROFILES, Profile
from tracker.problems import ExitCode, TrackerError
from tracker.report.log import CommitInfo
from tracker.report.selection import unknown
from tracker.store.git import repository_of
from tracker.store.progress import FOLDER
from tracker.store.workspace import Workspace, find, load


def open_workspace(session: Session) -> Workspace:
    """The workspace the session is in. Raises TrackerError where there is none or its catalogue is broken."""
    cache = session.environ.get("TRACKER_CACHE") != "off"
    with ProgressBar(session.words) as bar:
        workspace = load(find(session.directory), session.today, cache=cache, watch=bar)
    session.catalogue_language = workspace.book.catalogue.language
    return workspace


def open_book(session: Session) -> Book:
    """The book of the workspace the session is in; raises as open_workspace does."""
    return open_workspace(session).book


def day_of(text: str, session: Session, book: Book) -> date:
    """The day a person wrote. Raises TrackerError (usage) for anything else."""
    try:
        return last_day(text, today=session.today, year=book.catalogue.year)
    except ValueError:
        raise TrackerError("day-bad", ExitCode.USAGE, text=text) from None


def day_or_none(text: str | None, session: Session, book: Book) -> date | None:
    """The day a person wrote, if they did. Raises TrackerError (usage) for anything that is no day."""
    return None if text is None else day_of(text, session, book)


def profile_named(name: str | None) -> Profile | None:
    """The threshold profile of this name. Raises TrackerError (usage) where there is none."""
    if name is None:
        return None
    if name not in PROFILES:
        raise unknown("profile", name, list(PROFILES))
    return PROFILES[name]


def committed_in(root: Path) -> dict[str, CommitInfo]:
    """Who committed each report, by its path in the workspace; nothing where there is no repository.

    Raises TrackerError (git) where there is one that cannot be read.
    """
    repository = repository_of(root)
    if repository is None:
        return {}
    added = repository.added(root / FOLDER)
    return {
        path.relative_to(root).as_posix(): CommitInfo(commit.hash, commit.author, commit.when)
        for path, commit in added.items()
        if path.is_relative_to(root)
    }
