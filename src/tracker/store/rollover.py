"""The next year's catalogue, written from this year's: its comments, order and layout stay."""

from datetime import date
from decimal import Decimal

from tracker.model.catalogue import Catalogue, PathRule
from tracker.model.exact import nearest_decimal
from tracker.model.goal import Operator
from tracker.model.naming import goal_written
from tracker.model.period import a_year_later
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
    }
    if one.target.baseline is not None and one.target.kind in {"level", "share"} and assessment.latest:
        changes["baseline"] = nearest_decimal(assessment.latest.value)
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
    path, points = one.target.path_on(one.assessment.as_of)
    if path is not PathRule.POINTS:
        return {}
    there = nearest_decimal(one.assessment.actual or Decimal(0)) if _is_rest(one) else Decimal(0)
    on = (lambda day: day) if one.fate is Fate.GOES_ON else a_year_later
    steps = {str(on(day)): value - there for day, value in points if on(day) >= start}
    return {"path": {"points": steps} if steps else None}


def _previous(one: Carried) -> Writable | None:
    """What was counted by the ends of the year's months; None where it fell, or its end is not known."""
    months = one.months
    known = one.assessment.inputs.fresh_at(one.assessment.period.end)
    rising = list(months.values()) == sorted(months.values())
    if one.fate is not Fate.RENEWED or one.target.kind != "cumulative" or not known or not rising:
        return None
    return {str(day): value for day, value in months.items()}
