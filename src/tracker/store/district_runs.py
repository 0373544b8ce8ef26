"""Running one function over all districts: in this process, by a pool of processes, or by a Dask cluster.

All three give the results in the order of the districts, one for each, whatever becomes of workers. Work is
handed out in small batches, as many at a time as keep everybody busy, so that memory stays bounded.
"""

import contextlib
import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Generic, TypeVar

from tracker import __version__
from tracker.problems import ExitCode, TrackerError
from tracker.store.district_sources import DistrictSource

Options = TypeVar("Options")
Result = TypeVar("Result")
Told = Callable[[str, dict[str, object]], None]

_LARGEST_BATCH = 16
_AHEAD = 3  # batches handed out for each worker
WAIT = 60  # seconds more than the work itself that a cluster may take


@dataclass(frozen=True, slots=True)
class Run(Generic[Options, Result]):
    """What is done of each district. `lost` is what stands for one whose worker ended each time it was tried.

    `told` is called with what happened to workers: the key of a sentence and its facts. `patience` is how
    many seconds one district may take at most.
    """

    work: Callable[[DistrictSource, Options], Result]
    options: Options
    lost: Callable[[DistrictSource], Result]
    told: Told
    patience: int

    def through(
        self, sources: Sequence[DistrictSource], jobs: int, scheduler: str | None
    ) -> Iterator[Result]:
        """One after the other, by a pool, or by a cluster: the results are the same."""
        if scheduler is not None:
            return self.by_cluster(sources, scheduler, jobs)
        if jobs == 1 or len(sources) == 1:
            return self.in_turn(sources)
        return self.by_pool(sources, min(jobs, len(sources)))

    def in_turn(self, sources: Sequence[DistrictSource]) -> Iterator[Result]:
        """One after the other, in this process."""
        for source in sources:
            yield self.work(source, self.options)

    def by_pool(self, sources: Sequence[DistrictSource], jobs: int) -> Iterator[Result]:
        """By so many processes. Where one ends, what it had is done again; what ends it twice is lost."""
        waiting = deque(_batches(sources, jobs))
        running: deque[tuple[tuple[DistrictSource, ...], Future[list[Result]]]] = deque()
        pool = _pool(jobs)
        try:
            while waiting or running:
                with contextlib.suppress(BrokenProcessPool):
                    while waiting and len(running) < _AHEAD * jobs:
                        running.append((waiting[0], self._handed(pool, waiting[0])))
                        waiting.popleft()
                batch, future = running.popleft()
                try:
                    results = future.result()
                except BrokenProcessPool:
                    pool.shutdown(wait=False, cancel_futures=True)
                    self.told("rollup.run.worker-lost", {"count": len(batch)})
                    results = [self._alone(source) for source in batch]
                    pool = _pool(jobs)
                    running = deque(
                        (each, at if _is_done(at) else self._handed(pool, each)) for each, at in running
                    )
                yield from results
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _handed(self, pool: ProcessPoolExecutor, batch: tuple[DistrictSource, ...]) -> "Future[list[Result]]":
        return pool.submit(several, __version__, self.work, batch, self.options)

    def _alone(self, source: DistrictSource) -> Result:
        """In a process of its own, which nothing else suffers from."""
        with _pool(1) as pool:
            try:
                return pool.submit(self.work, source, self.options).result()
            except BrokenProcessPool:
                return self.lost(source)

    def by_cluster(self, sources: Sequence[DistrictSource], scheduler: str, jobs: int) -> Iterator[Result]:
        """By the workers of a Dask scheduler, or of one made for this run (`local`).

        What a lost worker had the scheduler gives to another. Where the scheduler itself goes away, the
        districts that are left are done here. Raises TrackerError where no worker is there, or where one has
        another version of this program, and ModuleNotFoundError without the extra.
        """
        from tracker.store.cluster import GONE, Killed, connected

        done = 0
        try:
            with connected(scheduler, jobs) as (submit, workers):
                waiting = deque(_batches(sources, workers))
                running: deque[tuple[tuple[DistrictSource, ...], Future[list[Result]]]] = deque()

                def hand_out(batch: tuple[DistrictSource, ...]) -> Future[list[Result]]:
                    future: Future[list[Result]] = submit(
                        several, __version__, self.work, batch, self.options
                    )
                    return future

                while waiting or running:
                    while waiting and len(running) < _AHEAD * workers:
                        batch = waiting.popleft()
                        running.append((batch, hand_out(batch)))
                    batch, future = running.popleft()
                    try:
                        results = future.result(timeout=self.patience * len(batch) + WAIT)
                    except Killed:
                        self.told("rollup.run.worker-lost", {"count": len(batch)})
                        results = []
                        for source in batch:
                            try:
                                results += hand_out((source,)).result(timeout=self.patience + WAIT)
                            except Killed:
                                results.append(self.lost(source))
                    done += len(results)
                    yield from results
        except GONE:
            if done < len(sources):
                self.told("rollup.run.scheduler-gone", {"count": len(sources) - done})
        yield from self.by_pool(sources[done:], jobs)


def several(
    version: str,
    work: Callable[[DistrictSource, Options], Result],
    sources: Sequence[DistrictSource],
    options: Options,
) -> list[Result]:
    """One batch, by a worker. Raises TrackerError where the worker has another version of this program."""
    if version != __version__:
        raise TrackerError("cluster-version", ExitCode.USAGE, here=version, there=__version__)
    return [work(source, options) for source in sources]


def _batches(sources: Sequence[DistrictSource], workers: int) -> Iterator[tuple[DistrictSource, ...]]:
    size = max(1, min(_LARGEST_BATCH, len(sources) // (workers * 2 * _AHEAD)))
    return (tuple(sources[at : at + size]) for at in range(0, len(sources), size))


def _is_done(future: "Future[list[Result]]") -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Processes that hold nothing of this one; what they need is imported once, before they are made."""
    if sys.platform == "win32":
        return ProcessPoolExecutor(jobs, initializer=_ignore_interrupts)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tracker.store.districts"])
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_ignore_interrupts)


def _ignore_interrupts() -> None:
    """Ctrl-C ends the run; its workers then end with it, and complain of nothing."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
