"""Last year's figures: what they were on the same day, and a path that follows them."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from support import Run, assessed, document, target, total, write_workspace

LAST_YEAR = {"2023-03-31": "4", "2023-06-30": "8", "2023-09-30": "12", "2023-12-31": "40"}
SEASONAL = {"target": {"at_least": "60"}, "previous": LAST_YEAR, "path": "seasonal"}


@pytest.mark.parametrize(
    ("day", "value", "growth"),
    [
        ("2024-03-31", 5, Fraction(1, 4)),
        ("2024-06-30", 4, Fraction(-1, 2)),
        ("2024-04-30", 5, None),  # of that day last year nothing is known
    ],
)
def test_growth_is_told_of_the_same_day_only(day: str, value: int, growth: Fraction | None) -> None:
    found = assessed({"previous": LAST_YEAR}, day, total(day, value))
    assert found.year_on_year == growth


def test_the_end_of_february_is_the_end_of_february() -> None:
    keys = {"previous": {"2023-02-28": "2", "2023-12-31": "9"}}
    assert assessed(keys, "2024-02-29", total("2024-02-29", 3)).year_on_year == Fraction(1, 2)
    assert assessed(keys, "2024-02-28", total("2024-02-28", 3)).year_on_year is None


def test_nothing_last_year_is_no_growth() -> None:
    keys = {"previous": {"2023-03-31": "0", "2023-12-31": "9"}}
    assert assessed(keys, "2024-03-31", total("2024-03-31", 3)).year_on_year is None


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2024-03-31", 6), ("2024-06-30", 12), ("2024-08-15", Fraction(60) * Fraction(8 + 2, 40)), ("2024-12-31", 60)],
)  # fmt: skip
def test_a_seasonal_path_asks_for_last_years_share(day: str, expected: Fraction) -> None:
    found = assessed(SEASONAL, day, total(day, 1))
    if day == "2024-08-15":  # in the middle between figures, by days of the month
        assert abs(found.expected - expected) < Fraction(1, 20)  # type: ignore[operator]
    else:
        assert found.expected == expected


def test_a_rush_at_the_years_end_is_no_lag_in_autumn() -> None:
    figures = [total("2024-09-30", 18)]
    assert assessed(SEASONAL, "2024-09-30", *figures).signal == "on_track"
    assert assessed({**SEASONAL, "path": "linear"}, "2024-09-30", *figures).signal == "far_behind"


def test_views_show_it_where_it_is_known(tmp_path: Path, tracker: Run) -> None:
    report = "date: 2024-06-30\nby: 区科技局\nentries:\n- {target: firms, total: 10}\n"
    file = {"progress__2024__06__2024-06-30-ab12.yaml": report}
    write_workspace(tmp_path, document(target(**SEASONAL)), **file)
    day = ("--as-of", "2024-06-30")
    (record,) = json.loads(tracker("status", *day, "-f", "json", cwd=tmp_path).out)["targets"]
    assert [record[k] for k in ("year_before", "year_before_date", "year_on_year")] == [
        "8",
        "2023-06-30",
        "25",
    ]
    assert "同比" in tracker("status", *day, "-f", "markdown", cwd=tmp_path).out
    shown = tracker("show", "firms", *day, cwd=tmp_path).out
    assert "8家（2023-06-30），同比增长25.0%" in shown
    assert "○ 上年同期" in shown
    assert "按上年同期的分布" in shown


def test_without_last_year_there_is_no_column(tmp_path: Path, tracker: Run) -> None:
    write_workspace(tmp_path, document(target()))
    assert "同比" not in tracker("status", "-f", "markdown", cwd=tmp_path).out
