"""The year's reports on made-up targets: who reported what on which day, the same for the same seed."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, groupby
from random import Random
from typing import NamedTuple

from scale.catalogue import YEAR, Aim, decimal_text
from scale.subjects import STAGES, UNITS

FIRST, LAST = date(YEAR, 1, 2), date(YEAR, 12, 18)
# Digits and letters that are not mistaken for one another.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_SUFFIX = 8
# In every so many files one entry withdraws a slip in the file before: one entry in two thousand.
_BETWEEN_VOIDS = 2016
# Where the unit is ten thousand of another: that other.
_SMALLER = {"亿元": "万元", "万吨": "吨"}
_SMALLER_DIGITS = 4
_NOTES = ("据台账统计", "较上期有增加", "部门核对后报送", "含上月补报数", "现场核查属实")
# How many files the days see: ends of a dekad, other weekdays, weekends.
_DEKAD_END, _WEEKDAY, _WEEKEND = 12, 4, 1
_OPENING, _WORKDAY = 8 * 3600 + 1800, 9 * 3600  # seconds
_SATURDAY = 5


class Line(NamedTuple):
    """One entry as written; `change` is what it does to the target's value, in steps."""

    target: int
    key: str  # total, add, stage or void
    value: str
    change: int
    unit: str = ""
    preliminary: bool = False
    note: str = ""
    reason: str = ""


class Sheet(NamedTuple):
    """One report file."""

    day: str
    stem: str
    by: str
    source: str
    recorded: str
    lines: list[Line]


class Slip(NamedTuple):
    """An entry that the next file withdraws."""

    ref: str
    line: Line


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is reported: entries in all, entries to a file."""

    entries: int
    per_file: int

    @property
    def files(self) -> int:
        """How many files that makes."""
        return -(-self.entries // self.per_file)


def sheets(aims: Sequence[Aim], extent: Extent, seed: int) -> Iterator[Sheet]:
    """The reports in the order of their days, and of their recording within a day.

    Raises ValueError where a file would have to name a target twice.
    """
    if extent.per_file > len(aims):
        raise ValueError(extent)
    chance = Random(f"{seed}-reports")
    figures = _Figures(aims, chance)
    slip: Slip | None = None
    left, at = extent.entries, 0
    between = max(_BETWEEN_VOIDS // extent.per_file, 2)
    for number, (day, moment) in enumerate(moments(extent.files)):
        stem = f"{day}-{_suffix(chance)}"
        share = (number + 1) / extent.files
        lines = [figures.withdraw(slip)] if slip else []
        room = min(extent.per_file, left) - len(lines)
        lines += [figures.line((at + n) % len(aims), share) for n in range(room)]
        slip = None
        if number % between == between - 1 and lines[-1].key != "void":
            lines[-1] = figures.slip(lines[-1])
            slip = Slip(f"{stem}#{len(lines)}", lines[-1])
        at += room
        left -= len(lines)
        source = f"{day.month}月{'上中下'[min((day.day - 1) // 10, 2)]}旬旬报"
        yield Sheet(str(day), stem, UNITS[number % len(UNITS)], source, moment, lines)


def moments(files: int) -> Iterator[tuple[date, str]]:
    """For each file its day and when it was recorded: never two at once, in work hours of the next day."""
    days = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
    weights = list(accumulate(_weight(day) for day in days))
    chosen = [bisect_left(weights, weights[-1] * (n + 1) / files) for n in range(files)]
    for of_day, numbers in groupby(chosen):
        day, count = days[of_day], len(list(numbers))
        recorded = day + timedelta(1)
        for n in range(count):
            hour, rest = divmod(_OPENING + n * max(_WORKDAY // count, 1), 3600)
            yield day, f"{recorded}T{hour:02d}:{rest // 60:02d}:{rest % 60:02d}+08:00"


def _weight(day: date) -> int:
    if day.day in {10, 20} or (day + timedelta(1)).day == 1:
        return _DEKAD_END
    return _WEEKEND if day.weekday() >= _SATURDAY else _WEEKDAY


def _suffix(chance: Random) -> str:
    bits = chance.getrandbits(5 * _SUFFIX)
    return "".join(ALPHABET[bits >> 5 * n & 31] for n in range(_SUFFIX))


class _Figures:
    """The value of each target as the log would have it, and the next entry about it."""

    def __init__(self, aims: Sequence[Aim], chance: Random) -> None:
        self._aims = aims
        self._chance = chance
        self._values = [0] * len(aims)
        self._known = [False] * len(aims)

    def line(self, target: int, share: float) -> Line:
        """What is reported of a target when `share` of the year's reports are in."""
        aim, odds = self._aims[target], self._chance.random()
        value = min(aim.start + int(aim.span * share), aim.ceiling)
        if aim.wobble:
            value += int(odds * 1e6) % aim.wobble - aim.wobble // 2
        if aim.subject.staged and (stage := _stage(value)):
            return Line(target, "stage", stage, self._set(target, STAGES[stage]))
        change = self._set(target, value)
        key, written = "total", value
        if self._known[target] and change > 0 and odds < 0.1 and aim.subject.adds_up:
            key, written = "add", change
        self._known[target] = True
        text, unit = aim.number(written), ""
        if odds > 0.75 and (unit := _SMALLER.get(aim.subject.unit, "")):
            text = decimal_text(written * 10 ** (_SMALLER_DIGITS - aim.subject.digits), 0)
        tens = int(odds * 1000)
        note = _NOTES[tens % len(_NOTES)] if tens % 12 == 0 else ""
        return Line(target, key, text, change, unit, tens % 200 == 7, note)

    def slip(self, line: Line) -> Line:
        """The same with a zero too many, where that is a slip people make."""
        aim = self._aims[line.target]
        if line.key != "total" or aim.subject.kind != "cumulative":
            return line
        value = self._values[line.target]
        change = line.change + self._set(line.target, 10 * value)
        return line._replace(value=aim.number(10 * value), unit="", change=change)

    def withdraw(self, slip: Slip) -> Line:
        """The entry that withdraws a slip; the value is again what it was before."""
        line = slip.line
        self._values[line.target] -= line.change
        self._known[line.target] = False
        return Line(line.target, "void", slip.ref, -line.change, reason="多写一个零，重新报送")

    def _set(self, target: int, value: int) -> int:
        """Make it the target's value; the change."""
        change = value - self._values[target]
        self._values[target] = value
        return change


def _stage(value: int) -> str:
    """The last stage reached, or none."""
    reached = [stage for stage, share in STAGES.items() if share <= value]
    return reached[-1] if reached else ""
