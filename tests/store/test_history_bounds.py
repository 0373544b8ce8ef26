"""What a history proves beyond its own commits, and what is said where it proves less."""

from pathlib import Path

import pytest
from repositories import Tree, name, tree

from support import Run
from tracker.store.history import examine


def test_since_sees_what_was_amended_or_dropped(tmp_path: Path) -> None:
    made = tree(tmp_path)
    made.add("b")
    old = made.add("c", 3)
    made.git("tag", "sent")
    made.write("c", 4)
    made.git("commit", "--quiet", "--all", "--amend", "-m", "amended")
    assert found_codes(made, "sent") == [("rewritten", "c")]
    made.git("reset", "--quiet", "--hard", "HEAD~1")
    assert found_codes(made, "sent") == [("dropped", "c")]
    assert found_codes(made) == []
    made.git("checkout", old, "--", name("c"))
    made.add("d")
    assert found_codes(made, "sent") == []


def found_codes(made: Tree, since: str | None = None) -> list[tuple[str, str]]:
    problems = examine(made.root, since).problems
    return [(p.code.removeprefix("history-"), Path(p.place.file).stem[-1]) for p in problems]


def test_a_rewritten_branch_may_restore_what_its_old_end_had_changed(tmp_path: Path) -> None:
    made = tree(tmp_path)
    first = made.git("rev-parse", "HEAD").strip()
    made.write("a", 2)
    made.save()
    made.git("tag", "changed")
    made.git("reset", "--quiet", "--hard", first)
    made.add("b")
    assert found_codes(made, "changed") == []


def test_what_bounds_the_proof_is_said(tmp_path: Path, tracker: Run) -> None:
    made = tree(tmp_path / "w")
    made.add("b")
    last = made.add("c")
    made.git("replace", "--graft", last)
    (made.root / ".git/info/grafts").write_text(f"# none\n{last}\n", encoding="ascii")
    said = tracker("--lang", "en", "check", "--history", cwd=made.root).err
    assert "2 replacements or grafts" in said
    other = tree(tmp_path / "other")
    made.git(
        "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other.root), "progress/2023"
    )
    made.save("a submodule")
    assert "holds a submodule" in tracker("--lang", "en", "check", "--history", cwd=made.root).err
    inner = Tree(other.root / "progress")
    inner.save()
    assert "a repository of its own" in tracker("--lang", "en", "check", "--history", cwd=other.root).err


def test_a_sound_history_says_on_a_terminal_what_it_does_not_prove(
    tmp_path: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tree(tmp_path)
    monkeypatch.setattr("tracker.cli.check.on_terminal", lambda: True)
    told = tracker("--lang", "en", "check", "--history", cwd=made.root).out.splitlines()
    assert len(told) == 2
    assert "cannot be told from here; seals can" in told[1]
    assert len(tracker("check", cwd=made.root).out.splitlines()) == 1
