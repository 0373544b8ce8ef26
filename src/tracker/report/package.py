"""The rows of a data package: targets, entries up to the day, and where every target stands on it."""

from collections.abc import Iterator
from fractions import Fraction

from tracker.assess.assessment import Assessment
from tracker.model.datapackage import Published
from tracker.model.exact import nearest_decimal
from tracker.model.quantity import rounded
from tracker.report.log import log_record
from tracker.report.records import record
from tracker.report.scope import Scope
from tracker.report.values import Record

_PLACES = 6


def package_rows(scope: Scope) -> dict[str, tuple[Record, ...]]:
    """By resource the rows of all targets that are not retired, whatever is shown of them elsewhere."""
    records = [record(assessment) for assessment in scope.everything]
    standing = zip(scope.everything, records, strict=True)
    return {
        "targets": tuple(records),
        "entries": tuple(_entries(scope)),
        "assessment": tuple({**every, **_said(published(one))} for one, every in standing),
    }


def published(assessment: Assessment) -> Published:
    """What a package says of a target: a counted share to six places, beside its exact part and whole."""
    target, latest, counted = assessment.target, assessment.latest, assessment.counted
    value = assessment.actual
    if isinstance(value, Fraction) and counted:
        value = rounded(value, _PLACES)
    return Published(
        id=target.id,
        value=None if value is None else nearest_decimal(value),
        name=target.name,
        unit=target.unit,
        kind=target.kind,
        day=latest.day if latest else None,
        part=counted[0] if counted else None,
        whole=counted[1] if counted else None,
    )


def _said(row: Published) -> Record:
    return {
        "id": row.id,
        "value": row.value,
        "name": row.name,
        "unit": row.unit,
        "kind": row.kind,
        "day": row.day,
        "part": row.part,
        "whole": row.whole,
    }


def _entries(scope: Scope) -> Iterator[Record]:
    """Every entry up to the day, withdrawn ones too, in the order in which they count; notes stay inside."""
    ids = {assessment.target.id for assessment in scope.everything}
    for history in scope.log.history():
        if history.entry.target in ids and history.entry.report.date <= scope.as_of:
            said = log_record(history, scope.book, None)
            yield {**said, "withdrawn": history.void is not None}
