"""Days and periods: elapsed share, and the ways people write a day."""

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


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_WEEK = re.compile(r"(\d{4})-?W(\d{1,2})", re.IGNORECASE)
_QUARTER = re.compile(r"(\d{4})-?Q([1-4])", re.IGNORECASE)
_YEAR = re.compile(r"(\d{4})年?")
_CHINESE = re.compile(
    r"(?:(\d{4})(?:年|-))?(\d{1,2})月?(上旬|中旬|下旬|底|末|份|(\d{1,2})[日号])?",
)
_HALF = re.compile(r"(?:(\d{4})年?)?(上半年|年底|年末|下半年)")


def iso_day(text: str) -> date:
    """A day written YYYY-MM-DD and nothing else; ValueError where it is no such day."""
    match = _ISO_DAY.fullmatch(text)
    if not match or not text.isascii():
        raise ValueError(text)
    return date(*map(int, match.groups()))


def last_day(text: str, *, today: date, year: int) -> date:
    """The last day of what a person wrote: 2024-08-10, 2024-08, 2024-W33, 2024Q3, 8月上旬, 9月底, today.

    `year` is used where none is written. Raises ValueError for anything else, and for no such day.
    """
    text = "".join(text.split())
    if text.lower() in {"today", "今天", "今日"}:
        return today
    if _ISO_DAY.fullmatch(text):
        return iso_day(text)
    if match := _WEEK.fullmatch(text):
        return date.fromisocalendar(int(match[1]), int(match[2]), 7)
    if match := _QUARTER.fullmatch(text):
        return month_end(int(match[1]), 3 * int(match[2]))
    if match := _MONTH.fullmatch(text):
        return month_end(int(match[1]), _month(match[2]))
    if match := _HALF.fullmatch(text):
        return month_end(int(match[1] or year), 6 if match[2] == "上半年" else 12)
    if match := _YEAR.fullmatch(text):
        return date(int(match[1]), 12, 31)
    return _chinese_day(text, year)


def _chinese_day(text: str, year: int) -> date:
    match = _CHINESE.fullmatch(text)
    if not match or ("月" not in text and "旬" not in text):
        raise ValueError(text)
    year, month, part = int(match[1] or year), _month(match[2]), match[3] or "底"
    if match[4]:
        return date(year, month, int(match[4]))
    if part in {"上旬", "中旬"}:
        return date(year, month, 10 if part == "上旬" else 20)
    return month_end(year, month)


def _month(text: str) -> int:
    month = int(text)
    if not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        raise ValueError(text)
    return month
