"""The backtest on few histories: it runs, always the same, and its ranges hold as often as they say."""

import re
from itertools import pairwise

from backtest.chinese import in_chinese
from backtest.histories import GOALS, SHAPES, History, histories
from backtest.measure import KNOWN, look, look_at_all
from backtest.tables import held, tables
from support import REPOSITORY

FEW = 2 * len(GOALS)


def seen(history: History) -> list[object]:
    points = history.log.points(history.target.id, history.target.period.end)
    return [history.shape, history.cadence, history.odd, history.target.id, [point.value for point in points]]


def test_the_histories_are_always_the_same_and_of_every_sort() -> None:
    once = [seen(history) for history in histories(FEW, 5)]
    assert once == [seen(history) for history in histories(FEW, 5)]
    assert once != [seen(history) for history in histories(FEW, 6)]
    assert [history[0] for history in once] == [shape for shape in SHAPES for _ in range(FEW)]
    assert {history[1] for history in once} == {"dekad", "month"}
    assert {history[3] for history in once} == {f"goal-{goal}" for goal in GOALS}
    assert {history[2] for history in once} == {True, False}


def test_with_last_years_figures_the_ranges_hold_for_each_shape_and_the_page_has_these_tables() -> None:
    forecasts, warnings = look_at_all(histories(FEW, 5))
    own = [forecast for forecast in forecasts if forecast.method == KNOWN]
    assert len(own) > 300
    for shape in SHAPES:
        assert held(forecast for forecast in own if forecast.history.shape == shape) >= 0.8, shape
    page = (REPOSITORY / "docs/forecast.md").read_text(encoding="utf-8")
    for table in tables(forecasts, warnings).strip().split("\n\n"):
        lines = table.splitlines()
        assert [column.strip() for column in lines[0].split("|")][1:-1] == next(
            columns
            for line in page.splitlines()
            for columns in [[column.strip() for column in line.split("|")][1:-1]]
            if columns[:2] == [column.strip() for column in lines[0].split("|")][1:3]
        )


def test_the_chinese_page_shows_the_same_figures() -> None:
    page, twin = (
        (REPOSITORY / "docs" / name).read_text(encoding="utf-8")
        for name in ("forecast.md", "forecast.zh-CN.md")
    )
    made = [table for table in page.split("\n\n") if "\n|-----" in table]
    assert len(made) == 5
    assert [table for table in made if in_chinese(table) not in twin] == []
    assert not {word for table in made for word in re.findall("[a-z]+", in_chinese(table))} - {"heil", "en"}


def test_the_flag_never_comes_later_than_a_lead_below_zero() -> None:
    for history in histories(2, 5):
        _, warned = look(history)
        assert all(early for plain, early in zip(warned.plain, warned.early, strict=True) if plain)
        assert warned.lasting(warned.early) >= warned.lasting(warned.plain)
        assert all(known for plain, known in zip(warned.plain, warned.known, strict=True) if plain)


def test_a_quarterly_year_moves_only_at_the_quarters_ends() -> None:
    quarterly = [history for history in histories(FEW, 5) if history.shape == "quarterly" and not history.odd]
    assert quarterly
    for history in quarterly:
        points = history.log.points(history.target.id, history.target.period.end)
        moved = [after.day for before, after in pairwise(points) if after.value != before.value]
        assert moved
        assert {day.month for day in moved} <= {3, 6, 9, 12}
        assert all(day.day >= 30 for day in moved)
