"""Doubts about a new figure: it would be accepted, yet a person should look at it once more."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from tracker.model.catalogue import Target
from tracker.model.entry import Entry
from tracker.model.log import Point, Points
from tracker.model.quantity import PERCENT

# Ten times more or less than before, and the factor of 万 typed or forgotten (anything from a thousand on).
JUMP = 10
WAN = 1000


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason to ask; `code` names its sentence in words/."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewFigure:
    """A new entry with what is known: the target's points without it, and its value with it."""

    target: Target
    entry: Entry
    before: Points
    value: Decimal

    @property
    def previous(self) -> Point | None:
        """The latest figure up to its own day."""
        return max(
            (p for p in self.before if p.day <= self.entry.report.date), key=lambda p: p.day, default=None
        )


def doubts_of(figure: NewFigure) -> tuple[Doubt, ...]:
    """Everything about this figure that a person should confirm."""
    return tuple(doubt for rule in DOUBTS for doubt in rule(figure))


def falls(figure: NewFigure) -> Iterator[Doubt]:
    """A running total is lower than before."""
    previous = figure.previous
    if figure.target.rules.counts_up and previous and figure.value < previous.value:
        yield _doubt("falls", figure, previous=previous.value, day=previous.day)


def leaps(figure: NewFigure) -> Iterator[Doubt]:
    """Ten or ten thousand times more, or less, than before; more than the goal where nothing is before."""
    previous = figure.previous
    before = previous.value if previous and previous.value else None
    reference = before if before is not None else figure.target.goal.value
    if not reference or not figure.value:
        return
    ratio = abs(Fraction(figure.value) / Fraction(reference))
    less = 1 / ratio if before is not None else Fraction(0)
    if max(ratio, less) >= WAN:
        yield _doubt("wan", figure, reference=reference)
    elif max(ratio, less) >= JUMP:
        yield _doubt("leaps", figure, reference=reference)


def over_hundred(figure: NewFigure) -> Iterator[Doubt]:
    """A percentage above 100, of anything but a growth rate."""
    if figure.target.unit == PERCENT and figure.target.kind != "growth" and figure.value > 100:  # noqa: PLR2004
        yield _doubt("over-hundred", figure)


def late(figure: NewFigure) -> Iterator[Doubt]:
    """Older than the latest figure."""
    newest = max((point.day for point in figure.before), default=None)
    if newest and figure.entry.report.date < newest:
        yield _doubt("late", figure, day=figure.entry.report.date, newest=newest)


def repeats(figure: NewFigure) -> Iterator[Doubt]:
    """The same total of the same day is there already."""
    day = figure.entry.report.date
    for point in figure.before:
        if point.day == day and figure.entry.add is None and point.value == figure.value:
            yield _doubt("repeats", figure, day=day, ref=point.entry.ref)


def outsider(figure: NewFigure) -> Iterator[Doubt]:
    """Reported by a unit that is not responsible for the target."""
    by = figure.entry.report.by
    if by not in figure.target.owners:
        yield _doubt("outsider", figure, by=by, owners=figure.target.owners)


def _doubt(code: str, figure: NewFigure, **facts: object) -> Doubt:
    target = figure.target
    return Doubt(code, {"name": target.name, "value": figure.value, "unit": target.unit, **facts})


DOUBTS: tuple[Callable[[NewFigure], Iterator[Doubt]], ...] = (
    falls,
    leaps,
    over_hundred,
    late,
    repeats,
    outsider,
)
