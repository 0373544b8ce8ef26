"""Git as it is met: hooks, locks, merges, detached heads, odd folders, missing programs."""

import os
import shlex
import subprocess
from pathlib import Path

import pytest
from repositories import Tree, name, tree

from tracker.problems import ExitCode, TrackerError
from tracker.store.committing import command_for, commit_files
from tracker.store.git import Repository, repository_of


def repository(made: Tree) -> Repository:
    found = repository_of(made.root)
    assert found is not None
    return found


def refused(made: Tree, path: Path) -> TrackerError:
    """The error of a commit that must fail, with the file untracked again."""
    with pytest.raises(TrackerError) as error:
        commit_files(repository(made), [path], "x")
    assert error.value.exit_code == ExitCode.GIT
    assert made.git("ls-files", "--", str(path)) == ""
    return error.value


def test_exactly_the_new_file_is_committed(tmp_path: Path) -> None:
    made = tree(tmp_path, "offices/科技局")
    (made.root / "staged").write_text("1", encoding="utf-8")
    made.git("add", "staged")
    made.write("a", 2)
    new, other = made.write("b"), made.write("c")
    short = commit_files(repository(made), [new], "上报：3家\n\n# no comment")
    assert made.git("rev-parse", "--short", "HEAD").strip() == short
    assert made.git("log", "-1", "--format=%B").strip() == "上报：3家\n\n# no comment"
    assert made.git("show", "--name-status", "--format=", "-z").split("\0")[:2] == [
        "A",
        f"offices/科技局/{name('b')}",
    ]
    status = made.git("-c", "core.quotePath=off", "status", "--porcelain", "-uall")
    assert status.splitlines() == [
        f" M offices/科技局/{name('a')}",
        "A  offices/科技局/staged",
        f"?? offices/科技局/{other.relative_to(made.root).as_posix()}",
    ]


def test_the_first_commit_and_a_detached_head(tmp_path: Path) -> None:
    made = Tree(tmp_path)
    assert not repository(made).has_commits()
    commit_files(repository(made), [made.write("a")], "first")
    made.git("checkout", "--quiet", "--detach")
    commit_files(repository(made), [made.write("b"), made.write("c")], "-n looks like an option")
    assert set(repository(made).standing(made.root)) == {name(letter) for letter in "abc"}


def test_names_are_taken_as_they_are(tmp_path: Path) -> None:
    made = tree(tmp_path)
    made.write("b")
    for odd in ("*.yaml", ":(top)x", "-n", "q\"u'o te\n", "中.yaml"):
        path = made.root / odd
        path.write_text("x", encoding="utf-8")
        commit_files(repository(made), [path], "odd")
        assert odd in repository(made).standing(made.root)
    assert "progress/2024/08/2024-08-10-b.yaml" in made.git("status", "--porcelain", "-uall")


def test_a_hooks_surroundings_are_not_obeyed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, other = tree(tmp_path / "one"), tree(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.root / ".git/index"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.root))
    commit_files(repository(made), [made.write("b")], "here")
    assert repository(made).top == made.root
    assert made.git("log", "-1", "--format=%s").strip() == "here"
    assert other.git("log", "-1", "--format=%s").strip() == "add a"


def test_where_there_is_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert repository_of(tmp_path) is None
    made = tree(tmp_path / "below")
    assert repository_of(tmp_path) is None
    assert repository_of(tmp_path / "below/not/yet/there") == Repository(made.root)
    assert repository_of(made.root / ".git") is None
    with pytest.raises(TrackerError) as error:
        commit_files(repository(made), [tmp_path / "outside.yaml"], "x")
    assert error.value.code == "git-outside"


def test_git_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tree(tmp_path / "with")
    (tmp_path / "without").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "without"))
    assert repository_of(tmp_path / "without") is None
    with pytest.raises(TrackerError) as error:
        repository_of(made.root)
    assert error.value.code == "git-missing"


def test_no_identity(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tree(tmp_path)
    for key in ("user.name", "user.email"):
        made.git("config", "--unset", key)
    made.git("config", "user.useConfigOnly", "true")
    for variable in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(variable, os.devnull)
    for variable in (
        "GIT_AUTHOR_NAME",
        "GIT_AUTHOR_EMAIL",
        "GIT_COMMITTER_NAME",
        "GIT_COMMITTER_EMAIL",
        "EMAIL",
    ):
        monkeypatch.delenv(variable, raising=False)
    assert refused(made, made.write("b")).code == "git-identity"


def test_an_ignored_file(tmp_path: Path) -> None:
    made = tree(tmp_path)
    (made.root / ".gitignore").write_text("progress/\n", encoding="utf-8")
    assert refused(made, made.write("e")).code == "git-ignored"


def test_a_hook_refuses(tmp_path: Path) -> None:
    made = tree(tmp_path)
    hook = made.root / "hooks/commit-msg"
    hook.parent.mkdir()
    hook.write_text("#!/bin/sh\necho 说明太短 >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    made.git("config", "core.hooksPath", "hooks")
    (made.root / "staged").write_text("1", encoding="utf-8")
    made.git("add", "staged")
    error = refused(made, made.write("b"))
    assert (error.code, error.facts["words"]) == ("git-hook", ("说明太短",))
    assert made.git("diff", "--cached", "--name-only").split() == ["staged"]
    hook.chmod(0o644)
    commit_files(repository(made), [made.write("b")], "now")


def test_any_other_failure_has_gits_own_words(tmp_path: Path) -> None:
    made = tree(tmp_path)
    error = refused(made, made.root / "nothing.yaml")
    assert error.code == "git-failed"
    assert "did not match any files" in str(error.facts["words"])
    assert "git add -- " in str(error.facts["command"])


def test_the_command_a_person_would_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tree(tmp_path)
    path = made.root / "it's *.yaml"
    path.write_text("x", encoding="utf-8")
    monkeypatch.chdir(made.root)
    command = command_for([path], 'say "it\'s"; $HOME')
    assert shlex.split(command)[:4] == ["git", "add", "--", "it's *.yaml"]
    subprocess.run(["bash", "-c", command], cwd=made.root, check=True, capture_output=True)
    assert made.git("log", "-1", "--format=%s").strip() == 'say "it\'s"; $HOME'
