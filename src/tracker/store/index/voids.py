"""Which entries are withdrawn, by the report that voids name: nothing else decides what becomes of them."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from tracker.model.admission import judge_voids, reference_of
from tracker.model.entry import Report, ReportLine
from tracker.problems import Problem
from tracker.store.index.codec import problem_data, problem_of
from tracker.store.index.rolls import Roll, VoidLine, known_day
from tracker.store.index.sheet import Sheet


class Standing(NamedTuple):
    """A void that stands: where it is written, when that was known (a day, in China), and what it covers."""

    stem: str
    n: int
    known: str
    covers: int  # the number of the entry it withdraws, 0 for the whole report


class Outcome(NamedTuple):
    """What came of the voids that name one report: the numbers withdrawn, by which entries, and problems."""

    numbers: frozenset[int]
    voids: tuple["Standing", ...]  # those that stand, in the order they were recorded
    problems: tuple[Problem, ...]


Outcomes = Mapping[str, Outcome]
_NO_DAY = date.min
NONE = Outcome(frozenset(), (), ())


def named_by(line: VoidLine) -> str:
    """The name of the report that a void names; empty where that could be no report."""
    report = Report(file="", stem=line.stem, date=_NO_DAY, by="", source=None, recorded=None, entries=())
    void = reference_of(ReportLine(n=line.n, void=line.names), report)
    return void.stem if void else ""


def declared(rolls: Iterable[Roll]) -> dict[str, list[VoidLine]]:
    """All voids of these days, by the report that they name."""
    found: dict[str, list[VoidLine]] = {}
    for roll in rolls:
        for line in roll.voids:
            found.setdefault(named_by(line), []).append(line)
    return found


def outcome_of(stem: str, lines: Iterable[VoidLine], sheet: Callable[[str], Sheet | None]) -> Outcome:
    """What comes of the voids that name the report `stem`; `sheet` finds a report by its name."""
    named = sheet(stem) if stem else None
    reports: dict[str, Report] = {}
    known: dict[str, str] = {}
    pairs: list[tuple[Report, ReportLine]] = []
    for void in lines:
        if void.stem not in reports:
            found = sheet(void.stem)
            if found is None:
                raise LookupError(void.stem)
            reports[void.stem] = found.report()
            known[void.stem] = known_day(found)
        report = reports[void.stem]
        pairs += [(report, line) for line in report.entries if line.n == void.n]
    result = judge_voids(pairs, {stem: named.report()} if named else {})
    return Outcome(
        frozenset(n for _, n in result.withdrawn),
        tuple(
            Standing(void.report.stem, void.line.n, known[void.report.stem], void.n or 0)
            for void in result.voids
        ),
        tuple(result.problems),
    )


def outcomes_text(outcomes: Outcomes) -> str:
    """All outcomes as JSON."""
    return json.dumps(
        {
            stem: [sorted(found.numbers), found.voids, [problem_data(problem) for problem in found.problems]]
            for stem, found in outcomes.items()
        },
        ensure_ascii=False,
    )


def outcomes_of(text: str) -> dict[str, Outcome]:
    """The outcomes that `outcomes_text` wrote. Raises ValueError, TypeError or KeyError for anything else."""
    return {
        stem: Outcome(
            frozenset(numbers), tuple(Standing(*void) for void in voids), tuple(map(problem_of, problems))
        )
        for stem, (numbers, voids, problems) in json.loads(text).items()
    }
