"""Districts' repositories, fetched into a cache folder, and the workspace of one commit of them as files.

What was fetched is kept, so that the next time only what is new comes over the line. The files of a commit
are kept by the name of its tree, which never changes, so that the workspace's own cache holds too.
"""

import os
import shutil
import tempfile
from datetime import date, datetime, time
from hashlib import sha256
from pathlib import Path

from tracker.model.clock import DEFAULT_ZONE
from tracker.model.period import iso_day
from tracker.problems import ExitCode, TrackerError
from tracker.store.git import Repository, run_git
from tracker.store.git_environment import reaching
from tracker.store.past import write_workspace
from tracker.store.revisions import Revision, object_of

_HEAD = "refs/tracker/head"
_BRANCHES = "refs/remotes/origin/"
_REFERENCES = (f"+HEAD:{_HEAD}", f"+refs/heads/*:{_BRANCHES}*", "+refs/tags/*:refs/tags/*")
_QUIETLY = ("--quiet", "--force", "--prune", "--no-tags", "--no-recurse-submodules", "--no-auto-maintenance")
# No program of a stranger's (ext::), nothing that is not proved (http, git).
_PROTOCOLS = ("file", "https", "ssh")
_KEPT = 4  # trees of one district
_TREES = "trees"


def clones_folder() -> Path:
    """Where fetched repositories are kept unless another folder is named."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "tracker" / "districts"


def checked_out(
    address: str, revision: str | None, below: str, clones: Path, seconds: int
) -> tuple[Path, str]:
    """The folder of the workspace `below` the top of a repository, and the commit that it is of.

    `revision` is a branch, tag, commit, or a day, at whose end the branch that the repository offers first
    stood there. Raises TrackerError (git) where it cannot be fetched, and where there is no such revision or
    no workspace in it.
    """
    folder = clones / sha256(os.fsencode(address)).hexdigest()[:32]
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise _unwritable(folder, error) from None
    if address.startswith("-"):
        raise TrackerError("district-address", ExitCode.USAGE, address=address)
    repository = _fetched(folder, address, seconds)
    found = _revision(repository, revision)
    top = folder / below
    if not top.resolve().is_relative_to(folder.resolve()):
        raise TrackerError("district-address", ExitCode.USAGE, address=below)
    tree = object_of(repository, f"{found.commit}:{Path(below).as_posix() if Path(below).parts else ''}")
    if tree is None:
        raise TrackerError("rev-no-catalogue", ExitCode.NO_WORKSPACE, revision=found.name, folder=below)
    trees = folder / ".git" / _TREES
    place = trees / tree
    try:
        if not place.is_dir():
            _extract(repository, top, found, place)
            _forget(trees, place)
        os.utime(place)
    except OSError as error:
        raise _unwritable(place, error) from None
    return place, found.commit


def _fetched(folder: Path, address: str, seconds: int) -> Repository:
    """The repository in `folder`, made where there is none, with the branches and tags of that at `address`.

    Nothing is checked out, so that no filter runs, and nothing of its configuration comes along.
    """
    if not (folder / ".git").exists():
        run_git(folder, "init", "--quiet", "--template=")
    command = ("fetch", *_QUIETLY, "--no-write-fetch-head", "--", address, *_REFERENCES)
    run_git(folder, *command, more=reaching(*_PROTOCOLS), seconds=seconds)
    return Repository(folder)


def _revision(repository: Repository, name: str | None) -> Revision:
    day = _day(name)
    if name is None or day is not None:
        at = datetime.combine(day or date.max, time.max, DEFAULT_ZONE)
        until = () if day is None else (f"--before={at.isoformat()}",)
        commit = repository.run("rev-list", "-1", "--first-parent", *until, _HEAD, "--").strip()
        if not commit:
            raise TrackerError("district-before", ExitCode.GIT, day=str(day))
        return Revision(name or "HEAD", commit, at)
    for each in (f"{_BRANCHES}{name}", f"refs/tags/{name}", name):
        commit = object_of(repository, f"{each}^{{commit}}") or ""
        if commit:
            return Revision(name, commit, datetime.max.replace(tzinfo=DEFAULT_ZONE))
    raise TrackerError("district-revision", ExitCode.GIT, revision=name)


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else iso_day(text)
    except ValueError:
        return None


def _extract(repository: Repository, root: Path, revision: Revision, place: Path) -> None:
    """Whole or not at all: another process may be doing the same."""
    place.parent.mkdir(exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=".new-", dir=place.parent)).resolve()
    try:
        write_workspace(repository, root, revision, unfinished)
        unfinished.rename(place)
    except OSError:
        if not place.is_dir():  # nobody else was faster
            raise
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _forget(trees: Path, place: Path) -> None:
    """Trees that were not asked for lately go."""
    others = [each for each in trees.iterdir() if each != place and not each.name.startswith(".")]
    for old in sorted(others, key=lambda each: each.stat().st_mtime, reverse=True)[_KEPT - 1 :]:
        shutil.rmtree(old, ignore_errors=True)


def _unwritable(place: Path, error: OSError) -> TrackerError:
    reason = error.strerror or str(error)
    return TrackerError("write-failed", ExitCode.WRITE_CONFLICT, file=str(place), reason=reason)
