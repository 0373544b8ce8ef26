"""How much of a period has passed, as every public example of 序时进度 counts it."""

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

# A figure is fresh for the longest period of its cadence, plus the days of grace.
LONGEST = {"week": 7, "dekad": 11, "half-month": 16, "month": 31, "quarter": 92}
# One reporting period in months; a week is seven days of a mean month.
PERIOD_MONTHS = {
    "week": Fraction(7 * 12 * 4, 1461),
    "dekad": Fraction(1, 3),
    "half-month": Fraction(1, 2),
    "month": Fraction(1),
    "quarter": Fraction(3),
}


def months(day: date) -> Fraction:
    """Months from the beginning of the calendar to the end of a day: whole months, and days within the month."""
    return 12 * day.year + day.month - 1 + Fraction(day.day, monthrange(day.year, day.month)[1])


def elapsed(start: date, due: date, day: date) -> Fraction:
    """The share of the period from the beginning of `start` to the end of `due` that has passed at the end of `day`."""
    before = months(start - timedelta(days=1))
    share = (months(day) - before) / (months(due) - before)
    return min(max(share, Fraction(0)), Fraction(1))
