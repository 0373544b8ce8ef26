"""The file of the index: one SQLite table of checked pages, owned by the user, ignored by git.

A page that is damaged, of another version, or written by somebody else is as good as no page: whoever reads
is told (DamagedError) and does without. A new index is written beside the old one and given a name when it is
whole; changes are one transaction.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum
from typing import NamedTuple
from zlib import crc32

# Raised whenever what stands in the pages changes its form or its meaning.
SCHEMA = 2
TABLE = (
    "CREATE TABLE page (kind INT, key TEXT, part TEXT, body BLOB, PRIMARY KEY (kind, key, part)) "
    "WITHOUT ROWID"
)
_TAKE_AWAY = "DELETE FROM page WHERE kind = ? AND key = ? AND part = ?"
_ONE = "SELECT body FROM page WHERE kind = ? AND key = ? AND part = ?"
_PUT = "INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?)"
_WAIT = 250  # milliseconds for another process to finish writing

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
        with checked():
            row = self._connection.execute(_ONE, (kind, key, part)).fetchone()
            return None if row is None else _body(kind, key, part, row[0])

    def all(self, kind: Kind) -> Iterator[tuple[str, str, str]]:
        """Key, part and body of every page of a kind, in order. Raises DamagedError."""
        with checked():
            query = "SELECT key, part, body FROM page WHERE kind = ? ORDER BY key, part"
            for key, part, body in self._connection.execute(query, (kind,)):
                yield key, part, _body(kind, key, part, body)

    def parts(self, kind: Kind, key: str) -> list[tuple[str, str]]:
        """Part and body of every page of a key, in order. Raises DamagedError."""
        with checked():
            query = "SELECT part, body FROM page WHERE kind = ? AND key = ? ORDER BY part"
            return [
                (part, _body(kind, key, part, body))
                for part, body in self._connection.execute(query, (kind, key))
            ]

    def put(self, pages: Iterable[Page]) -> None:
        """Write pages. Raises DamagedError where that cannot be done."""
        with checked():
            for kind, key, part, body in pages:
                if body is None:
                    self._connection.execute(_TAKE_AWAY, (kind, key, part))
                else:
                    self._connection.execute(_PUT, (kind, key, part, _sealed(kind, key, part, body)))

    @contextmanager
    def let_go(self) -> Iterator[None]:
        """See nothing for a while, so that others can write."""
        with checked():
            self._connection.execute("ROLLBACK")
        yield
        with checked():
            self._connection.execute("BEGIN")

    def open_again(self, connection: sqlite3.Connection, path: str) -> None:
        """Read from here on what was written, in the place that it was given."""
        self._connection, self.path = connection, path
        connection.execute("BEGIN")

    def __del__(self) -> None:
        """Nobody asks any more."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        with suppress(sqlite3.Error):
            self._connection.close()


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
    with database.let_go(), suppress(DamagedError), checked():
        connection = connect(database.path, "rw")
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


def new_token() -> str:
    """A name for a state of the index that no other state has."""
    return os.urandom(8).hex()


def connect(path: str, mode: str) -> sqlite3.Connection:
    """Open a file of SQLite: `ro`, `rw` or `rwc`. Raises sqlite3.Error."""
    quoted = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    connection = sqlite3.connect(f"file:{quoted}?mode={mode}", uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute(f"PRAGMA busy_timeout = {_WAIT}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


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
def checked() -> Iterator[None]:
    """Whatever SQLite or the system says of the file, the index cannot be used."""
    try:
        yield
    except (sqlite3.Error, OSError, UnicodeError) as error:
        raise DamagedError from error
