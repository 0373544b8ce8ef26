"""Reporting periods of the calendar, the range of days a briefing is about, and paces per period."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

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


def periods(cadence: Cadence, first: date, last: date) -> Iterator[ReportingPeriod]:
    """The periods from that of `first` to that of `last`, each beginning the day after the one before it."""
    while first <= last:
        period = period_of(cadence, first)
        yield period
        if period.end >= last:
            return
        first = period.end + _DAY


@dataclass(frozen=True, slots=True)
class DateRange:
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
    def previous(self) -> "DateRange":
        """The period before it; of days freely chosen, as many days before.

        Before the first day of the calendar there is nothing: that day is then all there is.
        """
        last = max(self.start, date.min + _DAY) - _DAY
        if self.cadence is None:
            return DateRange(last - min(self.end - self.start, last - date.min), last)
        return range_of(self.cadence, last)

    @property
    def number(self) -> int:
        """The how-manyeth such period of its year it is; of days freely chosen, the week of `end`."""
        if self.cadence is None:
            return self.end.isocalendar().week
        if self.cadence is Cadence.WEEK:
            return self.start.isocalendar().week
        first = range_of(self.cadence, date(self.start.year, 1, 1))
        number = 1
        while first.start < self.start:
            first, number = range_of(self.cadence, first.end + _DAY), number + 1
        return number


def range_of(cadence: Cadence, day: date) -> DateRange:
    """The period of this cadence in which `day` lies."""
    period = period_of(cadence, day)
    return DateRange(period.start, period.end, cadence)


def last_whole(cadence: Cadence, today: date) -> DateRange:
    """The last period that has ended, `today` included."""
    span = range_of(cadence, today)
    return span if span.end <= today else span.previous


# Months in one reporting period. A week is 7 days of a mean month (365.25 days a year, 12 months).
MONTHS: dict[Cadence, Fraction] = {
    Cadence.WEEK: Fraction(7 * 12 * 4, 1461),
    Cadence.DEKAD: Fraction(1, 3),
    Cadence.HALF_MONTH: Fraction(1, 2),
    Cadence.MONTH: Fraction(1),
    Cadence.QUARTER: Fraction(3),
}


def per_period(cadence: Cadence, per_month: Fraction) -> Fraction:
    """A pace of units per month, in units per reporting period."""
    return per_month * MONTHS[cadence]


def pressure(required: Fraction | None, recent: Fraction | None) -> Fraction | None:
    """Required over recent pace: above 1 it must go faster than it does.

    None where either is unknown, or where it does not go forward at all and no ratio says how much faster.
    """
    if required is None or recent is None or recent <= 0:
        return None
    return required / recent
