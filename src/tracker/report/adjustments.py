"""What later documents made of a target: the goal as first set, and each change of it."""

from collections.abc import Iterator

from tracker.assess.assessment import Assessment
from tracker.assess.schedule import schedule_on
from tracker.model.catalogue import Adjustment, Target
from tracker.report import cells
from tracker.report.records import goal_record
from tracker.report.values import Demand, Phrase, Record


def adjustments_of(assessment: Assessment) -> Iterator[Record]:
    """The goal as first set, then each change, with the completion of today's figure against it."""
    target = assessment.target
    if not target.adjustments:
        return
    yield {
        "adjusted_on": None,
        "document": Phrase("detail.original"),
        **goal_record(Demand(target.goal, target.unit, target.period.end)),
        "unit": target.unit,
        "due": target.period.end,
        "adjusted_completion": cells.percent(assessment.original_completion),
        "adjustment_reason": None,
    }
    for n, change in sorted(enumerate(target.adjustments), key=lambda pair: pair[1].since):
        _, after = target.changed_by(n)
        yield _adjustment(assessment, change, after)


def _adjustment(assessment: Assessment, change: Adjustment, target: Target) -> Record:
    latest = assessment.latest
    schedule = schedule_on(target, change.since)
    done = schedule.completion(latest.value) if latest else None
    return {
        "adjusted_on": change.since,
        "document": change.document,
        **goal_record(Demand(change.goal, target.unit, schedule.period.end)),
        "unit": target.unit,
        "due": schedule.period.end,
        "adjusted_completion": cells.percent(done),
        "adjustment_reason": change.reason,
    }
