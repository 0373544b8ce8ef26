"""The whole loop in one repository: notice, reply, verification, promise, flag, recovery, and the notice closes."""

import json
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from support import Run, document, target, write_files, write_workspace

OFFICE = ("--unit", "区政府督查室")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_workspace(tmp_path / "w", document(target(), target(id="deals", name="成交额", unit="亿元")))
    for day in ("2024-07-20", "2024-07-31", "2024-08-10"):
        head = f"date: {day}\nby: 区科技局\nrecorded: {day}T12:00:00+08:00\nentries:\n"
        figures = "- {target: firms, total: 10}\n- {target: deals, total: 30}\n"
        write_files(root, {f"progress/{day[:4]}/{day[5:7]}/{day}-a.yaml": head + figures})
    return root


def listed(root: Path, tracker: Run, day: str, *more: str) -> list[dict[str, Any]]:
    found = tracker("notice", "--open", "--as-of", day, *more, "-f", "json", cwd=root)
    assert found.code == 0, found.err
    return list(json.loads(found.out)["notices"])


def states(root: Path, tracker: Run, day: str) -> list[tuple[object, ...]]:
    return [(one["id"], one["state"], one["days"], one["closed"]) for one in listed(root, tracker, day)]


def flags(root: Path, tracker: Run, day: str) -> list[str]:
    found = tracker("status", "--as-of", day, "-f", "json", cwd=root)
    return list(json.loads(found.out)["targets"][0]["flags"])


def send(root: Path, tracker: Run) -> None:
    found = tracker(
        *(
            "notice",
            "--all",
            "--as-of",
            "2024-08-10",
            "--date",
            "2024-08-12",
            "-o",
            "通知",
            "--record",
            *OFFICE,
        ),
        cwd=root,
    )
    assert found.code == 0, found.err
    assert "已登记 1 项" in found.out


def test_the_loop_is_closed(root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org")
    for arguments in (("init", "-q"), ("add", "."), ("commit", "-qm", "begin")):
        subprocess.run([*git, *arguments], cwd=root, check=True)
    for name, value in (("GIT_AUTHOR_NAME", "a"), ("GIT_AUTHOR_EMAIL", "a@example.org")):
        monkeypatch.setenv(name, value)
        monkeypatch.setenv(name.replace("AUTHOR", "COMMITTER"), value)
    # The office sends a notice, and says so.
    send(root, tracker)
    assert states(root, tracker, "2024-08-12") == [("firms", "unanswered", 0, None)]
    late = listed(root, tracker, "2024-08-20")[0]
    assert (late["answer_by"], late["days"], late["days_late"]) == ("2024-08-15", 8, 5)
    # The unit fills in the form, figure and reply, and it is imported and committed.
    tracker("form", "--owner", "区科技局", "--as-of", "2024-08-12", "-o", "a.xlsx", cwd=root)
    book: Any = openpyxl.load_workbook(root / "a.xlsx")
    filled: dict[str, object] = {
        "I3": "2024-08-14",
        "H5": 12,
        "K5": "两家企业注册延期",
        "L5": "专班上门办理",
        "M5": "8月25日",
    }
    for cell, content in filled.items():
        book.active[cell] = content
    book.save(root / "a.xlsx")
    assert tracker("import", "a.xlsx", "--yes", "--commit", cwd=root).code == 0
    answered = listed(root, tracker, "2024-08-20")[0]
    assert (answered["state"], answered["answered"], answered["promise_by"]) == (
        *("answered", "2024-08-14", "2024-08-25"),
    )
    # Another unit verifies the figure.
    figure = json.loads(tracker("status", "--as-of", "2024-08-20", "-f", "json", cwd=root).out)["targets"][0]
    assert tracker("verify", figure["entry"], "--by", "区统计局", "--commit", cwd=root).code == 0
    assert flags(root, tracker, "2024-08-20") == ["verified"]
    # The briefing cites the reply with its file, and where it is asked for with its commit.
    brief = tracker("brief", "--dekad", "8月中旬", "--trace", "-f", "markdown", cwd=root).out
    assert "两家企业注册延期" in brief
    assert answered["reply_file"] in brief
    assert "（已核实）" in brief
    assert "提交" in next(line for line in brief.splitlines() if "回执，承诺 2024-08-25" in line)
    # The promise passes.
    assert "promise_overdue" not in flags(root, tracker, "2024-08-25")
    assert "promise_overdue" in flags(root, tracker, "2024-08-26")
    assert "逾期1天" in tracker("notice", "--open", "--as-of", "2024-08-26", cwd=root).out
    # The target recovers, and the notice closes on that day.
    tracker("record", "firms", "30", "--by", "区科技局", "--date", "2024-08-31", "--yes", cwd=root)
    assert "promise_overdue" not in flags(root, tracker, "2024-08-31")
    assert states(root, tracker, "2024-09-05") == [("firms", "closed", 19, "2024-08-31")]
    assert "2024-08-31 赶上" in tracker("notice", "--open", "--as-of", "2024-09-05", cwd=root).out
    assert tracker("check", cwd=root).code == 0


def test_nothing_of_it_is_known_before_it_was_recorded(root: Path, tracker: Run) -> None:
    send(root, tracker)  # recorded on the day of the run
    assert len(listed(root, tracker, "2024-08-31")) == 1
    assert listed(root, tracker, "2024-08-31", "--known-on", "2025-06-01") == []
    assert listed(root, tracker, "2024-08-11") == []
    assert listed(root, tracker, "2024-08-31", "--owner", "区财政局") != []


def test_a_void_takes_a_notice_back(root: Path, tracker: Run) -> None:
    send(root, tracker)
    stem = listed(root, tracker, "2024-08-31")[0]["entry"].partition("#")[0]
    found = tracker("void", stem, "--reason", "发错单位", "--by", "区政府督查室", cwd=root)
    assert "撤回的是发出的通知：1.1 新引进企业" in found.out
    assert listed(root, tracker, "2024-08-31") == []


@pytest.mark.parametrize(("hour", "state"), [("08", "unanswered"), ("10", "answered")])
def test_a_reply_answers_the_notices_before_it(root: Path, tracker: Run, hour: str, state: str) -> None:
    head = "date: 2024-08-12\nby: {}\nrecorded: 2024-08-12T{}:00:00+08:00\nentries:\n- "
    notice = "{notice: {target: firms, level: red, answer_by: 2024-08-15}}\n"
    reply = "{reply: {target: firms, cause: 迟, remedy: 快, by_when: 2024-09-06}}\n"
    write_files(root, {"progress/2024/08/2024-08-12-n.yaml": head.format("区政府督查室", "09") + notice})
    write_files(root, {"progress/2024/08/2024-08-12-r.yaml": head.format("区科技局", hour) + reply})
    assert states(root, tracker, "2024-08-20")[0][:2] == ("firms", state)


def test_a_notice_is_recorded_once(root: Path, tracker: Run) -> None:
    send(root, tracker)
    before = sorted(root.glob("progress/**/*"))
    again = ("notice", "--all", "--as-of", "2024-08-10", "--record", *OFFICE)
    found = tracker(*again, "--date", "2024-08-12", "-o", "再发", cwd=root)
    assert (found.code, "1 项 2024-08-12 已经登记过" in found.err) == (0, True)
    assert sorted(root.glob("progress/**/*")) == before
    assert "已登记 1 项" in tracker(*again, "--date", "2024-08-13", "-o", "又发", cwd=root).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--all", "--record", *OFFICE), "用 -o 写到文件或目录"),
        (("--all", "--record", "-o", "通知"), "没有写发出单位"),
        (("--open", "--all"), "不能和 --all 连用"),
    ],
)
def test_what_does_not_go_together_is_refused(
    root: Path, tracker: Run, arguments: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TRACKER_UNIT", raising=False)
    before = sorted(root.glob("**/*.yaml"))
    found = tracker("notice", "--as-of", "2024-08-10", *arguments, cwd=root)
    assert found.code == 2
    assert said in found.err
    assert sorted(root.glob("**/*.yaml")) == before
    assert not (root / "通知").exists()
