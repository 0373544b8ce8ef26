"""Who committed each report: for the commands that say so, since git takes its time."""

from pathlib import Path

from tracker.report.log import CommitInfo
from tracker.store.git import repository_of
from tracker.store.names import FOLDER


def committed_in(root: Path) -> dict[str, CommitInfo]:
    """Who committed each report, by its path in the workspace; nothing where there is no repository.

    Raises TrackerError (git) where there is one that cannot be read.
    """
    repository = repository_of(root)
    if repository is None:
        return {}
    added = repository.added(root / FOLDER)
    return {
        path.relative_to(root).as_posix(): CommitInfo(commit.hash, commit.author, commit.when)
        for path, commit in added.items()
        if path.is_relative_to(root)
    }
