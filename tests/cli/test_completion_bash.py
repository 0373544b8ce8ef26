"""The script at work in a real, interactive bash, keys and all."""

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support import REPOSITORY

PLAIN = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TRACKER_LANG": "zh"}


def bash_script() -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tracker"],
        env={**PLAIN, "_TRACKER_COMPLETE": "source_bash"},
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


def typed_in_bash(keys: str, folder: Path) -> str:
    """What stands in the line of an interactive bash after these keys."""
    (folder / "tracker").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tracker "$@"\n')
    (folder / "tracker").chmod(0o755)
    (folder / "rc").write_text(f"{bash_script()}\nPS1='ready> '\nbind 'set enable-bracketed-paste off'\n")
    (folder / "line").unlink(missing_ok=True)
    controller, terminal = pty.openpty()
    shell = subprocess.Popen(
        [str(shutil.which("bash")), "--noprofile", "--rcfile", str(folder / "rc"), "-i"],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        cwd=REPOSITORY,
        env={**PLAIN, "PATH": f"{folder}:{PLAIN['PATH']}", "TERM": "dumb", "HISTFILE": "/dev/null"},
        start_new_session=True,
    )
    try:
        wait_for(controller, "ready> ")
        os.write(controller, keys.encode())
        # To the beginning of the line: write it down as it is, not what it would run.
        os.write(controller, f"\x01printf '%s\\n' \x05 >{folder}/line; exit\n".encode())
        shell.wait(timeout=30)
    finally:
        shell.kill()
        shell.wait()
        os.close(controller)
        os.close(terminal)
    return " ".join((folder / "line").read_text(encoding="utf-8").split("\n")).strip()


def wait_for(controller: int, sign: str) -> None:
    seen = b""
    end = time.monotonic() + 30
    while sign.encode() not in seen and time.monotonic() < end:
        if select.select([controller], [], [], 1)[0]:
            seen += os.read(controller, 4096)
    assert sign.encode() in seen


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("tracker sta\t", "tracker status"),
        ("tracker log uav-f\t", "tracker log uav-firms"),
        ("tracker log 企业技术需求\t", "tracker log demand-matching"),
        ("tracker log --by=科技局\t", "tracker log --by=区科技局"),
        ("tracker status --signal behind,ov\t", "tracker status --signal behind,overdue"),
        ("tracker status -o measures.y\t", "tracker status -o measures.yaml"),
        ("tracker -C se\t", "tracker -C seeds/"),
    ],
)
def test_in_a_real_bash(keys: str, line: str, tmp_path: Path) -> None:
    assert typed_in_bash(keys, tmp_path) == line


def test_the_scripts_variables_are_those_that_are_read() -> None:
    script = bash_script()
    assert all(
        name in script for name in ("COMP_WORDS=", "COMP_CWORD=", "COMP_TYPE=", "COLUMNS=", "complete_bash")
    )
