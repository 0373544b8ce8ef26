"""What commands read: the workspace, and the days and rules a person names."""

from datetime import date

from tracker.cli.progress_bar import ProgressBar
from tracker.cli.session import Session
from tracker.model.book import Book
from tracker.model.days import days_of
from tracker.model.period import Period
from tracker.model.profile import PROFILES, Profile
from tracker.problems import ExitCode, TrackerError
from tracker.report.selection import unknown
from tracker.store.publishing import finish
from tracker.store.workspace import Workspace, find, load


def open_workspace(session: Session, *, to_write: bool = False) -> Workspace:
    """The workspace the session is in; one that is opened `to_write` first finishes what was cut off.

    Raises TrackerError where there is none or its catalogue is broken.
    """
    cache = session.environ.get("TRACKER_CACHE") != "off"
    root = find(session.directory)
    if to_write and (finished := finish(root)):
        session.complain(session.words("record.finished", {"count": finished}) + "\n")
    with ProgressBar(session.words) as bar:
        workspace = load(root, session.moment, cache=cache, watch=bar)
    session.opened.callback(workspace.reports.close)
    catalogue = workspace.book.catalogue
    session.catalogue_language, session.zone = catalogue.language, catalogue.zone
    return workspace


def open_book(session: Session) -> Book:
    """The book of the workspace the session is in; raises as open_workspace does."""
    return open_workspace(session).book


def days_named(text: str, session: Session, book: Book) -> Period:
    """The day or period a person wrote. Raises TrackerError (usage) for anything else.

    昨天 and the like count from the day looked at; what TRACKER_AS_OF itself says, from the clock's.
    """
    is_own = text == session.environ.get("TRACKER_AS_OF")
    today = session.today if is_own else day_looked_at(session, book)
    try:
        return days_of(text, today=today, year=book.catalogue.year)
    except ValueError:
        raise TrackerError("day-bad", ExitCode.USAGE, text=text) from None


def day_of(text: str, session: Session, book: Book) -> date:
    """The day a person wrote, of a period its last. Raises TrackerError (usage) for anything else."""
    return days_named(text, session, book).end


def start_of(text: str, session: Session, book: Book) -> date:
    """The day from which a person wants to look, of a period its first. Raises as day_of does."""
    return days_named(text, session, book).start


def day_or_none(text: str | None, session: Session, book: Book) -> date | None:
    """The day a person wrote, if they did. Raises TrackerError (usage) for anything that is no day."""
    return None if text is None else day_of(text, session, book)


def day_looked_at(session: Session, book: Book) -> date:
    """Which day is today for all that is typed and shown: the one that TRACKER_AS_OF names, else the clock's.

    Only when something was recorded is always the clock's. Raises TrackerError (usage) where it is no day.
    """
    return day_or_none(session.environ.get("TRACKER_AS_OF") or None, session, book) or session.today


def profile_named(name: str | None) -> Profile | None:
    """The threshold profile of this name. Raises TrackerError (usage) where there is none."""
    if name is None:
        return None
    if name not in PROFILES:
        raise unknown("profile", name, list(PROFILES))
    return PROFILES[name]
