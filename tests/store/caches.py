"""What the tests of the cache share: a workspace with one, and what is right of it."""

from datetime import date
from pathlib import Path

import pytest

from support import write_files, write_workspace
from tracker.formats import Canvas, render
from tracker.model.log_protocol import Log
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.status import status
from tracker.store import progress
from tracker.store.workspace import Workspace, load
from tracker.words import Words

DAY = date(2024, 9, 1)
REPORT = "date: 2024-0{month}-1{n}\nby: 区科技局\nrecorded: 2024-0{month}-1{n}T09:00:00+08:00\nentries:\n- {{target: firms, total: {n}}}\n"


def trust(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is believed to look otherwise when it is changed, however lately it was written."""
    for name in ("SECONDS", "TICK"):
        monkeypatch.setattr(progress, name, -(10**19))


def shown(workspace: Workspace) -> bytes:
    view = render("text", status(scope_of(workspace.book, ViewOptions(as_of=DAY))), Words("zh"), Canvas())
    workspace.reports.close()
    return view


def right(root: Path) -> bool:
    return shown(load(root, DAY)) == shown(load(root, DAY, cache=False))


def told(log: Log) -> list[tuple[object, ...]]:
    """What became of every entry."""
    return [(h.entry.ref, h.entry.line, h.value, h.void and h.void.report.stem) for h in log.history()]


def reread(root: Path) -> int | None:
    workspace = load(root, DAY)
    workspace.reports.close()
    return workspace.reread


def file_of(root: Path) -> Path:
    (path,) = (root / ".tracker").glob("cache-*.sqlite3")
    return path


def put(root: Path, name: str, text: str) -> Path:
    write_files(root, {f"progress/{name}": text})
    return root / "progress" / name


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "w"
    folder.mkdir()
    write_workspace(folder)
    write_files(
        folder,
        {
            f"progress/2024/0{month}/2024-0{month}-1{n}-a.yaml": REPORT.format(month=month, n=n)
            for month in (6, 7, 8)
            for n in range(1, 5)
        },
    )
    return folder


@pytest.fixture
def settled(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace whose files have been there for long, with its cache."""
    trust(monkeypatch)
    load(root, DAY).reports.close()
    assert reread(root) == 0
    return root
