"""Pictures of charts: the same every time, as wide as a page's text, and every character in them really shows."""

import struct
from datetime import date
from fractions import Fraction

import pytest

from papers import bullets
from tracker.assess.signal import Signal
from tracker.formats.charts import pictures as module
from tracker.formats.charts.pictures import PIXELS, pictures, shows
from tracker.problems import ExitCode, TrackerError
from tracker.report.values import Percent, Phrase
from tracker.report.view import Bullet, Bullets, Chart
from tracker.words import LANGUAGES, Words

EN, ZH = Words("en"), Words("zh")
BARE = Chart("firms", date(2024, 1, 1), date(2024, 12, 31), date(2024, 2, 1), Fraction(4), (), ())


def size(png: bytes) -> tuple[int, int]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return int(width), int(height)


def named(name: str) -> bytes:
    bar = Bullet(name, Percent(Fraction(1, 2)), None, Signal.BEHIND)
    (picture,) = pictures(Bullets((bar,), Phrase("page.chart")), EN, "")
    return picture


@pytest.mark.parametrize("chart", [bullets(40, EN), BARE], ids=["bullets", "line"])
def test_the_same_chart_gives_the_same_bytes_as_wide_as_a_page_and_never_higher(
    chart: Chart | Bullets,
) -> None:
    drawn = list(pictures(chart, EN, ""))
    assert drawn == list(pictures(chart, EN, ""))
    for width, height in map(size, drawn):
        assert width == PIXELS
        assert height < PIXELS, "a turned page is as high as an upright one is wide"


def test_no_bars_make_no_picture() -> None:
    assert list(pictures(Bullets((), Phrase("page.chart")), EN, "")) == []


def test_colours_are_those_of_a_light_page() -> None:
    assert "var(" not in module._style_sheet()
    assert "#116932" in module._style_sheet()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_chinese_font_it_is_said_which_to_install(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "shows", str.isascii)
    assert list(pictures(BARE, EN, "")), "Latin names need none"
    with pytest.raises(TrackerError) as error:
        list(pictures(bullets(2, ZH), ZH, ""))
    assert (error.value.code, error.value.exit_code) == ("no-cjk-font", ExitCode.MISSING_DEPENDENCY)
    sentence = Words(language)(f"error.{error.value.code}", error.value.facts)
    assert "Noto Sans CJK SC" in sentence


def test_characters_really_show() -> None:
    """Where no font has Chinese characters, the error says so."""
    assert not shows("")
    assert named("one") != named("two")
    if shows("中"):
        assert named("新增企业") != named("开发岗位")
    else:
        with pytest.raises(TrackerError, match="no-cjk-font"):
            named("新增企业")


def test_names_are_text() -> None:
    assert named("<path d='M0 0'/>") != named("")
    assert named("a & b") != named("a  b")
