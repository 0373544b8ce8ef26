"""The chart in plain text: nothing wider than asked, round numbers beside it, every mark where it belongs."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from tracker.formats.charts.plot import ACTUAL, EXPECTED, GOAL, HEIGHT, plot
from tracker.report.view import Chart
from tracker.words import LANGUAGES, Words

VALUES = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=1000)
DAYS = st.dates(date(2023, 6, 1), date(2025, 6, 30))


def chart(**keys: object) -> Chart:
    given_: dict[str, object] = {
        "unit": "家",
        "start": date(2024, 1, 1),
        "end": date(2024, 12, 31),
        "today": date(2024, 7, 31),
        "goal": Fraction(40),
        "actual": ((date(2024, 3, 31), Fraction(5)), (date(2024, 7, 31), Fraction(23))),
        "expected": ((date(2023, 12, 31), Fraction(0)), (date(2024, 12, 31), Fraction(40))),
    }
    return Chart(**{**given_, **keys})  # type: ignore[arg-type]


def rows(drawn: Chart, width: int = 78) -> list[str]:
    return list(plot(drawn, Words("zh"), width))


def test_the_grid_has_round_labels_and_the_figures_stand_at_their_height() -> None:
    lines = rows(chart())
    grid = lines[:HEIGHT]
    assert grid[0].startswith("40家 ┤")
    assert grid[-1].startswith(" 0家 ┤")
    # 23 of 40 is 6.9 of 12 rows from below.
    assert [number for number, line in enumerate(grid) if ACTUAL in line] == [5, 10]
    assert GOAL in grid[0]
    assert sum(EXPECTED in line for line in grid) > 8


def test_the_legend_names_only_what_is_drawn() -> None:
    during, after = (rows(chart(today=day)) for day in (date(2024, 7, 31), date(2026, 1, 15)))
    assert "截至日" in during[-1]
    assert "截至日" not in after[-1]
    assert "应达到" not in rows(chart(expected=((date(2024, 12, 31), Fraction(40)),)))[-1]


def test_between_two_figures_the_earlier_one_stands() -> None:
    line = rows(chart())[10]
    assert "●──" in line


@given(
    st.lists(st.tuples(DAYS, VALUES), max_size=12, unique_by=lambda pair: pair[0]),
    VALUES,
    DAYS,
    st.integers(1, 140),
    st.sampled_from(LANGUAGES),
)
def test_any_history_can_be_drawn_and_fits(
    figures: list[tuple[date, Fraction]], goal: Fraction, today: date, width: int, language: str
) -> None:
    track = tuple(sorted(figures))
    cone = (track[-1], (track[-1][0] + timedelta(days=60), goal)) if track else ()
    drawn = chart(actual=track, goal=goal, today=today, low=cone, high=cone, unit="个百分点")
    lines = list(plot(drawn, Words(language), width))
    assert all(wcswidth(line) <= max(width, 40) for line in lines)
    assert sum(line.count(ACTUAL) for line in lines[:HEIGHT]) <= len(track)
    assert bool(track) == any(ACTUAL in line for line in lines[:HEIGHT])
