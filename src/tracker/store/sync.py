"""Sharing with other clones: fetch, merge, judge, push; only then does anything move here.

New reports that are not committed yet become a commit, what others shared is merged with it (history is never
rewritten), and the merged workspace is read as a whole. Whatever is wrong stops it there, with everything as
it was: until the other end has taken the merge, only objects were made that nothing refers to.
"""

import random
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tracker.model.book import Book
from tracker.problems import ExitCode, TrackerError
from tracker.store.clean_room import CleanRoom, clean_room
from tracker.store.committing import refuse_under_way
from tracker.store.git import Repository, repository_of
from tracker.store.history import is_report
from tracker.store.judging import judge_history, judge_workspace
from tracker.store.locking import alone
from tracker.store.moving import finish_move, in_git, move, refuse_in_the_way
from tracker.store.past import book_at
from tracker.store.progress import FOLDER
from tracker.store.remotes import Remote, remote_of
from tracker.store.revisions import Revision, object_of
from tracker.store.workspace import CATALOGUE

# Seconds. Of many that share at the same moment one gets through at a time; another git here is soon done.
PATIENCE = {"git-behind": 300, "git-lock": 30}
_PAUSE = 50, 500  # milliseconds between two tries, by chance, so that two do not meet again
_MERGED = ("merge-tree", "--write-tree", "-z", "--name-only", "--no-messages")
_OR_NOT = (0, 1)  # git leaves with 1 where there is a conflict, or nothing in common
_SHORT = 12
_LOCK = "tracker-sync.lock"


@dataclass(frozen=True, slots=True)
class SyncOptions:
    """What is asked for: at which moment, with which remote, and whether problems that come are let in."""

    now: datetime
    remote: str | None = None
    despite: bool = False


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was exchanged: the merged workspace, and the reports that came and went, by their paths in it."""

    remote: Remote
    before: str
    after: str
    book: Book | None = None  # None where nothing was exchanged
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    catalogue_came: bool = False
    catalogue_went: bool = False


class ConflictError(TrackerError):
    """Both sides changed the catalogue in the same place: how it stood before, here and there."""

    def __init__(self, remote: Remote, books: tuple[Book, Book, Book]) -> None:
        super().__init__("sync-conflict", ExitCode.GIT, files=(CATALOGUE,), remote=remote.tracking)
        self.before, self.here, self.there = books


def sync(root: Path, options: SyncOptions) -> Exchange:
    """Exchange with the remote, again where others shared in between.

    Raises TrackerError with their problems where reports that come or go have any, and (git) where there is
    no remote, it cannot be reached, or both sides changed the same; nothing has moved then.
    """
    repository = repository_of(root)
    if repository is None:
        raise TrackerError("sync-no-repository", ExitCode.GIT, folder=str(root))
    refuse_under_way(repository, "sync-under-way")
    if not repository.has_commits():
        raise TrackerError("sync-nothing-committed", ExitCode.GIT)
    remote = remote_of(repository, options.remote)
    began: dict[str, int] = {}  # when each trouble began
    with alone(in_git(repository, _LOCK)), clean_room(repository) as room:
        while True:
            try:
                finish_move(repository, room)
                return _exchange(_Place(root, repository, room, remote), options)
            except TrackerError as error:
                now = time.monotonic_ns()
                waited = now - began.setdefault(error.code, now)
                if waited >= PATIENCE.get(error.code, 0) * 1_000_000_000:
                    raise
                time.sleep(random.randint(*_PAUSE) / 1000)  # noqa: S311 - a pause, no secret


@dataclass(frozen=True, slots=True)
class _Place:
    """Where it happens."""

    root: Path
    repository: Repository
    room: CleanRoom
    remote: Remote

    @property
    def below(self) -> str:
        """The workspace's folder from the top of its repository, with a slash behind it; empty at the top."""
        below = self.root.resolve().relative_to(self.repository.top).as_posix()
        return "" if below == "." else f"{below}/"

    def changed(self, before: str | None, after: str) -> list[str]:
        """The paths in the workspace of what a commit has otherwise than another."""
        names = (
            ("ls-tree", "-r", "-z", "--name-only", after)
            if before is None
            else ("diff-tree", "-r", "-z", "--name-only", "--no-renames", before, after)
        )
        paths = self.repository.run(*names).split("\0")
        return [path.removeprefix(self.below) for path in paths if path and path.startswith(self.below)]


def _exchange(place: _Place, options: SyncOptions) -> Exchange:
    """One try."""
    repository, room, remote = place.repository, place.room, place.remote
    head = repository.run("rev-parse", "--verify", "HEAD^{commit}").strip()
    # Asked before the fetch: somebody's git fetch may see more of the other end meanwhile.
    seen = object_of(repository, f"{remote.seen}^{{commit}}")
    theirs = room.fetch(remote.url, remote.ref)
    if seen:
        _refuse_rewritten(place, seen, theirs)
    if theirs is not None:
        _see(place, theirs)
    ours = _with_new_reports(place, head)
    after = ours if theirs is None else _merged(place, ours, theirs, options.now)
    if head == after == theirs:
        return Exchange(remote, head, after)
    refuse_in_the_way(repository, head, after)
    judge_history(repository, place.root, ours, theirs, after)
    book = judge_workspace(
        repository, place.root, (ours, theirs, after), options.now, despite=options.despite
    )
    if after != theirs:
        room.push(remote.url, after, remote.ref, theirs)
        _see(place, after)
    if after != head:
        move(repository, room, head, after)
    came, went = place.changed(ours, after), place.changed(theirs, after)
    return Exchange(
        remote,
        head,
        after,
        book,
        came=_reports(came),
        went=_reports(went),
        catalogue_came=CATALOGUE in came,
        catalogue_went=CATALOGUE in went,
    )


def _reports(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(path for path in paths if path.startswith(f"{FOLDER}/") and is_report(path))


def _see(place: _Place, commit: str) -> None:
    """Note what was last seen at the other end, as git does when it fetches."""
    place.repository.run("update-ref", "-m", "tracker sync", place.remote.seen, commit)


def _refuse_rewritten(place: _Place, seen: str, theirs: str | None) -> None:
    """Refuse a history from which commits that were seen there are gone: somebody has rewritten it.

    Nor is a branch made again that somebody has removed or renamed.
    """
    remote = place.remote
    if theirs is None:
        facts = {"name": remote.name, "branch": remote.branch, "ref": remote.ref}
        raise TrackerError("sync-gone", ExitCode.GIT, (), remote=remote.tracking, **facts)
    if place.repository.run("rev-list", "-1", seen, f"^{theirs}", "--"):
        raise TrackerError("sync-rewritten", ExitCode.GIT, remote=remote.tracking, seen=seen[:_SHORT])


def _with_new_reports(place: _Place, head: str) -> str:
    """The commit here, with the reports that are not committed yet in one of their own."""
    repository, room = place.repository, place.room
    folder = f"{place.below}{FOLDER}"
    known = set(repository.run("ls-tree", "-r", "-z", "--name-only", head).split("\0"))
    listed = repository.run("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", folder)
    new = sorted(
        path
        for path in set(filter(None, listed.split("\0"))) - known
        if is_report(path.removeprefix(place.below)) and (repository.top / path).is_file()
    )
    if not new:
        return head
    told = {"GIT_INDEX_FILE": str(room.top / "new-reports"), "GIT_WORK_TREE": str(repository.top)}
    room.run("read-tree", head, told=told)
    names = "".join(f"{path}\0" for path in new).encode(errors="surrogateescape")
    room.run("update-index", "--add", "-z", "--stdin", feed=names, told=told)
    message = "progress: " + ", ".join(Path(path).stem for path in new[:3]) + (" ..." if new[3:] else "")
    return _commit(place, room.run("write-tree", told=told).strip(), message, head)


def _commit(place: _Place, tree: str, message: str, *parents: str) -> str:
    place.repository.run("var", "GIT_COMMITTER_IDENT")  # says what is missing, where nobody is named
    above = [argument for parent in parents for argument in ("-p", parent)]
    return place.room.run("commit-tree", tree, *above, "-m", message).strip()


def _merged(place: _Place, ours: str, theirs: str, now: datetime) -> str:
    """What both lead to: one of them where it holds the other, else a merge of both.

    Raises ConflictError where both changed the catalogue in the same place, TrackerError (git) where it was
    another file.
    """
    bases = place.room.run("merge-base", "--all", ours, theirs, accepted=_OR_NOT).split()
    if not bases:
        raise TrackerError("sync-unrelated", ExitCode.GIT, remote=place.remote.tracking)
    if theirs in bases:
        return ours
    if ours in bases:
        return theirs
    found = place.room.run(*_MERGED, ours, theirs, accepted=_OR_NOT)
    tree, *conflicts = filter(None, found.split("\0"))
    if set(conflicts) == {f"{place.below}{CATALOGUE}"}:
        _refuse_edited_twice(place, (bases[0], ours, theirs), now)
    if conflicts:
        files = tuple(dict.fromkeys(conflicts))
        raise TrackerError("sync-conflict", ExitCode.GIT, files=files, remote=place.remote.tracking)
    return _commit(place, tree, f"Merge {place.remote.tracking}", ours, theirs)


def _refuse_edited_twice(place: _Place, commits: tuple[str, str, str], now: datetime) -> None:
    """Raises ConflictError, where the catalogue before, here and there can all be read."""
    try:
        before, here, there = (
            book_at(place.repository, place.root, Revision(commit[:_SHORT], commit, now), now)
            for commit in commits
        )
    except TrackerError:
        return
    raise ConflictError(place.remote, (before, here, there))
