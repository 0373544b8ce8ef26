"""Why a target has the signal it has, in words: operator, path, judging day, comparison, notice."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from tracker.assess.assessment import Assessment
from tracker.assess.escalation import Notice
from tracker.assess.signal import Flag, Signal
from tracker.model.amendments import PathRule
from tracker.model.goal import Operator
from tracker.model.quantity import Quantity
from tracker.report import cells
from tracker.report.profiles import of_counts, of_rates
from tracker.report.scope import Scope, totals_said
from tracker.report.values import Demand, Phrase, Shortfall, Word


def reasons(assessment: Assessment, scope: Scope) -> Iterator[Phrase]:
    """The rule as applied, in the order in which it is applied."""
    yield operator(assessment)
    yield _path(assessment)
    if Flag.CONFLICTING in assessment.flags and assessment.latest is not None:
        told = {"day": assessment.latest.day, "actual": cells.actual(assessment)}
        yield Phrase("figure.conflicting", {**told, "figures": totals_said(scope, assessment)})
    yield _judging_day(assessment, scope)
    yield comparison(assessment, scope)
    yield _notice(assessment, scope)


def operator(assessment: Assessment) -> Phrase:
    """What the goal in force asks for."""
    goal, unit = assessment.goal, assessment.target.unit
    if goal.operator is Operator.DONE_BY:
        return Phrase("operator.done_by", {"end": assessment.period.end})
    value = Quantity(goal.value, unit)
    if goal.operator is Operator.ABOUT and goal.tolerance is not None:
        return Phrase(
            f"operator.about.{goal.better or 'both'}",
            {"value": value, "tolerance": Shortfall(goal.tolerance, unit)},
        )
    if goal.operator is Operator.BETWEEN and goal.upper is not None:
        return Phrase("operator.between", {"value": value, "upper": Quantity(goal.upper, unit)})
    if goal.operator is Operator.REACH and not goal.higher_is_better:
        return Phrase("operator.reach.lower", {"value": value})
    return Phrase(f"operator.{goal.operator.value}", {"value": value})


def _path(assessment: Assessment) -> Phrase:
    """How much is expected when."""
    target, period, schedule = assessment.target, assessment.period, assessment.inputs.schedule
    facts = {
        "start": period.start,
        "end": period.end,
        "from": Quantity(target.baseline or assessment.goal.value * 0, target.unit),
        "to": Quantity(assessment.goal.value, target.unit),
    }
    if schedule.path is PathRule.POINTS:
        steps = tuple(
            Phrase("path.step", {"day": day, "value": Quantity(value, target.unit)})
            for day, value in schedule.points
        )
        return Phrase("path.points", {**facts, "steps": steps})
    return Phrase(f"path.{schedule.path.value}", facts)


def _judging_day(assessment: Assessment, scope: Scope) -> Phrase:
    target, latest = assessment.target, assessment.latest
    facts: dict[str, object] = {
        "as_of": scope.as_of,
        "fresh": target.reporting.fresh_days,
        "cadence": Word("cadence", target.reporting.cadence.value),
        "grace": target.reporting.grace,
    }
    if latest is None:
        return Phrase("judged.none", facts)
    facts |= {"day": latest.day, "days": (scope.as_of - latest.day).days}
    if assessment.inputs.schedule.path is PathRule.AT_DUE:
        return Phrase("judged.at_due", facts)
    return Phrase("judged.fresh" if assessment.judged_on == latest.day else "judged.late", facts)


def comparison(assessment: Assessment, scope: Scope) -> Phrase:
    """The comparison that gave the signal."""
    period, is_rate = assessment.period, assessment.inputs.schedule.is_rate
    facts: dict[str, object] = {
        "signal": Word("signal", assessment.signal.value),
        "actual": cells.actual(assessment),
        "target": goal_of(assessment),
        "edge": cells.edge(assessment),
        "completion": cells.completion(assessment),
        "expected": cells.expected(assessment),
        "lead": cells.lead(assessment),
        "profile": scope.profile.name,
        "rule": of_rates(scope.profile) if is_rate else of_counts(scope.profile),
        "start": period.start,
        "end": period.end,
        "as_of": scope.as_of,
    }
    return Phrase(f"reason.{_reason(assessment)}", facts)


def _reason(assessment: Assessment) -> str:
    """Which sentence tells the comparison."""
    reason, schedule = assessment.reason, assessment.inputs.schedule
    if reason == "wrong-direction" and not assessment.goal.value:
        return "no-ratio"
    if reason == "at-due" and Flag.AT_RISK in assessment.flags:
        return "at-due.at-risk"
    if reason in {"lead", "holds"} and schedule.is_rate and assessment.lead is not None:
        return f"{reason}.rate"
    if reason == "lead" and assessment.lead is not None:
        if assessment.actual is not None and schedule.is_past(Fraction(assessment.actual)):
            return "lead.past"
        # Before its deadline a share of the whole worsens as it rises where the goal is a limit.
        return "lead.limit" if schedule.uses_up else "lead"
    return reason


def goal_of(assessment: Assessment) -> Demand | Quantity:
    """The goal in a sentence; of a milestone all of it, since the sentence names the day by itself."""
    if assessment.goal.operator is Operator.DONE_BY:
        return Quantity(assessment.goal.value, assessment.target.unit)
    return cells.demand(assessment)


def _notice(assessment: Assessment, scope: Scope) -> Phrase:
    state, rule = assessment.escalation_state, scope.book.catalogue.escalation
    days_left = (assessment.period.end - scope.as_of).days
    cadence = assessment.target.reporting.cadence
    facts: dict[str, object] = {
        "periods": cells.run(cadence, state.periods),
        "cadence": Word("cadence", cadence.value),
        "since": state.since or date.min,
        "near": rule.near,
        "days": days_left,
        "end": assessment.period.end,
        "repeat": cells.run(cadence, rule.repeat),
        "repeat_far": cells.run(cadence, rule.repeat_far),
    }
    if state.notice is None:
        return Phrase("why.over" if days_left < 0 else "why.none", facts)
    if assessment.signal is Signal.OVERDUE:
        return Phrase("why.overdue" if state.periods else "why.overdue.new", facts)
    if state.notice is Notice.YELLOW and not state.periods:
        return Phrase("why.yellow.new", facts)
    if state.notice is Notice.BLUE and assessment.met:
        return Phrase("why.blue.met", facts)
    return Phrase(f"why.{state.notice.value}", facts)


def forecast(assessment: Assessment) -> Phrase:
    """Where it leads at the recent pace, or why nothing can be said.

    What is judged at its deadline only has no forecast; where its figures warn, their range is told.
    """
    projection, key = assessment.forecast, "forecast.range"
    if projection is not None and projection.seasonal:
        key = "forecast.season"
    if Flag.AT_RISK in assessment.flags and assessment.warning is not None:
        projection, key = assessment.warning, "forecast.warning"
    if projection is None:
        return Phrase(f"forecast.{assessment.no_forecast or 'none'}")
    facts = {
        "end": assessment.period.end,
        "value": cells.level(assessment, projection.value),
        "low": cells.level(assessment, projection.low),
        "high": cells.level(assessment, projection.high),
        "target": goal_of(assessment),
    }
    return Phrase(key, facts)


def outlook(assessment: Assessment, scope: Scope) -> Phrase:
    """Where it leads, and how long it stays ahead of its path if nothing more is reported."""
    days, ahead = assessment.buffer, forecast(assessment)
    if days is None:
        return Phrase("detail.outlook", {"forecast": ahead})
    left = Phrase("buffer.gone" if days == 0 else "buffer.days", {"days": days, "as_of": scope.as_of})
    return Phrase("detail.outlook-buffer", {"forecast": ahead, "buffer": left})
