"""The cache's file: one SQLite database of plain tables, whose it is, and whether it may be believed.

It lies in .tracker/, out of git, and may be deleted at any time. A seal beside it names the state in which
its last writer left the file: a cache that was damaged, copied, cloned or written by anything else has
another state, and is made anew. One that belongs to somebody else is left alone.
"""

import os
import sqlite3
import stat
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tracker.model.typed import folded

# Raised whenever what is stored, or how lines are judged, changes its form or its meaning. It is part of the
# file's name, so that programs of two versions do not make each other's caches anew.
SCHEMA = 14
FOLDER = ".tracker"
_NAME = f"cache-{SCHEMA}"
_WAIT = 500  # milliseconds for another process to finish
_LONGEST_SEAL = 200  # characters, far more than a state has
_ABANDONED = 600  # seconds after which an unfinished cache is nobody's any more
# Keeps what is in the folder out of git, backups and searches.
_AROUND = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# tracker: may be deleted at any time\n",
}
_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE file (
  id INTEGER PRIMARY KEY, path BLOB UNIQUE, size INT, mtime INT, inode INT, ctime INT,
  stem TEXT UNIQUE, date TEXT, by TEXT, source TEXT, recorded TEXT, moment INT, known TEXT, ahead TEXT,
  entries INT, broken TEXT, left_out TEXT, lost INT, says TEXT, copy_of TEXT
);
CREATE TABLE line (
  file INT, target TEXT, date TEXT, n INT, known TEXT, total TEXT, added TEXT, stage TEXT, unit TEXT,
  part TEXT, whole TEXT, note TEXT, evidence TEXT, preliminary INT, void TEXT, reason TEXT, counts INT,
  statement TEXT, PRIMARY KEY (file, n)
) WITHOUT ROWID;
CREATE TABLE day (
  target TEXT, date TEXT, value TEXT, ref TEXT, preliminary INT, disputed INT, known TEXT, verified INT,
  PRIMARY KEY (target, date)
) WITHOUT ROWID;
CREATE TABLE void (stem TEXT, n INT);
CREATE TABLE withdrawn (stem TEXT, n INT, known TEXT, PRIMARY KEY (stem, n)) WITHOUT ROWID;
CREATE TABLE judged (stem TEXT, n INT, by_stem TEXT, by_n INT, known TEXT,
  PRIMARY KEY (by_stem, by_n)) WITHOUT ROWID;
CREATE TABLE problem (file INT, target TEXT, date TEXT, counts INT, text TEXT);
"""
_INDEXES = """
CREATE INDEX IF NOT EXISTS line_of_target ON line (target, date, known);
CREATE INDEX IF NOT EXISTS line_that_states ON line (target, date) WHERE statement IS NOT NULL;
CREATE INDEX IF NOT EXISTS judged_entry ON judged (stem, n);
CREATE INDEX IF NOT EXISTS line_that_voids ON line (void) WHERE void IS NOT NULL;
CREATE INDEX IF NOT EXISTS file_that_says ON file (says);
CREATE INDEX IF NOT EXISTS file_that_copies ON file (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX IF NOT EXISTS problem_of_file ON problem (file) WHERE file IS NOT NULL;
CREATE INDEX IF NOT EXISTS problem_of_target ON problem (target, date) WHERE target IS NOT NULL;
"""
# What a file that is no cache of ours makes SQLite, the system or the reader of JSON say.
TROUBLES = (sqlite3.Error, OSError, ValueError, TypeError, LookupError)


class BusyError(Exception):
    """Another process is writing and does not finish, or the cache cannot be written at all."""


class Cache:
    """An open cache. All that is read through one of these is of one moment.

    One that is `owned` is closed when nobody holds it any more; any other is closed by whoever opened it.
    """

    def __init__(self, connection: sqlite3.Connection, *, owned: bool = False) -> None:
        self.connection = connection
        self._closing = weakref.finalize(self, connection.close) if owned else None
        self.anew: Callable[[], sqlite3.Connection] | None = None  # reads everything again

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What a query finds. Where the file turns out to be damaged, all is read again, into memory."""
        try:
            return self.connection.execute(query, values).fetchall()
        except sqlite3.Error:
            if self.anew is None:
                raise
            self.close()
            anew, self.anew = self.anew, None
            self.connection = anew()
            self._closing = weakref.finalize(self, self.connection.close)
            return self.connection.execute(query, values).fetchall()

    def meta(self, name: str) -> str | None:
        """What is noted of the whole under this name."""
        found = self.rows("SELECT value FROM meta WHERE name = ?", name)
        return found[0][0] if found else None

    def close(self) -> None:
        """Let go of the file: until then no other process can change it.

        A connection is closed by the thread that made it; what is left to the end may be another's.
        """
        with suppress(sqlite3.Error):
            (self._closing or self.connection.close)()


def opened(root: Path) -> sqlite3.Connection | None:
    """The cache of a workspace, for reading; None where there is none that may be believed.

    Raises BusyError where another process is writing it.
    """
    path = _path(root)
    try:
        if not (_is_ours(path.parent, stat.S_ISDIR) and _is_ours(path, stat.S_ISREG)):
            return None
        connection = _connected(path, "ro")
        try:
            connection.execute("BEGIN")
            # Having read something it holds the lock: nobody writes from here on.
            connection.execute("SELECT * FROM meta LIMIT 1").fetchone()
            if _is_sealed(path):
                return connection
        except BaseException:
            connection.close()
            raise
        connection.close()
    except sqlite3.Error as error:
        if _is_busy(error):
            raise BusyError from error
    except OSError:
        pass
    return None


@contextmanager
def changing(root: Path) -> Iterator[sqlite3.Connection]:
    """The cache of a workspace, to be changed by one transaction that ends with the block.

    Raises BusyError where that cannot be done; nothing is then changed.
    """
    path = _path(root)
    with _refused():
        connection = _connected(path, "rw")
        try:
            # The lock is kept until the file is closed: nobody sees the change without its seal.
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN IMMEDIATE")
            if not _is_sealed(path):
                raise BusyError
            yield connection
            connection.execute("COMMIT")
            _seal(path)
        except sqlite3.DatabaseError as error:
            if not isinstance(error, sqlite3.OperationalError):  # it holds what it should not: make it anew
                path.with_suffix(".seal").unlink(missing_ok=True)
            raise
        finally:
            connection.close()


@contextmanager
def making(root: Path) -> Iterator[sqlite3.Connection]:
    """A new cache to be filled, which takes the place of any other when the block ends.

    Raises BusyError where it cannot be written; nothing is then left of it.
    """
    path = _path(root)
    temporary = _temporary(path)
    with _refused():
        prepare(path.parent)
        if os.path.lexists(path) and not _is_ours(path, stat.S_ISREG):
            raise BusyError
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            connection = _connected(temporary, "rw")
            try:
                connection.execute("PRAGMA journal_mode = OFF")  # nothing is there to go back to
                connection.executescript(_TABLES)
                connection.execute("BEGIN")
                yield connection
                connection.execute("COMMIT")
            finally:
                connection.close()
            path.with_name(f"{path.name}-journal").unlink(
                missing_ok=True
            )  # nothing of the old one is to be undone
            temporary.replace(path)
            _seal(path)
        finally:
            temporary.unlink(missing_ok=True)


def in_memory(source: sqlite3.Connection | None = None) -> sqlite3.Connection:
    """A cache that lasts for this run alone: empty, or a copy of `source`."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.create_function("folded", 1, folded, deterministic=True)
    if source is None:
        connection.executescript(_TABLES)
    else:
        source.backup(connection)
    return connection


def make_indexes(connection: sqlite3.Connection) -> None:
    """Make the indexes of a cache whose lines are all there: faster than keeping them while it fills."""
    for statement in filter(None, map(str.strip, _INDEXES.split(";"))):
        connection.execute(statement)


def _path(root: Path) -> Path:
    return root / FOLDER / f"{_NAME}.sqlite3"


def _temporary(path: Path) -> Path:
    return path.with_name(f".{_NAME}-{os.urandom(6).hex()}.tmp")


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute(f"PRAGMA busy_timeout = {_WAIT}")
        connection.execute("PRAGMA cache_size = -32768")  # KiB
        connection.create_function("folded", 1, folded, deterministic=True)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _state(path: Path) -> str:
    found = path.stat(follow_symlinks=False)
    return f"{found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def _seal(path: Path) -> None:
    """Name the state of the file beside it. A link that was put in the seal's place is not followed."""
    temporary = _temporary(path)
    with temporary.open("x", encoding="ascii") as stream:
        stream.write(_state(path))
    temporary.replace(path.with_suffix(".seal"))


def _is_sealed(path: Path) -> bool:
    try:
        with path.with_suffix(".seal").open(encoding="ascii") as seal:
            return seal.read(_LONGEST_SEAL) == _state(path)
    except (OSError, UnicodeError):
        return False


def prepare(folder: Path) -> None:
    """Make the folder, keep its content to this machine, and clear away what killed writers left.

    Raises BusyError where the folder is not ours.
    """
    folder.mkdir(exist_ok=True)
    if not _is_ours(folder, stat.S_ISDIR):
        raise BusyError
    for name, text in _AROUND.items():
        around = folder / name
        if not os.path.lexists(around) or (_is_ours(around, stat.S_ISREG) and not around.stat().st_size):
            around.write_text(text, encoding="ascii")
    now = folder.stat().st_mtime
    for left in folder.glob(".*.tmp"):
        with suppress(OSError):
            if now - left.stat(follow_symlinks=False).st_mtime > _ABANDONED:
                left.unlink()


def _is_ours(path: Path, kind: Callable[[int], bool]) -> bool:
    """Whether it is of this kind, and belongs to this user, who alone may change it. No link is followed."""
    state = path.stat(follow_symlinks=False)
    if not hasattr(os, "geteuid"):
        return kind(state.st_mode)
    return kind(state.st_mode) and state.st_uid == os.geteuid() and not state.st_mode & stat.S_IWOTH


@contextmanager
def _refused() -> Iterator[None]:
    """Whatever SQLite or the system says, the cache cannot be written."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise BusyError from error


def _is_busy(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
