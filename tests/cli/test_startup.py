"""What a person sees who presses Ctrl-C before the program has begun, or has too little memory."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from support import Run, write_workspace

INTERRUPT = """
import os, signal, sys
class AtImport:
    def find_spec(self, name, path=None, target=None):
        if name == wanted:
            os.kill(os.getpid(), signal.SIGINT)
signal.signal(signal.SIGINT, signal.SIG_IGN if sys.argv[1] == "-" else signal.default_int_handler)
sys.meta_path.insert(0, AtImport())
wanted = sys.argv[2]
sys.argv[1:] = sys.argv[3:]
from tracker.__main__ import main
main()
"""


@pytest.mark.parametrize(
    "module", ["typer", "tracker.cli.app", "tracker.cli.status", "pydantic", "rich.table"]
)
def test_an_interrupt_leaves_no_traceback(module: str, tmp_path: Path) -> None:
    write_workspace(tmp_path)
    command = [sys.executable, "-c", INTERRUPT, "+", module, "status", "-f", "term"]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert (found.returncode, b"Traceback" in found.stderr) in {(-signal.SIGINT, False), (130, False)}


def test_an_interrupt_that_is_ignored_stays_ignored(tmp_path: Path) -> None:
    write_workspace(tmp_path)
    command = [sys.executable, "-c", INTERRUPT, "-", "typer", "status"]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert (found.returncode, found.stderr) == (0, b"")


def test_too_little_memory_is_a_sentence(
    tmp_path: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing_left(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("tracker.cli.reading.load", nothing_left)
    found = tracker("--lang", "en", "status", cwd=write_workspace(tmp_path))
    assert (found.code, found.err.startswith("tracker: There is not enough memory")) == (1, True)
