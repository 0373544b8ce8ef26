"""The manual is true: every console block of the documentation is run and compared.

A block is a transcript: a line that begins with `$ `, and the lines that begin with `> ` right after it, are
run in a copy of this repository's workspace: by bash, or where it takes no shell, in this process. What follows is what they print (standard output, then
standard error), with `[exit N]` where they do not leave with 0. The blocks of a page are one session, in a
workspace that is no git repository, on the morning of 5 November 2024. A Chinese twin with the blocks of its English
page (test_two_languages) is not run again.
`make golden` rewrites the blocks, in both.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from briefings import copied
from manual import ENGLISH, PAGES, name
from support import REPOSITORY, Result, Run

BLOCK = re.compile(r"(?P<indent>^[ ]*)```console\n(?P<body>.*?)^[ ]*```$", re.MULTILINE | re.DOTALL)
# Neither pipe nor variable nor pattern: bash would only start the program.
PLAIN = re.compile(r"tracker [^|<>;&$`*?~{}\[\]\n\\]*")
# New reports get random names; in the manual it is always the same one.
RANDOM = re.compile(r"(?<=\d{4}-\d\d-\d\d)-[0-9a-hjkmnp-tv-z]{8}\b")


def blocks(page: Path) -> list[str]:
    return [block[0] for block in BLOCK.finditer(page.read_text(encoding="utf-8"))]


# A page and its twin together where they have the same blocks, which are run once.
RUN = [tuple(pages) for found, pages in groupby(PAGES, blocks) if found]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of this repository's workspace, so that no example can change it."""
    root = copied(tmp_path / "workspace")
    shutil.copytree(REPOSITORY / "schema", root / "schema")
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


def by_bash(command: str, workspace: Path) -> Result:
    found = subprocess.run(
        ["bash", "-c", command], cwd=workspace, capture_output=True, check=False, timeout=120
    )
    return Result(found.returncode, found.stdout.decode(), found.stderr.decode())


def transcript(body: str, workspace: Path, tracker: Run) -> str:
    lines: list[str] = []
    for written, command in commands(body):
        if PLAIN.fullmatch(command):
            found = tracker(*shlex.split(command)[1:], cwd=workspace)
        else:
            found = by_bash(command, workspace)
        lines.append(written)
        lines += RANDOM.sub("-7k3m9x2a", found.out + found.err).splitlines()
        if found.code:
            lines.append(f"[exit {found.code}]")
    return "\n".join(line.rstrip() for line in lines) + "\n"


@pytest.mark.parametrize("pages", RUN, ids=lambda pages: name(pages[0]))
def test_the_examples_of(
    pages: tuple[Path, ...],
    workspace: Path,
    tracker: Run,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(workspace))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TRACKER_NOW", "2024-11-05T09:20:00+08:00")
    rewrite = request.config.getoption("--golden")
    texts = {page: page.read_text(encoding="utf-8") for page in pages}
    for block in BLOCK.finditer(texts[pages[0]]):
        body = block["body"]
        found = transcript(body, workspace, tracker)
        if rewrite:
            new = block[0].replace(body, found)
            texts = {page: text.replace(block[0], new, 1) for page, text in texts.items()}
        else:
            assert found == body, f"{name(pages[0])}: make golden"
    if rewrite:
        for page, text in texts.items():
            page.write_text(text, encoding="utf-8")


def test_every_command_page_has_examples() -> None:
    assert [name(page) for page in ENGLISH if page.parent.name == "commands" and not blocks(page)] == []
