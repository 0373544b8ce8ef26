"""A workspace's own Word template: its looks, none of its text; one that is no use is told of."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.shared import Mm, Pt, RGBColor

from papers import briefing, letter
from support import REPOSITORY
from tracker.formats.paper import Paper, render
from tracker.formats.paper.docx_body import STYLES
from tracker.problems import ExitCode, TrackerError
from tracker.words import LANGUAGES, Words

ZH, EN = Words("zh"), Words("en")


def own(root: Path, document: Document | bytes, name: str = "paper.en.docx") -> Paper:
    """A paper of a workspace that has this template."""
    path = root / "templates" / name
    path.parent.mkdir()
    if isinstance(document, bytes):
        path.write_bytes(document)
    else:
        document.save(str(path))
    return Paper("T", "# T\n\nText.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", workspace=root)


def written(paper: Paper, words: Words = EN) -> Document:
    return docx.Document(BytesIO(render("docx", paper, words)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_written_by_the_tool_can_be_the_template(language: str, tmp_path: Path) -> None:
    words = Words(language)
    content = render("docx", briefing(EN), words)
    document = docx.Document(BytesIO(content))
    for name in ("Title", "Body Text"):
        document.styles[name].font.color.rgb = RGBColor(0xB3, 0x26, 0x1E)
    document.sections[0].left_margin = Mm(40)
    document.sections[0].footer.paragraphs[0].add_run("内部")
    paper = own(tmp_path, document, f"paper.{language}.docx")
    with_own = written(paper, words)
    assert [each.text for each in with_own.paragraphs] == ["T", "Text."], (
        "nothing is left of what stood in it"
    )
    assert with_own.styles["Body Text"].font.color.rgb == RGBColor(0xB3, 0x26, 0x1E)
    assert [
        (each.orientation, round(each.left_margin.mm)) for each in with_own.sections if each.left_margin
    ] == [(0, 40)]
    assert "内部" in with_own.sections[0].footer.paragraphs[0].text
    with zipfile.ZipFile(BytesIO(render("docx", paper, words))) as packed:
        assert not [name for name in packed.namelist() if "media" in name], "nor of its pictures"


def test_a_table_is_as_wide_as_the_pages_of_the_template(tmp_path: Path) -> None:
    document = docx.Document(BytesIO(render("docx", letter(), EN)))
    document.sections[0].right_margin = document.sections[0].left_margin = Mm(60)
    (table,) = written(own(tmp_path, document)).tables
    assert 85 <= sum(column.width.mm for column in table.columns if column.width) <= 90


def test_a_size_may_come_from_the_style_below(tmp_path: Path) -> None:
    document = docx.Document(BytesIO(render("docx", letter(), EN)))
    document.styles["Normal"].font.size = Pt(20)
    document.styles["Table Text"].font.size = None
    (table,) = written(own(tmp_path, document)).tables
    assert 140 <= sum(column.width.mm for column in table.columns if column.width) <= 156


def test_the_manual_lists_the_styles() -> None:
    page = (REPOSITORY / "docs/templates.md").read_text(encoding="utf-8")
    table = page.partition("\n## The Word file\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.+?) \|", table, re.MULTILINE)
    assert sorted(name for row in rows for name in re.findall("`(.+?)`", row)) == sorted(STYLES)


def without(style: str) -> Document:
    document = docx.Document(BytesIO(render("docx", letter(), EN)))
    element = document.styles[style].element
    element.getparent().remove(element)
    return document


@pytest.mark.parametrize(
    ("make", "code", "said"),
    [
        (lambda: b"no zip", "template-no-word", "not a zip"),
        (lambda: without("Annex"), "template-styles", "Annex"),
    ],
)
def test_one_that_is_no_use_is_told_of(
    make: Callable[[], Document | bytes], code: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(TrackerError) as error:
        written(own(tmp_path, make()))
    assert (error.value.code, error.value.exit_code) == (code, ExitCode.USAGE)
    for words in (EN, ZH):
        sentence = words(f"error.{code}", error.value.facts)
        assert said in sentence
        assert "templates/paper.en.docx" in sentence


def test_another_zip_is_no_word_file(tmp_path: Path) -> None:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        packed.writestr("a.txt", "a")
    with pytest.raises(TrackerError, match="template-no-word"):
        written(own(tmp_path, content.getvalue()))


def test_one_that_unpacks_to_very_much_is_refused(tmp_path: Path) -> None:
    content = BytesIO(render("docx", letter(), EN))
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/media/a.bin", bytes(70 * 2**20))
    with pytest.raises(TrackerError, match="template-no-word"):
        written(own(tmp_path, content.getvalue()))


def test_one_outside_of_the_workspace_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "w"
    (root / "templates").mkdir(parents=True)
    (tmp_path / "a.docx").write_bytes(render("docx", letter(), EN))
    (root / "templates" / "paper.en.docx").symlink_to(tmp_path / "a.docx")
    with pytest.raises(TrackerError, match="template-outside"):
        written(Paper("T", "a\n", workspace=root))
