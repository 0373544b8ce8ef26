"""The log in views: entries with what came of them, newest first, and the effect of a change to it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tracker.assess.assessment import Assessment, assess_target
from tracker.assess.schedule import Schedule
from tracker.model.book import Book
from tracker.model.catalogue import Target
from tracker.model.entry import Entry
from tracker.model.log import EntryFilter, EntryHistory
from tracker.model.quantity import Quantity
from tracker.report import cells
from tracker.report.scope import Scope
from tracker.report.values import Amount, Phrase, Record, Value
from tracker.report.view import Column, Level, Row, Table, View

COLUMNS = (
    Column("day"),
    Column("target_name", wraps=True),
    Column("said", right=True),
    Column("value", right=True, drop=2),
    Column("by", drop=4),
    Column("entry", drop=3),
    Column("committed_by", drop=5),
    Column("committed", drop=6),
    Column("voided", drop=1),
    Column("note", wraps=True, drop=7),
)
# The entries of one target, below its other words.
HISTORY = (
    Column("day"),
    Column("said", right=True),
    Column("value", right=True, drop=1),
    Column("expected_then", right=True, drop=4),
    Column("by", drop=2),
    Column("entry", drop=3),
    Column("committed_by", drop=6),
    Column("commit_short", drop=5),
    Column("voided", wraps=True, drop=1),
    Column("note", wraps=True, drop=7),
)


@dataclass(frozen=True, slots=True)
class CommitInfo:
    """Who put a file under version control, and when."""

    commit: str
    author: str
    when: datetime


def log(book: Book, committed: Mapping[str, CommitInfo], entry_filter: EntryFilter) -> View:
    """The entries that are wanted, newest first; `committed` is by file."""
    shown, fits = book.log.newest(entry_filter)
    catalogue = book.catalogue
    records = tuple(log_record(history, book, committed.get(history.entry.report.file)) for history in shown)
    foot = [Phrase("head.log-more", {"more": fits - len(shown)})] if fits > len(shown) else []
    notice = [Phrase("head.notice", {"notice": catalogue.notice})] if catalogue.notice else []
    cells = ({column.key: record[column.key] for column in COLUMNS} for record in records)
    rows = tuple(Row(Level.ITEM, cells=cell, struck=bool(cell["voided"])) for cell in cells)
    return View(
        name="log",
        title=catalogue.title,
        head=(Phrase("head.log", {"shown": len(shown)}), *notice),
        counts=None,
        total=len(shown),
        blocks=(Table(COLUMNS, rows),),
        foot=tuple(foot),
        facts={"notice": catalogue.notice, "entries": fits},
        items="entries",
        make_records=lambda: records,
    )


def log_record(history: EntryHistory, book: Book, committed: CommitInfo | None) -> Record:
    """Everything known of one entry: what it says, what came of it, who committed it."""
    entry, line = history.entry, history.entry.line
    target = book.catalogue.target(entry.target)
    unit = target.unit if target else ""
    return {
        "day": entry.report.date,
        "id": entry.target,
        "target_name": target.name if target else entry.target,
        "said": _said(entry, unit),
        "value": None if history.value is None else Quantity(history.value, unit),
        "by": entry.report.by,
        "source": entry.report.source,
        "recorded": entry.report.recorded.isoformat() if entry.report.recorded else None,
        "entry": entry.ref,
        "file": entry.report.file,
        "committed_by": committed.author if committed else None,
        "committed": committed.when.date() if committed else None,
        "commit": committed.commit if committed else None,
        "voided": f"{history.void.report.stem}: {history.void.line.reason}" if history.void else "",
        "note": line.note or "",
    }


def target_history(
    scope: Scope, assessment: Assessment, committed: Mapping[str, CommitInfo]
) -> Iterator[Record]:
    """What was reported up to the day, oldest first, each with what was expected on its day."""
    target = assessment.target
    superseded = _superseded(scope.log.entries(target.id, scope.as_of))
    for history in scope.log.history(target.id):
        entry = history.entry
        if entry.report.date <= scope.as_of:
            row = log_record(history, scope.book, committed.get(entry.report.file))
            commit = row["commit"]
            if not row["voided"] and entry.ref in superseded:
                row = {**row, "voided": Phrase("detail.superseded")}
            yield {
                **row,
                "expected_then": _expected(target, history),
                "commit_short": commit[:10] if isinstance(commit, str) else None,
            }


def _superseded(entries: Sequence[Entry]) -> set[str]:
    """Entries of a day of which a later total says otherwise or the same."""
    refs: set[str] = set()
    for n, entry in enumerate(entries):
        later = (other for other in entries[n + 1 :] if other.report.date == entry.report.date)
        if any(other.total is not None for other in later):
            refs.add(entry.ref)
    return refs


def _expected(target: Target, history: EntryHistory) -> Value:
    day = history.entry.report.date
    expected = Schedule(target, target.goal_on(day), target.period_on(day)).expected(day)
    return None if expected is None else Amount(expected, target.unit, level=True)


def _said(entry: Entry, unit: str) -> str:
    """What the file says: a total, an increment with its sign, a stage; in the unit it was written in."""
    line = entry.line
    if line.stage is not None:
        return line.stage
    number = line.total if line.total is not None else line.add
    sign = "+" if line.add is not None and line.add >= 0 else ""
    return f"{sign}{number:f}{line.unit or unit}"


EFFECT = (
    Column("number"),
    Column("name", wraps=True),
    Column("before", right=True, drop=1),
    Column("after", right=True),
    Column("completion", right=True, drop=3),
    Column("gap", right=True, drop=4),
    Column("signal_before", drop=2),
    Column("signal"),
)


def effect(
    before: Book, after: Book, targets: Iterable[str], day: date, head: tuple[Phrase, ...] = ()
) -> View:
    """What became of these targets, judged on `day` under the catalogue's own rule."""
    catalogue = after.catalogue
    ids = set(targets)
    pairs = [
        (
            assess_target(target, before.log, day, catalogue.profile),
            assess_target(target, after.log, day, catalogue.profile),
        )
        for target in catalogue.targets
        if target.id in ids
    ]
    rows = tuple(Row(Level.ITEM, cells=_cells(old, new)) for old, new in pairs)
    return View(
        name="effect",
        title=catalogue.title,
        head=(*head, *([Phrase("head.notice", {"notice": catalogue.notice})] if catalogue.notice else [])),
        counts=None,
        total=len(rows),
        blocks=(Table(EFFECT, rows),),
        foot=(),
        facts={"as_of": day, "notice": catalogue.notice},
        items="targets",
        make_records=lambda: tuple({"id": new.target.id, **_cells(old, new)} for old, new in pairs),
    )


def _cells(old: Assessment, new: Assessment) -> Record:
    target = new.target
    return {
        "number": target.number,
        "name": target.name,
        "before": cells.actual(old),
        "after": cells.actual(new),
        "completion": cells.completion(new),
        "gap": cells.gap(new),
        "signal_before": old.signal,
        "signal": new.signal,
    }
