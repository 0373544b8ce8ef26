"""A place to share, and clones of it, as several desks have them."""

import itertools
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from support import Run, document, target, write_workspace

NAMES = {"GIT_AUTHOR_NAME": "分析员", "GIT_AUTHOR_EMAIL": "a@example.org"}
NAMES |= {"GIT_COMMITTER_NAME": "分析员", "GIT_COMMITTER_EMAIL": "a@example.org"}
REPORT = "date: {day}\nby: {by}\nrecorded: {day}T09:00:00.{n:06}+08:00\nentries:\n- {{target: {target}, total: {total}}}\n"


def git(folder: Path, *arguments: str, check: bool = True) -> str:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    found = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, check=False, env={**clean, **NAMES}
    )
    assert not check or found.returncode == 0, found.stderr.decode()
    return found.stdout.decode()


def report(root: Path, letter: str, total: int = 1, **more: str) -> Path:
    """A report as somebody wrote it, not committed."""
    facts = {"day": "2024-08-10", "by": "区科技局", "target": "firms", **more}
    year, month, _ = facts["day"].split("-")
    path = root / f"progress/{year}/{month}/{facts['day']}-{letter}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(REPORT.format(total=total, n=next(COUNT), **facts), encoding="utf-8")
    return path


# Each is recorded a little later than the one before: no two are copies of each other.
COUNT = itertools.count()


class Desks:
    """A bare repository and clones of it, each a workspace `below` its top."""

    def __init__(self, folder: Path, below: str = "") -> None:
        self.folder, self.below = folder, below
        self.share = folder / "share.git"
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(self.share))
        first = folder / "first"
        git(folder, "clone", "--quiet", str(self.share), str(first))
        git(first, "symbolic-ref", "HEAD", "refs/heads/main")
        catalogue = document(target(), target(id="deals", name="成交额", unit="亿元"))
        write_workspace(first / below, catalogue)
        git(first, "add", "--all")
        git(first, "commit", "--quiet", "-m", "start")
        git(first, "push", "--quiet", "origin", "main")
        self.first = first / below

    def clone(self, name: str) -> Path:
        git(self.folder, "clone", "--quiet", str(self.share), str(self.folder / name))
        return self.folder / name / self.below

    @property
    def shared(self) -> set[str]:
        """The reports that everybody can have."""
        listed = git(self.share, "ls-tree", "-r", "--name-only", "main").splitlines()
        return {Path(path).stem for path in listed if "/2024/" in path}


def state(root: Path) -> tuple[str, str, str]:
    """What must stay as it was where a sync stops: the branch, the index, the files."""
    listing = "\n".join(
        f"{path.relative_to(root)} {path.read_bytes()!r}"
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".git" not in path.parts and ".tracker" not in path.parts
    )
    return git(root, "rev-parse", "HEAD"), git(root, "ls-files", "--stage"), listing


def edit(root: Path, old: str, new: str) -> None:
    """A change of the catalogue, committed."""
    path = root / "measures.yaml"
    content = path.read_bytes()
    assert old.encode() in content
    path.write_bytes(content.replace(old.encode(), new.encode(), 1))
    git(root, "commit", "--quiet", "-am", "edit")


def wrapped(folder: Path, before: str) -> dict[str, str]:
    """Surroundings in which a script of sh runs before each git, and may do something else instead."""
    real = shutil.which("git")
    wrapper = folder / "bin/git"
    wrapper.parent.mkdir()
    wrapper.write_text(f'#!/bin/bash\n{before}\nexec {real} "$@"\n', encoding="utf-8")
    wrapper.chmod(0o755)
    return {**os.environ, "PATH": f"{wrapper.parent}:{os.environ['PATH']}"}


def values(tracker: Run, root: Path) -> dict[str, str | None]:
    found = tracker("status", "-f", "json", cwd=root)
    return {record["id"]: record["actual"] for record in json.loads(found.out)["targets"]}


def clean(root: Path) -> bool:
    return not git(root, "status", "--porcelain", "--untracked-files=all", "--", ".")


@pytest.fixture
def desks(tmp_path: Path) -> Desks:
    return Desks(tmp_path)


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> None:
    for key, value in NAMES.items():
        monkeypatch.setenv(key, value)
    monkeypatch.setenv("TRACKER_NOW", "2024-11-05T09:00:00+08:00")
