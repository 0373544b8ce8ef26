"""Pages: well-formed, without anything from elsewhere, the same numbers as everywhere, readable by all."""

import json
import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages import Page, contrast
from support import GOLDEN, REPOSITORY, TODAY, Golden, Run, catalogue, target, total
from support import book as book_of
from tracker.assess.signal import Flag, Signal
from tracker.formats import Canvas, render
from tracker.formats.cells import GLYPHS, text_of
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.status import status
from tracker.report.values import Bar, Percent, PercentagePoints, Phrase, Value
from tracker.report.view import Block, Column, Fields, Level, Passage, Prose, Row, Table, TextLine, View
from tracker.store.workspace import load
from tracker.words import LANGUAGES, Words

DAY = date(2024, 10, 31)
TEMPLATES = REPOSITORY / "src/tracker/formats/templates"
CSS = "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in ("colours.css", "page.css"))


@pytest.fixture(scope="module")
def district() -> View:
    return status(scope_of(load(REPOSITORY, TODAY).book, ViewOptions(as_of=DAY)))


def shown(view: View, language: str = "zh") -> str:
    return render("html", view, Words(language), Canvas()).decode()


def view_of(*blocks: Block, title: str = "某项指标") -> View:
    return View("show", title, (), None, 1, blocks, (), {}, "targets", tuple)


@pytest.mark.parametrize("language", LANGUAGES)
def test_golden(district: View, language: str, golden: Golden) -> None:
    text = shown(district, language)
    golden(GOLDEN / f"status.{language}.html", text)
    page = Page(text)
    assert page.all("html") == [{"lang": {"zh": "zh-CN", "en": "en"}[language]}]
    assert page.all("script") == page.all("link") == page.all("img") == []
    assert not re.search(r"\b(src|srcset|onclick|onload|style)=|url\(|@import|https?:", text)
    assert len(set(page.ids)) == len(page.ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_the_view_stands_in_its_row(district: View, language: str) -> None:
    words = Words(language)
    (table,) = district.blocks
    assert isinstance(table, Table)
    text = shown(district, language)
    rows = [
        Page(row).text("td", "th", "a", "span")
        for row in re.findall(r"<tr(?: id=.*?)?>.*?</tr>", text, re.DOTALL)[1:]
    ]
    items = [row for row in table.rows if row.cells]
    for row, item in zip(rows, items, strict=True):
        for column in table.columns:
            if column.key not in {"bar", "lead_unit"}:
                assert text_of(item.cells[column.key], words) in row


def test_every_number_of_the_json_view_is_on_the_page(district: View) -> None:
    page = Page(shown(district)).text()
    for record in json.loads(render("json", district, Words("zh"), Canvas()))["targets"]:
        for key in ("actual", "gap"):
            assert record[key] is None or record[key] in page, (record["id"], key)


def test_each_target_section_and_measure_can_be_linked_to(district: View) -> None:
    page = Page(shown(district))
    ids = {str(record["id"]) for record in district.records}
    assert ids <= set(page.ids)
    assert {str(link["href"])[1:] for link in page.all("a")} == ids
    assert {"section:1", "section:8", "measure:1", "measure:32"} <= set(page.ids)


def test_tables_can_be_read_aloud(district: View) -> None:
    page = Page(shown(district))
    (table,) = district.blocks
    assert isinstance(table, Table)
    scopes = [cell["scope"] for cell in page.all("th")]
    headings = sum(row.level in {Level.SECTION, Level.MEASURE} for row in table.rows)
    assert (scopes.count("rowgroup"), scopes.count("row")) == (headings, len(district.records))
    assert scopes.count("col") == len(table.columns) - 1  # the lead unit stands in the headings
    assert page.text("caption") == district.title
    assert all(bar["role"] == "img" and bar["aria-label"] for bar in page.all("svg"))
    (scrolling,) = page.all("div")
    assert (scrolling["role"], scrolling["tabindex"], scrolling["aria-label"]) == (
        "region",
        "0",
        district.title,
    )


HOSTILE = "</style></td><script>alert('1')</script>\"onload=x' & &amp; {{ 7*7 }} \u202etxt\u0000\u001b[31m"


def test_text_from_files_is_data() -> None:
    book = book_of(
        catalogue(target(name=HOSTILE.split(" \u202e", maxsplit=1)[0], unit='<b>"&'), title=HOSTILE[:20]),
        total("2024-10-31", 30),
    )
    blocks: tuple[Block, ...] = (
        Fields((("note", HOSTILE), ("owners", (HOSTILE, HOSTILE)))),
        Table((Column("x", label=HOSTILE),), (Row(Level.ITEM, cells={"x": HOSTILE}), Row(Level.MEASURE, number=HOSTILE, text=HOSTILE, owner=HOSTILE))),
        Prose((Phrase("head.notice", {"notice": HOSTILE}),), Phrase("head.saved", {"name": HOSTILE}), verbatim=True),
        Passage(HOSTILE, (TextLine(1, HOSTILE, ((3, 40),)),)),
    )  # fmt: skip
    for view in (status(scope_of(book, ViewOptions(as_of=DAY))), view_of(*blocks, title=HOSTILE)):
        text = shown(view)
        page = Page(text)
        assert {tag for tag, _ in page.found}.isdisjoint({"script", "x"})
        assert all(not name.startswith("on") for _, attributes in page.found for name in attributes)
        assert len(page.all("style")) == text.count("</style>") == 1
        assert not re.search("[\u202e\x00\x1b]", text)
        assert "{{ 7*7 }}" in page.text()
        assert "<script>alert('1')</script>" in page.text()


@given(st.text(), st.text())
def test_any_text_reads_back_as_it_was(name: str, note: str) -> None:
    words = Words("zh")
    page = Page(shown(view_of(Fields((("name", name), ("note", note))))))
    assert page.text("dd") == text_of(name, words) + text_of(note, words)


COLUMNS = (
    Column("number"),
    Column("name", wraps=True),
    Column("bar"),
    Column("lead", right=True),
    Column("signal"),
    Column("flags"),
    Column("note"),
)


def row(level: Level = Level.ITEM, *, struck: bool = False, **cells: Value) -> Row:
    empty: dict[str, Value] = {column.key: None for column in COLUMNS}
    empty |= {"bar": Bar(None, None), "flags": (), "note": ""}
    return Row(level, cells={**empty, **cells}, struck=struck)


def test_rows_look_like_what_they_are() -> None:
    rows = (
        row(number="1.1", name="甲", signal=Signal.OVERDUE, lead=PercentagePoints(Fraction(-1, 10)), flags=(Flag.DUE_SOON,)),
        row(number="1.2", name="乙", struck=True, flags=(Flag.DUE_SOON, Flag.STALLED)),
        row(Level.TOTAL, name="合计"),
    )  # fmt: skip
    text = shown(view_of(Table(COLUMNS, rows, Phrase("column.gap"), Phrase("column.note"))))
    page = Page(text)
    assert '<span class="signal overdue">! 逾期</span>' in text
    assert '<span class="overdue">-10.0</span>' in text
    assert '<span class="soon">临期</span>' in text
    assert '<span class="flags">临期、停滞</span>' in text
    assert '<th scope="row" class="wraps"><s>乙</s></th>' in text
    assert '<tr class="total">' in text
    assert (page.text("h2"), page.text("caption")) == ("差距", "差距")
    assert '<p class="remark">备注</p>' in text
    assert text.count('scope="col"') == 5, "nothing stands in note, and there is no bar"


@pytest.mark.parametrize(
    ("bar", "filled", "mark", "aloud"),
    [
        (
            Bar(Percent(Fraction(1, 3)), Percent(Fraction(5, 6))),
            "33.33",
            "83.33",
            "完成率 33.3%，应完成 83.3%",
        ),
        (Bar(Percent(Fraction(3)), Percent(Fraction(2))), "100", "100", "完成率 300.0%，应完成 200.0%"),
        (Bar(Percent(Fraction(-1)), Percent(Fraction(0))), "0", "0", "完成率 -100.0%，应完成 0.0%"),
        (Bar(Percent(Fraction(1, 2)), None), "50", None, "完成率 50.0%"),
    ],
)
def test_bars(bar: Bar, filled: str, mark: str | None, aloud: str) -> None:
    text = shown(view_of(Table(COLUMNS, (row(name="甲", bar=bar, signal=Signal.BEHIND),))))
    (svg,) = Page(text).all("svg")
    assert (svg["class"], svg["aria-label"]) == ("bar behind", aloud)
    assert f'<rect class="filled" y="3" width="{filled}"' in text
    assert re.findall(r'class="mark" d="M([\d.]+) ', text) == ([] if mark is None else [mark])


def test_the_other_blocks() -> None:
    text = shown(
        view_of(
            Table(COLUMNS, ()),
            Prose((Phrase("column.gap"), Phrase("column.note"))),
            Prose((Phrase("column.gap"), Phrase("column.note")), verbatim=True),
            Passage("seeds/policy.md", (TextLine(12, "引进40家以上", ((2, 5),)), TextLine(13, "  <x>"))),
        )
    )
    page = Page(text)
    assert page.text("p") == "没有符合条件的指标差距备注"
    assert page.text("pre").split() == ["差距", "备注"]
    assert '<li value="12">引进<mark>40家</mark>以上</li>' in text
    assert '<li value="13">  &lt;x&gt;</li>' in text


def test_a_wide_table_turns_the_paper(district: View) -> None:
    assert "size: A4 landscape;" in shown(district)
    assert "size: A4;" in shown(view_of(Prose(())))


def test_the_name_of_the_file_decides(tracker: Run, tmp_path: Path) -> None:
    for name in ("a.html", "a.HTM"):
        found = tracker("-C", REPOSITORY, "log", "--limit", "3", "-o", tmp_path / name)
        assert (found.code, found.out) == (0, "")
        assert (tmp_path / name).read_bytes().startswith(b"<!DOCTYPE html>")


def test_every_colour_can_be_read_on_its_ground_in_light_and_dark() -> None:
    schemes = [
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block))
        for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    ]
    assert [len(scheme) for scheme in schemes] == [15, 15]
    for scheme in schemes:
        for name in ("ink", "soft", *(s.value for s in Signal if s is not Signal.OVERDUE), "flags"):
            for ground in ("paper", "shade"):
                assert contrast(scheme[name], scheme[ground]) >= 4.5, (name, ground)
        assert contrast(scheme["loud"], scheme["alarm"]) >= 4.5
        assert contrast(scheme["ink"], scheme["mark"]) >= 4.5
    assert all(f".{signal.value} {{" in CSS for signal in GLYPHS)
