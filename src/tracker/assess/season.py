"""How the months of a period are counted: by the calendar, and by how last year's work fell on them."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

from tracker.assess.previous import share_by
from tracker.assess.schedule import Schedule
from tracker.model.period import months_between

# A month counts so much by last year's figures and the rest by the calendar: where nothing came last year
# something may come this year. Chosen with `make backtest`.
TRUST = Fraction(9, 10)

MonthsAt = Callable[[date], Fraction]


def calendars(schedule: Schedule) -> tuple[MonthsAt, ...]:
    """Months of the period up to the end of a day: as they are and, where it is known, by last year's work.

    By last year's work a month in which a quarter of that year's sum came is a quarter of the period.
    """
    target, period = schedule.target, schedule.period
    eve = period.start - timedelta(days=1)

    def by_calendar(day: date) -> Fraction:
        return months_between(eve, day)

    def by_work(day: date) -> Fraction:
        share = share_by(target, period, day) or Fraction(0)
        return TRUST * share * period.months + (1 - TRUST) * months_between(eve, day)

    return (by_calendar,) if share_by(target, period, period.end) is None else (by_calendar, by_work)
