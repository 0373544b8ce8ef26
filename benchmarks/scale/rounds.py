"""Run several jobs in turn, round after round, so that whatever slows the machine slows them all alike."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from scale.processes import Command, peak_memory, run

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
