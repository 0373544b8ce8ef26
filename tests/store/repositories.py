"""Real repositories in temporary folders."""

import os
import subprocess
from pathlib import Path

from support import write_workspace

REPORT = "date: {day}\nby: 区科技局\nentries:\n- {{target: firms, total: {total}}}\n"


def name(letter: str) -> str:
    return f"progress/2024/08/2024-08-10-{letter}.yaml"


def text(total: int) -> str:
    return REPORT.format(day="2024-08-10", total=total)


class Tree:
    """A workspace under git, as a person works with it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")
        for key, value in (
            ("user.name", "王工"),
            ("user.email", "wang@example.org"),
            ("commit.gpgSign", "false"),
        ):
            self.git("config", key, value)

    def git(self, *arguments: str, check: bool = True, stdin: bytes | None = None) -> str:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        found = subprocess.run(
            ["git", *arguments], cwd=self.root, capture_output=True, check=False, input=stdin, env=clean
        )
        assert not check or found.returncode == 0, found.stderr.decode()
        return found.stdout.decode()

    def write(self, letter: str, total: int = 1) -> Path:
        path = self.root / name(letter)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(total), encoding="utf-8")
        return path

    def save(self, message: str = "m") -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD").strip()

    def add(self, letter: str, total: int = 1) -> str:
        self.write(letter, total)
        return self.save(f"add {letter}")

    def branch(self, label: str, at: str = "HEAD") -> None:
        self.git("checkout", "--quiet", "-b", label, at)

    def switch(self, label: str) -> None:
        self.git("checkout", "--quiet", label)

    def merge(self, label: str, *options: str) -> str:
        self.git("merge", "--quiet", "--no-ff", "-m", "merge", *options, label, check=False)
        return self.git("rev-parse", "HEAD").strip()


def tree(root: Path, under: str = "") -> Tree:
    """A workspace with one committed report, `under` this folder of its repository."""
    made = Tree(root)
    write_workspace(root / under)
    made.root = root / under
    made.add("a")
    return made
