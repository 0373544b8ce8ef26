"""Doubts about a new figure: it would be accepted, yet a person should look at it once more."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from tracker.model.catalogue import Target
from tracker.model.entry import Entry
from tracker.model.log import EntryHistory
from tracker.model.quantity import PERCENT

# Ten times more or less than before, and the factor of 万 typed or forgotten (anything from a thousand on).
JUMP = 10
WAN = 1000
# So many times the goal is more than a good year brings; a digit typed twice or a wrong row often does.
FAR = 2
# Within this time the same increment is more likely the same report than another one.
SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason to ask; `code` names its sentence in words/."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewFigure:
    """A new entry, the value it leads to, and what it comes upon.

    `earlier` are the entries before it in the order in which entries count, new ones among them; `beside` are
    those of its own day, before it or there already; `newest` is the day of the latest figure of the log.
    """

    target: Target
    entry: Entry
    value: Decimal
    earlier: Sequence[EntryHistory] = ()
    beside: Sequence[EntryHistory] = ()
    newest: date | None = None

    @property
    def previous(self) -> Decimal | None:
        """The value before it."""
        return self.earlier[-1].value if self.earlier else None


def new_figures(target: Target, history: Sequence[EntryHistory], new: Container[str]) -> Iterator[NewFigure]:
    """The figures of a target that are new, by the names of their entries; `history` has all of them."""
    standing = [one for one in history if one.value is not None]
    newest = max((one.entry.report.date for one in standing if one.entry.ref not in new), default=None)
    days: dict[date, list[EntryHistory]] = {}
    for one in standing:
        days.setdefault(one.entry.report.date, []).append(one)
    for at, one in enumerate(standing):
        if one.entry.ref in new and one.value is not None:
            of_day = days[one.entry.report.date]
            before = of_day.index(one)
            beside = [*of_day[:before], *(other for other in of_day[before:] if other.entry.ref not in new)]
            yield NewFigure(target, one.entry, one.value, standing[:at], beside, newest)


def doubts_of(figure: NewFigure) -> tuple[Doubt, ...]:
    """Everything about this figure that a person should confirm."""
    return tuple(doubt for rule in DOUBTS for doubt in rule(figure))


def falls(figure: NewFigure) -> Iterator[Doubt]:
    """A running total is lower than before."""
    previous = figure.previous
    if figure.target.rules.counts_up and previous is not None and figure.value < previous:
        yield _doubt("falls", figure, previous=previous, day=figure.earlier[-1].entry.report.date)


def leaps(figure: NewFigure) -> Iterator[Doubt]:
    """Ten or a thousand times more, or less, than before (at first, than the goal); or far past the goal."""
    before = figure.previous or None
    reference = before if before is not None else figure.target.goal.value
    if not reference or not figure.value:
        return
    if _meant(figure) is not None:
        return  # that is doubt enough
    ratio = abs(Fraction(figure.value) / Fraction(reference))
    # A first figure may be small beside the goal, but hardly so small in a unit that was chosen for it.
    small = before is not None or (figure.entry.line.unit is not None and ratio * WAN <= 1)
    if (small or ratio > 1) and (code := leap(figure.value, reference)):
        yield _doubt(code, figure, reference=reference)
    elif _is_far_past(figure):
        goal = figure.target.goal_on(figure.entry.report.date).value
        yield _doubt("far-past", figure, goal=goal, added=figure.value - _before(figure))


def leap(value: Decimal, reference: Decimal) -> str | None:
    """Whether two numbers differ tenfold (leaps), or by the factor of 万 (wan); zero differs from nothing."""
    if not value or not reference:
        return None
    ratio = abs(Fraction(value) / Fraction(reference))
    ratio = max(ratio, 1 / ratio)
    return "wan" if ratio >= WAN else "leaps" if ratio >= JUMP else None


def meant_in_percent(value: Decimal, reference: Decimal | None) -> Decimal | None:
    """What a number of at most 1 may mean in per cent, where that is nearer to the reference; or None."""
    if not value or not reference or abs(value) > 1:
        return None
    return value * 100 if JUMP * abs(value) < abs(reference) else None


def fraction(figure: NewFigure) -> Iterator[Doubt]:
    """A percentage that seems to be written as a fraction: 0.46 for 46 %."""
    meant = _meant(figure)
    if meant is not None:
        yield _doubt("fraction", figure, meant=meant)


def _meant(figure: NewFigure) -> Decimal | None:
    """What a figure may mean in per cent; None where its sign was written, and of increments."""
    line = figure.entry.line
    if figure.target.unit != PERCENT or line.unit is not None or line.total is None:
        return None
    return meant_in_percent(figure.value, figure.previous or figure.target.goal.value)


def negative(figure: NewFigure) -> Iterator[Doubt]:
    """A stock below zero, of which neither goal nor start nor any figure was."""
    target = figure.target
    goal = target.goal_on(figure.entry.report.date)
    known = (goal.value, target.baseline or 0, figure.previous or 0)
    if target.kind == "level" and figure.value < 0 <= min(known):
        yield _doubt("negative", figure)


def _is_far_past(figure: NewFigure) -> bool:
    """Whether one report alone brings more than the whole goal, and the sum to more than twice the goal.

    Who passes a goal by so much in many reports is believed. Shares and rates are near their goals anyway,
    and what they cannot be other rules say.
    """
    goal = figure.target.goal_on(figure.entry.report.date).value
    if figure.target.unit == PERCENT or goal <= 0:
        return False
    return figure.value > FAR * goal and figure.value - _before(figure) > goal


def _before(figure: NewFigure) -> Decimal:
    return figure.previous if figure.previous is not None else figure.target.baseline or Decimal(0)


def over_hundred(figure: NewFigure) -> Iterator[Doubt]:
    """A percentage above 100, of anything but a growth rate."""
    if figure.target.unit == PERCENT and figure.target.kind != "growth" and figure.value > 100:  # noqa: PLR2004
        yield _doubt("over-hundred", figure)


def late(figure: NewFigure) -> Iterator[Doubt]:
    """Older than the latest figure."""
    day = figure.entry.report.date
    if figure.newest and day < figure.newest:
        yield _doubt("late", figure, day=day, newest=figure.newest)


def repeats(figure: NewFigure) -> Iterator[Doubt]:
    """The same total of the same day is there already, or the same increment, recorded a short time ago."""
    entry, day = figure.entry, figure.entry.report.date
    if entry.add is None:
        if figure.beside and figure.beside[-1].value == figure.value:
            yield _doubt("repeats", figure, day=day, ref=figure.beside[-1].entry.ref)
        return
    for other in figure.beside:
        if other.entry.add == entry.add and abs(entry.report.known - other.entry.report.known) <= SOON:
            yield _doubt("adds-again", figure, day=day, ref=other.entry.ref, added=entry.add)
            return


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
    fraction,
    negative,
    leaps,
    over_hundred,
    late,
    repeats,
    outsider,
)
