"""The log as a cache holds it: values by day as they were folded, entries where somebody asks for them."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from tracker.model.entry import Entry, Stated, Verdict, Void, Withdrawal
from tracker.model.entry_history import EntryFilter, EntryHistory
from tracker.model.exact import number_in_text
from tracker.model.log import MemoryLog, Point, Points, up_to
from tracker.model.quantity import ExactNumber
from tracker.model.stated import latest_verdicts, notices_among, replies_among
from tracker.model.supervision import Reply, SentNotice, Statement
from tracker.store.cache.reports import COUNTS, ORDER, CachedReports, day_of

# Of a line: whether a second unit has judged it.
_JUDGED = "EXISTS (SELECT 1 FROM judged WHERE judged.stem = file.stem AND judged.n = line.n)"
_AT_HAND = 8  # parts of the log that are kept for the next question


class _Named(NamedTuple):
    """An entry by its name, fetched when it is asked for."""

    reports: CachedReports
    ref: str
    preliminary: bool

    def __call__(self) -> Entry:
        return self.reports.entry(self.ref)


class CachedLog:
    """A log that reads no more than it is asked for; `known` leaves out what was recorded after that day.

    What is not at hand as it was folded is the MemoryLog of the entries that it takes.
    """

    def __init__(self, reports: CachedReports, known: date | None = None) -> None:
        self._reports = reports
        self._known = known
        self._points: dict[str, Points] = {}
        self._part = lru_cache(maxsize=_AT_HAND)(self._part_of)

    def points(self, target: str, until: date) -> Points:
        """The target's values by day, up to and including `until`."""
        if target not in self._points:
            self._points[target] = self._all_points(target)
        return up_to(self._points[target], until)

    def _all_points(self, target: str) -> Points:
        since = self._unlike(target)
        query = (
            "SELECT date, value, ref, preliminary, disputed, verified FROM day "
            "WHERE target = ? AND date < ? AND value IS NOT NULL ORDER BY date"
        )
        rows = self._reports.cache.rows(query, target, since.isoformat() if since else "~")
        reports = self._reports
        points = tuple(
            Point(
                day_of(day),
                number_in_text(value),
                _Named(reports, ref, bool(preliminary)),
                bool(disputed),
                bool(verified),
            )
            for day, value, ref, preliminary, disputed, verified in rows
        )
        return (*points, *self._part(target, since).points(target, date.max)) if since else points

    def _unlike(self, target: str) -> date | None:
        """The first day on which a target's values were other than they are, as far as was known then."""
        if self._known is None:
            return None
        query = (
            "SELECT min(date) FROM (SELECT date FROM line WHERE target = ?1 AND known > ?2 "
            "UNION ALL SELECT line.date FROM withdrawn JOIN file ON file.stem = withdrawn.stem "
            "JOIN line ON line.file = file.id AND line.n = withdrawn.n "
            "WHERE withdrawn.known > ?2 AND target = ?1 "
            "UNION ALL SELECT line.date FROM judged JOIN file ON file.stem = judged.stem "
            "JOIN line ON line.file = file.id AND line.n = judged.n LEFT JOIN withdrawn "
            "ON withdrawn.stem = by_stem AND withdrawn.n = by_n "
            "WHERE target = ?1 AND (judged.known > ?2 OR withdrawn.known > ?2))"
        )
        ((first,),) = self._reports.cache.rows(query, target, self._known.isoformat())
        return day_of(first) if first else None

    def entries(self, target: str, until: date, since: date = date.min) -> tuple[Entry, ...]:
        """The target's entries that stand, from `since` up to and including `until`, in order."""
        if since == date.min:
            return self._part(target, since).entries(target, until)
        where = f"line.target = ? AND line.date BETWEEN ? AND ? AND line.known <= ? ORDER BY {ORDER}"
        entries = self._reports.entries(where, target, since.isoformat(), until.isoformat(), self._last)
        return tuple(entry for entry in entries if self.void_of(entry) is None)

    def first_known(self, target: str, until: date) -> dict[date, date]:
        """By day of its figures, up to `until`, the day on which the first of them was known."""
        since = self._unlike(target)
        query = "SELECT date, known FROM day WHERE target = ? AND date < ? AND date <= ? ORDER BY date"
        before = since.isoformat() if since else "~"
        rows = self._reports.cache.rows(query, target, before, until.isoformat())
        firsts = {day_of(day): day_of(known) for day, known in rows}
        return firsts | (self._part(target, since).first_known(target, until) if since else {})

    def known_on(self, day: date) -> "CachedLog":
        """The log without what was recorded later than `day`."""
        until = min(day, self._known or day)
        ((last,),) = self._reports.cache.rows("SELECT max(known) FROM file")
        if until == self._known or last is None or until.isoformat() >= last:
            return self
        return CachedLog(self._reports, until)

    def history(self, target: str | None = None) -> tuple[EntryHistory, ...]:
        """Every entry (of one target) with what came of it, in the order in which entries count."""
        return self._part(target, date.min).history(target)

    def newest(self, wanted: EntryFilter) -> tuple[tuple[EntryHistory, ...], int]:
        """The newest entries that are wanted, newest first, and how many there are without the limit."""
        where, values = self._condition(wanted)
        ((count,),) = self._reports.cache.rows(
            f"SELECT count(*) FROM line JOIN file ON file.id = line.file WHERE {COUNTS} AND {where}",
            *values,
        )
        descending = ", ".join(f"{column} DESC" for column in ORDER.split(", "))
        limit = wanted.limit or -1
        entries = self._reports.entries(f"{where} ORDER BY {descending} LIMIT ?", *values, limit)
        first: dict[str, date] = {}
        for entry in entries:
            first[entry.target] = min(entry.report.date, first.get(entry.target, date.max))
        found = {
            history.entry.ref: history
            for target, since in first.items()
            for history in self._part(target, since).history()
        }
        return tuple(found[entry.ref] for entry in entries), count

    def _condition(self, wanted: EntryFilter) -> tuple[str, list[object]]:
        """The condition of SQL that says which entries are wanted, with its values."""
        conditions: dict[str, object] = {"line.known <= ?": self._last}
        if wanted.by is not None:
            conditions["instr(folded(file.by), folded(?)) > 0"] = wanted.by
        if wanted.since is not None:
            conditions["line.date >= ?"] = wanted.since.isoformat()
        if wanted.until is not None:
            conditions["line.date <= ?"] = wanted.until.isoformat()
        values = [*conditions.values(), *sorted(wanted.targets)]
        if wanted.targets:
            conditions[f"line.target IN ({', '.join('?' * len(wanted.targets))})"] = None
        return " AND ".join(conditions), values

    def replies(self, target: str | None, until: date) -> tuple[Stated[Reply], ...]:
        """What units replied (of one target) up to and including `until`, in order."""
        return replies_among(self._stated(target, until))

    def notices(self, until: date) -> tuple[Stated[SentNotice], ...]:
        """The notices that were sent up to and including `until`, in order."""
        return notices_among(self._stated(None, until))

    def _stated(self, target: str | None, until: date) -> list[Stated[Statement]]:
        where = "line.date <= ? AND line.known <= ?" + " AND line.target = ?" * (target is not None)
        given = [until.isoformat(), self._last, *([target] if target else [])]
        return [one for one in self._reports.stated(where, *given) if not self._withdrawn(one)]

    def void_of(self, entry: Entry) -> Withdrawal | None:
        """What took an entry out of the sums, None where it stands."""
        verdict = self.verdict_of(entry)
        is_returned = verdict is not None and not verdict.statement.verified
        return self._withdrawn(entry) or (verdict if is_returned else None)

    def verdict_of(self, entry: Entry) -> Verdict | None:
        """What a second unit said last of an entry."""
        said = (one for one in self._reports.verdicts.get(entry.ref, ()) if self._is_known(one))
        return latest_verdicts(one for one in said if not self._withdrawn(one)).get(entry.ref)

    def returned(self, target: str, until: date) -> tuple[tuple[Entry, Verdict], ...]:
        """The target's entries up to `until` that a second unit returned, in order, each with its return."""
        if not self._reports.verdicts:
            return ()
        where = f"{_JUDGED} AND line.target = ? AND line.known <= ?"
        entries = self._reports.entries(where, target, self._last)
        return self._memory(entries, {}).returned(target, until)

    def verified_only(self) -> MemoryLog:
        """The log without what no second unit has verified, in memory.

        Read are all entries of the targets of which any is judged: those between tell which increments count.
        """
        judged = "SELECT line.target FROM judged JOIN file ON file.stem = judged.stem "
        judged += "JOIN line ON line.file = file.id AND line.n = judged.n"
        where = f"line.target IN ({judged}) AND line.known <= ?"
        return self._memory(self._reports.entries(where, self._last), None).verified_only()

    def _withdrawn(self, one: Entry | Stated[Statement]) -> Void | None:
        voids = self._reports.voids.get(one.report.stem, ())
        return next((void for void in voids if void.covers(one) and self._is_known(void)), None)

    def recorded_after(self, until: date) -> dict[str, list[tuple[Entry, Withdrawal | None]]]:
        """Entries of days up to `until`, recorded after it, by target, with what withdrew them."""
        day = until.isoformat()
        entries = self._reports.entries(
            f"file.date <= ? AND file.known > ? AND file.known <= ? ORDER BY {ORDER}", day, day, self._last
        )
        late: dict[str, list[tuple[Entry, Withdrawal | None]]] = {}
        for entry in entries:
            late.setdefault(entry.target, []).append((entry, self.void_of(entry)))
        return late

    @property
    def _last(self) -> str:
        """The last day of recording that is seen, as text that compares as days do."""
        return self._known.isoformat() if self._known else "~"

    def _is_known(self, said: Withdrawal | Stated[Statement]) -> bool:
        return self._known is None or said.report.known_day <= self._known

    def _part_of(self, target: str | None, since: date) -> MemoryLog:
        """What was said of a target (None: of any) from a day on, with the values before that day."""
        values: dict[str, ExactNumber] = {**self._reports.catalogue.baselines}
        if target is not None:
            before = self._value_before(target, since)
            values = {} if before is None else {target: before}
        where = "line.date >= ? AND line.known <= ?" + " AND line.target = ?" * (target is not None)
        given = [since.isoformat(), self._last, *([target] if target else [])]
        return self._memory(self._reports.entries(where, *given), values)

    def _memory(self, entries: Sequence[Entry], values: Mapping[str, ExactNumber] | None) -> MemoryLog:
        """A log of these entries, with all that is known to be said of them; `values` as they were before."""
        reports, catalogue = self._reports, self._reports.catalogue
        stems = {entry.report.stem for entry in entries}
        voids = (void for voids in reports.voids.values() for void in voids if self._is_known(void))
        said = [
            one
            for ref, verdicts in reports.verdicts.items()
            if ref.partition("#")[0] in stems
            for one in verdicts
            if self._is_known(one)
        ]
        if values is None:
            said.extend(reports.stated("line.known <= ?", self._last))
            values = catalogue.baselines
        return MemoryLog(entries, voids, values, catalogue.never_negative, said)

    def _value_before(self, target: str, since: date) -> ExactNumber | None:
        unlike = self._unlike(target)
        if unlike and since > unlike:
            points = self.points(target, since - timedelta(days=1))
            return points[-1].value if points else self._reports.catalogue.baselines.get(target)
        return self._reports.value_before(target, since.isoformat())
