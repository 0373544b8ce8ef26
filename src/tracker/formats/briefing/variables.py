"""The variables of the briefing's templates; docs/templates.md lists them, and a test compares."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from tracker.assess.changes import AdjustmentChange, TargetChange
from tracker.assess.reporting import Duty
from tracker.assess.revised import FigureChange
from tracker.formats.briefing.item import Item, goal_in_words
from tracker.formats.briefing.notes import Notes
from tracker.formats.briefing.trace import Figure, Tracer
from tracker.formats.cells import number, sentence, text_of
from tracker.model.catalogue import Target
from tracker.model.entry import Entry
from tracker.model.period import year_of
from tracker.model.quantity import Quantity
from tracker.report.briefing import Briefing, SignalClass, now
from tracker.report.profiles import thresholds
from tracker.report.reporting import period_phrase
from tracker.report.values import Percent
from tracker.words import Words


def variables(
    found: Briefing, words: Words, tracer: Tracer, notes: Notes, drawn: Iterable[TargetChange]
) -> dict[str, object]:
    """Everything a template can name; `drawn` are the targets of which there is a chart."""
    catalogue, span, day = found.scope.book.catalogue, found.span, found.scope.as_of
    items = {change.target.id: Item(change, day, words, tracer) for change in found.items}

    def of(changes: Iterable[TargetChange]) -> list[Item]:
        return [items[change.target.id] for change in changes]

    elapsed = Percent(year_of(catalogue.year).elapsed(day))
    name = sentence(period_phrase(span.period, catalogue.year), words) if span.cadence else ""
    return {
        "title": catalogue.title,
        "year": catalogue.year,
        "notice": catalogue.notice,
        "number": found.number,
        "unit": found.unit,
        "written": found.written,
        "cadence": span.cadence.value if span.cadence else "days",
        "period": name,
        "start": span.start,
        "end": span.end,
        "as_of": day,
        "previous": span.previous.end,
        "elapsed": text_of(elapsed, words),
        "total": Figure(
            str(found.total), tracer.of_targets("all", tuple(map(now, found.items))), found.total
        ),
        "measures": sum(1 for _ in catalogue.measures),
        "classes": [_class(known, words, tracer, of) for known in found.classes],
        "turned": {kind.value: of(changes) for kind, changes in found.turned.items()},
        "progress": [{"section": group.section.title, "items": of(group.items)} for group in found.progress],
        "lagging": of(found.lagging),
        "overdue": [i for i in of(found.lagging) if i.signal == "overdue"],
        "far_behind": [i for i in of(found.lagging) if i.signal == "far_behind"],
        "behind": [i for i in of(found.lagging) if i.signal == "behind"],
        "at_risk": of(found.at_risk),
        "near": of(found.near),
        "drawn": of(drawn),
        "silent": [owing(duty, catalogue.year, words) for duty in found.owing],
        "waiting": [owing(duty, catalogue.year, words) for duty in found.waiting],
        "units_asked": found.units_asked,
        "revised": [_figure(figure, words, tracer) for figure in found.revised],
        "late": [_figure(figure, words, tracer) for figure in found.late],
        "adjusted": [_adjusted(target, adjusted, words) for target, adjusted in found.adjusted],
        "annex": [item.row for item in items.values()],
        "notes": notes,
        "profile": found.scope.profile.name,
        "rule": sentence(thresholds(found.scope.profile), words),
        "escalation": catalogue.escalation,
    }


def _class(
    known: SignalClass, words: Words, tracer: Tracer, of: Callable[[Iterable[TargetChange]], list[Item]]
) -> dict[str, object]:
    signal = known.signal.value
    source = tracer.of_targets(signal, tuple(map(now, known.items)))
    return {
        "signal": signal,
        "name": words(f"signal.{signal}"),
        "count": Figure(str(known.count), source, known.count),
        "size": known.count,
        "share": Figure(f"{known.share:f}", source, known.share),
        "change": known.change,
        "items": of(known.items),
    }


def owing(duty: Duty, year: int, words: Words) -> dict[str, object]:
    """A report that is late, as a template sees it."""
    assessment, owed = duty.assessment, duty.owed
    if owed is None:
        raise LookupError(assessment.target.id)
    target = assessment.target
    return {
        "id": target.id,
        "number": target.number,
        "name": target.name,
        "lead_unit": target.lead,
        "signal": assessment.signal.value,
        "signal_name": words(f"signal.{assessment.signal.value}"),
        "period": sentence(period_phrase(owed.first, year), words),
        "due": owed.due,
        "days_late": owed.days_late,
        "missed": owed.missed,
        "last": assessment.latest.day if assessment.latest else None,
    }


def _figure(figure: FigureChange, words: Words, tracer: Tracer) -> dict[str, object]:
    """A figure that was changed after it was known."""
    target, void = figure.target, figure.void
    old, new = figure.old_entry, figure.new_entry

    def written(value: Decimal | None, unit: str, entry: Entry | None) -> Figure | None:
        if value is None:
            return None
        text = text_of(Quantity(value, unit), words)
        return Figure(text, tracer.of_entry(entry, lambda: text) if entry else None)

    moved = figure.moved
    by = void.report.by if void else new.report.by if new else None
    return {
        "id": target.id,
        "number": target.number,
        "name": target.name,
        "lead_unit": target.lead,
        "by": by,
        "day": figure.day,
        "old": written(figure.old, figure.old_unit, old),
        "new": written(figure.new, target.unit, new),
        "moved": None if not moved else f"{number(abs(moved))}{target.unit}",
        "direction": 0 if not moved else 1 if moved > 0 else -1,
        "withdrawn": figure.cause.value == "withdrawn",
        "reason": void.line.reason if void else new.line.note if new else None,
    }


def _adjusted(target: Target, adjusted: AdjustmentChange, words: Words) -> dict[str, object]:
    old, new = adjusted.old_goal, adjusted.goal
    unit = target.unit
    return {
        "id": target.id,
        "number": target.number,
        "name": target.name,
        "since": adjusted.adjustment.since,
        "document": adjusted.adjustment.document,
        "old": goal_in_words(old, unit, adjusted.old_period.end, words),
        "new": goal_in_words(new, unit, adjusted.period.end, words),
        "old_due": adjusted.old_period.end,
        "due": adjusted.period.end,
    }
