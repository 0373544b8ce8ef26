"""The variables of the briefing's templates, an analyst's notes among them; docs/templates.md lists them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from markupsafe import Markup

from tracker.assess.changes import AdjustmentChange, TargetChange
from tracker.assess.reporting import Duty
from tracker.assess.revised import FigureChange
from tracker.formats.briefing.glance import glance
from tracker.formats.briefing.item import Item
from tracker.formats.briefing.said import goal_in_words
from tracker.formats.briefing.trace import Figure, Tracer
from tracker.formats.cells import digits, percentage, sentence, text_of
from tracker.model.catalogue import Target
from tracker.model.entry import Entry
from tracker.model.exact import size_of
from tracker.model.period import year_of
from tracker.model.quantity import (
    ExactNumber,
)
from tracker.report import cells
from tracker.report.briefing import Briefing
from tracker.report.profiles import thresholds
from tracker.report.reporting import period_phrase
from tracker.report.scope import acceptance, retirement, totals_said
from tracker.report.standing import SignalClass, now
from tracker.report.values import Percent
from tracker.words import LANGUAGES, Words

# Which charts the briefing has: of what is red, all there are, none.
CHARTS = ("red", "all", "none")
_HEADING = re.compile(r"^#{1,6}[ \t]+(?P<title>.+?)[ \t#]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Notes:
    """Markdown as written in `file`: what goes into the overview, into the next steps, and further parts."""

    overview: Markup = field(default_factory=Markup)
    next: Markup = field(default_factory=Markup)
    others: tuple[tuple[str, Markup], ...] = ()
    file: str | None = None


def notes_of(text: str, file: str) -> Notes:
    """What stands before the first heading and under 综述 is the overview, 下步打算 the next steps.

    Both headings may be in either language; any other begins a part of its own.
    """
    first, *rest = _HEADING.split(text)
    overview, following = [first], [""]
    others: list[tuple[str, Markup]] = []
    for title, body in zip(rest[::2], rest[1::2], strict=True):
        if title.strip().casefold() in _named("overview"):
            overview.append(body)
        elif title.strip().casefold() in _named("next"):
            following.append(body)
        else:
            others.append((title.strip(), _markdown(body)))
    return Notes(_markdown("\n".join(overview)), _markdown("\n".join(following)), tuple(others), file)


def _named(part: str) -> set[str]:
    return {Words(language)(f"note.{part}").casefold() for language in LANGUAGES}


def _markdown(text: str) -> Markup:
    return Markup(text.strip("\n"))  # noqa: S704 - an analyst's own Markdown


def variables(
    briefing: Briefing,
    words: Words,
    tracer: Tracer,
    notes: Notes,
    drawn: Iterable[TargetChange],
    charts: str,
    seal: Callable[[], str] = str,
) -> dict[str, object]:
    """Everything a template can name; `drawn` are the targets of which there is a chart.

    `charts` is one of CHARTS; `seal` says what is sealed of the reports, where a template asks for it.
    """
    catalogue, span, day = briefing.scope.book.catalogue, briefing.span, briefing.scope.as_of
    items = {change.target.id: Item(change, day, words, tracer) for change in briefing.items}

    def of(changes: Iterable[TargetChange]) -> list[Item]:
        return [items[change.target.id] for change in changes]

    elapsed = Percent(year_of(catalogue.year).elapsed(day))
    name = sentence(period_phrase(span.period, catalogue.year), words) if span.cadence else ""
    return {
        "title": catalogue.title,
        "year": catalogue.year,
        "notice": catalogue.notice,
        "verified_only": words("head.verified-only") if briefing.scope.verified_only else "",
        "number": briefing.number,
        "unit": briefing.unit,
        "written": briefing.written,
        "cadence": span.cadence.value if span.cadence else "days",
        "period": name,
        "start": span.start,
        "end": span.end,
        "as_of": day,
        "previous": span.previous.end,
        "elapsed": text_of(elapsed, words),
        "total": Figure(
            str(briefing.total), tracer.of_targets("all", tuple(map(now, briefing.items))), briefing.total
        ),
        "measures": sum(1 for _ in catalogue.measures),
        "classes": [_class(group, words, tracer, of) for group in briefing.classes],
        "shares_add_up": sum(Decimal(percentage(Percent(group.share))) for group in briefing.classes) == 100,  # noqa: PLR2004 - per cent
        "turned": {kind.value: of(changes) for kind, changes in briefing.turned.items()},
        "progress": [
            {"section": group.section.title, "items": of(group.items), "notable": of(group.notable)}
            for group in briefing.progress
        ],
        "lagging": of(briefing.lagging),
        "accepted": [
            {"item": items[change.target.id], **acceptance(accepted)}
            for change in briefing.accepted
            if (accepted := now(change).accepted)
        ],
        "overdue": [i for i in of(briefing.lagging) if i.signal == "overdue"],
        "far_behind": [i for i in of(briefing.lagging) if i.signal == "far_behind"],
        "behind": [i for i in of(briefing.lagging) if i.signal == "behind"],
        "at_risk": of(briefing.at_risk),
        "near": of(briefing.near),
        "drawn": of(drawn),
        "charts": charts,
        "answers": glance(briefing.answers, words, tracer, of),
        "silent": [owing(duty, catalogue.year, words) for duty in briefing.owing],
        "waiting": [owing(duty, catalogue.year, words) for duty in briefing.waiting],
        "units_asked": briefing.units_asked,
        "revised": [_figure(figure, words, tracer) for figure in briefing.revised],
        "late": [_figure(figure, words, tracer) for figure in briefing.late],
        "conflicting": [
            {
                "item": items[change.target.id],
                "figures": [text_of(said, words) for said in totals_said(briefing.scope, now(change))],
            }
            for change in briefing.conflicting
        ],
        "retired": [
            {"number": target.number, "name": target.name, "lead_unit": target.lead, **retirement(target)}
            for target in briefing.retired
        ],
        "adjusted": [_adjusted(target, adjusted, words) for target, adjusted in briefing.adjusted],
        "items": list(items.values()),
        "annex": [item.row for item in items.values()],
        "notes": notes,
        "profile": briefing.scope.profile.name,
        "rule": sentence(thresholds(briefing.scope.profile), words),
        "escalation": catalogue.escalation,
        "seal": seal,
    }


def _class(
    group: SignalClass, words: Words, tracer: Tracer, of: Callable[[Iterable[TargetChange]], list[Item]]
) -> dict[str, object]:
    signal = group.signal.value
    source = tracer.of_targets(signal, tuple(map(now, group.items)))
    return {
        "signal": signal,
        "name": words(f"signal.{signal}"),
        "count": Figure(str(group.count), source, group.count),
        "size": group.count,
        "share": Figure(percentage(Percent(group.share)), source, group.share),
        "change": group.change,
        "items": of(group.items),
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
        "run": text_of(cells.run(target.reporting.cadence, owed.missed), words),
        "last": assessment.latest.day if assessment.latest else None,
    }


def _figure(figure: FigureChange, words: Words, tracer: Tracer) -> dict[str, object]:
    """A figure that was changed after it was known."""
    target, void = figure.target, figure.void
    old, new = figure.old_entry, figure.new_entry

    def written(value: ExactNumber | None, unit: str, entry: Entry | None) -> Figure | None:
        if value is None:
            return None
        text = text_of(cells.figure(value, unit), words)
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
        "moved": None if not moved else f"{digits(size_of(moved), target.unit)}{target.unit}",
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
