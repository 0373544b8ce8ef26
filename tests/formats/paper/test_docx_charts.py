"""Charts in Word files: pictures with names, on the page where they belong; and what is missing is named."""

import sys
from datetime import date
from fractions import Fraction
from io import BytesIO

import docx
import pytest
from docx.document import Document

from tracker.assess.signal import Signal
from tracker.formats.paper import Paper, render
from tracker.report.values import Percent, Phrase
from tracker.report.view import Bullet, Bullets, Chart
from tracker.words import Words

EN = Words("en")
CHART = Chart(
    "firms",
    date(2024, 1, 1),
    date(2024, 12, 31),
    date(2024, 10, 31),
    Fraction(40),
    ((date(2024, 3, 31), Fraction(9)), (date(2024, 9, 30), Fraction(25))),
    (),
)
BULLETS = Bullets(
    (Bullet("Firms", Percent(Fraction(1, 2)), Percent(Fraction(4, 5)), Signal.BEHIND),), Phrase("page.chart")
)


def read(markdown: str, **charts: Chart | Bullets) -> Document:
    return docx.Document(BytesIO(render("docx", Paper("T", markdown, charts), EN)))


def test_charts_are_pictures_as_wide_as_the_text_with_their_names() -> None:
    text = "# T\n\n![All targets](chart:all)\n\n![Firms](chart:one)\n\n![gone](chart:none)\n\n![x](http://a.b/c)\n"
    document = read(text, all=BULLETS, one=CHART)
    assert [round(shape.width.mm) for shape in document.inline_shapes] == [156, 156]
    captions = [each.text for each in document.paragraphs if each.style and each.style.name == "Caption"]
    assert captions == ["All targets", "Firms"]
    described = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert described == captions


def test_many_bars_are_several_pictures_under_one_name() -> None:
    document = read("![n](chart:all)\n", all=Bullets(BULLETS.bars * 30, BULLETS.title))
    assert len(document.inline_shapes) == 5
    assert [each.text for each in document.paragraphs] == [*[""] * 5, "n"]
    kept = [each.paragraph_format.keep_with_next for each in document.paragraphs]
    assert kept == [*[False] * 4, None, None], "a page may end between two of them, the last has its name"


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [name for name in sys.modules if name.startswith("tracker.formats.charts.pictures")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(ModuleNotFoundError) as error:
        read("![n](chart:all)\n", all=BULLETS)
    assert error.value.name == "resvg_py"
    assert read("no chart\n").paragraphs[-1].text == "no chart"
