"""What the cache keeps is read again when it changes, and nothing else is."""

import os
import time
from datetime import date
from pathlib import Path

import pytest
from caches import DAY, REPORT, put, reread, right, shown, told

from support import TODAY, Run, report
from tracker.model.admission import admit
from tracker.store import progress
from tracker.store.cache.database import Cache
from tracker.store.files import UnreadableError, read_bytes
from tracker.store.workspace import load, load_catalogue


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
        (DAY, ["date-future", "recorded-future"]),
        (date(2024, 9, 3), []),
        (DAY, ["date-future", "recorded-future"]),
    ):
        workspace = load(settled, day)
        assert [problem.code for problem in workspace.book.problems] == problems
        assert workspace.book.tally == load(settled, day, cache=False).book.tally
        workspace.reports.close()


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
