"""What comes from others and what goes to them, judged before anything moves: history, problems."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tracker.model.book import Book
from tracker.problems import ExitCode, Problem, TrackerError
from tracker.store.git import Repository
from tracker.store.history import examine
from tracker.store.past import book_at
from tracker.store.revisions import Revision

_HERE, _THERE, _MERGED = "here", "there", "merged"
_Key = tuple[str, str, object, str]


def judge_history(repository: Repository, root: Path, ours: str, theirs: str | None, after: str) -> None:
    """Refuse a merge in whose new commits a report was changed, dropped or renamed, on either side.

    Raises TrackerError with the breaches as problems.
    """
    since = None if theirs is None else repository.run("merge-base", ours, theirs).split()[0]
    found = examine(root, since, after)
    if found.problems:
        raise TrackerError("sync-breach", ExitCode.PROBLEMS, found.problems)


def judge_workspace(
    repository: Repository,
    root: Path,
    commits: tuple[str, str | None, str],
    now: datetime,
    *,
    despite: bool,
) -> Book:
    """The merged workspace as a book. `commits` are ours, theirs, and what they lead to.

    Raises TrackerError with the problems that would go to others, and unless it is `despite` them, those that
    come. What both sides have already stops nothing.
    """
    ours, theirs, after = commits
    try:
        merged = book_at(repository, root, Revision(_MERGED, after, now), now)
    except TrackerError as error:
        problems = tuple(map(_plain, error.problems))
        raise TrackerError("sync-catalogue", error.exit_code, problems) from None
    if not merged.problems:
        return merged
    here = _problems(repository, root, _HERE, ours, now)
    there = _problems(repository, root, _THERE, theirs, now) if theirs else set()
    goes = _without(merged.problems, there)
    comes = _without(merged.problems, here)
    if goes:
        raise TrackerError("sync-goes", ExitCode.PROBLEMS, goes)
    if comes and not despite:
        raise TrackerError("sync-comes", ExitCode.PROBLEMS, comes)
    return merged


def _problems(repository: Repository, root: Path, name: str, commit: str, now: datetime) -> set[_Key]:
    try:
        problems = book_at(repository, root, Revision(name, commit, now), now).problems
    except TrackerError as error:
        problems = error.problems
    return {_key(_plain(problem)) for problem in problems}


def _without(problems: Iterable[Problem], known: set[_Key]) -> tuple[Problem, ...]:
    """Those that are not known, in files as they are called here."""
    plain = map(_plain, problems)
    return tuple(problem for problem in plain if _key(problem) not in known)


def _plain(problem: Problem) -> Problem:
    """The problem without the revision before its file's name."""
    return replace(problem, place=replace(problem.place, file=problem.place.file.partition(":")[2]))


def _key(problem: Problem) -> _Key:
    return (problem.code, problem.place.file, problem.place.path, repr(sorted(problem.facts.items())))
