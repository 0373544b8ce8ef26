"""Simulated years of reports, and of the years before them, in the shapes that are usual, from fixed seeds.

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
MONTHS, QUARTERS = 12, 4
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
    previous: tuple[tuple[date, Decimal], ...]  # the year before, by month
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
    days = report_days(YEAR, cadence)
    place = chance.random()
    totals = _year(shape, cadence, goal, place, chance)
    before = zip(report_days(YEAR - 1, cadence), _year(shape, cadence, goal, place, chance), strict=True)
    final = Decimal(totals[-1])
    odd = chance.random() < ODD_SHARE
    if odd:
        # Neither the first reports nor the last: there has to be something to be odd among.
        where = chance.randrange(3, len(days) - 1)
        totals[where] = _slip(totals, where, chance)
    entries = [_entry(target, day, total) for day, total in zip(days, totals, strict=True)]
    log = MemoryLog(entries, (), {target.id: Decimal(0)})
    month_ends = set(report_days(YEAR - 1, "month"))
    previous = tuple((day, Decimal(total)) for day, total in before if day in month_ends)
    return History(shape, cadence, odd, target, previous, log, days, final)


def _year(shape: str, cadence: str, goal: int, place: float, chance: Random) -> list[int]:
    """The running totals of one year in a place, which has the same habits every year."""
    reports = len(report_days(YEAR, cadence))
    mean = goal * chance.uniform(0.75, 1.3) / reports
    grown, totals = 0.0, []
    for weight in _WEIGHTS[shape](reports, Random(place), chance):
        grown += mean * weight * (1 if shape == "stepwise" else _noise(NOISE[cadence], chance))
        totals.append(round(grown))
    return _by_quarter(totals) if shape == "quarterly" else totals


def _by_quarter(totals: list[int]) -> list[int]:
    """What is told where figures move only at the quarters' ends."""
    quarter = len(totals) // QUARTERS
    return [totals[n - n % quarter - 1] if n >= quarter else 0 for n in range(1, len(totals) + 1)]


def report_days(year: int, cadence: str) -> tuple[date, ...]:
    """The days of the figures in a year: month ends, or the 10th, the 20th and the month's end."""
    found: list[date] = []
    for month in range(1, MONTHS + 1):
        last = calendar.monthrange(year, month)[1]
        found += [date(year, month, day) for day in ((10, 20, last) if cadence == "dekad" else (last,))]
    return tuple(found)


def _noise(deviation: float, chance: Random) -> float:
    """A positive number around one; gamma distributed, so that large increments are rarer than small."""
    shape = 1 / deviation**2
    return chance.gammavariate(shape, 1 / shape)


def _steady(reports: int, _place: Random, _year: Random) -> list[float]:
    return [1.0] * reports


def _seasonal(reports: int, place: Random, year: Random) -> list[float]:
    """One wave a year, its height and its peak by chance: a slow start, a summer lull."""
    height, peak = place.uniform(0.3, 0.8) * _about_one(year), place.random() + year.uniform(-1, 1) / MONTHS
    return [1 + min(height, 1) * math.cos(2 * math.pi * (at - peak)) for at in _middles(reports)]


def _stepwise(reports: int, _place: Random, year: Random) -> list[float]:
    """Nothing for most reports, then a batch of chance size; about six batches a year."""
    rate = 6 / reports
    return [year.expovariate(rate) if year.random() < rate else 0.0 for _ in range(reports)]


def _stalled(reports: int, _place: Random, year: Random) -> list[float]:
    """Steady, then next to nothing for two to five months, or to the end of the year."""
    start = year.uniform(0.25, 0.7)
    end = 1.0 if year.random() < 0.5 else start + year.uniform(2, 5) / MONTHS
    # As fast in the rest of the year as to come near the goal all the same, for half of what is lost.
    lost = max(min(end, 1) - start, 0)
    pace = 1 / (1 - lost / 2)
    return [0.05 if start <= at < end else pace for at in _middles(reports)]


def _rush(reports: int, place: Random, year: Random) -> list[float]:
    """A rush at the year's end (年底集中): 30 to 60 % of the sum in the last two months."""
    share, late = place.uniform(0.3, 0.6) * _about_one(year), 2 / MONTHS
    return [share / late if at > 1 - late else (1 - share) / (1 - late) for at in _middles(reports)]


def _s_curve(reports: int, place: Random, year: Random) -> list[float]:
    """A slow start, a quick middle, a slow end: a logistic curve, its middle between May and August."""
    middle = place.uniform(0.4, 0.65) + year.uniform(-0.5, 0.5) / MONTHS
    steep = place.uniform(6, 12) * _about_one(year)
    speeds = [1 / math.cosh(steep * (at - middle) / 2) ** 2 for at in _middles(reports)]
    return [speed * reports / sum(speeds) for speed in speeds]


def _middles(reports: int) -> list[float]:
    """The middle of each report's time, as shares of the year."""
    return [(n + 0.5) / reports for n in range(reports)]


def _about_one(year: Random) -> float:
    """By how much a place's habit is different in one year."""
    return year.uniform(0.8, 1.2)


_WEIGHTS = {
    "steady": _steady,
    "seasonal": _seasonal,
    "rush": _rush,
    "S-curve": _s_curve,
    "quarterly": _steady,
    "stepwise": _stepwise,
    "stalled": _stalled,
}
SHAPES = tuple(_WEIGHTS)


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
