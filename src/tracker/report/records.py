"""One assessment as a flat record: everything it knows, for machines and spreadsheets."""

from fractions import Fraction

from tracker.assess.assessment import Assessment
from tracker.model.catalogue import Target
from tracker.model.quantity import Quantity
from tracker.report import cells
from tracker.report.values import Amount, Demand, Percent, Record, Word


def identity(target: Target) -> Record:
    """Which target it is, and whose."""
    return {
        "id": target.id,
        "number": target.number,
        "name": target.name,
        "section": target.section,
        "measure": target.measure,
        "lead_unit": target.lead,
        "owners": target.owners,
    }


def goal_record(demand: Demand | None, side: str = "") -> Record:
    """A goal in its parts and as it reads; `side` ends each key, and what one side lacks is None."""
    goal = demand.goal if demand else None
    return {
        f"operator{side}": goal.operator.value if goal else None,
        f"target{side}": goal.value if goal else None,
        f"target_text{side}": demand,
        f"upper{side}": goal.upper if goal else None,
    }


def record(assessment: Assessment) -> Record:
    """Everything known of one target."""
    target, goal, latest = assessment.target, assessment.goal, assessment.latest
    line = latest.entry.line if latest else None
    written = _as_written(assessment)
    forecast, state = assessment.forecast, assessment.escalation_state
    adjustment = assessment.adjustment
    return {
        **identity(target),
        "kind": target.kind,
        **goal_record(cells.demand(assessment)),
        "tolerance": goal.tolerance,
        "better": goal.better,
        "original_target": target.goal.value,
        "unit": target.unit,
        "baseline": target.baseline,
        "from": assessment.period.start,
        "due": assessment.period.end,
        "path": assessment.inputs.schedule.path.value,
        "strength": "aspire" if target.aspire else "binding",
        "cadence": target.reporting.cadence.value,
        "grace": target.reporting.grace,
        "quote": target.quote,
        "actual": latest.value if latest else None,
        "actual_date": latest.day if latest else None,
        "actual_written": written.value if written else None,
        "actual_written_unit": written.unit if written else None,
        "reported_by": latest.entry.report.by if latest else None,
        "file": latest.entry.report.file if latest else None,
        "entry": latest.entry.ref if latest else None,
        "note": line.note if line else None,
        "evidence": line.evidence if line else None,
        "year_before": assessment.year_before[1] if assessment.year_before else None,
        "year_before_date": assessment.year_before[0] if assessment.year_before else None,
        "year_on_year": cells.percent(assessment.year_on_year),
        "year_step": assessment.year_step,
        "year_completion": cells.year_completion(assessment),
        "judged_on": assessment.judged_on,
        "elapsed": Percent(assessment.elapsed),
        "completion": cells.completion(assessment),
        "expected": _level(assessment, assessment.expected),
        "expected_completion": cells.expected(assessment),
        "lead": cells.lead(assessment),
        "gap": assessment.gap,
        "met": assessment.met,
        "pace": _pace(assessment, assessment.pace),
        "required": _pace(assessment, assessment.required),
        "forecast": _level(assessment, forecast.value if forecast else None),
        "forecast_low": _level(assessment, forecast.low if forecast else None),
        "forecast_high": _level(assessment, forecast.high if forecast else None),
        "no_forecast": assessment.no_forecast,
        "best_pace_month": _pace(assessment, assessment.best),
        "buffer": assessment.buffer,
        "signal": assessment.signal,
        "reason": assessment.reason,
        "flags": assessment.flags,
        "notice_level": Word("notice", state.notice.value) if state.notice else None,
        "behind_periods": state.periods,
        "behind_since": state.since,
        "original_completion": cells.percent(assessment.original_completion),
        "adjusted_by": adjustment.document if adjustment else None,
        "adjusted_on": adjustment.since if adjustment else None,
    }


def _as_written(assessment: Assessment) -> Quantity | None:
    """The number in the file that set the actual, in the unit it was written in."""
    if assessment.latest is None:
        return None
    line = assessment.latest.entry.line
    value = line.total if line.total is not None else line.add
    return None if value is None else Quantity(value, line.unit or assessment.target.unit)


def _pace(assessment: Assessment, per_month: Fraction | None) -> Amount | None:
    return None if per_month is None else Amount(per_month, assessment.target.unit)


def _level(assessment: Assessment, value: Fraction | None) -> Amount | None:
    return None if value is None else cells.level(assessment, value)
