"""tracker audit as a person runs it: coverage, findings, exit codes, the page, in both languages."""

import csv
import io
import json
from pathlib import Path

import pytest
from auditing import policy

from pages import Page
from support import REPOSITORY, Run, document, target, write_workspace
from terminal import Terminal

TEXT = policy("全年新引进企业40家以上。")


def workspace(root: Path, text: str | bytes = TEXT, **keys: object) -> Path:
    return write_workspace(root, document(target(**keys)), **{"seeds/policy.md": text})


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_repositorys_own_catalogue_is_accounted_for(language: str, tracker: Run) -> None:
    found = tracker("audit", "--lang", language, cwd=REPOSITORY)
    assert (found.code, found.err) == (0, "")
    assert "100.0%" in found.out


def test_a_clean_workspace(tmp_path: Path, tracker: Run) -> None:
    found = tracker("audit", "--lang", "en", cwd=workspace(tmp_path))
    assert (found.code, found.err) == (0, "")
    assert "4 of 4 numbers in the text accounted for (100.0%)" in found.out
    assert "1 target and 1 measure agree with the text" in found.out


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "firms 的比较词：目录是 reach，原文第 1 行“全年新引进企业40家以上”是 at_least"),
        (
            "en",
            'firms, operator: the catalogue says reach, the text in line 1 ("全年新引进企业40家以上") at_least',
        ),
    ],
)
def test_what_differs_is_said_with_its_place(language: str, said: str, tmp_path: Path, tracker: Run) -> None:
    root = workspace(tmp_path, target={"reach": "40"})
    found = tracker("audit", "--lang", language, cwd=root)
    assert found.code == 1
    assert said in found.err
    line = next(
        n for n, text in enumerate((root / "measures.yaml").read_text().splitlines(), 1) if "reach" in text
    )
    assert (f"measures.yaml:{line}:" if language == "en" else f"measures.yaml 第 {line} 行") in found.err
    assert f"measures.yaml:{line}:" in found.out
    assert "Traceback" not in found.err


def test_an_open_number_is_shown_in_the_text(tmp_path: Path, tracker: Run) -> None:
    root = workspace(tmp_path, TEXT.replace("2.建设平台。做好服务。", "2.建设平台。建成平台6个。"))
    found = tracker("audit", cwd=root)
    assert found.code == 1
    assert "seeds/policy.md 第 2 行第 12 列: “建成平台6个”中的 6个 没有着落" in found.err
    assert "80.0%" in found.out


def test_coverage_is_never_rounded_up_to_everything(tmp_path: Path, tracker: Run) -> None:
    many = "".join(f"\n（{n}）做好服务。" for n in range(1, 10)) * 300
    root = workspace(tmp_path, f"{TEXT}{many}\n4.其他。建成平台6个。（区商务局负责）\n")
    shown = json.loads(tracker("audit", "-f", "json", cwd=root).out)
    assert shown["outcomes"]["open"] >= 1
    assert shown["coverage"] != "100"


def test_machines(tmp_path: Path, tracker: Run) -> None:
    root = workspace(tmp_path, target={"reach": "41"})
    shown = json.loads(tracker("audit", "-f", "json", cwd=root).out)
    assert (shown["view"], shown["numbers_in_text"], shown["accounted"], shown["problems"]) == (
        "audit",
        4,
        4,
        2,
    )
    assert [f["code"] for f in shown["findings"]] == ["audit-operator", "audit-number"]
    assert sum(shown["outcomes"].values()) == shown["numbers_in_text"]
    rows = list(
        csv.DictReader(io.StringIO(tracker("audit", "--lang", "en", "-f", "csv", "--all", cwd=root).out))
    )
    assert [row["number"] for row in rows] == ["1", "40家", "2", "3"]
    assert [row["outcome"] for row in rows] == ["no target, by rule", "target", *["no target, by rule"] * 2]


def test_the_page(tmp_path: Path, tracker: Run) -> None:
    root = workspace(
        tmp_path, TEXT.replace("做好服务", "做好<b>服务"), target={"reach": "40"}, name="<i>企业"
    )
    found = tracker("audit", "--html", root / "page.html", cwd=root)
    assert found.code == 1
    text = (root / "page.html").read_text(encoding="utf-8")
    page = Page(text)
    assert "<b>服务" not in text
    assert "<i>企业" not in text
    links = [str(link["href"]).removeprefix("#") for link in page.all("a")]
    assert set(links) <= set(page.ids)
    assert len(set(page.ids)) == len(page.ids)
    assert [a["class"] for a in page.all("a") if a.get("class")] == [
        "num rule",
        "num differs",
        "num rule",
        "num rule",
    ]


def test_the_page_goes_over_no_catalogue(tmp_path: Path, tracker: Run) -> None:
    root = workspace(tmp_path)
    before = (root / "measures.yaml").read_bytes()
    found = tracker("audit", "--html", root / "measures.yaml", cwd=root)
    assert found.code == 2
    assert (root / "measures.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("text", "said"),
    [(None, "不存在"), (b"\xff\xfe4", "不是 UTF-8"), (TEXT.encode("gbk"), "不是 UTF-8")],
    ids=["missing", "bytes", "gbk"],
)
def test_a_text_that_cannot_be_read(text: bytes | None, said: str, tmp_path: Path, tracker: Run) -> None:
    root = workspace(tmp_path, text or b"")
    if text is None:
        (root / "seeds/policy.md").unlink()
    found = tracker("audit", cwd=root)
    assert (found.code, found.out) == (1, "")
    assert said in found.err
    assert "tracker: 原文 seeds/policy.md 不能读，没有核对。" in found.err
    found = tracker("audit", "--lang", "en", cwd=root)
    assert "tracker: The policy text seeds/policy.md cannot be read; nothing was compared." in found.err


def test_an_empty_text(tmp_path: Path, tracker: Run) -> None:
    found = tracker("audit", cwd=workspace(tmp_path, ""))
    assert found.code == 1
    assert "原文有 0 个数字，0 个有着落（100.0%）" in found.out
    assert "firms：原文 seeds/policy.md 里没有这句话" in found.err


def test_without_a_workspace_and_with_a_broken_one(tmp_path: Path, tracker: Run) -> None:
    assert tracker("audit", cwd=tmp_path).code == 3
    (tmp_path / "measures.yaml").write_text("title: [", encoding="utf-8")
    assert tracker("audit", cwd=tmp_path).code == 4


def test_problems_of_the_log_are_no_matter_of_the_audit(tmp_path: Path, tracker: Run) -> None:
    root = workspace(tmp_path)
    (root / "progress/2024/08").mkdir(parents=True)
    (root / "progress/2024/08/2024-08-10-ab12.yaml").write_text("date: 2024-08-10\n", encoding="utf-8")
    assert tracker("audit", cwd=root).code == 0
    assert tracker("check", cwd=root).code == 1


@pytest.mark.parametrize("number", [101, 140])
def test_more_findings_than_are_read_one_by_one(number: int, tmp_path: Path, tracker: Run) -> None:
    text = policy("全年新引进企业40家以上。") + "".join(
        f"第{n}项新增项目{n + 1000}个。\n" for n in range(number)
    )
    root = workspace(tmp_path, text)
    found = tracker("audit", "--lang", "en", cwd=root)
    assert (found.code, "KeyError" in found.err) == (1, False)
    findings = json.loads(tracker("audit", "-f", "json", cwd=root).out)["findings"]
    assert len(findings) >= number
    assert f"{len(findings) - 100} more problem" in found.err
    assert f"{len(findings)} problems" in found.err
    assert tracker("audit", "--html", "a.html", cwd=root).code == 1


def test_on_a_terminal_each_finding_is_said_once(tmp_path: Path) -> None:
    root = workspace(tmp_path, target={"reach": "40"})
    terminal = Terminal(root, "audit", now="2025-01-05")
    terminal.until("1 problem")
    assert terminal.leave() == 1
    assert "To be put right" not in terminal.seen
    assert terminal.seen.count("measures.yaml:") == 1
