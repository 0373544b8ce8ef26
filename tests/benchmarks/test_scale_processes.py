"""Running and measuring programs: time, memory, terminals, failures, turns."""

import os
import sys
from pathlib import Path

import pytest

from scale.processes import FEWEST, Command, FailedError, Job, Patience, measure, output_of, peak_memory, run

HERE = Path(__file__).parent
MIB = 1024  # KiB
HOLD = "import time; held = b'x' * (%d << 20); time.sleep(0.2)"


def python(code: str, *, terminal: bool = False, typed: str = "") -> Command:
    return Command((sys.executable, "-I", "-c", code), HERE, {"PATH": os.defpath}, typed, terminal)


def test_seconds_are_counted_to_the_end() -> None:
    spent = run(python("import time; time.sleep(0.1)"))
    assert 0.1 < spent.seconds < 10


@pytest.mark.parametrize("terminal", [True, False])
def test_a_terminal_is_one(*, terminal: bool) -> None:
    run(python(f"import sys; sys.exit(sys.stdout.isatty() is not {terminal})", terminal=terminal))


def test_a_terminal_is_read_to_its_end() -> None:
    run(python("print('x' * 1_000_000)", terminal=True))
    peak_memory(python("print('x' * 1_000_000)", terminal=True))


def test_what_is_typed_arrives_and_what_is_said_comes_back() -> None:
    assert output_of(python("print(input()[::-1])", typed="abc\n")) == "cba\n"


def test_the_folder_is_where_it_runs() -> None:
    before = Path.cwd()
    assert output_of(python("import os; print(os.getcwd())")).strip() == str(HERE)
    assert Path.cwd() == before


def test_a_failure_is_shown_with_its_words() -> None:
    for one in (run, peak_memory, output_of):
        with pytest.raises(FailedError, match="exit code 3: gone wrong"):
            one(python("import sys; print('gone wrong', file=sys.stderr); sys.exit(3)"))


def test_memory_is_the_sum_over_all_processes() -> None:
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-I', '-c', {HOLD % 40!r}]);"
    if Path("/proc/self/smaps_rollup").exists():
        assert 40 * MIB < peak_memory(python(HOLD % 40)) < 80 * MIB
        assert peak_memory(python(f"held = b'x' * (40 << 20); {child}")) > 80 * MIB


def test_jobs_take_turns_and_are_put_right() -> None:
    seen: list[str] = []

    def ready(number: int) -> Command:
        seen.append(f"ready {number}")
        return python("pass")

    def other(number: int) -> Command:
        seen.append(f"other {number}")
        return python("pass")

    found = measure([Job("one", ready, lambda: seen.append("put right")), Job("two", other)], Patience(2, 60))
    turns = [["ready 0", "put right", "other 0"], *(["ready 1", "put right", "other 1"],)]
    assert seen[: len(turns) * 3] == [step for turn in turns for step in turn]
    assert [(m.work, len(m.seconds)) for m in found] == [("one", 2), ("two", 2)]
    assert all(m.least <= m.median for m in found)


def test_patience_ends_but_not_before_the_fewest_rounds() -> None:
    (found,) = measure([Job("one", lambda _: python("pass"))], Patience(50, 0))
    assert len(found.seconds) == FEWEST
