"""Where measurements are made: the folder of the workspaces, the programs, plain surroundings for them."""

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scale.grounds import Ground, Journal
from scale.make import Size
from scale.processes import Command, run

NOW = "2024-12-20T09:00:00+08:00"
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
