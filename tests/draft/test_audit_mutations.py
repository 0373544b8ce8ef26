"""The district's own catalogue with one thing changed at a time: each change is found, and laid where it is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from support import REPOSITORY, TODAY
from tracker.draft.audit.audit import audit, audit_against
from tracker.draft.audit.results import Outcome
from tracker.draft.reading import Reading, read
from tracker.model.book import Book
from tracker.model.catalogue import Catalogue, Measure, Target
from tracker.model.goal import Operator
from tracker.store.workspace import load

MONTH = timedelta(31)
UNITS = ("家", "个", "人", "人次", "套", "亩", "公顷", "亿元", "万元", "%")


@cache
def book() -> Book:
    return load(REPOSITORY, TODAY).book


@cache
def reading() -> Reading:
    return read(book().source or "", book().catalogue.year, book().catalogue.year)


TARGETS = tuple(book().catalogue.targets)
NUMERIC = [target for target in TARGETS if target.kind != "milestone"]
MEASURES = tuple(book().catalogue.measures)


def changed(id_: str, **keys: Any) -> Catalogue:
    """The catalogue with one target changed."""
    return rebuilt(
        lambda measure: replace(
            measure, targets=tuple(replace(t, **keys) if t.id == id_ else t for t in measure.targets)
        )
    )


def rebuilt(change: Any) -> Catalogue:
    catalogue = book().catalogue
    sections = tuple(
        replace(section, measures=tuple(change(measure) for measure in section.measures))
        for section in catalogue.sections
    )
    return replace(catalogue, sections=sections, _by_id={})


@dataclass(frozen=True)
class Mutation:
    keys: dict[str, Any]
    codes: frozenset[str]


def of_goal(target: Target) -> Iterator[Mutation]:
    goal = target.goal
    for operator in set(Operator) - {goal.operator, Operator.DONE_BY}:
        yield Mutation({"goal": replace(goal, operator=operator)}, frozenset({"audit-operator"}))
    for by in (Decimal(1), Decimal(-1), Decimal("0.01"), goal.value, -2 * goal.value):
        yield Mutation({"goal": replace(goal, value=goal.value + by)}, frozenset({"audit-number"}))
    if goal.upper:
        yield Mutation({"goal": replace(goal, upper=goal.upper + 1)}, frozenset({"audit-number"}))


def of_unit(target: Target) -> Iterator[Mutation]:
    for unit in UNITS:
        if unit != target.unit:
            yield Mutation({"unit": unit}, frozenset({"audit-unit", "audit-number"}))


def of_period(target: Target) -> Iterator[Mutation]:
    period = target.period
    changes = [{"end": period.end - MONTH}, {"end": date(2025, 12, 31)}]
    if target.kind in {"cumulative", "growth"}:
        changes.append({"start": period.start + MONTH})
    for change in changes:  # none of them meant, also where the period is
        keys = {"period": replace(period, **change), "differs": {}}
        yield Mutation(keys, frozenset({"audit-period"}))


def of_strength(target: Target) -> Iterator[Mutation]:
    yield Mutation({"aspire": not target.aspire}, frozenset({"audit-strength"}))


def of_kind(target: Target) -> Iterator[Mutation]:
    other = {"growth": "share", "share": "growth"}.get(target.kind)
    if other:
        yield Mutation({"kind": other}, frozenset({"audit-kind"}))


def assert_found(target: Target, mutations: Iterator[Mutation]) -> None:
    for mutation in mutations:
        problems = audit_against(changed(target.id, **mutation.keys), reading()).problems
        assert {problem.facts.get("id") for problem in problems} == {target.id}, mutation
        assert mutation.codes & {problem.code for problem in problems}, mutation


def test_nothing_is_found_in_the_catalogue_as_it_is() -> None:
    found = audit(book().catalogue, book().source or "")
    assert found.problems == ()
    assert found.accounted == len(found.numbers) == sum(found.counts.values())
    assert found.counts[Outcome.OPEN] == 0
    assert {one.target.id for one in found.targets if one.statement is None} == set()
    assert all(one.owners == one.measure.owners for one in found.measures)


@pytest.mark.parametrize("target", NUMERIC, ids=lambda target: target.id)
def test_operators_numbers_units_and_kinds(target: Target) -> None:
    assert_found(target, of_goal(target))
    assert_found(target, of_unit(target))
    assert_found(target, of_kind(target))


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.id)
def test_periods_and_strengths(target: Target) -> None:
    assert_found(target, of_period(target))
    assert_found(target, of_strength(target))


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: str(measure.number))
def test_owners(measure: Measure) -> None:
    owners = measure.owners
    mutants = [("audit-owners", (*owners, "区某局")), ("audit-owners", ("区某局", *owners[1:]))]
    if len(owners) > 1:
        mutants += [
            ("audit-owners", owners[:-1]),
            ("audit-owners-order", (owners[1], owners[0], *owners[2:])),
        ]
    for code, mutant in mutants:
        catalogue = rebuilt(
            lambda one, mutant=mutant: replace(one, owners=mutant) if one.number == measure.number else one
        )
        problems = audit_against(catalogue, reading()).problems
        assert [(p.code, p.facts["id"]) for p in problems] == [(code, measure.number)]


@pytest.mark.parametrize("target", NUMERIC, ids=lambda target: target.id)
def test_a_target_that_is_left_out_leaves_its_number_open(target: Target) -> None:
    catalogue = rebuilt(
        lambda measure: replace(measure, targets=tuple(t for t in measure.targets if t.id != target.id))
    )
    found = audit_against(catalogue, reading())
    shared = {"tourist-growth", "tourism-income-growth"}  # both are set by one number
    worded = {"digital-diagnosis"}  # 全覆盖 is no number
    assert [p.code for p in found.problems] == ([] if target.id in shared | worded else ["audit-open"])
