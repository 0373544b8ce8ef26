"""Reading one file of the workspace: regular, inside it, of bounded size."""

import stat
from pathlib import Path

MEBIBYTE = 1024 * 1024
CATALOGUE_LIMIT = 4 * MEBIBYTE
REPORT_LIMIT = MEBIBYTE
SOURCE_LIMIT = 16 * MEBIBYTE


class UnreadableError(Exception):
    """The file cannot be read; `code` and `facts` as in a Problem."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


def read_bytes(path: Path, limit: int) -> bytes:
    """The file's content; UnreadableError where it is no regular file, too large, or the system says no."""
    try:
        # Looked at before it is opened: opening a pipe would wait for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableError("not-a-file")
        with path.open("rb") as stream:
            raw = stream.read(limit + 1)
    except FileNotFoundError:
        raise UnreadableError("file-missing") from None
    except OSError as error:
        raise UnreadableError("file-unreadable", reason=error.strerror or str(error)) from None
    if len(raw) > limit:
        raise UnreadableError("file-large", limit=limit // MEBIBYTE)
    return raw


def inside(path: Path, root: Path) -> bool:
    """Whether `path`, links followed, lies in the workspace."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link to itself leads nowhere
        return True
