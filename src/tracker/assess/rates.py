"""Paces per month expressed in the cadence in which a target is reported."""

from fractions import Fraction

from tracker.model.catalogue import Cadence

# Months in one reporting period. A week is 7 days of a mean month (365.25 days a year, 12 months).
MONTHS: dict[Cadence, Fraction] = {
    Cadence.WEEK: Fraction(7 * 12 * 4, 1461),
    Cadence.DEKAD: Fraction(1, 3),
    Cadence.HALF_MONTH: Fraction(1, 2),
    Cadence.MONTH: Fraction(1),
    Cadence.QUARTER: Fraction(3),
}


def per(cadence: Cadence, per_month: Fraction) -> Fraction:
    """A pace of units per month, in units per reporting period."""
    return per_month * MONTHS[cadence]


def pressure(required: Fraction | None, recent: Fraction | None) -> Fraction | None:
    """Required over recent pace: above 1 it must go faster than it does.

    None where either is unknown, or where it does not go forward at all and no ratio says how much faster.
    """
    if required is None or recent is None or recent <= 0:
        return None
    return required / recent
