"""The bar of a long reading: on a terminal, after a while, and never anywhere else."""

import io
import os
from pathlib import Path

import pytest

from support import TODAY, write_files, write_workspace
from tracker.cli import progress_bar
from tracker.cli.progress_bar import ProgressBar
from tracker.store.workspace import load
from tracker.words import Words


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_workspace(tmp_path)
    text = "date: 2024-08-10\nby: 区科技局\nentries:\n- {target: firms, total: 1}\n"
    write_files(tmp_path, {f"progress/2024/08/2024-08-10-{n}.yaml": text for n in range(30)})
    return tmp_path


def seen(root: Path, monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, patience: float) -> str:
    monkeypatch.setattr(progress_bar, "PATIENCE", patience)
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setitem(os.environ, "TERM", "xterm")
    with ProgressBar(Words("zh")) as bar:
        load(root, TODAY, watch=bar).reports.close()
    return stream.getvalue()


def test_a_bar_on_a_terminal_once_it_has_taken_a_while(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "读取文件" in seen(root, monkeypatch, Terminal(), 0)


def test_no_bar_for_what_is_soon_done(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert seen(root, monkeypatch, Terminal(), 60) == ""


def test_no_bar_where_nobody_looks(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert seen(root, monkeypatch, io.StringIO(), 0) == ""
