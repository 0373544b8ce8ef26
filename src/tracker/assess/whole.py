"""One indicator of many districts: sums, ratios of sums, least, median, most, and who is missing; exact."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from sys import intern
from typing import NamedTuple

from tracker.assess.district import DistrictResult, Figure
from tracker.assess.signal import Signal
from tracker.model.exact import percentage_of
from tracker.model.indicators import Aggregate, Indicator
from tracker.model.kinds import completion as completion_of
from tracker.model.quantity import ExactNumber, in_unit
from tracker.problems import Problem


class SharedFigure(NamedTuple):
    """What the whole needs of a Figure: names and places of thousands would take most of the memory."""

    unit: str
    goal: Decimal | None
    baseline: ExactNumber | None
    actual: ExactNumber | None
    actual_date: date | None
    part: Decimal | None
    whole: Decimal | None
    completion: Fraction | None
    expected: Fraction | None
    lead: Fraction | None
    signal: Signal | None
    entry: str | None
    before: ExactNumber | None
    part_before: Decimal | None
    whole_before: Decimal | None


def shared_figure(figure: Figure) -> SharedFigure:
    """What the whole needs of a figure."""
    return SharedFigure(*(getattr(figure, name) for name in SharedFigure._fields))._replace(
        unit=intern(figure.unit)
    )


class Part(NamedTuple):
    """What one district brings to one indicator, in the indicator's unit; `level` is what is compared."""

    district: str
    figure: SharedFigure
    value: Fraction
    level: Fraction | None


class Lack(NamedTuple):
    """A district that is missing of an indicator, and why: a state, or refused, no_figure, no_whole."""

    district: str
    why: str
    problem: Problem | None = None


class Spread(NamedTuple):
    """Least, median and most of what was reported, and who has the least and the most."""

    least: Fraction
    lowest: tuple[str, ...]
    median: Fraction
    most: Fraction
    highest: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """One indicator of the whole. `parts` and `lacks` are all districts of which it is asked.

    Goal, completion and lead are those of the districts that reported; they are never shown without how many.
    `by_completion` says that what is compared is completion, else it is the value.
    """

    indicator: Indicator
    parts: tuple[Part, ...]
    lacks: tuple[Lack, ...]
    without: tuple[str, ...]  # districts that were read and have no such target
    silent: tuple[tuple[str, date], ...]  # whose figure is of a day long passed; it counts as it was
    value: Fraction | None = None
    part: Fraction | None = None  # of a ratio
    whole: Fraction | None = None
    goal: Fraction | None = None
    completion: Fraction | None = None
    lead: Fraction | None = None
    change: Fraction | None = None  # of those that had a figure on both days
    compared: int = 0  # how many those are
    spread: Spread | None = None
    by_completion: bool = False

    @property
    def asked(self) -> int:
        """How many districts have it, or may have it."""
        return len(self.parts) + len(self.lacks)

    @property
    def goalless(self) -> tuple[str, ...]:
        """Of a sum or ratio, who brings a value and no goal: the whole then has none either.

        Where nobody has one, nobody lacks it.
        """
        goals = [part.figure.goal for part in self.parts]
        if self.indicator.aggregate not in {Aggregate.SUM, Aggregate.RATIO} or not any(
            goal is not None for goal in goals
        ):
            return ()
        return tuple(part.district for part in self.parts if part.figure.goal is None)


def whole_of(
    indicator: Indicator, figures: Sequence[tuple[str, SharedFigure]], everybody: Mapping[str, DistrictResult]
) -> Whole:
    """The indicator of the whole: `figures` by district, of all districts that there are (`everybody`)."""
    by_completion = indicator.aggregate is Aggregate.SUM
    having = dict(figures)
    parts: list[Part] = []
    lacks: list[Lack] = []
    without: list[str] = []
    for name, result in everybody.items():
        figure = having.get(name)
        if not result.is_read:
            lacks.append(Lack(name, result.state.value))
        elif figure is None:
            without.append(name)
        elif indicator.code in result.refused:
            lacks.append(Lack(name, "refused", result.refused[indicator.code]))
        elif figure.actual is None:
            lacks.append(Lack(name, "no_figure"))
        elif indicator.aggregate is Aggregate.RATIO and not figure.whole:
            lacks.append(Lack(name, "no_whole"))
        else:
            value = in_unit(figure.actual, figure.unit, indicator.unit)
            parts.append(Part(name, figure, value, figure.completion if by_completion else value))
    silent = [
        (part.district, part.figure.actual_date)
        for part in parts
        if part.figure.signal is Signal.SILENT and part.figure.actual_date
    ]
    whole = Whole(
        indicator=indicator,
        parts=tuple(parts),
        lacks=tuple(lacks),
        without=tuple(without),
        silent=tuple(silent),
        spread=_spread(parts),
        by_completion=by_completion,
    )
    match indicator.aggregate:
        case Aggregate.SUM if parts:
            return _summed(whole)
        case Aggregate.RATIO if parts:
            return _ratio(whole)
        case _:
            return whole


def _spread(parts: Sequence[Part]) -> Spread | None:
    levels = sorted(part.level for part in parts if part.level is not None)
    if not levels:
        return None
    middle = len(levels) // 2
    median = levels[middle] if len(levels) % 2 else (levels[middle - 1] + levels[middle]) / 2
    least, most = levels[0], levels[-1]
    lowest, highest = (tuple(p.district for p in parts if p.level == end) for end in (least, most))
    return Spread(least, lowest, median, most, highest)


def _summed(whole: Whole) -> Whole:
    """Values, goals and baselines are added, and the completion is that of the sums.

    Without a baseline of each there is none of the whole. The lead is told where each has an expected value,
    and where more is better.
    """
    unit = whole.indicator.unit

    def added(numbers: Iterable[tuple[Part, ExactNumber | None]]) -> Fraction | None:
        total = Fraction(0)
        for part, number in numbers:
            if number is None:
                return None
            total += in_unit(number, part.figure.unit, unit)
        return total

    value = sum((part.value for part in whole.parts), Fraction(0))
    goal = added((part, part.figure.goal) for part in whole.parts)
    baseline = added((part, part.figure.baseline) for part in whole.parts)
    expected = added((part, part.figure.expected) for part in whole.parts)
    both = [part for part in whole.parts if part.figure.before is not None]
    before = added((part, part.figure.before) for part in both)
    completion = None if goal is None else completion_of(value, goal, baseline)
    due = None if goal is None or expected is None else completion_of(expected, goal, baseline)
    leads = completion is not None and due is not None and whole.indicator.higher
    return replace(
        whole,
        value=value,
        goal=goal,
        completion=completion,
        lead=completion - due if leads and completion is not None and due is not None else None,
        change=sum((part.value for part in both), Fraction(0)) - before
        if both and before is not None
        else None,
        compared=len(both),
    )


def _ratio(whole: Whole) -> Whole:
    """Parts and wholes are added, each of the same things; the goal is told where all have the same one."""
    share, top, bottom = _share((p.figure.part, p.figure.whole) for p in whole.parts)
    both = [part.figure for part in whole.parts if part.figure.whole_before]
    now, _, _ = _share((figure.part, figure.whole) for figure in both)
    before, _, _ = _share((figure.part_before, figure.whole_before) for figure in both)
    goals = {part.figure.goal for part in whole.parts}
    return replace(
        whole,
        value=share,
        part=top,
        whole=bottom,
        goal=Fraction(goal) if len(goals) == 1 and (goal := goals.pop()) is not None else None,
        change=now - before if now is not None and before is not None else None,
        compared=len(both),
    )


def _share(
    pairs: Iterable[tuple[ExactNumber | None, ExactNumber | None]],
) -> tuple[Fraction | None, Fraction, Fraction]:
    """All parts over all wholes in per cent, and both sums; None where there is no whole."""
    known = [(Fraction(part or 0), Fraction(whole or 0)) for part, whole in pairs]
    top, bottom = sum((p for p, _ in known), Fraction(0)), sum((w for _, w in known), Fraction(0))
    return (percentage_of(top, bottom) if bottom else None), top, bottom
