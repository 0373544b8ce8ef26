"""Rates, what can fall again, and what a later document changes."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from support import assessed, book, catalogue, target, total
from tracker.assess.assessment import assess
from tracker.assess.signal import Flag, Signal
from tracker.assess.summary import mean_completion
from tracker.model.quantity import rounded

GROWTH = {"kind": "growth", "target": {"at_least": "7"}, "reporting": {"cadence": "month", "grace": "20"}}


def points(share: Fraction | None) -> Decimal | None:
    return None if share is None else rounded(share * 100, 1)


def test_a_tolerance_counts_from_its_edge() -> None:
    fall = {**GROWTH, "target": {"about": "-4", "tolerance": "0.5", "better": "lower"}}
    met, short = (assessed(fall, "2024-08-31", total("2024-08-31", value)) for value in ("-3.7", "-3.2"))
    assert (met.met, points(met.lead), met.signal) == (True, Decimal("0.2"), Signal.ON_TRACK)
    assert (short.met, points(short.lead), short.signal) == (False, Decimal("-0.3"), Signal.BEHIND)


@pytest.mark.parametrize(
    ("profile", "signal"),
    [("default", "behind"), ("strict", "far_behind"), ("yinchuan", "behind"), ("sanya", "behind")],
)
def test_a_profile_that_says_nothing_of_rates_keeps_the_default(profile: str, signal: str) -> None:
    found = assessed(GROWTH, "2024-08-31", total("2024-08-31", "6.1"), profile=profile)
    assert found.signal == signal


def test_any_shortfall_is_red_to_strict_also_where_the_lead_is_nothing() -> None:
    rate = {**GROWTH, "target": {"more_than": "7"}}
    firms = {"kind": "level", "target": {"more_than": "38"}}
    held = assessed(rate, "2024-08-31", total("2024-08-31", "7"), profile="strict")
    last = assessed(firms, "2024-12-31", total("2024-12-25", 38), profile="strict")
    assert [(one.lead, one.signal) for one in (held, last)] == [(Fraction(0), Signal.FAR_BEHIND)] * 2


def test_what_can_fall_again_is_done_on_its_deadline() -> None:
    level = {"kind": "level", "unit": "个", "baseline": "10", "target": {"at_least": "20"}}
    june = total("2024-06-30", 20)
    seen = {day: assessed(level, day, june).signal for day in ("2024-06-30", "2024-09-30", "2025-01-15")}
    assert list(seen.values()) == [Signal.ON_TRACK, Signal.SILENT, Signal.SILENT]
    assert assessed(level, "2025-01-15", june, total("2024-12-31", 20)).signal is Signal.DONE


def test_a_share_judged_at_its_deadline_warns_by_its_own_figures() -> None:
    share = {"kind": "share", "unit": "%", "target": {"at_least": "50"}}
    slow = [total(day, value) for day, value in (("2024-08-31", 37), ("2024-09-30", 38), ("2024-10-31", 39))]
    fast = [total(day, value) for day, value in (("2024-08-31", 37), ("2024-09-30", 42), ("2024-10-31", 47))]
    found = assessed(share, "2024-10-31", *slow)
    assert (found.signal, found.flags, found.forecast) == (Signal.PENDING, (Flag.AT_RISK,), None)
    assert assessed(share, "2024-10-31", *fast).flags == ()
    assert assessed(share, "2024-10-31", *slow[1:]).flags == ()


def test_an_adjusted_goal_has_steps_of_its_own() -> None:
    keys: dict[str, Any] = {
        "path": {"points": {"2024-06-30": "10", "2024-09-30": "30"}},
        "adjustments": [
            {
                "date": "2024-08-01",
                "target": {"at_least": "20"},
                "document": "文",
                "path": {"points": {"2024-06-30": "10", "2024-09-30": "15"}},
            }
        ],
    }
    found = assessed(keys, "2024-08-31", total("2024-08-31", 18))
    assert found.expected == 10 + Fraction(2, 3) * 5
    assert found.signal is Signal.ON_TRACK


def test_a_retired_target_is_assessed_no_more() -> None:
    keys = {"retired": {"on": "2024-07-01", "reason": "取消", "document": "文"}}
    book_then = book(catalogue(target(**keys)))
    assert len(assess(book_then, date(2024, 6, 30))) == 1
    assert assess(book_then, date(2024, 7, 1)) == ()


def test_a_limit_that_is_used_up_too_fast_has_no_days_left() -> None:
    limit: dict[str, Any] = {"unit": "亿元", "target": {"at_most": "100"}, "path": "linear"}
    assert assessed(limit, "2024-06-30", total("2024-06-30", 80)).buffer == 0
    assert assessed(limit, "2024-06-30", total("2024-06-30", 30)).buffer is None
    assert assessed({}, "2024-06-30", total("2024-06-30", 10)).buffer == 0


def test_a_mean_of_completions_leaves_rates_out() -> None:
    kinds: list[dict[str, Any]] = [
        {"id": "count", "target": {"at_least": "100"}},
        {"id": "growth", "kind": "growth", "target": {"at_least": "100"}},
        {"id": "held", "kind": "share", "target": {"at_least": "100"}, "path": "hold"},
        {"id": "due", "kind": "share", "target": {"at_least": "100"}},
    ]
    reports = [total("2024-06-30", 10 * n, str(keys["id"])) for n, keys in enumerate(kinds, 5)]
    found = assess(book(catalogue(*(target(**keys) for keys in kinds)), *reports), date(2024, 6, 30))
    assert [a.completion is None for a in found] == [False, True, False, False]
    assert mean_completion(found) == Fraction(1, 2)
