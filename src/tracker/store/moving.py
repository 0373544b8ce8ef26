"""Moving a working tree from one commit to the next, so that a run that is killed can be finished.

What is about to be done is noted in git's folder first. Then the branch moves, the files that differ, and the
index; each step may be done again, and none touches what a person has changed.
"""

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tracker.problems import ExitCode, TrackerError
from tracker.store.atomic import replace_file
from tracker.store.clean_room import CleanRoom
from tracker.store.git import Repository

_NOTE = "tracker-sync"
_COMMITS = re.compile(r"([0-9a-f]{40,64}) ([0-9a-f]{40,64})\n", re.ASCII)
_PLAIN = re.compile(r"100(644|755)", re.ASCII)
_NOTHING = "0"  # a name of only this digit means that there is no file


@dataclass(frozen=True, slots=True)
class _Moved:
    """A file that one commit has otherwise than another; a side on which it is not has no content."""

    file: str
    old: str | None
    new: str | None
    mode: str


def refuse_in_the_way(repository: Repository, before: str, after: str) -> None:
    """Refuse a move that would touch what a person has changed and not committed, or bring links.

    Raises TrackerError (git).
    """
    moved = list(_moved(repository, before, after))
    links = [each.file for each in moved if each.new and not _PLAIN.fullmatch(each.mode)]
    if links:
        raise TrackerError("sync-link", ExitCode.GIT, files=tuple(links))
    staged = _staged(repository)
    changed = tuple(
        each.file
        for each in moved
        if not _stands_as(repository, each, each.old, each.new)
        or staged.get(each.file) not in {each.old, each.new}
    )
    if changed:
        raise TrackerError("sync-in-the-way", ExitCode.GIT, files=changed)


def move(repository: Repository, room: CleanRoom, before: str, after: str) -> None:
    """Let the branch, the files and the index go from one commit to the other.

    Raises TrackerError (git-behind) where the branch has moved meanwhile, and as git does.
    """
    note = _note(repository)
    replace_file(note, f"{before} {after}\n".encode())
    try:
        repository.run("update-ref", "-m", "tracker sync", "HEAD", after, before)
    except TrackerError as error:
        note.unlink(missing_ok=True)
        raise TrackerError("git-behind", ExitCode.GIT, words=error.facts.get("words", ())) from None
    _follow(repository, room, before, after)
    note.unlink(missing_ok=True)


def finish_move(repository: Repository, room: CleanRoom) -> bool:
    """Finish what a killed run had begun; whether there was anything.

    Where the branch had not moved yet, nothing had.
    """
    note = _note(repository)
    try:
        found = _COMMITS.fullmatch(note.read_text("ascii"))
    except FileNotFoundError:
        return False
    except (OSError, UnicodeDecodeError):
        found = None
    moved = found is not None and repository.run("rev-parse", "HEAD").strip() == found[2]
    if found and moved:
        _follow(repository, room, found[1], found[2])
    note.unlink(missing_ok=True)
    return moved


def _follow(repository: Repository, room: CleanRoom, before: str, after: str) -> None:
    """Let files and index be as `after` has them, where they are as `before` had them."""
    moved = list(_moved(repository, before, after))
    written = [each for each in moved if each.new and _stands_as(repository, each, each.old)]
    gone = [each for each in moved if not each.new and _stands_as(repository, each, each.old)]
    index = repository.top / repository.run("rev-parse", "--git-path", "index").removesuffix("\n")
    aside = room.top / "index"
    room.run("read-tree", after, told={"GIT_INDEX_FILE": str(aside)})
    tree = {"GIT_WORK_TREE": str(repository.top)}
    through_aside, through_index = ({**tree, "GIT_INDEX_FILE": str(path)} for path in (aside, index))
    names = "".join(f"{each.file}\0" for each in written).encode(errors="surrogateescape")
    if names:
        room.run("checkout-index", "--force", "-z", "--stdin", feed=names, told=through_aside)
    for each in gone:
        _remove(repository.top, repository.top / each.file)
    # Whatever else is staged stays staged.
    room.run("read-tree", "-i", "-m", before, after, told=through_index)
    with contextlib.suppress(TrackerError):  # says that files differ where somebody has changed some
        room.run("update-index", "-q", "--refresh", told=through_index)


def _moved(repository: Repository, before: str, after: str) -> Iterator[_Moved]:
    listing = repository.run("diff-tree", "-r", "-z", "--no-abbrev", "--no-renames", before, after)
    parts = iter(listing.split("\0"))
    for head in parts:
        if not head:
            return
        _, mode, old, new, _ = head.removeprefix(":").split(" ")
        old_content, new_content = (name if name.strip(_NOTHING) else None for name in (old, new))
        yield _Moved(next(parts), old_content, new_content, mode)


def _stands_as(repository: Repository, moved: _Moved, *contents: str | None) -> bool:
    """Whether the file in the working tree is one of these contents; None: it is not there."""
    path = repository.top / moved.file
    if any(parent.is_symlink() for parent in path.parents if parent.is_relative_to(repository.top)):
        return False
    if not path.is_symlink() and not path.exists():
        return None in contents
    return any(not repository.is_edited(moved.file, blob) for blob in contents if blob)


def _staged(repository: Repository) -> dict[str, str]:
    """The content of each file in the index."""
    staged: dict[str, str] = {}
    for line in filter(None, repository.run("ls-files", "--stage", "-z").split("\0")):
        head, _, file = line.partition("\t")
        staged[file] = head.split(" ")[1]
    return staged


def _remove(top: Path, path: Path) -> None:
    """Remove a file, and the folders that held nothing else."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == top:
            return
        try:
            folder.rmdir()
        except OSError:
            return


def _note(repository: Repository) -> Path:
    return repository.top / repository.run("rev-parse", "--git-path", _NOTE).removesuffix("\n")
