"""The manual is true: every console block of the documentation is run and compared.

A block is a transcript: a line that begins with `$ `, and the lines that begin with `> ` right after it, are
run by bash in a copy of this repository's workspace. What follows is what they print (standard output, then
standard error), with `[exit N]` where they do not leave with 0. The blocks of a page are one session, in a
workspace that is no git repository, on the morning of 5 November 2024.
`make golden` rewrites the blocks.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support import REPOSITORY

BLOCK = re.compile(r"(?P<indent>^[ ]*)```console\n(?P<body>.*?)^[ ]*```$", re.MULTILINE | re.DOTALL)
# New reports get random names; in the manual it is always the same one.
RANDOM = re.compile(r"(?<=\d{4}-\d\d-\d\d)-[0-9a-hjkmnp-tv-z]{8}\b")
PAGES = sorted([*REPOSITORY.glob("README*.md"), *(REPOSITORY / "docs").rglob("*.md")])
WITH_BLOCKS = [page for page in PAGES if BLOCK.search(page.read_text(encoding="utf-8"))]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of this repository's workspace, so that no example can change it."""
    root = tmp_path / "workspace"
    root.mkdir()
    for name in ("progress", "seeds", "schema"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "measures.yaml", root)
    return root


def commands(body: str) -> Iterator[tuple[str, str]]:
    """Each command as it stands in the block, and as bash gets it."""
    lines = iter(body.splitlines())
    written: list[str] = []
    for line in lines:
        if line.startswith("$ ") or (written and line.startswith("> ")):
            if line.startswith("$ ") and written:
                yield joined(written)
                written = []
            written.append(line)
        elif written:
            yield joined(written)
            written = []
    if written:
        yield joined(written)


def joined(written: list[str]) -> tuple[str, str]:
    return "\n".join(written), "\n".join(line[2:] for line in written)


def transcript(body: str, workspace: Path) -> str:
    lines: list[str] = []
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(workspace),
        "COLUMNS": "80",
        "LC_ALL": "C.UTF-8",
        "TRACKER_NOW": "2024-11-05T09:20:00+08:00",
    }
    for written, command in commands(body):
        found = subprocess.run(
            ["bash", "-c", command],
            cwd=workspace,
            env=environment,
            capture_output=True,
            check=False,
            timeout=120,
        )
        lines.append(written)
        lines += RANDOM.sub("-7k3m9x2a", (found.stdout + found.stderr).decode()).splitlines()
        if found.returncode:
            lines.append(f"[exit {found.returncode}]")
    return "\n".join(line.rstrip() for line in lines) + "\n"


@pytest.mark.parametrize("page", WITH_BLOCKS, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_the_examples_of(page: Path, workspace: Path, request: pytest.FixtureRequest) -> None:
    text = page.read_text(encoding="utf-8")
    rewrite = request.config.getoption("--golden")
    for block in list(BLOCK.finditer(text)):
        body = block["body"]
        found = transcript(body, workspace)
        if rewrite:
            text = text.replace(block[0], block[0].replace(body, found), 1)
        else:
            assert found == body, f"{page.relative_to(REPOSITORY)}: make golden"
    if rewrite:
        page.write_text(text, encoding="utf-8")


def test_every_command_page_has_examples() -> None:
    assert {page for page in PAGES if page.parent.name == "commands"} <= set(WITH_BLOCKS)
