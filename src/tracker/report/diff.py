"""The diff view: what changed between two days, or between two revisions of the workspace."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from tracker.assess.assessment import Assessment
from tracker.assess.changes import ChangeKind, TargetChange, changed
from tracker.assess.revised import RevisionCause
from tracker.model.book import Book
from tracker.model.period import year_of
from tracker.model.quantity import Quantity
from tracker.problems import count
from tracker.report.changed import (
    adjustment_record,
    edit_records,
    figure_record,
    signal_records,
    tally,
    target_record,
)
from tracker.report.comparison import Comparison, ComparisonClock, WorkspaceVersion
from tracker.report.scope import facts as scope_facts
from tracker.report.scope import foot as scope_foot
from tracker.report.scope import terms
from tracker.report.values import Difference, Percent, Phrase, Record, Word
from tracker.report.view import Block, Column, Level, Row, Table, View

# A narrow terminal drops the columns with the highest number first.
TARGETS = (
    Column("number"),
    Column("name", wraps=True),
    Column("lead_unit", drop=9),
    Column("before", right=True, drop=3),
    Column("after", right=True, drop=2),
    Column("change", right=True, drop=6),
    Column("completion_before", right=True, drop=8),
    Column("completion", right=True, drop=5),
    Column("signal_before", drop=7),
    Column("signal"),
    Column("events", wraps=True),
)
FIGURES = (
    Column("number"),
    Column("name", wraps=True),
    Column("day", drop=1),
    Column("cause", drop=2),
    Column("before", right=True),
    Column("after", right=True),
    Column("change", right=True, drop=6),
    Column("by", drop=5),
    Column("recorded_on", drop=4),
    Column("entry", drop=7),
    Column("why", wraps=True, drop=3),
)
ADJUSTMENTS = (
    Column("number"),
    Column("name", wraps=True),
    Column("since"),
    Column("target_before", right=True, drop=1),
    Column("target", right=True),
    Column("due_before", drop=4),
    Column("due", drop=3),
    Column("document", wraps=True),
    Column("why", wraps=True, drop=5),
)
EDITS = (
    Column("number"),
    Column("name", wraps=True, drop=1),
    Column("what"),
    Column("before", wraps=True),
    Column("after", wraps=True),
)


def diff(compared: Comparison, *, everything: bool = False) -> View:
    """What changed, or with `everything` also what did not."""
    scope = compared.scope
    found = changed(compared.changes)
    shown = compared.changes if everything else found
    figures = tuple(figure_record(figure) for change in found for figure in change.figures)
    adjustments = tuple(adjustment_record(c.target, a) for c in found for a in c.adjustments)
    edits = tuple(edit_records(found, compared.edits, scope.book.catalogue))
    signals = signal_records(compared.changes)
    lists = {"signals": signals, "figures": figures, "adjustments": adjustments, "edits": edits}
    facts_ = {"count": len(shown), "changed": len(found)}
    title = Phrase("diff.title.all" if everything else "diff.title.targets", facts_)
    blocks: list[Block] = [_counts(compared, signals), _targets(compared, shown, title)]
    blocks += [_table(key, COLUMNS[key], lists[key]) for key in COLUMNS if lists[key]]
    return View(
        name="diff",
        title=scope.book.catalogue.title,
        head=tuple(head(compared)),
        counts=None,
        total=len(shown),
        blocks=tuple(blocks),
        foot=tuple(foot(compared)),
        facts={**facts(compared), **lists},
        items="targets",
        records=tuple(target_record(change) for change in shown),
    )


COLUMNS = {"figures": FIGURES, "adjustments": ADJUSTMENTS, "edits": EDITS}


def _counts(compared: Comparison, signals: Sequence[Record]) -> Table:
    """Before, after and change of each signal that occurs; every column adds up to its total."""
    now = compared.versions[1] if compared.versions else None
    labels = [version.name for version in compared.versions or ()]
    labels = labels or [compared.since.isoformat(), compared.scope.as_of.isoformat()]
    after = Column("after", right=True, label=labels[1])
    columns = (
        Column("signal"),
        Column("before", right=True, label=labels[0]),
        Column("files_now", right=True) if now and not now.commit else after,
        Column("change", right=True),
    )
    rows = [
        Row(Level.ITEM, cells=_count(record)) for record in signals if record["before"] or record["after"]
    ]
    sums = {key: sum(int(str(record[key])) for record in signals) for key in ("before", "after", "change")}
    rows.append(Row(Level.TOTAL, cells=_count({"signal": Word("diff", "total"), **sums})))
    remark = Phrase("diff.tally", tally(compared.changes)) if changed(compared.changes) else None
    return Table(columns, tuple(rows), title=Phrase("diff.title.counts"), remark=remark)


def _count(record: Record) -> Record:
    difference = record["change"]
    change = Difference(Decimal(difference), "") if isinstance(difference, int) and difference else None
    return {**record, "files_now": record["after"], "change": change}


def _targets(compared: Comparison, shown: Sequence[TargetChange], title: Phrase) -> Table:
    rows = tuple(Row(Level.ITEM, cells=_cells(change)) for change in shown)
    none = "diff.none-of-targets" if compared.edits else "diff.none"
    empty = Phrase(none if compared.changes else "table.empty")
    return Table(TARGETS, rows, title=title if rows else None, empty=empty)


def _cells(change: TargetChange) -> Record:
    record = target_record(change)
    before, after, target = change.before, change.after, change.target
    return {
        **{column.key: record[column.key] for column in TARGETS},
        "before": None
        if before is None or before.actual is None
        else Quantity(before.actual, before.target.unit),
        "after": None if after is None or after.actual is None else Quantity(after.actual, target.unit),
        "change": Difference(change.moved, target.unit) if change.moved else None,
        "signal_before": before.signal if before and (change.signal_changed or not after) else None,
        "events": _told(change),
    }


def _actual(assessment: Assessment | None) -> Quantity | None:
    if assessment is None or assessment.actual is None:
        return None
    return Quantity(assessment.actual, assessment.target.unit)


def _told(change: TargetChange) -> tuple[Word, ...]:
    """What happened; a new value tells itself. Of what did not change, whether a figure came at all."""
    if not change.kinds:
        return (Word("change", "reported" if change.reported else "none"),)
    return tuple(
        Word("change", _named(kind, change)) for kind in change.kinds if kind is not ChangeKind.VALUE
    )


def _named(kind: ChangeKind, change: TargetChange) -> str:
    """What happened, said so that better and worse are told apart."""
    return "eased" if kind is ChangeKind.TURNED_YELLOW and change.course > 0 else kind.value


_REMARKS = {"adjustments": "diff.adjusted"}


def _table(key: str, columns: tuple[Column, ...], records: Sequence[Record]) -> Table:
    rows = tuple(Row(Level.ITEM, cells={c.key: record[c.key] for c in columns}) for record in records)
    remark = _REMARKS.get(key)
    if any(record.get("cause") == Word("cause", RevisionCause.CARRIED.value) for record in records):
        remark = "diff.carried"
    title = Phrase(f"diff.title.{key}", {"count": len(rows)})
    return Table(columns, rows, title=title, remark=Phrase(remark) if remark else None)


def head(compared: Comparison) -> Iterator[Phrase]:
    """What stands above: from where to where, by which clock, under which rule."""
    scope, since = compared.scope, compared.since
    year, day = scope.book.catalogue.year, scope.as_of
    then, now = (Percent(year_of(year).elapsed(each)) for each in (since, day))
    if compared.versions:
        before, after = map(_version, compared.versions)
        yield Phrase("diff.revisions", {"before": before, "after": after})
        yield Phrase("diff.one-day", {"day": day, "year": year, "elapsed": now})
    else:
        yield Phrase("diff.days", {"since": since, "until": day, "year": year, "then": then, "now": now})
        yield Phrase(f"diff.clock.{compared.clock.value}")
    for each in dict.fromkeys((since, day)):
        if each < date(year, 1, 1):
            yield Phrase("diff.year-ahead", {"day": each, "year": year})
        if each > date(year, 12, 31):
            yield Phrase("diff.year-over", {"day": each, "year": year})
    if scope.known_on and compared.clock is not ComparisonClock.KNOWN:
        yield Phrase("head.known-on", {"day": scope.known_on})
    rules = [book.catalogue.profile for book in (compared.before, scope.book)]
    if rules[0] != rules[1] and scope.profile == rules[1]:
        yield Phrase("diff.own-rules", {"before": rules[0].name, "after": rules[1].name})
    yield from terms(scope)


def _version(version: WorkspaceVersion) -> Phrase:
    if version.commit is None or version.day is None:
        return Phrase("diff.files")
    named = version.name.startswith(version.commit)
    key = "diff.commit" if named else "diff.version"
    return Phrase(key, {"name": version.name, "commit": version.commit, "day": version.day})


def foot(compared: Comparison) -> Iterator[Phrase]:
    """What stands below: how much was read on each side, and how much of it could not be used."""
    if compared.versions is None:
        yield from scope_foot(compared.scope.book)
        return
    for version, book in zip(compared.versions, (compared.before, compared.scope.book), strict=True):
        side = Phrase("diff.files") if version.commit is None else version.name
        read, left_out = _read(book)
        yield Phrase("diff.read", {"side": side, **read})
        if book.problems:
            yield Phrase("diff.problems", {"side": side, "problems": count(book.problems), **left_out})


def _read(book: Book) -> tuple[Record, Record]:
    tally_ = book.tally
    return (
        {"files": tally_.files, "entries": tally_.entries},
        {"files": tally_.files_left_out, "entries": tally_.entries_left_out},
    )


def facts(compared: Comparison) -> Record:
    """What machines read of head and foot."""
    versions = compared.versions or (None, None)
    return {
        **scope_facts(compared.scope),
        "since": compared.since,
        "clock": compared.clock.value,
        "revision_before": versions[0].name if versions[0] else None,
        "commit_before": versions[0].commit if versions[0] else None,
        "revision": versions[1].name if versions[1] else None,
        "commit": versions[1].commit if versions[1] else None,
        "files_before": compared.before.tally.files,
        "entries_before": compared.before.tally.entries,
        **{f"changed_{key}": number for key, number in tally(compared.changes).items()},
    }
