"""The last report that nobody else can have: the newest one that is not committed, and taking it away."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tracker.model.entry import Report
from tracker.model.rules.statements import entry_named
from tracker.model.supervision import Judgement
from tracker.problems import ExitCode, TrackerError
from tracker.store.files import REPORT_LIMIT, read_bytes
from tracker.store.git import Repository, repository_of
from tracker.store.history import standing
from tracker.store.progress import listing_of, read_file
from tracker.store.revisions import object_of
from tracker.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LastReport:
    """A report by its file, and its text."""

    path: Path
    file: str
    text: str


def last_uncommitted(workspace: Workspace) -> LastReport:
    """The report recorded last among those that no commit has.

    Raises TrackerError (usage) where there is none, or another report refers to it.
    """
    root, zone = workspace.root, workspace.book.catalogue.zone
    repository = repository_of(root)
    committed = _committed(repository, root) if repository else frozenset()
    files = listing_of(root).files
    found = (read_file(root, file, zone).report for file in files if file not in committed)
    new = [report for report in found if report is not None]
    if not new:
        raise TrackerError("undo-nothing", ExitCode.USAGE)
    last = max(new, key=lambda report: (report.known, (root / report.file).stat().st_mtime))
    # What refers to it may have been committed without it, or by somebody who has a copy.
    everything = (read_file(root, file, zone).report for file in files if file != last.file)
    _refuse_named(last, filter(None, everything))
    path = root / last.file
    return LastReport(path, last.file, read_bytes(path, REPORT_LIMIT).decode("utf-8-sig"))


def _committed(repository: Repository, root: Path) -> frozenset[str]:
    """The reports that a commit here has, or one at the other end as it was last seen."""
    heads = [head for head in ("HEAD", "@{upstream}") if object_of(repository, f"{head}^{{commit}}")]
    return frozenset(file for head in heads for file in standing(repository, root, head))


def _refuse_named(last: Report, others: Iterable[Report]) -> None:
    """Raises TrackerError (usage) where a void or a judgement of another report names it."""
    for other in others:
        for line in other.entries:
            said = line.statement
            named = entry_named(said.ref if isinstance(said, Judgement) else line.void or "")
            if named and named[0] == last.stem:
                raise TrackerError("undo-named", ExitCode.USAGE, file=last.file, by=other.file)


def take_away(workspace: Workspace, last: LastReport) -> None:
    """Remove the file, also from what is staged. Raises TrackerError where the system or git says no."""
    repository = repository_of(workspace.root)
    if repository:
        name = (last.path.parent.resolve() / last.path.name).relative_to(repository.top).as_posix()
        repository.run("update-index", "--force-remove", "--", name)
    try:
        last.path.unlink()
    except OSError as error:
        reason = error.strerror or str(error)
        raise TrackerError("write-failed", ExitCode.WRITE_CONFLICT, file=last.file, reason=reason) from None
