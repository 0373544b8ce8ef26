"""Days and periods: elapsed share, and a day as files hold it."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

# Any other year is a slip of the pen.
YEARS = range(1900, 3000)


@lru_cache(maxsize=4096)
def position(day: date) -> Fraction:
    """Months passed at the end of `day`, counted from year 0; a whole number at each month's end.

    The convention of public bulletins: the elapsed share (序时进度) at the end of July is 7/12.
    Between month ends the current month counts by day.
    """
    length = calendar.monthrange(day.year, day.month)[1]
    return Fraction(12 * day.year + day.month - 1) + Fraction(day.day, length)


@lru_cache(maxsize=4096)
def months_between(after: date, until: date) -> Fraction:
    """Months from the end of `after` to the end of `until`."""
    return position(until) - position(after)


@dataclass(frozen=True, slots=True)
class Period:
    """From the beginning of `start` to the end of `end`, both days included."""

    start: date
    end: date

    @property
    def months(self) -> Fraction:
        """Length in months."""
        return months_between(self._eve, self.end)

    @property
    def _eve(self) -> date:
        return self.start - timedelta(days=1)

    @property
    def month_ends(self) -> Iterator[date]:
        """The last days of the months that end in it."""
        day = month_end(self.start.year, self.start.month)
        while day <= self.end:
            yield day
            following = day + timedelta(days=1)
            day = month_end(following.year, following.month)

    def elapsed(self, day: date) -> Fraction:
        """Elapsed share (序时进度) at the end of `day`: 0 before the start, 1 from the end on."""
        if day < self.start:
            return Fraction(0)
        if day >= self.end:
            return Fraction(1)
        return months_between(self._eve, day) / self.months

    def months_left(self, day: date) -> Fraction:
        """Months from the end of `day` to the end of the period, never negative."""
        return max(months_between(max(day, self._eve), self.end), Fraction(0))


def year_of(year: int) -> Period:
    """The whole calendar year."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def year_before(day: date) -> date:
    """The same day a year earlier; of 29 February the month's last day."""
    return day.replace(year=day.year - 1, day=min(day.day, calendar.monthrange(day.year - 1, day.month)[1]))


def a_year_later(day: date) -> date:
    """The same day a year later; of the last day of February that month's last day."""
    last = calendar.monthrange(day.year + 1, day.month)[1]
    ends_month = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(day.year + 1, day.month, last if ends_month else day.day)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def iso_day(text: str) -> date:
    """A day written YYYY-MM-DD and nothing else; ValueError where it is no such day."""
    match = _ISO_DAY.fullmatch(text)
    if not match or not text.isascii():
        raise ValueError(text)
    return date(*map(int, match.groups()))
