"""The page of figures, in both languages: what was measured, the goals, and a million workspaces on paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from rollup.measure import AS_OF, LARGE, Figures

MILLION, WORKERS = 1_000_000, 100
# What one worker adds a task by Dask's own account (about a millisecond of its scheduler).
BATCH = 16


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal, what was measured, and whether it was reached."""

    chinese: str
    english: str
    wanted: str
    measured: str
    reached: bool


def seconds_of(figures: Figures, way: str, size: int) -> float:
    """How long a way took; on a machine that was busy with other work, how long it would have by its CPU time.

    That is the program's own start, and what is left of the CPU seconds of all processes spread over the cores
    that the way may use.
    """
    key = f"{way} {size}"
    if not is_busy(figures):
        return figures.seconds[key]
    cores = 1 if way == "one process" else figures.cores
    return figures.start_cpu + max(0.0, figures.cpu[key] - figures.start_cpu) / cores


def is_busy(figures: Figures) -> bool:
    """Whether others wanted the cores too."""
    return figures.load > figures.cores / 2


def page(figures: Figures, sizes: Sequence[int], language: str) -> str:
    """The page in one language."""
    chinese = language == "zh"
    goals = list(_goals(figures, sizes))
    lines = [_HEAD[chinese].format(cores=figures.cores, day=AS_OF)]
    if is_busy(figures):
        lines.append(_BUSY[chinese].format(load=f"{figures.load:.0f}", cores=figures.cores))
    lines.append(_TABLE[chinese])
    for size in sizes:
        found = [seconds_of(figures, way, size) for way in ("cold pool", "one process", "pool", "Dask")]
        cells = " | ".join(f"{seconds:.2f}" for seconds in found)
        each = 1000 * seconds_of(figures, "pool", size) / size
        same = len({figures.digests[f"{way} {size}"] for way in ("one process", "pool", "Dask")}) == 1
        told = {(True, True): "相同", (True, False): "不同", (False, True): "the same"}.get(
            (chinese, same), "differ"
        )
        memory = figures.memory[f"pool {size}"] // 1024
        lines.append(f"| {size:,} | {cells} | {each:.1f} | {memory} | {told} |")
    if sizes[-1] < LARGE:
        usual = sizes[-1]
        each = (seconds_of(figures, "pool", usual) - figures.start_cpu) / usual
        memory = figures.memory[f"pool {usual}"] // 1024 + figures.kept * (LARGE - usual) // 2**20
        facts = {
            "large": f"{LARGE:,}",
            "seconds": f"{figures.start_cpu + each * LARGE:.0f}",
            "memory": memory,
        }
        lines.append(_NOT_RUN[chinese].format(**facts))
    lines.append(_GOALS[chinese])
    for goal in goals:
        name = goal.chinese if chinese else goal.english
        verdict = (
            ("达到" if goal.reached else "未达到") if chinese else ("reached" if goal.reached else "missed")
        )
        lines.append(f"| {name} | {goal.wanted} | {goal.measured} | {verdict} |")
    lines.append(_paper(figures, sizes, chinese=chinese))
    return "\n".join(lines)


def _goals(figures: Figures, sizes: Sequence[int]) -> "Sequence[Goal]":
    small, usual, large = sizes[0], sizes[min(1, len(sizes) - 1)], sizes[-1]
    pool, alone, dask = (seconds_of(figures, way, usual) for way in ("pool", "one process", "Dask"))
    start = figures.start_cpu if is_busy(figures) else figures.start
    dask_start = figures.dask_start_cpu / figures.cores if is_busy(figures) else figures.dask_start
    each = 1000 * pool / usual
    each_of = {size: (seconds_of(figures, "pool", size) - start) / size for size in (small, large)}
    growth = each_of[large] / each_of[small]
    memory = max(figures.memory.values()) // 1024
    allowed = 1.3 * pool + dask_start
    shell = (figures.loop_cpu if is_busy(figures) else figures.loop) * usual / pool
    same = all(
        len({figures.digests[f"{way} {size}"] for way in ("one process", "pool", "Dask")}) == 1
        for size in sizes
    )
    return (
        Goal(
            f"{usual:,} 个已有缓存的区县，进程池，每个",
            f"{usual:,} warm districts by the pool, each",
            "≤ 12 ms",
            f"{each:.1f} ms",
            each <= 12,
        ),
        Goal(
            "进程池比一个进程快",
            "the pool against one process",
            "≥ 1.7×",
            f"{alone / pool:.2f}×",
            alone / pool >= 1.7,
        ),
        Goal(
            "Dask 的本机集群，相对进程池，另加启动",
            "Dask's LocalCluster against the pool, plus its start",
            "≤ 1.3×",
            f"{dask:.2f} s / {allowed:.2f} s",
            dask <= allowed,
        ),
        Goal("内存（全部进程）", "memory, all processes together", "< 400 MB", f"{memory} MiB", memory < 381),
        Goal(
            "比逐个运行 status -f json 的 shell 循环快",
            "against a shell loop over status -f json",
            "≥ 25×",
            f"{shell:.0f}×",
            shell >= 25,
        ),
        Goal(
            f"每个区县的时间，{large:,} 个对 {small} 个",
            f"time a district, {large:,} against {small}",
            "≈ 1",
            f"{growth:.2f}",
            growth < 1.3,
        ),
        Goal("三种方式的字节", "bytes of all three ways", "=", "=" if same else "≠", same),
    )


def _paper(figures: Figures, sizes: Sequence[int], *, chinese: bool) -> str:
    usual = sizes[min(1, len(sizes) - 1)]
    start = figures.start_cpu if is_busy(figures) else figures.start
    each = (seconds_of(figures, "one process", usual) - start) / usual
    batches = MILLION / BATCH
    workers = MILLION * each / WORKERS
    scheduler = batches * 0.001
    facts = {
        "each": f"{1000 * each:.1f}",
        "workers": f"{workers / 60:.1f}",
        "scheduler": f"{scheduler / 60:.1f}",
        "batches": f"{batches:,.0f}",
        "collected": f"{1000 * figures.collected:.2f}",
        "results": f"{MILLION * figures.collected / 60:.1f}",
        "size": f"{figures.size / 1000:.1f}",
        "bytes": f"{MILLION * figures.size / 1e9:.1f}",
        "kept": f"{figures.kept / 1000:.1f}",
        "memory": f"{MILLION * figures.kept / 1e9:.1f}",
        "within": f"{round((400e6 - figures.memory[f'pool {usual}'] * 1024) / max(1, figures.kept) + usual, -3):,.0f}",
        "busy": f"{each / figures.collected:.0f}",
    }
    return _PAPER[chinese].format(**facts)


_HEAD = {
    False: """# What a roll-up takes

Measured by `make bench-rollup` on {cores} cores: made-up districts of a year each from fixed seeds (12 targets, 36 reports,
432 entries, every seventh in another unit), as of {day}, whole programs with their start, the least of several runs.
Warm means that each workspace's cache is there. Each run writes the whole as JSON and every target as Parquet.
""",
    True: """# 汇总需要多少时间和内存

由 `make bench-rollup` 在 {cores} 核上测得：用固定种子生成的演示区县，每个一年的数（12 项指标、36 份报送、432 条，每七个有一个用
另一种单位），截至 {day}，整个程序连同启动，几次中最快的一次。“热”指各工作区已有缓存。每次都写出 JSON 的汇总和 Parquet 的全部行。
""",
}
_BUSY = {
    False: """The machine was busy with other work (load {load} on {cores} cores), so what a clock showed says little. The seconds
below are CPU seconds of all processes, spread over the cores that each way may use, after the program's own start.
""",
    True: """测量时机器正忙于别的工作（{cores} 核，负载 {load}），钟表上的时间说明不了什么。下面的秒数是全部进程的处理器秒数，除以各方式可用的
核数，另加程序自身的启动。
""",
}
_TABLE = {
    False: "## Seconds\n\n| districts | cold, pool | one process | pool | Dask, local | pool, ms each | MiB | bytes |\n|--:|--:|--:|--:|--:|--:|--:|---|",
    True: "## 秒\n\n| 区县 | 冷，进程池 | 一个进程 | 进程池 | Dask 本机 | 进程池，每个 ms | MiB | 字节 |\n|--:|--:|--:|--:|--:|--:|--:|---|",
}
_NOT_RUN = {
    False: """
{large} districts, all counties of the country, were not run this time (`make bench-rollup` does): by what each took above,
{seconds} s and {memory} MiB.""",
    True: """
{large} 个区县（全国的县级行政区）这次没有运行（`make bench-rollup` 会运行）：按上面每个所用推算，{seconds} 秒、{memory} MiB。""",
}
_GOALS = {
    False: "\n## Goals\n\n| | goal | measured | |\n|---|--:|--:|---|",
    True: "\n## 目标\n\n| | 目标 | 测得 | |\n|---|--:|--:|---|",
}
_PAPER = {
    False: """
## A million workspaces on a hundred workers, on paper

Nobody has run this. With the constants measured above, warm caches on folders that all workers see, and batches of 16:

| part | how | minutes |
|---|---|--:|
| workers | 1,000,000 × {each} ms / 100 | {workers} |
| the scheduler | {batches} tasks at about 1 ms of its one core | {scheduler} |
| results, brought together where the run was started | 1,000,000 × {collected} ms on one core (unpacked, added, written as Parquet) | {results} |
| over the network | 1,000,000 × {size} kB | {bytes} GB in all |

So the machine that brings results together is what limits it: {busy} workers keep it busy, and more do not help.
There memory ends first: the whole keeps about {kept} kB a district, which is {memory} GB, and 400 MB at about {within} districts.
Whoever has more takes roll-ups of parts (a province each), each with `--rows`, and asks DuckDB for the whole over all the files.
""",
    True: """
## 一百个工作进程、一百万个工作区：纸上推算

没有人真正运行过。按上面测得的常数，各工作进程都能看到这些目录、缓存已热、每批 16 个：

| 部分 | 怎样算 | 分钟 |
|---|---|--:|
| 工作进程 | 1,000,000 × {each} ms / 100 | {workers} |
| 调度器 | {batches} 个任务，每个约占它唯一一核的 1 ms | {scheduler} |
| 在发起处汇合结果 | 1,000,000 × {collected} ms，一核（解包、相加、写 Parquet） | {results} |
| 经过网络 | 1,000,000 × {size} kB | 共 {bytes} GB |

可见限制它的是汇合结果的那台机器：{busy} 个工作进程就占满它，再多也没有用。那里先用完的是内存：每个区县约留 {kept} kB，
共 {memory} GB；约 {within} 个时到 400 MB。有这么多区县的，应分片汇总（如一省一片），各用 `--rows` 写出，再用 DuckDB 对全部文件提问。
""",
}
