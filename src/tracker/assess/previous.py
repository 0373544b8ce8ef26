"""What was counted in the year before (上年同期): on the same day, and as a share of that year's sum."""

from bisect import bisect_left
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from tracker.model.catalogue import Target
from tracker.model.period import Period, position

MONTHS_OF_A_YEAR = 12


def figure_of_year_before(target: Target, day: date) -> tuple[date, Decimal] | None:
    """The figure of the same day a year before, and its day; None where there is none of that very day.

    The end of a month is compared with the end of that month. Nothing is interpolated: it is a figure.
    """
    then = position(day) - MONTHS_OF_A_YEAR
    return next(((at, value) for at, value in target.previous if position(at) == then), None)


def share_by(target: Target, period: Period, day: date) -> Fraction | None:
    """The share of last year's sum, from the period's start to its end, that was there a year before the day.

    In a straight line between figures, from 0 before the period to 1 after it. None where last year's figures
    do not reach the same deadline, or came to nothing.
    """
    eve = period.start - timedelta(days=1)
    first, last = (position(at) - MONTHS_OF_A_YEAR for at in (eve, period.end))
    figures = [(position(at), Fraction(value)) for at, value in target.previous]
    if not figures or figures[-1][0] < last:
        return None
    if figures[0][0] > first:
        figures.insert(0, (first, Fraction(0)))
    start, whole = _at(figures, first), _at(figures, last) - _at(figures, first)
    if not whole:
        return None
    then = min(max(position(day) - MONTHS_OF_A_YEAR, first), last)
    return (_at(figures, then) - start) / whole


def _at(figures: list[tuple[Fraction, Fraction]], when: Fraction) -> Fraction:
    """The value by then, in a straight line between figures."""
    after = min(max(bisect_left(figures, when, key=lambda figure: figure[0]), 1), len(figures) - 1)
    (since, low), (until, high) = figures[after - 1], figures[after]
    return low + (high - low) * (when - since) / (until - since)
