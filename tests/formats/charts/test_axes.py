"""The scale of charts: round numbers beside it, whatever lies between them."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.formats.charts.axes import round_ticks, scale_of
from tracker.report.view import Chart

YEAR = (date(2024, 1, 1), date(2024, 12, 31))
VALUES = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=1000)


def labels(*values: str, unit: str = "家") -> list[str]:
    """What stands beside a chart of these values, the last of which is its goal."""
    *actual, goal = map(Fraction, values)
    scale = scale_of(Chart(unit, *YEAR, YEAR[0], goal, tuple((YEAR[0], value) for value in actual), ()))
    return [scale.label(tick) for tick in scale.ticks]


@pytest.mark.parametrize(
    ("values", "unit", "expected"),
    [
        (["0", "3"], "家", ["0家", "1家", "2家", "3家"]),
        (["3"], "家", ["0家", "1家", "2家", "3家"]),
        (["0"], "起", ["0起", "1起", "2起"]),
        (["0"], "%", ["0%", "0.2%", "0.4%", "0.6%", "0.8%", "1%"]),
        (["0", "58"], "家", ["0家", "10家", "20家", "30家", "40家", "50家", "60家"]),
        (["23", "40"], "家", ["20家", "25家", "30家", "35家", "40家"]),
        (["95", "100"], "%", ["95%", "96%", "97%", "98%", "99%", "100%"]),
        (["1.2", "-4"], "%", ["-4%", "-3%", "-2%", "-1%", "0%", "1%", "2%"]),
        (["987.2", "1359.59"], "亩", ["900亩", "1000亩", "1100亩", "1200亩", "1300亩", "1400亩"]),
        (["38.2", "38.4"], "家", ["38.2家", "38.25家", "38.3家", "38.35家", "38.4家"]),
        (["1", "3"], "很长" * 500, ["0", "0.5", "1", "1.5", "2", "2.5", "3"]),
    ],
)
def test_ticks_are_round(values: list[str], unit: str, expected: list[str]) -> None:
    assert labels(*values, unit=unit) == expected


@given(VALUES, VALUES, st.sampled_from([(2, 3, 4, 6), (2, 3, 4, 5, 6)]), st.booleans())
def test_a_scale_holds_what_it_must_in_few_round_steps(
    one: Fraction,
    other: Fraction,
    counts: tuple[int, ...],
    whole: bool,  # noqa: FBT001 - drawn
) -> None:
    low, high = min(one, other), max(one, other) + (one == other)
    ticks = round_ticks(low, high, counts, whole=whole)
    (step,) = {after - before for before, after in pairwise(ticks)}
    assert ticks[0] <= low < high <= ticks[-1]
    assert len(ticks) - 1 in counts
    assert str(step.numerator * 10**20 // step.denominator).rstrip("0") in {"1", "2", "25", "5"}
    assert ticks[0] % step == 0
    assert not whole or step.denominator == 1
