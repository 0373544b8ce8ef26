"""Whatever stands in the cache's place, the output is right; at worst it takes longer."""

import os
import random
import resource
import shutil
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from support import REPOSITORY, TODAY, Result, report, write_files, write_workspace
from tracker.formats import Canvas, render
from tracker.model.admission import admit
from tracker.model.log import Log
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.status import status
from tracker.store import progress
from tracker.store.cache import database
from tracker.store.cache.database import Cache
from tracker.store.files import UnreadableError, read_bytes
from tracker.store.workspace import Workspace, load, load_catalogue
from tracker.words import Words

Run = Callable[..., Result]
DAY = date(2024, 9, 1)
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


def trust(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is believed to look otherwise when it is changed, however lately it was written."""
    for name in ("SECONDS", "TICK"):
        monkeypatch.setattr(progress, name, -(10**19))


@pytest.fixture
def settled(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace whose files have been there for long, with its cache."""
    trust(monkeypatch)
    load(root, DAY).reports.close()
    assert reread(root) == 0
    return root


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


def test_what_changed_is_read_again_and_nothing_else(settled: Path) -> None:
    path = put(settled, "2024/08/2024-08-20-new.yaml", REPORT.format(month=8, n=4).replace("-14", "-20"))
    assert reread(settled) == 1
    assert right(settled)
    path.write_text(path.read_text(encoding="utf-8").replace("total: 4", "total: 9"), encoding="utf-8")
    assert reread(settled) == 1
    assert right(settled)
    path.rename(path.with_name("2024-08-20-other.yaml"))
    assert reread(settled) == 1
    path.with_name("2024-08-20-other.yaml").unlink()
    assert reread(settled) == 0
    assert right(settled)


def test_a_rewrite_that_restores_size_and_time_is_noticed(settled: Path) -> None:
    path = settled / "progress/2024/08/2024-08-14-a.yaml"
    before = path.stat()
    time.sleep(0.02)  # the clock of the file system ticks
    path.write_text(path.read_text(encoding="utf-8").replace("total: 4", "total: 5"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert reread(settled) == 1
    assert right(settled)


def test_files_of_this_moment_are_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "TICK", 10**12)
    assert [reread(root), reread(root)] == [12, 12]
    assert right(root)
    monkeypatch.setattr(progress, "TICK", -(10**19))
    assert [reread(root), reread(root)] == [12, 0]


def test_a_file_system_that_tells_whole_seconds_is_trusted_later(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a stick or an old share: nothing but the time of writing tells the files apart."""
    now = time.time_ns() // 10**9 * 10**9
    for path in (root / "progress").rglob("*.yaml"):
        os.utime(path, ns=(now, now))
    monkeypatch.setattr(progress, "TICK", -(10**19))
    assert [reread(root), reread(root)] == [12, 12]
    assert right(root)


def test_a_clock_that_was_set_back_trusts_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(root, DAY).reports.close()
    monkeypatch.setattr(time, "time_ns", lambda: 10**18)
    assert reread(root) == 12
    assert right(root)


def test_another_catalogue_makes_the_cache_anew(settled: Path) -> None:
    path = settled / "measures.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("'40'", "'4'"), encoding="utf-8")
    assert right(settled)
    assert reread(settled) == 0
    assert len(list((settled / ".tracker").iterdir())) == 4


def test_what_could_not_be_read_to_its_end_is_tried_again(
    settled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(settled, "2024/08/2024-08-20-new.yaml", REPORT.format(month=8, n=4).replace("-14", "-20"))

    def failing(file: Path, limit: int) -> bytes:
        if file == path:
            raise UnreadableError("file-unreadable", reason="Input/output error")
        return read_bytes(file, limit)

    with monkeypatch.context() as broken:
        broken.setattr("tracker.store.progress.read_bytes", failing)
        for _ in range(2):
            workspace = load(settled, DAY)
            workspace.reports.close()
            assert (workspace.reread, [p.code for p in workspace.book.problems]) == (1, ["file-unreadable"])
            assert right(settled)
    assert reread(settled) == 1
    assert right(settled)
    assert reread(settled) == 0


def test_a_report_of_tomorrow_counts_tomorrow(settled: Path) -> None:
    put(settled, "2024/09/2024-09-02-new.yaml", REPORT.format(month=9, n=2).replace("-12", "-02"))
    for day, problems in (
        (DAY, ["date-future"]),
        (date(2024, 9, 3), []),
        (DAY, ["date-future"]),
    ):
        workspace = load(settled, day)
        assert [problem.code for problem in workspace.book.problems] == problems
        assert workspace.book.tally == load(settled, day, cache=False).book.tally
        workspace.reports.close()


def _overwrite(path: Path, begin: int, raw: bytes) -> None:
    content = bytearray(path.read_bytes())
    content[begin : begin + len(raw)] = raw
    path.write_bytes(content)


def _sql(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "garbage": lambda path: path.write_bytes(os.urandom(20_000)),
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:9000]),
    "head-overwritten": lambda path: _overwrite(path, 0, b"\0" * 100),
    "half-zeroes": lambda path: _overwrite(path, 4096, b"\0" * 12_000),
    "text": lambda path: path.write_text("缓存", encoding="utf-8"),
    "trigger": lambda path: _sql(path, "CREATE TRIGGER t AFTER INSERT ON line BEGIN DELETE FROM day; END"),
    "no-table": lambda path: _sql(path, "DROP TABLE day"),
    "no-rows": lambda path: _sql(path, "DELETE FROM day"),
    "other-values": lambda path: _sql(path, "UPDATE day SET value = '99'"),
    "other-lines": lambda path: _sql(path, "UPDATE line SET total = 'x'"),
    "other-catalogue": lambda path: _sql(path, "UPDATE meta SET value = '[99, []]' WHERE name = 'resolved'"),
    "no-seal": lambda path: path.with_suffix(".seal").unlink(),
    "another-seal": lambda path: path.with_suffix(".seal").write_bytes(b"\xff1 2 3 4"),
    "a-journal": lambda path: path.with_name(f"{path.name}-journal").write_bytes(os.urandom(2000)),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_cache_is_made_anew(settled: Path, damage: str) -> None:
    DAMAGES[damage](file_of(settled))
    assert right(settled)
    assert right(settled)
    assert reread(settled) == 0


@pytest.mark.parametrize("seed", range(6))
def test_bytes_overwritten_anywhere_change_nothing(settled: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a repeatable choice of places
    path = file_of(settled)
    for _ in range(4):
        _overwrite(path, chance.randrange(path.stat().st_size), chance.randbytes(chance.randrange(1, 64)))
        assert right(settled)


def test_a_cache_that_breaks_while_it_is_asked(settled: Path) -> None:
    """As where the disk fails: the seal is right, and what is beneath cannot be read."""
    workspace, without = load(settled, DAY), load(settled, DAY, cache=False)
    asked: Cache = workspace.reports._cache  # type: ignore[attr-defined]
    asked.connection.close()
    assert told(workspace.book.log) == told(without.book.log)
    assert workspace.reports.report("2024-08-14-a") == without.reports.report("2024-08-14-a")
    assert shown(workspace) == shown(without)


def test_a_cache_that_was_copied_or_cloned_is_not_believed(settled: Path, tmp_path: Path) -> None:
    shutil.copytree(settled, tmp_path / "copy")
    _sql(file_of(tmp_path / "copy"), "UPDATE day SET value = '99'")
    assert reread(tmp_path / "copy") == 12
    assert right(tmp_path / "copy")


def test_the_cache_of_another_user_is_left_alone(settled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = file_of(settled).read_bytes()
    mine = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: mine + 1)
    assert right(settled)
    assert reread(settled) is None
    assert file_of(settled).read_bytes() == before


def test_a_folder_that_others_may_write_to_is_left_alone(settled: Path) -> None:
    (settled / ".tracker").chmod(0o777)
    before = file_of(settled).read_bytes()
    assert right(settled)
    assert file_of(settled).read_bytes() == before


def test_links_in_the_cache_s_place_lead_nowhere(settled: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine", encoding="utf-8")
    path = file_of(settled)
    for planted in (path, path.with_suffix(".seal"), path.with_name(f"{path.name}-journal")):
        planted.unlink(missing_ok=True)
        planted.symlink_to(victim)
        assert right(settled)
        put(settled, "2024/08/2024-08-20-new.yaml", REPORT.format(month=8, n=4).replace("-14", "-20"))
        assert right(settled)
        assert victim.read_text(encoding="utf-8") == "mine"
        planted.unlink(missing_ok=True)
    shutil.rmtree(settled / ".tracker")
    (tmp_path / "elsewhere").mkdir()
    (settled / ".tracker").symlink_to(tmp_path / "elsewhere")
    assert right(settled)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_file_in_place_of_the_folder(root: Path) -> None:
    (root / ".tracker").write_text("x", encoding="utf-8")
    assert right(root)
    assert (root / ".tracker").read_text(encoding="utf-8") == "x"


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


def test_without_a_cache_nothing_is_kept(root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "TRACKER_CACHE", "off")
    assert tracker("status", cwd=root).code == 0
    assert not (root / ".tracker").exists()


def test_the_catalogue_alone_comes_from_the_cache(settled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = load_catalogue(settled)
    monkeypatch.setattr("tracker.store.workspace._catalogue", lambda _: pytest.fail("read again"))
    assert load_catalogue(settled) == expected


def test_a_view_asks_for_the_values_and_for_few_entries(
    settled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    queries: list[str] = []
    rows = Cache.rows

    def noted(self: Cache, query: str, *values: object) -> list[tuple[object, ...]]:
        queries.append(query)
        return rows(self, query, *values)

    workspace = load(settled, DAY)
    monkeypatch.setattr(Cache, "rows", noted)
    shown(workspace)
    assert not [query for query in queries if "FROM line" in query]


def test_a_dry_run_is_what_would_come_of_it(settled: Path) -> None:
    fresh = [
        report("2024-08-05", {"target": "firms", "add": 3}, stem="2024-08-05-new"),
        report("2024-08-20", {"void": "2024-08-14-a", "reason": "重复"}, stem="2024-08-20-new"),
        report("2024-08-21", {"target": "nothing", "total": 3}, stem="2024-08-21-new"),
    ]
    workspace, without = load(settled, TODAY), load(settled, TODAY, cache=False)
    cached, plain = workspace.reports.dry_run(fresh, []), without.reports.dry_run(fresh, [])
    assert told(cached.log) == told(plain.log)
    assert cached.log.points("firms", TODAY)[:] != workspace.book.log.points("firms", TODAY)[:]
    assert [e.ref for e in cached.entries] == [e.ref for e in plain.entries]
    assert set(map(repr, cached.problems)) == set(map(repr, plain.problems))
    assert [p.code for p in cached.problems] == ["target-unknown"]
    assert not admit([], workspace.book.catalogue, TODAY).problems
    workspace.reports.close()
    assert reread(settled) == 0
