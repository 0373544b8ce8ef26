"""What the whole log comes to, days and voids taken together."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from tracker.problems import Place, Problem
from tracker.store.index.codec import problem_data, problem_of
from tracker.store.index.rolls import Roll
from tracker.store.index.sheet import file_of
from tracker.store.index.voids import Outcomes


class State(NamedTuple):
    """Counts and problems of all reports, and between which days of reading they hold."""

    files: int
    entries: int
    files_left_out: int
    entries_left_out: int
    problems: tuple[Problem, ...]
    horizon: str  # read on this day or later, nothing in the log lies ahead
    seen: str  # the day on which it was read


def state_of(
    rolls: Iterable[Roll],
    outcomes: Outcomes,
    baseless: Iterable[tuple[str, str]],
    today: str,
) -> State:
    """Everything taken together.

    `baseless` are the increments that have nothing to add to, with their targets. A void settles the problems
    of what it withdraws.
    """
    withdrawn = {(stem, n) for stem, outcome in outcomes.items() for n in outcome.numbers}
    problems: list[Problem] = []
    left_out: set[tuple[str, int]] = set()
    files = entries = files_left_out = 0
    horizon = ""
    for roll in rolls:
        files += roll.files + roll.unreadable
        entries += roll.entries
        files_left_out += roll.future + roll.unreadable
        problems += (*roll.form, *roll.problems)
        left_out.update(roll.left_out)
        horizon = max(horizon, roll.horizon)
    for outcome in outcomes.values():
        problems += outcome.problems
    for target, ref in baseless:
        stem, _, n = ref.partition("#")
        problems.append(
            Problem("add-base", Place(file_of(stem), ("entries", int(n) - 1, "add")), {"id": target})
        )
        left_out.add((stem, int(n)))
    return State(
        files,
        entries,
        files_left_out,
        len(left_out - withdrawn),
        tuple(problem for problem in problems if not _settled(problem, withdrawn)),
        horizon,
        today,
    )


def _settled(problem: Problem, withdrawn: set[tuple[str, int]]) -> bool:
    match problem.place.path:
        case ("entries", int(index), *_):
            stem = problem.place.file.rpartition("/")[2].removesuffix(".yaml")
            return (stem, index + 1) in withdrawn
        case _:
            return False


def state_text(state: State) -> str:
    """A state as JSON."""
    return json.dumps(
        [*state[:4], [problem_data(problem) for problem in state.problems], state.horizon, state.seen],
        ensure_ascii=False,
    )


def state_from(text: str) -> State:
    """The state that `state_text` wrote. Raises ValueError, TypeError or KeyError for anything else."""
    files, entries, no_files, no_entries, problems, horizon, seen = json.loads(text)
    return State(files, entries, no_files, no_entries, tuple(map(problem_of, problems)), horizon, seen)
