"""The file of the index: one SQLite table of checked pages, owned by the user, ignored by git.

A page that is damaged, of another version, or written by somebody else is as good as no page: whoever reads
is told (DamagedError) and does without. A new index is written beside the old one and given a name when it is
whole; changes are one transaction.
"""

import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum
from typing import NamedTuple
from zlib import crc32

from tracker import __version__

FOLDER = ".tracker"
# Raised whenever what stands in the pages changes its form or its meaning.
SCHEMA = 1
VERSION = f"{SCHEMA} {__version__}"
_TABLE = (
    "CREATE TABLE page (kind INT, key TEXT, part TEXT, body BLOB, PRIMARY KEY (kind, key, part)) "
    "WITHOUT ROWID"
)
_TAKE_AWAY = "DELETE FROM page WHERE kind = ? AND key = ? AND part = ?"
_ONE = "SELECT body FROM page WHERE kind = ? AND key = ? AND part = ?"
_PUT = "INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?)"
_WAIT = 0.25  # seconds for another process to finish writing
_ABANDONED = 600  # seconds after which an unfinished index is nobody's any more
_SUFFIX = ".sqlite3"
_PREFIX = "index-"
# Keeps what is in the folder out of git, backups and searches.
_AROUND = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# tracker: may be deleted at any time\n",
}


# Pages of META: which state this is, which file it was written for, which version wrote it.
TOKEN, SELF, VERSION_OF = "token", "self", "version"


class Kind(IntEnum):
    """What a page is about."""

    META = 0
    FOLDER = 1  # by folder: the state of its files
    DAY = 2  # by day: its reports
    ROLL = 3  # by day: what they come to, but for the records
    SERIES = 4  # by target, then folder: its records


class DamagedError(Exception):
    """The index cannot be used: damaged, changed by another process meanwhile, or not ours."""


class Page(NamedTuple):
    """One page to be written; without a body it is taken away."""

    kind: Kind
    key: str
    part: str
    body: str | None


class Database:
    """An open index. All that is read through one of these is of one moment."""

    def __init__(self, connection: sqlite3.Connection, path: str | None) -> None:
        self._connection = connection
        self.path = path

    def one(self, kind: Kind, key: str, part: str = "") -> str | None:
        """The body of a page, None where there is none. Raises DamagedError."""
        with _checked():
            row = self._connection.execute(_ONE, (kind, key, part)).fetchone()
            return None if row is None else _body(kind, key, part, row[0])

    def all(self, kind: Kind) -> Iterator[tuple[str, str, str]]:
        """Key, part and body of every page of a kind, in order. Raises DamagedError."""
        with _checked():
            query = "SELECT key, part, body FROM page WHERE kind = ? ORDER BY key, part"
            for key, part, body in self._connection.execute(query, (kind,)):
                yield key, part, _body(kind, key, part, body)

    def parts(self, kind: Kind, key: str) -> list[tuple[str, str]]:
        """Part and body of every page of a key, in order. Raises DamagedError."""
        with _checked():
            query = "SELECT part, body FROM page WHERE kind = ? AND key = ? ORDER BY part"
            return [
                (part, _body(kind, key, part, body))
                for part, body in self._connection.execute(query, (kind, key))
            ]

    def put(self, pages: Iterable[Page]) -> None:
        """Write pages. Raises DamagedError where that cannot be done."""
        with _checked():
            for kind, key, part, body in pages:
                if body is None:
                    self._connection.execute(_TAKE_AWAY, (kind, key, part))
                else:
                    self._connection.execute(_PUT, (kind, key, part, _sealed(kind, key, part, body)))

    @contextmanager
    def let_go(self) -> Iterator[None]:
        """See nothing for a while, so that others can write."""
        with _checked():
            self._connection.execute("ROLLBACK")
        yield
        with _checked():
            self._connection.execute("BEGIN")

    def close(self) -> None:
        """Let go of the file."""
        with suppress(sqlite3.Error):
            self._connection.close()


def opened(root: str) -> Database | None:
    """The index of a workspace, None where there is none that can be used."""
    for path in _candidates(f"{root}/{FOLDER}"):
        with suppress(DamagedError):
            return _reading(path)
    return None


class MovedError(DamagedError):
    """Another process has changed the index since it was opened."""


def changed(database: Database, pages: Iterable[Page]) -> bool:
    """Write these pages in one go; whether that could be done. The index is then read as it is afterwards.

    Raises MovedError where another process has changed it meanwhile.
    """
    if database.path is None:
        return False
    before, token = database.one(Kind.META, TOKEN), new_token()
    # A view of the past would keep the change from being made.
    with database.let_go(), suppress(DamagedError), _checked():
        connection = _connect(database.path, "rw")
        try:
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("BEGIN IMMEDIATE")
            writing = Database(connection, database.path)
            if writing.one(Kind.META, TOKEN) == before:
                writing.put([*pages, Page(Kind.META, TOKEN, "", token)])
                connection.execute("COMMIT")
        finally:
            connection.close()
    after = database.one(Kind.META, TOKEN)
    if after not in {before, token}:
        raise MovedError
    return after == token


@contextmanager
def created(root: str) -> Iterator[Database]:
    """A new index to be filled, which takes the place of any other when the block ends.

    Raises DamagedError where it cannot be written; nothing is then left of it.
    """
    folder = f"{root}/{FOLDER}"
    name = f"{_PREFIX}{os.urandom(6).hex()}"
    temporary, final = f"{folder}/.{name}.tmp", f"{folder}/{name}{_SUFFIX}"
    with _checked():
        _prepare(folder)
        connection = _connect(temporary, "rwc")
        try:
            database = _empty(connection, temporary)
            database.put([Page(Kind.META, SELF, "", _identity(os.stat(temporary)))])
            yield database
            connection.execute("COMMIT")
            others = _candidates(folder)
            os.rename(temporary, final)
        except BaseException:
            connection.close()
            with suppress(OSError):
                os.unlink(temporary)
            raise
        database.path = final
        connection.execute("BEGIN")
        _clear(folder, others)


def private() -> Database:
    """A new index to be filled that lasts for this run alone, for folders in which nothing can be written.

    Raises DamagedError where not even that can be had.
    """
    with _checked():
        # "" is SQLite's name for a file of its own that nobody sees.
        return _empty(sqlite3.connect("", isolation_level=None), None)


def _empty(connection: sqlite3.Connection, path: str | None) -> Database:
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute(_TABLE)
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


def new_token() -> str:
    """A name for a state of the index that no other state has."""
    return os.urandom(8).hex()


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
    with _checked():
        connection = _connect(path, "ro")
        database = Database(connection, path)
        connection.execute("BEGIN")
        if _is_known(connection, database, path):
            return database
        connection.close()
    raise DamagedError


def _is_known(connection: sqlite3.Connection, database: Database, path: str) -> bool:
    """Whether the file is what this version wrote for this workspace.

    An index that was copied, or came with a clone, describes other files; no file knows its number in advance.
    """
    return (
        connection.execute("SELECT sql FROM sqlite_schema").fetchall() == [(_TABLE,)]
        and database.one(Kind.META, SELF) == _identity(os.stat(path))
        and database.one(Kind.META, VERSION_OF) == VERSION
    )


def _connect(path: str, mode: str) -> sqlite3.Connection:
    quoted = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    connection = sqlite3.connect(f"file:{quoted}?mode={mode}", uri=True, isolation_level=None, timeout=_WAIT)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


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


def _sealed(kind: int, key: str, part: str, body: str) -> bytes:
    raw = body.encode("utf-8", "surrogatepass")
    return _sum(kind, key, part, raw).to_bytes(4, "big") + raw


def _body(kind: int, key: str, part: str, sealed: object) -> str:
    if not isinstance(sealed, bytes) or sealed[:4] != _sum(kind, key, part, sealed[4:]).to_bytes(4, "big"):
        raise DamagedError
    return sealed[4:].decode("utf-8", "surrogatepass")


def _sum(kind: int, key: str, part: str, raw: bytes) -> int:
    return crc32(raw, crc32(f"{kind} {key} {part}".encode("utf-8", "surrogatepass")))


@contextmanager
def _checked() -> Iterator[None]:
    """Whatever SQLite or the system says of the file, the index cannot be used."""
    try:
        yield
    except (sqlite3.Error, OSError, UnicodeError) as error:
        raise DamagedError from error
