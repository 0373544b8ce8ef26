"""Troubles of a moment (disk, network drive, rights, open files): told, never remembered, and gone with the next run."""

import errno
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from caches import DAY, put, reread, right
from repositories import name, tree

from support import Run
from tracker.model.clock import DEFAULT_ZONE
from tracker.report.attribution import Origin
from tracker.store import progress
from tracker.store.attribution import attributions
from tracker.store.workspace import load

NAME = "2024/08/2024-08-11-a.yaml"
ERRORS = (errno.EIO, errno.EACCES, errno.EMFILE)


def failing(call: Callable[..., Any], where: str, number: int) -> Callable[..., Any]:
    """The call, which fails for a path that ends so."""

    def fails(path: Any, *arguments: Any, **more: Any) -> Any:
        if str(path).endswith(where):
            raise OSError(number, os.strerror(number), str(path))
        return call(path, *arguments, **more)

    return fails


@pytest.mark.parametrize("number", ERRORS, ids=errno.errorcode.get)
@pytest.mark.parametrize(
    ("call", "where", "code"),
    [
        ("pathlib.Path.open", NAME, "file-unreadable"),
        ("pathlib.Path.stat", NAME, "file-unreadable"),
        ("os.scandir", "2024/08", "folder-unreadable"),
        ("os.lstat", "progress", "folder-unreadable"),
    ],
)
@pytest.mark.parametrize("cached", [True, False])
def test_what_could_not_be_read_is_told_and_read_the_next_time(
    settled: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    where: str,
    code: str,
    number: int,
    *,
    cached: bool,
) -> None:
    os.utime(settled / "progress" / NAME)
    holder, called = (Path, call.rsplit(".", 1)[1]) if call.startswith("pathlib") else (os, call[3:])
    with monkeypatch.context() as troubled:
        troubled.setattr(holder, called, failing(getattr(holder, called), where, number))
        workspace = load(settled, DAY, cache=cached)
        problems = [(problem.code, problem.facts["reason"]) for problem in workspace.book.problems]
        workspace.reports.close()
    assert problems == [(code, os.strerror(number))]
    assert right(settled)
    assert load(settled, DAY).book.problems == ()


def test_a_catalogue_is_remembered_by_the_text_it_was_made_of(
    settled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody saves it between two looks at it."""
    path = settled / "measures.yaml"
    before = path.read_text(encoding="utf-8")
    after = before.replace("测试目录", "改过的目录")
    path.write_text(before + "\n", encoding="utf-8")
    listing = progress.listing_of

    def saved_meanwhile(root: Path) -> progress.Listing:
        path.write_text(after, encoding="utf-8")
        return listing(root)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("tracker.store.cache.repository.listing_of", saved_meanwhile)
        load(settled, DAY).reports.close()
    path.write_text(before + "\n", encoding="utf-8")
    workspace = load(settled, DAY)
    workspace.reports.close()
    assert workspace.book.catalogue.title == "测试目录"


def test_a_workspace_that_does_not_answer_is_not_another_one(
    settled: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = settled / "inner"
    below.mkdir()
    (below / "measures.yaml").write_text("title: [\n", encoding="utf-8")
    monkeypatch.setattr(Path, "lstat", failing(Path.lstat, "inner/measures.yaml", errno.EIO))
    found = tracker("status", "--lang", "en", cwd=below)
    assert (found.code, found.out, "inner/measures.yaml" in found.err) == (1, "", True)
    assert "internal" not in found.err


def test_links_and_files_where_folders_belong_leave_the_rest_counted(root: Path) -> None:
    put(root, "2023", "a file")
    (root / "progress/2022").symlink_to("2022")
    (root / "progress/2024/09").symlink_to(root.parent)
    (root / "progress/说明.md").symlink_to(root / "measures.yaml")
    assert right(root)
    assert reread(root) is not None
    workspace = load(root, DAY)
    workspace.reports.close()
    assert workspace.book.tally.files == 12
    assert [(problem.code, problem.place.file) for problem in workspace.book.problems] == [
        ("link-folder", "progress/2022"),
        ("not-a-folder", "progress/2023"),
        ("link-outside", "progress/2024/09"),
    ]


def test_a_committed_report_that_cannot_be_read_is_nobodys(
    tmp_path: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tree(tmp_path)
    made.add("b")
    monkeypatch.setattr(Path, "read_bytes", failing(Path.read_bytes, name("a"), errno.EACCES))
    found = attributions(made.root, DEFAULT_ZONE)
    assert {path: one.origin for path, one in found.items()} == {
        name("a"): Origin.EDITED,
        name("b"): Origin.COMMITTED,
    }
    for command in (("log",), ("show", "firms"), ("seal",)):
        assert tracker(*command, cwd=made.root).code == 0


def test_a_folder_of_reports_that_cannot_be_entered_ends_no_command(
    tmp_path: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tree(tmp_path)
    made.write("a", 2)
    changed = made.save()
    monkeypatch.setattr(Path, "stat", failing(Path.stat, "progress/..", errno.EACCES))
    run: Callable[..., Any] = subprocess.Popen

    def within(*arguments: Any, cwd: Path, **more: Any) -> Any:
        if cwd.name == "progress":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(cwd))
        return run(*arguments, cwd=cwd, **more)

    monkeypatch.setattr("subprocess.Popen", within)
    for command in (("log",), ("show", "firms"), ("seal",)):
        found = tracker(*command, "--lang", "en", cwd=made.root)
        assert (found.code, "install git" in found.err) == (0, False)
    found = tracker("check", "--history", "--lang", "en", cwd=made.root)
    assert (found.code, changed[:12] in found.err) == (1, True)
