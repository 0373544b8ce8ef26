"""The period a briefing is about, and the one before it."""

from dataclasses import dataclass
from datetime import date, timedelta

from tracker.assess.periods import ReportingPeriod, period_of
from tracker.model.catalogue import Cadence

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """From the beginning of `start` to the end of `end`; `cadence` is None for days freely chosen."""

    start: date
    end: date
    cadence: Cadence | None = None

    @property
    def code(self) -> str:
        """Its name in files: 2024-W36, 2024-08-D2 (dekad), 2024-08-H1 (half-month), 2024-08, 2024-Q3."""
        if self.cadence is None:
            return f"{self.start.isoformat()}_{self.end.isoformat()}"
        if self.cadence in {Cadence.DEKAD, Cadence.HALF_MONTH}:
            letter, length = ("D", 10) if self.cadence is Cadence.DEKAD else ("H", 15)
            return f"{self.start:%Y-%m}-{letter}{self.start.day // length + 1}"
        return self.period.code

    @property
    def period(self) -> ReportingPeriod:
        """The same as a reporting period. Raises ValueError for days freely chosen."""
        if self.cadence is None:
            raise ValueError(self.code)
        return ReportingPeriod(self.cadence, self.start, self.end)

    @property
    def previous(self) -> "Span":
        """The period before it; of days freely chosen, as many days before."""
        if self.cadence is None:
            return Span(self.start - (self.end - self.start) - _DAY, self.start - _DAY)
        return span_of(self.cadence, self.start - _DAY)

    @property
    def number(self) -> int:
        """The how-manyeth such period of its year it is; of days freely chosen, the week of `end`."""
        if self.cadence is None:
            return self.end.isocalendar().week
        if self.cadence is Cadence.WEEK:
            return self.start.isocalendar().week
        first = span_of(self.cadence, date(self.start.year, 1, 1))
        number = 1
        while first.start < self.start:
            first, number = span_of(self.cadence, first.end + _DAY), number + 1
        return number


def span_of(cadence: Cadence, day: date) -> Span:
    """The period of this cadence in which `day` lies."""
    period = period_of(cadence, day)
    return Span(period.start, period.end, cadence)


def last_whole(cadence: Cadence, today: date) -> Span:
    """The last period that has ended, `today` included."""
    span = span_of(cadence, today)
    return span if span.end <= today else span.previous
