"""Committing while others commit, and while something is under way in the repository."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from repositories import Tree, name, text, tree

from support import Run
from tracker.problems import ExitCode, TrackerError
from tracker.store import committing
from tracker.store.git import repository_of

RECORD = (
    "record",
    "firms",
    "23",
    "--by",
    "区科技局",
    "--date",
    "2024-10-31",
    "--yes",
    "--commit",
    "--lang",
    "en",
)


def stopped(made: Tree, how: Callable[[Tree], object]) -> Tree:
    """A repository in which a branch that adds another report of one name stopped for the conflict."""
    made.branch("side")
    made.add("c", 7)
    made.switch("main")
    made.add("c", 8)
    how(made)
    return made


def _mail(made: Tree) -> None:
    made.git("format-patch", "-1", "--quiet", "-o", ".git/mail", "side")
    (mail,) = (made.root / ".git/mail").iterdir()
    made.git("am", str(mail), check=False)


def _bisect(made: Tree) -> None:
    made.git("bisect", "start", "HEAD", "HEAD~1")


UNDER_WAY: dict[str, Callable[[Tree], object]] = {
    "merge": lambda made: made.merge("side"),
    "rebase": lambda made: made.git("rebase", "side", check=False),
    "cherry-pick": lambda made: made.git("cherry-pick", "side", check=False),
    "revert": lambda made: made.git("revert", "--no-commit", "HEAD"),
    "am": _mail,
    "bisect": _bisect,
}


@pytest.mark.parametrize("operation", UNDER_WAY)
def test_nothing_is_committed_into_something_under_way(tmp_path: Path, tracker: Run, operation: str) -> None:
    made = stopped(tree(tmp_path), UNDER_WAY[operation])
    before = made.git("rev-parse", "HEAD"), made.git("status", "--porcelain", "-uall")
    if operation in {"merge", "rebase", "cherry-pick", "am"}:  # the file of the conflict is none of ours
        (made.root / name("c")).write_text(text(8), encoding="utf-8")
    found = tracker(*RECORD, cwd=made.root)
    assert (found.code, f"A {operation} is under way" in found.err) == (ExitCode.GIT, True), found.err
    after = made.git("rev-parse", "HEAD"), made.git("status", "--porcelain", "-uall")
    assert after[0] == before[0]
    new = set(after[1].splitlines()) - set(before[1].splitlines())
    assert [line[:27] for line in new if "2024-10-31" in line] == ["?? progress/2024/10/2024-10"]


def test_a_lock_that_stays_is_told_and_one_that_goes_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tree(tmp_path)
    repository = repository_of(made.root)
    assert repository is not None
    lock = made.root / ".git/index.lock"
    lock.touch()
    path = made.write("b")
    monkeypatch.setattr(committing, "PATIENCE", 0)
    with pytest.raises(TrackerError) as error:
        committing.commit_files(repository, [path], "x")
    assert error.value.code == "git-lock"
    monkeypatch.setattr(committing, "PATIENCE", 30_000)
    monkeypatch.setattr(time, "sleep", lambda _seconds: lock.unlink(missing_ok=True))
    short = committing.commit_files(repository, [path], "x")
    assert made.git("rev-parse", "--short", "HEAD").strip() == short
    assert made.git("status", "--porcelain") == ""


def test_many_commit_at_once(tmp_path: Path) -> None:
    """Each is committed alone and under its own name, and nothing stays staged."""
    made = tree(tmp_path)
    environment = {k: v for k, v in os.environ.items() if k != "TRACKER_NOW"} | {"LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "tracker", "-C", str(made.root), *RECORD[:2]]
    running = [
        subprocess.Popen(
            [*command, str(20 + n), *RECORD[3:]],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for n in range(4)
    ]
    said = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0] * 4, said
    named = {out.decode().rpartition("Committed ")[2].partition(":")[0] for out, _ in said}
    commits = made.git("log", "--format=%h", "--name-status", "-4").split()
    assert named == set(commits[::3])
    assert commits[1::3] == ["A"] * 4
    assert made.git("status", "--porcelain") == ""


def test_a_commit_that_fails_leaves_nothing_staged(tmp_path: Path, tracker: Run) -> None:
    made = tree(tmp_path)
    hook = made.root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    assert tracker(*RECORD, cwd=made.root).code == ExitCode.GIT
    assert [line[:2] for line in made.git("status", "--porcelain", "-uall").splitlines()] == ["??"]
    shown = json.loads(tracker("status", "-f", "json", cwd=made.root).out)
    assert shown["entries"] == 2
