"""What was measured, beside the goals, as Markdown and as JSON. Every goal is a ratio."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scale.groups import LARGE, LARGEST, OWN, SIZES, SMALL
from scale.processes import Measured

Figures = Mapping[tuple[int, str], Measured]


@dataclass(frozen=True, slots=True)
class Goal:
    """At this size the work takes at most `most` times what `beside` takes in the same rounds."""

    size: int
    work: str
    most: float
    beside: str
    memory: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a goal: seconds, or KiB where it is about memory; None for what was not measured."""

    goal: Goal
    own: float | None
    other: float | None

    @property
    def ratio(self) -> float | None:
        """Own to other."""
        return self.own / self.other if self.own is not None and self.other else None

    @property
    def met(self) -> bool | None:
        """Whether it is reached; None where it cannot be said."""
        return None if self.ratio is None else self.ratio <= self.goal.most


_LEAST, _BUDGET, _HLEDGER = "least program", "ledger budget", "hledger balance --budget"
_SMALL = f"status, {SMALL:,} entries"

GOALS = (
    Goal(OWN, "status", 1.5, _LEAST),
    Goal(OWN, "status -f json", 1, _LEAST),
    Goal(OWN, "status, piped", 1, _LEAST),
    Goal(LARGE, "status", 0.35, _BUDGET),
    Goal(LARGEST, "status", 0.03, _BUDGET),
    Goal(LARGE, "status", 1.3, _SMALL),
    Goal(LARGEST, "status", 3, _SMALL),
    Goal(LARGE, "status, no cache", 1.5, _BUDGET),
    Goal(LARGEST, "status, no cache", 1.5, _BUDGET),
    Goal(LARGE, "status, a file added", 1.15, "status"),
    Goal(LARGE, "status, a file edited", 1.15, "status"),
    Goal(LARGEST, "status, no cache", 0.1, _HLEDGER, memory=True),
    Goal(LARGEST, "status", 0.1, _HLEDGER, memory=True),
)


def outcomes(figures: Figures) -> list[Outcome]:
    """Each goal against the figures, in the order above."""
    return [
        Outcome(goal, *(_measured(goal, figures.get((goal.size, work))) for work in (goal.work, goal.beside)))
        for goal in GOALS
    ]


def _measured(goal: Goal, measured: Measured | None) -> float | None:
    if measured is None:
        return None
    return measured.memory if goal.memory else measured.median


_KIB = 1024
_NOT_RUN = "not run"
_HEAD = """\
# Performance figures

Written by `make bench`; what is measured stands in `benchmarks/scale`. Every ratio is one of medians of
the same run, in which the programs take turns. `status` and the other views, and the reports of hledger and
ledger (of the targets' accounts alone), are shown on a pseudo-terminal. "No cache" means that the cache was
removed before each round. Memory is that of all processes of a program together, shared pages counted once.
"""


def markdown(figures: Figures, facts: Mapping[str, str]) -> str:
    """The whole page."""
    parts = [_HEAD, _facts(facts), "## Goals\n", _goals(outcomes(figures))]
    for size in (OWN, *SIZES):
        of_size = [measured for (at, _), measured in figures.items() if at == size]
        if of_size:
            parts += [f"## {_size(size)}\n", _figures(of_size)]
    parts += ["## Cost per entry\n", _costs(figures)]
    return "\n".join(parts)


def as_json(figures: Figures, facts: Mapping[str, str]) -> str:
    """The same for programs: seconds and KiB."""
    measured = [
        {
            "entries": size,
            "work": work,
            "median": round(found.median, 6),
            "least": round(found.least, 6),
            "rounds": len(found.seconds),
            "memory": found.memory,
        }
        for (size, work), found in figures.items()
    ]
    goals = [
        {
            "entries": found.goal.size,
            "work": found.goal.work,
            "of": "memory" if found.goal.memory else "time",
            "beside": found.goal.beside,
            "most": found.goal.most,
            "ratio": found.ratio and round(found.ratio, 4),
            "met": found.met,
        }
        for found in outcomes(figures)
    ]
    return json.dumps({"machine": dict(facts), "goals": goals, "figures": measured}, indent=1) + "\n"


def _facts(facts: Mapping[str, str]) -> str:
    return _table(["", ""], list(facts.items()))


def _goals(found: Iterable[Outcome]) -> str:
    head = ["work", "entries", "took", "beside", "took", "ratio", "goal", ""]
    rows = []
    for outcome in found:
        goal = outcome.goal
        ratio = "—" if outcome.ratio is None else f"{outcome.ratio:.3g}"
        most = f"≤ {goal.most:g}"
        work = f"{goal.work}: memory" if goal.memory else goal.work
        verdict = {True: "met", False: "**missed**", None: _NOT_RUN}[outcome.met]
        own, other = (_amount(goal, amount) for amount in (outcome.own, outcome.other))
        rows.append(
            [work, f"{goal.size:,}" if goal.size else "—", own, goal.beside, other, ratio, most, verdict]
        )
    return _table(head, rows)


def _figures(found: Iterable[Measured]) -> str:
    rows = [
        [m.work, _seconds(m.median), _seconds(m.least), str(len(m.seconds)), _memory(m.memory)] for m in found
    ]
    return _table(["work", "median", "least", "rounds", "peak memory"], rows)


def _costs(figures: Figures) -> str:
    """Microseconds for each entry of the log."""
    works = ("status, no cache", "status", "ledger balance", "ledger budget", "hledger balance --budget")
    rows = [[work, *(_cost(figures.get((size, work)), size) for size in SIZES)] for work in works]
    return _table(["µs per entry", *(f"{size:,}" for size in SIZES)], rows)


def _cost(measured: Measured | None, size: int) -> str:
    return "—" if measured is None else f"{1e6 * measured.median / size:.3g}"


def _size(size: int) -> str:
    return "this repository's workspace" if size == OWN else f"{size:,} entries"


def _amount(goal: Goal, amount: float | None) -> str:
    if amount is None:
        return "—"
    return _memory(amount) if goal.memory else _seconds(amount)


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{1000 * seconds:.1f} ms"


def _memory(kib: float) -> str:
    return f"{kib / _KIB:.0f} MiB"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    # The first column is text, the others are mostly numbers.
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (head, rule, *rows))
