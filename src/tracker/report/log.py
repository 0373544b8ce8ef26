"""The log view: what was reported, newest first, with its effect and who committed it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from tracker.model.book import Book
from tracker.model.entry import Entry
from tracker.model.log import History, Wanted
from tracker.model.quantity import Quantity
from tracker.report.values import Phrase, Record
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


@dataclass(frozen=True, slots=True)
class Committed:
    """Who put a file under version control, and when."""

    commit: str
    author: str
    when: datetime


def log(book: Book, committed: Mapping[str, Committed], wanted: Wanted) -> View:
    """The entries that are wanted, newest first; `committed` is by file."""
    shown, fits = book.log.newest(wanted)
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
        records=records,
    )


def log_record(history: History, book: Book, committed: Committed | None) -> Record:
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


def _said(entry: Entry, unit: str) -> str:
    """What the file says: a total, an increment with its sign, a stage; in the unit it was written in."""
    line = entry.line
    if line.stage is not None:
        return line.stage
    number = line.total if line.total is not None else line.add
    sign = "+" if line.add is not None and line.add >= 0 else ""
    return f"{sign}{number:f}{line.unit or unit}"
