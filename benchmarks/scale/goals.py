"""How fast and how small the program is to be, beside programs people know; every goal is a ratio."""

from collections.abc import Mapping
from dataclasses import dataclass

from scale.groups import LARGE, LARGEST, MIDDLE, SMALL, START
from scale.rounds import Measured

Figures = Mapping[tuple[int, str], Measured]


@dataclass(frozen=True, slots=True)
class Goal:
    """At this size the work takes at most `most` times what `beside` takes in the same rounds."""

    size: int
    work: str
    most: float
    beside: str
    memory: bool = False
    stretch: bool = False


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


_PASS, _LEAST, _BUDGET, _BALANCE = "python -c pass", "least Typer program", "ledger budget", "ledger balance"
_HLEDGER = "hledger balance --budget"

GOALS = (
    Goal(START, "tracker --version", 2, _PASS),
    Goal(START, "tracker --help", 8, _PASS),
    Goal(START, "completing a word", 8, _PASS),
    *(
        goal
        for size in (SMALL, MIDDLE)
        for goal in (Goal(size, "status", 1.2, _LEAST), Goal(size, "status", 5, _PASS, stretch=True))
    ),
    Goal(LARGE, "status", 0.15, _BUDGET),
    Goal(LARGE, "status", 0.08, _HLEDGER),
    Goal(LARGE, "status", 0.7, _BALANCE),
    Goal(LARGEST, "status", 0.02, _BUDGET),
    Goal(LARGEST, "status", 0.1, _BALANCE),
    Goal(LARGE, "status, no index", 0.4, _BUDGET),
    Goal(LARGE, "status, no index", 0.2, _HLEDGER),
    Goal(LARGE, "status, written by hand, no index", 1, _HLEDGER),
    Goal(LARGEST, "status, no index", 0.2, _BUDGET),
    Goal(LARGE, "record", 0.1, "hledger add"),
    *(
        Goal(size, work, 1.2, "status")
        for size in (LARGE, LARGEST)
        for work in ("status, a file added", "status, a file edited")
    ),
    Goal(LARGEST, "status", 4, f"status, {MIDDLE:,} entries"),
    Goal(LARGEST, "status, no index", 0.05, _BUDGET, memory=True),
    Goal(LARGEST, "status", 0.05, _BUDGET, memory=True),
)


def outcomes(figures: Figures) -> list[Outcome]:
    """Each goal against the figures, in the order above."""
    return [
        Outcome(goal, *(_amount(goal, figures.get((goal.size, work))) for work in (goal.work, goal.beside)))
        for goal in GOALS
    ]


def _amount(goal: Goal, measured: Measured | None) -> float | None:
    if measured is None:
        return None
    return measured.memory if goal.memory else measured.median
