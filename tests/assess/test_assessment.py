"""Worked examples, by hand and from public practice."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from support import assessed, report, total
from tracker.assess.signal import Flag, Signal
from tracker.model.quantity import rounded

SHARE = {"kind": "cumulative", "unit": "亿元", "target": {"reach": "100"}}
GROWTH = {"kind": "growth", "target": {"at_least": "7"}, "reporting": {"cadence": "month", "grace": "20"}}
STOCK = {"kind": "level", "target": {"more_than": "38"}}
TASK = {"kind": "milestone", "target": {"done_by": "2024-09-30"}}


def points(share: Fraction | None) -> Decimal | None:
    return None if share is None else rounded(share * 100, 1)


@pytest.mark.parametrize(
    ("day", "value", "lead"),
    [("2024-09-30", "53.3", "-21.7"), ("2024-06-30", "56.6", "6.6"), ("2024-07-31", "58.33", "0.0")],
)
def test_lead_in_points_as_public_bulletins_print_it(day: str, value: str, lead: str) -> None:
    found = assessed(SHARE, day, total(day, value))
    assert points(found.lead) == Decimal(lead)
    assert found.completion == Fraction(Decimal(value)) / 100


@pytest.mark.parametrize("day", ["2024-03-31", "2024-07-15", "2024-12-31"])
def test_a_growth_rate_is_short_by_the_difference_and_never_prorated(day: str) -> None:
    found = assessed(GROWTH, day, total(day, "6.1"))
    assert found.gap == Decimal("0.9")
    assert found.expected == 7
    assert (points(found.lead), found.completion) == (Decimal("-0.9"), None)
    assert found.signal is Signal.BEHIND  # less than two points of the rate
    assert assessed(GROWTH, day, total(day, "5")).signal is Signal.BEHIND
    assert assessed(GROWTH, day, total(day, "4.9")).signal is Signal.FAR_BEHIND
    ends = Signal.DONE if day == "2024-12-31" else Signal.ON_TRACK
    assert assessed(GROWTH, day, total(day, "7")).signal is ends


def test_a_growth_rate_is_done_only_after_the_deadline_by_a_figure_that_speaks_for_it() -> None:
    assert assessed(GROWTH, "2025-01-20", total("2024-12-31", "7.2")).signal is Signal.DONE
    assert assessed(GROWTH, "2025-01-20", total("2024-10-31", "7.2")).signal is Signal.SILENT
    assert assessed(GROWTH, "2025-01-20", total("2024-12-31", "6.9")).signal is Signal.OVERDUE


def test_a_growth_rate_of_the_wrong_sign_is_short_by_as_many_points() -> None:
    found = assessed(GROWTH, "2024-08-31", total("2024-08-31", "-2"))
    assert (found.completion, found.gap, found.signal) == (None, Decimal(9), Signal.FAR_BEHIND)
    assert points(found.lead) == Decimal("-9.0")


def test_exactly_the_number_is_not_enough_for_more_than() -> None:
    found = assessed(STOCK, "2024-12-31", total("2024-12-25", 38))
    assert (found.met, found.gap) == (False, Decimal(1))
    assert found.signal is not Signal.DONE
    assert assessed(STOCK, "2025-01-05", total("2024-12-25", 38)).signal is Signal.OVERDUE
    assert assessed(STOCK, "2024-12-31", total("2024-12-25", 39)).signal is Signal.DONE


def test_more_than_a_growth_rate_is_not_held_by_the_rate_itself() -> None:
    found = assessed({**GROWTH, "target": {"more_than": "7"}}, "2024-08-31", total("2024-08-31", "7"))
    assert (found.signal, found.reason) == (Signal.BEHIND, "not-enough")


def test_a_stock_without_baseline_waits_for_its_deadline() -> None:
    before = assessed(STOCK, "2024-08-10", total("2024-08-10", 30))
    assert (before.signal, before.lead, before.expected) == (Signal.PENDING, None, None)
    assert points(before.completion) == Decimal("78.9")
    assert assessed(STOCK, "2024-12-31", total("2024-12-31", 30)).signal is Signal.FAR_BEHIND
    assert assessed(STOCK, "2024-12-31").signal is Signal.SILENT


def test_a_stock_with_baseline_is_measured_along_the_way() -> None:
    found = assessed(
        {**STOCK, "baseline": "30", "target": {"reach": "38"}}, "2024-06-30", total("2024-06-30", 33)
    )
    assert found.completion == Fraction(3, 8)
    assert found.expected == 34
    assert points(found.lead) == Decimal("-12.5")


def test_coming_down_from_a_baseline_is_progress() -> None:
    keys = {"kind": "level", "unit": "件", "baseline": "50", "target": {"at_most": "30"}}
    found = assessed(keys, "2024-06-30", total("2024-06-30", 38))
    assert (found.completion, points(found.lead)) == (Fraction(3, 5), Decimal("10.0"))
    assert found.signal is Signal.ON_TRACK


def test_a_limit_is_kept_so_far_and_done_only_afterwards() -> None:
    keys = {"unit": "件", "target": {"at_most": "100"}}
    assert assessed(keys, "2024-08-10", total("2024-08-10", 90)).signal is Signal.ON_TRACK
    assert assessed(keys, "2024-08-10", total("2024-08-10", 105)).signal is Signal.BEHIND
    assert assessed(keys, "2024-08-10", total("2024-08-10", 111)).signal is Signal.FAR_BEHIND
    assert assessed(keys, "2025-01-05", total("2024-12-31", 100)).signal is Signal.DONE


def test_a_limit_spread_over_the_year_lags_when_used_up_too_soon() -> None:
    keys = {"unit": "件", "target": {"at_most": "100"}, "path": "linear"}
    assert points(assessed(keys, "2024-06-30", total("2024-06-30", 65)).lead) == Decimal("-15.0")
    assert assessed(keys, "2024-06-30", total("2024-06-30", 40)).signal is Signal.ON_TRACK


def test_a_milestone_is_overdue_after_its_day_and_done_when_it_is_done() -> None:
    assert assessed(TASK, "2024-10-01", total("2024-09-30", 92)).signal is Signal.OVERDUE
    assert assessed(TASK, "2024-10-01").signal is Signal.OVERDUE
    assert assessed(TASK, "2024-10-01", total("2024-09-30", 100)).signal is Signal.DONE
    late = assessed(TASK, "2024-11-01", total("2024-09-30", 92), total("2024-10-20", 100))
    assert late.signal is Signal.DONE


def test_a_late_report_is_judged_on_its_own_day_while_it_is_fresh() -> None:
    fresh = assessed(SHARE, "2024-08-10", total("2024-07-31", "58.5"))
    assert (str(fresh.judged_on), fresh.signal) == ("2024-07-31", Signal.ON_TRACK)
    stale = assessed(SHARE, "2024-08-15", total("2024-07-31", "58.5"))
    assert (str(stale.judged_on), stale.signal) == ("2024-08-15", Signal.SILENT)
    assert stale.actual == Decimal("58.5")


def test_freshness_lasts_for_cadence_and_grace() -> None:
    # 旬 with 3 days of grace: 11 + 3 days.
    assert assessed(SHARE, "2024-08-14", total("2024-07-31", "58.5")).signal is Signal.ON_TRACK
    assert assessed(SHARE, "2024-08-15", total("2024-07-31", "58.5")).signal is Signal.SILENT


def test_the_second_half_year_has_its_own_clock() -> None:
    keys = {"from_": "2024-07-01", "target": {"at_least": "2"}, "unit": "场"}
    assert assessed(keys, "2024-06-30").signal is Signal.PENDING
    found = assessed(keys, "2024-09-30", total("2024-09-30", 1))
    assert (found.elapsed, points(found.lead), found.signal) == (
        Fraction(1, 2),
        Decimal("0.0"),
        Signal.ON_TRACK,
    )


def test_between_is_met_from_its_lower_bound_on() -> None:
    keys = {"target": {"between": ["3", "5"]}, "unit": "项"}
    found = assessed(keys, "2024-06-30", total("2024-06-30", 2))
    assert (found.gap, found.completion) == (Decimal(1), Fraction(2, 3))
    assert assessed(keys, "2024-06-30", total("2024-06-30", 3)).signal is Signal.DONE


def test_agreed_steps_are_interpolated() -> None:
    keys = {"target": {"reach": "40"}, "path": {"points": {"2024-06-30": "8", "2024-09-30": "20"}}}
    found = assessed(keys, "2024-07-31", total("2024-07-31", 12))
    assert found.expected == 12
    assert (found.lead, found.signal) == (Fraction(0), Signal.ON_TRACK)
    assert assessed(keys, "2024-03-31", total("2024-03-31", 4)).expected == 4
    assert assessed(keys, "2024-12-31", total("2024-12-31", 30)).expected == 40


def test_a_later_document_moves_goal_and_deadline_from_its_day_on() -> None:
    keys: dict[str, Any] = {
        "adjustments": [
            {"date": "2024-09-01", "target": {"at_least": "30"}, "document": "调整方案", "due": "2025-03-31"}
        ]
    }
    before = assessed(keys, "2024-08-31", total("2024-08-31", 30))
    after = assessed(keys, "2024-09-01", total("2024-08-31", 30))
    assert (before.signal, before.gap) == (Signal.ON_TRACK, Decimal(10))
    assert (after.signal, str(after.period.end)) == (Signal.DONE, "2025-03-31")


@pytest.mark.parametrize(
    ("profile", "value", "signal"),
    [
        # At the end of June half is expected.
        ("default", "50", Signal.ON_TRACK),
        ("default", "49.9", Signal.BEHIND),
        ("default", "40", Signal.BEHIND),
        ("default", "39.9", Signal.FAR_BEHIND),
        ("strict", "50", Signal.ON_TRACK),
        ("strict", "49.9", Signal.FAR_BEHIND),
        ("yinchuan", "40.1", Signal.ON_TRACK),
        ("yinchuan", "40", Signal.BEHIND),
        ("yinchuan", "20", Signal.BEHIND),
        ("yinchuan", "19.9", Signal.FAR_BEHIND),
        ("sanya", "49.9", Signal.BEHIND),
        ("sanya", "25", Signal.BEHIND),
        ("sanya", "24.9", Signal.FAR_BEHIND),
    ],
)
def test_profiles_at_their_very_edges(profile: str, value: str, signal: Signal) -> None:
    assert assessed(SHARE, "2024-06-30", total("2024-06-30", value), profile=profile).signal is signal


def test_one_third_of_three_quarters_leaves_no_rounding_behind() -> None:
    # 5 of 6 at the end of October is 10/12 to the last digit.
    found = assessed({"target": {"reach": "6"}}, "2024-10-31", total("2024-10-31", 5))
    assert (found.lead, found.signal) == (Fraction(0), Signal.ON_TRACK)


def flags(day: str, *values: tuple[str, int], **keys: Any) -> tuple[Flag, ...]:
    return assessed(keys, day, *(total(when, value) for when, value in values)).flags


def test_flags() -> None:
    assert flags("2024-12-10", ("2024-12-10", 30)) == (Flag.DUE_SOON,)
    assert flags("2024-12-10", ("2024-12-10", 40)) == ()
    assert flags("2024-11-30", ("2024-11-30", 30)) == ()
    assert flags("2024-08-10", ("2024-07-20", 30), ("2024-07-31", 30), ("2024-08-10", 30)) == (Flag.STALLED,)
    assert flags("2024-08-10", ("2024-07-31", 30), ("2024-08-10", 30)) == ()
    assert flags("2024-08-10", ("2024-07-31", 31), ("2024-08-10", 30)) == (Flag.FALLING,)
    first = report("2024-08-10", {"target": "firms", "total": 30, "preliminary": True})
    assert assessed({}, "2024-08-10", first).flags == (Flag.PRELIMINARY,)


def test_pace_gap_and_forecast() -> None:
    figures = [total("2024-07-31", 20), total("2024-08-31", 24), total("2024-09-30", 27)]
    found = assessed({}, "2024-09-30", *figures)
    assert found.gap == 13
    assert found.required == Fraction(13, 3)  # per month, three months left
    # The figures lie within 90 days, so the pace counts from the year's start: 27 in nine months.
    assert found.pace == 3
    assert found.forecast is not None
    assert found.forecast.value == 36
    assert found.forecast.low <= found.forecast.value <= found.forecast.high


def test_the_pace_is_that_of_the_last_ninety_days() -> None:
    figures = [total("2024-03-31", 4), total("2024-06-30", 10), total("2024-09-30", 25)]
    assert assessed({}, "2024-09-30", *figures).pace == 5


def test_what_is_not_extrapolated() -> None:
    figures = [total(day, "6") for day in ("2024-07-31", "2024-08-31", "2024-09-30")]
    assert assessed(GROWTH, "2024-09-30", *figures).forecast is None
    assert assessed(STOCK, "2024-09-30", *figures).forecast is None
    assert assessed({}, "2024-09-30", *figures[:2]).forecast is None


def test_buffer_counts_the_days_until_it_falls_behind_if_nothing_more_comes() -> None:
    found = assessed(SHARE, "2024-06-30", total("2024-06-30", "58.1"))
    assert found.buffer == 31  # 58.33 % are expected at the end of July
    assert assessed(SHARE, "2024-06-30", total("2024-06-30", "49")).buffer == 0
    assert assessed(SHARE, "2024-06-30", total("2024-06-30", "100")).buffer is None
    assert assessed(GROWTH, "2024-06-30", total("2024-06-30", "8")).buffer is None


def test_no_figure_and_zero_targets_divide_by_nothing() -> None:
    nothing = assessed({}, "2024-08-10")
    assert (nothing.actual, nothing.completion, nothing.lead, nothing.gap) == (None, None, None, Decimal(40))
    zero = assessed({"target": {"at_most": "0"}, "unit": "件"}, "2024-08-10", total("2024-08-10", 0))
    assert (zero.completion, zero.signal) == (None, Signal.ON_TRACK)
    broken = assessed({"target": {"at_most": "0"}, "unit": "件"}, "2024-08-10", total("2024-08-10", 2))
    assert (broken.completion, broken.gap, broken.signal) == (None, Decimal(2), Signal.FAR_BEHIND)
    kept = assessed(
        {"kind": "level", "baseline": "40", "target": {"at_least": "40"}},
        "2024-08-10",
        total("2024-08-10", 30),
    )
    assert kept.completion == Fraction(3, 4)


def test_days_outside_the_year() -> None:
    assert assessed({}, "2023-05-01").signal is Signal.PENDING
    assert assessed({}, "2026-05-01", total("2024-12-31", 30)).signal is Signal.OVERDUE


def test_on_its_deadline_what_is_not_met_is_not_green() -> None:
    for keys in (STOCK, {"target": {"more_than": "38"}}):
        found = assessed(keys, "2024-12-31", total("2024-12-31", 38))
        assert (found.lead, found.signal, found.reason) == (Fraction(0), Signal.BEHIND, "not-enough")


@pytest.mark.parametrize(
    ("goal", "actual", "lead"),
    [
        ({"about": "5", "tolerance": "0.5", "better": "lower"}, "9", "-3.5"),
        ({"about": "10", "tolerance": "1"}, "20", "-9.0"),
        ({"at_least": "-5"}, "-8", "-3.0"),
        ({"at_most": "-4"}, "-1", "-3.0"),
    ],
)
def test_past_the_goal_on_its_worse_side_is_behind(goal: dict[str, str], actual: str, lead: str) -> None:
    found = assessed({**GROWTH, "target": goal}, "2024-08-31", total("2024-08-31", actual))
    assert (points(found.lead), found.signal) == (Decimal(lead), Signal.FAR_BEHIND)


def test_a_count_beyond_about_cannot_come_back() -> None:
    found = assessed({"target": {"about": "10", "tolerance": "1"}}, "2024-08-31", total("2024-08-31", 20))
    assert (found.signal, found.gap) == (Signal.FAR_BEHIND, Decimal(9))


def test_a_later_adjustment_leaves_an_earlier_deadline_alone() -> None:
    keys: dict[str, Any] = {
        "adjustments": [
            {"date": "2024-03-01", "target": {"at_least": "30"}, "document": "甲", "due": "2024-10-31"},
            {"date": "2024-08-01", "target": {"at_least": "50"}, "document": "乙"},
        ]
    }
    found = assessed(keys, "2024-08-10", total("2024-08-10", 20))
    assert (str(found.period.end), found.goal.value) == ("2024-10-31", Decimal(50))
