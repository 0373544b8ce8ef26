"""Sharing by ssh and https: what OpenSSH and git say of another machine becomes a sentence with advice."""

import os
from pathlib import Path

import pytest
from sharing import Desks, desks, git, named, report, state, wrapped

from support import Run

__all__ = ["desks", "named"]
pytestmark = pytest.mark.usefixtures("named")
# What stands behind every reason, whichever it is.
AFTER = """fatal: Could not read from remote repository.

Please make sure you have the correct access rights
and the repository exists.
"""
FRAME = "@" * 59
SAID = {
    "Host key verification failed.\n": ("还不认识那台机器：Host key verification failed.。", "接受它的密钥"),
    f"{FRAME}\n@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n{FRAME}\n"
    "IT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!\nHost key verification failed.\n": (
        "可能有人冒充",
        "ssh-keygen -R",
    ),
    "git@example.org: Permission denied (publickey).\n": (
        "远端不认识你：git@example.org: Permission denied (publickey).。",
        "密钥",
    ),
    "ssh: connect to host example.org port 22: Connection refused\n": ("够不到远端", "Connection refused。"),
}


@pytest.mark.parametrize("said", SAID, ids=("unknown", "changed", "denied", "refused"))
def test_the_reason_is_told_and_nothing_else(
    tracker: Run, desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    program = tmp_path / "bin/ssh"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\ncat >&2 <<'END'\n{said}END\nexit 255\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    git(desks.first, "remote", "set-url", "origin", "ssh://git@example.org/share.git")
    report(desks.first, "a")
    before = state(desks.first)
    found = tracker("sync", cwd=desks.first)
    assert found.code == 6, found.err
    for sentence in SAID[said]:
        assert sentence in found.err
    assert "access rights" not in found.err
    assert "@@" not in found.err
    assert state(desks.first) == before


def test_a_certificate_that_is_not_trusted_is_no_riddle(
    tracker: Run, desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "fatal: unable to access 'https://example.org/share.git/': server certificate verification failed."
    script = f'case "$*" in *fetch*) echo "{said}" >&2; exit 128;; esac'
    monkeypatch.setenv("PATH", wrapped(tmp_path, script)["PATH"])
    report(desks.first, "a")
    before = state(desks.first)
    found = tracker("sync", cwd=desks.first)
    assert (found.code, "http.sslCAInfo" in found.err) == (6, True), found.err
    assert state(desks.first) == before
