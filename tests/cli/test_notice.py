"""tracker notice, as a person runs it."""

import io
import shutil
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from support import GOLDEN, REPOSITORY, TODAY, Golden, Run
from tracker.report.form import lead_units
from tracker.store.atomic import create_file as really
from tracker.store.workspace import load

DAY = ("--as-of", "2024-12-10")
UNIT = ("--owner", "区住房和城乡建设局")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("name", "owner", "day"),
    [
        ("red", "区住房和城乡建设局", "2024-12-10"),
        ("yellow", "区文广体旅局", "2024-09-25"),
        ("blue", "区委宣传部", "2024-10-31"),
    ],
)
def test_a_letter(tracker: Run, golden: Golden, name: str, owner: str, day: str, language: str) -> None:
    found = tracker(
        "notice", "--owner", owner, "--as-of", day, "--unit", "区政府督查室", "--lang", language,
        cwd=REPOSITORY,
    )  # fmt: skip
    assert (found.code, found.err) == (0, "")
    golden(GOLDEN / f"notice-{name}.{language}.txt", found.out)


def test_the_notice_that_figures_are_illustrative_stands_in_every_letter(tracker: Run) -> None:
    found = tracker("notice", *UNIT, *DAY, "-f", "markdown", cwd=REPOSITORY)
    assert "\n> ※本工作区的进展数字均为演示用的虚构数字" in found.out


def test_a_letter_in_word(tracker: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    found = tracker("notice", *UNIT, *DAY, "--unit", "督查室", "-o", file, cwd=REPOSITORY)
    assert (found.code, found.err) == (0, "")
    assert "督办单，8项指标" in found.out
    document = Document(io.BytesIO(file.read_bytes()))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "关于4项指标逾期和多次滞后的督办单"
    assert "区住房和城乡建设局：" in texts
    assert texts[texts.index("督查室") + 1] == "2024年12月10日"
    first, reply = document.tables
    assert [len(first.rows), len(first.columns), len(reply.rows)] == [9, 6, 9]
    assert [cell.text for cell in first.rows[1].cells][4:] == ["督办", "12月17日"]
    assert len(document.sections) == 1


def test_a_letter_for_every_unit_that_there_is_something_to_say_to(tracker: Run, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    given = ("notice", "--all", *DAY, "--level", "红", "-f", "markdown")
    found = tracker(*given, "-o", folder, cwd=REPOSITORY)
    units = set(lead_units(load(REPOSITORY, TODAY).book, date(2024, 12, 10)))
    written = {path.stem for path in folder.iterdir()}
    assert found.code == 0
    assert len(found.out.splitlines()) == len(written) < len(units)
    assert all(unit in found.err for unit in units - written)
    again = tracker(*given, "-o", folder, cwd=REPOSITORY)
    assert (again.code, again.out) == (5, "")
    assert "可能已经发出" in again.err


def test_nothing_is_written_where_one_file_exists(tracker: Run, tmp_path: Path) -> None:
    (tmp_path / "区住房和城乡建设局.txt").write_text("mine")
    found = tracker("notice", "--all", *DAY, "-o", tmp_path, "-f", "text", cwd=REPOSITORY)
    assert found.code == 5
    assert [path.read_text() for path in tmp_path.iterdir()] == ["mine"]


def test_a_set_of_letters_is_whole_or_not_there(
    tracker: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path, content: bytes) -> None:
        if path.stem == "区财政局":
            raise KeyboardInterrupt
        really(path, content)

    monkeypatch.setattr("tracker.store.atomic.create_file", fails)
    folder = tmp_path / "new" / "letters"
    found = tracker("notice", "--all", *DAY, "-o", folder, "-f", "text", cwd=REPOSITORY)
    assert (found.code, found.out) == (130, "")
    assert not folder.parent.exists()


def test_a_folder_that_cannot_be_made(tracker: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    found = tracker("notice", "--all", *DAY, "-o", tmp_path / "file" / "x", "-f", "text", cwd=REPOSITORY)
    assert (found.code, found.out) == (5, "")
    assert len(found.err.splitlines()) == 1


def test_nothing_to_say(tracker: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    found = tracker("notice", *UNIT, "--as-of", "2024-07-01", "-o", file, cwd=REPOSITORY)
    assert (found.code, found.out, file.exists()) == (0, "", False)
    assert "区住房和城乡建设局" in found.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--all"),
        (("--all", *UNIT), "--owner"),
        (("--owner", "区住建局"), "区住房和城乡建设局"),
        ((*UNIT, "--level", "green"), "yellow"),
        ((*UNIT, "-f", "pdf"), "docx"),
        ((*UNIT, "-f", "docx"), "-o"),
        ((*UNIT, "-o", "a.yaml"), "YAML"),
        (("--all", "-f", "html"), "markdown"),
        (("--all", "-o", "a.docx"), "a.docx"),
        ((*UNIT, "--reply-by", "2024-12-09"), "2024-12-10"),
        ((*UNIT, "--date", "2024-12-09"), "2024-12-10"),
        ((*UNIT, "--reply-by", "soon"), "soon"),
    ],
)
def test_what_a_letter_cannot_be(tracker: Run, arguments: tuple[str, ...], said: str) -> None:
    found = tracker("notice", *DAY, *arguments, cwd=REPOSITORY)
    assert (found.code, found.out) == (2, "")
    assert said in found.err
    assert not list(REPOSITORY.glob("a.*"))


def test_a_broken_template_leaves_no_file(tracker: Run, tmp_path: Path) -> None:
    for name in ("progress", "seeds"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    shutil.copy(REPOSITORY / "measures.yaml", tmp_path)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/notice.zh.md").write_text(
        '{% if to == "区财政局" %}{{ nobody }}{% endif %}{{ to }}', encoding="utf-8"
    )
    found = tracker("notice", "--all", *DAY, "-o", "letters", "-f", "text", cwd=tmp_path)
    assert (found.code, found.out) == (2, "")
    assert "templates/notice.zh.md" in found.err
    assert not (tmp_path / "letters").exists()
