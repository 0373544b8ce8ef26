"""Git: the one module that runs another program."""

import contextlib
import os
import shlex
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tracker.problems import ExitCode, TrackerError
from tracker.store.git_log import Step, steps_of

# Variables that say which repository, index or paths are meant. A hook has them set, for the repository whose
# hook it is; here the folder decides. Configuration given in the environment (GIT_CONFIG_*) stays.
_LOCATION = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_QUARANTINE_PATH",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
    "GIT_GRAFT_FILE",
    "GIT_SHALLOW_FILE",
    "GIT_REPLACE_REF_BASE",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
)
# Replacement objects and grafts could show another history than the one that was committed.
_ALWAYS = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
}
_OPTIONS = (
    "--no-pager",
    *("-c", "core.quotePath=off", "-c", "log.showSignature=false"),
    *("-c", "log.follow=false", "-c", "log.showRoot=true"),
    # Leave to execute a file is no part of what it says.
    *("-c", "core.fsmonitor=false", "-c", "core.fileMode=false"),
)
_SECONDS = 600  # hooks may run tests; whatever takes longer waits for somebody
_LAST_SECONDS = 5
_LINES = 3
_LONGEST_HEAD = 200  # of a blob in a batch: its name, type and size

# What git says (in the C locale) -> the code of our own sentence, which gives advice. The first match wins.
_KNOWN = (
    ("please tell me who you are", "git-identity"),
    ("unable to auto-detect email", "git-identity"),
    ("empty ident", "git-identity"),
    ("no email was given", "git-identity"),
    ("no name was given", "git-identity"),
    (".lock': file exists", "git-lock"),
    ("cannot do a partial commit during", "git-merge"),
    ("because you have unmerged files", "git-merge"),
    ("dubious ownership", "git-ownership"),
    ("ignored by one of your .gitignore", "git-ignored"),
)
_HOOKS = ("pre-commit", "prepare-commit-msg", "commit-msg")
# Reasons for which git itself, not a hook, leaves with 1.
_NO_HOOK = ("error: pathspec", "nothing to commit", "nothing added to commit", "no changes added")


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository with a working tree, by the folder at its top."""

    top: Path

    def commit(self, paths: Sequence[Path], message: str) -> str:
        """Commit exactly these new files, whatever else is staged or changed; returns the short hash.

        Raises TrackerError (git) with git's own words; the files are then untracked again, and what was
        staged before is staged as it was.
        """
        names = [self._name(path) for path in paths]
        try:
            self.run("add", "--", *names)
            self.run("commit", "--quiet", "--only", f"--message={message}", "--", *names)
        except BaseException as error:
            # Only our own addition is taken back; where even that fails, the first error is the one to tell.
            with contextlib.suppress(TrackerError):
                self.run("reset", "--quiet", "--", *names)
            if isinstance(error, TrackerError):
                error.facts["command"] = command_for(paths, message)
            raise
        return self.run("rev-parse", "--short", "HEAD").strip()

    def steps(self, revisions: str, folder: Path, below: str, *options: str) -> Iterator[Step]:
        """The history of what lies below `below`, newest first, each merge beside each of its parents.

        Nothing is simplified away: a merge may drop what one of its sides had added. Raises TrackerError
        (git).
        """
        shape = "--format=%x02%H%x1f%P%x1f%aI%x1f%aN"
        text = _run(
            folder,
            *("log", "-z", "--raw", "-m", "--no-renames", "--no-abbrev", "--no-color", "--encoding=UTF-8"),
            *("--topo-order", "--full-history", shape, *options, revisions, "--", below),
        )
        return steps_of(text)

    def standing(self, folder: Path) -> dict[str, str]:
        """The content of each file below `folder` in the last commit, by its path from the top."""
        below = folder.resolve().relative_to(self.top).as_posix()
        files = {}
        for line in self.run("ls-tree", "-r", "-z", "HEAD").split("\0"):
            head, _, path = line.partition("\t")
            if head.startswith("100") and (below == "." or path.startswith(f"{below}/")):
                files[path] = head.split(" ")[2]  # mode, type, content
        return files

    def edited(self, folder: Path) -> set[str]:
        """Files below `folder` that are not as they were last committed, by their path from the top."""
        names = ("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-relative", "HEAD")
        return set(filter(None, _run(folder, *names, "--", ".").split("\0")))

    def cut_off(self) -> frozenset[str]:
        """The commits whose parents are missing here: where a shallow clone begins."""
        path = self.top / self.run("rev-parse", "--git-path", "shallow").removesuffix("\n")
        return frozenset(path.read_text("ascii").split()) if path.exists() else frozenset()

    def has_commits(self) -> bool:
        """Whether anything was ever committed."""
        return bool(_ask(self.top, "rev-parse", "--quiet", "--verify", "HEAD^{commit}")[0] == 0)

    def run(self, *arguments: str) -> str:
        """What git prints, run at the top. Raises TrackerError (git) with git's own words where it fails."""
        return _run(self.top, *arguments)

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

    def _name(self, path: Path) -> str:
        # The folder's links are followed, as git does; a link itself would be committed as a link.
        whole = path.parent.resolve() / path.name
        if not whole.is_relative_to(self.top):
            raise TrackerError("git-outside", ExitCode.GIT, file=str(path), top=str(self.top))
        return whole.relative_to(self.top).as_posix()


def repository_of(folder: Path) -> Repository | None:
    """The repository whose working tree `folder` lies in (or will lie in), or None.

    Raises TrackerError (git) where there evidently is one that cannot be used: git is not installed, or
    refuses it.
    """
    folder = folder.resolve()
    while not folder.is_dir():
        folder = folder.parent
    try:
        code, out, words = _ask(folder, "rev-parse", "--show-toplevel")
    except TrackerError:
        if any((above / ".git").exists() for above in (folder, *folder.parents)):
            raise
        return None
    if code == 0:
        return Repository(Path(out.removesuffix("\n")))
    # A bare repository, or the inside of .git, has no files of its own.
    if "not a git repository" in words or "must be run in a work tree" in words:
        return None
    raise _failure(folder, ("rev-parse",), code, words)


def setting(folder: Path, name: str) -> str | None:
    """What git's configuration says of `name` in a folder, be it in a repository or not; None for nothing."""
    try:
        code, out, _ = _ask(folder, "config", "--get", name)
    except TrackerError:  # without git there is no configuration
        return None
    return (out.strip() or None) if code == 0 else None


def command_for(paths: Sequence[Path], message: str) -> str:
    """What a person would type to commit these files, in any shell that reads as sh does."""
    here = Path.cwd()
    names = shlex.join([str(p.relative_to(here) if p.is_relative_to(here) else p) for p in paths])
    return f"git add -- {names} && git commit -m {shlex.quote(message)} -- {names}"


def _run(folder: Path, *arguments: str) -> str:
    code, out, words = _ask(folder, *arguments)
    if code:
        raise _failure(folder, arguments, code, words or out)
    return out


def _ask(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Exit code, output and words of git, as text."""
    code, out, words = _call(folder, arguments)
    return code, os.fsdecode(out), os.fsdecode(words)


def _call(folder: Path, arguments: Sequence[str], feed: bytes = b"") -> tuple[int, bytes, bytes]:
    """Run git and give it `feed` to read. Raises TrackerError where it cannot be run or does not end."""
    environment = {name: value for name, value in os.environ.items() if name not in _LOCATION} | _ALWAYS
    try:
        process = subprocess.Popen(
            ["git", *_OPTIONS, *arguments],
            cwd=folder,
            env=environment,
            stdin=subprocess.PIPE if feed else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except OSError as error:
        reason = error.strerror or str(error)
        raise TrackerError("git-missing", ExitCode.GIT, reason=reason) from None
    with process:
        try:
            out, words = process.communicate(feed or None, timeout=_SECONDS)
        except BaseException as error:
            # Asked to end, git removes its locks; killed at once, it would leave them behind.
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.communicate(timeout=_LAST_SECONDS)
            process.kill()
            if isinstance(error, subprocess.TimeoutExpired):
                raise TrackerError("git-timeout", ExitCode.GIT, seconds=_SECONDS) from None
            raise
    return process.returncode, out, words


def _failure(folder: Path, arguments: Sequence[str], code: int, words: str) -> TrackerError:
    """The error that says what git said, and where it is a known one, what to do."""
    said = words.lower()
    known = next((ours for theirs, ours in _KNOWN if theirs in said), None)
    if known is None and arguments[0] == "commit" and code == 1 and not any(w in said for w in _NO_HOOK):
        known = "git-hook" if _has_hook(folder) else None
    lines = [line.strip() for line in words.splitlines() if line.strip() and not line.startswith("hint:")]
    shown = tuple(lines[:_LINES]) or (f"exit {code}",)
    command = shlex.join(["git", *arguments])
    return TrackerError(known or "git-failed", ExitCode.GIT, words=shown, command=command)


def _has_hook(folder: Path) -> bool:
    code, out, _ = _ask(folder, "rev-parse", "--git-path", "hooks")
    hooks = folder / out.removesuffix("\n")
    return code == 0 and any(os.access(hooks / name, os.X_OK) for name in _HOOKS)
