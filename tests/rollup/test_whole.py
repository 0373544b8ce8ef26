"""The arithmetic of the whole: sums, ratios of sums, spreads and ranks of plain values."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.assess.district import DistrictResult, DistrictState, Figure
from tracker.assess.rollup import roll_up
from tracker.assess.signal import Signal
from tracker.assess.whole import Spread, Whole
from tracker.model.indicators import Aggregate, Indicator, Indicators
from tracker.report.rollup import RollUpOptions, rollup_view


def indicator(aggregate: str = "sum", kind: str = "cumulative", unit: str = "家") -> Indicators:
    one = Indicator("A", "甲", unit, kind, higher=True, aggregate=Aggregate(aggregate))
    return Indicators("indicators.yaml", {"A": one})


def figure(actual: str | None, goal: str = "100", **keys: Any) -> Figure:
    base: dict[str, Any] = dict.fromkeys(Figure._fields)
    base |= {"id": "a", "number": "1.1", "code": "A", "name": "甲", "kind": "cumulative", "unit": "家"}
    base |= {"lead_unit": "局", "operator": "at_least", "goal": Decimal(goal), "baseline": Decimal(0)}
    base |= {"signal": Signal.ON_TRACK, "actual_date": date(2024, 9, 30)}
    if actual is not None:
        base |= {"actual": Decimal(actual), "completion": Fraction(actual) / Fraction(goal)}
    base |= keys
    return Figure(**base)


def district(name: str, *figures: Figure, **keys: Any) -> DistrictResult:
    return DistrictResult(**{"name": name, "place": name, "year": 2024, "figures": figures, **keys})


def whole(results: Sequence[DistrictResult], shared: Indicators | None = None) -> Whole:
    return roll_up(results, shared or indicator(), "completion").wholes[0]


def test_values_and_goals_are_added_in_the_unit_of_the_indicator() -> None:
    results = [
        district("甲", figure("1.5", "2", unit="亿元")),
        district("乙", figure("5000", "10000", unit="万元")),
    ]
    found = whole(results, indicator(unit="万元"))
    assert [found.value, found.goal, found.completion] == [20000, 30000, Fraction(2, 3)]


def test_units_without_a_finite_form_are_added_exactly() -> None:
    found = whole([district(n, figure("100", "200", unit="亩")) for n in "甲乙丙"], indicator(unit="公顷"))
    assert found.value == 20
    assert found.spread is not None
    assert found.spread.median == Fraction(1, 2)


def test_parts_and_wholes_are_added_never_percentages() -> None:
    def share(part: str, base: str) -> Figure:
        percentage = 100 * Fraction(part) / Fraction(base)
        return figure("1", "90", kind="share", unit="%", part=Decimal(part), whole=Decimal(base))._replace(
            actual=percentage
        )

    results = [district("甲", share("9", "10")), district("乙", share("10", "1000"))]
    found = whole(results, indicator("ratio", "share", "%"))
    assert [found.part, found.whole, found.value] == [19, 1010, Fraction(1900, 1010)]
    assert found.spread is not None
    assert [found.spread.least, found.spread.most] == [1, 90]


def test_a_share_that_was_not_counted_is_missing_of_a_ratio() -> None:
    found = whole([district("甲", figure("50", kind="share", unit="%"))], indicator("ratio", "share", "%"))
    assert [lack.why for lack in found.lacks] == ["no_whole"]
    assert found.value is None


def test_what_is_never_one_number_has_only_a_spread() -> None:
    results = [
        district(n, figure(str(v), kind="growth", unit="%")) for n, v in zip("甲乙丙", (3, 8, 8), strict=True)
    ]
    found = whole(results, indicator("none", "growth", "%"))
    assert (found.value, found.goal, found.completion) == (None, None, None)
    assert found.spread == Spread(Fraction(3), ("甲",), Fraction(8), Fraction(8), ("乙", "丙"))


def test_the_missing_are_named_with_the_reason_and_those_without_it_apart() -> None:
    results = [
        district("甲", figure("50")),
        district("乙", figure(None)),
        district("丙", figure("1", code="B")),
        district("丁", state=DistrictState.MISSING),
        district("戊", figure("9"), year=2023),
    ]
    found = whole(results)
    assert [(lack.district, lack.why) for lack in found.lacks] == [
        ("乙", "no_figure"),
        ("丁", "missing"),
        ("戊", "other_year"),
    ]
    assert (len(found.parts), found.asked, found.without) == (1, 4, ("丙",))


def test_an_old_figure_counts_and_is_named() -> None:
    found = whole([district("甲", figure("50", signal=Signal.SILENT)), district("乙", figure("1"))])
    assert found.silent == (("甲", date(2024, 9, 30)),)
    assert found.value == 51


def test_the_change_is_that_of_districts_with_a_figure_on_both_days() -> None:
    found = whole([district("甲", figure("50", before=Decimal(40))), district("乙", figure("7"))])
    assert [found.change, found.compared] == [10, 1]


def test_ranks_are_shared_by_equals_and_the_unread_come_last() -> None:
    shares = {
        "甲": Fraction(1, 2),
        "乙": Fraction(3, 4),
        "丙": Fraction(1, 2),
        "丁": None,
        "戊": Fraction(1, 3),
    }
    results = [district(name, figure("1"), completion=share) for name, share in shares.items()]
    results.append(district("己", state=DistrictState.BROKEN))
    found = roll_up(results, indicator(), "completion")
    assert [(d.result.name, d.rank) for d in found.districts] == [
        *(("乙", 1), ("甲", 2), ("丙", 2), ("戊", 4)),
        *(("丁", None), ("己", None)),
    ]


def test_an_upper_limit_of_the_whole_has_no_lead() -> None:
    lower = Indicators(
        "i", {"A": Indicator("A", "甲", "家", "cumulative", higher=False, aggregate=Aggregate.SUM)}
    )
    assert whole([district("甲", figure("50", expected=Fraction(60)))], lower).lead is None
    assert whole([district("甲", figure("50", expected=Fraction(60)))]).lead == Fraction(-1, 10)


FIGURES = st.lists(
    st.tuples(st.integers(0, 10**6), st.integers(1, 10**6), st.sampled_from(["元", "万元", "亿元"])),
    min_size=1,
    max_size=12,
)


@given(FIGURES, st.randoms())
def test_sums_do_not_depend_on_the_order_and_are_those_of_plain_fractions(
    figures: list[tuple[int, int, str]], chance: Any
) -> None:
    factors = {"元": Fraction(1, 10**4), "万元": Fraction(1), "亿元": Fraction(10**4)}
    results = [
        district(f"d{n}", figure(str(value), str(goal), unit=unit))
        for n, (value, goal, unit) in enumerate(figures)
    ]
    shuffled = [*results]
    chance.shuffle(shuffled)
    found, other = (whole(each, indicator(unit="万元")) for each in (results, shuffled))
    value = sum((v * factors[unit] for v, _, unit in figures), Fraction(0))
    goal = sum((g * factors[unit] for _, g, unit in figures), Fraction(0))
    assert (found.value, found.goal, found.completion) == (value, goal, value / goal)
    assert (other.value, other.spread and other.spread.median) == (
        value,
        found.spread and found.spread.median,
    )
    assert found.spread is not None
    levels = sorted(Fraction(v, g) for v, g, _ in figures)
    assert (found.spread.least, found.spread.most) == (levels[0], levels[-1])


def test_the_counts_of_signals_add_up() -> None:
    results = [
        district("甲", figure("1"), signals={Signal.DONE: 2, Signal.SILENT: 1}),
        district("乙", figure("1"), signals={Signal.BEHIND: 4}),
        district("丙", figure("1"), signals={Signal.BEHIND: 9}, state=DistrictState.SLOW),
    ]
    found = roll_up(results, indicator(), "completion")
    view = rollup_view(found, RollUpOptions(as_of=date(2024, 9, 30), title="甲"))
    assert (view.total, sum((view.counts or {}).values())) == (7, 7)


@pytest.mark.parametrize("rank", ["completion", "lead", "punctuality"])
def test_every_order_ranks_by_its_own_share(rank: str) -> None:
    one = district("甲", figure("1"), completion=Fraction(1, 2), lead=Fraction(1, 9), due=4, on_time=1)
    other = district("乙", figure("1"), completion=Fraction(1, 3), lead=Fraction(2, 9), due=4, on_time=3)
    found = [d.result.name for d in roll_up([one, other], indicator(), rank).districts]
    assert found == (["甲", "乙"] if rank == "completion" else ["乙", "甲"])
