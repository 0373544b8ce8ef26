"""Why a target has the signal it has, in words: operator, path, judging day, comparison, notice."""

from collections.abc import Iterator
from datetime import date

from tracker.assess.assessment import Assessment
from tracker.assess.signal import Signal
from tracker.model.catalogue import PathRule
from tracker.model.goal import Operator
from tracker.model.quantity import Quantity
from tracker.report import cells
from tracker.report.profiles import thresholds
from tracker.report.scope import Scope
from tracker.report.values import Amount, Demand, Phrase, Shortfall, Word


def reasons(assessment: Assessment, scope: Scope) -> Iterator[Phrase]:
    """The rule as applied, in the order in which it is applied."""
    yield operator(assessment)
    yield _path(assessment)
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
    return Phrase(f"operator.{goal.operator.value}", {"value": value})


def _path(assessment: Assessment) -> Phrase:
    """How much is expected when."""
    target, period = assessment.target, assessment.period
    facts = {
        "start": period.start,
        "end": period.end,
        "from": Quantity(target.baseline or assessment.goal.value * 0, target.unit),
        "to": Quantity(assessment.goal.value, target.unit),
    }
    if target.path is PathRule.POINTS:
        steps = tuple(
            Phrase("path.step", {"day": day, "value": Quantity(value, target.unit)})
            for day, value in target.points
        )
        return Phrase("path.points", {**facts, "steps": steps})
    return Phrase(f"path.{target.path.value}", facts)


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
    if target.path is PathRule.AT_DUE:
        return Phrase("judged.at_due", facts)
    return Phrase("judged.fresh" if assessment.judged_on == latest.day else "judged.late", facts)


def comparison(assessment: Assessment, scope: Scope) -> Phrase:
    """The comparison that gave the signal."""
    period = assessment.period
    facts: dict[str, object] = {
        "signal": Word("signal", assessment.signal.value),
        "actual": cells.actual(assessment),
        "target": _asked(assessment),
        "completion": cells.completion(assessment),
        "expected": cells.percent(assessment.expected_completion),
        "lead": cells.lead(assessment),
        "profile": scope.profile.name,
        "rule": thresholds(scope.profile),
        "start": period.start,
        "end": period.end,
        "as_of": scope.as_of,
    }
    return Phrase(f"reason.{_reason(assessment)}", facts)


def _reason(assessment: Assessment) -> str:
    """Which sentence tells the comparison."""
    if assessment.reason == "wrong-direction" and not assessment.goal.value:
        return "no-ratio"
    # Before its deadline a share of the whole worsens as it rises where the goal is a limit.
    if _inverted(assessment):
        return "lead.over" if assessment.goal.operator is Operator.ABOUT else "lead.limit"
    return assessment.reason


def _asked(assessment: Assessment) -> Demand | Quantity:
    """The goal in a sentence; of a milestone all of it, since the sentence names the day by itself."""
    if assessment.goal.operator is Operator.DONE_BY:
        return Quantity(assessment.goal.value, assessment.target.unit)
    return cells.demand(assessment)


def _inverted(assessment: Assessment) -> bool:
    """Whether the lead is expected minus completion, since more is worse."""
    if assessment.reason != "lead" or assessment.lead is None:
        return False
    completion, expected = assessment.completion, assessment.expected_completion
    return completion is not None and expected is not None and completion - expected != assessment.lead


def _notice(assessment: Assessment, scope: Scope) -> Phrase:
    state, rule = assessment.escalation_state, scope.book.catalogue.escalation
    days_left = (assessment.period.end - scope.as_of).days
    facts: dict[str, object] = {
        "periods": state.periods,
        "since": state.since or date.min,
        "near": rule.near,
        "days": days_left,
        "end": assessment.period.end,
        "repeat": rule.repeat,
        "repeat_far": rule.repeat_far,
    }
    if state.notice is None:
        return Phrase("why.over" if days_left < 0 else "why.none", facts)
    if assessment.signal is Signal.OVERDUE:
        return Phrase("why.overdue", facts)
    return Phrase(f"why.{state.notice.value}", facts)


def forecast(assessment: Assessment) -> Phrase:
    """Where it leads at the recent pace, or why nothing can be said."""
    projection, unit = assessment.forecast, assessment.target.unit
    if projection is None:
        return Phrase(f"forecast.{assessment.no_forecast or 'none'}")
    facts = {
        "end": assessment.period.end,
        "value": Amount(projection.value, unit, level=True),
        "low": Amount(projection.low, unit, level=True),
        "high": Amount(projection.high, unit, level=True),
        "target": _asked(assessment),
    }
    return Phrase("forecast.range", facts)


def outlook(assessment: Assessment, scope: Scope) -> Phrase:
    """Where it leads, and how long it stays ahead of its path if nothing more is reported."""
    days, ahead = assessment.buffer, forecast(assessment)
    if days is None:
        return Phrase("detail.outlook", {"forecast": ahead})
    left = Phrase("buffer.gone" if days == 0 else "buffer.days", {"days": days, "as_of": scope.as_of})
    return Phrase("detail.outlook-buffer", {"forecast": ahead, "buffer": left})
