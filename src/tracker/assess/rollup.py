"""Figures of many districts brought together: sums, ratios of sums, spreads and ranks; exact, no I/O."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from sys import intern
from typing import NamedTuple

from tracker.assess.district import DistrictResult, DistrictState, Figure
from tracker.assess.signal import Signal
from tracker.model.indicators import Aggregate, Indicator, Indicators
from tracker.model.kinds import completion as completion_of
from tracker.model.quantity import in_unit
from tracker.problems import Problem

HUNDRED = Fraction(100)


class Part(NamedTuple):
    """What one district brings to one indicator, in the indicator's unit; `level` is what is compared."""

    district: str
    figure: Figure
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


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """One district among the others; `result` without its figures. `reported` of `asked` targets have one."""

    result: DistrictResult
    rank: int | None
    reported: int
    asked: int


@dataclass(frozen=True, slots=True)
class RollUp:
    """The whole: every indicator, and every district in the order of its rank, those not read last."""

    year: int
    wholes: tuple[Whole, ...]
    districts: tuple[District, ...]
    signals: Mapping[Signal, int]
    figures: tuple[tuple[str, Figure], ...]  # of each district, where they were to be kept

    @property
    def read(self) -> int:
        """How many districts count."""
        return sum(district.result.is_read for district in self.districts)


Rank = Callable[[DistrictResult], Fraction | None]
RANKS: dict[str, Rank] = {
    "completion": lambda result: result.completion,
    "lead": lambda result: result.lead,
    "timeliness": lambda result: result.timeliness,
}


def roll_up(
    results: Iterable[DistrictResult], indicators: Indicators | None, rank: str, *, keep: bool = False
) -> RollUp:
    """The whole of these districts; `rank` is one of RANKS. `keep` keeps every figure of every target."""
    codes = indicators.by_code if indicators else {}
    shared: dict[str, list[tuple[str, Figure]]] = {code: [] for code in codes}
    counted: list[tuple[DistrictResult, int, int]] = []
    figures: list[tuple[str, Figure]] = []
    for result in results:
        mine = [f for f in result.figures if not codes or f.code in codes]
        for figure in mine:
            if figure.code is not None and figure.code in shared:
                shared[figure.code].append((result.name, _slim(figure)))
        figures += [(result.name, figure) for figure in result.figures] if keep else []
        counted.append((replace(result, figures=()), sum(f.actual is not None for f in mine), len(mine)))
    year = _year(result for result, _, _ in counted)
    counted = [(_of_year(result, year), reported, asked) for result, reported, asked in counted]
    everybody = {result.name: result for result, *_ in counted}
    read = {name for name, result in everybody.items() if result.is_read}
    signals: Counter[Signal] = Counter()
    for name in read:
        signals.update(everybody[name].signals)
    return RollUp(
        year,
        tuple(_whole(indicator, shared[code], everybody) for code, indicator in codes.items()),
        _ranked(counted, RANKS[rank]),
        {signal: signals[signal] for signal in Signal},
        tuple((name, figure) for name, figure in figures if name in read),
    )


def _slim(figure: Figure) -> Figure:
    """What the whole needs of a figure: names and places of thousands would take most of the memory."""
    return figure._replace(
        **dict.fromkeys(("id", "number", "name", "lead_unit", "kind"), ""),
        operator=None,
        by=None,
        file=None,
        unit=intern(figure.unit),
    )


def _year(results: Iterable[DistrictResult]) -> int:
    """The year of most catalogues; of equally many the latest."""
    years = Counter(result.year for result in results if result.is_read and result.year)
    return max(years, key=lambda year: (years[year], year), default=0)


def _of_year(result: DistrictResult, year: int) -> DistrictResult:
    """A district whose catalogue is of another year does not count: its figures are of other goals."""
    if not result.is_read or result.year in {0, year}:
        return result
    facts = {"year": result.year, "others": year}
    return replace(result, state=DistrictState.OTHER_YEAR, error="district-other-year", facts=facts)


def _ranked(counted: Sequence[tuple[DistrictResult, int, int]], rank: Rank) -> tuple[District, ...]:
    """The highest first, equals with the same number; then those without one, then those not read."""
    by_share: list[tuple[Fraction, tuple[DistrictResult, int, int]]] = []
    rest: list[District] = []
    for each in sorted(counted, key=lambda each: not each[0].is_read):
        share = rank(each[0]) if each[0].is_read else None
        if share is None:
            rest.append(District(result=each[0], rank=None, reported=each[1], asked=each[2]))
        else:
            by_share.append((share, each))
    by_share.sort(key=lambda pair: -pair[0])
    districts: list[District] = []
    for _, equals in groupby(by_share, key=lambda pair: pair[0]):
        place = len(districts) + 1
        districts += [
            District(result=result, rank=place, reported=reported, asked=asked)
            for _, (result, reported, asked) in equals
        ]
    return (*districts, *rest)


def _whole(
    indicator: Indicator, figures: Sequence[tuple[str, Figure]], everybody: Mapping[str, DistrictResult]
) -> Whole:
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

    def added(numbers: Iterable[tuple[Part, Decimal | Fraction | None]]) -> Fraction | None:
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
    goals = {part.figure.goal for part in whole.parts} - {None}
    return replace(
        whole,
        value=share,
        part=top,
        whole=bottom,
        goal=Fraction(goals.pop() or 0) if len(goals) == 1 else None,
        change=now - before if now is not None and before is not None else None,
        compared=len(both),
    )


def _share(
    pairs: Iterable[tuple[Decimal | None, Decimal | None]],
) -> tuple[Fraction | None, Fraction, Fraction]:
    """All parts over all wholes in per cent, and both sums; None where there is no whole."""
    known = [(Fraction(part or 0), Fraction(whole or 0)) for part, whole in pairs]
    top, bottom = sum((p for p, _ in known), Fraction(0)), sum((w for _, w in known), Fraction(0))
    return (HUNDRED * top / bottom if bottom else None), top, bottom
