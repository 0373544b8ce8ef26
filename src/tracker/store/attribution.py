"""Who committed each report as it stands, asked of git's history."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from tracker.model.clock import moment_in
from tracker.report.attribution import Attribution, Attributions, CommitInfo, Origin
from tracker.store.git import Repository, can_be_entered, repository_of
from tracker.store.git_log import Commit, Step
from tracker.store.progress import FOLDER

# The contents a file has had, oldest first, each with the commit that brought it; None where that is cut off.
_Contents = dict[str, Commit | None]


def attributions(root: Path, zone: ZoneInfo) -> Attributions:
    """What is known of the commits of each committed report, with their moments in `zone`.

    Nothing where there is no repository. A renamed file keeps whom it had. Raises TrackerError (git) for a
    repository that cannot be read.
    """
    folder = root.resolve() / FOLDER
    repository = repository_of(folder)
    if repository is None or folder.is_symlink() or not can_be_entered(folder):
        return {}
    if not repository.has_commits():
        return {}
    contents, standing = _contents_by_file(repository, folder), repository.standing(folder)

    def known(file: str) -> Attribution:
        if repository.is_edited(file, standing[file]):
            return Attribution(Origin.EDITED)
        return _attribution(contents.get(file, {}), standing[file], zone)

    below = repository.top.joinpath
    return _OnDemand(
        {f"{FOLDER}/{below(file).relative_to(folder).as_posix()}": file for file in standing}, known
    )


class _OnDemand(Mapping[str, Attribution]):
    """What is known of each file, when somebody asks: whether it was edited is seen by reading it."""

    def __init__(self, files: Mapping[str, str], known: Callable[[str], Attribution]) -> None:
        self._files = files  # by their paths in the workspace those from the top
        self._known = cache(known)

    def __getitem__(self, file: str) -> Attribution:
        return self._known(self._files[file])

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def _attribution(contents: _Contents, blob: str, zone: ZoneInfo) -> Attribution:
    first, now = next(iter(contents.values()), None), contents.get(blob)
    if now is None:
        return Attribution(Origin.CUT_OFF)
    if now is first:
        return Attribution(Origin.COMMITTED, (_info(now, zone),))
    return Attribution(Origin.CHANGED, tuple(_info(commit, zone) for commit in (first, now) if commit))


def _info(commit: Commit, zone: ZoneInfo) -> CommitInfo:
    return CommitInfo(commit.hash, commit.author, moment_in(zone, commit.when))


def _contents_by_file(repository: Repository, folder: Path) -> dict[str, _Contents]:
    """The contents of each file by its path from the top; what came from elsewhere is followed there."""
    steps = list(repository.steps_with_renames(folder))
    below = folder.relative_to(repository.top)
    sources = {change.source for step in steps for change in step.changes if change.source}
    if not all(Path(source).is_relative_to(below) for source in sources):
        steps = list(repository.steps_with_renames(repository.top))
    return _followed(reversed(steps), repository.cut_off())


def _followed(steps: Iterable[Step], cut_off: frozenset[str]) -> dict[str, _Contents]:
    """Parents come before their children: the first commit that has a content is the one that brought it."""
    files: dict[str, _Contents] = {}
    for step in steps:
        commit = None if step.commit.hash in cut_off else step.commit
        for change in step.changes:
            contents = files.setdefault(change.file, {})
            if change.source:
                for blob, origin in files.get(change.source, {}).items():
                    contents.setdefault(blob, origin)
                    if blob == change.old:
                        break
            if change.status != "D":
                contents.setdefault(change.new, commit)
    return files
