"""Seals: what stood where on a day, found out when it does not any more, whatever git's history says."""

import json
import subprocess
from pathlib import Path

import pytest
from repositories import Tree, name, tree

from support import Run
from tracker.problems import ExitCode


@pytest.fixture
def made(tmp_path: Path) -> Tree:
    made = tree(tmp_path / "w", "offices/科技局")
    made.add("b", 2)
    return made


def sealed(tracker: Run, made: Tree, file: Path, day: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("TRACKER_NOW", day)
    found = tracker("seal", "-o", file, cwd=made.root)
    assert (found.code, found.err) == (0, "")
    return str(found.out)


def checked(tracker: Run, made: Tree, file: Path) -> tuple[list[tuple[str, str]], str]:
    """What differs from the seals, with its file, and all that is said."""
    asked = ("check", "--history", "--seal", file, "--lang", "en")
    found = json.loads(tracker(*asked, "-f", "json", cwd=made.root).out)["problems"]
    wrong = [(p["code"], p["file"]) for p in found if p["code"].startswith(("seal-", "history-"))]
    return wrong, tracker(*asked, cwd=made.root).err


def rewrite(made: Tree, message: str = "again") -> None:
    """A history of one commit, as if nothing else had ever been there."""
    made.git("checkout", "--quiet", "--orphan", "new")
    made.save(message)
    made.git("branch", "-D", "-q", "main")
    made.git("branch", "-m", "main")
    made.git("reflog", "expire", "--expire=now", "--all")
    made.git("gc", "-q", "--prune=now")


@pytest.mark.parametrize("end", ["\r\n", "cut"])
def test_a_file_of_seals_that_another_program_wrote_or_cut_is_told_of(
    made: Tree, tracker: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    file = tmp_path / "seals.txt"
    sealed(tracker, made, file, "2024-11-05", monkeypatch)
    text = file.read_text("utf-8")
    file.write_bytes(
        text.replace("\n", end).encode() if end != "cut" else text.rpartition("\n# ")[0].encode()
    )
    made.write("b", 9)
    rewrite(made)
    wrong, said = checked(tracker, made, file)
    assert "nternal error" not in said
    assert wrong == ([("seal-differs", name("b"))] if end != "cut" else [("seal-cut-off", str(file))])


def test_a_rewritten_history_is_seen_without_the_old_one(
    made: Tree, tracker: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "seals.txt"
    first = sealed(tracker, made, file, "2024-11-05", monkeypatch)
    made.add("c", 3)
    sealed(tracker, made, file, "2024-11-06", monkeypatch)
    assert checked(tracker, made, file)[0] == []
    made.write("c", 4)
    rewrite(made)
    wrong, said = checked(tracker, made, file)
    assert wrong == [("seal-differs", name("c"))], "the history that is left cannot tell"
    commit = first.split()[-1][:12]
    assert f"{name('c')}: differs from what was sealed on 2024-11-06 (commit " in said
    assert "The first day that differs from its seal: 2024-11-06" in said
    assert f"The commit that was sealed on 2024-11-05, {commit}, is no part of this history" in said
    (made.root / name("a")).unlink()
    made.save()
    wrong, said = checked(tracker, made, file)
    assert wrong[-2:] == [("seal-gone", name("a")), ("seal-differs", name("c"))]
    assert "The first day that differs from its seal: 2024-11-05" in said
    before = file.read_bytes()
    found = tracker("seal", "-o", file, "--lang", "en", cwd=made.root)
    assert (found.code, "nothing was added" in found.err, file.read_bytes()) == (1, True, before)


def test_the_lines_of_days_alone_do_as_long_as_their_commits_are_there(
    made: Tree, tracker: Run, tmp_path: Path
) -> None:
    file = tmp_path / "seals.txt"
    lines = [tracker("seal", cwd=made.root).out]
    made.add("c", 3)
    lines.append(tracker("seal", cwd=made.root).out)
    file.write_text("".join(lines), encoding="utf-8")
    assert checked(tracker, made, file)[0] == []
    made.write("b", 9)
    made.git("add", "-A")
    made.git("commit", "-q", "--amend", "-m", "amended")
    assert ("seal-differs", name("b")) in checked(tracker, made, file)[0]
    rewrite(made)
    wrong, said = checked(tracker, made, file)
    assert (wrong, "is not in the repository" in said) == ([("seal-commit", str(file))] * 2, True)


def test_the_file_of_seals_is_only_added_to(
    made: Tree, tracker: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "seals.txt"
    sealed(tracker, made, file, "2024-11-05", monkeypatch)
    once = file.read_text(encoding="utf-8")
    sealed(tracker, made, file, "2024-11-05", monkeypatch)
    assert file.read_text(encoding="utf-8") == once
    made.add("c", 3)
    sealed(tracker, made, file, "2024-11-06", monkeypatch)
    twice = file.read_text(encoding="utf-8")
    assert twice.startswith(once)
    assert twice[len(once) :].split()[1] == name("c")
    assert twice.count("\n") == 5
    subprocess.run(["sha256sum", "--quiet", "-c", str(file)], cwd=made.root, check=True)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2024-11-05 2 reports", "2024-11-05 3 reports ", "no line of a file of seals"),
        ("# 2024-11-05", "# 2024-13-05", "no line of a file of seals"),
        ("sha256:", "sha256:0", "no line of a file of seals"),
        (name("a"), name("x"), "is not that of the reports it seals"),
        ("\n# 2024", "\n\n", "the file may be cut off"),
    ],
)
def test_a_file_of_seals_that_was_changed(
    made: Tree,
    tracker: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    old: str,
    new: str,
    said: str,
) -> None:
    file = tmp_path / "seals.txt"
    sealed(tracker, made, file, "2024-11-05", monkeypatch)
    text = file.read_text(encoding="utf-8")
    changed = text.replace(old, new) if new != "\n\n" else text.partition("# 2024")[0]
    file.write_text(changed, encoding="utf-8")
    wrong, told = checked(tracker, made, file)
    assert (bool(wrong), said in told) == (True, True), told


def test_what_is_not_committed_is_said_and_not_sealed(made: Tree, tracker: Run) -> None:
    before = tracker("seal", cwd=made.root).out
    made.write("c")
    made.write("a", 5)
    found = tracker("seal", "--lang", "en", cwd=made.root)
    assert (found.out, found.err.partition(" are ")[0]) == (before, "2 reports")


def test_where_nothing_can_be_sealed_or_read(tmp_path: Path, tracker: Run) -> None:
    made = tree(tmp_path)
    for asked in (("--seal", tmp_path / "nowhere"), ("--seal", tmp_path)):
        found = tracker("check", "--history", *asked, cwd=made.root)
        assert (found.code, found.out) == (ExitCode.USAGE, "")
    assert tracker("check", "--seal", "x", cwd=made.root).code == ExitCode.USAGE
    made.git("update-ref", "-d", "HEAD")
    assert tracker("seal", cwd=made.root).code == ExitCode.GIT


def test_a_briefing_may_print_the_seal_and_be_checked_by_it(
    made: Tree, tracker: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_NOW", "2024-11-05")
    template = '{% extends "tracker/brief.zh.md" %}{% block terms %}封存：\n\n{{ seal() }}\n{% endblock %}'
    (made.root / "templates").mkdir()
    (made.root / "templates/brief.zh.md").write_text(template, encoding="utf-8")
    found = tracker("brief", "--month", "2024-10", "-f", "text", cwd=made.root)
    line = tracker("seal", cwd=made.root).out.removeprefix("# ").strip()
    assert (found.code, line in " ".join(found.out.split())) == (0, True), found.out
    (tmp_path / "copied.txt").write_text(f"{line}\n", encoding="utf-8")
    assert checked(tracker, made, tmp_path / "copied.txt")[0] == []
