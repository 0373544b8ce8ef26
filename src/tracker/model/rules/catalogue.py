"""Checks of the catalogue as a whole: what the form alone cannot tell."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal

from tracker.model.amendments import PathRule
from tracker.model.catalogue import Catalogue, Target
from tracker.model.goal import Goal, Operator
from tracker.model.period import Period, year_before
from tracker.problems import Path, Place, Problem

HUNDRED = Decimal(100)
Steps = tuple[tuple[date, Decimal], ...]


def check_catalogue(catalogue: Catalogue) -> list[Problem]:
    """Every problem of the catalogue."""
    return [problem for rule in CATALOGUE_RULES for problem in rule(catalogue)]


def numbers_once(catalogue: Catalogue) -> Iterator[Problem]:
    """Section and measure numbers are unique."""
    sections = ((s.number, ("sections", at, "number")) for at, s in enumerate(catalogue.sections))
    measures = ((m.number, (*m.place, "number")) for m in catalogue.measures)
    yield from _twice(catalogue, "section-twice", sections)
    yield from _twice(catalogue, "measure-twice", measures)


def ids_once(catalogue: Catalogue) -> Iterator[Problem]:
    """Target ids are unique, those that targets once had among them: an id is never used again."""
    now = [(t.id, (*t.place, "id")) for t in catalogue.targets]
    once = [
        (name, (*t.place, "former_ids", n)) for t in catalogue.targets for n, name in enumerate(t.former_ids)
    ]
    yield from _twice(catalogue, "id-twice", [*now, *once])


def indicators_once(catalogue: Catalogue) -> Iterator[Problem]:
    """No two targets are the same shared indicator: a roll-up would count it twice."""
    codes = ((t.indicator, (*t.place, "indicator")) for t in catalogue.targets if t.indicator)
    yield from _twice(catalogue, "code-twice", codes)


def units_fit(catalogue: Catalogue) -> Iterator[Problem]:
    """Shares, growth rates and milestones are percentages; everything else names its unit."""
    for target in catalogue.targets:
        wanted = target.rules.unit
        if wanted and target.unit != wanted:
            facts = {"unit": target.unit, "kind": target.kind, "wanted": wanted}
            yield _problem(catalogue, "unit-kind", target, "unit", **facts)
        if not target.unit:
            yield _problem(catalogue, "unit-missing", target, kind=target.kind)


def goals_fit(catalogue: Catalogue) -> Iterator[Problem]:
    """done_by belongs to milestones and to them alone; bounds and tolerances are in order."""
    for target in catalogue.targets:
        goals: list[tuple[Path, Goal]] = [(("target",), target.goal)]
        goals += [(("adjustments", n, "target"), a.goal) for n, a in enumerate(target.adjustments)]
        for path, goal in goals:
            if (goal.operator is Operator.DONE_BY) != (target.kind == "milestone"):
                yield _problem(
                    catalogue, "goal-kind", target, *path, kind=target.kind, operator=goal.operator.value
                )
            if goal.upper is not None and goal.upper <= goal.value:
                yield _problem(
                    catalogue, "between-order", target, *path, "between", low=goal.value, high=goal.upper
                )
            if goal.tolerance is not None and goal.tolerance < 0:
                yield _problem(catalogue, "tolerance-negative", target, *path, "tolerance")
            baseline = target.baseline
            if baseline is not None and goal.higher_is_better and baseline > goal.value:
                facts = {"baseline": baseline, "goal": goal.value}
                yield _problem(catalogue, "baseline-above", target, *path, **facts)


def periods_fit(catalogue: Catalogue) -> Iterator[Problem]:
    """A period ends after it starts."""
    for target in catalogue.targets:
        start, end = target.period.start, target.period.end
        if end < start:
            yield _problem(catalogue, "period-empty", target, start=start, end=end)
        for n, adjustment in enumerate(target.adjustments):
            if adjustment.due and adjustment.due < start:
                facts = {"start": start, "end": adjustment.due}
                yield _problem(catalogue, "period-empty", target, "adjustments", n, **facts)


def acceptances_fit(catalogue: Catalogue) -> Iterator[Problem]:
    """A deviation is accepted for some days, none of them after the deadline, which adjustments move."""
    for target in catalogue.targets:
        for n, accepted in enumerate(target.accepted):
            at = ("accept", n, "until")
            if accepted.until < accepted.begins:
                facts = {"since": accepted.since, "until": accepted.until}
                yield _problem(catalogue, "accept-empty", target, *at, **facts)
            elif accepted.until > target.last_due:
                facts = {"until": accepted.until, "due": target.last_due}
                yield _problem(catalogue, "accept-late", target, *at, **facts)
            elif target.retired and target.retired.on <= accepted.until:
                facts = {"until": accepted.until, "on": target.retired.on}
                yield _problem(catalogue, "accept-retired", target, *at, **facts)


def steps_fit(catalogue: Catalogue) -> Iterator[Problem]:
    """Agreed steps lie before the deadline and lead from the baseline to the goal without turning back."""
    for target in catalogue.targets:
        yield from _steps_fit(catalogue, target, target.goal, target.period, target.points, ())
        for n, change in enumerate(target.adjustments):
            period = target.changed_by(n)[1].period_on(change.since)
            yield from _steps_fit(catalogue, target, change.goal, period, change.points, ("adjustments", n))


def _steps_fit(
    catalogue: Catalogue, target: Target, goal: Goal, period: Period, points: Steps, at: Path
) -> Iterator[Problem]:
    before = target.baseline if target.baseline is not None else min(Decimal(0), goal.value)
    up = goal.value >= before
    for day, value in points:
        path = (*target.place, *at, "path", "points", day.isoformat())
        facts = {"id": target.id, "day": day, "value": value}
        if not period.start <= day < period.end:
            place = Place(catalogue.file, path, of_key=True)
            yield Problem("points-outside", place, {**facts, "start": period.start, "end": period.end})
        if not (before <= value <= goal.value if up else before >= value >= goal.value):
            facts |= {"from": before, "to": goal.value}
            yield Problem("points-order", Place(catalogue.file, path), facts)
        before = value


def adjusted_steps_agreed(catalogue: Catalogue) -> Iterator[Problem]:
    """An adjustment of a target with agreed steps says which path leads to the new goal.

    The steps may be those first agreed, or those of an earlier adjustment.
    """
    for target in catalogue.targets:
        for n, change in enumerate(target.adjustments):
            _, steps = target.changed_by(n)[0].path_on(change.since)
            if steps and change.path is None:
                yield _problem(catalogue, "adjustment-path", target, "adjustments", n, date=change.since)


def adjustments_once(catalogue: Catalogue) -> Iterator[Problem]:
    """A document changes a target once a day; of several documents of one day the later written counts."""
    for target in catalogue.targets:
        seen = set()
        for n, change in enumerate(target.adjustments):
            if (change.since, change.document) in seen:
                facts = {"value": change.since, "document": change.document}
                yield _problem(catalogue, "adjustment-twice", target, "adjustments", n, "date", **facts)
            seen.add((change.since, change.document))


def paths_fit(catalogue: Catalogue) -> Iterator[Problem]:
    """A schedule needs a value to start from; growth is never prorated."""
    for target in catalogue.targets:
        paths: list[tuple[Path, PathRule | None]] = [((), target.path)]
        paths += [(("adjustments", n), change.path) for n, change in enumerate(target.adjustments)]
        for at, path in paths:
            if path is None or not path.leads:
                continue
            if target.kind == "growth":
                yield _problem(catalogue, "path-growth", target, *at, "path")
            elif target.baseline is None:
                yield _problem(catalogue, "path-baseline", target, *at, "path", kind=target.kind)


def seasons_known(catalogue: Catalogue) -> Iterator[Problem]:
    """A seasonal path needs last year's figures, up to the deadline that is in force."""
    for target in catalogue.targets:
        if target.path is PathRule.SEASONAL and not any(value for _, value in target.previous):
            yield _problem(catalogue, "path-seasonal", target, "path")
        for n, change in enumerate(target.adjustments):
            path, _ = target.changed_by(n)[1].path_on(change.since)
            if path is PathRule.SEASONAL and change.due and change.due > target.period.end:
                yield _problem(catalogue, "path-season-end", target, "adjustments", n, "due", due=change.due)


def stages_fit(catalogue: Catalogue) -> Iterator[Problem]:
    """Stages belong to milestones and lie between 0 and 100 %."""
    for target in catalogue.targets:
        if target.stages and target.kind != "milestone":
            yield _problem(catalogue, "stages-kind", target, "stages", kind=target.kind)
        for stage, value in target.stages.items():
            if not 0 <= value <= HUNDRED:
                yield _problem(catalogue, "stages-range", target, "stages", stage, stage=stage, value=value)


def previous_fits(catalogue: Catalogue) -> Iterator[Problem]:
    """Last year's figures are of something counted, never fall, and end a year before the deadline."""
    for target in catalogue.targets:
        if target.previous and target.kind != "cumulative":
            yield _problem(catalogue, "previous-kind", target, "previous", kind=target.kind)
        before = Decimal(0)
        for day, value in target.previous:
            if value < before:
                path = ("previous", day.isoformat())
                yield _problem(
                    catalogue, "previous-order", target, *path, day=day, value=value, before=before
                )
            before = value
        end = year_before(target.period.end)
        if target.previous and target.previous[-1][0] != end:
            facts = {"day": target.previous[-1][0], "end": end}
            yield _problem(catalogue, "previous-end", target, "previous", **facts)


def owners_once(catalogue: Catalogue) -> Iterator[Problem]:
    """No unit is named twice for one measure or target."""
    for measure in catalogue.measures:
        places = [(measure.place, measure.owners)]
        places += [(t.place, t.owners) for t in measure.targets if t.owners != measure.owners]
        for place, owners in places:
            pairs = ((owner, (*place, "owners", n)) for n, owner in enumerate(owners))
            yield from _twice(catalogue, "owner-twice", pairs)


def thresholds_fit(catalogue: Catalogue) -> Iterator[Problem]:
    """Red lies below yellow; of a rate any shortfall is yellow, so its red lies not above zero."""
    profile = catalogue.profile
    place = Place(catalogue.file, ("signals",))
    if profile.far_behind is not None and profile.far_behind > profile.behind:
        facts = {"behind": profile.behind, "far_behind": profile.far_behind}
        yield Problem("thresholds-order", place, facts)
    if profile.far_behind_rate > 0:
        facts = {"behind": Decimal(0), "far_behind": profile.far_behind_rate}
        yield Problem("thresholds-order", place, facts)
    if profile.far_behind_short is not None and not 0 <= profile.far_behind_short <= HUNDRED:
        yield Problem("threshold-short", place, {"value": profile.far_behind_short})


def _twice(catalogue: Catalogue, code: str, pairs: Iterable[tuple[object, Path]]) -> Iterator[Problem]:
    seen: dict[object, Path] = {}
    for value, path in pairs:
        if value in seen:
            yield Problem(code, Place(catalogue.file, path), {"value": value})
        seen.setdefault(value, path)


def _problem(catalogue: Catalogue, code: str, target: Target, *path: str | int, **facts: object) -> Problem:
    return Problem(code, Place(catalogue.file, (*target.place, *path)), {"id": target.id, **facts})


CatalogueRule = Callable[[Catalogue], Iterator[Problem]]
CATALOGUE_RULES: tuple[CatalogueRule, ...] = (
    numbers_once,
    ids_once,
    indicators_once,
    units_fit,
    goals_fit,
    periods_fit,
    acceptances_fit,
    steps_fit,
    adjusted_steps_agreed,
    adjustments_once,
    paths_fit,
    seasons_known,
    stages_fit,
    previous_fits,
    owners_once,
    thresholds_fit,
)
