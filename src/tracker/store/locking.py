"""One sync at a time in a clone."""

import contextlib
import random
import time
from collections.abc import Iterator
from pathlib import Path

from tracker.problems import ExitCode, TrackerError

PATIENCE = 30  # seconds for another to end
_PAUSE = 50, 250  # milliseconds between two tries, by chance


@contextlib.contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Hold the lock, a file that stays; another waits a while. Raises TrackerError where that is not enough.

    The system lets go of it where a run is killed. Where it has no such locks (Windows), nothing is held.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    end = time.monotonic() + PATIENCE
    try:
        stream = lock.open("ab")
    except OSError as error:
        reason = error.strerror or str(error)
        raise TrackerError("write-failed", ExitCode.WRITE_CONFLICT, file=str(lock), reason=reason) from None
    with stream:
        while True:
            try:
                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > end:
                    raise TrackerError("sync-running", ExitCode.GIT) from None
            except OSError:  # a file system without locks
                break
            time.sleep(random.randint(*_PAUSE) / 1000)  # noqa: S311 - a pause, no secret
        yield
