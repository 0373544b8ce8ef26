"""The options that say which period a command is about."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from tracker.assess.periods import DateRange, last_whole, range_of
from tracker.cli.parameters import Option
from tracker.cli.reading import day_of
from tracker.cli.session import Session
from tracker.model.book import Book
from tracker.model.catalogue import Cadence
from tracker.problems import ExitCode, TrackerError

Week = Annotated[str | None, Option("--week", takes="DAY")]
Dekad = Annotated[str | None, Option("--dekad", takes="DAY")]
Month = Annotated[str | None, Option("--month", takes="DAY")]
Start = Annotated[str | None, Option("--from", takes="DAY")]
End = Annotated[str | None, Option("--to", takes="DAY")]


@dataclass(frozen=True, slots=True)
class Named:
    """What a person wrote behind each of them."""

    week: str | None
    dekad: str | None
    month: str | None
    start: str | None
    end: str | None

    @property
    def cadences(self) -> list[tuple[Cadence, str]]:
        """The periods of a cadence that were named, each with a day of it."""
        given = {Cadence.WEEK: self.week, Cadence.DEKAD: self.dekad, Cadence.MONTH: self.month}
        return [(cadence, text) for cadence, text in given.items() if text is not None]

    @property
    def nothing(self) -> bool:
        """Whether no period was named."""
        return not self.cadences and self.start is None and self.end is None


def span_named(named: Named, session: Session, book: Book, today: date | None = None) -> DateRange:
    """The period asked for; the last whole one of the catalogue's cadence up to `today` where none is.

    Raises TrackerError (usage) for more than one, for half of one, and for one that ends before it begins.
    """
    given, start, end = named.cadences, named.start, named.end
    if len(given) + (start is not None or end is not None) > 1 or (start is None) != (end is None):
        raise TrackerError("brief-period", ExitCode.USAGE)
    if given:
        cadence, text = given[0]
        return range_of(cadence, day_of(text, session, book))
    if start is not None and end is not None:
        first, last = day_of(start, session, book), day_of(end, session, book)
        if first > last:
            raise TrackerError("brief-backwards", ExitCode.USAGE, start=first, end=last)
        return DateRange(first, last)
    return last_whole(book.catalogue.reporting.cadence, today or session.today)
