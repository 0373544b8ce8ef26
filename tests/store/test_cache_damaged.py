"""Whatever stands in the cache's place, the output is right; at worst it takes longer."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from caches import DAY, REPORT, file_of, put, reread, right, shown, told

from tracker.store.cache.database import Cache
from tracker.store.workspace import load


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
