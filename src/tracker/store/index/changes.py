"""Which days must be read again: those of which a file looks otherwise than before."""

from collections.abc import Mapping

from tracker.store.index.listing import NEW, ODD, Tree
from tracker.store.index.workers import Task


def changes(stored: Mapping[str, str], tree: Tree) -> tuple[list[Task], dict[str, str | None]]:
    """The days to be read again, in order, and the new states of folders (None: the folder is gone)."""
    tasks: list[Task] = []
    folders: dict[str, str | None] = {}
    for where, listing in tree.folders.items():
        before = stored.get(where, "")
        if listing.sure and listing.lines == before:
            continue
        old, new = _states(before), _states(listing.lines)
        unlike = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
        unlike |= {name for name, state in new.items() if state in {NEW, ODD}}
        by_day: dict[str, list[tuple[str, str]]] = {name[:10]: [] for name in unlike}
        for name, state in new.items():
            if name[:10] in by_day:
                by_day[name[:10]].append((name, state))
        tasks += [Task(day, where, names) for day, names in by_day.items()]
        if listing.lines != before:
            folders[where] = listing.lines
    for where in stored.keys() - tree.folders.keys():
        tasks += [Task(day, where, []) for day in {name[:10] for name in _states(stored[where])}]
        folders[where] = None
    return sorted(tasks), folders


def _states(lines: str) -> dict[str, str]:
    states: dict[str, str] = {}
    for line in lines.split("\n") if lines else ():
        name, _, state = line.partition(" ")
        states[name] = state
    return states
