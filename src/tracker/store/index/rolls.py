"""What the reports of one day come to: per target what they do to its value, and everything that is wrong.

A day is the unit in which the log is read again: reports of other days change nothing in it but by
withdrawing entries of it. Together the days are what model/admission.py makes of the whole log; a property
test says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from tracker.model.entry import CHINA
from tracker.model.quantity import EXACT
from tracker.model.rules.reports import report_problems
from tracker.problems import Place, Problem
from tracker.store.index.judge import ANY, PRELIMINARY, Accepted, Judge, passes
from tracker.store.index.sheet import Row, Sheet, bare, file_of

Withdrawn = Mapping[str, frozenset[int]]
NOTHING: Withdrawn = {}


class Record(NamedTuple):
    """What one day does to one target's value; numbers as text, in its unit, empty where there is none.

    After the day the value is `total`, if there is one, else what it was before; plus `add`.
    """

    total: str
    add: str
    ref: str  # the entry that counted last: stem#n
    known: str  # the first day on which any figure of this day was known, in China
    preliminary: bool = False  # whether the entry that counted last is a first figure
    baseless: str = ""  # increments before any total, where the target has no baseline: stem#n stem#n


class VoidLine(NamedTuple):
    """An entry that withdraws another, as it stands."""

    stem: str
    n: int
    names: str


class Roll(NamedTuple):
    """One day. What is withdrawn is left out of `records` only: its problems are settled later."""

    day: str
    records: dict[str, Record]
    problems: tuple[Problem, ...]
    left_out: tuple[tuple[str, int], ...]
    voids: tuple[VoidLine, ...]
    files: int
    entries: int
    future: int  # files of a day that has not come
    first_known: str  # the first and the last day on which any of it was known, in China
    last_known: str
    horizon: str  # seen from this day on, it stays what it is
    ordered: bool  # each report has the last word over earlier ones, and none says two things of a target
    baseless: tuple[str, ...]  # targets with increments that had nothing of this day to add to
    unreadable: int = 0  # files that are no reports
    form: tuple[Problem, ...] = ()  # what is wrong with the form of any file


def roll(day: str, sheets: Sequence[Sheet], judge: Judge, withdrawn: Withdrawn = NOTHING) -> Roll:
    """What these reports of `day` come to; `withdrawn` are numbers of entries by their report's name."""
    future = day > judge.now
    found = _Found([(sheet.stem, n) for sheet in sheets for n in sheet.broken])
    for sheet in sheets:
        if future or sheet.recorded[:10] > judge.now:
            found.problems += report_problems(sheet.head_of(), judge.today)
    ordered = None if future else _in_order(sheets)
    if ordered is None:
        records = _contradicting(sheets, judge, withdrawn, found, future=future)
    else:
        records = _agreeing(day, ordered, judge, withdrawn, found)
    days = sorted(map(known_day, sheets))
    return Roll(
        day=day,
        records=records,
        problems=tuple(found.problems),
        left_out=tuple(dict.fromkeys(found.left_out)),
        voids=tuple(found.voids),
        files=len(sheets),
        entries=sum(sheet.size for sheet in sheets),
        future=len(sheets) if future else 0,
        first_known=days[0] if days else day,
        last_known=days[-1] if days else day,
        horizon=max([day, *(sheet.recorded[:10] for sheet in sheets)]),
        ordered=ordered is not None,
        baseless=tuple(target for target, record in records.items() if record.baseless),
    )


class _Found:
    """What is gathered beside the records while rows are read."""

    def __init__(self, left_out: list[tuple[str, int]]) -> None:
        self.left_out = left_out
        self.problems: list[Problem] = []
        self.voids: list[VoidLine] = []


def _in_order(sheets: Sequence[Sheet]) -> list[Sheet] | None:
    """The reports by the moment they were recorded, where that alone says which figure counts last.

    So it is where each has a moment of its own and says one thing of a target: nothing can then contradict.
    """
    for sheet in sheets:
        if len({row[0] for row in sheet.rows}) != len(sheet.rows):
            return None
    if len(sheets) == 1:
        return list(sheets)
    if not all(sheet.recorded for sheet in sheets):
        return None
    moments = {sheet.known: sheet for sheet in sheets}
    return [moments[moment] for moment in sorted(moments)] if len(moments) == len(sheets) else None


def _agreeing(
    day: str, ordered: Sequence[Sheet], judge: Judge, withdrawn: Withdrawn, found: _Found
) -> dict[str, Record]:
    """The records of reports of which each later one has the last word; nearly all rows are plain totals."""
    checks = judge.open_on(day)
    records: dict[str, Record] = {}
    last: dict[str, tuple[str, str, int, bool]] = {}
    known: dict[str, str] = {}
    for sheet in ordered:
        stem, since = sheet.stem, known_day(sheet)
        gone = withdrawn.get(stem)
        for n, row in zip(sheet.numbers(), sheet.rows, strict=True):
            target = row[0]
            check = checks.get(target)
            if (
                check is not None
                and row[1] == "total"
                and not row[4]
                and (check == ANY or passes(row[2], check))
                and (gone is None or n not in gone)
            ):
                if target not in last:
                    known.setdefault(target, since)
                last[target] = row[2], stem, n, row[5] == PRELIMINARY
                continue
            accepted = _read(sheet, n, row, judge, found)
            if accepted is None or (gone is not None and n in gone):
                continue
            known.setdefault(target, since)
            if accepted.total:
                last[target] = accepted.total, stem, n, accepted.preliminary
                continue
            if target in last:
                records[target] = _total(last.pop(target), known[target], records.get(target))
            _fold(records, accepted, judge, since)
    for target, said in last.items():
        records[target] = _total(said, known[target], records.get(target))
    return records


def _total(said: tuple[str, str, int, bool], known: str, before: Record | None) -> Record:
    total, stem, n, preliminary = said
    return Record(total, "", f"{stem}#{n}", known, preliminary, before.baseless if before else "")


def _contradicting(
    sheets: Sequence[Sheet], judge: Judge, withdrawn: Withdrawn, found: _Found, *, future: bool
) -> dict[str, Record]:
    """The records where figures may contradict one another, and what only several of them together show.

    The checks are those of model/rules/reports.py.
    """
    taken: list[Accepted] = []
    for sheet in sheets:
        gone = withdrawn.get(sheet.stem, ())
        for n, row in zip(sheet.numbers(), sheet.rows, strict=True):
            if future and not row[0]:
                found.left_out.append((sheet.stem, n))
                continue
            accepted = _read(sheet, n, row, judge, found)
            if accepted is not None and future:
                found.left_out.append((sheet.stem, n))
            elif accepted is not None and n not in gone:
                taken.append(accepted)
    by_stem = {sheet.stem: sheet for sheet in sheets}
    known = {sheet.stem: sheet.known for sheet in sheets}
    records: dict[str, Record] = {}
    totals: dict[str, list[Accepted]] = {}
    seen: set[tuple[str, str]] = set()
    for item in sorted(taken, key=lambda item: (known[item.stem], not item.total, item.stem, item.n)):
        if item.total:
            totals.setdefault(item.target, []).append(item)
            if (item.target, item.stem) in seen:
                found.problems.append(_problem(item, "entry-twice", id=item.target))
                found.left_out.append((item.stem, item.n))
                continue
            seen.add((item.target, item.stem))
        _fold(records, item, judge, known_day(by_stem[item.stem]))
    for group in totals.values():
        found.problems += _unordered(group, by_stem)
    return records


def _read(sheet: Sheet, n: int, row: Row, judge: Judge, found: _Found) -> Accepted | None:
    """The figure of a row; what is wrong with it, or what it withdraws, is noted."""
    if not row[0]:
        found.voids.append(VoidLine(sheet.stem, n, bare(row[6])))
        return None
    accepted, problems = judge.taken(sheet, n, row)
    if accepted is None:
        found.problems += problems
        found.left_out.append((sheet.stem, n))
    return accepted


def _fold(records: dict[str, Record], item: Accepted, judge: Judge, known: str) -> None:
    """Let a figure have its effect on its target's record of the day."""
    before = records.get(item.target)
    ref = f"{item.stem}#{item.n}"
    if before:
        known = min(known, before.known)
    if item.total:
        baseless = before.baseless if before else ""
        records[item.target] = Record(item.total, "", ref, known, item.preliminary, baseless)
        return
    added = f"{EXACT.add(Decimal(before.add), Decimal(item.add)):f}" if before and before.add else item.add
    total, baseless = (before.total, before.baseless) if before else ("", "")
    if not total and item.target not in judge.based:
        baseless = f"{baseless} {ref}".strip()
    records[item.target] = Record(total, added, ref, known, item.preliminary, baseless)


def known_day(sheet: Sheet) -> str:
    """The day, in China, on which a report was recorded."""
    recorded = sheet.recorded
    if not recorded or recorded.endswith("+08:00"):
        return recorded[:10] or sheet.day
    return sheet.known.astimezone(CHINA).date().isoformat()


def _unordered(totals: Sequence[Accepted], by_stem: Mapping[str, Sheet]) -> Iterator[Problem]:
    """Of two different totals of one day the later recorded wins; without `recorded` none is later."""
    last = totals[-1]
    latest = by_stem[last.stem]
    for other in totals[:-1]:
        sheet = by_stem[other.stem]
        untold = not sheet.recorded or not latest.recorded or sheet.known == latest.known
        if other.stem != last.stem and Decimal(other.total) != Decimal(last.total) and untold:
            named = last if sheet.recorded else other
            facts = {"id": last.target, "day": latest.head_of().date, "one": other.stem, "two": last.stem}
            yield _problem(named, "total-unordered", **facts)


def _problem(item: Accepted, code: str, **facts: object) -> Problem:
    return Problem(code, Place(file_of(item.stem), ("entries", item.n - 1, "target")), facts)
