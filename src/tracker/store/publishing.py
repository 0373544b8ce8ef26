"""Adding reports as one: staged whole, decided in one step, and then given their names.

What is staged (progress/.staged-*) is nobody's decision yet: where a writer is killed, nothing was written.
The folder is renamed to progress/.decided-* once all is safely on disk; from then on all of it will appear: a
writer that is killed is finished by the next one, and until then whatever is read says so.
"""

import contextlib
import errno
import os
import secrets
import shutil
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from tracker.problems import ExitCode, TrackerError
from tracker.store.atomic import link_new, sync_folder
from tracker.store.files import REPORT_LIMIT, UnreadableError, read_bytes
from tracker.store.progress import DECIDED, FOLDER, name_problem

_STAGED = ".staged-"
ABANDONED = 600  # seconds after which a staged folder is nobody's any more


def publish(root: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """Create reports that must not exist, by their paths in the workspace: all appear or none.

    Returns their paths. Raises TrackerError (write conflict) where the system says no; what was made by then,
    folders included, is taken away again.
    """
    top = root / FOLDER
    name = secrets.token_hex(8)
    staged, decided = top / f"{_STAGED}{name}", top / f"{DECIDED}{name}"
    folders: set[Path] = set()
    published: list[Path] = []
    try:
        folders |= {parent for file in contents for parent in (root / file).parents if not parent.exists()}
        _stage(staged, root, contents)
        held = staged
        if len(contents) > 1:  # a single one appears at once in any case
            held = staged.rename(decided)
            sync_folder(top)
        for file, content in contents.items():
            _give_name(held / Path(file).relative_to(FOLDER), root / file, content)
            published.append(root / file)
        _sync_all(published)
    except BaseException as error:
        _take_back(published, (staged, decided), folders)
        if isinstance(error, OSError):
            raise _refused(error, top) from None
        raise
    shutil.rmtree(held, ignore_errors=True)
    return published


def _stage(staged: Path, root: Path, contents: Mapping[str, bytes]) -> None:
    """Put all contents into the folder, safely on disk, by their paths below progress/."""
    for file, content in contents.items():
        _write(staged / Path(file).relative_to(FOLDER), content)
        if os.path.lexists(root / file):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(root / file))
    for folder in {parent for file in contents for parent in Path(file).relative_to(FOLDER).parents}:
        sync_folder(staged / folder)


def _take_back(published: Iterable[Path], working: Iterable[Path], folders: Iterable[Path]) -> None:
    for path in published:
        path.unlink(missing_ok=True)
    for folder in working:
        shutil.rmtree(folder, ignore_errors=True)
    for folder in sorted(folders, reverse=True):  # the innermost first
        with contextlib.suppress(OSError):
            folder.rmdir()


def _refused(error: OSError, top: Path) -> TrackerError:
    file, reason = str(error.filename2 or error.filename or top), error.strerror or str(error)
    return TrackerError("write-failed", ExitCode.WRITE_CONFLICT, file=file, reason=reason)


def finish(root: Path) -> int:
    """Finish what was decided and cut off; how many reports got their names. Abandoned folders go.

    Another writer may be doing the same just now. What is no report in its place is left where it is. Raises
    TrackerError (write conflict) where the system says no.
    """
    top = root / FOLDER
    if top.is_symlink() or not top.is_dir():
        return 0
    finished: list[Path] = []
    try:
        for folder in sorted(top.iterdir()):
            if folder.is_symlink():
                continue
            with contextlib.suppress(FileNotFoundError):  # whose it is has finished it meanwhile
                if folder.name.startswith(DECIDED):
                    finished += _finished(root, folder)
                elif folder.name.startswith(_STAGED) and time.time() - folder.stat().st_mtime > ABANDONED:
                    shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        raise _refused(error, top) from None
    return len(finished)


def _finished(root: Path, folder: Path) -> list[Path]:
    """Give the files of a decided folder their names, and take it away if nothing else is in it."""
    given, taken = [], []
    for path in sorted(folder.glob("*/*/*.yaml")):
        file = f"{FOLDER}/{path.relative_to(folder).as_posix()}"
        target = root / file
        if name_problem(file) or any(part.is_symlink() for part in (path, *_between(path, folder))):
            continue
        if any(part.is_symlink() for part in _between(target, root / FOLDER)):
            continue
        with contextlib.suppress(UnreadableError):  # another writer has finished it
            content = read_bytes(path, REPORT_LIMIT)
            new = not target.exists()
            _give_name(path, target, content)
            given += [target] if new else []
            taken.append(path)
    _sync_all(given)
    for path in taken:
        path.unlink(missing_ok=True)
    for below in sorted(folder.glob("**"), reverse=True):
        with contextlib.suppress(OSError):
            below.rmdir()
    return given


def _between(path: Path, top: Path) -> Iterable[Path]:
    """The folders above a path, up to but without `top`."""
    return (parent for parent in path.parents if parent != top and parent.is_relative_to(top))


def _write(path: Path, content: bytes) -> None:
    """The whole content, safely on disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _give_name(staged: Path, path: Path, content: bytes) -> None:
    """Let a staged file appear under its name, unless it is there already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        link_new(staged, path)
    except (FileExistsError, FileNotFoundError):
        if not path.is_file() or path.read_bytes() != content:
            raise


def _sync_all(paths: Iterable[Path]) -> None:
    for folder in {folder for path in paths for folder in (path.parent, path.parent.parent)}:
        sync_folder(folder)
