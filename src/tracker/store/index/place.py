"""Where the index lies, whose it is, and how a new one takes the place of an old one."""

import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from zlib import crc32

from tracker import __version__
from tracker.store.index.database import (
    SCHEMA,
    SELF,
    TABLE,
    VERSION_OF,
    DamagedError,
    Database,
    Kind,
    Page,
    checked,
    connect,
)

FOLDER = ".tracker"
_DECIDING = ("model", "model/kinds", "model/rules", "store", "store/index")
_PREFIX, _SUFFIX = "index-", ".sqlite3"
_ABANDONED = 600  # seconds after which an unfinished index is nobody's any more
# Keeps what is in the folder out of git, backups and searches.
_AROUND = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# tracker: may be deleted at any time\n",
}


@cache
def version() -> str:
    """Which program writes the pages: its version, and the state of the files that decide what they say.

    In a clone the rules change from day to day, and the version does not.
    """
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    states: list[str] = []
    for folder in _DECIDING:
        with suppress(OSError):  # the package may lie in an archive, which no day changes
            files = [file for file in os.scandir(f"{package}/{folder}") if file.name.endswith(".py")]
            found = ((file.name, file.stat()) for file in sorted(files, key=lambda file: file.name))
            states += (f"{folder}/{name} {state.st_size} {state.st_mtime_ns}" for name, state in found)
    return f"{SCHEMA} {__version__} {crc32(' '.join(states).encode()):08x}"


def opened(root: str) -> Database | None:
    """The index of a workspace, None where there is none that can be used."""
    for path in _candidates(f"{root}/{FOLDER}"):
        with suppress(DamagedError):
            return _reading(path)
    return None


@contextmanager
def created(root: str) -> Iterator[Database]:
    """A new index to be filled, which takes the place of any other when the block ends.

    Raises DamagedError where it cannot be written; nothing is then left of it.
    """
    folder = f"{root}/{FOLDER}"
    name = f"{_PREFIX}{os.urandom(6).hex()}"
    temporary, final = f"{folder}/.{name}.tmp", f"{folder}/{name}{_SUFFIX}"
    with checked():
        _prepare(folder)
        connection = connect(temporary, "rwc")
        try:
            database = _empty(connection, temporary)
            database.put([Page(Kind.META, SELF, "", _identity(os.stat(temporary)))])
            yield database
            connection.execute("COMMIT")
            connection.close()
            others = _candidates(folder)
            os.rename(temporary, final)
        except BaseException:
            connection.close()
            with suppress(OSError):
                os.unlink(temporary)
            raise
        database.open_again(connect(final, "ro"), final)
        _clear(folder, others)


def private() -> Database:
    """A new index to be filled that lasts for this run alone, for folders in which nothing can be written.

    Raises DamagedError where not even that can be had.
    """
    with checked():
        # "" is SQLite's name for a file of its own that nobody sees.
        return _empty(sqlite3.connect("", isolation_level=None), None)


def _empty(connection: sqlite3.Connection, path: str | None) -> Database:
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute(TABLE)
    connection.execute("BEGIN")
    return Database(connection, path)


def _clear(folder: str, others: Iterable[str]) -> None:
    """Take away what the new index replaces, and what writers that were killed have left."""
    long_ago = time.time() - _ABANDONED
    with suppress(OSError):
        left = [f"{folder}/{name}" for name in os.listdir(folder) if name.endswith(".tmp")]
        for path in (*others, *(path for path in left if os.lstat(path).st_mtime < long_ago)):
            with suppress(OSError):
                os.unlink(path)
            with suppress(OSError):
                os.unlink(f"{path}-journal")


def _candidates(folder: str) -> list[str]:
    """The files that may be an index of this version and user, the newest first."""
    try:
        if not _is_ours(os.lstat(folder), stat.S_ISDIR):
            return []
        names = [name for name in os.listdir(folder) if name.startswith(_PREFIX) and name.endswith(_SUFFIX)]
        states = {f"{folder}/{name}": os.lstat(f"{folder}/{name}") for name in names}
    except OSError:
        return []
    ours = [path for path, state in states.items() if _is_ours(state, stat.S_ISREG)]
    return sorted(ours, key=lambda path: -states[path].st_mtime_ns)


def _reading(path: str) -> Database:
    with checked():
        connection = connect(path, "ro")
        try:
            database = Database(connection, path)
            connection.execute("BEGIN")  # from here on, all that is read is of one moment
            if _is_known(connection, database, path):
                return database
        except BaseException:
            connection.close()
            raise
        connection.close()
    raise DamagedError


def _is_known(connection: sqlite3.Connection, database: Database, path: str) -> bool:
    """Whether the file is what this version wrote for this workspace.

    An index that was copied, or came with a clone, describes other files; so it names its own file's number.
    """
    return (
        connection.execute("SELECT sql FROM sqlite_schema").fetchall() == [(TABLE,)]
        and database.one(Kind.META, SELF) == _identity(os.stat(path))
        and database.one(Kind.META, VERSION_OF) == version()
    )


def _prepare(folder: str) -> None:
    """Make the folder, and keep its content to this machine. Raises DamagedError where it is not ours."""
    with suppress(FileExistsError):
        os.mkdir(folder)
        for name, text in _AROUND.items():
            with open(f"{folder}/{name}", "w", encoding="ascii") as stream:
                stream.write(text)
    if not _is_ours(os.lstat(folder), stat.S_ISDIR):
        raise DamagedError


def _is_ours(state: os.stat_result, kind: Callable[[int], bool]) -> bool:
    """Whether it is of this kind and belongs to this user, who alone may change it."""
    if not hasattr(os, "geteuid"):
        return kind(state.st_mode)
    return kind(state.st_mode) and state.st_uid == os.geteuid() and not state.st_mode & stat.S_IWOTH


def _identity(state: os.stat_result) -> str:
    return f"{state.st_dev} {state.st_ino}"
