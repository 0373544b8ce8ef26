"""Cells that several views share: an assessment's values in the form in which they are shown."""

from fractions import Fraction

from tracker.assess.assessment import Assessment
from tracker.assess.periods import per_period
from tracker.model.catalogue import Cadence
from tracker.model.quantity import Quantity
from tracker.report.values import Amount, Demand, Percent, PercentagePoints, Phrase, Record, Shortfall, Word


def row(assessment: Assessment) -> Record:
    """The cells that most tables of targets have, by their columns."""
    target, latest = assessment.target, assessment.latest
    return {
        "number": target.number,
        "name": target.name,
        "lead_unit": target.lead,
        "target": demand(assessment),
        "actual": actual(assessment),
        "actual_date": latest.day if latest else None,
        "completion": completion(assessment),
        "lead": lead(assessment),
        "gap": gap(assessment),
        "signal": assessment.signal,
    }


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


def points(share: Fraction | None) -> PercentagePoints | None:
    """A difference of shares, or nothing."""
    return None if share is None else PercentagePoints(share)


def completion(assessment: Assessment) -> Percent | None:
    """The completion, where there is one."""
    return percent(assessment.completion)


def lead(assessment: Assessment) -> PercentagePoints | None:
    """The lead over the path, where there is one."""
    return points(assessment.lead)


def pace(assessment: Assessment, per_month: Fraction | None, *, up: bool = False) -> Phrase | None:
    """A pace in the target's own cadence: 3家/旬. What is required is rounded up."""
    return rate(assessment, per_month, assessment.target.reporting.cadence, up=up)


def rate(
    assessment: Assessment, per_month: Fraction | None, cadence: Cadence, *, up: bool = False
) -> Phrase | None:
    """A pace per reporting period of `cadence`; what is required (`up`) is no more than the whole gap."""
    if per_month is None:
        return None
    pace_per_period = per_period(cadence, per_month)
    if up and assessment.gap is not None:
        pace_per_period = min(pace_per_period, Fraction(assessment.gap))
    return Phrase(f"rate.{cadence.value}", {"amount": Amount(pace_per_period, assessment.target.unit, up)})


def recent(assessment: Assessment) -> Fraction | None:
    """The recent pace towards the goal: positive also where the figure is to come down."""
    if assessment.pace is None:
        return None
    return assessment.pace if assessment.goal.higher_is_better else -assessment.pace


def notice(assessment: Assessment) -> Phrase | str:
    """The notice it has come to, with the periods in a row; blank where there is none."""
    state = assessment.escalation_state
    if state.notice is None:
        return ""
    level = Word("notice", state.notice.value)
    if not state.periods:
        return Phrase("notice.alone", {"level": level})
    return Phrase("notice.repeated", {"level": level, "periods": state.periods})
