"""What lies below progress/: every file that is or may be meant as a report, with what tells that it changed.

The names, and what is refused of them, are those of store/progress.py.
"""

import os
import re
import stat
import time
from pathlib import Path
from typing import NamedTuple

from tracker.problems import Place, Problem
from tracker.store.files import inside
from tracker.store.names import FOLDER, MEANT, NAME, stem_and_day

# A file changed so shortly before it was looked at may be changed again without looking otherwise: the clocks
# of some file systems tick every two seconds; those that tell microseconds tick with the kernel, every few
# milliseconds, or later where a virtual machine must wait for its turn.
SECONDS = 2_500_000_000
TICK = 500_000_000
_MILLISECOND = 1_000_000
NEW, ODD = "new", "odd"
_MONTH = re.compile(rf"{FOLDER}/\d{{4}}/\d\d", re.ASCII)


class Listing(NamedTuple):
    """One folder: a line for each file, `name size mtime inode ctime`; names that are no reports."""

    lines: str
    strays: tuple[str, ...]
    sure: bool  # whether a file that looks as it did before is what it was before


class Tree(NamedTuple):
    """All folders below progress/ by path in the workspace, and what is wrong with folders themselves."""

    folders: dict[str, Listing]
    problems: tuple[Problem, ...]


def tree_of(root: str) -> Tree:
    """Look at every folder and the state of every file; nothing is opened."""
    folders: dict[str, Listing] = {}
    problems: list[Problem] = []
    waiting = [FOLDER] if os.path.lexists(f"{root}/{FOLDER}") else []
    now = time.time_ns()
    while waiting:
        where = waiting.pop(0)
        try:
            if os.path.islink(f"{root}/{where}"):
                problems.append(Problem(_link(root, where), Place(where)))
                continue
            entries = sorted(os.scandir(f"{root}/{where}"), key=_name)
        except OSError as error:
            facts = {"reason": error.strerror or str(error)}
            problems.append(Problem("folder-unreadable", Place(where), facts))
            continue
        folders[where] = _listing(where, entries, waiting, now)
    return Tree(folders, tuple(problems))


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _listing(where: str, entries: list[os.DirEntry[str]], waiting: list[str], now: int) -> Listing:
    lines: list[str] = []
    strays: list[str] = []
    days: dict[str, bool] = {}
    unsure = 0
    month = _MONTH.fullmatch(where) is not None
    begin = f"{where[9:13]}-{where[14:16]}-" if month else ""
    for entry in entries:
        name = entry.name
        if name[0] == ".":
            continue
        if month and name.startswith(begin) and NAME.fullmatch(name) and _is_day(name[:10], days):
            found = entry.stat(follow_symlinks=False)
            changed = found.st_ctime_ns
            # What is unsure, or no plain file, never looks as it did before.
            if not stat.S_ISREG(found.st_mode):
                lines.append(f"{name} {ODD}")
                unsure += 1
            elif _is_past(changed, now) and _is_past(found.st_mtime_ns, now):
                lines.append(f"{name} {found.st_size} {found.st_mtime_ns} {found.st_ino} {changed}")
            else:
                lines.append(f"{name} {NEW}")
                unsure += 1
        elif MEANT.search(name):
            strays.append(name)
        elif entry.is_dir():
            waiting.append(f"{where}/{name}")
    return Listing("\n".join(lines), tuple(strays), not unsure)


def _is_past(moment: int, now: int) -> bool:
    """Whether a file of this time would look otherwise if it were changed from now on."""
    ticks = moment % _MILLISECOND != 0
    return moment < now - (TICK if ticks else SECONDS)


def _is_day(text: str, known: dict[str, bool]) -> bool:
    if text not in known:
        known[text] = stem_and_day(f"{text}-0.yaml") is not None
    return known[text]


def _link(root: str, where: str) -> str:
    return "link-folder" if inside(Path(f"{root}/{where}"), Path(root)) else "link-outside"
