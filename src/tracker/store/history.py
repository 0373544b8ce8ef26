"""Append-only, proved from git's history: what was committed below progress/ still stands as it was added."""

import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from tracker.problems import ExitCode, Place, Problem, TrackerError
from tracker.report.values import Phrase
from tracker.store.git import Repository, can_be_entered, repository_of
from tracker.store.git_log import Change, Commit, Step
from tracker.store.progress import FOLDER
from tracker.store.revisions import object_of

_SHORT = 12


@dataclass(frozen=True, slots=True)
class Findings:
    """What the history shows: breaches that stand, how many were put right, what bounds the proof."""

    problems: tuple[Problem, ...] = ()
    settled: int = 0
    notes: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class _Breach:
    commit: Commit
    change: Change


def examine(root: Path, since: str | None = None, head: str = "HEAD") -> Findings:
    """Look through the history that leads to `head` of the workspace's progress folder, or all after `since`.

    A breach is a commit after which a report that one of its parents had is another or gone; it is settled
    when the file again stands as it was first added. Where `since` is no part of the history any more, what
    stood there must stand here as well. Raises TrackerError (git) where there is no repository or no such
    revision.
    """
    repository = repository_with(root)
    notes = _notes(repository, root)
    if not repository.has_commits():
        return Findings(notes=notes)
    recent = None
    left: tuple[Problem, ...] = ()
    if since is not None:
        before = object_of(repository, f"{since}^{{commit}}")
        if before is None:
            raise TrackerError("git-revision", ExitCode.GIT, revision=since)
        recent = _steps(repository, root, f"{before}..{head}")
        left = _left_behind(repository, root, before, since, head)
        if not any(map(_alters, (change for step in recent for change in step.changes))):
            return Findings(left, notes=notes)
    # Whose doing a change in a merge is, and how a file first stood, only the whole history tells.
    steps = _steps(repository, root, head)
    within = None if recent is None else {step.commit.hash for step in recent}
    found = [b for b in _breaches(steps) if within is None or b.commit.hash in within]
    added, now = _added(steps), standing(repository, root, head)
    open_ = [breach for breach in found if not _settled(added.get(breach.change.file, {}), breach, now)]
    told = {breach.change.file for breach in open_}
    problems = [_problem(breach, added.get(breach.change.file, {})) for breach in open_]
    problems += [problem for problem in left if problem.file not in told]
    problems.sort(key=lambda problem: problem.order)
    return Findings(tuple(problems), len(found) - len(open_), notes)


def repository_with(root: Path) -> Repository:
    """The repository that holds the workspace's reports. Raises TrackerError (git) where there is none."""
    repository = repository_of(_folder(root) or root)
    if repository is None:
        raise TrackerError("not-a-repository", ExitCode.GIT, folder=str(root))
    return repository


def _notes(repository: Repository, root: Path) -> tuple[Phrase, ...]:
    """What bounds the proof: what git was not allowed to show, and whose history it is."""
    notes = []
    if repository.cut_off():
        notes.append(Phrase("history.shallow"))
    if replaced := repository.replaced():
        notes.append(Phrase("history.replaced", {"count": replaced}))
    if repository.has_commits():
        if repository.top == root.resolve() / FOLDER:
            notes.append(Phrase("history.own", {"folder": FOLDER}))
        elif repository.has_submodule(root.resolve() / FOLDER):
            notes.append(Phrase("history.submodule", {"folder": FOLDER}))
    return tuple(notes)


def _left_behind(
    repository: Repository, root: Path, before: str, since: str, head: str
) -> tuple[Problem, ...]:
    """Reports of a revision that are not in the history any more, unless they stand here as they stood there.

    A branch that was amended, rebased or reset has left the revision behind.
    """
    if not repository.run("rev-list", "-1", before, f"^{head}", "--"):
        return ()
    added = _added(_steps(repository, root, before))
    now, source = standing(repository, root, head), before[:_SHORT]
    return tuple(
        Problem(
            "history-rewritten" if file in now else "history-dropped",
            Place(file),
            {"revision": since, "source": source, "file": shlex.quote(file)},
        )
        for file, blob in standing(repository, root, before).items()
        if now.get(file) not in {blob, next(iter(added.get(file, ())), blob)}
    )


def _folder(root: Path) -> Path | None:
    """The folder of reports, which may be a repository of its own; None where it is gone or a link."""
    folder = root / FOLDER
    return folder if can_be_entered(folder) and not folder.is_symlink() else None


def _steps(repository: Repository, root: Path, revisions: str) -> Sequence[Step]:
    """The history of the reports; their paths begin at the workspace, wherever the repository's top is."""
    folder = _folder(root)
    if folder:
        steps, prefix = repository.steps(revisions, folder), f"{FOLDER}/"
    else:
        steps, prefix = repository.steps(revisions, root, FOLDER), ""
    return [
        Step(
            step.commit,
            step.parents,
            tuple(
                Change(f"{prefix}{change.file}", change.status, change.old, change.new)
                for change in step.changes
                if is_report(change.file)
            ),
        )
        for step in steps
    ]


def is_report(file: str) -> bool:
    """Whether a path, from the workspace or from its progress folder, is meant as a report's."""
    return file.endswith(".yaml") and not any(part.startswith(".") for part in file.split("/"))


def _alters(change: Change) -> bool:
    """Whether a parent's report is changed or gone; leave to execute a file is no part of its content."""
    return change.status != "A" and change.old != change.new


def _breaches(steps: Iterable[Step]) -> list[_Breach]:
    """Each breach with the commit that made it, oldest first.

    A merge that differs from all its parents made the change itself. One that agrees with a parent took the
    change over from that side, unless no commit of that side made it: then the merge threw the other side's
    report away (as with -s ours).
    """
    found: list[_Breach] = []
    made: set[tuple[str, str]] = set()
    for _, same in groupby(reversed(list(steps)), key=lambda step: step.commit.hash):
        beside = list(same)
        by_file: dict[str, list[Change]] = {}
        for step in beside:
            for change in step.changes:
                by_file.setdefault(change.file, []).append(change)
        for file, changes in by_file.items():
            altering = next(filter(_alters, changes), None)
            if altering is None:
                continue
            taken_over = len(changes) < beside[0].parents and (file, altering.new) in made
            if not taken_over:
                made.add((file, altering.new))
                found.append(_Breach(beside[0].commit, altering))
    return found


def _added(steps: Iterable[Step]) -> dict[str, dict[str, Commit]]:
    """For each file the contents it was added with, first the oldest, and the commits that added them."""
    added: dict[str, dict[str, Commit]] = {}
    for step in reversed(list(steps)):
        for change in step.changes:
            if change.status == "A":
                added.setdefault(change.file, {}).setdefault(change.new, step.commit)
    return added


def standing(repository: Repository, root: Path, revision: str = "HEAD") -> dict[str, str]:
    """The name of the content of each report in a commit, by path from the workspace."""
    top = (root.resolve() / FOLDER).relative_to(repository.top)
    found = repository.standing(root / FOLDER, revision)
    files = {f"{FOLDER}/{Path(file).relative_to(top).as_posix()}": blob for file, blob in found.items()}
    return {file: blob for file, blob in files.items() if is_report(file)}


def _settled(added: dict[str, Commit], breach: _Breach, now: dict[str, str]) -> bool:
    """Whether the file stands as first added, and whatever else was added under its name stands somewhere."""
    first, *others = added or [breach.change.old]
    return now.get(breach.change.file) == first and set(others) <= set(now.values())


def _problem(breach: _Breach, added: dict[str, Commit]) -> Problem:
    """What is wrong; `source` is a commit that has the report as it must stand."""
    change, commit = breach.change, breach.commit
    first = next(iter(added), change.old)
    clash = change.old in added and change.old != first
    source = added.get(change.old if clash else first)
    code = "history-clash" if clash else "history-deleted" if change.status == "D" else "history-changed"
    facts = {
        "commit": commit.hash[:_SHORT],
        "author": commit.author,
        "when": commit.when,
        "source": source.hash[:_SHORT] if source else f"{commit.hash[:_SHORT]}^",
        "file": shlex.quote(change.file),  # stands in a command
    }
    return Problem(code, Place(change.file), facts)
