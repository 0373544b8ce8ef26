"""Bars: each as long as its share, in panels that paper does not break."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages import Page
from papers import bullets
from tracker.assess.signal import Signal
from tracker.formats.axes import exact
from tracker.formats.bullets_svg import WIDTH, Bar, panels
from tracker.formats.cells import GLYPHS
from tracker.formats.pages import PAGES
from tracker.report.values import Phrase
from tracker.report.view import Bullet, Bullets
from tracker.words import Words

WORDS = Words("zh")


def one(completion: Fraction | None, expected: Fraction | None = None, name: str = "甲") -> Bar:
    bar = Bullet(name, completion, expected, Signal.BEHIND)
    (panel,) = panels(Bullets((bar,), Phrase("page.chart")), WORDS, "图")
    return panel.bars[0]


@pytest.mark.parametrize(
    ("completion", "share", "over", "text"),
    [
        (Fraction(1, 2), Fraction(1, 2), False, "50.0%"),
        (Fraction(6, 5), Fraction(6, 5), False, "120.0%"),
        (Fraction(43, 10), Fraction(6, 5), True, "430.0%"),
        (Fraction(0), None, False, "0.0%"),
        (Fraction(-1, 4), None, False, "-25.0%"),
        (None, None, False, "—"),
    ],
)
def test_a_bar_is_as_long_as_its_share(
    completion: Fraction | None, share: Fraction | None, text: str, *, over: bool
) -> None:
    bar = one(completion)
    left, right = 22 + 2 * 9 + 10, WIDTH - len(text) * 9 - 18
    assert bar.filled == ("" if share is None else exact((right - left) * share / Fraction(6, 5)))
    assert (bar.over != "", bar.value.text) == (over, text)


def test_the_mark_stands_where_it_should_be() -> None:
    assert one(Fraction(1, 2)).mark == ""
    bar = one(Fraction(1, 2), Fraction(1, 2))
    assert Fraction(bar.mark) - (22 + 18 + 10) == Fraction(bar.filled)
    assert bar.text == "甲：滞后，完成率 50.0%，应达到 50.0%"
    assert one(None, Fraction(1, 2)).text == "甲：滞后，无完成率"
    assert one(Fraction(2)).text == "甲：滞后，完成率 200.0%"


@given(st.integers(1, 120))
def test_panels_are_short_and_have_every_bar_in_order(count: int) -> None:
    found = panels(bullets(count, WORDS), WORDS, "图")
    assert [bar.text.partition("：")[0] for panel in found for bar in panel.bars] == [
        bar.name for bar in bullets(count, WORDS).bars
    ]
    assert all(panel.height <= 14 * 22 + (panel.legend != ()) * 90 + 28 for panel in found)
    assert [panel.legend != () for panel in found] == [True] + [False] * (len(found) - 1)
    assert len({panel.left for panel in found}) == 1


def test_a_long_name_takes_more_lines_and_is_never_cut() -> None:
    name = "引进高层次和急需紧缺各类人才并且落户的总量"
    assert "".join(label.text for label in one(None, name=name).name) == name
    assert len(one(None, name=name).name) == 2
    assert one(None, name="").name[0].text == ""
    assert panels(Bullets((), Phrase("page.chart")), WORDS, "图") == ()


def test_drawn_bars_can_be_read_aloud_and_say_their_signal_by_shape() -> None:
    svg = "".join(PAGES.get_template("bullets.svg").render(panel=panel, glyphs=GLYPHS) for panel in panels(bullets(87, WORDS), WORDS, "<图>"))  # fmt: skip
    page = Page(svg)
    bars = [group for group in page.all("g") if group.get("role") == "img"]
    assert len(bars) == 87
    assert all(group["aria-label"] and group["class"] in set(Signal) for group in bars)
    assert {group["aria-label"] for group in page.all("svg")} == {"<图>"}
    assert {glyph for glyph in GLYPHS.values() if glyph in page.text("text")} == set(GLYPHS.values())
    assert not re.search(r"[\d.]{9,}|\d/\d", svg), "coordinates have two decimals"
