"""What it takes to bring made-up districts together: seconds, memory, and whether the bytes are the same."""

import contextlib
import ctypes
import hashlib
import json
import os
import pickle
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from rollup.districts import INDICATORS, YEAR, make
from scale.processes import Command, peak_memory
from tracker.assess.district import DistrictOptions
from tracker.assess.rollup import roll_up
from tracker.formats.rollup_rows import written
from tracker.store.district_sources import below
from tracker.store.districts import assess_workspace
from tracker.store.indicators import load_indicators
from tracker.words import Words

AS_OF = f"{YEAR}-09-30"
SMALL, USUAL, LARGE = 100, 1000, 2843
SHELL = 40  # districts of which the shell loop is measured
_ROWS = "rows.parquet"
_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER


@dataclass
class Figures:
    """What was measured; seconds of whole programs, warm unless it says cold."""

    cores: int
    load: float  # of the machine when it began: how many others wanted its cores
    seconds: dict[str, float] = field(default_factory=dict)
    cpu: dict[str, float] = field(default_factory=dict)  # of all processes together
    memory: dict[str, int] = field(default_factory=dict)  # KiB, all processes together
    digests: dict[str, str] = field(default_factory=dict)
    start: float = 0.0  # of the program itself, one district
    start_cpu: float = 0.0
    dask_start_cpu: float = 0.0
    dask_start: float = 0.0  # of a cluster of one's own
    loop: float = 0.0  # seconds a district
    loop_cpu: float = 0.0
    collected: float = 0.0  # seconds that a result takes where all are brought together
    size: int = 0  # bytes of a result on its way
    kept: int = 0  # bytes of memory that a district takes there


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
    """The least wall-clock seconds of so many runs, the least CPU seconds of all processes, what was printed."""
    best = least = float("inf")
    out = b""
    for _ in range(repeats):
        before, began = _cpu(), time.perf_counter()
        out = subprocess.run(words, capture_output=True, check=True).stdout
        best = min(best, time.perf_counter() - began)
        least = min(least, _cpu() - before)
    return best, least, out


def _cpu() -> float:
    """CPU seconds of all that were run and have ended, those too whose parent ended before them."""
    with contextlib.suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _adopt_orphans() -> None:
    """Be the parent of processes whose own parent ends (Linux), so that what they used is known."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SUBREAPER, 1)


def measure(folder: Path, sizes: Sequence[int], repeats: int, say: Callable[[str], None]) -> Figures:
    """Measure every way at every size; districts are made in folders of their own below `folder`."""
    _adopt_orphans()
    figures = Figures(os.cpu_count() or 1, load=os.getloadavg()[0])
    ways: dict[str, tuple[str, ...]] = {
        "one process": ("--jobs", "1"),
        "pool": ("--jobs", str(figures.cores)),
    }
    ways["Dask"] = ("--scheduler", "local", "--jobs", str(figures.cores))
    one = make(folder / "1", 1)
    figures.start, figures.start_cpu, _ = timed(_words(one, "--jobs", "1"), repeats + 1)
    seconds, cpu, _ = timed(_words(one, *ways["Dask"]), repeats)
    figures.dask_start, figures.dask_start_cpu = seconds - figures.start, cpu - figures.start_cpu
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
    figures.collected, figures.size = _collecting(folder / str(sizes[0]))
    least, most = sizes[0], sizes[-1]
    if most > least:
        grown = figures.memory[f"pool {most}"] - figures.memory[f"pool {least}"]
        figures.kept = max(0, grown * 1024 // (most - least))
    figures.loop, figures.loop_cpu = _shell(folder / str(sizes[0]))
    say(f"shell loop: {figures.loop * 1000:.0f} ms a district")
    return figures


def _collecting(folder: Path) -> tuple[float, int]:
    """Seconds that one result takes to be unpacked, added and written, and its bytes on the way."""
    indicators = load_indicators(folder / INDICATORS)
    options = DistrictOptions(
        as_of=date.fromisoformat(AS_OF), now=datetime(YEAR + 1, 1, 15, tzinfo=UTC), indicators=indicators
    )
    sent = [pickle.dumps(assess_workspace(source, options)) for source in below(folder)]
    units = {code: one.unit for code, one in indicators.by_code.items()}
    began = time.process_time()
    with (folder.parent / _ROWS).open("wb") as out:
        roll_up(written(map(pickle.loads, sent), out, units, Words("en")), indicators, "completion")
    return (time.process_time() - began) / len(sent), sum(map(len, sent)) // len(sent)


def _shell(folder: Path) -> tuple[float, float]:
    """Seconds a district, and CPU seconds, by a loop of a shell over `status -f json`."""
    roots = [str(root) for root in sorted(folder.glob("d*"))[:SHELL]]
    loop = f'for d in "$@"; do {tracker()} -C "$d" status --as-of {AS_OF} -f json > /dev/null; done'
    seconds, cpu, _ = timed(["sh", "-c", loop, "sh", *roots], 1)
    return seconds / len(roots), cpu / len(roots)


def as_json(figures: Figures) -> str:
    """The figures, to be kept."""
    return json.dumps(asdict(figures), indent=2) + "\n"
