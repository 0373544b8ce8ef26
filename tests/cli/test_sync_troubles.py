"""Sharing where something is in the way: the other end, the clone, the disk, another sync at the same moment."""

import fcntl
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sharing import Desks, clean, desks, edit, git, named, report, state, wrapped

from support import Run

__all__ = ["desks", "named"]
pytestmark = pytest.mark.usefixtures("named")
SYNC = (sys.executable, "-m", "tracker", "sync", "--lang", "en")


def test_a_branch_that_was_removed_is_not_made_again(tracker: Run, desks: Desks) -> None:
    git(desks.share, "branch", "-m", "main", "other")
    report(desks.first, "a")
    before = state(desks.first)
    found = tracker("sync", "--lang", "en", cwd=desks.first)
    assert (found.code, "git push origin main:refs/heads/main" in found.err) == (6, True)
    assert state(desks.first) == before
    assert git(desks.share, "branch", "--list", "main") == ""


@pytest.mark.parametrize("change", ["branch -D main", "update-ref refs/heads/main main~1"])
def test_a_branch_that_is_removed_or_rewritten_after_it_was_fetched(
    tracker: Run, desks: Desks, tmp_path: Path, change: str
) -> None:
    report(desks.first, "a")
    assert tracker("sync", cwd=desks.first).code == 0
    report(desks.first, "b", day="2024-08-20")
    before = state(desks.first)
    git(desks.share, "symbolic-ref", "HEAD", "refs/heads/none")
    once = (
        f'case "$*" in *" push "*) {shutil.which("git")} --git-dir={desks.share} {change} 2> /dev/null;; esac'
    )
    found = subprocess.run(
        SYNC, cwd=desks.first, env=wrapped(tmp_path, once), capture_output=True, check=False
    )
    assert (found.returncode, b"Nothing was done" in found.stderr) == (6, True), found.stderr
    assert state(desks.first) == before
    assert "2024-08-20-b" not in git(desks.share, "rev-list", "--objects", "--all")


def test_who_loses_a_race_at_the_other_end_tries_again(desks: Desks, tmp_path: Path) -> None:
    report(desks.first, "a")
    said = "remote: error: cannot lock ref 'refs/heads/main': is at 1 but expected 2\n ! [remote rejected] x -> main (failed to update ref)"
    mark = tmp_path / "mark"
    once = f'case "$*" in *" push "*) if [ ! -e {mark} ]; then touch {mark}; echo "{said}" >&2; exit 1; fi;; esac'
    found = subprocess.run(
        SYNC, cwd=desks.first, env=wrapped(tmp_path, once), capture_output=True, check=False
    )
    assert (found.returncode, mark.exists()) == (0, True), found.stderr
    assert desks.shared == {"2024-08-10-a"}


def test_a_new_branch_goes_to_where_it_never_was(tracker: Run, desks: Desks) -> None:
    git(desks.first, "switch", "--quiet", "-c", "试报")
    report(desks.first, "a")
    found = tracker("sync", cwd=desks.first)
    assert found.code == 0, found.err
    assert "2024-08-10-a.yaml" in git(desks.share, "ls-tree", "-r", "--name-only", "试报")


def test_a_path_with_blanks_and_chinese(tracker: Run, tmp_path: Path) -> None:
    folder = tmp_path / "各区 进展"
    folder.mkdir()
    desks = Desks(folder, "二〇二四 年")
    second = desks.clone("李 四")
    git(second, "remote", "set-url", "origin", desks.share.as_uri())
    report(second, "b")
    assert tracker("sync", cwd=second).code == 0
    found = tracker("sync", cwd=desks.first)
    assert found.code == 0, found.err
    assert (desks.first / "progress/2024/08/2024-08-10-b.yaml").exists()
    assert clean(desks.first)


@pytest.mark.parametrize("attributes", [None, "* text=auto\n"])
def test_line_ends_of_windows(tracker: Run, desks: Desks, attributes: str | None) -> None:
    second = desks.clone("second")
    for root in (desks.first, second):
        git(root, "config", "core.autocrlf", "true")
        (root / ".git/index").unlink()
        git(root, "reset", "--quiet", "--hard")
    assert b"\r\n" in (second / "measures.yaml").read_bytes()
    if attributes:
        (second / ".gitattributes").write_text(attributes, encoding="utf-8")
        git(second, "add", "--all")
        git(second, "commit", "--quiet", "-m", "attributes")
    edit(second, "title: 测试目录", "title: 新目录")
    written = report(second, "b")
    written.write_bytes(written.read_bytes().replace(b"\n", b"\r\n"))
    assert tracker("sync", cwd=second).code == 0
    assert b"\r" not in git(desks.share, "show", "main:progress/2024/08/2024-08-10-b.yaml").encode()
    report(desks.first, "a")
    found = tracker("sync", cwd=desks.first)
    assert found.code == 0, found.err
    assert b"\r\n" in (desks.first / "measures.yaml").read_bytes()
    assert tracker("sync", cwd=second).code == 0
    assert (clean(desks.first), clean(second)) == (True, True)


def test_a_shallow_clone_shares(tracker: Run, desks: Desks) -> None:
    for letter in "abc":
        report(desks.first, letter, day=f"2024-08-1{ord(letter) - 96}")
        assert tracker("sync", cwd=desks.first).code == 0
    git(desks.folder, "clone", "--quiet", "--depth=1", desks.share.as_uri(), "shallow")
    shallow = desks.folder / "shallow"
    report(shallow, "d", 9, day="2024-08-20")
    report(desks.first, "e", 7, day="2024-08-18")
    assert tracker("sync", cwd=desks.first).code == 0
    found = tracker("sync", cwd=shallow)
    assert found.code == 0, found.err
    assert tracker("sync", cwd=desks.first).code == 0
    assert len(desks.shared) == 5
    assert (clean(desks.first), clean(shallow)) == (True, True)


def test_a_clone_without_old_contents_shares_or_says_why(tracker: Run, desks: Desks) -> None:
    git(desks.share, "config", "uploadpack.allowFilter", "true")
    git(desks.folder, "clone", "--quiet", "--filter=blob:none", desks.share.as_uri(), "partial")
    git(desks.share, "config", "--unset", "uploadpack.allowFilter")
    partial = desks.folder / "partial"
    edit(desks.first, "title: 测试目录", "title: 新目录")
    assert tracker("sync", cwd=desks.first).code == 0
    report(partial, "d", 9)
    found = tracker("sync", cwd=partial)
    assert found.code == 0, found.err
    assert clean(partial)


def test_with_a_git_that_is_too_old_nothing_moves(desks: Desks, tmp_path: Path) -> None:
    second = desks.clone("second")
    report(second, "b")
    subprocess.run(SYNC, cwd=second, check=True, capture_output=True)
    report(desks.first, "a")
    before = state(desks.first)
    old = 'case "$*" in *merge-tree*) echo "usage: git merge-tree <base-tree> <branch1> <branch2>" >&2; exit 129;; esac'
    found = subprocess.run(
        SYNC, cwd=desks.first, env=wrapped(tmp_path, old), capture_output=True, check=False
    )
    assert (found.returncode, b"2.38" in found.stderr) == (6, True)
    assert state(desks.first) == before


# What git writes while it checks out ends in the middle of a file; or the system takes no files any more.
@pytest.mark.parametrize(("trouble", "code"), [('ulimit -f 0; trap "" XFSZ', 6), ("touch first/progress", 5)])
def test_a_disk_that_is_full_while_files_move_leaves_each_whole(
    tracker: Run, desks: Desks, tmp_path: Path, trouble: str, code: int
) -> None:
    second = desks.clone("second")
    edit(second, "title: 测试目录", "title: 新目录")
    report(second, "b")
    assert tracker("sync", cwd=second).code == 0
    was = (desks.first / "measures.yaml").read_bytes()
    full = f'case "$*" in *checkout-index*) {trouble.replace("first", str(desks.first))};; esac'
    found = subprocess.run(
        SYNC, cwd=desks.first, env=wrapped(tmp_path, full), capture_output=True, check=False
    )
    assert (found.returncode, b"tracker sync again" in found.stderr) == (code, True), found.stderr
    if code == 5:
        (desks.first / "progress").unlink()
    assert ((desks.first / "measures.yaml").read_bytes() == was) == (code == 6)  # whole, as it was or will be
    again = tracker("sync", cwd=desks.first)
    assert again.code == 0, again.err
    assert "title: 新目录" in (desks.first / "measures.yaml").read_text("utf-8")
    assert clean(desks.first)


def test_a_sync_that_was_cut_off_is_finished_though_more_was_committed_since(
    tracker: Run, desks: Desks, tmp_path: Path
) -> None:
    second = desks.clone("second")
    report(second, "b")
    assert tracker("sync", cwd=second).code == 0
    cut = 'case "$*" in *checkout-index*) kill -9 $PPID; exit 1;; esac'
    subprocess.run(SYNC, cwd=desks.first, env=wrapped(tmp_path, cut), capture_output=True, check=False)
    assert not (desks.first / "progress/2024/08/2024-08-10-b.yaml").exists()
    assert tracker("record", "firms", "3", "--by", "区科技局", "--yes", "--commit", cwd=desks.first).code == 0
    found = tracker("sync", cwd=desks.first)
    assert found.code == 0, found.err
    assert (desks.first / "progress/2024/08/2024-08-10-b.yaml").exists()
    assert (clean(desks.first), len(desks.shared)) == (True, 2)


def test_two_at_once_in_one_clone(tracker: Run, desks: Desks) -> None:
    second = desks.clone("second")
    for n in range(6):
        report(second, "b", n, day=f"2024-08-0{n + 1}")
        report(desks.first, "a", n, day=f"2024-08-1{n + 1}")
    assert tracker("sync", cwd=second).code == 0
    running = [subprocess.Popen(SYNC, cwd=desks.first, stderr=subprocess.PIPE) for _ in range(3)]
    said = [process.communicate()[1] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], said
    assert clean(desks.first)
    assert len(desks.shared) == 12
    # One of them did it, the others found it done: one commit of reports, one merge.
    assert git(desks.share, "rev-list", "--count", "main").strip() == "4"


def test_another_sync_that_does_not_end_is_named(
    tracker: Run, desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.store.locking.PATIENCE", 0)
    with (desks.first / ".git/tracker-sync.lock").open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        found = tracker("sync", "--lang", "en", cwd=desks.first)
    assert (found.code, "Another tracker sync" in found.err) == (6, True)


def test_an_index_that_another_git_holds_stops_it_before_anything_moves(
    tracker: Run, desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.store.sync.PATIENCE", {})
    report(desks.first, "a")
    before = state(desks.first)
    (desks.first / ".git/index.lock").touch()
    found = tracker("sync", cwd=desks.first)
    assert (found.code, "index.lock" in found.err) == (6, True)
    assert (state(desks.first), desks.shared) == (before, set())


def test_a_conflict_that_was_left_stops_it(tracker: Run, desks: Desks) -> None:
    path = desks.first / "measures.yaml"
    path.write_text(path.read_text("utf-8").replace("title: 测试目录", "title: 一"), encoding="utf-8")
    git(desks.first, "stash", "--quiet")
    edit(desks.first, "title: 测试目录", "title: 二")
    git(desks.first, "stash", "pop", check=False)
    git(desks.first, "checkout", "--ours", "measures.yaml")
    report(desks.first, "a")
    before = state(desks.first)
    found = tracker("sync", "--lang", "en", cwd=desks.first)
    assert (found.code, "measures.yaml: a conflict" in found.err) == (6, True), found.err
    assert (state(desks.first), desks.shared) == (before, set())


def test_a_merge_under_way_stops_it_with_its_own_words(tracker: Run, desks: Desks) -> None:
    (desks.first / ".git/MERGE_HEAD").write_text(git(desks.first, "rev-parse", "HEAD"), encoding="ascii")
    found = tracker("sync", "--lang", "en", cwd=desks.first)
    assert (found.code, "nothing was exchanged" in found.err) == (6, True)


def test_a_catalogue_that_cannot_be_read_does_not_come(tracker: Run, desks: Desks) -> None:
    second = desks.clone("second")
    edit(second, "unit: 亿元", "unit: 亿元\n    nonsense: 1")
    git(second, "push", "--quiet")
    before = state(desks.first)
    for options in ((), ("--with-problems",)):
        found = tracker("sync", "--lang", "en", *options, cwd=desks.first)
        assert found.code != 0
        assert "The merged catalogue cannot be read" in found.err
        assert "measures.yaml" in found.err
        assert "merged:" not in found.err
        assert state(desks.first) == before


def test_a_share_in_which_somebody_works_is_named(tracker: Run, desks: Desks) -> None:
    second = desks.clone("second")
    git(second, "config", "--unset-all", "branch.main.remote")
    git(desks.first, "remote", "set-url", "origin", str(second))
    report(desks.first, "a")
    before = state(desks.first)
    found = tracker("sync", "--lang", "en", cwd=desks.first)
    assert (found.code, "git init --bare" in found.err) == (6, True), found.err
    assert state(desks.first) == before


def test_while_watching_a_trouble_is_said_once(desks: Desks) -> None:
    away = desks.share.with_suffix(".away")
    desks.share.rename(away)
    watching = subprocess.Popen(
        [*SYNC, "--watch", "--every", "5"], cwd=desks.first, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert watching.stdout is not None
    assert watching.stderr is not None
    lines = iter(watching.stderr.readline, b"")
    assert [b"every 5 seconds" in next(lines), b"2024-11-05 09:00" in next(lines)] == [True, True]
    assert b"cannot be reached" in next(lines)
    away.rename(desks.share)
    assert b"Nothing to share" in watching.stdout.readline()
    watching.terminate()
    assert b"cannot be reached" not in watching.communicate()[1]


def test_watching_writes_no_file(tracker: Run, desks: Desks) -> None:
    found = tracker("sync", "--watch", "-o", "x.txt", cwd=desks.first)
    assert (found.code, (desks.first / "x.txt").exists()) == (2, False)
