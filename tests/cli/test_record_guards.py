"""What record refuses or doubts, however it is typed, and files as they were written by hand."""

import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from recording import BY, files, values
from recording import root as root  # noqa: PLC0414 - a fixture
from support import Run, document, target, write_workspace


@pytest.mark.parametrize("argument", ["-4", "−4", "–4", "－4"])
@pytest.mark.parametrize("form", [("speed", "{0}"), ("speed={0}",), ("--", "speed", "{0}")])
def test_a_minus_is_one_however_it_is_typed(
    tmp_path: Path, tracker: Run, form: tuple[str, ...], argument: str
) -> None:
    speed = target(id="speed", name="增速", kind="growth", target={"at_least": "15"})
    write_workspace(tmp_path, json.dumps(document(speed), ensure_ascii=False))
    words = [part.format(argument) for part in form]
    found = tracker("record", "--dry-run", "--yes", *BY, "--date", "2024-10-31", *words, cwd=tmp_path)
    assert (found.code, "{target: speed, total: -4}" in found.out) == (0, True), found.err


@pytest.mark.parametrize(
    "form", [("firms", "+6"), ("firms=+6",), ("firms+=6",), ("firms+=+6",), ("firms", "＋6家")]
)
def test_a_plus_is_an_increment_everywhere(root: Path, tracker: Run, form: tuple[str, ...]) -> None:
    found = tracker("record", *form, *BY, "--dry-run", cwd=root)
    assert (found.code, "{target: firms, add: 6}" in found.out) == (0, True)


@pytest.mark.parametrize("value", ["38①", "5²", "㊳", "—4", "三十八", "38½"])
def test_what_only_looks_like_a_number_is_no_stage_either(root: Path, tracker: Run, value: str) -> None:
    found = tracker("record", f"plan={value}", *BY, "--lang", "en", cwd=root)
    assert (found.code, "is no certain number" in found.err, files(root)) == (2, True, [])


def test_an_increment_that_brings_a_count_below_zero_is_refused_at_every_way_in(
    root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    tracker("record", "firms", "5", *BY, "--date", "2024-10-20", cwd=root)
    (root / "a.csv").write_text(
        "指标id,本次累计数,数据日期,报送单位\nfirms,23,2024-10-31,区科技局\n", encoding="utf-8"
    )
    text = '{"date": "2024-10-31", "by": "区科技局", "entries": [{"target": "firms", "add": -9}]}'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    for arguments in (("firms+=-9", "--date", "2024-10-31", *BY), ("-",)):
        found = tracker("record", *arguments, "--yes", "--lang", "en", cwd=root)
        assert (found.code, "below zero" in found.err, len(files(root))) == (1, True, 1)


def test_the_same_increment_soon_after_is_a_doubt(
    root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tracker("record", "firms+=4", *BY, "--date", "2024-10-31", cwd=root).code == 0
    monkeypatch.setenv("TRACKER_NOW", "2024-11-06")
    again = tracker("record", "firms+=4", *BY, "--date", "2024-10-31", "--lang", "en", cwd=root)
    assert (again.code, "is it the same?" in again.err, len(files(root))) == (1, True, 1)


def test_what_is_written_twice_on_purpose_is_no_copy(
    root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        assert tracker("record", "firms+=4", *BY, "--yes", cwd=root).code == 0
    assert values(tracker, root)["firms"] == "12"
    text = '{"by": "区科技局", "recorded": "2024-11-01T09:00:00+08:00", "entries": [{"target": "firms", "add": 1}]}'
    for code in (0, 1):  # a script that tries again
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert tracker("record", "-", "--yes", cwd=root).code == code
    assert values(tracker, root)["firms"] == "13"


@pytest.mark.parametrize("folder", ["progress", "progress/2024", "progress/2024/10"])
@pytest.mark.parametrize("how", ["link", "dangling", "file"])
def test_nothing_is_written_where_nothing_is_read(
    tmp_path: Path, tracker: Run, folder: str, how: str
) -> None:
    root = write_workspace(tmp_path / "here", json.dumps(document(target()), ensure_ascii=False))
    (tmp_path / "elsewhere").mkdir()
    (root / folder).parent.mkdir(parents=True, exist_ok=True)
    if how == "file":
        (root / folder).write_text("", encoding="utf-8")
    else:
        (root / folder).symlink_to(tmp_path / ("elsewhere" if how == "link" else "nowhere"))
    (root / "a.csv").write_text("指标id,本次累计数\nfirms,23\n", encoding="utf-8")
    by = (*BY, "--date", "2024-10-31")
    for command in (("record", "firms", "23"), ("record", "firms", "23", "--dry-run"), ("import", "a.csv")):
        found = tracker(*command, *by, cwd=root)
        assert (found.code, folder in found.err) == (5, True)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_what_was_written_is_no_failure_where_its_echo_cannot_be_printed(root: Path) -> None:
    """Run as a program: standard output is a device that is always full."""
    environment = {**os.environ, "TRACKER_NOW": "2024-11-05"}
    (root / "a.csv").write_text("指标id,本次累计数\ndeals,3\n", encoding="utf-8")
    by = (*BY, "--date", "2024-10-31")
    for n, arguments in enumerate((("record", "firms+=1", *by), ("import", "a.csv", *by)), 1):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "tracker", *arguments],
                cwd=root,
                env=environment,
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert (done.returncode, len(files(root))) == (0, n), done.stderr.decode()
        assert "已经写入" in done.stderr.decode()


def by_hand(root: Path, content: bytes, name: str = "2024-10-31-a.yaml") -> None:
    folder = root / "progress/2024/10"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)


def test_files_by_hand_are_read_as_they_were_meant(root: Path, tracker: Run) -> None:
    text = "date: 2024-10-31\nby: no\nentries:\n- {target: firms, total: 23}\n"
    for content in (text.encode(), b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()):
        by_hand(root, content)
        assert tracker("check", cwd=root).code == 0
        assert values(tracker, root)["firms"] == "23"
    assert "no" in tracker("log", "-f", "csv", cwd=root).out


@pytest.mark.parametrize("encoding", ["utf-16", "gbk"])
def test_a_file_in_another_encoding_is_named_and_not_counted(root: Path, tracker: Run, encoding: str) -> None:
    text = "date: 2024-10-31\nby: 区科技局\nentries:\n- {target: firms, total: 23}\n"
    by_hand(root, text.encode(encoding))
    found = tracker("check", "--lang", "en", cwd=root)
    assert (found.code, "not UTF-8" in found.err) == (1, True)
    assert values(tracker, root)["firms"] is None


def test_a_full_disk_leaves_no_file(root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)
    found = tracker("record", "firms", "23", *BY, cwd=root)
    assert (found.code, files(root)) == (5, [])
    assert tracker("status", cwd=root).code == 0


def test_in_csv_a_negative_number_stands_bare_and_no_name_is_a_formula(tmp_path: Path, tracker: Run) -> None:
    speed = target(id="speed", name="=1+1", kind="growth", target={"at_least": "15"})
    write_workspace(tmp_path, json.dumps(document(speed), ensure_ascii=False))
    tracker("record", "speed", "-4.1", "--date", "2024-10-31", *BY, cwd=tmp_path)
    shown = tracker("status", "--as-of", "2024-10-31", "-f", "csv", cwd=tmp_path).out
    assert (",-4.1," in shown, "'=1+1" in shown) == (True, True)


def test_an_endless_standard_input_is_refused(
    tmp_path: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            return len(buffer)

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(Endless())))
    found = tracker("--lang", "en", "record", "-", cwd=write_workspace(tmp_path))
    assert (found.code, "larger than 1 MiB" in found.err) == (1, True)


def test_a_first_figure_in_too_small_a_unit_is_doubted(root: Path, tracker: Run) -> None:
    found = tracker("record", "deals", "8.35万元", *BY, cwd=root)
    assert (found.code, "万" in found.err, files(root)) == (1, True, [])
    assert tracker("record", "deals", "0.05", *BY, cwd=root).code == 0
