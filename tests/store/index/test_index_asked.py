"""The index is asked for what a command needs, and for nothing else."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from support import TODAY, Result, write_files, write_workspace
from tracker import __version__
from tracker.store.index import listing, place
from tracker.store.index.archive import Archive
from tracker.store.index.database import SCHEMA, Kind
from tracker.store.index.pages import Guarded
from tracker.store.workspace import load

Run = Callable[..., Result]
REPORT = "date: 2025-0{month}-1{n}\nby: 区科技局\nrecorded: 2025-0{month}-1{n}T09:00:00+08:00\nentries:\n- {{target: firms, total: {n}}}\n"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The days whose reports are fetched."""
    days: list[str] = []
    one = Guarded.one

    def noted(self: Guarded, kind: Kind, key: str, part: str = "") -> str | None:
        if kind is Kind.DAY:
            days.append(key)
        return one(self, kind, key, part)

    def everything(_: Archive) -> None:
        raise AssertionError("the whole log is read")

    monkeypatch.setattr(Guarded, "one", noted)
    monkeypatch.setattr(Archive, "each_day", everything)
    return days


@pytest.fixture
def root(tmp_path: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("SECONDS", "TICK"):
        monkeypatch.setattr(listing, name, -(10**19))
    folder = tmp_path / "w"
    folder.mkdir()
    write_workspace(folder, None)
    text = (folder / "measures.yaml").read_text(encoding="utf-8").replace("'2024'", "'2025'")
    (folder / "measures.yaml").write_text(text, encoding="utf-8")
    write_files(
        folder,
        {
            f"progress/2025/0{month}/2025-0{month}-1{n}-a.yaml": REPORT.format(month=month, n=n)
            for month in range(1, 9)
            for n in range(1, 5)
        },
    )
    assert tracker("status", cwd=folder).code == 0
    return folder


def test_recording_reads_the_day_it_records(root: Path, tracker: Run, asked: list[str]) -> None:
    found = tracker("record", "firms", 5, "--by", "区科技局", "--date", "2025-08-14", cwd=root)
    assert (found.code, found.err) == (0, "")
    assert set(asked) <= {"2025-08-14"}


def test_status_in_a_terminal_fetches_no_report(root: Path, tracker: Run, asked: list[str]) -> None:
    assert tracker("status", cwd=root).code == 0
    assert asked == []
    assert tracker("status", "-f", "json", cwd=root).code == 0
    assert asked == ["2025-08-14"]


def test_a_day_known_later_is_all_that_an_old_look_reads(root: Path, tracker: Run, asked: list[str]) -> None:
    late = root / "progress/2025/03/2025-03-20-late.yaml"
    text = REPORT.format(month=3, n=4).replace("2025-03-14\nby", "2025-03-20\nby").replace("03-14T", "09-01T")
    late.write_text(text, encoding="utf-8")
    tracker("status", cwd=root)
    asked.clear()
    found = tracker("status", "--as-of", "2025-08-31", "--known-on", "2025-08-31", cwd=root)
    assert (found.code, asked) == (0, [])


def test_the_log_of_a_few_reads_their_days(root: Path, tracker: Run, asked: list[str]) -> None:
    found = tracker("log", "--limit", 1, "--since", "2025-08-13", cwd=root)
    assert found.code == 0
    assert set(asked) == {"2025-08-13", "2025-08-14"}


def test_without_an_index_nothing_is_kept(root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(root / ".tracker")
    monkeypatch.setitem(os.environ, "TRACKER_INDEX", "off")
    assert tracker("status", cwd=root).code == 0
    assert not (root / ".tracker").exists()


def test_an_index_of_other_rules_is_not_believed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a clone the rules change while the version stays."""

    def reread() -> tuple[int, int, int] | None:
        workspace = load(root, TODAY)
        workspace.reports.close()
        return workspace.reread

    assert reread() == (0, 0, 0)
    monkeypatch.setattr(place, "version", lambda: "another")
    assert reread() == (8, 32, 32)
    assert reread() == (0, 0, 0)


def test_the_files_that_decide_are_part_of_the_version(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = place.version()
    assert whole.startswith(f"{SCHEMA} {__version__} ")
    monkeypatch.setattr(place, "_DECIDING", ("model",))
    assert place.version.__wrapped__() != whole
