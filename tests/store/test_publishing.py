"""Reports appear all or none, wherever a writer is killed; the next writer finishes or clears what it left."""

import errno
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support import Run, write_workspace
from tracker.problems import TrackerError
from tracker.store import publishing
from tracker.store.progress import listing_of
from tracker.store.publishing import finish, publish

REPORT = "date: {day}\nby: 区科技局\nentries:\n- {{target: firms, total: {total}}}\n"
DAYS = ("2024-08-10", "2024-08-20", "2024-09-10")
CONTENTS = {
    f"progress/{day[:4]}/{day[5:7]}/{day}-a.yaml": REPORT.format(day=day, total=n).encode()
    for n, day in enumerate(DAYS, 1)
}
CALLS = ("mkdir", "rename", "link", "unlink", "rmdir", "fsync")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_workspace(tmp_path)


def killed(root: Path, at: int) -> bool:
    """Publish in a process that dies at this call of the system; whether it lived to its end."""
    child = os.fork()
    if child == 0:
        calls = 0

        def dying(call: Callable[..., Any]) -> Callable[..., Any]:
            def dies(*arguments: Any, **more: Any) -> Any:
                nonlocal calls
                calls += 1
                if calls == at:
                    os._exit(9)
                return call(*arguments, **more)

            return dies

        for name in CALLS:
            setattr(os, name, dying(getattr(os, name)))
        publish(root, CONTENTS)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def there(root: Path) -> set[str]:
    """Every file below progress/, hidden ones as well."""
    return {path.relative_to(root).as_posix() for path in (root / "progress").rglob("*") if path.is_file()}


def test_a_writer_killed_anywhere_has_written_all_or_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "ABANDONED", -1)
    outcomes = []
    for at in range(1, 200):
        lived = killed(root, at)
        problems = [problem.code for problem in listing_of(root).problems]
        seen = {file for file in there(root) if "/." not in file}
        assert seen in (set(), set(CONTENTS)) or problems == ["write-unfinished"], at
        finish(root)
        after = there(root)
        assert after in (set(), set(CONTENTS)), at
        assert list(root.glob("progress/.*")) == []
        outcomes.append(bool(after))
        for file in after:
            (root / file).unlink()
        if lived:
            break
    assert outcomes == sorted(outcomes), "nothing until it is decided, all from then on"
    assert (outcomes[0], outcomes[-1]) == (False, True)


def test_a_system_that_says_no_anywhere_leaves_all_or_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at in range(1, 200):
        calls = 0

        def failing(call: Callable[..., Any], at: int = at) -> Callable[..., Any]:
            def fails(*arguments: Any, **more: Any) -> Any:
                nonlocal calls
                calls += 1
                if calls == at:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                return call(*arguments, **more)

            return fails

        with monkeypatch.context() as full:
            for name in (*CALLS, "stat"):
                full.setattr(os, name, failing(getattr(os, name)))
            expected = set(CONTENTS)
            try:
                publish(root, CONTENTS)
            except TrackerError:
                expected = set()
            made = calls
        assert {file for file in there(root) if "/." not in file} == expected, at
        assert expected or there(root) == set(), at
        finish(root)
        for file in there(root):
            (root / file).unlink()
        if made < at:
            return
    pytest.fail("it never ended")


def test_an_import_cut_off_is_named_and_finished_by_the_next_write(root: Path, tracker: Run) -> None:
    rows = "".join(f"firms,{n},{day},区科技局\n" for n, day in enumerate(DAYS, 1))
    (root / "a.csv").write_text(f"指标id,本次累计数,数据日期,报送单位\n{rows}", encoding="utf-8")
    assert tracker("import", "a.csv", "--yes", cwd=root).code == 0
    files = sorted(there(root))
    decided = root / "progress/.decided-0123456789abcdef"
    for file in files[1:]:
        staged = decided / Path(file).relative_to("progress")
        staged.parent.mkdir(parents=True, exist_ok=True)
        (root / file).rename(staged)
    for command in (("check",), ("status", "--as-of", "2024-09-30")):
        found = tracker(*command, "--lang", "en", cwd=root)
        assert "progress/.decided-0123456789abcdef: a write that was cut off" in found.err
    again = tracker("import", "a.csv", "--lang", "en", cwd=root)
    assert (again.code, "2 files of it have been added now" in again.err) == (1, True)
    assert "Imported before" in again.err, "the file is known by then"
    assert sorted(there(root)) == files
    assert tracker("check", cwd=root).code == 0


def test_nothing_is_overwritten_and_nothing_is_written_elsewhere(root: Path, tmp_path: Path) -> None:
    (first, content), *_ = CONTENTS.items()
    publish(root, {first: b"as it was"})
    with pytest.raises(TrackerError):
        publish(root, CONTENTS)
    assert there(root) == {first}
    decided = root / "progress/.decided-0"
    outside = tmp_path / "outside"
    outside.mkdir()
    (decided / "2024").mkdir(parents=True)
    (decided / "2024/08").symlink_to(outside)
    (outside / Path(first).name).write_bytes(content)
    (decided / "2024/09").mkdir()
    (decided / "2024/09/notes.yaml").write_bytes(content)
    (root / "progress/2023").symlink_to(outside)
    (decided / "2023/08").mkdir(parents=True)
    (decided / "2023/08/2023-08-10-a.yaml").write_bytes(content)
    assert finish(root) == 0
    assert [path.name for path in outside.iterdir()] == [Path(first).name]
    assert (root / first).read_bytes() == b"as it was"


def test_what_another_writer_stages_just_now_is_left_alone(root: Path) -> None:
    staged = root / "progress/.staged-0/2024/08"
    staged.mkdir(parents=True)
    assert finish(root) == 0
    assert staged.exists()
    long_ago = time.time() - 3600
    os.utime(root / "progress/.staged-0", (long_ago, long_ago))
    finish(root)
    assert not staged.parent.parent.exists()


def test_writers_and_finishers_do_each_other_no_harm(root: Path) -> None:
    """Each writes its own files, and all finish whatever they find."""
    children = []
    for n in range(4):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                for m in range(5):
                    finish(root)
                    publish(root, {file.replace("-a.", f"-{n}{m}."): text for file, text in CONTENTS.items()})
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 4
    assert len(there(root)) == 4 * 5 * len(CONTENTS)
    assert list(root.glob("progress/.*")) == []
