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


@lru_cache(maxsize=16384)
def months_between(after: date, until: date) -> Fraction:
    """Months from the end of `after` to the end of `until`."""
    return position(until) - position(after)


@lru_cache(maxsize=16384)
def _share(start: date, end: date, day: date) -> Fraction:
    """How much of the period has passed at the end of a day within it; most targets share their period."""
    eve = start - timedelta(days=1)
    return months_between(eve, day) / months_between(eve, end)


@dataclass(frozen=True, slots=True)
class Period:
    """From the beginning of `start` to the end of `end`, both days included."""

    start: date
    end: date

    @property
    def months(self) -> Fraction:
        """Length in months."""
        return position(self.end) - self._origin

    @property
    def _origin(self) -> Fraction:
        return position(self.start - timedelta(days=1))

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
        return _share(self.start, self.end, day)

    def months_left(self, day: date) -> Fraction:
        """Months from the end of `day` to the end of the period, never negative."""
        return max(position(self.end) - max(position(day), self._origin), Fraction(0))


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
    found = _ISO_DAY.fullmatch(text)
    if not found or not text.isascii():
        raise ValueError(text)
    return date(*map(int, found.groups()))


def last_day(text: str, *, today: date, year: int) -> date:
    """The last day of what a person wrote: 2024-08-10, 2024-08, 2024-W33, 2024Q3, 8月上旬, 9月底, today.

    `year` is used where none is written. Raises ValueError for anything else, and for no such day.
    """
    text = "".join(text.split())
    if text.lower() in {"today", "今天", "今日"}:
        return today
    if _ISO_DAY.fullmatch(text):
        return iso_day(text)
    if found := _WEEK.fullmatch(text):
        return date.fromisocalendar(int(found[1]), int(found[2]), 7)
    if found := _QUARTER.fullmatch(text):
        return month_end(int(found[1]), 3 * int(found[2]))
    if found := _MONTH.fullmatch(text):
        return month_end(int(found[1]), _month(found[2]))
    if found := _HALF.fullmatch(text):
        return month_end(int(found[1] or year), 6 if found[2] == "上半年" else 12)
    if found := _YEAR.fullmatch(text):
        return date(int(found[1]), 12, 31)
    return _chinese_day(text, year)


def _chinese_day(text: str, year: int) -> date:
    found = _CHINESE.fullmatch(text)
    if not found or ("月" not in text and "旬" not in text):
        raise ValueError(text)
    year, month, part = int(found[1] or year), _month(found[2]), found[3] or "底"
    if found[4]:
        return date(year, month, int(found[4]))
    if part in {"上旬", "中旬"}:
        return date(year, month, 10 if part == "上旬" else 20)
    return month_end(year, month)


def _month(text: str) -> int:
    month = int(text)
    if not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        raise ValueError(text)
    return month
