"""What git's log says, as values: commits beside their parents, and what they changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Commit:
    """Who committed what when; `when` is the author's date, with its offset."""

    hash: str
    author: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """One file that a commit left otherwise than one of its parents; `old` and `new` are the contents' names.

    `status` is git's letter: A added, M modified, D deleted, T another type of file, R renamed from `source`
    (only where renames are looked for).
    """

    file: str
    status: str
    old: str
    new: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A commit beside one of its parents; a merge is as many steps as it has parents it differs from."""

    commit: Commit
    parents: int
    changes: tuple[Change, ...]


def steps_of(text: str) -> Iterator[Step]:
    """Take the log apart: a head begins with byte 2, a change with a colon; after a change comes its file."""
    commit, parents = None, 0
    changes: list[Change] = []
    parts = iter(text.split("\0"))
    for part in parts:
        part = part.lstrip("\n")  # noqa: PLW2901 - git ends a head with a line end where changes follow
        if part.startswith("\x02"):
            if commit:
                yield Step(commit, parents, tuple(changes))
            name, above, when, author = part[1:].split("\x1f", 3)
            commit, parents, changes = Commit(name, author.strip("\n"), _moment(when)), len(above.split()), []
        elif part.startswith(":"):
            _, _, old, new, status = part.split(" ")
            source = next(parts) if status[0] == "R" else None
            changes.append(Change(next(parts), status[0], old, new, source))
    if commit:
        yield Step(commit, parents, tuple(changes))


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:  # git accepts any number as a date
        return datetime.fromtimestamp(0, UTC)
