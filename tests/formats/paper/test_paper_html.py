"""Papers as pages: well-formed, whole in one file, and in the form of official documents on paper."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages import Page
from papers import HOSTILE, briefing, letter
from support import GOLDEN, REPOSITORY, Golden
from tracker.assess.signal import Signal
from tracker.formats.markdown import escaped
from tracker.formats.paper import Paper, render
from tracker.report.values import Percent, Phrase
from tracker.report.view import Bullet, Bullets
from tracker.words import LANGUAGES, Words, printable

TEMPLATES = REPOSITORY / "src/tracker/formats/templates"
WIDE = (
    "| 序号 | 指标 |"
    + " 数据 |" * 10
    + "\n|--:|---|"
    + "---|" * 10
    + "\n| 1 | 某某 |"
    + " 一二三四五 |" * 10
    + "\n"
)


def html(markdown: str, language: str = "zh") -> str:
    return render("html", Paper("题", markdown), Words(language)).decode()


def body(markdown: str, language: str = "zh") -> str:
    return html(markdown, language).partition("<main>")[2].partition("</main>")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_golden(language: str, golden: Golden) -> None:
    words = Words(language)
    found = render("html", briefing(words), words).decode()
    golden(GOLDEN / f"paper.{language}.html", found)
    page = Page(found)
    assert page.all("html") == [{"lang": {"zh": "zh-CN", "en": "en"}[language]}]
    assert page.all("script") == page.all("link") == page.all("img") == []
    assert not re.search(r"\b(src|srcset|onclick|onload|style)=|url\(|@import|https?:|chart:%", found)
    assert len(set(page.ids)) == len(page.ids)
    assert {str(a["href"])[1:] for a in page.all("a")} <= set(page.ids)
    assert page.text("td").count(HOSTILE) == 1
    assert len(page.all("figure")) == 2, "a chart that is not there leaves no trace"
    assert [a.get("class") for a in page.all("article")] == [None, "wide"]
    assert len(page.all("tr")) == 61


def test_letter() -> None:
    found = render("html", letter(), Words("zh")).decode()
    assert '<p class="addressee">区商务局：</p>' in found
    assert '<div class="right">\n<p>示范区人民政府办公室</p>\n<p>2025年10月27日</p>\n</div>' in found
    assert "<title>关于报送进展情况的提醒函</title>" in found


@given(st.text())
def test_any_text_reads_back_as_it_was(name: str) -> None:
    shown = Page(body(f"指标“{escaped(name)}”进展\n\n| 甲 |\n|---|\n| “{escaped(name)}” |\n"))
    assert (shown.text("p"), shown.text("td")) == (f"指标“{printable(name)}”进展", f"“{printable(name)}”")


def test_text_from_files_is_data() -> None:
    raw = "</style><script>alert(1)</script> <b onclick=x>\u202e\x1b(0 {{ 7*7 }}"
    paper = Paper(
        raw, f"# {raw}\n\n## {raw}\n\n| {raw} |\n|---|\n| {raw} |\n\n[x](javascript:x) ![{raw}](http://x)\n"
    )
    found = render("html", paper, Words("zh")).decode()
    page = Page(found)
    assert {tag for tag, _ in page.found}.isdisjoint({"script", "b", "img", "a"})
    assert found.count("</style>") == 1
    assert not re.search("[\u202e\x1b]", found)
    assert page.text().count("{{ 7*7 }}") == 6


@pytest.mark.parametrize(
    ("markdown", "wide"),
    [(f"甲\n\n---\n\n{WIDE}", [None, "wide"]), (WIDE, [None]), ("甲\n\n---\n\n| 甲 |\n|---|\n| 1 |\n", [None, None])],
)  # fmt: skip
def test_a_wide_annex_turns_the_paper(markdown: str, wide: list[str | None]) -> None:
    assert [a.get("class") for a in Page(body(markdown)).all("article")] == wide


def test_cells_keep_to_their_side_and_numbers_are_not_broken() -> None:
    long = "很长的说明" * 20
    found = body(
        f"## 总表\n\n| 数 | 名 | 说明 |\n|--:|:-:|---|\n| 1.5 | 甲 | {long} |\n\n注：虚构。\n\n另起。\n"
    )
    assert '<th scope="col" class="right whole">数</th>' in found
    assert '<td class="right whole">1.5</td>\n<td class="center whole">甲</td>\n<td>很长' in found
    assert '<div class="box" role="region" aria-label="总表" tabindex="0">' in found
    assert '<p class="remark">注：虚构。</p>\n<p>另起。</p>' in found


def test_an_annex_has_a_number_and_a_title() -> None:
    assert (
        '<h2 class="annex"><span>附件2　</span><span class="title">未报送单位<em>清单</em></span></h2>'
        in body("## 附件2　未报送单位*清单*\n")
    )
    assert "<h2>附件2</h2>" in body("## 附件2\n")
    assert "<h2>Annex 2: list</h2>" in body("## Annex 2: list\n", "en")


def test_footnotes_lead_there_and_back_within_their_part() -> None:
    page = Page(body("甲[^a]乙[^a]\n\n---\n\n丙[^b]\n\n[^a]: 注甲\n[^b]: 注乙\n"))
    assert [a["href"] for a in page.all("a")] == [
        "#note-1",
        "#note-1",
        "#ref-1",
        "#ref-1-2",
        "#note-2",
        "#ref-2",
    ]
    assert {str(a["href"])[1:] for a in page.all("a")} == set(page.ids)
    assert page.all("li") == [{"id": "note-1", "value": "1"}, {"id": "note-2", "value": "2"}]


def test_a_link_stays_a_link() -> None:
    assert '<a href="https://example.org/a?b=1&amp;c">甲</a>' in body("[甲](https://example.org/a?b=1&c)\n")


def test_paper_is_a4_with_the_margins_of_official_documents() -> None:
    found = html("甲")
    assert "size: A4; margin: 37mm 26mm 35mm 28mm;" in found
    assert 'content: "— " counter(page) " —"' in found
    assert "size: A4; margin: 25mm;" in html("x", "en")


def test_all_colours_of_bars_are_those_of_signals() -> None:
    css = (TEMPLATES / "charts.css").read_text(encoding="utf-8")
    defined = set(re.findall(r"--(\w+):", (TEMPLATES / "colours.css").read_text(encoding="utf-8")))
    assert set(re.findall(r"var\(--(\w+)\)", css)) <= defined


def test_a_name_in_a_chart_is_data() -> None:
    bars = Bullets(
        (Bullet("<script>x</script>", Percent(Fraction(1, 2)), None, Signal.BEHIND),), Phrase("page.chart")
    )
    paper = Paper("题", "![<b>](chart:甲%20乙)\n", {"甲 乙": bars})
    page = Page(render("html", paper, Words("zh")).decode())
    assert {tag for tag, _ in page.found}.isdisjoint({"script", "b"})
    assert page.text("figcaption") == "<b>"
    assert "<script>x</script>" in page.text("text")
