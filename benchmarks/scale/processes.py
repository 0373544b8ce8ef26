"""Run programs in turn, round after round, and say what each took: seconds, and memory at its peak.

A terminal is a pseudo-terminal whose output is read and thrown away. No shell stands between. Where programs
take turns, whatever slows the machine slows them all alike.
"""

import contextlib
import fcntl
import os
import pty
import resource
import statistics
import struct
import tempfile
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_LINES, _COLUMNS = 50, 160
_CHUNK = 1 << 16
_PAUSE = 0.004  # seconds between two looks at the memory, at least
_PATIENCE = 9  # times as long as a look took
_SHOWN = 2000  # bytes of what a failed program said


class FailedError(Exception):
    """A program that should have ended well did not."""


@dataclass(frozen=True, slots=True)
class Command:
    """What to run and where; `terminal` is whether it writes to one."""

    words: tuple[str, ...]
    folder: Path
    environ: Mapping[str, str] = field(default_factory=dict)
    typed: str = ""
    terminal: bool = False


@dataclass(frozen=True, slots=True)
class Spent:
    """Wall-clock seconds, and the most memory that one of the processes held, in KiB; 0 where unknown."""

    seconds: float
    largest: int


def run(command: Command) -> Spent:
    """Run it to its end. Raises FailedError where its exit code is not 0."""
    with _started(command) as (pid, screen, said, start):
        if screen is not None:
            _read_to_end(screen)
        _, status, usage = os.wait4(pid, 0)
        seconds = time.perf_counter() - start
        _refuse_failure(command, status, said)
    return Spent(seconds, _largest(usage))


def output_of(command: Command) -> str:
    """What it says, on either stream. Raises FailedError where its exit code is not 0."""
    with _started(command) as (pid, _, said, _):
        _, status, _ = os.wait4(pid, 0)
        _refuse_failure(command, status, said)
        return os.pread(said, _CHUNK, 0).decode("utf-8", "replace")


def peak_memory(command: Command) -> int:
    """Run it and look at its memory all the while: KiB of all its processes together, at the peak.

    What processes share counts once. Where the system does not tell, it is that of the largest process, or 0.
    """
    peak = 0
    with _started(command) as (pid, screen, said, _):
        if screen is not None:
            os.set_blocking(screen, False)
        while True:
            ended, status, usage = os.wait4(pid, os.WNOHANG)
            if ended:
                break
            began = time.perf_counter()
            peak = max(peak, sum(map(_share_of_memory, _family(pid))))
            if screen is not None:
                _read_what_is_there(screen)
            # The larger the process, the longer a look at it, and it stands still meanwhile.
            time.sleep(max(_PAUSE, _PATIENCE * (time.perf_counter() - began)))
        _refuse_failure(command, status, said)
    return max(peak, _largest(usage))


@contextlib.contextmanager
def _started(command: Command) -> Iterator[tuple[int, int | None, int, float]]:
    """The process, its screen if it has a terminal, a file of what it says otherwise, and when it began."""
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as typed:
        typed.write(command.typed.encode())
        typed.seek(0)
        screen, end = _terminal() if command.terminal else (None, said.fileno())
        keyboard = end if command.terminal else typed.fileno()
        actions = [
            (os.POSIX_SPAWN_DUP2, source, number)
            for number, source in enumerate((keyboard, end, said.fileno()))
        ]
        with contextlib.chdir(command.folder):
            start = time.perf_counter()
            pid = os.posix_spawnp(
                command.words[0], command.words, command.environ, file_actions=actions, setsid=True
            )
        if screen is not None:
            os.close(end)
        try:
            yield pid, screen, said.fileno(), start
        finally:
            if screen is not None:
                os.close(screen)


def _terminal() -> tuple[int, int]:
    """Both ends of a terminal of a usual size."""
    screen, end = pty.openpty()
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", _LINES, _COLUMNS, 0, 0))
    return screen, end


def _read_to_end(screen: int) -> None:
    # Linux says EIO, others nothing, once the last process has let go of the terminal.
    with contextlib.suppress(OSError):
        while os.read(screen, _CHUNK):
            pass


def _read_what_is_there(screen: int) -> None:
    with contextlib.suppress(BlockingIOError):
        _read_to_end(screen)


def _refuse_failure(command: Command, status: int, said: int) -> None:
    code = os.waitstatus_to_exitcode(status)
    if code:
        words = " ".join(command.words)
        raise FailedError(
            f"{words}: exit code {code}: {os.pread(said, _SHOWN, 0).decode('utf-8', 'replace')}"
        )


def _largest(usage: resource.struct_rusage) -> int:
    """The memory of the largest process, if larger than this one: a new process counts from its parent's."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return usage.ru_maxrss if usage.ru_maxrss > own else 0


def _family(pid: int) -> Sequence[int]:
    """A process and all that come from it."""
    found, at = [pid], 0
    while at < len(found):
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{found[at]}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
        at += 1
    return found


def _share_of_memory(pid: int) -> int:
    """KiB of a process, with its share of what it shares with others; 0 where the system does not tell."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


FEWEST = 3


@dataclass(frozen=True, slots=True)
class Job:
    """Something to measure. `ready` gets all in place for a round and says what to run; it is not measured.

    `after` puts right what the run changed.
    """

    work: str
    ready: Callable[[int], Command]
    after: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class Patience:
    """How many rounds to run, and the seconds after which the fewest will do."""

    rounds: int
    seconds: float


@dataclass(slots=True)
class Measured:
    """What the rounds of one job took: seconds each, and KiB at the peak."""

    work: str
    seconds: list[float] = field(default_factory=list)
    memory: int = 0

    @property
    def median(self) -> float:
        """Seconds."""
        return statistics.median(self.seconds)

    @property
    def least(self) -> float:
        """Seconds."""
        return min(self.seconds)


def measure(jobs: Sequence[Job], patience: Patience) -> list[Measured]:
    """Each job once to warm up, which is when its memory is looked at, and then in turn."""
    found = [Measured(job.work) for job in jobs]
    for job, measured in zip(jobs, found, strict=True):
        measured.memory = peak_memory(job.ready(0))
        _put_right(job)
    begun = time.monotonic()
    for number in range(1, patience.rounds + 1):
        if number > FEWEST and time.monotonic() - begun > patience.seconds:
            break
        for job, measured in zip(jobs, found, strict=True):
            spent = run(job.ready(number))
            measured.seconds.append(spent.seconds)
            measured.memory = max(measured.memory, spent.largest)
            _put_right(job)
    return found


def _put_right(job: Job) -> None:
    if job.after:
        job.after()
