"""The reports that a cache holds, selected as they are asked for."""

import os
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from tracker.model.admission import entry_of, reference_of
from tracker.model.catalogue import Catalogue
from tracker.model.entry import Entry, Report, ReportLine, Stated, Void
from tracker.model.exact import number_in_text
from tracker.model.quantity import ExactNumber
from tracker.model.supervision import Judgement, Statement
from tracker.store.cache.codec import decoded
from tracker.store.cache.database import Cache

_HEAD = "file.path, file.stem, file.date, file.by, file.source, file.recorded, file.broken"
_LINE = (
    "line.n, line.target, line.total, line.added, line.stage, line.unit, line.part, line.whole, "
    "line.note, line.evidence, line.preliminary, line.void, line.reason, line.statement"
)
_LINES = f"SELECT line.file, {_LINE} FROM line JOIN file ON file.id = line.file"
# Of a line: whether it is sound, and its file no copy of another; of a figure, and of what is said beside it.
COUNTS = "line.counts AND line.statement IS NULL AND file.copy_of IS NULL"
STATES = "line.counts AND line.statement IS NOT NULL AND file.copy_of IS NULL"
# As model.entry.Entry.order has it.
ORDER = "line.date, file.moment, line.added IS NOT NULL, file.stem, line.n"


class CachedReports:
    """Reports and entries by what is asked for; of a report's lines no more than those are in it."""

    def __init__(self, cache: Cache, catalogue: Catalogue) -> None:
        self.cache = cache
        self.catalogue = catalogue
        self._heads: dict[int, Report] = {}

    def entries(self, where: str, *values: object) -> list[Entry]:
        """The entries for which a condition of SQL holds, of those that count unless they are withdrawn."""
        lines = self._lines(f"WHERE {COUNTS} AND {where}", *values)
        return [entry_of(line, report, self.catalogue) for report, line in lines]

    def entry(self, ref: str) -> Entry:
        """The entry of this name, which counts. Raises LookupError where there is none."""
        stem, _, n = ref.partition("#")
        found = self.entries("file.stem = ? AND line.n = ?", stem, int(n))
        if not found:
            raise LookupError(ref)
        return found[0]

    def report(self, stem: str) -> Report | None:
        """The report of this name, all its lines in it; None where there is none."""
        heads = self.cache.rows(f"SELECT {_HEAD} FROM file WHERE stem = ?", stem)
        lines = [line for _, line in self._lines("WHERE file.stem = ? ORDER BY line.n", stem)]
        return _report(heads[0], self.catalogue.zone, tuple(lines)) if heads else None

    def void_lines(self, until: date) -> list[tuple[Report, ReportLine]]:
        """The lines that withdraw something, of reports of days up to `until`."""
        return self._lines(
            "WHERE line.void IS NOT NULL AND line.date <= ? AND file.copy_of IS NULL", until.isoformat()
        )

    @cached_property
    def voids(self) -> dict[str, list[Void]]:
        """The voids that stand by the report they name, in the order in which they were recorded."""
        lines = self._lines(
            "JOIN void ON void.stem = file.stem AND void.n = line.n ORDER BY file.moment, file.stem, line.n"
        )
        voids: dict[str, list[Void]] = {}
        for report, line in lines:
            if void := reference_of(line, report):
                voids.setdefault(void.stem, []).append(void)
        return voids

    def stated(self, where: str, *values: object) -> list[Stated[Statement]]:
        """What is said of targets, where a condition of SQL holds, in order, withdrawn things among it."""
        if not self._has_statements:
            return []
        ordered = "ORDER BY line.date, file.moment, file.stem, line.n"
        lines = self._lines(f"WHERE {STATES} AND line.target IS NOT NULL AND {where} {ordered}", *values)
        return [Stated(line.statement, line, report) for report, line in lines if line.statement]

    @cached_property
    def _has_statements(self) -> bool:
        """Whether anything is said beside figures, as it was noted when the cache was brought up to date."""
        return self.cache.meta("statements") != "0"

    def judgement_lines(self, until: date) -> list[Stated[Statement]]:
        """The judgements that are sound by themselves, of reports of days up to `until`."""
        if not self._has_statements:
            return []
        lines = self._lines(f"WHERE {STATES} AND line.target IS NULL AND line.date <= ?", until.isoformat())
        return [Stated(line.statement, line, report) for report, line in lines if line.statement]

    @cached_property
    def verdicts(self) -> dict[str, list[Stated[Statement]]]:
        """The judgements that stand unless they are withdrawn, by the entries they are of."""
        rows = self.cache.rows("SELECT stem, n, by_stem, by_n FROM judged")
        named = {(by_stem, by_n): f"{stem}#{n}" for stem, n, by_stem, by_n in rows}
        verdicts: dict[str, list[Stated[Statement]]] = {}
        for report, line in self._lines(
            "JOIN judged ON judged.by_stem = file.stem AND judged.by_n = line.n" if named else "WHERE 0"
        ):
            ref = named[report.stem, line.n]
            verified = isinstance(line.statement, Judgement) and line.statement.verified
            verdicts.setdefault(ref, []).append(Stated(Judgement(ref, verified), line, report))
        return verdicts

    def value_before(self, target: str, day: str) -> ExactNumber | None:
        """The target's value at the end of the day before, or its baseline; by all that is known."""
        query = (
            "SELECT value FROM day WHERE target = ? AND date < ? AND value IS NOT NULL "
            "ORDER BY date DESC LIMIT 1"
        )
        found = self.cache.rows(query, target, day)
        return number_in_text(found[0][0]) if found else self._baselines.get(target)

    @cached_property
    def _baselines(self) -> dict[str, Decimal]:
        return self.catalogue.baselines

    def _lines(self, rest: str, *values: object) -> list[tuple[Report, ReportLine]]:
        rows = self.cache.rows(f"{_LINES} {rest}", *values)
        return [(self._head(number), _line(line)) for number, *line in rows]

    def _head(self, number: int) -> Report:
        """The report in the file of this number, without its lines."""
        head = self._heads.get(number)
        if head is None:
            (row,) = self.cache.rows(f"SELECT {_HEAD} FROM file WHERE id = ?", number)
            head = self._heads[number] = _report(row, self.catalogue.zone)
        return head


def _report(head: Sequence[Any], zone: ZoneInfo, lines: tuple[ReportLine, ...] = ()) -> Report:
    path, stem, day, by, source, recorded, broken = head
    return Report(
        file=os.fsdecode(path),
        stem=stem,
        date=day_of(day),
        by=by,
        source=source,
        recorded=datetime.fromisoformat(recorded) if recorded else None,
        entries=lines,
        broken=tuple(map(int, broken.split())),
        zone=zone,
    )


def _line(columns: Sequence[Any]) -> ReportLine:
    n, target, total, added, stage, unit, part, whole, *rest = columns
    note, evidence, preliminary, void, reason, statement = rest
    return ReportLine(
        n=n,
        target=target,
        total=None if total is None else Decimal(total),
        add=None if added is None else Decimal(added),
        part=None if part is None else Decimal(part),
        whole=None if whole is None else Decimal(whole),
        stage=stage,
        unit=unit,
        note=note,
        evidence=evidence,
        preliminary=bool(preliminary),
        void=void,
        reason=reason,
        statement=None if statement is None else decoded(statement),
    )


@lru_cache(maxsize=4096)
def day_of(text: str) -> date:
    """The day that a text is; most targets have figures of the same days."""
    return date.fromisoformat(text)
