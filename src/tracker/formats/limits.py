"""Work on texts that a workspace brings along, bounded in time and memory by the system.

A template may ask for anything (`{{ 'x' * 3000000000 }}`), and no count of steps in this program sees what
one step costs. The work is done by a copy of this process (fork) whose limits the system enforces; what it
makes comes back through a pipe. Windows has neither: there the work is done unbounded.
"""

import contextlib
import os
import signal
import warnings
from collections.abc import Callable
from json import dumps, loads
from pathlib import Path

from tracker.problems import ExitCode, TrackerError

SECONDS = 20  # of the processor
MEBIBYTES = 1024  # beyond what the process had before
_DONE = b"\n"  # stands before and after what is made, so that it is known to have come whole


def bounded(work: Callable[[], bytes], file: str) -> bytes:
    """What `work` makes.

    Raises what it raises, and TrackerError (usage) with the name of the `file` where it takes too much.
    """
    if not hasattr(os, "fork"):
        return work()
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        # Other threads are not needed by the copy: it computes, writes to the pipe, and is gone.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        _work(work, writing)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as pipe:
            said = pipe.read()
    finally:
        os.kill(child, signal.SIGKILL)  # it is done, or nobody waits for it any more
        os.waitpid(child, 0)
    if len(said) > 1 and said.startswith(_DONE) and said.endswith(_DONE):
        return said[1:-1]
    raise _raised(said, file)


def _work(work: Callable[[], bytes], writing: int) -> None:
    """Do the work in the copy, which ends here: nothing of its parent's is flushed or closed by it."""
    try:
        with os.fdopen(writing, "wb") as pipe:
            try:
                _limit()
                said = _DONE + work() + _DONE
            except TrackerError as error:
                said = dumps([error.code, error.exit_code, error.facts], default=str).encode()
            except ModuleNotFoundError as error:
                said = dumps([error.name]).encode()
            except (MemoryError, SystemError):  # compiled code that has no memory may say no more than that
                said = b""
            except Exception as error:  # noqa: BLE001 - told by the parent
                said = dumps(repr(error)).encode()
            pipe.write(said)
    finally:
        os._exit(0)


def _limit() -> None:
    import resource  # noqa: PLC0415 - Windows has none

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + SECONDS
    memory = _address_space() + MEBIBYTES * 2**20
    for what, limit in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, memory)):
        with contextlib.suppress(ValueError, OSError):  # a lower limit stands already
            resource.setrlimit(what, (limit, limit))


def _address_space() -> int:
    """Bytes of addresses held, as the limit counts them: threads and mapped files reserve many."""
    import resource  # noqa: PLC0415 - Windows has none

    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:  # macOS: what it has held of memory at most
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return pages * resource.getpagesize()


def _raised(said: bytes, file: str) -> Exception:
    try:
        match loads(said):
            case [str(code), int(exit_code), dict(facts)]:
                listed = {key: tuple(fact) if isinstance(fact, list) else fact for key, fact in facts.items()}
                return TrackerError(code, ExitCode(exit_code), (), **listed)
            case [name]:
                return ModuleNotFoundError(name, name=name)
            case other:
                return RuntimeError(other)
    except ValueError:  # it was ended before it could say anything
        facts = {"file": file, "seconds": SECONDS, "limit": MEBIBYTES}
        return TrackerError("template-costly", ExitCode.USAGE, (), **facts)
