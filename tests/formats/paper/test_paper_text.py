"""Papers as text: every word of them, in lines that a mail can take."""

import pytest
import wcwidth
from hypothesis import given
from hypothesis import strategies as st

from papers import HOSTILE, briefing, letter
from support import GOLDEN, Golden
from tracker.formats.markdown import escaped
from tracker.formats.paper import Paper, render
from tracker.report.values import Phrase
from tracker.report.view import Bullets
from tracker.words import LANGUAGES, Words, printable


def text(markdown: str, language: str = "zh") -> str:
    return render("text", Paper("题", markdown), Words(language)).decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_golden(language: str, golden: Golden) -> None:
    words = Words(language)
    found = render("text", briefing(words), words).decode()
    golden(GOLDEN / f"paper.{language}.txt", found)
    assert HOSTILE in found
    assert "chart:" not in found, "what cannot be drawn is left out"
    assert "\n\n\n" not in found


def test_letter(golden: Golden) -> None:
    golden(GOLDEN / "paper-letter.zh.txt", render("text", letter(), Words("zh")).decode())


@given(st.text())
def test_any_text_reads_back_as_it_was(name: str) -> None:
    for language in LANGUAGES:
        assert f"“{printable(name)}”" in text(f"指标“{escaped(name)}”进展\n", language)
        assert f"“{printable(name)}”" in text(f"| 甲 |\n|---|\n| “{escaped(name)}” |\n", language)


def test_a_table_lines_up_by_cells() -> None:
    drawn = text("| 指标 | 目标 |\n|---|--:|\n| 无人机企业 | 40家 |\n| UAV | 5家 |\n").splitlines()
    assert drawn == [
        "指标          目标",
        "----------  ------",
        "无人机企业    40家",
        "UAV            5家",
    ]
    assert {wcwidth.width(line) for line in drawn} == {18}


def test_a_paragraph_is_one_line_whose_breaks_mean_nothing() -> None:
    assert text("完成12项，\n逾期1项\nA组\n\n其余正常。\n") == "　　完成12项，逾期1项A组\n　　其余正常。\n"
    assert text("All 12\nare done.\n\nNone is late.\n", "en") == "All 12 are done.\n\nNone is late.\n"


def test_sides_keep_to_78_cells() -> None:
    lines = text(
        "# 题目\n\n::: center\n（一）\n:::\n\n正文。\n\n::: right\n办公室\n2025年\n:::\n"
    ).splitlines()
    assert lines[:2] == [" " * 37 + "题目", " " * 36 + "（一）"]
    assert [wcwidth.width(line) for line in lines[-2:]] == [78, 78]
    assert [line.strip() for line in lines[-2:]] == ["办公室", "2025年"]


def test_to_whom_a_letter_goes_is_not_indented() -> None:
    assert text("# 函\n\n〔2025〕1号\n\n区商务局：\n\n情况如下：\n").splitlines()[2:] == [
        "　　〔2025〕1号",
        "区商务局：",
        "　　情况如下：",
    ]
    assert text("## 一、情况\n\n分项如下：\n").splitlines() == ["一、情况", "　　分项如下："]


def test_each_part_ends_with_its_footnotes() -> None:
    found = text(
        "甲[^b]，乙[^a]，丙[^b]。\n\n---\n\n丁[^c]。\n\n[^a]: 注甲\n[^b]: 注乙[^d]\n[^c]: 注丙\n[^d]: 注丁\n"
    )
    rule = "-" * 78
    assert found == (
        f"　　甲[1]，乙[2]，丙[1]。\n\n[1] 注乙[4]\n[2] 注甲\n\n{rule}\n\n　　丁[3]。\n\n[3] 注丙\n[4] 注丁\n"
    )


def test_lists_quotations_code_and_links() -> None:
    found = text(
        "- 一\n\n  续\n- [二](https://example.org)\n  1. 甲\n  2. 乙\n\n3. 丙\n\n> 说明\n> 继续\n\n```\na  <b>\n\n\u202eb\n```\n\n![图例](x.png)和`a*b`**粗***斜*\n",
        "en",
    )
    assert found == (
        "- 一\n  续\n- 二\n  1. 甲\n  2. 乙\n\n3. 丙\n\n说明继续\n\na  <b>\n\n<U+202E>b\n\n图例和a*b粗斜\n"
    )


def test_nothing_is_one_empty_line() -> None:
    assert text("") == text("---\n") == "\n"


CHARTED = "# 题\n\n正文。\n\n---\n\n## 附件　图\n\n![一](chart:a)\n\n![二](chart:b)\n"


def test_a_page_of_charts_leaves_no_heading_behind() -> None:
    drawn = Bullets((), Phrase("brief.charts.bullets"))
    paper = Paper("题", CHARTED, {"a": drawn, "b": drawn})
    for name in ("text", "markdown"):
        shown = render(name, paper, Words("zh")).decode()
        assert "正文" in shown
        assert "附件" not in shown
        assert "---" not in shown
