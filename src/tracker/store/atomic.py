"""Writing a file whole or not at all."""

import os
import tempfile
from pathlib import Path

from tracker.problems import ExitCode, TrackerError


def replace_file(path: Path, content: bytes) -> None:
    """Write an output file, replacing an earlier one; it is written beside it and renamed.

    A link is followed; a device or a pipe is written to. Raises TrackerError where the system says no; an
    earlier file then stands as it was.
    """
    try:
        path = path.resolve()
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _write_beside(path, content)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise TrackerError(
            "output-unwritable", ExitCode.WRITE_CONFLICT, file=str(path), reason=reason
        ) from None


def _write_beside(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
