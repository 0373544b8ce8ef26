"""Revisions by the names people give them: branches, tags, commits, and ranges of two."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from tracker.problems import ExitCode, TrackerError, nearest
from tracker.store.git import Repository, repository_of

_HASHES = (40, 64)
_NAMED = 8  # so many branches and tags are named where none is near
_RANGE = ".."
_KNOWN = ("for-each-ref", "--sort=-creatordate", "--format=%(refname:short)")
_KNOWN_IN = ("refs/heads", "refs/tags", "refs/remotes")


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit, by the name a person gave it."""

    name: str
    commit: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Range:
    """From which revision to which; None is the working tree."""

    repository: Repository
    before: Revision
    after: Revision | None


def range_of(root: Path, text: str) -> Range:
    """What A..B, A...B or A names: from A, or from where B left it, to B; A alone goes to the working tree.

    As in git, HEAD is meant where one side of the dots is empty. Raises TrackerError (usage) where there is
    no repository or no such revision, and (git) where git fails.
    """
    repository = repository_of(root)
    if repository is None:
        raise TrackerError("rev-no-repository", ExitCode.USAGE, folder=str(root))
    before, dots, after = text.partition(_RANGE)
    if not dots:
        return Range(repository, _revision(repository, before), None)
    since_fork = after.startswith(".")
    old, new = (
        _revision(repository, name or "HEAD") for name in (before, after.removeprefix("." * since_fork))
    )
    if since_fork:
        old = _fork(repository, old, new)
    return Range(repository, old, new)


def is_revision(root: Path, text: str) -> bool:
    """Whether a repository there knows this name."""
    try:
        range_of(root, text)
    except TrackerError:
        return False
    return True


def _revision(repository: Repository, name: str) -> Revision:
    commit = object_of(repository, f"{name}^{{commit}}")
    if commit is None:
        raise _unknown(repository, name)
    when = repository.run("rev-list", "-1", "--format=%cI", commit, "--").split()[-1]
    return Revision(name, commit, datetime.fromisoformat(when))


def _fork(repository: Repository, one: Revision, other: Revision) -> Revision:
    """The commit from which the two went separate ways."""
    try:
        commit = repository.run("merge-base", one.commit, other.commit).split()[0]
    except TrackerError as error:
        if error.code != "git-failed":
            raise
        raise TrackerError("rev-no-fork", ExitCode.USAGE, before=one.name, after=other.name) from None
    return replace(_revision(repository, commit), name=f"{one.name}...")


def object_of(repository: Repository, name: str) -> str | None:
    """The object of this name; None where there is none. What looks like an option is no name."""
    if name.startswith(("-", "^")):
        return None
    try:
        found = repository.run("rev-parse", "--quiet", "--verify", name).strip()
    except TrackerError as error:
        if error.code != "git-failed":
            raise
        return None
    return found if len(found) in _HASHES and found.isalnum() else None


def _unknown(repository: Repository, name: str) -> TrackerError:
    known = repository.run(*_KNOWN, *_KNOWN_IN).split()
    near = nearest(name, ["HEAD", *known] if repository.has_commits() else known)
    if near:
        return TrackerError("rev-near", ExitCode.USAGE, revision=name, near=near)
    if known:
        return TrackerError("rev-unknown", ExitCode.USAGE, revision=name, known=tuple(known[:_NAMED]))
    return TrackerError("rev-nothing", ExitCode.USAGE, revision=name)
