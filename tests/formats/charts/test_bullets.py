"""Bars: each as long as its share, in panels that paper does not break."""

import re
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages import Page
from papers import bullets
from tracker.assess.signal import Signal
from tracker.formats.charts.bullets import Panel, panels
from tracker.formats.charts.lines import exact
from tracker.formats.charts.svg import svgs
from tracker.report.values import Percent, Phrase
from tracker.report.view import Bullet, Bullets
from tracker.words import Words

WORDS = Words("zh")


def one(completion: Fraction | None, expected: Fraction | None = None, name: str = "甲") -> ET.Element:
    """The bar of one target, drawn."""
    shares = [None if share is None else Percent(share) for share in (completion, expected)]
    bar = Bullet(name, shares[0], shares[1], Signal.BEHIND)
    (svg,) = svgs(Bullets((bar,), Phrase("page.chart")), WORDS, "图", "")
    (drawn,) = (group for group in ET.fromstring(svg).iter("g") if group.get("role") == "img")  # noqa: S314 - just drawn
    return drawn


def path(drawn: ET.Element, kind: str) -> str:
    """The path of this class; nothing where there is none."""
    return "".join(each.get("d", "") for each in drawn.iter("path") if each.get("class") == kind)


@pytest.mark.parametrize(
    ("completion", "share", "end", "text"),
    [
        (Fraction(1, 2), Fraction(1, 2), "v12", "50.0%"),
        (Fraction(6, 5), Fraction(6, 5), "v12", "120.0%"),
        (Fraction(43, 10), Fraction(6, 5), "l8 6l-8 6", "430.0%"),
        (Fraction(0), None, "", "0.0%"),
        (Fraction(-1, 4), None, "", "-25.0%"),
        (None, None, "", "—"),
    ],
)
def test_a_bar_is_as_long_as_its_share(
    completion: Fraction | None, share: Fraction | None, end: str, text: str
) -> None:
    drawn = one(completion)
    left, right = 22 + 2 * 9 + 10, Panel.width - len(text) * 9 - 18
    top = path(drawn, "whole").partition("H")[0]
    reach = "" if share is None else exact(left + (right - left) * share / Fraction(6, 5))
    assert path(drawn, "filled") == (f"{top}H{reach}{end}H{left}z" if reach else "")
    assert [each.text for each in drawn.iter("text")] == ["甲", text]


def test_the_mark_stands_where_it_should_be() -> None:
    assert path(one(Fraction(1, 2)), "mark") == ""
    drawn = one(Fraction(1, 2), Fraction(1, 2))
    filled = re.findall(r"H([\d.]+)v", path(drawn, "filled"))
    assert re.findall(r"M([\d.]+) ", path(drawn, "mark")) == filled
    assert drawn.get("aria-label") == "甲：滞后，完成率 50.0%，应达到 50.0%"
    assert one(None, Fraction(1, 2)).get("aria-label") == "甲：滞后，无完成率"
    assert one(Fraction(2)).get("aria-label") == "甲：滞后，完成率 200.0%"


@given(st.integers(1, 120))
def test_panels_are_short_and_have_every_bar_in_order(count: int) -> None:
    bars = bullets(count, WORDS)
    drawn = panels(bars, WORDS, "图")
    assert [row.bar for panel in drawn for row in panel.rows] == list(bars.bars)
    assert all(panel.bottom <= 16 * 22 + bool(panel.legend) * 90 + 24 for panel in drawn)
    assert [bool(panel.legend) for panel in drawn] == [True] + [False] * (len(drawn) - 1)
    assert len({panel.x(Fraction(0)) for panel in drawn}) == 1


def test_a_long_name_takes_more_lines_and_is_never_cut() -> None:
    name = "引进高层次和急需紧缺各类人才并且落户的总量"
    *lines, _value = (each.text or "" for each in one(None, name=name).iter("text"))
    assert ("".join(lines), len(lines)) == (name, 2)
    assert [each.text for each in one(None, name="").iter("text")] == [None, "—"]
    assert panels(Bullets((), Phrase("page.chart")), WORDS, "图") == []


def test_drawn_bars_can_be_read_aloud_and_say_their_signal_by_shape() -> None:
    svg = "".join(svgs(bullets(87, WORDS), WORDS, "<图>", ""))
    page = Page(svg)
    bars = [group for group in page.all("g") if group.get("role") == "img"]
    assert len(bars) == 87
    assert all(group["aria-label"] and group["class"] in set(Signal) for group in bars)
    assert {group["aria-label"] for group in page.all("svg")} == {"<图>"}
    shapes = dict(re.findall(r'"shape (\w+)" d="M9 \d+(.*?)"', svg))
    assert set(shapes) == set(Signal)
    assert len(set(shapes.values())) == len(Signal), "no two signals look alike"
    assert not re.search(r"[\d.]{9,}|\d/\d", svg), "coordinates have two decimals"
