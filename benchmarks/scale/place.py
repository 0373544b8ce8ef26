"""Where measurements are made: workspaces that are changed and put back, programs, plain surroundings."""

import os
import re
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scale.make import Size
from scale.processes import Command, run
from scale.reports import LAST

CACHE = ".tracker"
_KEPT = ".before-edit"
_NEW, _TODAY = f"{LAST.year}-12-19", f"{LAST.year}-12-20"
_BODY = re.compile(r"^include .*\n", re.MULTILINE)


class Ground:
    """One workspace. Whatever an earlier run left behind is removed at once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._month = root / f"progress/{LAST:%Y/%m}"
        self._edited = min(self._month.glob(f"{LAST:%Y-%m}-*.yaml"))
        self.put_back()

    def forget(self) -> None:
        """Remove the cache."""
        shutil.rmtree(self.root / CACHE, ignore_errors=True)

    def add(self, number: int) -> None:
        """One more report, as a colleague's that comes with a pull."""
        recorded = f"{_TODAY}T08:{number // 60:02d}:{number % 60:02d}+08:00"
        text = f"date: {_NEW}\nby: 区科技局\nrecorded: {recorded}\nentries:\n"
        entry = f"- {{target: new-firms-001, total: {100 + number}}}\n"
        path = self._month / f"{_NEW}-added{number:03d}.yaml"
        path.write_text(text + entry, encoding="utf-8")

    def unrecord(self) -> None:
        """Remove what was recorded today."""
        for path in self._month.glob(f"{_TODAY}-*.yaml"):
            path.unlink()

    def edit(self, number: int) -> None:
        """Another figure in an old report, as a person puts in with an editor."""
        if not (self.root / _KEPT).exists():
            shutil.copy2(self._edited, self.root / _KEPT)
        text = (self.root / _KEPT).read_text(encoding="utf-8")
        # Small enough for a share and a milestone too.
        changed = re.sub(r"(?<=total: )\d+", str(number % 100), text, count=1)
        self._edited.write_text(changed, encoding="utf-8")

    def put_back(self) -> None:
        """As it was made: no later report, no edit."""
        for path in self._month.glob("*.yaml"):
            if path.name > f"{LAST}~":
                path.unlink()
        kept = self.root / _KEPT
        if kept.exists():
            shutil.copy2(kept, self._edited)
            kept.unlink()


class Journal:
    """The journals of one size. What was added to one is removed at once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.put_back()

    def put_back(self) -> None:
        """As it was made."""
        main = self.root / "main.hledger"
        text = main.read_text(encoding="utf-8")
        if found := _BODY.search(text):
            main.write_text(text[: found.end()], encoding="utf-8")

    def forget(self) -> None:
        """Remove beancount's cache."""
        for path in self.root.glob(".*.picklecache"):
            path.unlink()


NOW = "2024-12-20T09:00:00+08:00"
_REPOSITORY = Path(__file__).parents[2]
_BIN = Path(sys.executable).parent
_PEERS = _BIN.parents[1] / ".venv-bench/bin"


@dataclass(frozen=True, slots=True)
class Place:
    """The folder that everything made up is in, and what of it was handed out to be measured on."""

    folder: Path
    handed_out: list[Ground | Journal] = field(default_factory=list)

    def ground(self, entries: int, targets: int = 50, variant: str = "plain") -> Ground:
        """A workspace, made first where it is not there."""
        ground = Ground(self._made(Size(entries, targets, variant)))
        self.handed_out.append(ground)
        return ground

    def journal(self, entries: int) -> Journal:
        """The same figures as journals."""
        journal = Journal(self._made(Size(entries, variant="journals")))
        self.handed_out.append(journal)
        return journal

    def own(self) -> Path:
        """A copy of this repository's own workspace."""
        copy = self.folder / "own"
        shutil.rmtree(copy, ignore_errors=True)
        for name in ("seeds", "schema", "progress"):
            shutil.copytree(_REPOSITORY / name, copy / name)
        shutil.copy(_REPOSITORY / "measures.yaml", copy)
        return copy

    def put_back(self) -> None:
        """Everything as it was made."""
        while self.handed_out:
            self.handed_out.pop().put_back()

    def command(
        self,
        root: Path,
        *words: str,
        terminal: bool = False,
        typed: str = "",
        more: Mapping[str, str] | None = None,
    ) -> Command:
        """A program in a folder; `more` is added to its environment."""
        # Nobody's own settings: home is where nothing is.
        plain = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(self.folder), "LC_ALL": "C.UTF-8"}
        environ = {**plain, "TERM": "xterm-256color", "TRACKER_NOW": NOW, **(more or {})}
        return Command(words, root, environ, typed, terminal)

    def tracker(self, root: Path, *words: str, terminal: bool = False) -> Command:
        """The program itself."""
        return self.command(root, program("tracker"), *words, terminal=terminal)

    def _made(self, size: Size) -> Path:
        """Made by a process of its own, so that this one stays small: a child's memory counts from there."""
        words = [sys.executable, "-m", "scale.make", "--into", str(self.folder), "--variant", size.variant]
        words += ["--entries", str(size.entries), "--targets", str(size.targets)]
        here = Path(__file__).parents[1]
        run(self.command(here, *words, more={"PYTHONPATH": str(here)}))
        return self.folder / size.name


def program(name: str) -> str:
    """The path of a program: the project's own, then what was installed for the benchmark, then the system's.

    Empty where it is nowhere.
    """
    own = next((str(folder / name) for folder in (_BIN, _PEERS) if (folder / name).exists()), None)
    return own or shutil.which(name) or ""
