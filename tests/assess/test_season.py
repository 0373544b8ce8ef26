"""What last year's figures do to a forecast, by hand, and when they are not used."""

from fractions import Fraction
from typing import Any

from support import assessed, total
from tracker.assess.forecast import Forecast
from tracker.model.quantity import rounded
from tracker.report.reasons import forecast as sentence

GOAL = {"target": {"at_least": "60"}}
LAST_YEAR = {"2023-03-31": "4", "2023-06-30": "8", "2023-09-30": "12", "2023-10-31": "14", "2023-12-31": "40"}
QUARTERS = {"2024-03-31": 5, "2024-06-30": 10, "2024-09-30": 15}
HALF = {**GOAL, "from": "2024-07-01", "due": "2024-12-31"}
SUMMER = {"2024-07-31": 3, "2024-08-31": 6, "2024-09-30": 9}
ALL_YEAR = {"2023-06-30": "8", "2023-09-30": "10", "2023-12-31": "28"}


def forecast_of(keys: dict[str, Any], figures: dict[str, int]) -> Forecast:
    found = assessed(keys, max(figures), *(total(day, value) for day, value in figures.items()))
    assert found.forecast is not None
    assert sentence(found).key == ("forecast.season" if found.forecast.seasonal else "forecast.range")
    return found.forecast


def test_a_rush_at_the_years_end_is_foreseen() -> None:
    even = forecast_of(GOAL, QUARTERS)
    assert [even.low, even.value, even.high] == [Fraction(35, 2), 20, Fraction(45, 2)]
    assert not even.seasonal
    # By the end of September last year had 12 of 40; nine tenths of that and one of the calendar are
    # 9/10 * 3.6 + 1/10 * 9 = 4.14 months of work, 7.86 are left; each had brought 15 / 4.14.
    rush = forecast_of({**GOAL, "previous": LAST_YEAR}, QUARTERS)
    gain = 15 / Fraction("4.14") * Fraction("7.86")
    assert (rush.low, rush.value) == (even.low, (20 + 15 + gain) / 2)
    assert rounded(rush.high, 6) == rounded(15 + gain * Fraction(3, 2), 6)
    assert rush.seasonal


def test_last_years_figures_may_begin_before_the_period() -> None:
    since_july = forecast_of({**HALF, "previous": {"2023-09-30": "2", "2023-12-31": "20"}}, SUMMER)
    assert since_july == forecast_of({**HALF, "previous": ALL_YEAR}, SUMMER)
    assert since_july.seasonal


def test_they_are_not_used_where_they_came_to_nothing_or_do_not_reach_the_deadline() -> None:
    assert forecast_of({**HALF, "previous": {"2023-12-31": "0"}}, SUMMER) == forecast_of(HALF, SUMMER)
    put_off = {"date": "2024-09-01", "target": {"at_least": "60"}, "document": "甲", "due": "2025-03-31"}
    assert not forecast_of({**HALF, "previous": ALL_YEAR, "adjustments": [put_off]}, SUMMER).seasonal
