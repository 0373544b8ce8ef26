"""The log as the index holds it: values from the records of each target, entries from a day's reports."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple, overload

from tracker.model.entry import Entry, Void
from tracker.model.log import Columns, EntryFilter, EntryHistory, EntryReference, MemoryLog, Points, up_to
from tracker.store.index.archive import Archive
from tracker.store.index.database import Kind
from tracker.store.index.dayread import Reading
from tracker.store.index.rolls import Record, known_day, roll
from tracker.store.index.series import folded, named, page_of, records_in
from tracker.store.index.sheet import Sheet, bare
from tracker.store.index.voids import Outcome, Standing


class _Named(NamedTuple):
    """An entry by its name, fetched when it is asked for."""

    archive: Archive
    ref: str
    preliminary: bool

    def __call__(self) -> Entry:
        return self.archive.entry(self.ref)


class _Entries(Sequence[EntryReference]):
    """The entries of some points; each is named when its point is looked at."""

    def __init__(self, archive: Archive, entries: Sequence[str]) -> None:
        self._archive, self._entries = archive, entries

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, at: int) -> EntryReference: ...
    @overload
    def __getitem__(self, at: slice) -> "_Entries": ...
    def __getitem__(self, at: int | slice) -> "EntryReference | _Entries":
        """One entry, or some of them."""
        if isinstance(at, slice):
            return _Entries(self._archive, self._entries[at])
        return _Named(self._archive, *named(self._entries[at]))


class IndexedLog:
    """A log that reads no more than it is asked for; `known` leaves out what was recorded after that day."""

    def __init__(self, archive: Archive, known: str | None = None) -> None:
        self.archive = archive
        self._known = known
        self._points: dict[str, Columns] = {}
        self._whole: dict[str | None, MemoryLog] = {}

    def points(self, target: str, until: date) -> Points:
        """The target's values by day, up to and including `until`."""
        if target not in self._points:
            self._points[target] = self._valued(target)
        return up_to(self._points[target], until)

    def _valued(self, target: str) -> Columns:
        archive = self.archive
        found = archive.judge.catalogue.target(target)
        if self._known is None:
            pages = [page for _, page in archive.pages.parts(Kind.SERIES, target)]
        else:
            records = self._records(target)
            pages = [page_of(records)] if records else []
        days, values, entries = folded(pages, found.baseline if found else None)
        return Columns(days, values, _Entries(archive, entries))

    def entries(self, target: str, until: date, since: date = date.min) -> tuple[Entry, ...]:
        """The target's entries that stand, from `since` up to and including `until`, in order."""
        if since == date.min:
            return self._memory(target).entries(target, until)
        days = (day for day in self.archive.rolls if since.isoformat() <= day <= until.isoformat())
        readings = ((day, self.archive.reading(day)) for day in days)
        standing = (entry for entry in self._entries(readings, target) if self.void_of(entry) is None)
        return tuple(sorted(standing, key=lambda entry: entry.order))

    def first_known(self, target: str, until: date) -> dict[date, date]:
        """By day of its figures, up to `until`, the day on which the first of them was known, in China."""
        last = until.isoformat()
        return {
            date.fromisoformat(day): date.fromisoformat(record.known)
            for day, record in self._records(target).items()
            if day <= last
        }

    def known_on(self, day: date) -> "IndexedLog":
        """The log without what was recorded later than `day`."""
        until = min(day.isoformat(), self._known or day.isoformat())
        if until >= self.archive.last_known or until == self._known:
            return self
        return IndexedLog(self.archive, until)

    def history(self, target: str | None = None) -> tuple[EntryHistory, ...]:
        """Every entry (of one target) with what came of it, in the order in which entries count."""
        return self._memory(target).history()

    def newest(self, wanted: EntryFilter) -> tuple[tuple[EntryHistory, ...], int]:
        """The newest entries that are wanted, newest first, and how many there are without the limit.

        Days are read backwards; once there are enough entries the others are only counted.
        """
        since, until = (day.isoformat() if day else None for day in (wanted.since, wanted.until))
        found: list[EntryHistory] = []
        count = 0
        for day in reversed(self.archive.rolls):
            if (since and day < since) or (until and day > until):
                continue
            if wanted.limit and len(found) >= wanted.limit:
                count += self._count(day, wanted)
                continue
            entries = [entry for entry in self._of_day(day, wanted.targets) if wanted.takes(entry)]
            entries.sort(key=lambda entry: entry.order, reverse=True)
            histories = self._histories(day, entries)
            found += [histories[entry.ref] for entry in entries]
            count += len(entries)
        return tuple(found[: wanted.limit] if wanted.limit else found), count

    def _count(self, day: str, wanted: EntryFilter) -> int:
        """How many entries of a day are wanted."""
        judge = self.archive.judge
        sheets = [
            s for s in self._sheets(day, wanted.targets) if wanted.by is None or wanted.by in bare(s.by)
        ]
        return sum(
            bool(row[0]) and judge.taken(sheet, n, row)[0] is not None
            for sheet in sheets
            if sheet.day <= judge.now
            for n, row in zip(sheet.numbers(), sheet.rows, strict=True)
        )

    def _sheets(self, day: str, targets: frozenset[str]) -> list[Sheet]:
        reading = self.archive.reading(day)
        return [s for s in (reading.of(targets) if targets else reading.sheets) if self._is_known(s)]

    def _of_day(self, day: str, targets: frozenset[str]) -> Iterator[Entry]:
        return self._taken(self._sheets(day, targets))

    def _histories(self, day: str, entries: Iterable[Entry]) -> dict[str, EntryHistory]:
        """What came of each of these entries, by its name: all that was said of their targets on that day."""
        targets = {entry.target for entry in entries}
        eve = date.fromisoformat(day) - timedelta(days=1)
        before = {target: points[-1].value for target in targets if (points := self.points(target, eve))}
        for target in targets - before.keys():
            found = self.archive.judge.catalogue.target(target)
            if found and found.baseline is not None:
                before[target] = found.baseline
        said = list(self._of_day(day, frozenset(targets)))
        log = MemoryLog(said, self._voids({entry.report.stem for entry in said}), before)
        return {history.entry.ref: history for history in log.history()}

    def _voids(self, stems: Collection[str]) -> list[Void]:
        """The voids that name these reports, in the order they were recorded."""
        named = ((stem, self.archive.outcomes[stem]) for stem in self.archive.outcomes.keys() & stems)
        voids = [self.archive.void(void, stem) for stem, found in named for void in self._standing(found)]
        return sorted(voids, key=lambda void: (void.report.known, void.report.stem, void.line.n))

    def void_of(self, entry: Entry) -> Void | None:
        """What withdrew an entry, None where it stands."""
        stem = entry.report.stem
        outcome = self.archive.outcomes.get(stem)
        if outcome is None:
            return None
        covering = (v for v in self._standing(outcome) if v.covers in {0, entry.line.n})
        found = next(covering, None)
        return self.archive.void(found, stem) if found else None

    def recorded_after(self, until: date) -> dict[str, list[tuple[Entry, Void | None]]]:
        """Entries of days up to `until`, recorded after it (in China), by target, with what withdrew them."""
        last = until.isoformat()
        found: dict[str, list[tuple[Entry, Void | None]]] = {}
        for day, rolled in self.archive.rolls.items():
            if not day <= last < rolled.last_known:
                continue
            late = [sheet for sheet in self.archive.reading(day).sheets if known_day(sheet) > last]
            entries = self._taken(sheet for sheet in late if self._is_known(sheet))
            for entry in sorted(entries, key=lambda entry: entry.order):
                found.setdefault(entry.target, []).append((entry, self.void_of(entry)))
        return found

    def _records(self, target: str) -> Mapping[str, Record]:
        pages = self.archive.pages.parts(Kind.SERIES, target)
        if self._known is None:
            return {day: record for _, page in pages for day, record in records_in(page)}
        found = {
            day: record for _, page in pages for day, record in records_in(page) if day not in self._otherwise
        }
        found |= {day: records[target] for day, records in self._otherwise.items() if target in records}
        return dict(sorted(found.items()))

    @cached_property
    def _otherwise(self) -> dict[str, Mapping[str, Record]]:
        """The records, by day and target, of days of which not everything was known."""
        known, archive = self._known or "", self.archive
        unknown = {
            stem
            for stem, outcome in archive.outcomes.items()
            if any(void.known > known for void in outcome.voids)
        }
        affected = {stem[:10] for stem in unknown}
        found: dict[str, Mapping[str, Record]] = {}
        for day, rolled in archive.rolls.items():
            if rolled.last_known <= known and day not in affected:
                continue
            if rolled.first_known > known:
                found[day] = {}
                continue
            sheets = [sheet for sheet in archive.reading(day).sheets if self._is_known(sheet)]
            withdrawn = {
                sheet.stem: self._withdrawn(sheet, archive.outcomes[sheet.stem])
                for sheet in sheets
                if sheet.stem in archive.outcomes
            }
            found[day] = roll(day, sheets, archive.judge, withdrawn).records
        return found

    def _withdrawn(self, sheet: Sheet, outcome: Outcome) -> frozenset[int]:
        covered = [void.covers for void in self._standing(outcome)]
        return frozenset(sheet.numbers()) if 0 in covered else frozenset(covered)

    def _standing(self, outcome: Outcome) -> list[Standing]:
        return [void for void in outcome.voids if self._known is None or void.known <= self._known]

    def _is_known(self, sheet: Sheet) -> bool:
        return self._known is None or known_day(sheet) <= self._known

    def _memory(self, target: str | None) -> MemoryLog:
        """All that was said of a target (None: of any), as a log in memory."""
        if target not in self._whole:
            entries = list(self._entries(self.archive.each_day(), target))
            voids = self._voids({entry.report.stem for entry in entries})
            known = {t.id: t.baseline for t in self.archive.judge.catalogue.targets if t.baseline is not None}
            self._whole[target] = MemoryLog(entries, voids, known)
        return self._whole[target]

    def _entries(self, readings: Iterable[tuple[str, Reading]], target: str | None) -> Iterator[Entry]:
        for _, reading in readings:
            sheets = reading.sheets if target is None else reading.of((target,))
            yield from self._taken(sheet for sheet in sheets if self._is_known(sheet))

    def _taken(self, sheets: Iterable[Sheet]) -> Iterator[Entry]:
        """Every entry that counts unless it is withdrawn."""
        judge = self.archive.judge
        for sheet in sheets:
            if sheet.day > judge.now:
                continue
            report = sheet.report()
            for line, row in zip(report.entries, sheet.rows, strict=True):
                if row[0] and (entry := judge.entry(sheet, line, row, report)):
                    yield entry
