"""Sharing by many desks at once, and by runs that are killed: nothing is lost, no tree is left half moved."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sharing import Desks, clean, desks, edit, named, report, values, wrapped

from support import Run, Tally, times

__all__ = ["desks", "named"]
pytestmark = pytest.mark.usefixtures("named")
PROGRAM = (sys.executable, "-m", "tracker")
STEPS = 100  # at least as many times git is run in one sync
DESKS, RECORDS = times(4, 20), times(3, 20)


CUT = """n=$(($(cat {count}) + 1))
echo $n > {count}
if [ $n = {when} ]; then
  {first}
  kill -9 $PPID
  exit 1
fi"""


@pytest.mark.parametrize("runs", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("when", range(1, STEPS, times(11, 1)))
def test_killed_at_each_step_the_next_run_has_everything(
    tracker: Run, desks: Desks, tmp_path: Path, tally: Tally, when: int, *, runs: bool
) -> None:
    second = desks.clone("second")
    edit(second, "title: 测试目录", "title: 新目录")
    report(second, "b", 5, day="2024-08-20")
    assert tracker("sync", cwd=second).code == 0
    edit(desks.first, "at_least: '40'", "at_least: '60'")
    report(desks.first, "a", 3)
    (tmp_path / "count").write_text("0", encoding="utf-8")
    first = f'{shutil.which("git")} "$@" > /dev/null 2>&1' if runs else ":"
    environment = wrapped(tmp_path, CUT.format(count=tmp_path / "count", when=when, first=first))
    killed = subprocess.run(
        [*PROGRAM, "sync"], cwd=desks.first, env=environment, capture_output=True, check=False
    )
    assert killed.returncode in {0, -signal.SIGKILL}
    found = tracker("sync", cwd=desks.first)
    assert found.code == 0, found.err
    assert clean(desks.first)
    assert desks.shared == {"2024-08-10-a", "2024-08-20-b"}
    assert values(tracker, desks.first)["firms"] == "5"
    text = (desks.first / "measures.yaml").read_text("utf-8")
    assert ("title: 新目录" in text, "at_least: '60'" in text) == (True, True)
    assert tracker("check", "--history", cwd=desks.first).code == 0
    tally("kills while it shares", killed.returncode == -signal.SIGKILL)


def test_a_sync_runs_git_no_more_often_than_is_tried(tracker: Run, desks: Desks, tmp_path: Path) -> None:
    # Else the test above would not reach the last steps.
    second = desks.clone("second")
    edit(second, "title: 测试目录", "title: 新目录")
    assert tracker("sync", cwd=second).code == 0
    report(desks.first, "a", 3)
    count = tmp_path / "calls"
    environment = wrapped(tmp_path, f"echo x >> {count}")
    subprocess.run([*PROGRAM, "sync"], cwd=desks.first, env=environment, capture_output=True, check=True)
    assert 10 < len(count.read_text("utf-8").split()) <= STEPS


def test_many_desks_at_once_lose_nothing(desks: Desks, tally: Tally) -> None:
    roots = [desks.clone(f"desk{n}") for n in range(DESKS)]
    for n, root in enumerate(roots):
        for m in range(RECORDS):
            report(root, f"{n}-{m}", 100 * n + m, day=f"2024-08-{m + 1:02}")
    running = [
        subprocess.Popen([*PROGRAM, "sync"], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for root in roots
    ]
    said = [process.communicate()[1].decode() for process in running]
    assert [process.returncode for process in running] == [0] * DESKS, said
    assert len(desks.shared) == DESKS * RECORDS
    assert all(clean(root) for root in roots)
    tally(f"records of {DESKS} desks that share at once", DESKS * RECORDS)
