"""What commands read: the workspace, and the days a person names."""

from datetime import date

from tracker.cli.session import Session
from tracker.cli.watching import Watching
from tracker.model.book import Book
from tracker.model.period import last_day
from tracker.problems import ExitCode, TrackerError
from tracker.store.workspace import Workspace, find, load


def open_workspace(session: Session) -> Workspace:
    """The workspace the session is in. Raises TrackerError where there is none or its catalogue is broken."""
    cache = session.environ.get("TRACKER_CACHE") != "off"
    with Watching(session.words) as watching:
        workspace = load(find(session.directory), session.today, cache=cache, watch=watching)
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
