"""Working days: what a calendar says of a day, and the days counted and found with it."""

from datetime import date, timedelta
from typing import Protocol

_DAY = timedelta(days=1)
_SATURDAY = 5


class Calendar(Protocol):
    """Knows which days are worked on."""

    @property
    def name(self) -> str:
        """Its name, a key of words/ (`calendar.<name>`)."""
        ...

    def knows(self, year: int) -> bool:
        """Whether the holidays of this year are known; otherwise its weekends are all there is."""
        ...

    def is_working_day(self, day: date) -> bool:
        """Whether offices are open on `day`."""
        ...


class Weekends:
    """The calendar of those who know no holidays: Monday to Friday."""

    name = "weekends"

    def knows(self, year: int) -> bool:  # noqa: ARG002 - of no year
        """Of no year."""
        return False

    def is_working_day(self, day: date) -> bool:
        """Monday to Friday."""
        return day.weekday() < _SATURDAY


def working_day_from(day: date, calendar: Calendar) -> date:
    """`day` itself if it is worked on, otherwise the next day that is (节假日顺延)."""
    while not calendar.is_working_day(day) and day < date.max:
        day += _DAY
    return day


def working_days_between(after: date, until: date, calendar: Calendar) -> int:
    """How many days after `after`, up to and including `until`, are worked on."""
    count = 0
    while after < until:
        end = min(until, date((after + _DAY).year, 12, 31))
        count += _known_days(after, end, calendar) if calendar.knows(end.year) else _weekdays(after, end)
        after = end
    return count


def _known_days(after: date, until: date, calendar: Calendar) -> int:
    days = (after + timedelta(days=n) for n in range(1, (until - after).days + 1))
    return sum(map(calendar.is_working_day, days))


def _weekdays(after: date, until: date) -> int:
    """Mondays to Fridays, by whole weeks and the days left over."""
    weeks, rest = divmod((until - after).days, 7)
    return 5 * weeks + sum((after.weekday() + n) % 7 < _SATURDAY for n in range(1, rest + 1))
