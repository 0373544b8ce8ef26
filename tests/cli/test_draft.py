"""tracker draft: the file it writes, and what it refuses."""

import csv
import json
import shutil
import sys
from pathlib import Path

import docx
import openpyxl
import pytest

from support import REPOSITORY, Run, write_files

TEXT = """# 澄江区2025年工作要点

1.发展产业。力争全年新增企业40家以上，由5家提高到8家，工业投资增长6%左右。（区工信局、区财政局按职责分工负责）

2.改善民生。建成两座公园。（区住建局负责）

3.加强保障。建立联席会议机制。（区政府办公室负责）
"""


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "policy.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_draft_is_a_workspace(tracker: Run, policy: Path, tmp_path: Path) -> None:
    result = tracker("draft", policy.name, "-o", "measures.yaml")
    assert result.code == 0
    assert result.out == ""
    assert "已写" in result.err
    assert "source: 'policy.md'" in (tmp_path / "measures.yaml").read_text(encoding="utf-8")
    assert tracker("check").code == 0
    assert tracker("status", "-f", "json").code == 0


def test_the_repositorys_own_text(tracker: Run, tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "seeds", tmp_path / "seeds")
    assert tracker("draft", "seeds/2024-h2-measures.md", "-o", "measures.yaml").code == 0
    assert tracker("check").code == 0


def test_without_o_it_is_printed(tracker: Run, policy: Path) -> None:
    result = tracker("draft", policy.name)
    assert result.code == 0
    assert result.out.startswith("# ")
    assert "target: {at_least: 40}" in result.out
    assert "target: {about: 6, tolerance: 0.6, better: higher}" in result.out
    assert "baseline: 5" in result.out
    assert "strength: aspire" in result.out
    assert "target: {done_by: 2025-12-31}" in result.out
    assert "3 条措施" in result.err


def test_english_comments(tracker: Run, policy: Path) -> None:
    result = tracker("draft", policy.name, "--lang", "en")
    assert "Drafted from policy.md" in result.out
    assert "language: en" in result.out
    assert "3 measures, 5 targets; 2 to be looked at." in result.err


def test_rows_for_machines(tracker: Run, policy: Path) -> None:
    rows = json.loads(tracker("draft", policy.name, "-f", "json").out)["targets"]
    assert [(row["operator"], row["target"], row["unit"]) for row in rows[:3]] == [
        ("at_least", "40", "家"),
        ("reach", "8", "家"),
        ("about", "6", "%"),
    ]
    assert rows[0]["owners"] == ["区工信局", "区财政局"]
    assert rows[0]["line"] == 3
    assert {row["confidence"] for row in rows} == {"high", "medium", "low"}


def test_rows_for_a_spreadsheet(tracker: Run, policy: Path, tmp_path: Path) -> None:
    assert tracker("draft", policy.name, "-o", "draft.csv").code == 0
    assert (tmp_path / "draft.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("format_", ["term", "text", "markdown", "html"])
def test_every_format(tracker: Run, policy: Path, format_: str) -> None:
    result = tracker("draft", policy.name, "-f", format_)
    assert result.code == 0
    assert "m1-new-firms" in result.out


def test_nothing_is_overwritten(tracker: Run, policy: Path, tmp_path: Path) -> None:
    (tmp_path / "measures.yaml").write_text("mine", encoding="utf-8")
    result = tracker("draft", policy.name, "-o", "measures.yaml")
    assert result.code == 5
    assert "measures.yaml 已存在" in result.err
    assert (tmp_path / "measures.yaml").read_text(encoding="utf-8") == "mine"


def test_the_year_may_be_said(tracker: Run, policy: Path) -> None:
    assert "year: 2031" in tracker("draft", policy.name, "--year", "2031").out


def test_a_text_elsewhere_is_asked_for(tracker: Run, policy: Path, tmp_path: Path) -> None:
    result = tracker("draft", policy.name, "-o", "plan/measures.yaml")
    assert result.code == 0
    assert "请把原文放到那里" in result.err
    shutil.copy(policy, tmp_path / "plan" / policy.name)
    assert tracker("check", "-C", "plan").code == 0


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gbk.txt", "中文".encode("gbk"), "像是 GBK"),
        ("nul.txt", "一\0二".encode(), "NUL"),
        ("binary.txt", bytes(range(128, 256)), "不是 UTF-8"),
        ("large.txt", b"1" * (10 * 1024 * 1024), "超过 4 MiB"),
        ("empty.txt", b"", "没有找到措施"),
        ("broken.docx", b"no word file", "不是能读的 Word 文件"),
        ("many.txt", "1.甲。\n".encode() * 6000, "不像政策原文"),
    ],
)
def test_what_cannot_be_read(tracker: Run, tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    result = tracker("draft", name)
    assert result.code == 1
    assert said in result.err
    assert "Traceback" not in result.err


def test_a_missing_file(tracker: Run) -> None:
    result = tracker("draft", "nowhere.txt")
    assert result.code == 1
    assert "文件不存在" in result.err


def test_unknown_formats(tracker: Run, policy: Path) -> None:
    assert tracker("draft", policy.name, "-f", "xlsx").code == 2
    assert tracker("draft", policy.name, "-o", "draft.odt").code == 2


def test_review_needs_a_terminal(tracker: Run, policy: Path) -> None:
    result = tracker("draft", policy.name, "--review")
    assert result.code == 2
    assert "终端" in result.err


def word_file(path: Path) -> None:
    document = docx.Document()
    document.add_heading("澄江区2025年任务清单", 0)
    for number in (1, 2, 3):
        document.add_paragraph(f"{number}.抓好第{number}件事。新增企业{number}0家。（区财政局负责）")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "甲", "乙"
    document.save(str(path))


def test_a_word_file(tracker: Run, tmp_path: Path) -> None:
    word_file(tmp_path / "policy.docx")
    assert tracker("draft", "policy.docx", "-o", "measures.yaml").code == 0
    assert "| 甲 | 乙 |" in (tmp_path / "policy.txt").read_text(encoding="utf-8")
    assert tracker("check").code == 0


def test_the_numbers_that_word_gives_by_itself(tracker: Run, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("某县2026年工作方案")
    for n in (1, 2, 3):
        document.add_paragraph(f"第{n}件事。新增企业{n}家。（县财政局负责）", style="List Number")
        document.add_paragraph("做好工作。", style="List Bullet")
    document.save(str(tmp_path / "policy.docx"))
    assert tracker("draft", "policy.docx", "-o", "measures.yaml").code == 0
    lines = (tmp_path / "policy.txt").read_text(encoding="utf-8").splitlines()
    assert [line[:2] for line in lines if "件事" in line] == ["1.", "2.", "3."]
    assert lines[2] == "做好工作。"


def test_a_word_file_without_python_docx(
    tracker: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    word_file(tmp_path / "policy.docx")
    monkeypatch.delitem(sys.modules, "tracker.store.docx_text", raising=False)
    monkeypatch.setitem(sys.modules, "docx", None)
    result = tracker("draft", "policy.docx")
    assert result.code == 7
    assert "docx" in result.err


def test_text_from_the_policy_is_data(tracker: Run, tmp_path: Path) -> None:
    odd = "1.甲: #乙。新增'企业\"40家。（区{财}局负责）\n2.=乙。增长5%。（区财政局负责）\n3.丙\u202e丙。新增3家。（区财政局负责）\n"
    (tmp_path / "policy.txt").write_text(odd, encoding="utf-8")
    assert tracker("draft", "policy.txt", "--year", "2025", "-o", "measures.yaml").code == 0
    assert tracker("check").code == 0


def test_what_is_not_taken_is_said_by_kind_and_place(tmp_path: Path, tracker: Run) -> None:
    """The paragraphs have no numbers, and a chapter looks back."""
    write_files(
        tmp_path,
        {
            "a.txt": "某县2026年工作报告\n2025年工作回顾\n完成投资12亿元，培育企业30家。\n"
            "2026年工作安排\n壮大企业。全年新增规上企业12家以上，对纳税超过500万元的企业奖励20万元。\n"
        },
    )
    found = tracker("draft", "a.txt", "--lang", "en", cwd=tmp_path)
    assert "at_least: 12" in found.out
    assert found.err.splitlines()[1:] == [
        "Not taken: 4 numbers with units (see each with --review, or with tracker audit).",
        "  looks back: 2, lines 3",
        "  a subsidy: 2, lines 5",
    ]


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_draft_that_was_edited_in_a_spreadsheet_is_read_back(
    suffix: str, tmp_path: Path, tracker: Run
) -> None:
    text = "某县2026年方案\n一、产业\n1.培育企业。新增规上企业12家左右，培育龙头企业3家。（县工信局负责）\n2.改善民生。新建学校3所。（县教育局负责）\n"
    write_files(tmp_path, {"a.txt": text})
    assert tracker("draft", "a.txt", "-o", "t.csv").code == 0
    if suffix == "xlsx":
        workbook = openpyxl.Workbook()
        rows = csv.reader((tmp_path / "t.csv").read_text(encoding="utf-8-sig").splitlines())
        for row in rows:
            workbook.worksheets[0].append([int(cell) if cell.isdecimal() else cell or None for cell in row])
        workbook.save(tmp_path / "t.xlsx")
    assert tracker("draft", "a.txt", "--from", f"t.{suffix}", "-o", "same.yaml").code == 0
    assert tracker("draft", "a.txt", "-o", "whole.yaml").code == 0
    same, whole = ((tmp_path / name).read_text(encoding="utf-8") for name in ("same.yaml", "whole.yaml"))
    assert same == whole


def test_rows_that_are_changed_dropped_or_wrong(tmp_path: Path, tracker: Run) -> None:
    text = "某县2026年方案\n1.培育企业。新增规上企业12家以上，培育龙头企业3家。（县工信局负责）\n"
    write_files(tmp_path, {"a.txt": text})
    table = tracker("draft", "a.txt", "-f", "csv").out
    head, first, _ = table.splitlines()
    write_files(
        tmp_path,
        {"t.csv": "\n".join((head, first.replace(",12,", ",15,").replace("新增规上企业", "规上企业", 1)))},
    )
    assert tracker("draft", "a.txt", "--from", "t.csv", "-o", "measures.yaml").code == 0
    written = (tmp_path / "measures.yaml").read_text(encoding="utf-8")
    assert "name: 规上企业" in written
    assert "at_least: 15" in written
    assert "龙头企业3" not in written.split("targets:")[1].replace("# ", "").partition("quote")[2]
    write_files(tmp_path, {"t.csv": f"{head}\n{first.replace('at_least', 'least')}\n"})
    wrong = tracker("draft", "a.txt", "--from", "t.csv", "--lang", "en")
    assert wrong.code == 1
    assert 'row 2, "operator"' in wrong.err
