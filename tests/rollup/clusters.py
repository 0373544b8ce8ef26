"""A Dask scheduler and workers as processes of their own, on this machine's loopback."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_PATIENCE = 60  # seconds


@dataclass
class RunningCluster:
    """The address of the scheduler, and the processes."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@contextmanager
def cluster(folder: Path, path: str, workers: int = 2) -> Iterator[RunningCluster]:
    """A scheduler with so many workers of one core each; `path` is where they find modules of the tests."""
    file = folder / "scheduler.json"
    environ = {**os.environ, "PYTHONPATH": path, "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "5s"}
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler"]

    def started(words: list[str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            words, cwd=folder, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    local = ["--host", "127.0.0.1", "--no-dashboard"]
    scheduler = started([*dask, *local, "--port", "0", "--scheduler-file", str(file)])
    processes = [scheduler]
    try:
        address = _address(file, scheduler)
        worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1"]
        processes += [started([*worker, *local, "--no-nanny"]) for _ in range(workers)]
        yield RunningCluster(address, scheduler, processes[1:])
    finally:
        for process in processes:
            process.kill()
        for process in processes:
            process.wait()


def _address(file: Path, scheduler: subprocess.Popen[bytes]) -> str:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and scheduler.poll() is None:
        try:
            return str(json.loads(file.read_text(encoding="utf-8"))["address"])
        except (OSError, ValueError, KeyError):
            time.sleep(0.1)
    raise TimeoutError(file)
