"""The next year's catalogue, written from this year's: its comments, order and layout stay."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from tracker.model.amendments import PathRule
from tracker.model.catalogue import Catalogue
from tracker.model.exact import nearest_decimal
from tracker.model.goal import Operator
from tracker.model.naming import goal_written
from tracker.model.period import a_year_later
from tracker.problems import Path
from tracker.report.rollover import Carried, Fate
from tracker.store.yaml_edit import EditedText
from tracker.store.yaml_text import Writable
from tracker.words import Sentence, Words


def next_year(text: str, catalogue: Catalogue, targets: tuple[Carried, ...], words: Words) -> str:
    """The text of the catalogue of the year after: what ends is not in it, what needs a number says so.

    Comments that are added are in the language of `words`.
    """
    edited = EditedText(text)
    year = catalogue.year + 1
    going_on = {one.target.id for one in targets if not one.fate.ends}
    # From the last to the first, so that the places of the others stay as they are.
    for one in reversed(targets):
        if not one.fate.ends:
            _carry(edited, one, year, words)
    for n, section in reversed(list(enumerate(catalogue.sections))):
        kept = [m for m in section.measures if going_on & {target.id for target in m.targets}]
        if not kept and len(catalogue.sections) > 1:
            edited.remove(("sections", n))
            continue
        for measure in reversed(section.measures):
            if measure not in kept:
                edited.remove(measure.place)
                continue
            for target in reversed(measure.targets):
                if target.id not in going_on:
                    edited.remove(target.place)
    edited.put(("year",), Decimal(year))
    if any(one.fate is Fate.RENEWED for one in targets):
        notice = words("rollover.notice", {"year": year, "last": catalogue.year})
        edited.put(("notice",), f"{catalogue.notice}；{notice}" if catalogue.notice else notice)
    return edited.text


def explained(
    text: str,
    catalogue: Catalogue,
    differs: Mapping[Path, Sequence[str]],
    ignore: Sequence[str],
    words: Words,
) -> str:
    """The text with reasons why it is not what the policy text says: that is of the year before.

    `differs` are the checks of a target, by its place, for which there is a reason; `ignore` are words of the
    policy text whose numbers belonged to what has ended.
    """
    edited = EditedText(text)
    facts = {"last": catalogue.year - 1}
    said = {target.place: target.differs for target in catalogue.targets}
    for place, checks in differs.items():
        reasons: dict[str, Writable] = {
            check: said[place].get(check, words("rollover.differs", facts)) for check in checks
        }
        if reasons:
            edited.put((*place, "differs"), reasons)
        else:
            edited.remove((*place, "differs"))
    for quote in ignore:
        edited.append(("ignore",), {"words": quote, "reason": words("rollover.ignored", facts)})
    return edited.text


def _carry(edited: EditedText, one: Carried, year: int, words: Words) -> None:
    """Write of one target what the new year asks."""
    place, assessment = one.target.place, one.assessment
    start, end = _period(one, year)
    dated = assessment.goal.operator is not Operator.DONE_BY and end != date(year, 12, 31)
    changes: dict[str, Writable | None] = {
        "target": _goal(one, end),
        "from": None if start == date(year, 1, 1) else start,
        "due": end if dated else None,
        "adjustments": None,  # what they came to is the goal now
        "previous": _previous(one),
        **_path(one, start),
        **_ended_acceptance(one, date(year, 1, 1)),
    }
    if changes["previous"] is None and one.target.path_on(assessment.as_of)[0] is PathRule.SEASONAL:
        changes["path"] = None  # there is no year to follow
    changes |= _baseline(one)
    for key, value in changes.items():
        if value is not None:
            edited.put((*place, key), value)
        elif edited.has((*place, key)):
            edited.remove((*place, key))
    remark = "rest" if _is_rest(one) else "whole" if _has_begun(one) else one.fate.value
    if words.has(f"rollover.remark.{remark}"):
        facts: dict[str, object] = {
            "last": year - 1,
            "year": year,
            "whole": assessment.goal.value,
            "unit": one.target.unit,
        }
        latest = assessment.latest
        said: dict[str, object] = {}
        if latest:
            said = {"value": nearest_decimal(latest.value), "day": latest.day, "unit": one.target.unit}
        facts["figure"] = Sentence(words("rollover.figure" if latest else "rollover.no-figure", said))
        edited.remark((*place, "target"), words(f"rollover.remark.{remark}", facts))
    if _is_beyond(one):
        facts = {"value": nearest_decimal(assessment.actual or Decimal(0)), "unit": one.target.unit}
        edited.remark((*place, "target"), words("rollover.remark.beyond", facts))
    if changes.get("path") and (reached := _reached(one, start)):
        edited.remark((*place, "path"), words("rollover.remark.steps", {"days": reached}))


def _baseline(one: Carried) -> dict[str, Writable | None]:
    """Where a stock starts, by the figure of the year's end; beyond its goal no way leads there."""
    if _is_beyond(one):
        return {"baseline": None, "path": None}
    has_one = one.target.baseline is not None and one.target.kind in {"level", "share"}
    return {"baseline": _start(one)} if has_one else {}


def _ended_acceptance(one: Carried, first: date) -> dict[str, None]:
    """What is to go of the acceptances of a deviation, all of which ended before the new year."""
    return {"accept": None} if all(accepted.until < first for accepted in one.target.accepted) else {}


def _is_rest(one: Carried) -> bool:
    """Whether a sum to be reached is due later, and part of it is there."""
    goal = one.assessment.goal
    counted = _has_begun(one) and goal.upper is None and goal.higher_is_better
    return counted and not one.assessment.met


def _has_begun(one: Carried) -> bool:
    """Whether something that is counted over more years than one was counted already."""
    return one.fate is Fate.GOES_ON and one.target.kind == "cumulative" and bool(one.assessment.actual)


def _period(one: Carried, year: int) -> tuple[date, date]:
    """From when to when it counts in the new year and after."""
    start, end = one.target.period.start, one.assessment.period.end
    if one.fate is Fate.GOES_ON:
        return max(start, date(year, 1, 1)), end
    if one.fate is Fate.UNFINISHED:
        return date(year, 1, 1), date(year, 12, 31)
    later = a_year_later(start) if start.year == year - 1 else date(year, 1, 1)
    return later, a_year_later(end)


def _goal(one: Carried, end: date) -> Writable:
    goal = one.assessment.goal
    if goal.operator is Operator.DONE_BY:
        return {Operator.DONE_BY.value: end}
    written = goal_written(goal)
    return written | {goal.operator.value: one.rest} if _is_rest(one) else written


def _path(one: Carried, start: date) -> dict[str, Writable | None]:
    """The path that is in force; agreed steps go on from where the year ended, or a year later."""
    path, _ = one.target.path_on(one.assessment.as_of)
    if path is not PathRule.POINTS:
        return {} if path is one.target.path else {"path": path.value}
    steps, start_from = _steps(one, start), _start(one)
    ahead = {str(day): start_from if _is_behind(one, value) else value for day, value in steps.items()}
    return {"path": {"points": ahead} if ahead else None}


def _steps(one: Carried, start: date) -> dict[date, Decimal]:
    """The agreed steps that are still to come; of a rest what they leave to be done."""
    _, points = one.target.path_on(one.assessment.as_of)
    there = nearest_decimal(one.assessment.actual or Decimal(0)) if _is_rest(one) else Decimal(0)
    on = (lambda day: day) if one.fate is Fate.GOES_ON else a_year_later
    return {on(day): value - there for day, value in points if on(day) >= start}


def _reached(one: Carried, start: date) -> tuple[date, ...]:
    """The days of steps that were reached before the new year began."""
    return tuple(day for day, value in _steps(one, start).items() if _is_behind(one, value))


def _is_behind(one: Carried, step: Decimal) -> bool:
    """Whether a step lies behind the value at which the new year starts."""
    upwards = one.assessment.goal.value >= (one.target.baseline or 0)
    return step < _start(one) if upwards else step > _start(one)


def _start(one: Carried) -> Decimal:
    """The value at which the new year starts, in the target's unit."""
    latest = one.assessment.latest
    stays = one.target.kind in {"level", "share"} and latest is not None
    return nearest_decimal(latest.value) if stays and latest else one.target.baseline or Decimal(0)


def _is_beyond(one: Carried) -> bool:
    """Whether what does not start anew lies beyond its goal: no way leads there, it is to be kept."""
    latest, goal, baseline = one.assessment.latest, one.assessment.goal, one.target.baseline
    if latest is None or baseline is None or one.target.kind not in {"level", "share"}:
        return False
    return latest.value > goal.value if goal.value >= baseline else latest.value < goal.value


def _previous(one: Carried) -> Writable | None:
    """What was counted by the ends of the year's months; None where it fell, or its end is not known."""
    months = one.months
    known = one.assessment.inputs.fresh_at(one.assessment.period.end)
    rising = list(months.values()) == sorted(months.values())
    # Whatever was counted after the deadline is no figure of it.
    if one.fate is not Fate.RENEWED or one.target.kind != "cumulative" or not (months and known and rising):
        return None
    return {str(day): value for day, value in months.items()}
