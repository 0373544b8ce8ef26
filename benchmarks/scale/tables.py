"""The figures as Markdown and as JSON."""

import json
from collections.abc import Iterable, Mapping, Sequence

from scale.goals import Figures, Goal, Outcome, outcomes
from scale.groups import SIZES, START
from scale.rounds import Measured

_KIB = 1024
_NOT_RUN = "not run"
_HEAD = """\
# Performance figures

Written by `make bench`; what is measured stands in `benchmarks/scale`. Every ratio is one of medians of
the same run, in which the programs take turns. `status` and the other views, and the reports of hledger and
ledger (of the targets' accounts alone), are shown on a pseudo-terminal. "No index" means that the index was
removed before each round. Memory is that of all processes of a program together, shared pages counted once.
"""


def markdown(figures: Figures, facts: Mapping[str, str]) -> str:
    """The whole page."""
    parts = [_HEAD, _facts(facts), "## Goals\n", _goals(outcomes(figures))]
    for size in (START, *SIZES):
        of_size = [measured for (at, _), measured in figures.items() if at == size]
        if of_size:
            parts += [f"## {_size(size).capitalize()}\n", _figures(of_size)]
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
            "stretch": found.goal.stretch,
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
        most = f"≤ {goal.most:g}" + (" (stretch)" if goal.stretch else "")
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
    works = ("status, no index", "status", "ledger balance", "ledger budget", "hledger balance --budget")
    rows = [[work, *(_cost(figures.get((size, work)), size) for size in SIZES)] for work in works]
    return _table(["µs per entry", *(f"{size:,}" for size in SIZES)], rows)


def _cost(measured: Measured | None, size: int) -> str:
    return "—" if measured is None else f"{1e6 * measured.median / size:.3g}"


def _size(size: int) -> str:
    return "starting" if size == START else f"{size:,} entries"


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
