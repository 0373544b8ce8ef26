"""Doubts about a new goal: a document may say so, yet a person should look at it once more."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.assess.plausibility import Doubt, leap, meant_in_percent
from tracker.model.catalogue import Target
from tracker.model.goal import Goal, Operator
from tracker.model.quantity import PERCENT


@dataclass(frozen=True, slots=True)
class NewGoal:
    """A target before and after a change, the day from which that counts, and the latest figure by then."""

    before: Target
    after: Target
    day: date
    figure: Decimal | None

    @property
    def old(self) -> Goal:
        """The goal before."""
        return self.before.goal_on(self.day)

    @property
    def new(self) -> Goal:
        """The goal from the day on."""
        return self.after.goal_on(self.day)


def doubts_of_goal(change: NewGoal) -> tuple[Doubt, ...]:
    """Everything about this change that a person should confirm."""
    return tuple(doubt for rule in DOUBTS for doubt in rule(change))


def far_off(change: NewGoal) -> Iterator[Doubt]:
    """Ten or a thousand times more or less than before; of a percentage perhaps written as a fraction."""
    old, new = change.old.value, change.new.value
    meant = meant_in_percent(new, old) if change.after.unit == PERCENT else None
    if meant is not None:
        yield _doubt("goal-fraction", change, meant=meant)
    elif code := leap(new, old):
        yield _doubt(f"goal-{code}", change, reference=old)


def over_hundred(change: NewGoal) -> Iterator[Doubt]:
    """A percentage above 100, of anything but a growth rate."""
    if change.after.unit == PERCENT and change.after.kind != "growth" and change.new.value > 100:  # noqa: PLR2004
        yield _doubt("over-hundred", change)


def turns(change: NewGoal) -> Iterator[Doubt]:
    """Where more was better less is now, or a number has changed its sign."""
    if change.old.higher_is_better != change.new.higher_is_better:
        yield _doubt("goal-higher" if change.new.higher_is_better else "goal-lower", change)
    if change.old.value * change.new.value < 0:
        yield _doubt("goal-sign", change, reference=change.old.value)


def met_at_once(change: NewGoal) -> Iterator[Doubt]:
    """The latest figure meets it, and did not meet the goal before."""
    figure, new = change.figure, change.new
    if figure is None or new.operator is Operator.DONE_BY:
        return
    if new.met_by(figure) and not change.old.met_by(figure):
        yield _doubt("goal-met", change, figure=figure)


def past(change: NewGoal) -> Iterator[Doubt]:
    """The deadline lies before the day from which it counts."""
    due = change.after.period_on(change.day).end
    if due < change.day and due != change.before.period_on(change.day).end:
        yield _doubt("due-past", change, due=due, day=change.day)


def _doubt(code: str, change: NewGoal, **facts: object) -> Doubt:
    target = change.after
    return Doubt(code, {"name": target.name, "value": change.new.value, "unit": target.unit, **facts})


DOUBTS: tuple[Callable[[NewGoal], Iterator[Doubt]], ...] = (far_off, over_hundred, turns, met_at_once, past)
