"""Pictures of charts: the same every time, of the right size, and every character in them really shows."""

import re
import struct
from datetime import date
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest
from matplotlib.font_manager import fontManager

from tracker.assess.signal import Signal
from tracker.formats.paper import pictures_fonts
from tracker.formats.paper.pictures import DOTS_PER_INCH, Kind, parts, picture
from tracker.formats.paper.pictures_bullets import CLIP, MOST_ROWS
from tracker.formats.paper.pictures_fonts import fonts_for, held_by, legible
from tracker.problems import ExitCode, TrackerError
from tracker.report.values import Phrase
from tracker.report.view import Bullet, Bullets, Chart
from tracker.words import Words

EN, ZH = Words("en"), Words("zh")
INSTALLED = bool(pictures_fonts._installed() or pictures_fonts._found_anew())


def bullets(count: int = 7, name: str = "Target {n}") -> Bullets:
    signals = tuple(Signal)
    return Bullets(
        tuple(
            Bullet(name.format(n=n), Fraction(n, 5), Fraction(4, 5), signals[n % len(signals)])
            for n in range(count)
        ),
        Phrase("page.chart"),
    )


def chart(unit: str = "firms") -> Chart:
    days = (date(2024, 3, 31), date(2024, 6, 30), date(2024, 9, 30))
    actual = tuple((day, Fraction(n * 10)) for n, day in enumerate(days))
    end = date(2024, 12, 31)
    return Chart(
        unit=unit,
        start=date(2024, 1, 1),
        end=end,
        today=date(2024, 10, 31),
        goal=Fraction(40),
        actual=actual,
        expected=((date(2023, 12, 31), Fraction(0)), (end, Fraction(40))),
        low=(actual[-1], (end, Fraction(25))),
        high=(actual[-1], (end, Fraction(35))),
    )


def size(png: bytes) -> tuple[int, int]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return int(width), int(height)


def path_count(it: Chart | Bullets) -> int:
    return sum(1 for each in ET.fromstring(picture(it, EN, "svg")).iter() if each.tag.endswith("}path"))  # noqa: S314


@pytest.mark.parametrize("it", [bullets(), chart()], ids=["bullets", "line"])
@pytest.mark.parametrize("kind", ["svg", "png"])
def test_the_same_chart_gives_the_same_bytes(it: Chart | Bullets, kind: Kind) -> None:
    assert picture(it, EN, kind) == picture(it, EN, kind)


def test_a_picture_is_as_wide_as_the_text_of_a_page() -> None:
    for it in (bullets(), bullets(60), chart()):
        assert abs(size(picture(it, EN, "png"))[0] - 156 * DOTS_PER_INCH * 10 // 254) <= 1


def test_many_rows_stand_in_two_columns_on_one_page() -> None:
    heights = {n: size(picture(bullets(n), EN, "png"))[1] for n in (1, 20, 44, 45, MOST_ROWS)}
    assert heights[1] < heights[20] < heights[44]
    assert heights[45] < heights[44], "the columns are half as long"
    page = 225 * DOTS_PER_INCH * 10 // 254
    assert max(heights.values()) < page


def test_very_many_rows_are_shared_out_evenly() -> None:
    many = bullets(2 * MOST_ROWS + 4)
    pieces = [piece for piece in parts(many) if isinstance(piece, Bullets)]
    assert [len(piece.bars) for piece in pieces] == [60, 60, 60]
    assert sum((piece.bars for piece in pieces), ()) == many.bars
    assert parts(bullets(MOST_ROWS)) == (bullets(MOST_ROWS),)
    assert parts(chart()) == (chart(),)


def test_svg_is_xml_with_text_as_paths_and_nothing_that_changes() -> None:
    for it in (bullets(), chart()):
        svg = picture(it, EN, "svg").decode()
        assert svg.startswith("<svg")
        tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(svg).iter()}  # noqa: S314
        assert "path" in tags
        assert "text" not in tags
        assert not re.search(r"<dc:date>|matplotlib\.org", svg)


@pytest.mark.parametrize("completion", [None, Fraction(-1, 2), Fraction(0), CLIP, Fraction(100)])
def test_no_completion_breaks_the_bars(completion: Fraction | None) -> None:
    bar = Bullet("T", completion, None, Signal.SILENT)
    drawn = picture(Bullets((bar,), Phrase("page.chart")), EN, "png")
    usual = picture(
        Bullets((Bullet("T", Fraction(1, 2), None, Signal.SILENT),), Phrase("page.chart")), EN, "png"
    )
    assert size(drawn) == size(usual)
    assert drawn != usual


def test_more_than_the_scale_has_an_arrow() -> None:
    def at(completion: Fraction) -> Bullets:
        return Bullets((Bullet("T", completion, None, Signal.DONE),), Phrase("page.chart"))

    # 180.0% and 120.0% are texts of the same length: what is more is the arrow.
    assert path_count(at(Fraction(180, 100))) > path_count(at(CLIP))


def test_a_chart_without_bars_or_figures_is_drawn() -> None:
    assert size(picture(Bullets((), Phrase("page.chart")), EN, "png"))[1] > 0
    bare = Chart("firms", date(2024, 1, 1), date(2024, 12, 31), date(2024, 2, 1), Fraction(4), (), ())
    assert picture(bare, EN, "png") != picture(chart(), EN, "png")


def test_the_pictures_of_a_paper_need_no_chinese_font_for_latin_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pictures_fonts, "CHINESE_FONTS", ())
    assert fonts_for(frozenset("Target ✓●▲✗!○◇🧪 80.0%")) == [pictures_fonts.BUILT_IN]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_without_a_chinese_font_it_is_said_which_to_install(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures_fonts, "CHINESE_FONTS", ("No Such Font",))
    monkeypatch.setattr(pictures_fonts, "findSystemFonts", list)
    with pytest.raises(TrackerError) as error:
        picture(bullets(name="指标{n}"), ZH, "png")
    assert (error.value.code, error.value.exit_code) == ("no-cjk-font", ExitCode.MISSING_DEPENDENCY)
    sentence = Words(language)(f"error.{error.value.code}", error.value.facts)
    assert "Noto Sans CJK SC" in sentence


def test_fonts_installed_since_the_last_run_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    monkeypatch.setattr(pictures_fonts, "CHINESE_FONTS", ("No Such Font",))
    monkeypatch.setattr(pictures_fonts, "findSystemFonts", lambda: ["/fonts/new.ttf", "/fonts/broken.ttf"])

    def add(path: str) -> None:
        looked.append(path)
        if "broken" in path:
            raise RuntimeError(path)
        monkeypatch.setattr(pictures_fonts, "CHINESE_FONTS", (pictures_fonts.BUILT_IN,))

    monkeypatch.setattr(fontManager, "addfont", add)
    assert fonts_for(frozenset("新")) == [pictures_fonts.BUILT_IN, pictures_fonts.BUILT_IN]
    assert looked == ["/fonts/new.ttf", "/fonts/broken.ttf"]


def test_chinese_characters_really_show() -> None:
    """Two boxes look the same, two characters do not; where no font is there, the error says so."""
    one, other = (bullets(name=name) for name in ("新增企业{n}", "开发岗位{n}"))
    if INSTALLED:
        assert picture(one, ZH, "png") != picture(other, ZH, "png")
        assert picture(chart("家"), ZH, "png") != picture(chart("个"), ZH, "png")
        assert set("新增企业开发岗位，。、“”《》（）—…％℃") <= held_by(fonts_for(frozenset("新")))
    else:
        for it in (one, other, chart("家")):
            with pytest.raises(TrackerError, match="no-cjk-font"):
                picture(it, ZH, "png")


def test_what_no_font_has_is_a_box_and_no_warning() -> None:
    assert legible("a\ue000b", held_by([pictures_fonts.BUILT_IN])) == "a□b"
    one, other = (picture(bullets(name=name), EN, "png") for name in ("🧪{n}", "🧫{n}"))
    assert one == other


def test_names_are_text_and_no_formula() -> None:
    assert picture(bullets(name="$x$ {n}"), EN, "png") != picture(bullets(name="x {n}"), EN, "png")
