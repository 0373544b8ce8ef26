"""Where output may go, and which of the files that are there are the tool's own, as it wrote them last.

What was written is noted in .tracker/written/: a file for each output, named by its path, with the digest of
its content. A note that is lost costs one question.
"""

import contextlib
import os
import stat
from collections.abc import Iterator
from hashlib import file_digest, sha256
from pathlib import Path

from tracker.problems import ExitCode, TrackerError
from tracker.store.atomic import replace_file
from tracker.store.cache.database import FOLDER as KEPT
from tracker.store.cache.database import BusyError, prepare
from tracker.store.notes import FOLDER as NOTES
from tracker.store.progress import FOLDER as REPORTS
from tracker.store.workspace import CATALOGUE, load_catalogue

SCHEMAS = "schema"
# What a workspace is made of: these are written by people, or by commands made for it.
_FOLDERS = frozenset({REPORTS, NOTES, SCHEMAS, KEPT, "templates"})
_WRITTEN = "written"


def refuse_place(path: Path, *, own_folder: str | None = None) -> None:
    """Refuse a name that no output may have; `own_folder` is the folder of a workspace made for this output.

    Raises TrackerError (write conflict): for a link, the inside of .git, what a workspace is made of (its
    catalogue, policy text, reports, notes, schemas, templates), and what only seems to lie in it.
    """
    with _told(path):
        if path.is_symlink() and not _is_device(path):
            raise _refused("output-link", path)
        whole = path.parent.resolve() / path.name
        if ".git" in map(str.casefold, whole.parts):
            raise _refused("output-git", path)
        named = Path(os.path.abspath(path))  # noqa: PTH100 - as it is written: no link is followed
        for top, place in ((_workspace(whole), whole), (_workspace(named), named)):
            if top is None:
                continue
            if not whole.is_relative_to(top.resolve()):
                raise _refused("output-link", path)
            first = place.relative_to(top).parts[0].casefold()
            if first in _FOLDERS - {own_folder}:
                raise _refused("output-workspace", path, folder=first)
            if whole.exists() and any(whole.samefile(part) for part in _parts(top) if part.exists()):
                raise _refused("output-workspace", path, folder=whole.name)


def is_own(path: Path, content: bytes, root: Path | None, *, own_folder: str | None = None) -> bool:
    """Whether nothing is lost where `content` replaces the file: none is there, or one as the tool wrote it.

    `root` is the workspace that the run is of. In `own_folder` there is nothing else than such output.
    """
    with _told(path):
        if not path.exists() or _is_device(path):
            return True
        if root and own_folder and path.parent.resolve().is_relative_to((root / own_folder).resolve()):
            return True
        if path.stat().st_size == len(content) and path.read_bytes() == content:
            return True
        noted = _digest_noted(path, root)
        if noted is None:
            return False
        with path.open("rb") as stream:
            return noted == file_digest(stream, "sha256").hexdigest()


def write_output(path: Path, content: bytes, root: Path | None, *, makes_folders: bool = False) -> None:
    """Write an output file, whole or not at all, and note that it is the tool's.

    Raises TrackerError where it cannot be written; that it cannot be noted is no error.
    """
    if makes_folders:
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, content)
    note = _note(path, root)
    if note is None or _is_device(path):
        return
    with contextlib.suppress(OSError, BusyError, TrackerError):
        prepare(note.parent.parent)
        note.parent.mkdir(exist_ok=True)
        if not note.parent.is_symlink():
            replace_file(note, sha256(content).hexdigest().encode("ascii"))


def _parts(top: Path) -> Iterator[Path]:
    """The files of a workspace that lie in no folder of their own."""
    yield top / CATALOGUE
    with contextlib.suppress(TrackerError):  # a catalogue with problems names no text
        yield top / load_catalogue(top).source


def _workspace(path: Path) -> Path | None:
    """The workspace that a file lies in by its name, no link being followed; or None."""
    return next((folder for folder in path.parents if os.path.lexists(folder / CATALOGUE)), None)


def _note(path: Path, root: Path | None) -> Path | None:
    if root is None:
        return None
    name = sha256(os.fsencode(path.parent.resolve() / path.name)).hexdigest()[:32]
    return root / KEPT / _WRITTEN / name


def _digest_noted(path: Path, root: Path | None) -> str | None:
    note = _note(path, root)
    try:
        return note.read_text("ascii") if note else None
    except (OSError, UnicodeError):
        return None


def _is_device(path: Path) -> bool:
    """Whether it is, or leads to, something that is written to and not replaced: a device or a pipe."""
    try:
        mode = path.stat().st_mode
    except (OSError, RuntimeError):  # nothing is there, or a link leads to itself
        return False
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the system says is said with the name of the output."""
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _refused("output-unwritable", path, reason=reason) from None


def _refused(code: str, path: Path, **facts: object) -> TrackerError:
    return TrackerError(code, ExitCode.WRITE_CONFLICT, (), file=str(path), **facts)
