"""The other end of a workspace: which repository a branch is shared with, and whether git may run there."""

import os
import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from tracker.problems import ExitCode, TrackerError
from tracker.store.git import Repository, run_git, setting

_URL = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*)://|(?P<host>[^/\\:]{2,}):(?!:)", re.IGNORECASE)
_HELPER = re.compile(r"[a-z0-9]+::", re.IGNORECASE)
# What a repository that is only a place to share says of itself; anything else may make git run something.
_HARMLESS = re.compile(
    r"core\.(repositoryformatversion|filemode|bare|sharedrepository|symlinks|ignorecase|precomposeunicode"
    r"|logallrefupdates)|extensions\.(objectformat|refstorage)|receive\.(deny\w+|fsckobjects|shallowupdate)"
    r"|transfer\.\w+|http\.receivepack|user\.(name|email)|branch\..*|remote\.[^.]+\.(url|fetch)",
    re.IGNORECASE,
)

# By these a repository takes its hooks, configuration or working tree from another place.
_ELSEWHERE = ("commondir", ".git")


@dataclass(frozen=True, slots=True)
class Remote:
    """Where a branch is shared: the remote's name and address, and the branch here and there."""

    name: str
    url: str
    branch: str
    ref: str  # of the branch at the other end

    @property
    def tracking(self) -> str:
        """How git calls what was last seen there: origin/main."""
        return f"{self.name}/{self.ref.removeprefix('refs/heads/')}"

    @property
    def seen(self) -> str:
        """The ref of what was last seen there."""
        return f"refs/remotes/{self.tracking}"


def remote_of(repository: Repository, name: str | None) -> Remote:
    """The remote of the branch that is checked out: the one named, its own, or the only one there is.

    Raises TrackerError (git) where no branch is checked out, there is no such remote, or its address is none
    that git itself can reach; and where it is a folder whose own programs would run here without leave.
    """
    try:
        branch = repository.run("symbolic-ref", "--quiet", "--short", "HEAD").strip()
    except TrackerError as error:
        if error.code != "git-failed":
            raise
        raise TrackerError("sync-no-branch", ExitCode.GIT) from None
    known = repository.run("remote").split()
    own = setting(repository.top, f"branch.{branch}.remote")
    chosen = name or own or (known[0] if len(known) == 1 else None)
    if chosen not in known:
        several = "sync-unknown-remote" if name or own else "sync-which-remote"
        code = several if known else "sync-no-remote"
        raise TrackerError(code, ExitCode.GIT, name=name or own or "", known=tuple(known))
    ref = setting(repository.top, f"branch.{branch}.merge") if chosen == own else None
    written = setting(repository.top, f"remote.{chosen}.url") or ""
    return Remote(chosen, _address(repository, written), branch, ref or f"refs/heads/{branch}")


def _address(repository: Repository, written: str) -> str:
    """The address as git is told it; a folder by its whole path, and only where it may be used."""
    if not written or written.startswith("-") or _HELPER.match(written):
        raise TrackerError("sync-address", ExitCode.GIT, url=written)
    found = _URL.match(written)
    if found and (found["scheme"] or "").lower() != "file":
        return written
    path = unquote(written.partition("://")[2]) if found else written
    if found and not path.startswith("/"):
        path = f"//{path}"
    folder = Path(os.path.normpath(repository.top / path))
    try:
        _refuse_strange(folder)
    except OSError:  # somebody else's, or a share that is not connected
        raise TrackerError("sync-unreachable", ExitCode.GIT, url=str(folder)) from None
    return str(folder)


def _refuse_strange(folder: Path) -> None:
    """Refuse a folder in which git would run programs of its own, unless the user's git trusts it by name.

    Git works in a shared folder as the user who shares: with the hooks and the configuration that are there.
    """
    # Where git would look first; it would follow a file there, or what is called so, to yet another folder.
    inner = folder / ".git" if os.path.lexists(folder / ".git") else folder
    needed = all((inner / name).is_dir() for name in ("objects", "refs"))
    if not (needed and (inner / "HEAD").exists() and (inner / "config").is_file()):
        raise TrackerError("sync-unreachable", ExitCode.GIT, url=str(folder))
    hooks = [
        hook.name
        for hook in sorted((inner / "hooks").glob("*"))
        if hook.suffix != ".sample" and os.access(hook, os.X_OK)
    ]
    keys = run_git(folder, "config", "--file", str(inner / "config"), "--list", "--name-only").split("\n")
    elsewhere = [name for name in _ELSEWHERE if os.path.lexists(inner / name)]
    strange = [*elsewhere, *hooks, *(key for key in keys if key and not _HARMLESS.fullmatch(key))]
    if strange and not _trusts(folder):
        named, found = shlex.quote(str(folder)), tuple(strange)
        raise TrackerError("sync-strange", ExitCode.GIT, folder=str(folder), named=named, strange=found)


def _trusts(folder: Path) -> bool:
    """Whether the user's own configuration names this folder as safe."""
    try:
        asked = ("--global", "--type=path", "--get-all", "safe.directory")
        named = run_git(Path.home(), "config", *asked).split("\n")
    except TrackerError:  # it says nothing, or is not there
        return False
    return any(name in {"*", str(folder), f"{folder}/"} or _is_above(name, folder) for name in named)


def _is_above(name: str, folder: Path) -> bool:
    """Whether git was told of all folders below one: /share/*."""
    return name.endswith("/*") and str(folder).startswith(name[:-1])
