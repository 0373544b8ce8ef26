"""Cells that several views share: an assessment's values in the form in which they are shown."""

from fractions import Fraction

from tracker.assess.assessment import Assessment
from tracker.assess.rates import per
from tracker.model.catalogue import Cadence
from tracker.model.quantity import Quantity
from tracker.report.values import Amount, Demand, Percent, Phrase, Points, Shortfall, Word


def demand(assessment: Assessment) -> Demand:
    """The goal in force."""
    return Demand(assessment.goal, assessment.target.unit, assessment.period.end)


def actual(assessment: Assessment) -> Quantity | None:
    """The latest figure."""
    return None if assessment.actual is None else Quantity(assessment.actual, assessment.target.unit)


def gap(assessment: Assessment) -> Shortfall | None:
    """What is missing."""
    return None if assessment.gap is None else Shortfall(assessment.gap, assessment.target.unit)


def percent(share: Fraction | None) -> Percent | None:
    """A share, or nothing."""
    return None if share is None else Percent(share)


def points(share: Fraction | None) -> Points | None:
    """A difference of shares, or nothing."""
    return None if share is None else Points(share)


def pace(assessment: Assessment, per_month: Fraction | None, *, up: bool = False) -> Phrase | None:
    """A pace in the target's own cadence: 3家/旬. What is required is rounded up."""
    return rate(per_month, assessment.target.reporting.cadence, assessment.target.unit, up=up)


def rate(per_month: Fraction | None, cadence: Cadence, unit: str, *, up: bool = False) -> Phrase | None:
    """A pace per reporting period of `cadence`."""
    if per_month is None:
        return None
    return Phrase(f"rate.{cadence.value}", {"amount": Amount(per(cadence, per_month), unit, up)})


def notice(assessment: Assessment) -> Phrase | str:
    """The notice it has come to, with the periods in a row; blank where there is none."""
    standing = assessment.standing
    if standing.notice is None:
        return ""
    level = Word("notice", standing.notice.value)
    if not standing.periods:
        return Phrase("notice.alone", {"level": level})
    return Phrase("notice.repeated", {"level": level, "periods": standing.periods})
