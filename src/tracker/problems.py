"""What can be wrong: problems in files are data, situations that stop the run are errors."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

Step = str | int
Path = tuple[Step, ...]
# So many problems of one file are shown; whoever has more has one mistake, made often.
MOST = 100


class ExitCode(IntEnum):
    """The process's exit codes; part of the interface."""

    OK = 0
    PROBLEMS = 1
    USAGE = 2
    NO_WORKSPACE = 3
    BAD_CATALOGUE = 4
    WRITE_CONFLICT = 5
    GIT = 6
    MISSING_DEPENDENCY = 7
    FAIL_ON = 10


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: the keys that lead there, and once located the line and column (from 1)."""

    file: str
    path: Path = ()
    of_key: bool = False  # the last key itself, not its value
    line: int | None = None
    column: int | None = None
    excerpt: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in one place; `code` names its sentence in words/, `facts` fill it in."""

    code: str
    place: Place
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The file it is in; of a spreadsheet without the cell."""
        return self.place.file.removesuffix(f" {self.facts.get('cell')}")

    @property
    def order(self) -> tuple[str, int, int, str]:
        """The order in which problems are shown: by file, then place."""
        return (self.place.file, self.place.line or 0, self.place.column or 0, self.code)


class TrackerError(Exception):
    """A situation in which the command cannot go on; `code` names its sentence in words/."""

    def __init__(
        self, code: str, exit_code: ExitCode, problems: tuple[Problem, ...] = (), **facts: object
    ) -> None:
        super().__init__(code)
        self.code = code
        self.exit_code = exit_code
        self.problems = problems
        self.facts = facts

    def __reduce__(self) -> tuple[object, ...]:
        """How it goes from one process to another, whole."""
        return _error_again, (self.code, self.exit_code, self.problems, self.facts)


def _error_again(
    code: str, exit_code: ExitCode, problems: tuple[Problem, ...], facts: Mapping[str, object]
) -> TrackerError:
    return TrackerError(code, exit_code, problems, **facts)


def bounded(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """At most MOST problems of each file, and then one that says how many more there are."""
    shown: list[Problem] = []
    counts: dict[str, int] = {}
    for problem in problems:
        counts[problem.file] = counts.get(problem.file, 0) + 1
        if counts[problem.file] <= MOST or problem.code == "more-problems":
            shown.append(problem)
    told = {problem.file for problem in shown if problem.code == "more-problems"}
    more = {file: n for file, n in counts.items() if n > MOST and file not in told}
    rest = (Problem("more-problems", Place(file), {"more": n - MOST, "count": n}) for file, n in more.items())
    return (*shown, *rest)


def count(problems: Iterable[Problem]) -> int:
    """How many there are, with those of a file that were too many to show."""
    return sum(int(str(problem.facts.get("more", 1))) for problem in problems)


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The up to three known names that a person who typed `name` may have meant."""
    from difflib import get_close_matches  # needed only where somebody has mistyped

    return tuple(get_close_matches(name, list(known)))
