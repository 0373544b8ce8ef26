"""Bringing a cache up to date: what changed is judged as everything is, and folded where it counts."""

import os
from collections.abc import Container
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from tracker.model.admission import Judged, judge, judge_voids, reference_of, under_present_ids
from tracker.model.catalogue import Catalogue
from tracker.model.entry import Report, Stated
from tracker.model.exact import number_text
from tracker.model.log import MemoryLog
from tracker.model.rules.reports import comes_true, findings_of, stem_of
from tracker.model.rules.statements import entry_named, weigh
from tracker.model.supervision import Judgement, Statement
from tracker.store.cache.codec import encoded
from tracker.store.cache.database import Cache, make_indexes
from tracker.store.cache.reports import CachedReports
from tracker.store.progress import Reading, State

_FILE = f"INSERT INTO file VALUES ({', '.join('?' * 20)})"
_LINE = f"INSERT INTO line VALUES ({', '.join('?' * 18)})"
_PROBLEM = "INSERT INTO problem VALUES (?, ?, ?, ?, ?)"
# All that stands in the lines of a file, with what decides in which order they count.
_FACTS = (
    "SELECT target, line.date, n, line.known, total, added, stage, unit, "
    "part, whole, note, evidence, preliminary, void, reason, counts, statement, moment, recorded IS NULL "
    "FROM line JOIN file ON file.id = line.file WHERE file.path = ?"
)
_Fact = tuple[Any, ...]
_TARGET, _DATE, _VOID, _STATEMENT = 0, 1, 13, 16
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


class Refresh:
    """One round of changes to a cache, within one transaction. An empty cache is filled the same way."""

    def __init__(self, cache: Cache, catalogue: Catalogue, today: date) -> None:
        self._cache = cache
        self._catalogue = catalogue
        self._today = today
        self._empty = not cache.rows("SELECT 1 FROM file LIMIT 1")
        self._since: dict[str, str] = {}  # from which day on the values of a target are to be folded again
        self._stems: set[str] = set()  # reports that are new, changed or gone
        self._says: set[str] = set()  # all that they say, or said
        self._voids = False  # whether one of them withdraws or judges something, or did

    def put(self, path: str, state: State | None, reading: Reading | None) -> None:
        """Take a file as it was read just now; None says that it is gone."""
        before = set() if self._empty else self._taken_away(path)
        after = self._added(path, state, reading) if reading else []
        for fact in before.symmetric_difference(after) if before else after:
            self._touch(fact[_TARGET], fact[_DATE])
        for fact in (*before, *after):
            is_judgement = fact[_STATEMENT] is not None and fact[_TARGET] is None
            self._voids |= fact[_VOID] is not None or is_judgement

    def _taken_away(self, path: str) -> set[_Fact]:
        name = os.fsencode(path)  # which need not be text
        facts = set(self._cache.rows(_FACTS, name))
        for number, stem, says in self._cache.rows("SELECT id, stem, says FROM file WHERE path = ?", name):
            self._stems.add(stem)
            self._says.add(says)
            self._cache.connection.execute("DELETE FROM line WHERE file = ?", (number,))
            self._cache.connection.execute("DELETE FROM problem WHERE file = ?", (number,))
            self._cache.connection.execute("DELETE FROM file WHERE id = ?", (number,))
        return facts

    def _added(self, path: str, state: State | None, reading: Reading) -> list[_Fact]:
        connection = self._cache.connection
        report = reading.report and under_present_ids(reading.report, self._catalogue)
        look = state if state and reading.whole else (None, None, None, None)
        judged = judge(report, self._catalogue, self._today) if report else None
        head: tuple[object, ...] = (*(None,) * 8, 0, "", "", True, None, None)
        if report and judged:
            head = _head(report, judged, self._today)
        number = connection.execute(_FILE, (None, os.fsencode(path), *look, *head)).lastrowid
        problems = [*reading.problems, *(judged.problems if judged else ())]
        connection.executemany(
            _PROBLEM, [(number, None, None, None, encoded(problem)) for problem in problems]
        )
        if report is None or judged is None:
            return []
        self._stems.add(report.stem)
        self._says.add(report.says)
        rows = _rows(report, {e.line.n for e in judged.entries} | {s.line.n for s in judged.stated})
        connection.executemany(_LINE, [(number, *row) for row in rows])
        moment, untold = _moment(report), report.recorded is None
        return [(*row, moment, untold) for row in rows]

    def _touch(self, target: str | None, day: str) -> None:
        if target:
            self._since[target] = min(day, self._since.get(target, day))

    def finish(self) -> None:
        """Weigh voids where that may have changed, and fold the values of every target that was touched."""
        if self._empty:
            make_indexes(self._cache.connection)
        ((stated,),) = self._cache.rows("SELECT count(*) FROM line WHERE statement IS NOT NULL")
        self.note("statements", str(stated))
        reports = CachedReports(self._cache, self._catalogue)
        self._weigh_copies()
        self._weigh_voids(reports)
        for target, day in self._since.items():
            self._fold(reports, target, day)
        self.note("today", self._today.isoformat())
        self.note("token", os.urandom(8).hex())

    def note(self, name: str, value: str) -> None:
        """Keep something about the whole under a name."""
        self._cache.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def _weigh_copies(self) -> None:
        """See which files say all that another says, as `copies_among` does; those do not count."""
        rows, execute = self._cache.rows, self._cache.connection.execute
        if self._empty:
            query = "SELECT says FROM file WHERE says IS NOT NULL GROUP BY says HAVING count(*) > 1"
            self._says = {says for (says,) in rows(query)}
        for says in self._says:
            same = rows("SELECT id, path, copy_of FROM file WHERE says = ? ORDER BY stem", says)
            for at, (number, _, before) in enumerate(same):
                original = os.fsdecode(same[0][1]) if at else None
                if original != before:
                    execute("UPDATE file SET copy_of = ? WHERE id = ?", (original, number))
                    for target, day, void, statement in rows(
                        "SELECT target, date, void, statement FROM line WHERE file = ?", number
                    ):
                        self._touch(target, day)
                        self._voids |= void is not None or (statement is not None and target is None)

    def _weigh_voids(self, reports: CachedReports) -> None:
        lines = reports.void_lines(self._today)
        judgements = reports.judgement_lines(self._today)
        named = {void.stem for report, line in lines if (void := reference_of(line, report))}
        named |= set(map(judged_report, judgements))
        if not self._voids and not named & self._stems:
            return
        by_stem = {stem: report for stem in named if (report := reports.report(stem))}
        voided = judge_voids(lines, by_stem)
        weighed = weigh(judgements, by_stem, self._catalogue)
        judged = set(map(_judged_row, weighed.standing))
        judged_before = set(self._cache.rows("SELECT stem, n, by_stem, by_n, known FROM judged"))
        before = set(self._cache.rows("SELECT stem, n FROM withdrawn"))
        turned = before ^ voided.withdrawn
        turned |= {(row[0], row[1]) for row in judged ^ judged_before}
        turned |= {(row[0], row[1]) for row in judged | judged_before if (row[2], row[3]) in turned}
        for stem, n in turned:
            query = "SELECT target, line.date FROM line JOIN file ON id = line.file WHERE stem = ? AND n = ?"
            for target, day in self._cache.rows(query, stem, n):
                self._touch(target, day)
        execute, executemany = self._cache.connection.execute, self._cache.connection.executemany
        for table in ("void", "withdrawn", "judged", "problem WHERE file IS NULL AND target IS NULL"):
            execute(f"DELETE FROM {table}")
        executemany("INSERT INTO void VALUES (?, ?)", [(v.report.stem, v.line.n) for v in voided.voids])
        first = {  # of several that withdraw a line the first recorded
            (void.stem, n): void.report.known_day.isoformat()
            for void in reversed(voided.voids)
            for n in by_stem[void.stem].numbers
            if void.n in {None, n}
        }
        executemany(
            "INSERT INTO withdrawn VALUES (?, ?, ?)", [(*line, known) for line, known in first.items()]
        )
        executemany("INSERT INTO judged VALUES (?, ?, ?, ?, ?)", list(judged))
        problems = (*voided.problems, *weighed.problems)
        executemany(_PROBLEM, [(None, None, None, 1, encoded(problem)) for problem in problems])

    def _fold(self, reports: CachedReports, target: str, day: str) -> None:
        """A target's values from a day on: they follow from the value before it and the entries since."""
        before = reports.value_before(target, day)
        entries = reports.entries("line.target = ? AND line.date >= ?", target, day)
        voids = (void for named in reports.voids.values() for void in named)
        known = self._catalogue.target(target)
        never_negative = {target} if known and known.never_negative else ()
        said = [one for entry in entries for one in reports.verdicts.get(entry.ref, ())]
        log = MemoryLog(entries, voids, {} if before is None else {target: before}, never_negative, said)
        firsts, points = log.first_known(target, date.max), log.points(target, date.max)
        values = {
            p.day: (number_text(p.value), p.source.ref, p.source.preliminary, p.disputed) for p in points
        }
        verified = {p.day: p.verified for p in points}
        days = [
            (
                target,
                of.isoformat(),
                *values.get(of, (None, None, None, None)),
                first.isoformat(),
                verified.get(of),
            )
            for of, first in firsts.items()
        ]
        known = self._catalogue.target(target)
        findings = [
            (None, target, stem_of(problem)[:10], counts, encoded(problem))
            for problem, counts in (
                findings_of(log.entries(target, date.max), known, before) if known else ()
            )
        ]
        connection = self._cache.connection
        for table in ("day", "problem"):
            connection.execute(f"DELETE FROM {table} WHERE target = ? AND date >= ?", (target, day))
        connection.executemany("INSERT INTO day VALUES (?, ?, ?, ?, ?, ?, ?, ?)", days)
        connection.executemany(_PROBLEM, findings)


def judged_report(judgement: Stated[Statement]) -> str:
    """The name of the report that a judgement is of."""
    named = isinstance(judgement.statement, Judgement) and entry_named(judgement.statement.ref)
    return named[0] if named else ""


def _judged_row(one: Stated[Statement]) -> tuple[str, int, str, int, str]:
    """A judgement's columns: the entry it is of, itself, and the day on which it was known."""
    ref = one.statement.ref if isinstance(one.statement, Judgement) else ""
    stem, _, n = ref.partition("#")
    return stem, int(n), one.report.stem, one.line.n, one.report.known_day.isoformat()


def _head(report: Report, judged: Judged, today: date) -> tuple[object, ...]:
    """A report's columns from `stem` on."""
    recorded = report.recorded.isoformat() if report.recorded else None
    known, ahead = report.known_day.isoformat(), comes_true(report).isoformat()
    broken, left_out = (" ".join(map(str, numbers)) for numbers in (report.broken, judged.left_out))
    return (
        report.stem,
        report.date.isoformat(),
        report.by,
        report.source,
        recorded,
        _moment(report),
        known,
        ahead,
        len(report.numbers),
        broken,
        left_out,
        report.date > today,
        report.says,
        None,
    )


def _moment(report: Report) -> int:
    """When it was recorded, in microseconds; so moments of any offset are in order."""
    return (report.known - _BEGINNING) // timedelta(microseconds=1)


def _rows(report: Report, counting: Container[int]) -> list[_Fact]:
    """The columns of each line from `target` on."""
    day, known = report.date.isoformat(), report.known_day.isoformat()
    return [
        (
            line.target,
            day,
            line.n,
            known,
            _text(line.total),
            _text(line.add),
            line.stage,
            line.unit,
            _text(line.part),
            _text(line.whole),
            line.note,
            line.evidence,
            line.preliminary,
            line.void,
            line.reason,
            line.n in counting,
            encoded(line.statement) if line.statement else None,
        )
        for line in report.entries
    ]


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)
