"""Sharing between clones: what comes and goes, and that whatever is wrong leaves everything as it was."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sharing import Desks, clean, desks, edit, git, named, report, state, values

from support import Run

__all__ = ["desks", "named"]
pytestmark = pytest.mark.usefixtures("named")
PROGRAM = (sys.executable, "-m", "tracker")


@pytest.mark.parametrize("below", ["", "district"])
def test_what_each_recorded_is_at_both_desks_afterwards(tracker: Run, tmp_path: Path, below: str) -> None:
    desks = Desks(tmp_path, below)
    second = desks.clone("second")
    report(desks.first, "a", 3)
    report(second, "b", 5, day="2024-08-20")
    git(second, "add", "--all")
    git(second, "commit", "--quiet", "-m", "by hand")
    sent = tracker("sync", "--lang", "en", cwd=desks.first)
    assert sent.code == 0, sent.err
    assert "1 report went out" in sent.out
    both = tracker("sync", "--lang", "en", cwd=second)
    assert "1 report came, with 1 entry" in both.out
    assert "2024-08-10-a#1" in both.out
    assert "区科技局" in both.out
    came = json.loads(tracker("sync", "-f", "json", cwd=desks.first).out)
    assert came["came"] == ["progress/2024/08/2024-08-20-b.yaml"]
    assert [entry["by"] for entry in came["entries"]] == ["区科技局"] or came["entries"] == 1
    assert values(tracker, desks.first)["firms"] == values(tracker, second)["firms"] == "5"
    assert clean(desks.first)
    assert clean(second)
    assert desks.shared == {"2024-08-10-a", "2024-08-20-b"}
    again = tracker("sync", cwd=second)
    assert (again.code, "没有要收发的" in again.out) == (0, True)


def test_other_changes_stay_where_they_are(tracker: Run, desks: Desks) -> None:
    second = desks.clone("second")
    report(second, "b")
    assert tracker("sync", cwd=second).code == 0
    note = desks.first / "seeds/policy.md"
    note.write_text(note.read_text("utf-8") + "\n补充\n", encoding="utf-8")
    (desks.first / "草稿.txt").write_text("x", encoding="utf-8")
    git(desks.first, "add", "草稿.txt")
    found = tracker("sync", cwd=desks.first)
    assert found.code == 0, found.err
    status = git(desks.first, "-c", "core.quotePath=false", "status", "--porcelain").splitlines()
    assert status == [" M seeds/policy.md", "A  草稿.txt"]


def test_what_is_in_the_way_stops_it(tracker: Run, desks: Desks) -> None:
    second = desks.clone("second")
    report(second, "b", 7)
    assert tracker("sync", cwd=second).code == 0
    report(desks.first, "b", 8)
    git(desks.first, "add", "--all")
    git(desks.first, "reset", "--quiet")
    before = state(desks.first)
    found = tracker("sync", cwd=desks.first)
    assert found.code == 6
    assert "2024-08-10-b.yaml" in found.err
    assert state(desks.first) == before


def test_both_changed_the_same_target(tracker: Run, desks: Desks) -> None:
    second = desks.clone("second")
    edit(second, "at_least: '40'", "at_least: '50'")
    assert tracker("sync", cwd=second).code == 0
    edit(desks.first, "at_least: '40'", "at_least: '60'")
    report(desks.first, "a")
    before, shared = state(desks.first), git(desks.share, "rev-parse", "main")
    found = tracker("sync", "--lang", "en", cwd=desks.first)
    assert found.code == 6
    (line,) = [line for line in found.out.splitlines() if line.startswith("1.1")]
    assert all(goal in line for goal in ("≥40", "≥60", "≥50"))
    assert "git merge origin/main" in found.err
    assert (state(desks.first), git(desks.share, "rev-parse", "main")) == (before, shared)


def test_changes_of_different_targets_are_merged_and_told(tracker: Run, desks: Desks) -> None:
    second = desks.clone("second")
    edit(second, "title: 测试目录", "title: 新目录")
    assert tracker("sync", cwd=second).code == 0
    edit(desks.first, "at_least: '40'", "at_least: '60'")
    found = tracker("sync", cwd=desks.first)
    assert found.code == 0, found.err
    assert "tracker diff --rev" in found.out
    text = (desks.first / "measures.yaml").read_text("utf-8")
    assert ("title: 新目录" in text, "at_least: '60'" in text) == (True, True)


def test_what_would_go_with_a_problem_does_not_go(tracker: Run, desks: Desks) -> None:
    report(desks.first, "a", target="nothing")
    before = state(desks.first)
    found = tracker("sync", cwd=desks.first)
    assert found.code == 1
    assert "progress/2024/08/2024-08-10-a.yaml" in found.err
    assert (state(desks.first), desks.shared) == (before, set())


def test_what_comes_with_a_problem_is_let_in_only_when_asked(tracker: Run, desks: Desks) -> None:
    second = desks.clone("second")
    report(second, "b", target="nothing")
    git(second, "add", "--all")
    git(second, "commit", "--quiet", "-m", "by hand")
    git(second, "push", "--quiet")
    report(desks.first, "a")
    before = state(desks.first)
    found = tracker("sync", cwd=desks.first)
    assert found.code == 1
    assert "2024-08-10-b.yaml" in found.err
    assert state(desks.first) == before
    assert tracker("sync", "--with-problems", cwd=desks.first).code == 0
    assert desks.shared == {"2024-08-10-a", "2024-08-10-b"}
    # A problem that both sides have stops nobody any more.
    report(second, "c")
    assert tracker("sync", cwd=second).code == 0


def test_a_report_changed_after_it_was_shared_does_not_come(tracker: Run, desks: Desks) -> None:
    report(desks.first, "a")
    assert tracker("sync", cwd=desks.first).code == 0
    second = desks.clone("second")
    report(second, "a", 9)
    git(second, "commit", "--quiet", "-am", "changed")
    refused = tracker("sync", cwd=second)
    assert (refused.code, "2024-08-10-a.yaml" in refused.err) == (1, True)
    git(second, "push", "--quiet")
    before = state(desks.first)
    found = tracker("sync", cwd=desks.first)
    assert found.code == 1
    assert "提交后被改动" in found.err
    assert state(desks.first) == before


def test_a_history_that_was_rewritten_is_refused(tracker: Run, desks: Desks) -> None:
    report(desks.first, "a")
    assert tracker("sync", cwd=desks.first).code == 0
    git(desks.share, "update-ref", "refs/heads/main", "main~1")
    before = state(desks.first)
    found = tracker("sync", cwd=desks.first)
    assert found.code == 6
    assert "改写" in found.err
    assert state(desks.first) == before


def test_links_do_not_come(tracker: Run, desks: Desks, tmp_path: Path) -> None:
    second = desks.clone("second")
    (second / "progress").mkdir(exist_ok=True)
    (second / "notes").symlink_to(tmp_path)
    git(second, "add", "--all")
    git(second, "commit", "--quiet", "-m", "link")
    git(second, "push", "--quiet")
    before = state(desks.first)
    found = tracker("sync", cwd=desks.first)
    assert (found.code, "notes" in found.err) == (6, True)
    assert state(desks.first) == before


@pytest.mark.parametrize(
    ("commands", "said"),
    [
        ((("remote", "remove", "origin"),), "git remote add origin"),
        ((("checkout", "--quiet", "--detach"),), "git switch"),
        ((("remote", "add", "b", "x"), ("branch", "--unset-upstream")), "--remote"),
        ((("config", "branch.main.remote", "elsewhere"),), "“elsewhere”"),
        ((("remote", "set-url", "origin", "../nowhere.git"),), "nowhere.git"),
        ((("remote", "set-url", "origin", "ext::sh -c touch% mark"),), "ext::"),
        ((("config", "remote.origin.url", "--upload-pack=touch mark"),), "--upload-pack"),
        ((("remote", "set-url", "origin", "ftp://127.0.0.1/x"),), "ftp"),
        ((("remote", "set-url", "origin", "http://127.0.0.1:9/x"),), "127.0.0.1"),
    ],
)
def test_where_it_cannot_share_it_says_why(
    tracker: Run, desks: Desks, commands: tuple[tuple[str, ...], ...], said: str
) -> None:
    for command in commands:
        git(desks.first, *command)
    report(desks.first, "a")
    before = state(desks.first)
    found = tracker("sync", cwd=desks.first)
    assert found.code == 6
    assert said in found.err
    assert "Traceback" not in found.err
    assert state(desks.first) == before
    assert not (desks.first / "mark").exists()


def test_a_remote_that_refuses_is_quoted(
    tracker: Run, desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook = desks.share / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 周五封账 >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    git(tmp_path, "config", "--file", "config", "safe.directory", str(desks.share))
    report(desks.first, "a")
    before = state(desks.first)
    found = tracker("sync", cwd=desks.first)
    assert (found.code, "周五封账" in found.err) == (6, True)
    assert state(desks.first) == before


def test_watching_brings_what_comes_until_it_is_ended(tracker: Run, desks: Desks) -> None:
    second = desks.clone("second")
    watching = subprocess.Popen(
        [*PROGRAM, "sync", "--watch", "--every", "5"],
        cwd=second,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert watching.stdout is not None
    report(desks.first, "a", 3)
    assert tracker("sync", cwd=desks.first).code == 0
    lines = iter(watching.stdout.readline, b"")
    assert any("2024-08-10-a#1" in line.decode() for line in lines)
    watching.send_signal(signal.SIGINT)
    watching.communicate(timeout=30)
    assert watching.returncode == 130
    assert (second / "progress/2024/08/2024-08-10-a.yaml").exists()


def test_while_watching_the_clock_goes_on(
    tracker: Run, desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Else what is reported on the second day would be of the future for a watch that began on the first.
    def night(_: int) -> None:
        if (desks.first / "progress").exists():
            raise KeyboardInterrupt
        monkeypatch.setenv("TRACKER_NOW", "2024-11-06T09:00:00+08:00")
        report(second, "b", day="2024-11-06")
        git(second, "add", "--all")
        git(second, "commit", "--quiet", "-m", "next day")
        git(second, "push", "--quiet")

    second = desks.clone("second")
    monkeypatch.setattr("tracker.cli.sync.sleep", night)
    found = tracker("sync", "--watch", cwd=desks.first)
    assert found.code == 130, found.err
    assert (desks.first / "progress/2024/11/2024-11-06-b.yaml").exists()
