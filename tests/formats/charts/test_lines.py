"""Charts: every shape in its place, exactly, whatever the figures are."""

import re
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import GOLDEN, Golden
from tracker.formats import Canvas, render
from tracker.formats.charts.lines import LineChart
from tracker.report.values import Phrase
from tracker.report.view import Chart, Track, View
from tracker.words import LANGUAGES, Words


def track(*points: tuple[int, int, str]) -> Track:
    return tuple((date(2024, month, day), Fraction(value)) for month, day, value in points)


def chart(
    actual: Track, goal: str, *, unit: str = "家", start: str = "2024-01-01", end: str = "2024-12-31",
    today: str = "2024-10-31", expected: Track = (), low: Track = (), high: Track = (),
) -> Chart:  # fmt: skip
    first, last, day = map(date.fromisoformat, (start, end, today))
    return Chart(unit, first, last, day, Fraction(goal), actual, expected, low, high, Phrase("page.chart"))


RISING = chart(
    track((7, 10, "2"), (7, 31, "5"), (8, 20, "11"), (9, 10, "18"), (10, 20, "31"), (10, 31, "36")),
    "40",
    start="2024-07-01",
    expected=track((7, 1, "0"), (12, 31, "40")),
    low=track((10, 31, "36"), (12, 31, "48")),
    high=track((10, 31, "36"), (12, 31, "58")),
)
FALLING = chart(
    track((3, 31, "1.2"), (6, 30, "-1.5"), (9, 30, "-3.7")), "-4", unit="%", expected=track((12, 31, "-4"))
)
ZERO = chart(
    track((1, 31, "0"), (2, 29, "0")),
    "0",
    unit="起",
    today="2024-03-01",
    expected=track((1, 1, "0"), (12, 31, "0")),
)
SINGLE = chart(
    track((7, 15, "987.2")),
    "1359.59",
    unit="亩",
    today="2024-07-20",
    expected=track((1, 1, "0"), (12, 31, "1359.59")),
)
LATE = chart(
    track((8, 31, "55"), (9, 30, "90"), (11, 15, "121")),
    "120",
    end="2024-09-30",
    today="2024-11-20",
    expected=track((1, 1, "0"), (9, 30, "120")),
)
NOTHING = chart((), "3", today="2024-01-15")
ALL = {"rising": RISING, "falling": FALLING, "zero": ZERO, "single": SINGLE, "late": LATE, "nothing": NOTHING}


def svg_of(it: Chart, language: str = "zh") -> str:
    view = View("show", "某项指标", (), None, 1, (it,), (), {}, "targets", tuple)
    (found,) = re.findall(
        r"<svg.*?</svg>\n", render("html", view, Words(language), Canvas()).decode(), re.DOTALL
    )
    return str(found)


def shapes(it: Chart, kind: str = "", language: str = "zh") -> list[ET.Element]:
    """The elements of the drawing that are of this class."""
    drawn = ET.fromstring(svg_of(it, language)).iter()  # noqa: S314 - what was just drawn
    return [element for element in drawn if not kind or element.get("class") == kind]


def texts(it: Chart, language: str = "zh") -> list[str]:
    return [element.text or "" for element in shapes(it, language=language) if element.tag == "text"]


def drawing(it: Chart, language: str = "zh") -> LineChart:
    return LineChart(it, Words(language), "")


TOP, BOTTOM, RIGHT = LineChart.top, LineChart.bottom, LineChart.right


@pytest.mark.parametrize("language", LANGUAGES)
def test_golden(language: str, golden: Golden) -> None:
    golden(GOLDEN / f"chart.{language}.svg", svg_of(RISING, language))


@pytest.mark.parametrize("name", ALL)
def test_everything_lies_within_the_view_box(name: str) -> None:
    for element in shapes(ALL[name]):
        for x in ("x", "cx"):
            assert 0 <= Fraction(element.get(x, "0")) <= LineChart.width
        for y in ("y", "cy"):
            assert 0 <= Fraction(element.get(y, "0")) <= LineChart.height
        for point in element.get("points", "").split():
            x_, y_ = map(Fraction, point.split(","))
            assert 0 <= x_ <= RIGHT
            assert TOP <= y_ <= BOTTOM


def test_a_figure_lies_where_its_day_and_value_are() -> None:
    left = Fraction(drawing(RISING).left)
    days = (date(2024, 12, 31) - date(2024, 7, 1)).days
    *dots, _sample = shapes(RISING, "dot")
    for dot, (day, value) in zip(dots, RISING.actual, strict=True):
        x = left + (RIGHT - left) * Fraction((day - date(2024, 7, 1)).days, days)
        assert abs(Fraction(dot.get("cx", "")) - x) <= Fraction(1, 200)
        assert [title.text for title in dot] == [f"{day}：{value}家"]
        # From nothing to the highest tick is 60.
        y = BOTTOM - value * Fraction(BOTTOM - TOP, 60)
        assert abs(Fraction(dot.get("cy", "")) - y) <= Fraction(1, 200)


def test_between_two_figures_the_earlier_one_stands() -> None:
    first, second, third, _sample = shapes(FALLING, "dot")
    path, _sample = shapes(FALLING, "actual")
    assert path.get("d") == (
        f"M{first.get('cx')} {first.get('cy')}H{second.get('cx')}V{second.get('cy')}H{third.get('cx')}V{third.get('cy')}"
    )
    assert Fraction(first.get("cy", "")) < Fraction(third.get("cy", "")), "falling goes down"


def test_the_forecast_is_a_shape_from_the_latest_figure() -> None:
    area, _sample = shapes(RISING, "range")
    latest = drawing(RISING).points(RISING.actual[-1:])
    points = area.get("points", "").split()
    assert (len(points), points[0], points[-1]) == (4, latest, latest)
    assert shapes(FALLING, "range") == []
    assert [key for key, _, _ in drawing(RISING).legend] == ["actual", "expected", "range"]
    assert [key for key, _, _ in drawing(FALLING).legend] == ["actual"]


def test_the_deadline_and_the_day_looked_at() -> None:
    assert shapes(LATE, "today") == [], "it lies behind the last figure"
    (deadline,) = shapes(LATE, "deadline")
    assert deadline.get("d") == f"M{drawing(LATE).x(date(2024, 9, 30))} {TOP}V{BOTTOM}"
    assert "期限 2024-09-30" in texts(LATE)
    assert {"as of 2024-10-31", "due 2024-12-31"} <= set(texts(RISING, "en"))


def test_months_are_named_in_their_middle() -> None:
    line = drawing(RISING, "en")
    places, names = zip(*line.month_names, strict=True)
    assert names == ("Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    edges = [line.left, *line.months, str(RIGHT)]
    for place, (begin, end) in zip(places, pairwise(map(Fraction, edges)), strict=True):
        assert abs(Fraction(place) - (begin + end) / 2) <= Fraction(1, 50)


def test_many_months_are_named_in_part() -> None:
    line = drawing(chart((), "1", start="2020-01-01", today="2020-02-01"))
    places = [Fraction(place) for place, _ in line.month_names]
    assert len(line.months) == 59
    assert min(b - a for a, b in pairwise(places)) >= 30


def test_what_is_read_aloud() -> None:
    assert drawing(RISING).description == (
        "2024-07-01 至 2024-12-31，目标 40家。 共 6 次数据，最近一次 2024-10-31：36家。 预计 2024-12-31 在 48家 与 58家 之间。"
    )
    assert drawing(NOTHING, "en").description == "2024-01-01 to 2024-12-31, goal 3家. No figure yet."
    aloud = {element.tag: element.text for element in shapes(NOTHING)}
    assert (aloud["title"], aloud["desc"]) == (
        "实际与应达到的进度",
        "2024-01-01 至 2024-12-31，目标 3家。 尚无数据。",
    )


def test_a_long_unit_leaves_room_for_the_chart() -> None:
    line = drawing(chart(track((3, 1, "1")), "3", unit="很长" * 500))
    assert Fraction(line.left) < 60


@given(
    st.lists(st.tuples(st.integers(0, 900), st.fractions(-(10**6), 10**6, max_denominator=1000)), max_size=6),
    st.fractions(-(10**6), 10**6, max_denominator=1000),
    st.integers(-400, 1200),
)
def test_no_figures_break_a_chart(figures: list[tuple[int, Fraction]], goal: Fraction, today: int) -> None:
    start = date(2024, 1, 1)
    actual = tuple((start + timedelta(days=day), value) for day, value in sorted(figures))
    it = Chart("%", start, date(2024, 12, 31), start + timedelta(days=today), goal, actual, ())
    dots = shapes(it, "dot")
    assert len(dots) == len(actual) + bool(actual)
    assert all(TOP <= Fraction(dot.get("cy", "")) <= BOTTOM for dot in dots[: len(actual)])
