"""The log in views: entries with what came of them, newest first, and what was replied beside them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tracker.assess.assessment import Assessment
from tracker.assess.schedule import schedule_on
from tracker.model.book import Book
from tracker.model.catalogue import Target
from tracker.model.entry import Entry, Stated, Verdict, Void
from tracker.model.entry_history import EntryFilter, EntryHistory
from tracker.model.exact import counted_text
from tracker.model.log_protocol import Log
from tracker.model.quantity import Quantity
from tracker.model.supervision import Reply
from tracker.report import cells
from tracker.report.attribution import (
    Attribution,
    Attributions,
    Origin,
    attribution_cells,
    attribution_record,
    short,
)
from tracker.report.replies import LOGGED, reply_record
from tracker.report.scope import Scope, ViewOptions
from tracker.report.values import Amount, Phrase, Record, Value, Word
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
    Column("entry_status", drop=2),
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
    Column("entry_status", drop=2),
    Column("note", wraps=True, drop=7),
)


def log(book: Book, attributions: Attributions, entry_filter: EntryFilter, options: ViewOptions) -> View:
    """The entries that are wanted, newest first; `options` say how the book is looked at."""
    shown, fits = book.log.newest(entry_filter)
    catalogue = book.catalogue
    entries = tuple(log_entry(history, book, attributions) for history in shown)
    replies = tuple(map(reply_record, replies_wanted(book.log, entry_filter)))
    foot = [Phrase("head.log-more", {"more": fits - len(shown)})] if fits > len(shown) else []
    notice = [Phrase("head.notice", {"notice": catalogue.notice})] if catalogue.notice else []
    looked = [Phrase("head.known-on", {"day": options.known_on})] if options.known_on else []
    looked += [Phrase("head.verified-only")] if options.verified_only else []
    return View(
        name="log",
        title=catalogue.title,
        head=(Phrase("head.log", {"shown": len(shown)}), *looked, *notice),
        counts=None,
        total=len(shown),
        blocks=(
            Table(COLUMNS, tuple(entry.row for entry in entries)),
            *(_logged(replies, book) if replies else ()),
        ),
        foot=(*foot, *cut_off(entries)),
        facts={"notice": catalogue.notice, "known_on": options.known_on, "replies": replies, "entries": fits},
        items="entries",
        make_records=lambda: tuple(entry.record for entry in entries),
    )


def replies_wanted(log: Log, wanted: EntryFilter) -> list[Stated[Reply]]:
    """The newest replies that are wanted, newest first."""
    replies = log.replies(None, wanted.until or date.max)
    found = [reply for reply in reversed(replies) if wanted.takes(reply)]
    return found[: wanted.limit] if wanted.limit else found


def _logged(replies: Sequence[Record], book: Book) -> Iterator[Table]:
    names = {target.id: target.name for target in book.catalogue.targets}
    rows = tuple(
        Row(Level.ITEM, cells={**reply, "target_name": names.get(str(reply["id"]), "")}) for reply in replies
    )
    yield Table(LOGGED, rows, Phrase("log.replies", {"count": len(rows)}))


@dataclass(frozen=True, slots=True)
class LogEntry:
    """An entry with everything known of it, what git tells of its file, and what it says for people."""

    record: Record
    attribution: Attribution | None
    said: str

    @property
    def row(self) -> Row:
        """The entry for people."""
        value, unit = self.record["value"], str(self.record["unit"])
        cells = {
            **self.record,
            **attribution_cells(self.attribution),
            "said": self.said,
            "value": Quantity(value, unit) if isinstance(value, Decimal) else value,
            "entry_status": self._status,
        }
        return Row(Level.ITEM, cells=cells, struck=bool(self.record["voided"]))

    @property
    def _status(self) -> Value:
        """Who verified or returned it; blank where there is nothing to say of it but that it is there."""
        status, by = self.record["entry_status"], self.record["judged_by"]
        if status in {Word("figure", "unverified"), Word("figure", "void")}:
            return ""
        return Phrase("figure.by", {"status": status, "by": by}) if by else status


def log_entry(history: EntryHistory, book: Book, attributions: Attributions) -> LogEntry:
    """The entry beside what is known of its commit."""
    attribution = attributions.get(history.entry.report.file)
    target = book.catalogue.target(history.entry.target)
    said = _said(history.entry, target.unit if target else "")
    return LogEntry(log_record(history, book, attribution), attribution, said)


def cut_off(entries: Iterable[LogEntry]) -> Iterator[Phrase]:
    """The remark that the commits of some entries are older than the history at hand."""
    count = sum(1 for e in entries if e.attribution and e.attribution.origin is Origin.CUT_OFF)
    if count:
        yield Phrase("foot.cut-off", {"count": count})


def log_record(history: EntryHistory, book: Book, attribution: Attribution | None) -> Record:
    """Everything known of one entry: what it says, what came of it, who committed it."""
    entry, line = history.entry, history.entry.line
    target = book.catalogue.target(entry.target)
    unit = target.unit if target else ""
    return {
        "day": entry.report.date,
        "id": entry.target,
        "target_name": target.name if target else entry.target,
        "total_written": line.total,
        "add_written": line.add,
        "part_written": line.part,
        "whole_written": line.whole,
        "stage_written": line.stage,
        "unit_written": (line.unit or unit) if line.stage is None and line.part is None else None,
        "value": cells.number(history.value, unit),
        "unit": unit,
        "by": entry.report.by,
        "source": entry.report.source,
        "recorded": entry.report.recorded.isoformat() if entry.report.recorded else None,
        "entry": entry.ref,
        "file": entry.report.file,
        **attribution_record(attribution),
        "voided": f"{history.void.report.stem}: {history.void.line.reason}" if history.void else "",
        "entry_status": entry_status(history),
        **verdict_record(history.verdict),
        "note": line.note or "",
    }


def entry_status(history: EntryHistory) -> Word:
    """Whether an entry is void, returned, verified, a first figure, or none of these."""
    if isinstance(history.void, Void):
        return Word("figure", "void")
    if history.verdict:
        return Word("figure", "verified" if history.verdict.statement.verified else "returned")
    return Word("figure", "first" if history.entry.preliminary else "unverified")


def verdict_record(verdict: Verdict | None) -> Record:
    """What a second unit said last of an entry."""
    return {
        "judged_by": verdict.report.by if verdict else None,
        "verdict": verdict.ref if verdict else None,
        "verdict_reason": verdict.line.reason if verdict else None,
    }


def target_history(scope: Scope, assessment: Assessment, attributions: Attributions) -> Iterator[LogEntry]:
    """What was reported up to the day, oldest first, each with what was expected on its day."""
    target = assessment.target
    superseded = _superseded(scope.log.entries(target.id, scope.as_of), assessment)
    for history in scope.log.history(target.id):
        entry = history.entry
        if entry.report.date <= scope.as_of:
            found = log_entry(history, scope.book, attributions)
            commit = found.attribution.commit if found.attribution else None
            record = {
                **found.record,
                "expected_then": _expected(target, history),
                "commit_short": short(commit) if commit else None,
            }
            if not record["voided"] and entry.ref in superseded:
                record["voided"] = superseded[entry.ref]
            yield replace(found, record=record)


def _superseded(entries: Sequence[Entry], assessment: Assessment) -> dict[str, Phrase]:
    """Entries of a day that a later total took the place of: a correction, or what another unit says."""
    disputed = {point.day for point in assessment.points if point.disputed}
    last = {entry.report.date: entry for entry in entries if entry.total is not None}
    phrases: dict[str, Phrase] = {}
    for entry in entries:
        final = last.get(entry.report.date)
        if final is None or final.order <= entry.order:
            continue
        by, value = final.report.by, cells.figure(final.total or Decimal(0), assessment.target.unit)
        if entry.report.date in disputed and by != entry.report.by:
            phrases[entry.ref] = Phrase("detail.conflicting", {"by": by, "value": value})
        else:
            phrases[entry.ref] = Phrase("detail.superseded")
    return phrases


def _expected(target: Target, history: EntryHistory) -> Value:
    day = history.entry.report.date
    expected = schedule_on(target, day).expected(day)
    if expected is None:
        return None
    reported = () if history.value is None else (Fraction(history.value),)
    return Amount(expected, target.unit, level=True, limits=reported)


def _said(entry: Entry, unit: str) -> str:
    """What the file says: a total, an increment with its sign, a counted share, a stage; in its own unit."""
    line = entry.line
    if line.stage is not None:
        return line.stage
    if entry.counted:
        return counted_text(*entry.counted)
    number = line.total if line.total is not None else line.add
    sign = "+" if line.add is not None and line.add >= 0 else ""
    return f"{sign}{number:f}{line.unit or unit}"
