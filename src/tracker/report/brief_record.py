"""The briefing for machines: the same numbers, each with target, entry and commit."""

from collections.abc import Mapping

from tracker.report.briefing import Briefing, Class, now
from tracker.report.changed import adjustment_record, figure_record, target_record
from tracker.report.log import Committed
from tracker.report.records import record
from tracker.report.reporting import owed_record
from tracker.report.scope import facts
from tracker.report.values import Record
from tracker.report.view import View


def brief_view(found: Briefing, committed: Mapping[str, Committed]) -> View:
    """The briefing as a view that has no blocks: only facts and records."""
    catalogue = found.scope.book.catalogue
    return View(
        name="brief",
        title=catalogue.title,
        head=(),
        counts={known.signal: known.count for known in found.classes},
        total=found.total,
        blocks=(),
        foot=(),
        facts={
            **facts(found.scope),
            "period": found.span.code,
            "start": found.span.start,
            "end": found.span.end,
            "previous_end": found.span.previous.end,
            "number": found.number,
            "unit": found.unit,
            "classes": tuple(map(_class, found.classes)),
            "moved": tuple(c.target.id for group in found.progress for c in group.items),
            "lagging": tuple(c.target.id for c in found.lagging),
            "at_risk": tuple(c.target.id for c in found.at_risk),
            "near": tuple(c.target.id for c in found.near),
            "owing": tuple(
                {"id": d.assessment.target.id, **owed_record(d.owed, catalogue.year)} for d in found.owing
            ),
            "waiting": tuple(d.assessment.target.id for d in found.waiting),
            "revised": tuple(map(figure_record, (*found.revised, *found.late))),
            "adjusted": tuple(adjustment_record(target, adjusted) for target, adjusted in found.adjusted),
        },
        items="targets",
        records=tuple(_record(found, n, committed) for n in range(found.total)),
    )


def _class(known: Class) -> Record:
    return {
        "signal": known.signal,
        "count": known.count,
        "share": known.share,
        "change": known.change,
        "targets": tuple(c.target.id for c in known.items),
    }


def _record(found: Briefing, n: int, committed: Mapping[str, Committed]) -> Record:
    """One target as status knows it, with what changed and the commit that holds its figure."""
    change = found.items[n]
    known = record(now(change))
    compared = {key: value for key, value in target_record(change).items() if key not in known}
    commit = committed.get(str(known["file"]))
    return {**known, **compared, "commit": commit.commit if commit else None}
