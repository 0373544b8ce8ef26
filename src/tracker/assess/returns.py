"""Increments that a second unit returned: what is missing from the sum until somebody makes up for it."""

from datetime import date

from tracker.assess.assessment import Assessment
from tracker.assess.periods import period_of
from tracker.model.entry import Entry, Verdict
from tracker.model.log_protocol import Log


def missing_increments(log: Log, assessment: Assessment, day: date) -> tuple[Entry, ...]:
    """The target's increments that were returned and not made up for by the end of `day`, in order.

    A running total of its day or later makes up for one, and so does any figure for the same reporting
    period that was recorded after the return. A later increment does not: it comes upon a sum without it.
    """
    target = assessment.target
    found = [(entry, verdict) for entry, verdict in log.returned(target.id, day) if entry.add is not None]
    if not found:
        return ()
    standing = log.entries(target.id, day)
    return tuple(
        entry
        for entry, verdict in found
        if not any(_makes_up(one, entry, verdict, assessment) for one in standing)
    )


def _makes_up(one: Entry, missing: Entry, verdict: Verdict, assessment: Assessment) -> bool:
    of = missing.report.date
    if one.total is not None and one.report.date >= of:
        return True
    cadence = assessment.target.reporting.cadence
    return one.report.known > verdict.report.known and period_of(cadence, one.report.date) == period_of(
        cadence, of
    )
