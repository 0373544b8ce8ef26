"""Many writers, killed writers, full disks, and merges: nothing is ever lost or half there.

The short form runs with the suite; `make stress` runs the long one.
"""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support import Tally, document, target, times, write_workspace
from tracker.store.publishing import finish

PROCESSES, RECORDS = times(4, 32), times(4, 100)
KILLS = times(6, 500)
MERGES = times(2, 60)
TARGETS = [target(id=f"t-{n}", name=f"指标{n}") for n in range(4)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "w"
    root.mkdir()
    return write_workspace(root, json.dumps(document(*TARGETS), ensure_ascii=False))


def environment() -> dict[str, str]:
    """The real clock: of two totals of one day the later recorded counts."""
    plain = {key: value for key, value in os.environ.items() if key != "TRACKER_NOW"}
    return {**plain, "LC_ALL": "C.UTF-8", "GIT_CONFIG_GLOBAL": "/dev/null"}


def tracker(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tracker", "-C", str(root), *arguments]
    return subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)


def check_clean(root: Path) -> int:
    """The workspace is sound; returns how many entries it holds."""
    found = tracker(root, "check", "-f", "json")
    assert (found.returncode, json.loads(found.stdout)["problems"]) == (0, []), found.stderr
    entries: int = json.loads(tracker(root, "status", "-f", "json").stdout)["entries"]
    return entries


WRITER = """
import sys
from tracker.cli.app import main
for n in range(int(sys.argv[1])):
    try:
        main(["-C", sys.argv[2], "record", f"t-{n % 4}+=1", "--by", "区科技局", "--date", "2024-10-31", "--yes"])
    except SystemExit as left:
        if left.code:
            sys.exit(left.code)
"""


def test_many_writers_at_once(root: Path, tally: Tally) -> None:
    command = [sys.executable, "-c", WRITER, str(RECORDS), str(root)]
    writers = [
        subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(PROCESSES)
    ]
    for writer in writers:
        _, said = writer.communicate()
        assert writer.returncode == 0, said.decode()
    assert check_clean(root) == PROCESSES * RECORDS
    assert not list((root / "progress").rglob(".*")), "no temporary file is left"
    assert not list((root / ".tracker").glob("*.tmp"))
    tally(f"records by {PROCESSES} writers at once", PROCESSES * RECORDS)


IMPORTER = """
import pathlib, sys
from tracker.cli.app import main
for n in range(int(sys.argv[1])):
    file = pathlib.Path(sys.argv[2], f"{n}.csv")
    rows = "".join(f"t-{k},{n + k},2024-10-{1 + n % 28:02d}\\n" for k in range(4))
    file.write_text("指标id,本次累计数,数据日期\\n" + rows, encoding="utf-8")
    try:
        main(["-C", sys.argv[2], "import", str(file), "--by", "区科技局", "--again", "--yes"])
    except SystemExit as left:
        if left.code:
            sys.exit(left.code)
"""


@pytest.mark.parametrize(("writer", "each"), [(WRITER, 1), (IMPORTER, 4)], ids=["record", "import"])
def test_killed_writers(writer: str, each: int, root: Path, tally: Tally) -> None:
    chance = random.Random(11)  # noqa: S311 - a repeatable choice of moments
    written = 0
    command = [sys.executable, "-c", writer, "1000", str(root)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    for kill in range(KILLS // 2):
        with subprocess.Popen(command, env=environment(), **quiet) as running:  # type: ignore[call-overload]
            # Every second one has written something before, however slow the machine is.
            while kill % 2 and len(list((root / "progress").glob("2024/*/*.yaml"))) <= written:
                assert running.poll() is None, running.poll()
                time.sleep(0.01)
            time.sleep(chance.uniform(0.3, 1.5))
            running.kill()
        files = list((root / "progress").glob("2024/*/*.yaml"))
        assert all(path.read_text(encoding="utf-8").endswith("}\n") for path in files)
        assert len(files) >= written
        written = len(files)
    written += finish(root)
    assert check_clean(root) == written * each > 0
    tally(f"kills while it {'records' if each == 1 else 'imports'}", KILLS // 2)


@pytest.mark.parametrize("what", ["full", "blocked"])
def test_a_disk_that_does_not_take_it(what: str, root: Path) -> None:
    line = f"exec {sys.executable} -m tracker -C {root} record t-0 1 --by 区科技局 --date 2024-10-31"
    if what == "full":
        line = f"ulimit -f 0; {line}"
    else:
        (root / "progress").write_text("a file where the folder should be", encoding="utf-8")
    found = subprocess.run(
        ["bash", "-c", line], env=environment(), capture_output=True, text=True, check=False
    )
    assert found.returncode == 5
    assert "Traceback" not in found.stderr
    left = [path.name for path in root.rglob("*") if path.name.endswith((".tmp", ".yaml"))]
    assert left == ["measures.yaml"]


def test_a_folder_that_vanishes_is_a_sentence(root: Path) -> None:
    line = f"cd {root} && rm -r {root} && exec {sys.executable} -m tracker record t-0 1 --by 区科技局 --date 2024-10-31"
    found = subprocess.run(
        ["bash", "-c", line], env=environment(), capture_output=True, text=True, check=False
    )
    assert (found.returncode, "Traceback" in found.stderr) == (3, False)


def git(where: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=where, env=environment(), check=True, capture_output=True)


def test_two_clones_merge_both_ways(root: Path, tmp_path: Path, tally: Tally) -> None:
    git(root, "init", "-q", "-b", "main")
    for key, value in (("user.name", "a"), ("user.email", "a@b"), ("commit.gpgsign", "false")):
        git(root, "config", key, value)
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "start")
    clones = [tmp_path / name for name in ("one", "two")]
    for clone in clones:
        subprocess.run(["git", "clone", "-q", str(root), str(clone)], check=True, capture_output=True)
        git(clone, "config", "user.name", clone.name)
        git(clone, "config", "user.email", f"{clone.name}@example.org")
    for n in range(MERGES):
        day = f"2024-{1 + n % 10:02d}-{1 + n % 28:02d}"
        for clone in clones:
            assert (
                tracker(
                    clone, "record", f"t-{n % 4}={n}", "--by", "区科技局", "--date", day, "--yes", "--commit"
                ).returncode
                == 0
            )
        for here, there in (clones, clones[::-1]):
            git(here, "pull", "-q", "--no-rebase", "--no-edit", str(there), "HEAD")
        shown = [tracker(clone, "status", "--as-of", "2024-10-31", "-f", "csv").stdout for clone in clones]
        assert shown[0] == shown[1] != ""
    for clone in clones:
        assert check_clean(clone) == 2 * MERGES
    tally("merges both ways", MERGES)
