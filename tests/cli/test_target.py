"""tracker target: each change is judged whole, shown, written as little as it is, and committed by itself."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from support import UNIT_POLICY, UNIT_TARGETS, Run, document, write_workspace

DOCUMENT = ("--document", "区政办〔2024〕18号")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACKER_NOW", "2024-09-05")
    reports = {
        f"progress__2024__0{month}__2024-0{month}-10-ab12.yaml": (
            f"date: 2024-0{month}-10\nby: 区科技局\nentries:\n- {{target: firms, total: {month}}}\n"
        )
        for month in (7, 8)
    }
    write_workspace(tmp_path, document(*UNIT_TARGETS), **reports)
    (tmp_path / "seeds/policy.md").write_text(UNIT_POLICY, "utf-8")
    return tmp_path


def text_of(root: Path) -> str:
    return (root / "measures.yaml").read_text("utf-8")


def git(root: Path, *arguments: str) -> str:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null"}
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=True
    ).stdout


def shown(tracker: Run, root: Path, target: str, day: str) -> dict[str, object]:
    found = tracker("status", "--as-of", day, "-f", "json", cwd=root)
    records: list[dict[str, object]] = json.loads(found.out)["targets"]
    return next(record for record in records if record["id"] == target)


def test_history_follows_a_new_id(root: Path, tracker: Run) -> None:
    found = tracker("target", "rename", "firms", "companies", cwd=root)
    assert found.code == 0
    assert "+      former_ids: [firms]" in found.out
    assert shown(tracker, root, "companies", "2024-08-10")["actual"] == "8"
    again = tracker("target", "rename", "companies", "firms", cwd=root)
    assert (again.code, "former_ids: [companies]" in text_of(root)) == (0, True)
    assert tracker("check", cwd=root).code == 0


def test_an_id_that_was_changed_by_hand_is_put_right(root: Path, tracker: Run) -> None:
    (root / "measures.yaml").write_text(text_of(root).replace("id: firms", "id: companies"), "utf-8")
    found = tracker("check", cwd=root)
    assert found.code == 1
    assert "却有 2 份进展文件报过它（最后一份 progress/2024/08/2024-08-10-ab12.yaml）" in found.err
    assert "tracker target rename firms" in found.err
    assert tracker("target", "rename", "firms", "companies", cwd=root).code == 0
    assert tracker("check", cwd=root).code == 0


def test_an_id_that_is_taken_is_refused(root: Path, tracker: Run) -> None:
    before = text_of(root)
    found = tracker("target", "rename", "firms", "deals", cwd=root)
    assert (found.code, text_of(root)) == (4, before)
    assert "id deals 重复" in found.err
    assert "目录没有改动" in found.err


def test_a_retired_target_is_in_no_count_from_its_day_on(root: Path, tracker: Run) -> None:
    found = tracker("target", "retire", "成交", "--on", "9月10日", "--reason", "并入", *DOCUMENT, cwd=root)
    assert found.code == 0
    assert "deals" in tracker("status", "--as-of", "9月9日", "-f", "csv", cwd=root).out
    assert "deals" not in tracker("status", "--as-of", "9月10日", "-f", "csv", cwd=root).out
    again = tracker("target", "retire", "deals", "--reason", "x", *DOCUMENT, cwd=root)
    assert (again.code, "2024-09-10" in again.err) == (2, True)


@pytest.mark.parametrize(
    ("options", "target", "goal"),
    [
        (("firms", "--to", "45家"), "firms", "≥45家"),
        (("firms", "--to", ">45"), "firms", ">45家"),
        (("deals", "--to", "31,000万元"), "deals", ">3.1亿元"),
        (("firms", "--to", "40-50"), "firms", "40–50家"),
        (("hall", "--due", "2024-12-31"), "hall", "12月31日前"),
        (("firms", "--due", "2025-03-31"), "firms", "≥40家"),
    ],
)
def test_a_goal_is_adjusted_from_a_day_on(
    root: Path, tracker: Run, options: tuple[str, ...], target: str, goal: str
) -> None:
    before = shown(tracker, root, target, "2024-08-31")
    found = tracker("target", "adjust", *options, "--from", "2024-09-01", *DOCUMENT, cwd=root)
    assert found.code == 0, found.err
    assert shown(tracker, root, target, "2024-08-31") == before
    rows = tracker("status", "--as-of", "2024-09-01", "-f", "markdown", cwd=root).out.splitlines()
    assert any(goal in row for row in rows), rows
    if "--due" in options:
        assert shown(tracker, root, target, "2024-09-01")["due"] == options[-1]


@pytest.mark.parametrize("options", [("firms",), ("firms", "--to", "45吨"), ("hall", "--to", "45")])
def test_an_adjustment_that_says_nothing_certain_is_refused(
    root: Path, tracker: Run, options: tuple[str, ...]
) -> None:
    before = text_of(root)
    found = tracker("target", "adjust", *options, *DOCUMENT, cwd=root)
    assert (found.code, text_of(root)) == (2, before)


def test_a_target_is_added_behind_the_others(root: Path, tracker: Run) -> None:
    new = ("--name", "新成交额", "--unit", "亿元", "--to", ">3.5", "--quote", "成交额超过3.5亿元")
    assert tracker("target", "add", "1", "more-deals", *new, cwd=root).code == 0
    assert shown(tracker, root, "more-deals", "2024-09-01")["number"] == "1.5"
    task = ("--name", "大厅开放", "--kind", "milestone", "--due", "9月底", "--quote", "9月底前建成大厅")
    assert tracker("target", "add", "引进企业", "hall-opens", *task, cwd=root).code == 0
    assert shown(tracker, root, "hall-opens", "2024-09-01")["due"] == "2024-09-30"


def test_words_that_the_text_does_not_say_are_refused(root: Path, tracker: Run) -> None:
    before = text_of(root)
    new = ("--name", "成交额", "--unit", "亿元", "--to", ">4", "--quote", "成交额超过4亿元")
    found = tracker("target", "add", "1", "more-deals", *new, cwd=root)
    assert (found.code, text_of(root)) == (1, before)
    assert "more-deals" in found.err


def test_a_dry_run_writes_nothing(root: Path, tracker: Run) -> None:
    before = text_of(root)
    found = tracker("target", "rename", "firms", "companies", "--dry-run", cwd=root)
    assert (found.code, text_of(root)) == (0, before)
    assert "companies" in found.out


def test_a_change_is_committed_by_itself(root: Path, tracker: Run) -> None:
    for arguments in (("init", "-q"), ("config", "user.name", "a"), ("config", "user.email", "a@b")):
        git(root, *arguments)
    git(root, "add", ".")
    git(root, "commit", "-qm", "start")
    assert tracker("target", "rename", "firms", "companies", "--commit", cwd=root).code == 0
    assert git(root, "log", "-1", "--format=%s", "--name-only").split() == [
        "catalogue:", "firms", "->", "companies", "measures.yaml",
    ]  # fmt: skip
    with (root / "measures.yaml").open("a", encoding="utf-8") as file:
        file.write("# 没有提交的改动\n")
    before = text_of(root)
    found = tracker("target", "rename", "companies", "firms", "--commit", cwd=root)
    assert (found.code, text_of(root)) == (6, before)


def editor(root: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    script = root / "editor.sh"
    script.write_text(f"#!/bin/sh\n{line}\n", "utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))


def test_what_was_edited_is_checked_and_written(
    root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(root, monkeypatch, 'sed -i "s/name: 新引进企业/name: 新引进的企业/" "$1"')
    assert tracker("target", "edit", cwd=root).code == 0
    assert "name: 新引进的企业" in text_of(root)
    editor(root, monkeypatch, "true")
    assert "没有改动" in tracker("target", "edit", cwd=root).out


@pytest.mark.parametrize("line", ['echo "x: 1" >> "$1"', "exit 3", 'printf "\\377" >> "$1"'])
def test_what_was_edited_badly_is_not_written(
    root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    before = text_of(root)
    editor(root, monkeypatch, line)
    found = tracker("target", "edit", "firms", cwd=root)
    assert found.code in {2, 4}
    assert "Traceback" not in found.err
    assert "内部错误" not in found.err
    assert text_of(root) == before


def kept(message: str) -> str:
    """What the file holds that the message names."""
    match = re.search(r"你的改动留在 (.+?)。", message)
    assert match is not None, message
    path = Path(match[1])
    text = path.read_text("utf-8")
    path.unlink()
    return text


@pytest.mark.parametrize(
    "line", ['sed -i "s/quote: 全年新引进企业40家以上/quote: 全年新引进企业50家以上/" "$1"', 'echo "# 改动" >> "$1"; exit 3']
)  # fmt: skip
def test_what_was_edited_in_vain_is_kept(
    root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    before = text_of(root)
    editor(root, monkeypatch, line)
    found = tracker("target", "edit", cwd=root)
    assert found.code in {1, 2}
    assert kept(found.err) != before == text_of(root)


def test_a_mark_at_the_start_of_the_file_stays(root: Path, tracker: Run) -> None:
    (root / "measures.yaml").write_text("\ufeff" + text_of(root), "utf-8")
    assert tracker("target", "rename", "firms", "companies", cwd=root).code == 0
    assert text_of(root).startswith("\ufeff")
    assert tracker("check", cwd=root).code == 0


def test_a_baseline_is_a_number(root: Path, tracker: Run) -> None:
    new = ("--name", "x", "--unit", "亿元", "--to", ">3.5", "--quote", "全年成交额超过3.5亿元")
    assert tracker("target", "add", "1", "x", *new, "--baseline", "≥5", cwd=root).code == 2


def test_an_id_that_nobody_reported_is_no_former_one(root: Path, tracker: Run) -> None:
    assert tracker("target", "rename", "nonsense", "firms", cwd=root).code == 2


@pytest.mark.parametrize("command", [" ", "'x", "no-such-editor"])
def test_an_editor_that_is_not_there_is_named(
    root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("PATH", str(root))
    monkeypatch.setenv("VISUAL", command)
    found = tracker("target", "edit", cwd=root)
    assert (found.code, "编辑器" in found.err) == (2, True)


@pytest.mark.parametrize("words", [("target", "renam"), ("target", "rename", "--help"), ("target",)])
def test_a_group_speaks_the_language_of_the_run(root: Path, tracker: Run, words: tuple[str, ...]) -> None:
    chinese = tracker("--lang", "zh", *words, cwd=root)
    english = tracker(*words, "--lang", "en", cwd=root)
    assert chinese.code == english.code
    assert "用法" in chinese.out + chinese.err
    assert not any("\u4e00" <= c <= "\u9fff" for c in (english.out + english.err).replace("并入1.2", ""))
