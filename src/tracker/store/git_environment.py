"""What git is told whenever it is run: its variables, and the options that outdo any configuration."""

import os
import re

# Of all that git takes from its surroundings only this stays: where to look for repositories and
# configuration, git's own programs, and who commits. The folder says which repository is meant.
_KEPT = re.compile(
    r"GIT_(CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|EXEC_PATH|CONFIG_\w+|(AUTHOR|COMMITTER)_\w+)"
)
_ALWAYS = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    # Replacement objects and grafts could show another history than the one that was committed.
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
}
# What a repository lacks on purpose would be fetched by a program that its configuration names.
_NOTHING_FETCHED = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": ""}
_OPTIONS = (
    *("--no-pager", "--literal-pathspecs", "--no-optional-locks"),
    # A folder that came by a clone may itself look like a repository, with a configuration of its own.
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "core.fsmonitor=false", "-c", "core.fileMode=false"),
    # What is said of a commit is read in the commit, not in a file of shortcuts beside it.
    *("-c", "core.commitGraph=false"),
)
_NO_HOOKS = ("-c", f"core.hooksPath={os.devnull}")
# What a user may say to git in the surroundings about how to reach another repository.
_OWN_WAYS = (
    "GIT_SSH",
    "GIT_SSH_COMMAND",
    "GIT_SSH_VARIANT",
    "GIT_SSL_CAINFO",
    "GIT_SSL_CAPATH",
    "SSH_ASKPASS",
)


def environment(*, hooks: bool) -> dict[str, str]:
    """The variables: nothing is fetched; hooks see what a person would."""
    plain = {name: value for name, value in os.environ.items() if _is_plain(name)}
    return plain | _ALWAYS | ({} if hooks else _NOTHING_FETCHED)


def reaching(*protocols: str) -> dict[str, str]:
    """More of them, where another repository may be reached by these protocols, in the user's own ways."""
    own = {name: os.environ[name] for name in _OWN_WAYS if name in os.environ}
    return {"GIT_ALLOW_PROTOCOL": ":".join(protocols), **own}


def options(*, hooks: bool) -> tuple[str, ...]:
    """What stands between `git` and its command."""
    return (*_OPTIONS, *(() if hooks else _NO_HOOKS))


def _is_plain(name: str) -> bool:
    """Whether git is told a variable of our surroundings; most of its own are not."""
    return not name.startswith("GIT_") or bool(_KEPT.fullmatch(name))
