"""Working days where only weekends are known."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tracker.assess.workdays import Weekends, working_day_from, working_days_between

FRIDAY, SATURDAY, SUNDAY, MONDAY = (date(2024, 10, day) for day in (11, 12, 13, 14))


def test_weekends_are_off() -> None:
    calendar = Weekends()
    assert calendar.is_working_day(FRIDAY)
    assert calendar.is_working_day(MONDAY)
    assert not calendar.is_working_day(SATURDAY)
    assert not calendar.is_working_day(SUNDAY)
    assert not calendar.knows(2024)


def test_the_next_working_day() -> None:
    assert working_day_from(FRIDAY, Weekends()) == FRIDAY
    assert working_day_from(SATURDAY, Weekends()) == MONDAY
    assert working_day_from(SUNDAY, Weekends()) == MONDAY


def test_the_last_day_of_the_calendar_stands_for_itself() -> None:
    class Never(Weekends):
        def is_working_day(self, day: date) -> bool:
            return day < date.min

    assert working_day_from(date.max, Never()) == date.max


def test_working_days_are_counted_after_the_first_day() -> None:
    assert working_days_between(FRIDAY, FRIDAY, Weekends()) == 0
    assert working_days_between(FRIDAY, SUNDAY, Weekends()) == 0
    assert working_days_between(FRIDAY, MONDAY, Weekends()) == 1
    assert working_days_between(date(2024, 10, 1), date(2024, 10, 31), Weekends()) == 22
    assert working_days_between(MONDAY, FRIDAY, Weekends()) == 0


@given(st.dates(date(2023, 1, 1), date(2026, 12, 31)), st.integers(-5, 900), st.booleans())
def test_working_days_are_counted_as_if_one_by_one(after: date, days: int, knowing: bool) -> None:  # noqa: FBT001
    class Odd(Weekends):
        """Knows 2024, in which only the odd days are worked on."""

        def knows(self, year: int) -> bool:
            return knowing and year == 2024

        def is_working_day(self, day: date) -> bool:
            return day.day % 2 == 1 if self.knows(day.year) else super().is_working_day(day)

    calendar, until = Odd(), after + timedelta(days=days)
    one_by_one = sum(calendar.is_working_day(after + timedelta(days=n)) for n in range(1, days + 1))
    assert working_days_between(after, until, calendar) == one_by_one
