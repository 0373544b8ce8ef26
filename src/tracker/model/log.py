"""The log of one workspace: what each target's value was on any day, as known on any day."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from tracker.model.entry import CHINA, Entry, Report, Void
from tracker.model.quantity import EXACT


@dataclass(frozen=True, slots=True)
class Point:
    """A target's value at the end of a day on which something was reported, and the entry that set it."""

    day: date
    value: Decimal
    entry: Entry


@dataclass(frozen=True, slots=True)
class History:
    """One entry, the value it led to (None where it does not count), and the void that withdrew it."""

    entry: Entry
    value: Decimal | None
    void: Void | None


class Log(Protocol):
    """What an assessment asks; it never holds all entries itself."""

    def points(self, target: str, until: date) -> tuple[Point, ...]:
        """The target's values by day, up to and including `until`."""
        ...

    def entries(self, target: str, until: date) -> tuple[Entry, ...]:
        """The target's entries that stand, up to and including `until`, in the order in which they count."""
        ...

    def known_on(self, day: date) -> "Log":
        """The log without what was recorded later than `day`."""
        ...

    def history(self) -> tuple[History, ...]:
        """Every entry with what came of it, in the order in which entries count."""
        ...


class MemoryLog:
    """A log held in memory.

    The value at a day is the latest total on or before it plus the adds after that total, or the baseline
    plus all adds; without a baseline, adds before the first total have nothing to add to and say nothing.
    Of two totals in one report the first that stands counts. All this is decided from what is known, so that
    a log of the past is what it was.
    """

    def __init__(
        self, entries: Iterable[Entry], voids: Iterable[Void], baselines: dict[str, Decimal]
    ) -> None:
        self._entries = tuple(sorted(entries, key=lambda entry: entry.order))
        self.voids = tuple(voids)
        self._baselines = baselines
        withdrawn: dict[str, list[Void]] = {}
        for void in self.voids:
            withdrawn.setdefault(void.stem, []).append(void)
        self._standing: dict[str, list[Entry]] = {}
        self._voided: dict[str, Void] = {}
        for entry in self._entries:
            found = [void for void in withdrawn.get(entry.report.stem, ()) if void.covers(entry)]
            if found:
                self._voided[entry.ref] = found[0]
            else:
                self._standing.setdefault(entry.target, []).append(entry)
        self._values: dict[str, Decimal] = {}
        self._points = {
            target: _points(kept, baselines.get(target), self._values)
            for target, kept in self._standing.items()
        }

    def points(self, target: str, until: date) -> tuple[Point, ...]:
        """The target's values by day, up to and including `until`."""
        points = self._points.get(target, ())
        return points[: bisect_right(points, until, key=lambda point: point.day)]

    def entries(self, target: str, until: date) -> tuple[Entry, ...]:
        """The target's entries that stand, up to and including `until`, in the order in which they count."""
        return tuple(entry for entry in self._standing.get(target, ()) if entry.report.date <= until)

    def known_on(self, day: date) -> "MemoryLog":
        """The log without what was recorded later than `day`."""
        return MemoryLog(
            (entry for entry in self._entries if _known_by(entry.report, day)),
            (void for void in self.voids if _known_by(void.report, day)),
            self._baselines,
        )

    def history(self) -> tuple[History, ...]:
        """Every entry with what came of it, in the order in which entries count."""
        return tuple(
            History(entry, self._values.get(entry.ref), self._voided.get(entry.ref))
            for entry in self._entries
        )


def _known_by(report: Report, day: date) -> bool:
    return report.known.astimezone(CHINA).date() <= day


def _points(entries: list[Entry], baseline: Decimal | None, values: dict[str, Decimal]) -> tuple[Point, ...]:
    """The values by day; the value that each entry led to goes into `values`."""
    points: list[Point] = []
    value = baseline
    totals: set[str] = set()
    for entry in entries:
        if entry.total is not None:
            if entry.report.stem in totals:
                continue
            totals.add(entry.report.stem)
            value = entry.total
        elif value is None:
            continue
        else:
            value = EXACT.add(value, entry.add or Decimal(0))
        if points and points[-1].day == entry.report.date:
            points.pop()
        points.append(Point(entry.report.date, value, entry))
        values[entry.ref] = value
    return tuple(points)
