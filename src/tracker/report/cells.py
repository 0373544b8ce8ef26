"""Cells that several views share: an assessment's values in the form in which they are shown."""

from fractions import Fraction

from tracker.assess.assessment import Assessment
from tracker.assess.periods import per_period
from tracker.model.catalogue import Cadence
from tracker.model.quantity import Quantity, finite_decimal, is_whole
from tracker.report.values import Amount, Demand, Percent, PercentagePoints, Phrase, Record, Shortfall, Word


def row(assessment: Assessment) -> Record:
    """The cells that most tables of targets have, by their columns."""
    target, latest = assessment.target, assessment.latest
    return {
        "number": target.number,
        "name": target.name,
        "lead_unit": target.lead,
        "target": demand(assessment),
        "year_step": year_step(assessment),
        "actual": actual(assessment),
        "actual_date": latest.day if latest else None,
        "completion": completion(assessment),
        "year_completion": year_completion(assessment),
        "lead": lead(assessment),
        "gap": gap(assessment),
        "year_on_year": percent(assessment.year_on_year),
        "signal": assessment.signal,
    }


def demand(assessment: Assessment) -> Demand:
    """The goal in force."""
    due = assessment.period.end
    return Demand(assessment.goal, assessment.target.unit, due, dated=due.year != assessment.as_of.year)


def year_step(assessment: Assessment) -> Quantity | None:
    """What the end of the year asks of a target that is due in a later one."""
    step = assessment.year_step
    return None if step is None else Quantity(step, assessment.target.unit)


def year_completion(assessment: Assessment) -> Percent | None:
    """The completion of the year's step, where there is one."""
    return percent(assessment.year_completion)


def of_years(assessment: Assessment) -> Phrase | None:
    """Where it stands against the year's step and against the whole, of a target of several years."""
    if assessment.year_step is None:
        return None
    facts = {
        "step": year_step(assessment),
        "done": year_completion(assessment),
        "due": assessment.period.end.year,
        "goal": demand(assessment),
        "completion": completion(assessment),
    }
    return Phrase("years.stand" if assessment.latest else "years.asked", facts)


def actual(assessment: Assessment) -> Quantity | None:
    """The latest figure."""
    return None if assessment.actual is None else Quantity(assessment.actual, assessment.target.unit)


def gap(assessment: Assessment) -> Shortfall | None:
    """What is missing."""
    return None if assessment.gap is None else Shortfall(assessment.gap, assessment.target.unit)


def year_before(assessment: Assessment) -> Phrase | None:
    """The figure of the same day a year before and, unless it was zero, the growth since."""
    if assessment.year_before is None:
        return None
    day, value = assessment.year_before
    facts = {"value": Quantity(value, assessment.target.unit), "day": day, "growth": growth(assessment)}
    return Phrase("detail.year-before" if facts["growth"] else "detail.year-before.zero", facts)


def growth(assessment: Assessment) -> Phrase | None:
    """How the latest figure compares with that of the same day a year before (同比), in words."""
    grown = assessment.year_on_year
    if grown is None:
        return None
    key = "level" if not grown else "up" if grown > 0 else "down"
    return Phrase(f"growth.{key}", {"share": Percent(abs(grown))})


def percent(share: Fraction | None) -> Percent | None:
    """A share, or nothing."""
    return None if share is None else Percent(share)


def completion(assessment: Assessment) -> Percent | None:
    """The completion, where there is one; what is met, and what is expected, are its limits."""
    if assessment.completion is None:
        return None
    shares = (assessment.inputs.schedule.completion(edge) for edge in assessment.goal.edges)
    return Percent(assessment.completion, _known(*shares, assessment.expected_completion))


def expected(assessment: Assessment) -> Percent | None:
    """The completion that is expected, where there is one; what there is, is its limit."""
    share = assessment.expected_completion
    return None if share is None else Percent(share, _known(assessment.completion))


def lead(assessment: Assessment, *, signed: bool = True) -> PercentagePoints | None:
    """The lead over the path, where there is one; its limits are those of the signals."""
    if assessment.lead is None:
        return None
    inputs = assessment.inputs
    due = assessment.expected_completion or Fraction(0)
    return PercentagePoints(
        assessment.lead, inputs.profile.limits(due, rate=inputs.schedule.is_rate), signed=signed
    )


def level(assessment: Assessment, value: Fraction) -> Amount:
    """A computed value of the target; where its goal begins or ceases to be met is its limit."""
    return Amount(value, assessment.target.unit, level=True, limits=assessment.goal.edges)


def _known(*shares: Fraction | None) -> tuple[Fraction, ...]:
    return tuple(share for share in shares if share is not None)


def edge(assessment: Assessment) -> Quantity | None:
    """What just counts as met (达标线): the number, or the edge of the tolerance nearer to the figure."""
    if assessment.actual is None:
        return None
    value = assessment.goal.edge(Fraction(assessment.actual))
    return Quantity(finite_decimal(value), assessment.target.unit)


def pace(assessment: Assessment, per_month: Fraction | None, *, up: bool = False) -> Phrase | None:
    """A pace towards the goal in the target's own cadence: 3家/旬. What is required is rounded up."""
    return rate(assessment, per_month, assessment.target.reporting.cadence, up=up)


def rate(
    assessment: Assessment, per_month: Fraction | None, cadence: Cadence, *, up: bool = False
) -> Phrase | None:
    """A pace towards the goal per reporting period of `cadence`; what is required (`up`) is at most the gap.

    Where less is better a word says which way it goes (降3件, 升3件), so that no sign needs to be turned.
    """
    if per_month is None:
        return None
    unit, gap = assessment.target.unit, assessment.gap if up else None
    towards = per_period(cadence, per_month)
    size = abs(towards)
    amount: Amount | Shortfall | Phrase = Amount(towards, unit, up)
    falls = towards and not assessment.goal.higher_is_better
    if gap is not None and towards >= gap:
        amount = Shortfall(gap, unit)
    elif gap is not None and not is_whole(unit):
        amount = Amount(towards, unit, up, limits=(Fraction(gap),))
    elif falls:
        amount = Amount(size, unit, up)
    if falls:
        amount = Phrase("pace.falls" if towards > 0 else "pace.rises", {"amount": amount})
    return Phrase(f"rate.{cadence.value}", {"amount": amount})


def recent(assessment: Assessment) -> Fraction | None:
    """The recent pace towards the goal: positive also where the figure is to come down."""
    if assessment.pace is None:
        return None
    return assessment.pace if assessment.goal.higher_is_better else -assessment.pace


def run(cadence: Cadence, periods: int) -> Phrase:
    """So many reporting periods, by the name of their unit: 12旬, 4月."""
    return Phrase(f"run.{cadence.value}", {"count": periods})


def notice(assessment: Assessment) -> Phrase | str:
    """The notice it has come to, with the periods in a row; blank where there is none."""
    state = assessment.escalation_state
    if state.notice is None:
        return ""
    level = Word("notice", state.notice.value)
    if not state.periods:
        return Phrase("notice.alone", {"level": level})
    periods = run(assessment.target.reporting.cadence, state.periods)
    return Phrase("notice.repeated", {"level": level, "periods": periods})
