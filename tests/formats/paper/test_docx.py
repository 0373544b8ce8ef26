"""Word files, read back: pages, styles, fonts, tables, notes, pictures; and the same bytes every time."""

import zipfile
from fractions import Fraction
from io import BytesIO
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from papers import TEXTS
from tracker.assess.signal import Signal
from tracker.formats.paper import Paper, render
from tracker.report.values import Percent, Phrase
from tracker.report.view import Bullet, Bullets
from tracker.words import LANGUAGES, Words

WIDE = "| 序号 | 指标 | 单位 | 目标 | 本期 | 完成率 | 信号 |\n|:-:|---|---|--:|--:|--:|:-:|\n" + "".join(
    f"| {n} | 名称较长的一项指标{n} | 区工业和信息化局 | 年底前40家以上 | 9月底前{n}家 | 完成率{n}.0% | 严重滞后和逾期 |\n"
    for n in range(1, 61)
)
MARKDOWN = (TEXTS / "styles.zh.md").read_text(encoding="utf-8").replace("{WIDE}", WIDE)
TITLE = "推进情况的专报"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EN, ZH = Words("en"), Words("zh")
BULLETS = Bullets(
    (Bullet("Firms", Percent(Fraction(1, 2)), Percent(Fraction(4, 5)), Signal.BEHIND),), Phrase("page.chart")
)


def read(markdown: str = MARKDOWN, words: Words = ZH, **charts: Bullets) -> Document:
    return docx.Document(BytesIO(render("docx", Paper(TITLE, markdown, charts), words)))


def paragraph(document: Document, text: str) -> Paragraph:
    (found,) = [each for each in document.paragraphs if each.text.startswith(text)]
    return found


def style_of(found: Paragraph) -> str | None:
    return found.style.name if found.style is not None else None


def fonts(document: Document, style: str) -> dict[str, str]:
    found = document.styles[style].element.rPr.find(qn("w:rFonts"))
    return {key.removeprefix(W): value for key, value in found.attrib.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_paper_gives_the_same_bytes(language: str) -> None:
    paper = Paper(TITLE, MARKDOWN + "\n![all](chart:all)\n", {"all": BULLETS})
    words = Words(language)
    if language == "zh":
        paper = Paper(TITLE, MARKDOWN)  # Chinese words in a chart take a Chinese font
    assert render("docx", paper, words) == render("docx", paper, words)


def test_every_part_is_xml_and_nothing_tells_the_time() -> None:
    with zipfile.ZipFile(BytesIO(render("docx", Paper(TITLE, MARKDOWN), ZH))) as packed:
        for entry in packed.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            if entry.filename.endswith((".xml", ".rels")):
                ET.fromstring(packed.read(entry))  # noqa: S314 - what was just written
        assert not [name for name in packed.namelist() if "thumbnail" in name]
        core = packed.read("docProps/core.xml").decode()
        assert "dcterms:created>" not in core
        assert "python-docx" not in core
        table = packed.read("word/fontTable.xml").decode()
        assert 'w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong' in table


def test_what_the_file_says_of_itself() -> None:
    properties = read().core_properties
    assert (properties.title, properties.language, properties.author) == (TITLE, "zh-CN", "")
    assert read(words=EN).core_properties.language == "en-GB"


def test_pages_are_those_of_the_standard() -> None:
    first, across, last = read().sections
    for section in (first, last):
        assert section.orientation == WD_ORIENT.PORTRAIT
        edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        assert [round(edge.mm) for edge in edges if edge is not None] == [37, 35, 28, 26]
        assert (section.page_width, section.page_height) == (
            docx.shared.Twips(11906),
            docx.shared.Twips(16838),
        )
    assert across.orientation == WD_ORIENT.LANDSCAPE
    assert across.page_width is not None
    assert across.page_height is not None
    assert across.page_width > across.page_height


def test_page_numbers_stand_at_the_outer_edge() -> None:
    document = read()
    assert document.settings.odd_and_even_pages_header_footer
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        (line,) = footer.paragraphs
        xml = line._p.xml
        assert 'w:fldSimple w:instr="PAGE"' in xml
        assert f'<w:jc w:val="{side}"/>' in xml
        assert "".join(each.text or "" for each in line._p.iter(qn("w:t"))) == "— 1 —"
    for later in document.sections[1:]:
        assert later.footer.is_linked_to_previous
        assert later.even_page_footer.is_linked_to_previous


def test_styles_name_the_fonts_of_the_standard() -> None:
    document = read()
    expected = {
        "Title": ("方正小标宋简体", 22),
        "Heading 1": ("黑体", 16),
        "Heading 2": ("楷体_GB2312", 16),
        "Body Text": ("仿宋_GB2312", 16),
        "Table Heading": ("黑体", 10.5),
        "Footer": ("宋体", 14),
    }
    for style, (name, size) in expected.items():
        named = fonts(document, style)
        assert (named["eastAsia"], named["hint"]) == (name, "eastAsia")
        assert document.styles[style].font.size.pt == size
        assert not any("Theme" in key for key in named)
    body = document.styles["Body Text"].paragraph_format
    assert (body.line_spacing.twips, body.space_before, body.space_after) == (579, 0, 0)
    indent = document.styles["Body Text"].element.pPr.find(qn("w:ind"))
    assert (indent.get(qn("w:firstLineChars")), indent.get(qn("w:firstLine"))) == ("200", "640")


def test_each_block_has_its_style() -> None:
    document = read()
    styles = {
        "（2025": "Subtitle",
        "以下": "Quote",
        "各镇": "Salutation",
        "截至": "Body Text",
        "一、": "Heading 1",
        "（一）": "Heading 2",
        "注：百": "Notes",
        "1. 甲": "Body Text",
        "• 丙": "Body Text",
        "示范区": "Signature",
        "附件1": "Annex",
        "进展总表": "Annex Title",
        "[1] 第一": "Notes",
    }
    for text, style in styles.items():
        assert style_of(paragraph(document, text)) == style, text


def test_the_text_is_all_there_and_in_order() -> None:
    document = read()
    assert paragraph(document, "截至").text == "截至10月26日，“60项”指标中已完成14项[1]，滞后8项，逾期1项。"
    assert paragraph(document, "关于").text == "关于《高质量发展若干措施》\n推进情况的专报及有关问题说明"
    assert [each.text for each in document.paragraphs][-3:] == ["注：", "[1] 第一条注。", "[2] 第二条注。"]
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["新增企业", "80.0%[2]"]
    looks = {run.text: (run.bold, run.italic) for run in paragraph(document, "截至").runs}
    assert looks["滞后8项"] == (True, None)
    assert looks["逾期1项"] == (None, True)


def test_numbers_of_notes_are_raised() -> None:
    (number,) = [run for run in paragraph(read(), "截至").runs if run.text == "[1]"]
    assert number.font.superscript


def test_tables_repeat_their_head_and_keep_rows_whole() -> None:
    small, wide = read().tables
    assert len(wide.rows) == 61
    for table in (small, wide):
        assert table.style is not None
        assert table.style.name == "Table Grid"
        head, *rows = (row._tr.trPr for row in table.rows)
        assert head.find(qn("w:tblHeader")) is not None
        assert all(row.find(qn("w:tblHeader")) is None for row in rows)
        assert all(row.find(qn("w:cantSplit")) is not None for row in (head, *rows))
        assert {style_of(cell.paragraphs[0]) for cell in table.rows[0].cells} == {"Table Heading"}
        assert {style_of(cell.paragraphs[0]) for cell in table.rows[1].cells} == {"Table Text"}
    assert [cell.paragraphs[0].alignment for cell in wide.rows[1].cells] == [1, None, None, 2, 2, 2, 1]


def test_a_wide_table_lies_across_with_its_heading() -> None:
    document = read()
    orders = [each._p.xml.find("<w:sectPr") >= 0 for each in document.paragraphs]
    texts = [each.text for each in document.paragraphs]
    assert texts[orders.index(True)] == "2025年10月27日", "the section before ends with its last paragraph"
    assert [section.orientation for section in document.sections] == [0, 1, 0]
    assert len(read("# t\n\n## a\n\nb\n").sections) == 1


def test_a_long_text_before_a_wide_table_stays_upright() -> None:
    part = "## 一\n\n" + "段落。\n\n" * 5 + WIDE + "\n" + "后文。\n\n" * 5
    document = read(f"正文。\n\n---\n\n{part}")
    assert [section.orientation for section in document.sections] == [0, 1, 0]
    blocks = [type(block).__name__ for block in document.iter_inner_content()]
    assert blocks == ["Paragraph"] * 7 + ["Table"] + ["Paragraph"] * 6, (
        "one that ends the section of the table"
    )
    assert len(read(part).sections) == 1, "before the annexes no page is turned for one table"


def test_small_print_belongs_to_the_title_above_it() -> None:
    document = read("# 题\n\n::: small\n甲\n\n- 乙\n:::\n\n丙\n")
    assert [each.style and each.style.name for each in document.paragraphs] == [
        "Title",
        "Notes",
        "Notes",
        "Body Text",
    ]
    assert document.paragraphs[0].paragraph_format.space_after == 0


def test_a_page_break_begins_a_page_and_leaves_none_empty() -> None:
    document = read("---\n\n甲\n\n---\n\n---\n\n乙\n\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n")
    breaks = [each.paragraph_format.page_break_before for each in document.paragraphs]
    assert breaks == [None, True, True]
    assert document.paragraphs[-1].text == "", "a table cannot begin a page by itself"


def test_two_tables_in_a_row_stay_two() -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n\n"
    blocks = [type(block).__name__ for block in read(table + table).iter_inner_content()]
    assert blocks == ["Table", "Paragraph", "Table"]


def test_english_papers_have_latin_fonts_and_no_indent() -> None:
    document = read(MARKDOWN, EN)
    assert fonts(document, "Body Text")["ascii"] == "Times New Roman"
    assert fonts(document, "Heading 1")["ascii"] == "Arial"
    assert "hint" not in fonts(document, "Body Text")
    assert document.styles["Body Text"].element.pPr.find(qn("w:ind")) is None
    joined = read("# T\n\none\ntwo\n", EN).paragraphs[-1].text
    assert joined == "one two"


def test_hostile_text_stays_text() -> None:
    text = "a\x01b \x1b[31m <script>x</script> ]]> &amp; \u202e"
    assert read(f"# T\n\n{text}\n", EN).paragraphs[-1].text == (
        "a<U+0001>b <U+001B>[31m <script>x</script> ]]> & <U+202E>"
    )
