"""Many districts brought together: every indicator of the whole, and the districts by their ranks."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby

from tracker.assess.district import DistrictResult, DistrictState, Figure
from tracker.assess.signal import Signal
from tracker.assess.whole import SharedFigure, Whole, shared_figure, whole_of
from tracker.model.indicators import Indicators


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
    "punctuality": lambda result: result.punctuality,
}


def roll_up(
    results: Iterable[DistrictResult], indicators: Indicators | None, rank: str, *, keep: bool = False
) -> RollUp:
    """The whole of these districts; `rank` is one of RANKS. `keep` keeps every figure of every target."""
    codes = indicators.by_code if indicators else {}
    shared: dict[str, list[tuple[str, SharedFigure]]] = {code: [] for code in codes}
    counted: list[tuple[DistrictResult, int, int]] = []
    figures: list[tuple[str, Figure]] = []
    for result in results:
        mine = [f for f in result.figures if not codes or f.code in codes]
        for figure in mine:
            if figure.code is not None and figure.code in shared:
                shared[figure.code].append((result.name, shared_figure(figure)))
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
        tuple(whole_of(indicator, shared[code], everybody) for code, indicator in codes.items()),
        _ranked(counted, RANKS[rank]),
        {signal: signals[signal] for signal in Signal},
        tuple((name, figure) for name, figure in figures if name in read),
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
