"""Several writers, a killed one, a full disk: nothing lost, nothing wrong."""

import os
import resource
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from caches import DAY, REPORT, file_of, put, reread, right, shown

from support import REPOSITORY
from tracker.store.cache import database
from tracker.store.workspace import load


def test_what_a_killed_writer_left_is_taken_away(settled: Path) -> None:
    left = settled / ".tracker/.cache-0000.tmp"
    left.write_bytes(b"x")
    os.utime(left, (1, 1))
    file_of(settled).unlink()
    assert right(settled)
    assert not left.exists()


def test_the_cache_keeps_itself_out_of_git(settled: Path) -> None:
    assert (settled / ".tracker/.gitignore").read_text(encoding="utf-8") == "*\n"
    tag = (settled / ".tracker/CACHEDIR.TAG").read_text(encoding="utf-8")
    assert tag.startswith("Signature: 8a477f597d28d172")
    assert stat.S_IMODE(file_of(settled).stat().st_mode) == 0o600


def test_a_cache_in_use_cannot_be_changed_and_nobody_minds(
    settled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_WAIT", 20)
    reader = load(settled, DAY)
    put(settled, "2024/08/2024-08-20-new.yaml", REPORT.format(month=8, n=4).replace("-14", "-20"))
    assert right(settled)
    assert reread(settled) is None
    assert shown(reader) != shown(load(settled, DAY))
    assert [reread(settled), reread(settled)] == [0, 0]  # the last look could write it


def test_a_writer_that_does_not_finish_is_not_waited_for(
    settled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_WAIT", 20)
    writer = sqlite3.connect(file_of(settled), isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    assert reread(settled) is None
    assert right(settled)
    writer.close()
    assert reread(settled) == 0


@pytest.mark.parametrize("when", ["new", "changed"])
def test_a_killed_writer_leaves_nothing_wrong(
    when: str, settled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if when == "new":
        shutil.rmtree(settled / ".tracker")
    put(settled, "2024/08/2024-08-20-new.yaml", REPORT.format(month=8, n=4).replace("-14", "-20"))
    child = os.fork()
    if child == 0:
        monkeypatch.setattr(database, "_seal", lambda _: os.kill(os.getpid(), 9))
        load(settled, DAY)
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == 9
    assert right(settled)
    assert reread(settled) == 0


@pytest.fixture
def full_disk() -> Iterator[Callable[[int], None]]:
    """No file may grow beyond so many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("size", [0, 20, 5000, 40_000])
def test_a_full_disk(size: int, settled: Path, full_disk: Callable[[int], None]) -> None:
    put(settled, "2024/08/2024-08-20-new.yaml", REPORT.format(month=8, n=4).replace("-14", "-20"))
    expected = shown(load(settled, DAY, cache=False))
    full_disk(size)
    changed = shown(load(settled, DAY))
    shutil.rmtree(settled / ".tracker")
    assert [changed, shown(load(settled, DAY))] == [expected, expected]
    full_disk(resource.getrlimit(resource.RLIMIT_FSIZE)[1])
    assert right(settled)
    assert reread(settled) == 0
    assert (settled / ".tracker/.gitignore").read_text(encoding="utf-8") == "*\n"


def test_many_processes_at_once_on_files_that_change(root: Path) -> None:
    """All start with no cache or an old one, and none says anything else than the one without."""
    code = (
        "import sys; from tracker.cli.app import main\n"
        "sys.argv = ['tracker', 'status', '-f', 'json', '--as-of', '2024-08-31']; main()"
    )
    environment = {**os.environ, "TRACKER_NOW": "2024-09-01", "PYTHONPATH": str(REPOSITORY / "src")}

    def start(**more: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=root,
            env=environment | more,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    for turn in range(3):
        put(
            root,
            f"2024/08/2024-08-20-n{turn}.yaml",
            REPORT.format(month=8, n=turn).replace(f"-1{turn}", "-20"),
        )
        running = [start() for _ in range(4)]
        said = {process.communicate() for process in running}
        assert said == {start(TRACKER_CACHE="off").communicate()}
        assert {process.returncode for process in running} == {0}
