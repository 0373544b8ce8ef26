"""What it takes to bring made-up districts together: seconds, memory, and that all ways write the same bytes."""

import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from rollup.districts import YEAR, make
from scale.processes import Command, peak_memory

AS_OF = f"{YEAR}-09-30"
SMALL, USUAL, LARGE = 100, 1000, 2843
SHELL = 40  # districts of which the shell loop is measured
_ROWS = "rows.parquet"


@dataclass
class Figures:
    """What was measured; seconds of whole programs, warm unless it says cold."""

    cores: int
    seconds: dict[str, float] = field(default_factory=dict)
    cpu: dict[str, float] = field(default_factory=dict)
    memory: dict[str, int] = field(default_factory=dict)  # KiB, all processes together
    digests: dict[str, str] = field(default_factory=dict)
    start: float = 0.0  # of the program itself, one district
    dask_start: float = 0.0  # of a cluster of one's own
    shell: float = 0.0  # seconds a district


def tracker() -> str:
    """The program beside this Python."""
    return str(Path(sys.executable).parent / "tracker")


def _words(folder: Path, *how: str) -> list[str]:
    rows = str(folder.parent / _ROWS)
    return [
        *(tracker(), "--lang", "en", "rollup", "--under", str(folder), "--as-of", AS_OF),
        *("-f", "json", "--rows", rows, "--yes", *how),
    ]


def timed(words: Sequence[str], repeats: int) -> tuple[float, float, bytes]:
    """The least wall-clock seconds of so many runs, the CPU seconds of that run, and what it printed."""
    best: tuple[float, float, bytes] | None = None
    for _ in range(repeats):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        began = time.perf_counter()
        found = subprocess.run(words, capture_output=True, check=True)  # noqa: S603, TID251 - the program itself
        seconds = time.perf_counter() - began
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        if best is None or seconds < best[0]:
            best = seconds, cpu, found.stdout
    if best is None:
        raise ValueError(repeats)
    return best


def measure(folder: Path, sizes: Sequence[int], repeats: int, say: Callable[[str], None]) -> Figures:
    """Measure every way at every size; districts are made in folders of their own below `folder`."""
    figures = Figures(os.cpu_count() or 1)
    ways = {"one process": ("--jobs", "1"), "pool": ("--jobs", str(figures.cores))}
    ways["Dask"] = ("--scheduler", "local", "--jobs", str(figures.cores))
    figures.start = timed(_words(make(folder / "1", 1), "--jobs", "1"), repeats + 1)[0]
    figures.dask_start = timed(_words(folder / "1", *ways["Dask"]), repeats)[0] - figures.start
    for size in sizes:
        made = make(folder / str(size), size)
        for root in made.iterdir():
            shutil.rmtree(root / ".tracker", ignore_errors=True)
        for name in ("cold pool", *ways):
            how = ways[name.removeprefix("cold ")]
            key = f"{name} {size}"
            seconds, cpu, out = timed(_words(made, *how), 1 if name.startswith("cold") else repeats)
            figures.seconds[key], figures.cpu[key] = seconds, cpu
            rows = (folder / _ROWS).read_bytes()
            figures.digests[key] = hashlib.sha256(rows + out).hexdigest()[:16]
            say(f"{key}: {seconds:.2f} s, {cpu:.2f} s CPU, {figures.digests[key]}")
        environ = dict(os.environ)
        command = Command(tuple(_words(made, *ways["pool"])), folder, environ)
        figures.memory[f"pool {size}"] = peak_memory(command)
        say(f"memory of {size}: {figures.memory[f'pool {size}'] // 1024} MiB")
    figures.shell = _shell(folder / str(sizes[0]))
    say(f"shell loop: {figures.shell * 1000:.0f} ms a district")
    return figures


def _shell(folder: Path) -> float:
    """Seconds a district by a loop of a shell over `status -f json`."""
    roots = [str(root) for root in sorted(folder.glob("d*"))[:SHELL]]
    loop = f'for d in "$@"; do {tracker()} -C "$d" status --as-of {AS_OF} -f json > /dev/null; done'
    seconds, _, _ = timed(["sh", "-c", loop, "sh", *roots], 1)
    return seconds / len(roots)


def as_json(figures: Figures) -> str:
    """The figures, to be kept."""
    return json.dumps(asdict(figures), indent=2) + "\n"
