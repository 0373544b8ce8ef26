"""The digest: one short line for each change since the last period, to be posted to a chat."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from tracker.assess.assessment import Assessment
from tracker.assess.changes import AdjustmentChange, ChangeKind, TargetChange
from tracker.assess.revised import FigureChange
from tracker.assess.signal import Flag, Signal
from tracker.model.catalogue import Target
from tracker.model.entry import Stated
from tracker.model.quantity import ExactNumber, Quantity
from tracker.model.supervision import Reply
from tracker.report import cells
from tracker.report.briefing import Briefing
from tracker.report.changed import target_record
from tracker.report.records import identity
from tracker.report.replies import broken_phrase, replied_phrase, replied_since
from tracker.report.reporting import day_phrase
from tracker.report.scope import accepted_phrase, facts
from tracker.report.standing import now
from tracker.report.values import Amount, Demand, Phrase, Record, Word
from tracker.report.view import Column, Level, Row, Table, View

# What a change of signal is told as: the first of a change's kinds among these.
TRANSITIONS = (
    ChangeKind.NEWLY_DONE,
    ChangeKind.TURNED_RED,
    ChangeKind.NEWLY_OVERDUE,
    ChangeKind.NO_LONGER_OVERDUE,
    ChangeKind.TURNED_YELLOW,
    ChangeKind.TURNED_GREEN,
    ChangeKind.NEWLY_SILENT,
    ChangeKind.NOT_YET_DUE,
    ChangeKind.REPORTED_AGAIN,
    ChangeKind.UNDONE,
    ChangeKind.STARTED,
)
AT_RISK = "at_risk"
REPLIED, PROMISE_OVERDUE = "replied", "promise_overdue"


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One change: what it is called, whose it is, the sentence, and for machines the record."""

    kind: str
    text: Phrase
    record: Record


def digest(briefing: Briefing, *, everything: bool = False) -> tuple[DigestLine, ...]:
    """The changes of a period: signals in the order of TRANSITIONS, then new risks, goals and revisions.

    `everything` adds values that moved without another signal, and figures that came late.
    """
    return tuple(_lines(briefing, everything=everything))


def _lines(briefing: Briefing, *, everything: bool) -> Iterator[DigestLine]:
    for kind in TRANSITIONS:
        turned = (c for c in briefing.items if transition(c) is kind and c not in briefing.accepted)
        yield from (_turned(c, kind, briefing) for c in turned)
    yield from (_line(AT_RISK, c, _risk(c)) for c in briefing.at_risk if not _was_at_risk(c))
    broken = filter(_newly_broken, briefing.items)
    yield from (_line(PROMISE_OVERDUE, c, broken_phrase(now(c), _state(now(c)))) for c in broken)
    for change in briefing.items:
        for reply in replied_since(now(change), briefing.span.previous.end):
            yield _replied(change, reply)
    yield from (_adjusted(briefing, target, adjusted) for target, adjusted in briefing.adjusted)
    yield from (_figure(briefing, figure) for figure in briefing.revised)
    if everything:
        yield from (_figure(briefing, figure) for figure in briefing.late)
        moved = (c for c in briefing.items if ChangeKind.VALUE in c.kinds and transition(c) is None)
        yield from (_line(ChangeKind.VALUE.value, c, _moved(c)) for c in moved)


def transition(change: TargetChange) -> ChangeKind | None:
    """What its change of signal is called; None where there is none."""
    return next((kind for kind in TRANSITIONS if kind in change.kinds), None)


def digest_view(briefing: Briefing, lines: tuple[DigestLine, ...]) -> View:
    """The digest as a view, for all formats."""
    columns = (
        Column("event"),
        Column("number"),
        Column("name", wraps=True),
        Column("lead_unit", wraps=True),
        Column("text", wraps=True),
    )
    rows = tuple(Row(Level.ITEM, cells={**line.record, "event": line.record["kind"]}) for line in lines)
    notice = briefing.scope.book.catalogue.notice
    span = {"start": briefing.span.start, "end": briefing.span.end, "previous": briefing.span.previous.end}
    head = (
        Phrase("digest.head", span),
        *accepted_phrase(briefing.accepted),
        *((Phrase("head.verified-only"),) if briefing.scope.verified_only else ()),
        *((Phrase("head.notice", {"notice": notice}),) if notice else ()),
    )
    return View(
        name="digest",
        title=briefing.scope.book.catalogue.title,
        head=head,
        counts=None,
        total=len(lines),
        blocks=(Table(columns, rows, empty=Phrase("digest.none")),),
        foot=(),
        facts={**facts(briefing.scope), "period": briefing.span.code, **span},
        items="changes",
        make_records=lambda: tuple(line.record for line in lines),
    )


def _line(kind: str, change: TargetChange, detail: Phrase, **more: Phrase) -> DigestLine:
    """The line of a target as it stands now."""
    values = target_record(change)
    what = more.get("what", Phrase(f"digest.what.{kind}"))
    latest = now(change).latest
    return _written(
        kind,
        change.target,
        (what, detail),
        {
            **{key: values[key] for key in ("before", "after", "signal_before", "signal")},
            "day": latest.day if latest else None,
            "entry": latest.entry.ref if latest else None,
            "file": latest.entry.report.file if latest else None,
        },
    )


def _written(kind: str, target: Target, phrases: tuple[Phrase, Phrase], more: Record) -> DigestLine:
    what, detail = phrases
    text = Phrase("digest.line", {"what": what, "unit": target.lead, "name": target.name, "detail": detail})
    names = identity(target)
    record: Record = {
        "kind": Word("change", kind),
        **{key: names[key] for key in ("id", "number", "name", "lead_unit")},
        "unit": target.unit,
        **{key: more.get(key) for key in ("before", "after", "signal_before", "signal", "day")},
        "text": text,
        **{key: more.get(key) for key in ("entry", "file")},
    }
    return DigestLine(kind, text, record)


def _turned(change: TargetChange, kind: ChangeKind, briefing: Briefing) -> DigestLine:
    after, before = now(change), change.before
    if kind is ChangeKind.NEWLY_DONE:
        return _line(kind.value, change, _state(after))
    facts = {
        "mark": Phrase(f"digest.mark.{after.signal.value}"),
        "was": Word("signal", before.signal.value if before else after.signal.value),
        "signal": Word("signal", after.signal.value),
    }
    detail = _silence(after, briefing) if after.signal is Signal.SILENT else _state(after)
    return _line(kind.value, change, detail, what=Phrase("digest.what.turned", facts))


def _silence(after: Assessment, briefing: Briefing) -> Phrase:
    if after.latest is None:
        return Phrase("reminder.never")
    return Phrase("reminder.last", {"day": day_phrase(after.latest.day, briefing.scope.book.catalogue.year)})


def _state(assessment: Assessment) -> Phrase:
    """Value, completion or goal, and how far it is from its path."""
    if assessment.latest is None:
        return Phrase("reminder.never")
    value = {"value": cells.actual(assessment)}
    has_completion = assessment.target.kind in {"cumulative", "level"} and assessment.completion is not None
    if assessment.signal is Signal.DONE and assessment.target.kind == "milestone":
        return Phrase("digest.complete")
    if has_completion and assessment.completion is not None:
        year = assessment.period.start.month == 1 and (
            assessment.period.end.month,
            assessment.period.end.day,
        ) == (12, 31)
        key = "digest.share.year" if year else "digest.share"
        progress = Phrase(key, {**value, "share": cells.completion(assessment)})
    elif assessment.target.kind == "milestone":
        progress = Phrase("digest.progress", value)
    else:
        progress = Phrase("digest.against", {**value, "goal": cells.demand(assessment)})
    if assessment.signal is Signal.OVERDUE:
        days = (assessment.as_of - assessment.period.end).days
        return Phrase("digest.overdue", {"said": progress, "days": days})
    return progress if assessment.signal is Signal.DONE else _against_path(assessment, progress)


def _against_path(assessment: Assessment, progress: Phrase) -> Phrase:
    """How far it is from its path; of a rate how far from the passing mark, where it is short of it."""
    schedule, actual = assessment.inputs.schedule, assessment.actual
    if assessment.lead is None or actual is None:
        return progress
    if not assessment.lead or (schedule.is_rate and assessment.met):
        return progress
    if schedule.is_past(Fraction(actual)):
        return Phrase("digest.past", {"said": progress, "edge": cells.edge(assessment)})
    is_ahead = assessment.lead > 0
    key = "digest.ahead" if is_ahead else "digest.late"
    if schedule.is_rate:
        key = "digest.short"
    elif schedule.uses_up:
        key = "digest.less" if is_ahead else "digest.more"
    return Phrase(key, {"said": progress, "points": cells.lead(assessment, signed=False)})


def _was_at_risk(change: TargetChange) -> bool:
    return change.before is not None and Flag.AT_RISK in change.before.flags


def _newly_broken(change: TargetChange) -> bool:
    after = now(change)
    return (
        after.breaks_promise and not after.accepted and not (change.before and change.before.breaks_promise)
    )


def _replied(change: TargetChange, reply: Stated[Reply]) -> DigestLine:
    more: Record = {"day": reply.report.date, "entry": reply.ref, "file": reply.report.file}
    return _written(REPLIED, change.target, (Phrase("digest.what.replied"), replied_phrase(reply)), more)


def _risk(change: TargetChange) -> Phrase:
    """What is needed each period, where that can be said, and what came of late."""
    after = now(change)
    required = cells.pace(after, after.required, up=True)
    recent = cells.pace(after, cells.recent(after))
    if required is None or recent is None:
        return _state(after)
    return Phrase("digest.pace", {"said": _state(after), "required": required, "recent": recent})


def _moved(change: TargetChange) -> Phrase:
    before, after = change.before, now(change)
    if before is None or before.latest is None:
        return _state(after)
    return Phrase("digest.moved", {"was": cells.actual(before), "said": _state(after)})


def _figure(briefing: Briefing, figure: FigureChange) -> DigestLine:
    def value(number: ExactNumber | None, unit: str) -> Quantity | Amount | Phrase:
        return Phrase("digest.no-figure") if number is None else cells.figure(number, unit)

    facts = {
        "day": day_phrase(figure.day, briefing.scope.book.catalogue.year),
        "old": value(figure.old, figure.old_unit),
        "new": value(figure.new, figure.target.unit),
    }
    entry = figure.new_entry or figure.old_entry
    kind = figure.cause.value
    change = next(change for change in briefing.items if change.target.id == figure.target.id)
    phrases = (
        Phrase(f"digest.what.{kind}"),
        Phrase("digest.late-figure" if kind == "late" else "digest.figure", facts),
    )
    return _written(
        kind,
        figure.target,
        phrases,
        {
            "before": cells.number(figure.old, figure.old_unit),
            "after": cells.number(figure.new, figure.target.unit),
            "signal_before": change.before.signal if change.before else None,
            "signal": now(change).signal,
            "day": figure.day,
            "entry": entry.ref if entry else None,
            "file": entry.report.file if entry else None,
        },
    )


def _adjusted(briefing: Briefing, target: Target, adjusted: AdjustmentChange) -> DigestLine:
    document = adjusted.adjustment.document
    if adjusted.old_goal == adjusted.goal and target.kind != "milestone":
        days = {"old": adjusted.old_period.end, "new": adjusted.period.end}
        detail = Phrase("digest.moved-due", {"document": document, **days})
    else:
        old = Demand(adjusted.old_goal, target.unit, adjusted.old_period.end)
        new = Demand(adjusted.goal, target.unit, adjusted.period.end)
        detail = Phrase("digest.adjusted", {"document": document, "old": old, "new": new})
    change = next(change for change in briefing.items if change.target.id == target.id)
    return _written(
        ChangeKind.ADJUSTED.value,
        target,
        (Phrase("digest.what.adjusted"), detail),
        {
            "before": adjusted.old_goal.value,
            "after": adjusted.goal.value,
            "signal_before": change.before.signal if change.before else None,
            "signal": now(change).signal,
            "day": adjusted.adjustment.since,
        },
    )
