"""Writing a file whole or not at all."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from tracker.problems import ExitCode, TrackerError


def replace_file(path: Path, content: bytes) -> None:
    """Write an output file, replacing an earlier one; it is written beside it and renamed.

    A device or a pipe is written to; no link is followed but to one of those. Raises TrackerError where the
    system says no; an earlier file then stands as it was.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _write_beside(path, content)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise TrackerError(
            "output-unwritable", ExitCode.WRITE_CONFLICT, file=str(path), reason=reason
        ) from None


@contextlib.contextmanager
def streamed(path: Path) -> Iterator[BinaryIO]:
    """An output file that is written as its content comes, beside an earlier one, which it then replaces.

    Where the block ends with an error nothing is left of it. Raises TrackerError where the system says no.
    """
    temporary = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise TrackerError(
            "output-unwritable", ExitCode.WRITE_CONFLICT, file=str(path), reason=reason
        ) from None
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def create_file(path: Path, content: bytes) -> None:
    """Create a file that must not exist, whole or not at all, folders included.

    A killed writer leaves at most a hidden temporary file, which readers ignore. Raises TrackerError where
    the system says no or the file exists; nothing is then left behind.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = _temporary(path, content, 0o666 & ~_umask())
        try:
            link_new(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as error:
        reason = error.strerror or str(error)
        raise TrackerError("write-failed", ExitCode.WRITE_CONFLICT, file=str(path), reason=reason) from None


def create_files(contents: Mapping[Path, bytes]) -> None:
    """Create files that must not exist, all of them or none.

    Raises TrackerError as create_file does; what was written by then, folders included, is taken away again.
    """
    new = {folder for path in contents for folder in path.parents if not folder.exists()}
    written: list[Path] = []
    try:
        for path, content in contents.items():
            create_file(path, content)
            written.append(path)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        for folder in sorted(new, reverse=True):  # the innermost first
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def link_new(temporary: Path, path: Path) -> None:
    """Give the finished file its name; os.link never overwrites."""
    try:
        path.hardlink_to(temporary)
    except OSError as error:
        if error.errno not in {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS} or path.exists():
            raise
        temporary.rename(path)  # a file system without hard links; names are random, so nobody has this one


def sync_folder(folder: Path) -> None:
    """See that names given in a folder are safely on disk."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _write_beside(path: Path, content: bytes) -> None:
    earlier = path.exists() and not path.is_symlink()
    temporary = _temporary(path, content, path.stat().st_mode if earlier else 0o666 & ~_umask())
    try:
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _temporary(path: Path, content: bytes, mode: int) -> Path:
    """The content in a hidden file beside `path`, safely on disk."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(mode)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
