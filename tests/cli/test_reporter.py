"""Who reports: --by, TRACKER_BY, git's configuration, or whoever is asked; in that order."""

import io
import os
from pathlib import Path

import pytest

from support import Run, write_workspace
from terminal import Terminal

NOW = "2024-11-05T09:00:00+08:00"
ITEMS = ("firms", "23", "--date", "2024-10-31")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.delenv("TRACKER_BY", raising=False)
    folder = tmp_path / "workspace"
    folder.mkdir()
    return write_workspace(folder)


def configured(root: Path, unit: str) -> None:
    (root.parent / "gitconfig").write_text(f"[tracker]\n\tunit = {unit}\n", encoding="utf-8")


def written(root: Path) -> list[str]:
    texts = (path.read_text(encoding="utf-8") for path in root.glob("progress/**/*.yaml"))
    return [line for text in texts for line in text.splitlines() if line.startswith("by: ")]


def test_the_unit_of_git_stands_in_and_others_go_before_it(
    root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured(root, "区财政局")
    assert tracker("record", *ITEMS, "--dry-run", cwd=root).out.count("by: 区财政局\n") == 1
    monkeypatch.setenv("TRACKER_BY", "区科技局")
    assert tracker("record", *ITEMS, "--dry-run", cwd=root).out.count("by: 区科技局\n") == 1
    assert "by: 区财政局\n" in tracker("record", *ITEMS, "--by", "区财政局", "--dry-run", cwd=root).out


def test_it_stands_in_for_what_standard_input_leaves_out(
    root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured(root, "区财政局")
    report = b"date: 2024-10-31\nentries:\n- {target: firms, total: 21}\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(report)))
    assert (tracker("record", "-", cwd=root).code, written(root)) == (0, ["by: 区财政局"])


def test_without_any_it_is_said_where_it_may_stand(root: Path, tracker: Run) -> None:
    found = tracker("record", *ITEMS, cwd=root)
    assert (found.code, written(root)) == (2, [])
    assert all(word in found.err for word in ("--by", "TRACKER_BY", "git config --global tracker.unit"))


def test_without_git_there_is_no_unit_of_git(
    root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured(root, "区财政局")
    monkeypatch.setenv("PATH", os.devnull)
    assert tracker("record", *ITEMS, "--dry-run", cwd=root).code == 2


def test_a_terminal_asks_and_says_how_to_keep_it(root: Path) -> None:
    terminal = Terminal(root, "record", *ITEMS, now=NOW)
    terminal.answer("Reported by [区科技局]", "")
    terminal.answer("not ask again?", "n")
    terminal.until("git config --global tracker.unit '区科技局'")
    assert (terminal.leave(), written(root)) == (0, ["by: 区科技局"])
    assert not (root.parent / "gitconfig").exists()


def test_it_is_asked_once_where_the_answer_is_kept(root: Path, tracker: Run) -> None:
    terminal = Terminal(root, "record", *ITEMS, now=NOW)
    terminal.answer("Reported by [区科技局]", "区财政局")
    terminal.answer("not ask again?", "y")
    assert (terminal.leave(), written(root)) == (0, ["by: 区财政局"])
    again = tracker("record", "firms", "24", "--date", "2024-11-01", "--dry-run", cwd=root)
    assert "by: 区财政局\n" in again.out


def test_the_interview_offers_it(root: Path) -> None:
    configured(root, "区财政局")
    terminal = Terminal(root, "record", now=NOW)
    terminal.answer("Target", "firms")
    terminal.answer("Running total", "23")
    terminal.answer("Target", "")
    terminal.answer("Day of the figures", "")
    terminal.answer("Reported by [区财政局]", "")
    terminal.answer("Write it?", "y")
    assert (terminal.leave(), written(root)) == (0, ["by: 区财政局"])
