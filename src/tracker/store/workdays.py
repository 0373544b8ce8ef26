"""Working days in China: the State Council's yearly arrangement, from an optional package."""

from datetime import date
from types import ModuleType

from tracker.assess.workdays import Calendar, Weekends

# chinesecalendar holds the arrangement of each year as the State Council announced it, with the Saturdays and
# Sundays that are worked on (调休), and refuses years it does not know instead of guessing.


class StateCouncil:
    """The calendar of the State Council's General Office (国务院办公厅关于部分节假日安排的通知).

    Of a year that was not announced when the package was made, only weekends are off.
    """

    name = "china"

    def __init__(self, package: ModuleType) -> None:
        self._package = package
        self._years: dict[int, bool] = {}
        # The package looks through all its days at every question; the same few days are asked for often.
        self._days: dict[date, bool] = {}
        self._weekends = Weekends()

    def knows(self, year: int) -> bool:
        """Whether the arrangement of this year is known."""
        if year not in self._years:
            self._years[year] = self._has(year)
        return self._years[year]

    def _has(self, year: int) -> bool:
        try:
            self._package.is_workday(date(year, 1, 1))
        except NotImplementedError:
            return False
        return True

    def is_working_day(self, day: date) -> bool:
        """Whether offices are open; of a year that is not known, Monday to Friday."""
        if day not in self._days:
            known = self.knows(day.year)
            self._days[day] = self._package.is_workday(day) if known else self._weekends.is_working_day(day)
        return self._days[day]


def working_calendar() -> Calendar:
    """The Chinese calendar where its package is installed, otherwise weekends only."""
    try:
        import chinese_calendar
    except ModuleNotFoundError as error:
        if error.name != "chinese_calendar":
            raise
        return Weekends()
    return StateCouncil(chinese_calendar)
