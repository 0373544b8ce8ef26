"""Committing new reports: exactly these files, whatever else is staged, while others commit as well."""

import contextlib
import random
import shlex
import time
from collections.abc import Sequence
from pathlib import Path

from tracker.problems import ExitCode, TrackerError
from tracker.store.git import Repository

# What git leaves in its folder while something is under way, what that is, and how it is ended. What is
# committed meanwhile would become part of it, or be thrown away with it.
_UNDER_WAY = (
    ("MERGE_HEAD", "merge", "--continue | --abort"),
    ("rebase-merge", "rebase", "--continue | --abort"),
    ("rebase-apply/applying", "am", "--continue | --abort"),
    ("rebase-apply", "rebase", "--continue | --abort"),
    ("CHERRY_PICK_HEAD", "cherry-pick", "--continue | --abort"),
    ("REVERT_HEAD", "revert", "--continue | --abort"),
    ("sequencer", "cherry-pick", "--continue | --abort"),
    ("BISECT_LOG", "bisect", "reset"),
)
PATIENCE = 30_000  # milliseconds for others to finish
_PAUSE = 50, 250  # milliseconds between two tries, by chance, so that two do not meet again


def commit_files(repository: Repository, paths: Sequence[Path], message: str) -> str:
    """Commit exactly these files, whatever else is staged or changed; returns the short hash.

    Waits a while for others that commit. Raises TrackerError (git) with git's own words, or where a merge, a
    rebase or the like is under way; what was staged before is then staged, and nothing else.
    """
    names = [_name(repository, path) for path in paths]
    staging = False
    try:
        refuse_under_way(repository)
        staging = True
        _patiently(repository, "add", "--", *names)
        command = ("commit", "--quiet", "--only", "--cleanup=whitespace", f"--message={message}")
        _patiently(repository, *command, "--", *names, hooks=True)
    except BaseException as error:
        # These files are staged no more; where even that fails, the first error is the one to tell.
        if staging:
            with contextlib.suppress(TrackerError):
                _patiently(repository, "reset", "--quiet", "--", *names)
        if isinstance(error, TrackerError):
            error.facts["command"] = command_for(paths, message)
        raise
    return repository.run("rev-list", "-1", "--abbrev-commit", "HEAD", "--", *names).strip()


def command_for(paths: Sequence[Path], message: str) -> str:
    """What a person would type to commit these files, in any shell that reads as sh does."""
    here = Path.cwd()
    names = shlex.join([str(p.relative_to(here) if p.is_relative_to(here) else p) for p in paths])
    return f"git add -- {names} && git commit -m {shlex.quote(message)} -- {names}"


def refuse_under_way(repository: Repository, code: str = "git-under-way") -> None:
    """Raises TrackerError (git, of this code) while a merge, a rebase or the like is not ended."""
    names = [name for name, _, _ in _UNDER_WAY]
    asked = [argument for name in names for argument in ("--git-path", name)]
    places = repository.run("rev-parse", *asked).split("\n")
    for (_, operation, way), place in zip(_UNDER_WAY, places, strict=False):
        if (repository.top / place).exists():
            raise TrackerError(code, ExitCode.GIT, operation=operation, way=f"git {operation} {way}")


def _patiently(repository: Repository, *arguments: str, hooks: bool = False) -> None:
    """Run git; as long as another git holds what it needs, once more after a pause."""
    end = time.monotonic_ns() + PATIENCE * 1_000_000
    while True:
        try:
            repository.run(*arguments, hooks=hooks)
        except TrackerError as error:
            if error.code != "git-lock" or time.monotonic_ns() > end:
                raise
            time.sleep(random.randint(*_PAUSE) / 1000)  # noqa: S311 - a pause, no secret
        else:
            return


def _name(repository: Repository, path: Path) -> str:
    """The file's path from the top. Raises TrackerError (git) where it lies elsewhere."""
    # The folder's links are followed, as git does; a link itself would be committed as a link.
    whole = path.parent.resolve() / path.name
    if not whole.is_relative_to(repository.top):
        raise TrackerError("git-outside", ExitCode.GIT, file=str(path), top=str(repository.top))
    return whole.relative_to(repository.top).as_posix()
