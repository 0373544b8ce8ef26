"""Moving a working tree from one commit to the next, so that a run that is killed can be finished.

What is about to be done is noted in git's folder first. Then the branch moves, the files that differ, and the
index; each step may be done again, and none touches what a person has changed. A file is there as it was or
as it will be, never in part.
"""

import contextlib
import random
import re
import time
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
_EXECUTABLE = "100755"
_PATIENCE = 30  # seconds for another git that holds the index
_PAUSE = 50, 250  # milliseconds between two tries, by chance, so that two do not meet again
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

    Raises TrackerError (git); git-lock where another git is at work here.
    """
    lock = _index(repository).with_name("index.lock")
    if lock.exists():
        raise TrackerError("git-lock", ExitCode.GIT, words=str(lock))
    if unsettled := tuple(dict.fromkeys(filter(None, _unmerged(repository)))):
        raise TrackerError("sync-unsettled", ExitCode.GIT, files=unsettled)
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

    Raises TrackerError: git-behind where the branch has moved meanwhile, sync-unfinished where it has moved
    here and the system did not let all files follow.
    """
    note = _note(repository)
    replace_file(note, f"{before} {after}\n".encode())
    try:
        repository.run("update-ref", "-m", "tracker sync", "HEAD", after, before)
    except TrackerError as error:
        note.unlink(missing_ok=True)
        raise TrackerError("git-behind", ExitCode.GIT, words=error.facts.get("words", ())) from None
    _follow_patiently(repository, room, before, after)
    note.unlink(missing_ok=True)


def finish_move(repository: Repository, room: CleanRoom) -> bool:
    """Finish what a killed run had begun; whether there was anything.

    Where the branch had not moved yet, nothing had. It may have moved further since: by a commit on top.
    """
    note = _note(repository)
    try:
        found = _COMMITS.fullmatch(note.read_text("ascii"))
    except FileNotFoundError:
        return False
    except (OSError, UnicodeDecodeError):
        found = None
    moved = found is not None and _holds(repository, found[2])
    if found and moved:
        _follow_patiently(repository, room, found[1], found[2])
    note.unlink(missing_ok=True)
    return moved


def _holds(repository: Repository, commit: str) -> bool:
    """Whether what is checked out holds this commit."""
    try:
        return not repository.run("rev-list", "-1", commit, "^HEAD", "--")
    except TrackerError:  # it is not even there
        return False


def _follow_patiently(repository: Repository, room: CleanRoom, before: str, after: str) -> None:
    """Let files and index follow; as long as another git holds the index, once more after a pause."""
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            return _follow(repository, room, before, after)
        except TrackerError as error:
            if error.code != "git-lock" or time.monotonic() > end:
                words = error.facts.get("words") or error.facts.get("reason", "")
                raise TrackerError("sync-unfinished", error.exit_code, words=words) from None
        except OSError as error:
            words = error.strerror or str(error)
            raise TrackerError("sync-unfinished", ExitCode.WRITE_CONFLICT, words=words) from None
        time.sleep(random.randint(*_PAUSE) / 1000)  # noqa: S311 - a pause, no secret


def _follow(repository: Repository, room: CleanRoom, before: str, after: str) -> None:
    """Let files and index be as `after` has them, where they are as `before` had them."""
    moved = list(_moved(repository, before, after))
    written = [each for each in moved if each.new and _stands_as(repository, each, each.old)]
    gone = [each for each in moved if not each.new and _stands_as(repository, each, each.old)]
    index = _index(repository)
    aside, made = room.top / "index", room.top / "files"
    room.run("read-tree", after, told={"GIT_INDEX_FILE": str(aside)})
    tree = {"GIT_WORK_TREE": str(repository.top)}
    through_aside, through_index = ({**tree, "GIT_INDEX_FILE": str(path)} for path in (aside, index))
    names = "".join(f"{each.file}\0" for each in written).encode(errors="surrogateescape")
    if names:
        made_there = ("--force", f"--prefix={made}/", "-z", "--stdin")
        room.run("checkout-index", *made_there, feed=names, told=through_aside)
    for each in written:
        _put(made / each.file, repository.top / each.file, executable=each.mode == _EXECUTABLE)
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
    above = [parent for parent in path.parents if parent.is_relative_to(repository.top)]
    if any(parent.is_symlink() or (parent.exists() and not parent.is_dir()) for parent in above):
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


def _unmerged(repository: Repository) -> Iterator[str]:
    """The files whose conflict is not settled yet."""
    for line in repository.run("ls-files", "--unmerged", "-z").split("\0"):
        yield line.partition("\t")[2]


def _put(made: Path, path: Path, *, executable: bool) -> None:
    """Give the file to the working tree: it is there whole, or as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, made.read_bytes())
    if executable:
        path.chmod(made.stat().st_mode)


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
    return in_git(repository, _NOTE)


def _index(repository: Repository) -> Path:
    return in_git(repository, "index")


def in_git(repository: Repository, name: str) -> Path:
    """Where git keeps something of this name for this working tree."""
    return repository.top / repository.run("rev-parse", "--git-path", name).removesuffix("\n")
