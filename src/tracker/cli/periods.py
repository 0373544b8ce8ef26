"""The options that say which period a command is about."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from tracker.assess.periods import DateRange, last_whole, range_of
from tracker.cli.help import both
from tracker.cli.options import day
from tracker.cli.reading import day_of, start_of
from tracker.cli.session import Session
from tracker.model.book import Book
from tracker.model.catalogue import Cadence
from tracker.problems import ExitCode, TrackerError

PERIOD = both("哪一期", "Which period")


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodOptions:
    """Which period, in one of the ways there are to name one; nothing of it: the last whole one."""

    week: Annotated[str | None, day("--week", "哪一周，如 2024-W36", "which week: 2024-W36", PERIOD)] = None
    dekad: Annotated[
        str | None,
        day("--dekad", "哪一旬，如 2024-08中旬、8月中旬", "which dekad (ten days): 2024-08中旬", PERIOD),
    ] = None
    month: Annotated[str | None, day("--month", "哪个月，如 2024-08", "which month: 2024-08", PERIOD)] = None
    start: Annotated[
        str | None, day("--from", "从哪天起（与 --to 一起用）", "from this day (with --to)", PERIOD)
    ] = None
    end: Annotated[
        str | None, day("--to", "到哪天止（与 --from 一起用）", "to this day (with --from)", PERIOD)
    ] = None

    @property
    def cadences(self) -> list[tuple[Cadence, str]]:
        """The periods of a cadence that were named, each with a day of it."""
        named = {Cadence.WEEK: self.week, Cadence.DEKAD: self.dekad, Cadence.MONTH: self.month}
        return [(cadence, text) for cadence, text in named.items() if text is not None]

    @property
    def nothing(self) -> bool:
        """Whether no period was named."""
        return not self.cadences and self.start is None and self.end is None


def span_named(period: PeriodOptions, session: Session, book: Book, until: date) -> DateRange:
    """The period asked for; the last whole one of the catalogue's cadence up to `until` where none is.

    Raises TrackerError (usage) for more than one, for half of one, and for one that ends before it begins.
    """
    cadences, start, end = period.cadences, period.start, period.end
    if len(cadences) + (start is not None or end is not None) > 1 or (start is None) != (end is None):
        raise TrackerError("brief-period", ExitCode.USAGE)
    if cadences:
        cadence, text = cadences[0]
        return range_of(cadence, day_of(text, session, book))
    if start is not None and end is not None:
        first, last = start_of(start, session, book), day_of(end, session, book)
        if first > last:
            raise TrackerError("brief-backwards", ExitCode.USAGE, start=first, end=last)
        return DateRange(first, last)
    return last_whole(book.catalogue.reporting.cadence, until)
