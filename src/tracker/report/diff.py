"""The diff view: what changed between two days, or between two revisions of the workspace."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from tracker.assess.assessment import Assessment
from tracker.assess.changes import ChangeKind, TargetChange, changed
from tracker.assess.revised import RevisionCause
from tracker.model.book import Book
from tracker.model.period import year_of
from tracker.model.quantity import Quantity
from tracker.problems import count
from tracker.report import cells
from tracker.report.changed import (
    adjustment_record,
    edit_records,
    figure_record,
    signal_records,
    tally,
    target_record,
)
from tracker.report.comparison import Comparison, ComparisonClock, WorkspaceVersion
from tracker.report.scope import facts, foot, terms
from tracker.report.values import Amount, Difference, Percent, Phrase, Record, Value, Word
from tracker.report.view import Block, Column, Level, Row, Table, View

# A narrow terminal drops the columns with the highest number first.
TARGETS = (
    Column("number"),
    Column("name", wraps=True),
    Column("lead_unit", drop=9),
    Column("before", right=True, drop=2, late=True),
    Column("after", right=True, drop=1, late=True),
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


def diff(comparison: Comparison, *, everything: bool = False) -> View:
    """What changed, or with `everything` also what did not."""
    scope = comparison.scope
    changes = changed(comparison.changes)
    shown = comparison.changes if everything else changes
    figures = tuple(figure_record(figure) for change in changes for figure in change.figures)
    adjustments = tuple(adjustment_record(c.target, a) for c in changes for a in c.adjustments)
    edits = tuple(edit_records(changes, comparison.edits, scope.book.catalogue))
    signals = signal_records(comparison.changes)
    lists = {"signals": signals, "figures": figures, "adjustments": adjustments, "edits": edits}
    counts = {"count": len(shown), "changed": len(changes)}
    title = Phrase("diff.title.all" if everything else "diff.title.targets", counts)
    blocks: list[Block] = [_counts(comparison, signals), _targets(comparison, shown, title)]
    blocks += [
        _table(key, COLUMNS[key], tuple(map(_CELLS[key], lists[key]))) for key in COLUMNS if lists[key]
    ]
    return View(
        name="diff",
        title=scope.book.catalogue.title,
        head=tuple(_head(comparison)),
        counts=None,
        total=len(shown),
        blocks=tuple(blocks),
        foot=tuple(_foot(comparison)),
        facts={**_facts(comparison), **lists},
        items="targets",
        make_records=lambda: tuple(target_record(change) for change in shown),
    )


COLUMNS = {"figures": FIGURES, "adjustments": ADJUSTMENTS, "edits": EDITS}


def _counts(comparison: Comparison, signals: Sequence[Record]) -> Table:
    """Before, after and change of each signal that occurs; every column adds up to its total."""
    now = comparison.versions[1] if comparison.versions else None
    labels = [version.name for version in comparison.versions or ()]
    labels = labels or [comparison.since.isoformat(), comparison.scope.as_of.isoformat()]
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
    remark = Phrase("diff.tally", tally(comparison.changes)) if changed(comparison.changes) else None
    return Table(columns, tuple(rows), title=Phrase("diff.title.counts"), remark=remark)


def _count(record: Record) -> Record:
    difference = record["change"]
    change = Difference(Decimal(difference), "") if isinstance(difference, int) and difference else None
    return {**record, "files_now": record["after"], "change": change}


def _targets(comparison: Comparison, shown: Sequence[TargetChange], title: Phrase) -> Table:
    rows = tuple(Row(Level.ITEM, cells=_cells(change)) for change in shown)
    none = "diff.none-of-targets" if comparison.edits else "diff.none"
    empty = Phrase(none if comparison.changes else "table.empty")
    return Table(TARGETS, rows, title=title if rows else None, empty=empty)


def _cells(change: TargetChange) -> Record:
    record = target_record(change)
    before, after, target = change.before, change.after, change.target
    return {
        **{column.key: record[column.key] for column in TARGETS},
        "before": _actual(before),
        "after": _actual(after),
        "change": Difference(change.moved, target.unit) if change.moved else None,
        "signal_before": before.signal if before and (change.signal_changed or not after) else None,
        "events": _told(change),
    }


def _actual(assessment: Assessment | None) -> Quantity | Amount | None:
    return cells.actual(assessment) if assessment else None


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


def _revised_cells(record: Record) -> Record:
    """A figure that was revised, for people: its numbers with their units."""
    units = {"before": record["unit_before"], "after": record["unit"]}
    return {**record, **{key: _quantity(record[key], unit) for key, unit in units.items()}}


def _quantity(value: Value, unit: Value) -> Quantity | Amount | None:
    if isinstance(value, Amount):
        return value
    return Quantity(value, str(unit)) if isinstance(value, Decimal) else None


def _adjusted_cells(record: Record) -> Record:
    """A goal that was adjusted, for people: as it reads."""
    return {**record, "target_before": record["target_text_before"], "target": record["target_text"]}


_CELLS: Mapping[str, Callable[[Record], Record]] = {
    "figures": _revised_cells,
    "adjustments": _adjusted_cells,
    "edits": lambda record: record,
}
_REMARKS = {"adjustments": "diff.adjusted"}


def _table(key: str, columns: tuple[Column, ...], records: Sequence[Record]) -> Table:
    rows = tuple(Row(Level.ITEM, cells={c.key: record[c.key] for c in columns}) for record in records)
    remark = _REMARKS.get(key)
    if any(record.get("cause") == Word("cause", RevisionCause.CARRIED.value) for record in records):
        remark = "diff.carried"
    title = Phrase(f"diff.title.{key}", {"count": len(rows)})
    return Table(columns, rows, title=title, remark=Phrase(remark) if remark else None)


def _head(comparison: Comparison) -> Iterator[Phrase]:
    """What stands above: from where to where, by which clock, under which rule."""
    scope, since = comparison.scope, comparison.since
    year, day = scope.book.catalogue.year, scope.as_of
    elapsed_before, elapsed_after = (Percent(year_of(year).elapsed(each)) for each in (since, day))
    if comparison.versions:
        before, after = map(_version, comparison.versions)
        yield Phrase("diff.revisions", {"before": before, "after": after})
        yield Phrase("diff.one-day", {"day": day, "year": year, "elapsed": elapsed_after})
    else:
        yield Phrase(
            "diff.days",
            {"since": since, "until": day, "year": year, "then": elapsed_before, "now": elapsed_after},
        )
        yield Phrase(f"diff.clock.{comparison.clock.value}")
    for each in dict.fromkeys((since, day)):
        if each < date(year, 1, 1):
            yield Phrase("diff.year-ahead", {"day": each, "year": year})
        if each > date(year, 12, 31):
            yield Phrase("diff.year-over", {"day": each, "year": year})
    if scope.known_on and comparison.clock is not ComparisonClock.KNOWN:
        yield Phrase("head.known-on", {"day": scope.known_on})
    rules = [book.catalogue.profile for book in (comparison.before, scope.book)]
    if rules[0] != rules[1] and scope.profile == rules[1]:
        yield Phrase("diff.own-rules", {"before": rules[0].name, "after": rules[1].name})
    yield from terms(scope)


def _version(version: WorkspaceVersion) -> Phrase:
    if version.commit is None or version.day is None:
        return Phrase("diff.files")
    is_commit = version.name.startswith(version.commit)
    key = "diff.commit" if is_commit else "diff.version"
    return Phrase(key, {"name": version.name, "commit": version.commit, "day": version.day})


def _foot(comparison: Comparison) -> Iterator[Phrase]:
    """What stands below: how much was read on each side, and how much of it could not be used."""
    if comparison.versions is None:
        yield from foot(comparison.scope)
        return
    for version, book in zip(comparison.versions, (comparison.before, comparison.scope.book), strict=True):
        side = Phrase("diff.files") if version.commit is None else version.name
        read, left_out = _read(book)
        yield Phrase("diff.read", {"side": side, **read})
        if book.problems:
            yield Phrase("diff.problems", {"side": side, "problems": count(book.problems), **left_out})


def _read(book: Book) -> tuple[Record, Record]:
    counts = book.tally
    return (
        {"files": counts.files, "entries": counts.entries},
        {"files": counts.files_left_out, "entries": counts.entries_left_out},
    )


def _facts(comparison: Comparison) -> Record:
    """What machines read of head and foot."""
    versions = comparison.versions or (None, None)
    return {
        **facts(comparison.scope),
        "since": comparison.since,
        "clock": comparison.clock.value,
        "revision_before": versions[0].name if versions[0] else None,
        "commit_before": versions[0].commit if versions[0] else None,
        "revision": versions[1].name if versions[1] else None,
        "commit": versions[1].commit if versions[1] else None,
        "files_before": comparison.before.tally.files,
        "entries_before": comparison.before.tally.entries,
        **{f"changed_{key}": number for key, number in tally(comparison.changes).items()},
    }
