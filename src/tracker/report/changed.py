"""What changed, as flat records: of targets, figures, goals and the catalogue."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import astuple
from datetime import date
from decimal import Decimal

from tracker.assess.assessment import Assessment
from tracker.assess.changes import AdjustmentChange, ChangeKind, TargetChange
from tracker.assess.edits import Edit
from tracker.assess.revised import FigureChange
from tracker.assess.signal import Signal
from tracker.assess.summary import summarize
from tracker.model.amendments import Adjustment, PathRule
from tracker.model.catalogue import Catalogue, SavedView, Target
from tracker.model.goal import Goal
from tracker.model.profile import Escalation, Profile
from tracker.report import cells
from tracker.report.records import goal_record, identity
from tracker.report.values import (
    Demand,
    Difference,
    PercentagePoints,
    Record,
    Value,
    Word,
)


def target_record(change: TargetChange) -> Record:
    """One target on both sides; what one side lacks is None."""
    target, before, after = change.target, change.before, change.after
    return {
        **identity(target),
        "events": tuple(Word("change", kind.value) for kind in change.kinds),
        "course": change.course,
        "reported": change.reported,
        "unit_before": before.target.unit if before else None,
        "unit": after.target.unit if after else None,
        "before": _on_side(cells.actual_number, before),
        "after": _on_side(cells.actual_number, after),
        "change": cells.number(change.moved, change.target.unit),
        "date_before": before.latest.day if before and before.latest else None,
        "actual_date": after.latest.day if after and after.latest else None,
        "entry_before": before.latest.entry.ref if before and before.latest else None,
        "entry": after.latest.entry.ref if after and after.latest else None,
        **goal_record(cells.demand(before) if before else None, "_before"),
        **goal_record(cells.demand(after) if after else None),
        "due_before": before.period.end if before else None,
        "due": after.period.end if after else None,
        "completion_before": _on_side(cells.completion, before),
        "completion": _on_side(cells.completion, after),
        "completion_change": _completion_change(before, after),
        "lead_before": _on_side(cells.lead, before),
        "lead": _on_side(cells.lead, after),
        "gap_before": _on_side(cells.gap, before),
        "gap": _on_side(cells.gap, after),
        "signal_before": before.signal if before else None,
        "signal": after.signal if after else None,
    }


def figure_record(figure: FigureChange) -> Record:
    """One figure that reads otherwise: who changed it, when, why, and by which entry."""
    old, new, void = figure.old_entry, figure.new_entry, figure.void
    report = void.report if void else new.report if new else None
    return {
        "id": figure.target.id,
        "number": figure.target.number,
        "name": figure.target.name,
        "day": figure.day,
        "cause": Word("cause", figure.cause.value),
        "unit_before": figure.old_unit,
        "unit": figure.target.unit,
        "before": cells.number(figure.old, figure.old_unit),
        "after": cells.number(figure.new, figure.target.unit),
        "change": None if figure.moved is None else Difference(figure.moved, figure.target.unit),
        "by": report.by if report else None,
        "recorded_on": report.known_day if report else None,
        "entry_before": old.ref if old else None,
        "entry": new.ref if new else None,
        "void": f"{void.report.stem}#{void.line.n}" if void else None,
        "why": void.line.reason if void else new.line.note if new else None,
    }


def adjustment_record(target: Target, adjusted: AdjustmentChange) -> Record:
    """One adjustment of a goal or a deadline, and the document that made it."""
    return {
        "id": target.id,
        "number": target.number,
        "name": target.name,
        "since": adjusted.adjustment.since,
        **goal_record(Demand(adjusted.old_goal, target.unit, adjusted.old_period.end), "_before"),
        **goal_record(Demand(adjusted.goal, target.unit, adjusted.period.end)),
        "unit": target.unit,
        "due_before": adjusted.old_period.end,
        "due": adjusted.period.end,
        "document": adjusted.adjustment.document,
        "why": adjusted.adjustment.reason,
    }


def edit_records(changes: Iterable[TargetChange], edits: Iterable[Edit], now: Catalogue) -> Iterator[Record]:
    """What was edited of the catalogue's head, sections and measures, then of each target."""
    titles = {str(measure.number): measure.title for measure in now.measures}
    for edit in edits:
        of_measure = edit.what.startswith("measure_")
        yield {
            "id": None,
            "number": edit.number,
            "name": titles[edit.number] if of_measure else "",
            "what": Word("edit", edit.what),
            "before": _written(edit, edit.old),
            "after": _written(edit, edit.new),
            **_edited_goals(None, None),
        }
    for change in changes:
        for edit in change.edits:
            before = edited_value(edit, edit.old, change.before.target if change.before else None)
            after = edited_value(edit, edit.new, change.after.target if change.after else None)
            yield {
                "id": change.target.id,
                "number": change.target.number,
                "name": change.target.name,
                "what": Word("edit", edit.what),
                "before": before,
                "after": after,
                **_edited_goals(before, after),
            }


def _edited_goals(before: Value, after: Value) -> Record:
    """An edited goal in its parts; blank for any other edit."""
    old, new = (value if isinstance(value, Demand) else None for value in (before, after))
    return {
        **goal_record(old, "_before"),
        "unit_before": old.unit if old else None,
        **goal_record(new),
        "unit": new.unit if new else None,
    }


def signal_records(changes: Iterable[TargetChange]) -> tuple[Record, ...]:
    """How many targets have which signal on each side, and by how many they became more."""
    targets = tuple(changes)
    counts_before = summarize(change.before for change in targets if change.before).counts
    now = summarize(change.after for change in targets if change.after).counts
    return tuple(
        {
            "signal": signal,
            "before": counts_before[signal],
            "after": now[signal],
            "change": now[signal] - counts_before[signal],
        }
        for signal in Signal
    )


def tally(changes: Iterable[TargetChange]) -> Mapping[str, int]:
    """How many signals changed, for better or worse; how many values; and of how many nothing did."""
    targets = tuple(changes)
    courses = [change.course for change in targets if change.signal_changed]
    return {
        "signals": len(courses),
        "better": courses.count(1),
        "worse": courses.count(-1),
        "other": courses.count(0),
        "values": sum(ChangeKind.VALUE in change.kinds for change in targets),
        "same": sum(not change.kinds for change in targets),
    }


def edited_value(edit: Edit, value: object, target: Target | None) -> Value:
    """One side of an edit as a view shows it; `target` is the one it is of, as it stands on that side."""
    if isinstance(value, Goal) and target:
        return Demand(value, target.unit, target.period.end)
    return _written(edit, value)


def _on_side(cell: Callable[[Assessment], Value], assessment: Assessment | None) -> Value:
    """A cell of one side; nothing where that side has no such target."""
    return cell(assessment) if assessment else None


def _completion_change(before: Assessment | None, after: Assessment | None) -> PercentagePoints | None:
    if not (before and after) or before.completion is None or after.completion is None:
        return None
    return PercentagePoints(after.completion - before.completion)


def _written(edit: Edit, value: object) -> Value:
    """What the catalogue says, short enough for a cell."""
    match value:
        case Profile():
            numbers = (value.behind, value.far_behind, value.far_behind_short, value.far_behind_rate)
            return ", ".join((value.name, *(f"{number:f}" for number in numbers if number is not None)))
        case Escalation():
            return ", ".join(map(str, astuple(value)))
        case Adjustment():
            return f"{value.since}: {value.document}"
        case bool() if edit.what == "strength":
            return Word("strength", "aspire" if value else "binding")
        case PathRule():
            return Word("edited_path", value.value)
        case str() if edit.what == "kind":
            return Word("kind", value)
        case str() | int() | Decimal() | date():
            return value
        case tuple():
            return tuple(map(_item, value))
        case _:
            return None


def _item(item: object) -> str:
    match item:
        case (str(name), SavedView()):
            return name
        case (first, Decimal() as number):
            return f"{first}: {number:f}"
        case _:
            return str(item)
