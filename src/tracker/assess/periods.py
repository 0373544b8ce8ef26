"""Reporting periods: the weeks, dekads, half-months, months and quarters of the calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from tracker.model.catalogue import Cadence
from tracker.model.period import month_end

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """One period of a cadence, from the beginning of `start` to the end of `end`."""

    cadence: Cadence
    start: date
    end: date

    @property
    def code(self) -> str:
        """Its name in ISO style: 2024-W42, 2024-10-11/20 (dekads and half-months), 2024-10, 2024-Q4."""
        match self.cadence:
            case Cadence.WEEK:
                year, week, _ = self.start.isocalendar()
                return f"{year:04d}-W{week:02d}"
            case Cadence.MONTH:
                return f"{self.start:%Y-%m}"
            case Cadence.QUARTER:
                return f"{self.start:%Y}-Q{(self.start.month + 2) // 3}"
            case _:
                return f"{self.start.isoformat()}/{self.end.day:02d}"


def period_of(cadence: Cadence, day: date) -> ReportingPeriod:
    """The period that `day` lies in.

    Weeks begin on Monday (ISO 8601); dekads (旬) end on the 10th, the 20th and the month's last day,
    half-months on the 15th and the last day.
    """
    last = month_end(day.year, day.month)
    match cadence:
        case Cadence.WEEK:
            start = day - timedelta(days=day.weekday())
            # The calendar itself ends within a week.
            end = start + timedelta(days=min(6, (date.max - start).days))
        case Cadence.DEKAD:
            start = day.replace(day=1 + 10 * min((day.day - 1) // 10, 2))
            end = last if start.day > 20 else start + timedelta(days=9)  # noqa: PLR2004 - 下旬
        case Cadence.HALF_MONTH:
            start = day.replace(day=1 if day.day <= 15 else 16)  # noqa: PLR2004 - the middle of a month
            end = last if start.day > 1 else day.replace(day=15)
        case Cadence.MONTH:
            start, end = day.replace(day=1), last
        case Cadence.QUARTER:
            first = 3 * ((day.month - 1) // 3) + 1
            start, end = date(day.year, first, 1), month_end(day.year, first + 2)
    return ReportingPeriod(cadence, start, end)


@cache
def periods(cadence: Cadence, first: date, last: date) -> tuple[ReportingPeriod, ...]:
    """The periods from that of `first` to that of `last`, each beginning the day after the one before it."""
    return tuple(_periods(cadence, first, last))


def _periods(cadence: Cadence, first: date, last: date) -> Iterator[ReportingPeriod]:
    if first > last:
        return
    period = period_of(cadence, first)
    yield period
    while period.end < last:
        period = period_of(cadence, period.end + _DAY)
        yield period
