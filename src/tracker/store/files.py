"""Reading one file of the workspace: regular, inside it, of bounded size, UTF-8; and places in its text."""

import re
import stat
from pathlib import Path
from typing import BinaryIO

MEBIBYTE = 1024 * 1024
CATALOGUE_LIMIT = 4 * MEBIBYTE
REPORT_LIMIT = MEBIBYTE
SOURCE_LIMIT = 16 * MEBIBYTE
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


class UnreadableError(Exception):
    """The file cannot be read; `code` and `facts` as in a Problem."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


def read_bytes(path: Path, limit: int) -> bytes:
    """The file's content; UnreadableError where it is no regular file, too large, or the system says no."""
    try:
        # Looked at before it is opened: opening a pipe would wait for ever, and a file may be of any size.
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            raise UnreadableError("not-a-file")
        if state.st_size > limit:
            raise UnreadableError("file-large", limit=limit // MEBIBYTE)
        with path.open("rb") as stream:
            return bounded_bytes(stream, limit)
    except FileNotFoundError:
        raise UnreadableError("file-missing") from None
    except OSError as error:
        raise UnreadableError("file-unreadable", reason=error.strerror or str(error)) from None


def bounded_bytes(stream: BinaryIO, limit: int) -> bytes:
    """What a stream holds; UnreadableError where that is more than `limit` bytes."""
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise UnreadableError("file-large", limit=limit // MEBIBYTE)
    return raw


def inside(path: Path, root: Path) -> bool:
    """Whether `path`, links followed, lies in the workspace."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link to itself leads nowhere
        return True


class YamlError(Exception):
    """The text is not of the subset; `code` and `facts` as in a Problem, line and column from 1."""

    def __init__(self, code: str, line: int, column: int, /, **facts: object) -> None:
        super().__init__(code)
        self.code, self.line, self.column, self.facts = code, line, column, facts


def decode(raw: bytes) -> str:
    """The text of a file; YamlError where it is not UTF-8 or holds NUL. A byte order mark is dropped."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "replace")
        line, column = line_column(before, len(before))
        code = "gbk" if _is_gbk(raw) else "not-utf8"
        raise YamlError(code, line, column, byte=f"0x{raw[error.start]:02X}") from None
    if (at := text.find("\0")) >= 0:
        raise YamlError("nul", *line_column(text, at))
    return text


def lines_of(text: str) -> list[str]:
    """The lines of a text as libyaml counts them."""
    return _BREAK.split(text)


def line_column(text: str, at: int) -> tuple[int, int]:
    """Line and column, from 1, of a place in a text."""
    before = lines_of(text[:at])
    return len(before), len(before[-1]) + 1


def _is_gbk(raw: bytes) -> bool:
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True
