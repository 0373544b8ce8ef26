"""Git: the one module that runs it, and what a repository is asked.

A repository's own configuration may be a stranger's, as in a folder that was unpacked or cloned. So every
call goes through one function, which says all that configuration and surroundings could say otherwise:
nothing is fetched, no program but git runs (but at a commit, which has hooks and filters), and no setting
changes what is answered. Plumbing is asked, which reads none of `log.*`, `diff.*`, `format.*` and aliases.
"""

import contextlib
import os
import shlex
import stat
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from tracker.problems import ExitCode, TrackerError
from tracker.store.blobs import names_of
from tracker.store.git_environment import environment, options
from tracker.store.git_log import Step, steps_of
from tracker.store.git_words import KNOWN, NO_FILES, NO_HOOK, NO_REASON

_COMPARED = (
    *("diff-tree", "--stdin", "-z", "--raw", "-r", "-m", "--root", "--no-abbrev", "--no-color"),
    *("--encoding=UTF-8", "--format=%x02%H%x1f%P%x1f%aI%x1f%an"),
)
_RENAMES = ("--find-renames=50%", "-l1000")  # git's own defaults, whatever diff.renameLimit says
_SECONDS = 600  # hooks may run tests; whatever takes longer waits for somebody
_LAST_SECONDS = 5
_LINES = 3
_LONGEST_HEAD = 200  # of a blob in a batch: its name, type and size

_SUBMODULE = "160000"
_HOOKS = ("pre-commit", "prepare-commit-msg", "commit-msg")


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository with a working tree, by the folder at its top."""

    top: Path

    def steps(self, revisions: str, folder: Path, below: str = ".") -> Iterator[Step]:
        """The history of what lies below `below`, newest first, each merge beside each of its parents.

        Paths begin at `folder`. Nothing is simplified away: a merge may drop what one of its sides had added.
        """
        commits = run_git(folder, "rev-list", "--topo-order", revisions, "--")
        return steps_of(
            run_git(folder, *_COMPARED, "--no-renames", "--relative", "--", below, feed=commits.encode())
        )

    def steps_with_renames(self, folder: Path) -> Iterator[Step]:
        """All that the commits which touch `folder` changed anywhere, newest first, renames followed.

        Paths begin at the top. Raises TrackerError (git).
        """
        commits = run_git(folder, "rev-list", "--topo-order", "--full-history", "HEAD", "--", ".")
        return steps_of(run_git(folder, *_COMPARED, *_RENAMES, "--no-relative", "--", feed=commits.encode()))

    def standing(self, folder: Path, revision: str = "HEAD") -> dict[str, str]:
        """The content of each file below `folder` in a commit, by its path from the top."""
        return {path: name for path, mode, name in self._tree(folder, revision) if mode.startswith("100")}

    def has_submodule(self, folder: Path) -> bool:
        """Whether `folder`, or anything below it, is a submodule, whose files are not in this history."""
        return any(mode == _SUBMODULE for _, mode, _ in self._tree(folder, "HEAD"))

    def _tree(self, folder: Path, revision: str) -> Iterator[tuple[str, str, str]]:
        """Path, mode and content of all that a commit has at `folder` and below."""
        below = (folder.parent.resolve() / folder.name).relative_to(self.top).as_posix()
        for line in filter(None, self.run("ls-tree", "-r", "-z", revision).split("\0")):
            head, _, path = line.partition("\t")
            mode, _, name = head.split(" ")
            if below in {".", path} or path.startswith(f"{below}/"):
                yield path, mode, name

    def is_edited(self, file: str, blob: str) -> bool:
        """Whether the file of this path from the top is not as it was committed, which is content `blob`.

        Line ends are no part of it: git may have been told to write those of Windows. What a file would be
        committed as is not asked of git, which may run a program for that (a filter).
        """
        return blob not in names_of(self.top / file, blob)

    def replaced(self) -> int:
        """How many commits git would show otherwise than they were committed, were it allowed to."""
        replacements = self.run("for-each-ref", "--format=%(refname)", "refs/replace").split()
        grafts = self.top / self.run("rev-parse", "--git-common-dir").removesuffix("\n") / "info/grafts"
        lines = grafts.read_bytes().splitlines() if grafts.is_file() else []
        return len(replacements) + sum(1 for line in lines if line.strip() and not line.startswith(b"#"))

    def cut_off(self) -> frozenset[str]:
        """The commits whose parents are missing here: where a shallow clone begins."""
        path = self.top / self.run("rev-parse", "--git-path", "shallow").removesuffix("\n")
        return frozenset(path.read_text("ascii").split()) if path.exists() else frozenset()

    def has_commits(self) -> bool:
        """Whether anything was ever committed."""
        return bool(_ask(self.top, "rev-parse", "--quiet", "--verify", "HEAD^{commit}")[0] == 0)

    def run(self, *arguments: str, hooks: bool = False) -> str:
        """What git prints, run at the top. Raises TrackerError (git) with git's own words where it fails.

        With `hooks` those of the repository run, and what they do is theirs to say.
        """
        return run_git(self.top, *arguments, hooks=hooks)

    def contents(self, names: Sequence[str]) -> Iterator[bytes]:
        """What these blobs hold, byte for byte. Raises TrackerError (git) where one is missing."""
        asked = "".join(f"{name}\n" for name in names).encode()
        code, out, words = _call(self.top, ("cat-file", "--batch"), asked) if names else (0, b"", b"")
        at = 0
        for _ in names:
            head, _, _ = out[at : at + _LONGEST_HEAD].partition(b"\n")
            if code or not head[-1:].isdigit():
                raise _failure(self.top, ("cat-file",), code, os.fsdecode(words or head))
            start = at + len(head) + 1
            at = start + int(head.split()[-1]) + 1
            yield out[start : at - 1]


def git_version() -> str:
    """The version of git here. Raises TrackerError (git) where there is none."""
    return run_git(Path.cwd(), "--version").removeprefix("git version ").strip()


def repository_of(folder: Path) -> Repository | None:
    """The repository whose working tree `folder` lies in (or will lie in), or None.

    Raises TrackerError (git) where there evidently is one that git refuses, or git is not installed.
    """
    folder = folder.resolve()
    while not can_be_entered(folder):
        folder = folder.parent
    try:
        code, out, words = _ask(folder, "rev-parse", "--is-inside-git-dir", "--show-toplevel")
    except TrackerError:
        if any(map(_has_repository, (folder, *folder.parents))):
            raise
        return None
    if code == 0:
        within, _, top = out.removesuffix("\n").partition("\n")
        # A configuration may name a working tree that is not the one we are in.
        return Repository(Path(top)) if within == "false" and folder.is_relative_to(top) else None
    # A bare repository, or the inside of .git, has no files of its own.
    if any(said in words for said in NO_FILES):
        return None
    raise _failure(folder, ("rev-parse",), code, words)


def can_be_entered(folder: Path) -> bool:
    """Whether it is a folder in which git may be run."""
    try:
        return stat.S_ISDIR((folder / "..").stat().st_mode) and folder.is_dir()
    except OSError:
        return folder == folder.parent


def setting(folder: Path, name: str) -> str | None:
    """What git's configuration says of `name` in a folder; None for nothing, and without git."""
    try:
        return _ask(folder, "config", "--get", name)[1].strip() or None
    except TrackerError:
        return None


def keep_setting(folder: Path, name: str, value: str) -> bool:
    """Write `name` into the person's own configuration of git; whether that could be done."""
    try:
        return not _ask(folder, "config", "--global", name, value)[0]
    except TrackerError:
        return False


def _has_repository(folder: Path) -> bool:
    try:
        (folder / ".git").lstat()
    except OSError:
        return False
    return True


def run_git(
    folder: Path,
    *arguments: str,
    feed: bytes = b"",
    hooks: bool = False,
    more: Mapping[str, str] = MappingProxyType({}),
    accepted: Sequence[int] = (0,),
    seconds: int = _SECONDS,
) -> str:
    """What git prints, run in `folder`; `more` are variables beside those it is always told.

    Raises TrackerError (git) with git's own words where it leaves with a code that is not `accepted`.
    """
    code, out, words = _call(folder, arguments, feed, hooks=hooks, more=more, seconds=seconds)
    if code not in accepted:
        raise _failure(folder, arguments, code, os.fsdecode(words or out))
    return os.fsdecode(out)


def _ask(folder: Path, *arguments: str, hooks: bool = False) -> tuple[int, str, str]:
    code, out, words = _call(folder, arguments, hooks=hooks)
    return code, os.fsdecode(out), os.fsdecode(words)


def _call(
    folder: Path,
    arguments: Sequence[str],
    feed: bytes = b"",
    *,
    hooks: bool = False,
    more: Mapping[str, str] = MappingProxyType({}),
    seconds: int = _SECONDS,
) -> tuple[int, bytes, bytes]:
    """Run git and give it `feed` to read. Raises TrackerError where it cannot be run or does not end."""
    try:
        process = subprocess.Popen(
            ["git", *options(hooks=hooks), *arguments],
            cwd=folder,
            env={**environment(hooks=hooks), **more},
            stdin=subprocess.PIPE if feed else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except OSError as error:
        reason = error.strerror or str(error)
        missing = isinstance(error, FileNotFoundError | PermissionError)
        code = "git-missing" if missing else "git-failed"
        raise TrackerError(code, ExitCode.GIT, reason=reason, words=reason) from None
    with process:
        try:
            out, words = process.communicate(feed or None, timeout=seconds)
        except BaseException as error:
            # Asked to end, git removes its locks; killed at once, it would leave them behind.
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.communicate(timeout=_LAST_SECONDS)
            process.kill()
            if isinstance(error, subprocess.TimeoutExpired):
                raise TrackerError("git-timeout", ExitCode.GIT, seconds=seconds) from None
            raise
    return process.returncode, out, words


def _failure(folder: Path, arguments: Sequence[str], code: int, words: str) -> TrackerError:
    """The error that says what git said, and where it is a known one, what to do."""
    said = words.lower()
    known = next((ours for theirs, ours in KNOWN if theirs in said), None)
    if known is None and arguments[0] == "commit" and code == 1 and not any(w in said for w in NO_HOOK):
        known = "git-hook" if _has_hook(folder) else None
    lines = [line.strip() for line in words.splitlines() if not line.startswith("hint:")]
    lines = [line for line in lines if any(map(str.isalnum, line))]  # no frames of @@@@
    reasons = [line for line in lines if not any(empty in line.lower() for empty in NO_REASON)]
    shown = tuple((reasons or lines)[:_LINES]) or (f"exit {code}",)
    command = shlex.join(["git", *arguments])
    return TrackerError(known or "git-failed", ExitCode.GIT, words=shown, command=command)


def _has_hook(folder: Path) -> bool:
    code, out, _ = _ask(folder, "rev-parse", "--git-path", "hooks", hooks=True)
    hooks = folder / out.removesuffix("\n")
    return code == 0 and any(os.access(hooks / name, os.X_OK) for name in _HOOKS)
