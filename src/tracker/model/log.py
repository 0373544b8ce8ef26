"""The log of one workspace: what each target's value was on any day, as known on any day."""

from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple, Protocol

from tracker.model.entry import Entry, Stated, Verdict, Void, Withdrawal
from tracker.model.entry_history import EntryFilter, EntryHistory
from tracker.model.exact import exact_sum
from tracker.model.quantity import ExactNumber
from tracker.model.stated import latest_verdicts, notices_among, replies_among
from tracker.model.supervision import Reply, SentNotice, Statement


class EntryReference(Protocol):
    """An entry that is fetched when it is asked for."""

    @property
    def ref(self) -> str:
        """How the entry is named elsewhere: 2024-08-10-ab12#2."""
        ...

    @property
    def preliminary(self) -> bool:
        """Whether it is a first figure, to be confirmed."""
        ...

    def __call__(self) -> Entry:
        """The entry itself."""
        ...


class Point(NamedTuple):
    """A target's value at the end of a day on which something was reported, and the entry that set it.

    `disputed` says that two units said different totals of that day (同日有异); the later recorded counts.
    `verified` says that a second unit has verified the entry.
    """

    day: date
    value: ExactNumber
    source: Entry | EntryReference
    disputed: bool = False
    verified: bool = False

    @property
    def preliminary(self) -> bool:
        """Whether it is a first figure that nobody has verified."""
        return self.source.preliminary and not self.verified

    @property
    def entry(self) -> Entry:
        """The entry that set it."""
        return self.source if isinstance(self.source, Entry) else self.source()

    def __eq__(self, other: object) -> bool:
        """Whether both are of one day, one value and one entry; files are never edited, so its name tells."""
        if not isinstance(other, Point):
            return NotImplemented
        return (self.day, self.value, self.source.ref) == (other.day, other.value, other.source.ref)

    def __hash__(self) -> int:
        return hash((self.day, self.value, self.source.ref))


Points = Sequence[Point]


def up_to(points: Points, day: date) -> Points:
    """Those of days up to and including `day`."""
    return points[: bisect_right(points, day, key=lambda point: point.day)]


def totals_by_unit(entries: Iterable[Entry]) -> dict[str, ExactNumber]:
    """What each unit that gave a total of one day last said it is, with what it added since.

    A unit that corrects itself says one thing, two units that say different things do not agree.
    """
    totals: dict[str, ExactNumber] = {}
    for entry in entries:
        by = entry.report.by
        if entry.total is not None:
            totals[by] = entry.total
        elif by in totals:
            totals[by] = exact_sum(totals[by], entry.add or Decimal(0))
    return totals


class MemoryLog:
    """A log held in memory.

    The value at a day is the latest total on or before it plus the adds after that total, or the baseline
    plus all adds; without a baseline, adds before the first total have nothing to add to and say nothing.
    Of two totals in one report the first that stands counts. An increment that would bring one of the targets
    `never_negative` below zero does not count. All this is decided from what is known, so that a log of the
    past is what it was.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        voids: Iterable[Void],
        baselines: Mapping[str, ExactNumber],
        never_negative: Container[str] = (),
        stated: Iterable[Stated[Statement]] = (),
        *,
        only_verified: bool = False,
    ) -> None:
        self._all = tuple(sorted(entries, key=lambda entry: entry.order))
        self._only_verified = only_verified
        self.voids = tuple(voids)
        self._baselines = baselines
        self._never_negative = never_negative
        self._stated = tuple(sorted(stated, key=lambda one: one.order))
        withdrawn: dict[str, list[Void]] = {}
        for void in self.voids:
            withdrawn.setdefault(void.stem, []).append(void)
        standing = [
            one for one in self._stated if not any(v.covers(one) for v in withdrawn.get(one.report.stem, ()))
        ]
        self._said = standing
        self._verdicts = latest_verdicts(standing)
        self._standing: dict[str, list[Entry]] = {}
        self._voided: dict[str, Withdrawal] = {}
        for entry in self._all:
            found = [void for void in withdrawn.get(entry.report.stem, ()) if void.covers(entry)]
            verdict = self._verdicts.get(entry.ref)
            if found:
                self._voided[entry.ref] = found[0]
            elif verdict and not verdict.statement.verified:
                self._voided[entry.ref] = verdict
            else:
                self._standing.setdefault(entry.target, []).append(entry)
        self._entries, counted = self._all, self._standing
        if only_verified:
            counted = {target: list(self._resting(kept)) for target, kept in self._standing.items()}
            self._entries = tuple(self._verified(self._all))
            self._standing = {target: list(self._verified(kept)) for target, kept in self._standing.items()}
        self._values: dict[str, ExactNumber] = {}
        self._points = {
            target: _points(
                fold(kept, baselines.get(target), never_negative=target in never_negative),
                self._values,
                self._is_verified,
            )
            for target, kept in counted.items()
        }

    def points(self, target: str, until: date) -> Points:
        """The target's values by day, up to and including `until`."""
        return up_to(self._points.get(target, ()), until)

    def entries(self, target: str, until: date, since: date = date.min) -> tuple[Entry, ...]:
        """The target's entries that stand, from `since` up to and including `until`, in order."""
        return tuple(e for e in self._standing.get(target, ()) if since <= e.report.date <= until)

    def first_known(self, target: str, until: date) -> dict[date, date]:
        """By day of its figures, up to `until`, the day on which the first of them was known."""
        known: dict[date, date] = {}
        for entry in self.entries(target, until):
            # Of one day's entries the first was recorded first: that is their order.
            known.setdefault(entry.report.date, entry.report.known_day)
        return known

    def known_on(self, day: date) -> "MemoryLog":
        """The log without what was recorded later than `day`."""
        return MemoryLog(
            (entry for entry in self._all if entry.report.known_day <= day),
            (void for void in self.voids if void.report.known_day <= day),
            self._baselines,
            self._never_negative,
            (one for one in self._stated if one.report.known_day <= day),
            only_verified=self._only_verified,
        )

    def returned(self, target: str, until: date) -> tuple[tuple[Entry, Verdict], ...]:
        """The target's entries up to `until` that a second unit returned, in order, each with its return."""
        of_target = (e for e in self._entries if e.target == target and e.report.date <= until)
        return tuple((entry, self._verdicts[entry.ref]) for entry in of_target if self._is_returned(entry))

    def _is_returned(self, entry: Entry) -> bool:
        verdict = self._verdicts.get(entry.ref)
        return verdict is not None and self._voided.get(entry.ref) is verdict

    def verified_only(self) -> "MemoryLog":
        """The log without what no second unit has verified, and the increments that rest upon it."""
        return MemoryLog(
            self._all, self.voids, self._baselines, self._never_negative, self._stated, only_verified=True
        )

    def _verified(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        return (entry for entry in entries if self._is_verified(entry.ref))

    def _resting(self, standing: Iterable[Entry]) -> Iterator[Entry]:
        """The verified ones whose value rests upon verified figures alone.

        An increment says what comes upon all before it: it does so only while every entry that stands since
        the latest verified total (or the baseline) is verified.
        """
        unbroken = True
        for entry in standing:
            verified = self._is_verified(entry.ref)
            unbroken = verified and (unbroken or entry.total is not None)
            if unbroken:
                yield entry

    def _is_verified(self, ref: str) -> bool:
        verdict = self._verdicts.get(ref)
        return verdict is not None and verdict.statement.verified

    def history(self, target: str | None = None) -> tuple[EntryHistory, ...]:
        """Every entry (of one target) with what came of it, in the order in which entries count."""
        return tuple(
            EntryHistory(
                entry, self._values.get(entry.ref), self._voided.get(entry.ref), self._verdicts.get(entry.ref)
            )
            for entry in self._entries
            if target is None or entry.target == target
        )

    def newest(self, wanted: EntryFilter) -> tuple[tuple[EntryHistory, ...], int]:
        """The newest entries that are wanted, newest first, and how many there are without the limit."""
        found = [history for history in reversed(self.history()) if wanted.takes(history.entry)]
        return tuple(found[: wanted.limit] if wanted.limit else found), len(found)

    def void_of(self, entry: Entry) -> Withdrawal | None:
        """What took an entry out of the sums, None where it stands."""
        return self._voided.get(entry.ref)

    def verdict_of(self, entry: Entry) -> Verdict | None:
        """What a second unit said last of an entry."""
        return self._verdicts.get(entry.ref)

    def recorded_after(self, until: date) -> dict[str, list[tuple[Entry, Withdrawal | None]]]:
        """Entries of days up to `until`, recorded after it, by target, with what withdrew them."""
        found: dict[str, list[tuple[Entry, Withdrawal | None]]] = {}
        for entry in self._entries:
            if entry.report.date <= until < entry.report.known_day:
                found.setdefault(entry.target, []).append((entry, self.void_of(entry)))
        return found

    def replies(self, target: str | None, until: date) -> tuple[Stated[Reply], ...]:
        """What units replied (of one target) up to and including `until`, in order."""
        found = (one for one in self._said if one.report.date <= until)
        return replies_among(one for one in found if target is None or one.target == target)

    def notices(self, until: date) -> tuple[Stated[SentNotice], ...]:
        """The notices that were sent up to and including `until`, in order."""
        return notices_among(one for one in self._said if one.report.date <= until)


def fold(
    entries: Iterable[Entry], before: ExactNumber | None, *, never_negative: bool
) -> Iterator[tuple[Entry, ExactNumber | None]]:
    """Each entry with the value it leads to, None where it does not count.

    `before` is the value that the first comes upon. Where the value is `never_negative`, an increment that
    would make it so does not count.
    """
    value = before
    totals: set[str] = set()
    for entry in entries:
        led_to: ExactNumber | None = None
        if entry.total is not None:
            if entry.report.stem not in totals:
                totals.add(entry.report.stem)
                led_to = entry.total
        elif value is not None:
            added = exact_sum(value, entry.add or Decimal(0))
            led_to = None if never_negative and added < 0 else added
        value = value if led_to is None else led_to
        yield entry, led_to


def _points(
    entries: Iterable[tuple[Entry, ExactNumber | None]],
    values: dict[str, ExactNumber],
    is_verified: Callable[[str], bool],
) -> tuple[Point, ...]:
    """The values by day; the value that each entry led to goes into `values`."""
    points: list[Point] = []
    standing = ((entry, value) for entry, value in entries if value is not None)
    for day, group in groupby(standing, key=lambda one: one[0].report.date):
        of_day = list(group)
        values.update((entry.ref, value) for entry, value in of_day)
        disputed = len(of_day) > 1 and len(set(totals_by_unit(entry for entry, _ in of_day).values())) > 1
        entry, value = of_day[-1]
        points.append(Point(day, value, entry, disputed, is_verified(entry.ref)))
    return tuple(points)
