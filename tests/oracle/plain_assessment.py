"""Every target on one day, worked out as the contract says it (docs/commands/status.md), slowly and in Fractions.

It shares no code with the product. Where the rules leave a choice, the choice stands in a comment.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from plain_calendar import LONGEST, PERIOD_MONTHS, elapsed, months
from plain_goal import (
    Case,
    completed,
    expectation,
    gap_of,
    has_no_way_back,
    is_lower_better,
    is_rate,
    lead_of,
    meets,
    moved_on,
)
from plain_workspace import Aim, Figure, Target, Workspace

RATE_FAR = Fraction(-2)  # points of the rate


@dataclass(frozen=True)
class Verdict:
    """One target on one day: numbers in the target's unit, shares in percent, lead in points."""

    id: str
    target: Fraction
    original_target: Fraction
    due: date
    adjusted_by: str | None
    adjusted_on: date | None
    actual: Fraction | None
    actual_date: date | None
    judged_on: date
    elapsed: Fraction
    completion: Fraction | None
    expected: Fraction | None
    expected_completion: Fraction | None
    lead: Fraction | None
    gap: Fraction | None
    met: bool
    required: Fraction | None
    signal: str
    flags: frozenset[str]


VERDICT_FIELDS = tuple(each.name for each in fields(Verdict))


def assess(
    workspace: Workspace, day: date, known_on: date | None = None, profile: str | None = None
) -> list[Verdict]:
    """All targets that are not retired on `day`, in the order of the catalogue."""
    rule = profile or workspace.profile
    standing = list(_standing(workspace, known_on))
    return [
        _assess(target, [each for each in standing if each.target == target.id], day, rule)
        for target in workspace.targets
        if target.retired is None or day < target.retired
    ]


def _standing(workspace: Workspace, known_on: date | None) -> Iterator[Figure]:
    """The figures known on a day and not withdrawn by what was known then, in the order in which they count."""
    void = {name for name, known in workspace.voids if known_on is None or known <= known_on}
    for figure in sorted(workspace.figures, key=_order):
        known = known_on is None or figure.known <= known_on
        if known and not void & {figure.place.file, f"{figure.place.file}#{figure.place.n}"}:
            yield figure


def _order(figure: Figure) -> tuple[object, ...]:
    place = figure.place
    return (place.day, place.recorded, not figure.is_total, place.file, place.n)


def _values(target: Target, figures: list[Figure], day: date) -> list[tuple[Figure, Fraction]]:
    """The value after each figure: a total sets it, an increment adds to it or to the baseline."""
    values: list[tuple[Figure, Fraction]] = []
    for figure in figures:
        before = values[-1][1] if values else target.baseline
        if figure.place.day > day or (before is None and not figure.is_total):
            continue
        value = figure.number if figure.is_total else (before or Fraction(0)) + figure.number
        values.append((figure, value))
    return values


def _assess(target: Target, figures: list[Figure], day: date, profile: str) -> Verdict:
    since, document, aim = next(each for each in reversed(target.aims) if each[0] <= day)
    values = _values(target, figures, day)
    actual = values[-1][1] if values else None
    latest = values[-1][0].place.day if values else None
    fresh = latest is not None and is_fresh(target, latest, day)
    met = actual is not None and meets(aim, actual)
    ended = day >= aim.due
    # What is judged at its deadline alone has no other judging day than the day looked at.
    judged_on = latest if latest is not None and fresh and aim.path != "at_due" else day
    expected = expectation(target, aim, judged_on)
    completion = completed(target, aim, actual)
    expected_completion = completed(target, aim, expected)
    case = Case(target, aim, actual, expected, completion, expected_completion)
    lead = lead_of(case)
    judged = Judged(case, lead, day, latest, fresh=fresh, met=met)
    signal = signal_of(judged, profile)
    gap = gap_of(target, aim, target.baseline if actual is None else actual)
    # The required pace is that of the gap over the reporting periods left, at least one; in units a month.
    begun = max(day, target.start - timedelta(days=1))
    left = max(months(aim.due) - months(begun), PERIOD_MONTHS[target.cadence])
    no_pace = met or gap is None or ended or aim.path == "hold" or has_no_way_back(target, aim, actual)
    flags = set()
    if signal != "done" and timedelta(0) <= aim.due - day <= timedelta(30):
        flags.add("due_soon")
    flags |= set(_marks(target, aim, values, met=met))
    return Verdict(
        id=target.id,
        target=aim.number,
        original_target=target.aims[0][2].number,
        due=aim.due,
        adjusted_by=document,
        adjusted_on=since if document else None,
        actual=actual,
        actual_date=latest,
        judged_on=judged_on,
        elapsed=100 * elapsed(target.start, aim.due, judged_on),
        completion=completion,
        expected=expected,
        expected_completion=expected_completion,
        lead=lead,
        gap=gap,
        met=met,
        required=None if no_pace or gap is None else gap / left,
        signal=signal,
        flags=frozenset(flags),
    )


def is_fresh(target: Target, latest: date, day: date) -> bool:
    return day - latest <= timedelta(LONGEST[target.cadence] + target.grace)


def _marks(target: Target, aim: Aim, values: list[tuple[Figure, Fraction]], *, met: bool) -> Iterator[str]:
    """Flags that the figures give. A step leads from one day with figures to the next."""
    if values and values[-1][0].preliminary:
        yield "preliminary"
    of_days = list({figure.place.day: value for figure, value in values}.values())
    steps = list(pairwise(of_days[-3:]))
    if len(steps) == 2 and not met and not any(moved_on(aim, before, after) for before, after in steps):
        yield "stalled"
    # Choice: down means below what it once was, and the per cent of a milestone is counted up as well.
    if target.kind in {"cumulative", "milestone"} and of_days and of_days[-1] < max(of_days):
        yield "falling"


@dataclass(frozen=True)
class Judged:
    """What decides the signal."""

    case: Case
    lead: Fraction | None
    day: date
    latest: date | None
    fresh: bool
    met: bool


def signal_of(judged: Judged, profile: str) -> str:
    """The one signal, by precedence: done, overdue, pending, silent, then by lead."""
    target, aim, day = judged.case.target, judged.case.aim, judged.day
    ended = day >= aim.due
    # A limit counted up, and what can fall again, is done only from its deadline on, by a figure that speaks for it.
    lasting = target.kind in {"cumulative", "milestone"} and not is_lower_better(aim)
    speaks = judged.latest is not None and is_fresh(target, judged.latest, aim.due)
    if judged.met and (lasting or (ended and speaks)):
        return "done"
    if day > aim.due and not judged.met:
        return "overdue"
    if day < target.start or (aim.path == "at_due" and not ended and not judged.met):
        return "pending"
    if not judged.fresh:
        return "silent"
    return _by_lead(judged, profile)


def _by_lead(judged: Judged, profile: str) -> str:
    case, lead = judged.case, judged.lead
    held = case.target.kind in {"level", "share", "growth"}
    if judged.met and held:
        return "on_track"
    if lead is None:
        # Choice: a limit or a goal of zero has no completion; what breaks it is as far behind as can be.
        return "on_track" if judged.met else "far_behind"
    colour = _colour(case, lead, profile)
    # What is not met on its deadline, or must hold and does not, is never green; any shortfall is red to strict.
    unmet = not judged.met and (judged.day >= case.aim.due or case.aim.path == "hold")
    if unmet and colour == "on_track":
        return "far_behind" if profile == "strict" else "behind"
    return colour


def _colour(case: Case, lead: Fraction, profile: str) -> str:
    rate = is_rate(case.target, case.aim)
    if profile == "strict":
        return "far_behind" if lead < 0 else "on_track"
    if rate:
        return "far_behind" if lead < RATE_FAR else "behind" if lead < 0 else "on_track"
    if profile == "yinchuan":
        return "far_behind" if lead < -30 else "behind" if lead <= -10 else "on_track"
    if profile == "sanya":
        # Choice: "50 % below expected" is taken of completion, so that it also means something where less is better.
        expected = case.expected_completion or Fraction(0)
        return "far_behind" if -lead > expected / 2 else "behind" if lead < 0 else "on_track"
    return "far_behind" if lead < -10 else "behind" if lead < 0 else "on_track"
