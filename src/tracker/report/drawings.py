"""What a workbook draws beside the list of targets: how many of each signal, the worst, and the trend."""

from collections.abc import Iterator

from tracker.assess.signal import Signal
from tracker.assess.summary import summarize
from tracker.report import cells
from tracker.report.answers import CLASSES, WORST, compared, lagging_of, past, trend_of
from tracker.report.scope import Scope
from tracker.report.standing import now
from tracker.report.values import Phrase, Record
from tracker.report.view import Column, Drawing, Level, Row, Table


def drawings(scope: Scope) -> Iterator[Drawing]:
    """The drawings of the targets shown."""
    counts = summarize(scope.shown).counts
    yield _drawing(
        "counts", ("signal", "targets"), [{"signal": s, "targets": counts[s]} for s in Signal], "columns"
    )
    before = past(scope)
    worst = (now(change) for change in lagging_of(compared(scope, before[-1]))[:WORST])
    rows: list[Record] = [{"name": found.target.name, "lead": cells.lead(found)} for found in worst]
    if rows:
        yield _drawing("worst", ("name", "lead"), rows, "bars")
    trend = trend_of(scope, before)
    days: list[Record] = [{"day": each.day, **{c: each.of(c) for c in CLASSES}} for each in trend]
    yield _drawing("trend", ("day", *CLASSES), days, "lines")


def _drawing(key: str, columns: tuple[str, ...], rows: list[Record], shape: str) -> Drawing:
    table = Table(
        tuple(Column(column, right=n > 0) for n, column in enumerate(columns)),
        tuple(Row(Level.ITEM, cells=row) for row in rows),
    )
    return Drawing(table, Phrase(f"drawing.{key}"), shape)
