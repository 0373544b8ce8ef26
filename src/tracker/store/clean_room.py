"""A repository for one errand: another's objects, with nothing of its configuration, hooks or attributes.

What reaches out (fetch, push) or runs programs that a configuration may name (merge drivers, filters) is done
here. The user's own configuration holds as always: credentials, ssh, proxies.
"""

import contextlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from tracker.problems import TrackerError
from tracker.store.git import Repository, run_git, setting
from tracker.store.git_environment import reaching

# How git may reach another repository; none of these names a program.
PROTOCOLS = ("file", "git", "http", "https", "ssh")
# Of the repository's configuration only this is taken over, as data.
_TAKEN = (
    *("user.name", "user.email", "core.autocrlf", "core.eol", "core.symlinks", "core.ignoreCase"),
    "core.sharedRepository",
)
# No attribute names a program here (git-lfs, say, in the user's own configuration), nor changes a report.
_ATTRIBUTES = "* -filter -ident !merge\n"
_REACHING = (
    *("-c", "transfer.fsckObjects=true", "-c", "core.alternateRefsCommand=:"),
    *("-c", "gc.auto=0", "-c", "maintenance.auto=false"),
)
_THEIRS = "refs/theirs"


@dataclass(frozen=True, slots=True)
class CleanRoom:
    """What is run here sees the repository's objects, and no more of it than is passed on."""

    top: Path
    environment: Mapping[str, str] = field(repr=False)

    def run(
        self,
        *arguments: str,
        feed: bytes = b"",
        accepted: Sequence[int] = (0,),
        told: Mapping[str, str] = MappingProxyType({}),
    ) -> str:
        """What git prints; `told` are variables of its surroundings. Raises TrackerError (git)."""
        more = {**self.environment, **told}
        return run_git(self.top, *arguments, feed=feed, more=more, accepted=accepted)

    def fetch(self, url: str, ref: str) -> str | None:
        """The commit that `ref` is at the other end, with all it needs; None where it has none of that name.

        Raises TrackerError (git) where the other end cannot be reached.
        """
        try:
            self.reach(
                "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--", url, f"+{ref}:{_THEIRS}"
            )
        except TrackerError as error:
            if error.code == "git-no-ref":
                return None
            raise
        return self.run("rev-parse", "--verify", f"{_THEIRS}^{{commit}}").strip()

    def push(self, url: str, commit: str, ref: str, seen: str | None) -> None:
        """Let `ref` be this commit at the other end, where it is still at `seen`, or nowhere yet.

        Raises TrackerError: git-behind where it has moved on or is gone.
        """
        still = f"--force-with-lease={ref}:{seen or ''}"
        self.reach("push", "--quiet", "--no-signed", "--no-verify", still, "--", url, f"{commit}:{ref}")

    def reach(self, command: str, *arguments: str) -> str:
        """Run a command of git that reaches another repository. Raises TrackerError (git)."""
        told = reaching(*PROTOCOLS)
        return self.run(*_REACHING, command, "--no-recurse-submodules", *arguments, told=told)


@contextlib.contextmanager
def clean_room(repository: Repository) -> Iterator[CleanRoom]:
    """Make one, and take it away afterwards; what it fetched stays among the repository's objects."""
    with tempfile.TemporaryDirectory(prefix="tracker-", ignore_cleanup_errors=True) as name:
        room = Path(name).resolve() / "room.git"
        form = repository.run("rev-parse", "--show-object-format").strip()
        run_git(room.parent, "init", "--quiet", "--bare", "--template=", f"--object-format={form}", str(room))
        for key in _TAKEN:
            if (value := setting(repository.top, key)) is not None:
                run_git(room, "config", "--file", "config", key, value)
        (room / "info").mkdir(exist_ok=True)
        (room / "info/attributes").write_text(_ATTRIBUTES, "ascii")
        _pass_on_ends(repository, room)
        objects = repository.top / repository.run("rev-parse", "--git-path", "objects").removesuffix("\n")
        made = CleanRoom(room, {"GIT_DIR": str(room), "GIT_OBJECT_DIRECTORY": str(objects.resolve())})
        commits = repository.run(
            "for-each-ref", "--format=%(objectname)", "refs/heads", "refs/remotes"
        ).split()
        refs = "".join(f"create refs/here/{n} {commit}\n" for n, commit in enumerate(dict.fromkeys(commits)))
        made.run("update-ref", "--stdin", feed=refs.encode() or b"\n")  # by these git sees what need not come
        yield made


def _pass_on_ends(repository: Repository, room: Path) -> None:
    """Pass on where a shallow clone begins: there are no objects beyond."""
    ends = repository.cut_off()
    if ends:
        (room / "shallow").write_text("".join(f"{commit}\n" for commit in sorted(ends)), "ascii")
