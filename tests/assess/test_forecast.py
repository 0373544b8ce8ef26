"""The forecast by hand, what one odd report may do to it, why there is none, and the warning it gives."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import assessed, total
from tracker.assess.assessment import Assessment
from tracker.assess.forecast import Forecast
from tracker.assess.signal import Flag, Signal
from tracker.model.quantity import rounded

LEVEL = {"kind": "level", "baseline": "100", "target": {"at_least": "900"}}
TASK = {"kind": "milestone", "target": {"done_by": "2024-12-31"}}
DEKADS = [f"2024-{month:02d}-{day}" for month in range(1, 13) for day in ("10", "20", "28")]


def series(keys: dict[str, Any], *values: object, days: list[str] | None = None) -> Assessment:
    """The assessment on the day of the last of these values, reported in the year's first dekads."""
    found = list(zip(days or DEKADS, values, strict=False))
    return assessed(keys, found[-1][0], *(total(day, value) for day, value in found))


def forecast_of(found: Assessment) -> Forecast:
    assert found.forecast is not None
    return found.forecast


def seen(found: Forecast) -> list[Fraction | int]:
    return [found.low, found.value, found.high]


def test_by_hand() -> None:
    days = ["2024-07-31", "2024-08-31", "2024-09-30"]
    found = forecast_of(series({}, 20, 24, 27, days=days))
    # 27 in nine months, three months left. Gains of 20, 4, 3 in 7, 1, 1 months scatter about 3 a month with
    # variance (1/7 + 1) / 2; ahead it is that times 3 * (1 + 3/9); half of the pace makes 4.5;
    # the root of 1.886 ** 2 * 16/7 + 4.5 ** 2 is 5.33.
    assert found.pace == 3
    assert found.value == 36
    assert (rounded(found.low, 2), rounded(found.high, 2)) == (Decimal("30.67"), Decimal("41.33"))


def test_without_scatter_the_range_is_half_of_the_pace() -> None:
    months = ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"]
    found = forecast_of(series({"target": {"at_least": "100"}}, 5, 10, 15, 20, days=months))
    assert seen(found) == [40, 60, 80]


def test_the_range_narrows_towards_the_deadline() -> None:
    values = [n + n % 2 for n in range(1, 37)]
    widths = [
        forecast.high - forecast.low
        for n in range(8, 36, 2)
        for forecast in [forecast_of(series({"target": {"at_least": "99"}}, *values[:n]))]
    ]
    assert all(late < early for early, late in pairwise(widths))


def test_a_zero_too_many_is_left_out_once_the_next_report_contradicts_it() -> None:
    slipped = series({"target": {"at_least": "400"}}, 10, 20, 300, 40, 50, 60)
    left_out = series({"target": {"at_least": "400"}}, 10, 20, 40, 50, 60, days=DEKADS[:2] + DEKADS[3:6])
    assert slipped.forecast == left_out.forecast
    assert slipped.pace == left_out.pace
    assert slipped.best == left_out.best


def test_a_level_that_goes_off_and_comes_back_is_left_out() -> None:
    slipped = series(LEVEL, 110, 105, 1120, 118, 125)
    left_out = series(LEVEL, 110, 105, 118, 125, days=DEKADS[:2] + DEKADS[3:5])
    assert slipped.forecast == left_out.forecast
    # As much as it always goes up and down is nothing odd.
    days = DEKADS[:1] + DEKADS[2:5]
    waving = series(LEVEL, 110, 105, 120, 108, 125)
    assert waving.forecast != series(LEVEL, 110, 120, 108, 125, days=days).forecast


def test_one_large_batch_counts_for_three_times_the_pace_of_the_others() -> None:
    days = ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"]
    found = series({"target": {"at_least": "900"}}, 10, 20, 30, 140, days=days)
    assert found.pace == Fraction(130, 3)
    assert forecast_of(found).pace == Fraction(10 + 10 + 30, 3)
    assert forecast_of(found).value == 140 + 8 * Fraction(50, 3)


def test_a_single_thing_is_no_large_batch() -> None:
    days = ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31"]
    found = series({"target": {"at_least": "9"}}, 0, 1, 1, 1, 2, days=days)
    assert forecast_of(found).pace == found.pace == Fraction(1, 3)


def test_where_nothing_has_moved_half_more_than_the_plan_is_the_high_and_nothing_the_low() -> None:
    found = forecast_of(series({"target": {"at_least": "60"}}, 0, 0, 0, days=[*DEKADS[:2], "2024-01-31"]))
    assert seen(found) == [0, 0, Fraction(165, 2)]


def test_what_counts_up_never_falls_and_a_task_ends_at_a_hundred() -> None:
    fallen = forecast_of(series({}, 10, 14, 18, 6))
    assert fallen.low == 6
    task = forecast_of(series(TASK, 10, 40, 60))
    assert task.value == task.high == 100
    share = {"kind": "share", "baseline": "50", "target": {"at_least": "95"}}
    assert forecast_of(series(share, 60, 70, 80)).high == 100
    assert forecast_of(series({**share, "target": {"at_least": "130"}}, 60, 70, 80)).value == 130
    level = forecast_of(series({**LEVEL, "unit": "家"}, 60, 40, 20))
    assert level.low == level.value == 0


@pytest.mark.parametrize(
    ("keys", "values", "reason"),
    [
        ({}, (), "too-few"),
        ({}, (5,), "too-few"),
        ({}, (5, 6), "too-few"),
        ({}, (5, 6, 7), None),
        ({}, (5, 6, 41), "met"),
        ({"unit": "件", "target": {"at_most": "9"}}, (1, 2, 3), "not-extrapolated"),
        ({"unit": "件", "target": {"at_most": "9"}, "path": "linear"}, (1, 2, 3), None),
        ({"kind": "growth", "target": {"at_least": "7"}}, (6, 6, 6), "not-extrapolated"),
        ({"kind": "level", "target": {"at_least": "7"}}, (1, 2, 3), "not-extrapolated"),
        ({"due": "2024-01-20"}, (5, 6, 7), "no-time-left"),
        # Zero as a goal: met from the start, or to come down to.
        ({"target": {"at_least": "0"}}, (0, 0, 0), "met"),
        ({"kind": "level", "baseline": "30", "target": {"at_most": "0"}}, (30, 28, 26), None),
        ({"kind": "level", "baseline": "0", "target": {"at_most": "0"}}, (1, 2, 3), "not-extrapolated"),
    ],
)
def test_why_there_is_none(keys: dict[str, Any], values: tuple[int, ...], reason: str | None) -> None:
    found = series(keys, *values) if values else assessed(keys, "2024-03-31")
    assert found.no_forecast == reason
    assert (found.forecast is None) == (reason is not None)


def test_three_reports_within_a_week_are_no_three_figures() -> None:
    days = ["2024-03-01", "2024-03-03", "2024-03-05"]
    assert series({}, 5, 6, 7, days=days).no_forecast == "too-few"


def test_no_forecast_after_the_deadline_even_from_an_older_figure() -> None:
    figures = [total(day, 9) for day in DEKADS[:4]]
    assert assessed({}, "2024-12-31", *figures).no_forecast == "no-time-left"
    assert assessed({}, "2025-02-01", *figures).no_forecast == "no-time-left"


def test_the_best_pace_lasts_about_a_month() -> None:
    days = ["2024-01-31", "2024-02-29", "2024-03-01", "2024-03-31"]
    assert series({}, 2, 4, 12, 13, days=days).best == 10 / Fraction(32, 31)  # from 2 to 12, not 8 in a day
    assert series({}, 3, days=["2024-01-20"]).best is None
    assert series({}, 0, 0, days=["2024-01-31", "2024-02-29"]).best is None  # no pace at all
    down = {"kind": "level", "baseline": "50", "target": {"at_most": "30"}}
    assert series(down, 46, 43, days=["2024-01-31", "2024-02-29"]).best == 4
    about = {
        "kind": "level",
        "baseline": "50",
        "target": {"about": "30", "tolerance": "1", "better": "lower"},
    }
    assert series(about, 46, 43, days=["2024-01-31", "2024-02-29"]).best == 4


def test_at_risk_is_on_track_today_with_a_forecast_below_the_goal() -> None:
    months = ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30"]
    keys = {"target": {"at_least": "60"}}
    slowing = series(keys, 15, 25, 28, 29, 30, 31, days=months)
    assert (slowing.signal, slowing.flags) == (Signal.ON_TRACK, (Flag.AT_RISK,))
    assert forecast_of(slowing).value == 31 + 6
    assert series(keys, 15, 25, 28, 30, 36, 43, days=months).flags == ()
    behind = series(keys, 15, 20, 21, 22, 23, 24, days=months)
    assert (behind.signal, behind.flags) == (Signal.BEHIND, ())


def test_at_risk_takes_the_goal_by_its_word() -> None:
    months = ["2024-04-30", "2024-05-31", "2024-06-30"]
    for goal, flags in (({"at_least": "60"}, ()), ({"more_than": "60"}, (Flag.AT_RISK,))):
        found = series({"target": goal}, 20, 25, 30, days=months)
        assert forecast_of(found).value == 60
        assert found.flags == flags
    used = {"unit": "件", "target": {"at_most": "60"}, "path": "linear"}
    assert series(used, 10, 20, 30, days=["2024-05-31", "2024-06-15", "2024-06-30"]).flags == ()
    faster = series(used, 4, 8, 28, days=["2024-03-01", "2024-03-31", "2024-06-30"])
    assert forecast_of(faster).value == 68
    assert (faster.signal, faster.flags) == (Signal.ON_TRACK, (Flag.AT_RISK,))


def test_at_risk_by_a_required_pace_above_one_and_a_half_times_the_best() -> None:
    path = {"target": {"at_least": "40"}, "path": {"points": {"2024-10-31": "10"}}}
    two = ["2024-05-31", "2024-10-31"]
    found = series(
        path, 5, 10, days=two
    )  # no forecast from two figures; 15 a month are needed, 1 was the best
    assert found.no_forecast == "too-few"
    assert [found.required, found.best] == [15, 1]
    assert found.flags == (Flag.AT_RISK,)
    enough = series({"target": {"at_least": "12"}}, 5, 10, days=two)
    assert enough.required == 1
    assert enough.flags == ()


def test_at_risk_comes_after_due_soon_and_never_for_what_is_not_extrapolated() -> None:
    soon = {"target": {"more_than": "38"}, "due": "2024-03-31"}
    found = series(soon, 30, 33, 34, days=["2024-01-20", "2024-02-20", "2024-03-20"])
    assert found.flags == (Flag.DUE_SOON, Flag.AT_RISK)
    rate = {"kind": "growth", "target": {"at_least": "7"}}
    assert Flag.AT_RISK not in series(rate, 9, 8, 7).flags


def test_a_jump_in_the_first_tenth_of_the_year_counts_for_half_more_than_the_plan() -> None:
    goal = {"target": {"at_least": "60"}}
    found = forecast_of(series(goal, 0, 0, 50, days=["2024-01-10", "2024-01-20", "2024-01-31"]))
    assert found.value == 50 + Fraction(15, 2) * 11


VALUES = st.lists(st.integers(0, 10**6), min_size=1, max_size=14)
KEYS: tuple[dict[str, Any], ...] = (
    {},
    {"target": {"at_least": "0"}},
    {"target": {"at_most": "0"}, "path": "linear"},
    {"target": {"between": ["3", "5"]}},
    {"target": {"about": "10", "tolerance": "1"}},
    {"unit": "亿元", "target": {"less_than": "3.5"}, "path": "linear"},
    {"kind": "level", "baseline": "9", "target": {"at_most": "0"}},
    {"kind": "level", "baseline": "3", "target": {"reach": "7"}},
    LEVEL,
    {"previous": {"2023-06-30": "0", "2023-12-31": "7"}},
)


@given(st.sampled_from(KEYS), VALUES, st.lists(st.integers(1, 40), min_size=14, max_size=14))
def test_for_any_history_there_is_a_range_or_a_reason(
    keys: dict[str, Any], values: list[int], gaps: list[int]
) -> None:
    found = series(keys, *values, days=days_after(gaps))
    assert (found.forecast is None) == (found.no_forecast is not None)
    if found.forecast is not None:
        assert found.forecast.low <= found.forecast.value <= found.forecast.high
        assert not found.target.rules.counts_up or found.forecast.low >= values[-1]
        assert found.forecast.low >= 0
    assert found.best is None or found.best > 0
    assert Flag.AT_RISK not in found.flags or found.signal is Signal.ON_TRACK


@given(VALUES, st.data())
def test_however_wrong_an_earlier_report_is_it_does_the_same_to_the_forecast(
    gains: list[int], data: st.DataObject
) -> None:
    keys = {"target": {"at_least": str(10**14)}} if data.draw(st.booleans()) else LEVEL
    values = [sum(gains[: n + 1]) for n in range(len(gains))]
    where = data.draw(st.integers(0, len(values) - 1))
    wrong = [
        forecast.forecast
        for size in (10**9, 10**12)
        for forecast in [series(keys, *values[:where], size, *values[where + 1 :])]
        if where + 1 < len(values)
    ]
    assert wrong[:1] == wrong[1:]


@given(st.lists(st.integers(1, 1000), min_size=6, max_size=14))
def test_however_wrong_the_latest_report_is_it_is_not_carried_forward(gains: list[int]) -> None:
    values = [sum(gains[: n + 1]) for n in range(len(gains))]
    keys = {"target": {"at_least": str(10**14)}}
    ahead = []
    for size in (10**9, 10**12):
        found = forecast_of(series(keys, *values[:-1], size))
        ahead.append((found.value - size, found.high - size))
    assert ahead[0] == ahead[1]


def days_after(gaps: list[int]) -> list[str]:
    day, days = date(2023, 12, 31), []
    for gap in gaps:
        day += timedelta(days=gap)
        days.append(str(day))
    return days
