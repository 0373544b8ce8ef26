"""Writing a file whole or not at all."""

import os
import tempfile
from pathlib import Path

from tracker.problems import ExitCode, TrackerError


def replace_file(path: Path, content: bytes) -> None:
    """Write an output file, replacing an earlier one; it is written beside it and renamed.

    Raises TrackerError where the system says no; the earlier file then stands as it was.
    """
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(temporary, path.stat().st_mode if path.exists() else 0o666 & ~umask)  # noqa: PTH101
        os.replace(temporary, path)  # noqa: PTH105
        temporary = None
    except OSError as error:
        raise TrackerError(
            "output-unwritable", ExitCode.WRITE_CONFLICT, file=str(path), reason=error.strerror or str(error)
        ) from None
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
