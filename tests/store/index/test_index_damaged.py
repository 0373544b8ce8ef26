"""Whatever stands in the index's place, the output is right; at worst it takes longer."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zlib import crc32

import pytest

from support import REPOSITORY, write_files, write_workspace
from tracker.formats import Canvas, render
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.status import status
from tracker.store.index import database, listing
from tracker.store.index.database import Kind
from tracker.store.workspace import Workspace, load
from tracker.words import Words

TODAY = date(2024, 9, 1)
REPORT = "date: 2024-0{month}-1{n}\nby: 区科技局\nrecorded: 2024-0{month}-1{n}T09:00:00+08:00\nentries:\n- {{target: firms, total: {n}}}\n"


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
    """A workspace whose files have been there for long, with its index."""
    for name in ("SECONDS", "TICK"):
        monkeypatch.setattr(listing, name, -(10**19))
    load(root, TODAY).reports.close()
    assert reread(root) == (0, 0, 0)
    return root


def shown(workspace: Workspace) -> bytes:
    found = render("text", status(scope_of(workspace.book, ViewOptions(as_of=TODAY))), Words("zh"), Canvas())
    workspace.reports.close()
    return found


def right(root: Path) -> bool:
    return shown(load(root, TODAY)) == shown(load(root, TODAY, index=False))


def reread(root: Path) -> tuple[int, int, int] | None:
    workspace = load(root, TODAY)
    workspace.reports.close()
    return workspace.reread


def index_of(root: Path) -> Path:
    (found,) = (root / ".tracker").glob("index-*.sqlite3")
    return found


def put(root: Path, name: str, text: str) -> Path:
    path = root / "progress" / name
    write_files(root, {f"progress/{name}": text})
    return path


def test_one_file_added_or_edited_is_one_folder_read_again(settled: Path) -> None:
    path = put(settled, "2024/08/2024-08-20-new.yaml", REPORT.format(month=8, n=4).replace("-14", "-20"))
    assert reread(settled) == (1, 1, 1)
    assert right(settled)
    path.write_text(path.read_text(encoding="utf-8").replace("total: 4", "total: 9"), encoding="utf-8")
    assert reread(settled) == (1, 1, 1)
    assert right(settled)
    path.rename(path.with_name("2024-08-20-other.yaml"))
    assert reread(settled) == (1, 1, 1)
    path.with_name("2024-08-20-other.yaml").unlink()
    assert reread(settled) == (1, 1, 0)
    assert right(settled)
    assert reread(settled) == (0, 0, 0)


def test_a_rewrite_that_restores_size_and_time_is_noticed(settled: Path) -> None:
    path = settled / "progress/2024/08/2024-08-14-a.yaml"
    before = path.stat()
    time.sleep(0.02)  # the clock of the file system ticks
    path.write_text(path.read_text(encoding="utf-8").replace("total: 4", "total: 5"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert reread(settled) == (1, 1, 1)
    assert right(settled)


def test_files_of_this_moment_are_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "TICK", 10**12)
    assert reread(root) == (3, 12, 12)
    assert reread(root) == (3, 12, 12)
    assert right(root)
    monkeypatch.setattr(listing, "TICK", -(10**19))
    assert reread(root) == (3, 12, 12)
    assert reread(root) == (0, 0, 0)


def test_a_file_system_that_tells_whole_seconds_is_trusted_later(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a stick or an old share: nothing but the time of writing tells the files apart."""
    now = time.time_ns() // 10**9 * 10**9
    for path in (root / "progress").rglob("*.yaml"):
        os.utime(path, ns=(now, now))
    monkeypatch.setattr(listing, "TICK", -(10**19))
    assert reread(root) == (3, 12, 12)
    assert reread(root) == (3, 12, 12)
    assert right(root)


def test_a_clock_that_was_set_back_trusts_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(root, TODAY).reports.close()
    monkeypatch.setattr(time, "time_ns", lambda: 10**18)
    assert reread(root) == (3, 12, 12)
    assert right(root)


def test_another_catalogue_rolls_the_same_reports_anew(settled: Path) -> None:
    path = settled / "measures.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("'40'", "'4'"), encoding="utf-8")
    assert reread(settled) == (0, 0, 0)
    assert right(settled)
    assert len(list((settled / ".tracker").glob("index-*"))) == 1


def _overwrite(path: Path, begin: int, raw: bytes) -> None:
    content = bytearray(path.read_bytes())
    content[begin : begin + len(raw)] = raw
    path.write_bytes(content)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "garbage": lambda path: path.write_bytes(os.urandom(20_000)),
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:9000]),
    "head-overwritten": lambda path: _overwrite(path, 0, b"\0" * 100),
    "half-zeroes": lambda path: _overwrite(path, 4096, b"\0" * 12_000),
    "text": lambda path: path.write_text("索引", encoding="utf-8"),
    "other-schema": lambda path: _sql(path, "CREATE TABLE more (a)"),
    "trigger": lambda path: _sql(path, "CREATE TRIGGER t AFTER UPDATE ON page BEGIN DELETE FROM page; END"),
    "no-table": lambda path: _sql(path, "DROP TABLE page"),
    "no-rows": lambda path: _sql(path, "DELETE FROM page"),
    "no-state": lambda path: _sql(path, "DELETE FROM page WHERE key = 'state'"),
    "no-series": lambda path: _sql(path, "UPDATE page SET body = NULL WHERE kind = 4"),
    "a-text": lambda path: _sql(path, "UPDATE page SET body = 'x' WHERE kind = 4"),
    "another-place": lambda path: _sql(path, "UPDATE page SET part = part || 'x' WHERE kind = 4"),
    "version": lambda path: _seal(path, Kind.META, database.VERSION_OF, "0 0.0.0"),
    "state-garbage": lambda path: _seal(path, Kind.META, "state", "[1, 2"),
    "state-other": lambda path: _seal(path, Kind.META, "state", '{"a": 1}'),
    "catalogue-garbage": lambda path: _seal(path, Kind.META, "catalogue-read", "[99, []]"),
    "catalogue-other": lambda path: _seal(path, Kind.META, "catalogue-read", '["t", 1]'),
}


def _sql(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def _seal(path: Path, kind: Kind, key: str, body: str) -> None:
    """A page that is whole, and says something else."""
    raw = body.encode()
    sealed = crc32(raw, crc32(f"{int(kind)} {key} ".encode())).to_bytes(4, "big") + raw
    connection = sqlite3.connect(path)
    connection.execute("UPDATE page SET body = ? WHERE kind = ? AND key = ?", (sealed, kind, key))
    connection.commit()
    connection.close()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_made_anew(settled: Path, damage: str) -> None:
    DAMAGES[damage](index_of(settled))
    assert right(settled)
    assert right(settled)


def test_a_page_that_is_damaged_where_it_is_asked_for_late(settled: Path) -> None:
    """Reports are asked for long after the index was found to be sound."""
    _sql(index_of(settled), "UPDATE page SET body = x'00000000' WHERE kind = 2")
    with_index, without = load(settled, TODAY), load(settled, TODAY, index=False)
    assert with_index.book.log.history() == without.book.log.history()
    assert with_index.reports.report("2024-08-14-a") == without.reports.report("2024-08-14-a")
    with_index.reports.close()


def test_an_index_that_was_copied_or_cloned_is_not_believed(settled: Path, tmp_path: Path) -> None:
    _seal(index_of(settled), Kind.META, "quoted", "anything")
    shutil.copytree(settled, tmp_path / "copy")
    assert reread(tmp_path / "copy") == (3, 12, 12)
    assert right(tmp_path / "copy")


def test_the_index_of_another_user_is_left_alone(settled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = index_of(settled).read_bytes()
    mine = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: mine + 1)
    assert right(settled)
    assert reread(settled) == (3, 12, 12)
    assert index_of(settled).read_bytes() == before


def test_a_folder_that_others_may_write_to_is_left_alone(settled: Path) -> None:
    (settled / ".tracker").chmod(0o777)
    before = index_of(settled).read_bytes()
    assert right(settled)
    assert index_of(settled).read_bytes() == before


def test_a_link_in_place_of_the_folder_leads_nowhere(root: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (root / ".tracker").symlink_to(tmp_path / "elsewhere")
    assert right(root)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_file_in_place_of_the_folder(root: Path) -> None:
    (root / ".tracker").write_text("x", encoding="utf-8")
    assert right(root)
    assert (root / ".tracker").read_text(encoding="utf-8") == "x"


def test_what_a_killed_writer_left_is_taken_away(settled: Path) -> None:
    left = settled / ".tracker/.index-0000.tmp"
    left.write_bytes(b"x")
    os.utime(left, (1, 1))
    index_of(settled).unlink()
    assert right(settled)
    assert not left.exists()


def test_the_index_keeps_itself_out_of_git(settled: Path) -> None:
    assert (settled / ".tracker/.gitignore").read_text(encoding="utf-8") == "*\n"
    assert (
        (settled / ".tracker/CACHEDIR.TAG")
        .read_text(encoding="utf-8")
        .startswith("Signature: 8a477f597d28d172")
    )
    assert stat.S_ISREG(index_of(settled).stat().st_mode)


def test_an_index_in_use_cannot_be_changed_and_nobody_minds(settled: Path) -> None:
    reader = load(settled, TODAY)
    put(settled, "2024/08/2024-08-20-new.yaml", REPORT.format(month=8, n=4).replace("-14", "-20"))
    assert right(settled)
    assert reread(settled) == (1, 1, 1)
    assert shown(reader) != shown(load(settled, TODAY))
    assert reread(settled) == (0, 0, 0)  # it could be written at last


def test_many_processes_at_once_on_files_that_change(root: Path) -> None:
    """All start with no index or an old one, and none says anything else than the one without."""
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
        assert said == {start(TRACKER_INDEX="off").communicate()}
        assert {process.returncode for process in running} == {0}
