"""Seals: what all committed reports said on a day, to be kept elsewhere, so that rewriting is seen later.

A file of seals is only ever added to. It has a line for each report, as sha256sum writes it, when the report
is first there; and a line for each day that was sealed: how many reports there were, the digest of the lines
of all of them in the order of their names, and the commit. A day's line alone can be checked as long as its
commit is at hand; with the lines of the reports no commit is needed, and `sha256sum -c` checks them as well.
"""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tracker.model.period import iso_day
from tracker.problems import ExitCode, Place, Problem, TrackerError
from tracker.report.values import Phrase
from tracker.store.files import MEBIBYTE, UnreadableError, read_bytes
from tracker.store.git import Repository, repository_of
from tracker.store.history import Findings, repository_with, standing
from tracker.store.progress import listing_of
from tracker.store.revisions import object_of

_LIMIT = 256 * MEBIBYTE
_DAY = re.compile(
    r"(# )?(?P<day>\d{4}-\d\d-\d\d) (?P<count>\d{1,9}) reports sha256:(?P<digest>[0-9a-f]{64}) "
    r"commit (?P<commit>[0-9a-f]{40,64})",
    re.ASCII,
)
_FILE = re.compile(r"(?P<escaped>\\?)(?P<digest>[0-9a-f]{64}) [ *](?P<file>.+)", re.ASCII)
_AT_ONCE = 256  # files
_SHORT = 12
Digests = Mapping[str, str]  # of each report's content, by its path in the workspace


@dataclass(frozen=True, slots=True)
class Seal:
    """What was sealed on a day."""

    day: date
    reports: int
    digest: str
    commit: str

    @property
    def line(self) -> str:
        """The line of the day; a comment to sha256sum."""
        return f"# {self.day} {self.reports} reports sha256:{self.digest} commit {self.commit}"


def seal_of(root: Path, day: date) -> tuple[Seal, Digests] | None:
    """The seal of all committed reports, and the digest of each; None where nothing was ever committed.

    Raises TrackerError (git) where there is no repository.
    """
    repository = repository_with(root)
    if not repository.has_commits():
        return None
    digests = _digests(repository, root, "HEAD", {})
    commit = repository.run("rev-parse", "HEAD").strip()
    return Seal(day, len(digests), _digest_of(digests), commit), digests


def line_of_seal(root: Path, day: date) -> str:
    """The line of the day, as a paper prints it; empty where nothing was committed.

    Raises TrackerError (git) where git cannot be run.
    """
    found = seal_of(root, day) if repository_of(root) else None
    return found[0].line.removeprefix("# ") if found else ""


def uncommitted(root: Path) -> int:
    """How many reports are not as they were last committed, or were never committed: no seal holds them."""
    repository = repository_with(root)
    known = standing(repository, root) if repository.has_commits() else {}
    # progress/ may be a repository of its own, below the workspace.
    paths = {file: (root.resolve() / file).relative_to(repository.top).as_posix() for file in known}
    edited = sum(repository.is_edited(paths[file], blob) for file, blob in known.items())
    return edited + sum(1 for file in listing_of(root).files if file not in known)


def seals_in(path: Path) -> str:
    """The text of a file of seals. Raises TrackerError (usage) where it cannot be read."""
    try:
        return os.fsdecode(read_bytes(path, _LIMIT))
    except UnreadableError as error:
        reason = error.facts.get("reason", error.code)
        raise TrackerError("seal-unreadable", ExitCode.USAGE, file=str(path), reason=reason) from None


def added_to(text: str, fresh: Seal, digests: Digests) -> str:
    """The file of seals with what is new; as it is where its last line says all that already."""
    last = next(filter(None, map(_DAY.fullmatch, reversed(text.split("\n")))), None)
    if last and (last["day"], last["digest"]) == (str(fresh.day), fresh.digest):
        return text
    sealed = {file for line in text.split("\n") if (file := _file_in(line)[0])}
    new = "".join(f"{line}\n" for line in _lines({f: d for f, d in digests.items() if f not in sealed}))
    before = text if text.endswith("\n") or not text else f"{text}\n"
    return f"{before}{new}{fresh.line}\n"


@dataclass(slots=True)
class _Sealed:
    """What a file of seals says, as far as it was read."""

    by_commits: bool  # it has lines of days alone: their commits say of which reports
    days: dict[str, tuple[str, str]] = field(default_factory=dict)  # of a report the first day and commit
    digests: dict[str, str] = field(default_factory=dict)
    commits: dict[str, str] = field(default_factory=dict)  # of each day the first
    problems: list[Problem] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)  # reports whose day has not come yet
    known: dict[str, str] = field(default_factory=dict)  # digests of contents by git's names for them


def examine_seals(root: Path, text: str, name: str) -> Findings:
    """Hold the committed reports against a file of seals; `name` is what its lines are called by.

    Each report must stand as it was sealed first. Raises TrackerError (git) where there is no repository.
    """
    repository = repository_with(root)
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    sealed = _Sealed(by_commits=not any(map(_FILE.fullmatch, lines)))
    for number, line in enumerate(lines, 1):
        _take(sealed, line, Place(name, line=number, column=1, excerpt=line), repository, root)
    if sealed.waiting:
        sealed.problems.append(Problem("seal-cut-off", Place(name)))
    now = _digests(repository, root, "HEAD", sealed.known) if repository.has_commits() else {}
    differing = sorted(
        (sealed.days[file], file)
        for file, digest in sealed.digests.items()
        if file in sealed.days and now.get(file) != digest
    )
    for (day, commit), file in differing:
        facts = {"day": day, "commit": commit[:_SHORT]}
        sealed.problems.append(Problem("seal-differs" if file in now else "seal-gone", Place(file), facts))
    notes = [Phrase("seal.first", {"day": differing[0][0][0]})] if differing else []
    history = set(repository.run("rev-list", "HEAD", "--").split()) if now else set()
    rewritten = next((day for day, commit in sealed.commits.items() if commit not in history), None)
    if rewritten:
        commit = sealed.commits[rewritten][:_SHORT]
        notes.append(Phrase("seal.rewritten", {"day": rewritten, "commit": commit}))
    return Findings(tuple(sealed.problems), notes=tuple(notes))


def _take(sealed: _Sealed, line: str, place: Place, repository: Repository, root: Path) -> None:
    """Take one line of a file of seals."""
    if day := _DAY.fullmatch(line):
        _take_day(sealed, day, place, repository, root)
        return
    file, digest = _file_in(line)
    if file is None:
        if line.strip():
            sealed.problems.append(Problem("seal-line", place))
    elif sealed.digests.setdefault(file, digest) != digest:
        sealed.problems.append(Problem("seal-twice", place, {"file": file}))
    else:
        sealed.waiting.append(file)


def _take_day(sealed: _Sealed, line: re.Match[str], place: Place, repository: Repository, root: Path) -> None:
    day, commit = line["day"], line["commit"]
    try:
        iso_day(day)
    except ValueError:
        sealed.problems.append(Problem("seal-line", place))
        return
    sealed.commits.setdefault(day, commit)
    digests: Digests = sealed.digests
    if sealed.by_commits:
        if object_of(repository, f"{commit}^{{commit}}") is None:
            sealed.problems.append(Problem("seal-commit", place, {"day": day, "commit": commit[:_SHORT]}))
            return
        digests = _digests(repository, root, commit, sealed.known)
    if _digest_of(digests) != line["digest"]:
        sealed.problems.append(Problem("seal-digest", place, {"day": day}))
    for file in digests:
        sealed.digests.setdefault(file, digests[file])
        sealed.days.setdefault(file, (day, commit))
    sealed.waiting = []


def _digests(repository: Repository, root: Path, revision: str, known: dict[str, str]) -> dict[str, str]:
    """The digest of each report in a commit; contents that are `known` by git's names are not read."""
    found = standing(repository, root, revision)
    new = sorted(set(found.values()) - known.keys())
    for at in range(0, len(new), _AT_ONCE):
        few = new[at : at + _AT_ONCE]
        contents = zip(few, repository.contents(few), strict=True)
        known.update({name: hashlib.sha256(content).hexdigest() for name, content in contents})
    return {file: known[name] for file, name in found.items()}


def _digest_of(digests: Digests) -> str:
    """The digest of the lines of these reports, in the order of their names."""
    text = "".join(f"{line}\n" for line in _lines(digests))
    return hashlib.sha256(os.fsencode(text)).hexdigest()


def _lines(digests: Digests) -> Iterator[str]:
    """A line for each report, as sha256sum writes it."""
    for file, digest in sorted(digests.items()):
        escaped = file.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
        yield f"{'' if escaped == file else chr(92)}{digest}  {escaped}"


def _file_in(line: str) -> tuple[str | None, str]:
    """The report of a line and its digest."""
    parts = _FILE.fullmatch(line)
    if parts is None:
        return None, ""
    meant = {"\\\\": "\\", "\\n": "\n", "\\r": "\r"}
    file = parts["file"]
    if parts["escaped"]:
        file = re.sub(r"\\[\\nr]", lambda found: meant[found[0]], file)
    return file, parts["digest"]
