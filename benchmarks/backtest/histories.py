"""Simulated years of reports: steady, seasonal, stepwise and stalled, from fixed seeds.

Everything here is made up: a goal, a speed and chance. No figure stands for a real place.
"""

import calendar
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from tracker.model.catalogue import Catalogue, Target
from tracker.model.entry import Entry, Report, ReportLine
from tracker.model.log import MemoryLog
from tracker.model.validation import read_catalogue

YEAR = 2024
MONTHS = 12
SHAPES = ("steady", "seasonal", "stepwise", "stalled")
CADENCES = ("dekad", "month")
# What is asked for in the year: from a handful of projects to thousands of jobs.
GOALS = (8, 40, 400, 5000)
# This share of the histories has one report with a slip in it, put right by the next one.
ODD_SHARE = 0.3
# Chance in one report's increment: standard deviation over mean.
NOISE = {"dekad": 0.7, "month": 0.4}


@dataclass(frozen=True, slots=True)
class History:
    """One target's year: the log as reported, the days of the reports, and where it really ended."""

    shape: str
    cadence: str
    odd: bool
    target: Target
    log: MemoryLog
    days: tuple[date, ...]
    final: Decimal


def histories(count: int, seed: int) -> Iterator[History]:
    """`count` histories of each shape, cadences and goals in turn; the same for the same seed."""
    catalogues = {cadence: _catalogue(cadence) for cadence in CADENCES}
    for shape in SHAPES:
        for number in range(count):
            chance = Random(f"{seed}-{shape}-{number}")
            cadence = CADENCES[number % len(CADENCES)]
            goal = GOALS[number // len(CADENCES) % len(GOALS)]
            target = catalogues[cadence].target(f"goal-{goal}")
            if target is None:
                raise LookupError(goal)
            yield _history(shape, cadence, goal, target, chance)


def _history(shape: str, cadence: str, goal: int, target: Target, chance: Random) -> History:
    days = report_days(cadence)
    mean = goal * chance.uniform(0.75, 1.3) / len(days)
    weights = _WEIGHTS[shape](len(days), chance)
    grown, totals = 0.0, []
    for weight in weights:
        batch = shape == "stepwise"
        grown += mean * weight * (1 if batch else _noise(NOISE[cadence], chance))
        totals.append(round(grown))
    final = Decimal(totals[-1])
    odd = chance.random() < ODD_SHARE
    if odd:
        # Neither the first reports nor the last: there has to be something to be odd among.
        where = chance.randrange(3, len(days) - 1)
        totals[where] = _slip(totals, where, chance)
    entries = [_entry(target, day, total) for day, total in zip(days, totals, strict=True)]
    return History(shape, cadence, odd, target, MemoryLog(entries, (), {target.id: Decimal(0)}), days, final)


def report_days(cadence: str) -> tuple[date, ...]:
    """The days of the figures in a year: month ends, or the 10th, the 20th and the month's end."""
    found: list[date] = []
    for month in range(1, MONTHS + 1):
        last = calendar.monthrange(YEAR, month)[1]
        found += [date(YEAR, month, day) for day in ((10, 20, last) if cadence == "dekad" else (last,))]
    return tuple(found)


def _noise(deviation: float, chance: Random) -> float:
    """A positive number around one; gamma distributed, so that large increments are rarer than small."""
    shape = 1 / deviation**2
    return chance.gammavariate(shape, 1 / shape)


def _steady(reports: int, _chance: Random) -> list[float]:
    return [1.0] * reports


def _seasonal(reports: int, chance: Random) -> list[float]:
    """One wave a year, its height and its peak by chance: a slow start, a summer lull, a rush at the end."""
    height, peak = chance.uniform(0.3, 0.8), chance.random()
    return [1 + height * math.cos(2 * math.pi * ((n + 0.5) / reports - peak)) for n in range(reports)]


def _stepwise(reports: int, chance: Random) -> list[float]:
    """Nothing for most reports, then a batch of chance size; about six batches a year."""
    rate = 6 / reports
    return [chance.expovariate(rate) if chance.random() < rate else 0.0 for _ in range(reports)]


def _stalled(reports: int, chance: Random) -> list[float]:
    """Steady, then next to nothing for two to five months, or to the end of the year."""
    start = chance.uniform(0.25, 0.7)
    end = 1.0 if chance.random() < 0.5 else start + chance.uniform(2, 5) / MONTHS  # noqa: PLR2004
    # As fast in the rest of the year as to come near the goal all the same, for half of what is lost.
    lost = max(min(end, 1) - start, 0)
    pace = 1 / (1 - lost / 2)
    return [0.05 if start <= (n + 0.5) / reports < end else pace for n in range(reports)]


_WEIGHTS = {"steady": _steady, "seasonal": _seasonal, "stepwise": _stepwise, "stalled": _stalled}


def _slip(totals: list[int], where: int, chance: Random) -> int:
    """A wrong total: one zero too many, some increments counted twice, or the figure of two reports ago."""
    right = totals[where]
    usual = max(right / (where + 1), 1)
    match chance.randrange(3):
        case 0:
            return right * 10
        case 1:
            return right + round(usual * chance.uniform(3, 8))
        case _:
            return totals[where - 2]


def _entry(target: Target, day: date, total: int) -> Entry:
    line = ReportLine(n=1, target=target.id, total=Decimal(total))
    report = Report(
        file=f"progress/{day:%Y/%m}/{day}-a.yaml",
        stem=f"{day}-a",
        date=day,
        by=target.lead,
        source=None,
        recorded=None,
        entries=(line,),
    )
    return Entry(target=target.id, total=line.total, add=None, line=line, report=report)


def _catalogue(cadence: str) -> Catalogue:
    targets = [
        {
            "id": f"goal-{goal}",
            "name": f"goal {goal}",
            "kind": "cumulative",
            "unit": "家",
            "target": {"at_least": str(goal)},
            "quote": f"goal {goal}",
        }
        for goal in GOALS
    ]
    measure = {"number": "1", "title": "simulated", "owners": ["simulated"], "targets": targets}
    document = {
        "title": "simulated",
        "year": str(YEAR),
        "source": "simulated",
        "reporting": {"cadence": cadence, "grace": "3"},
        "sections": [{"number": "1", "title": "simulated", "measures": [measure]}],
    }
    catalogue, problems = read_catalogue(document, "measures.yaml")
    if catalogue is None:
        raise ValueError(problems)
    return catalogue
