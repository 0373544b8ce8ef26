"""How the months of a period are counted: by the calendar, and by how last year's work fell on them."""

from bisect import bisect_left
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

from tracker.assess.schedule import Schedule
from tracker.model.period import months_between, position

MONTHS_OF_A_YEAR = 12
# A month counts so much by last year's figures and the rest by the calendar: where nothing came last year
# something may come this year. Chosen with `make backtest`.
TRUST = Fraction(9, 10)

MonthsAt = Callable[[date], Fraction]


def calendars(schedule: Schedule) -> tuple[MonthsAt, ...]:
    """Months of the period up to the end of a day: as they are and, where it is known, by last year's work.

    By last year's work a month in which a quarter of that year's sum came is a quarter of the period. Nothing
    is known of it where its figures do not reach the same deadline, or came to nothing.
    """
    eve = schedule.period.start - timedelta(days=1)
    first, last = (position(day) - MONTHS_OF_A_YEAR for day in (eve, schedule.period.end))
    figures = [(position(day), Fraction(value)) for day, value in schedule.target.previous]
    if not figures or figures[-1][0] < last:
        return (lambda day: months_between(eve, day),)
    if figures[0][0] > first:
        figures.insert(0, (first, Fraction(0)))
    start, whole = _at(figures, first), _at(figures, last) - _at(figures, first)
    if not whole:
        return (lambda day: months_between(eve, day),)

    def by_work(day: date) -> Fraction:
        share = (_at(figures, position(day) - MONTHS_OF_A_YEAR) - start) / whole
        return TRUST * share * schedule.period.months + (1 - TRUST) * months_between(eve, day)

    return (lambda day: months_between(eve, day), by_work)


def _at(figures: list[tuple[Fraction, Fraction]], when: Fraction) -> Fraction:
    """The value by then, in a straight line between figures."""
    after = min(max(bisect_left(figures, when, key=lambda figure: figure[0]), 1), len(figures) - 1)
    (since, low), (until, high) = figures[after - 1], figures[after]
    return low + (high - low) * (when - since) / (until - since)
