"""Charts: every shape in its place, exactly, whatever the figures are."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.formats import Canvas, render
from tracker.formats.axes import BOTTOM, RIGHT, TOP, round_step
from tracker.formats.svg import HEIGHT, WIDTH, drawing
from tracker.report.values import Phrase
from tracker.report.view import Chart, Track, View
from tracker.words import LANGUAGES, Words

GOLDEN = Path(__file__).parent.parent / "golden"


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


def elements(it: Chart) -> list[ET.Element]:
    return list(ET.fromstring(svg_of(it)).iter())  # noqa: S314 - what was just drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_golden(language: str, golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN / f"chart.{language}.svg", svg_of(RISING, language))


@pytest.mark.parametrize("name", ALL)
def test_everything_lies_within_the_view_box(name: str) -> None:
    for element in elements(ALL[name]):
        for x in ("x", "cx"):
            assert 0 <= Fraction(element.get(x, "0")) <= WIDTH
        for y in ("y", "cy"):
            assert 0 <= Fraction(element.get(y, "0")) <= HEIGHT
        for point in element.get("points", "").split():
            x_, y_ = map(Fraction, point.split(","))
            assert 0 <= x_ <= RIGHT
            assert TOP <= y_ <= BOTTOM


def test_a_figure_lies_where_its_day_and_value_are() -> None:
    drawn = drawing(RISING, Words("zh"), "")
    left = Fraction(drawn.left)
    days = (date(2024, 12, 31) - date(2024, 7, 1)).days
    for dot, (day, value) in zip(drawn.dots, RISING.actual, strict=True):
        x = left + (RIGHT - left) * Fraction((day - date(2024, 7, 1)).days, days)
        assert abs(Fraction(dot.x) - x) <= Fraction(1, 200)
        assert dot.text == f"{day}：{value}家"
    # From nothing to the top is 58 and six parts in a hundred of air.
    per_unit = (BOTTOM - TOP) / (58 * Fraction(106, 100))
    assert abs(BOTTOM - Fraction(drawn.dots[-1].y) - 36 * per_unit) <= Fraction(1, 200)


def test_between_two_figures_the_earlier_one_stands() -> None:
    drawn = drawing(FALLING, Words("zh"), "")
    first, second, third = drawn.dots
    assert drawn.actual == f"M{first.x},{first.y}H{second.x}V{second.y}H{third.x}V{third.y}"
    assert Fraction(first.y) < Fraction(third.y), "falling goes down"


def test_the_forecast_is_a_shape_from_the_latest_figure() -> None:
    drawn = drawing(RISING, Words("zh"), "")
    latest = f"{drawn.dots[-1].x},{drawn.dots[-1].y}"
    points = drawn.range.split()
    assert (len(points), points[0], points[-1]) == (4, latest, latest)
    assert "range" not in svg_of(FALLING)
    assert [key for key, _, _ in drawn.legend] == ["actual", "expected", "range"]
    assert [key for key, _, _ in drawing(FALLING, Words("zh"), "").legend] == ["actual"]


def test_the_deadline_and_the_day_looked_at() -> None:
    drawn = drawing(LATE, Words("zh"), "")
    assert drawn.today is None, "it lies behind the last figure"
    assert drawn.deadline.at == drawn.dots[1].x
    assert drawn.deadline.label.text == "期限 2024-09-30"
    within = drawing(RISING, Words("en"), "")
    assert within.today
    assert within.today.label.text == "as of 2024-10-31"
    assert within.deadline.at == str(RIGHT)
    assert within.today.label.y != within.deadline.label.y


def test_months_are_named_in_their_middle() -> None:
    drawn = drawing(RISING, Words("en"), "")
    assert [name.text for name in drawn.month_names] == ["Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    edges = [drawn.left, *drawn.months, str(RIGHT)]
    for name, (begin, end) in zip(drawn.month_names, pairwise(map(Fraction, edges)), strict=True):
        assert abs(Fraction(name.x) - (begin + end) / 2) <= Fraction(1, 50)


def test_many_months_are_named_in_part() -> None:
    drawn = drawing(chart((), "1", start="2020-01-01", today="2020-02-01"), Words("zh"), "")
    places = [Fraction(name.x) for name in drawn.month_names]
    assert len(drawn.months) == 59
    assert min(b - a for a, b in pairwise(places)) >= 30


def test_what_is_read_aloud() -> None:
    assert drawing(RISING, Words("zh"), "").description == (
        "2024-07-01 至 2024-12-31，目标 40家。 共 6 次数据，最近一次 2024-10-31：36家。 预计 2024-12-31 在 48家 与 58家 之间。"
    )
    assert (
        drawing(NOTHING, Words("en"), "").description == "2024-01-01 to 2024-12-31, goal 3家. No figure yet."
    )
    texts = {element.tag: element.text for element in elements(NOTHING)}
    assert (texts["title"], texts["desc"]) == (
        "实际与应达到的进度",
        "2024-01-01 至 2024-12-31，目标 3家。 尚无数据。",
    )


@pytest.mark.parametrize(
    ("it", "labels"),
    [
        (NOTHING, ["0家", "1家", "2家", "3家"]),
        (ZERO, ["0起", "1起"]),
        (RISING, ["0家", "20家", "40家", "60家"]),
        (FALLING, ["-4%", "-3%", "-2%", "-1%", "0%", "1%"]),
        (SINGLE, ["0亩", "250亩", "500亩", "750亩", "1000亩", "1250亩"]),
        (chart((), "0.4", unit="%"), ["0%", "0.1%", "0.2%", "0.3%", "0.4%"]),
        (chart((), "-4", unit="%"), ["-4%", "-3%", "-2%", "-1%", "0%"]),
        (chart(track((1, 31, "38.2")), "38.4"), ["38.2家", "38.25家", "38.3家", "38.35家", "38.4家"]),
    ],
)
def test_ticks_are_round(it: Chart, labels: list[str]) -> None:
    assert [level.label.text for level in drawing(it, Words("zh"), "").levels] == labels


def test_a_long_unit_leaves_room_for_the_chart() -> None:
    drawn = drawing(chart(track((3, 1, "1")), "3", unit="很长" * 500), Words("zh"), "")
    assert Fraction(drawn.left) < 60


@given(st.fractions(min_value=Fraction(1, 10**8), max_value=10**15), st.booleans())
def test_steps_are_round_and_few(span: Fraction, whole: bool) -> None:  # noqa: FBT001 - drawn
    step = round_step(span, whole=whole)
    digits = str(step.numerator * 10**20 // step.denominator).rstrip("0")
    assert digits in {"1", "2", "25", "5"}
    assert span / step < 6
    assert span / step >= Fraction(12, 5) or (whole and step == 1)
    assert not whole or step.denominator == 1


@given(
    st.lists(st.tuples(st.integers(0, 900), st.fractions(-(10**6), 10**6, max_denominator=1000)), max_size=6),
    st.fractions(-(10**6), 10**6, max_denominator=1000),
    st.integers(-400, 1200),
)
def test_no_figures_break_a_chart(figures: list[tuple[int, Fraction]], goal: Fraction, today: int) -> None:
    start = date(2024, 1, 1)
    actual = tuple((start + timedelta(days=day), value) for day, value in sorted(figures))
    it = Chart("%", start, date(2024, 12, 31), start + timedelta(days=today), goal, actual, ())
    drawn = drawing(it, Words("en"), "")
    assert len(drawn.dots) == len(actual)
    assert all(TOP <= Fraction(dot.y) <= BOTTOM for dot in drawn.dots)
    assert 2 <= len(drawn.levels) <= 6
