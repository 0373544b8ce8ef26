"""The effect of a change to the log: each target it touches, before and after."""

from collections.abc import Iterable
from datetime import date

from tracker.assess.assessment import Assessment, assess_target
from tracker.model.book import Book
from tracker.model.quantity import Quantity
from tracker.report.values import Percent, Phrase, Record, Shortfall
from tracker.report.view import Column, Level, Row, Table, View

COLUMNS = (
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
    touched = set(targets)
    pairs = [
        (
            assess_target(target, before.log, day, catalogue.profile),
            assess_target(target, after.log, day, catalogue.profile),
        )
        for target in catalogue.targets
        if target.id in touched
    ]
    rows = tuple(Row(Level.ITEM, cells=_cells(old, new)) for old, new in pairs)
    return View(
        name="effect",
        title=catalogue.title,
        head=(*head, *([Phrase("head.notice", {"notice": catalogue.notice})] if catalogue.notice else [])),
        counts=None,
        total=len(rows),
        blocks=(Table(COLUMNS, rows),),
        foot=(),
        facts={"as_of": day, "notice": catalogue.notice},
        items="targets",
        records=tuple({"id": new.target.id, **_cells(old, new)} for old, new in pairs),
    )


def _cells(old: Assessment, new: Assessment) -> Record:
    target = new.target
    return {
        "number": target.number,
        "name": target.name,
        "before": None if old.actual is None else Quantity(old.actual, target.unit),
        "after": None if new.actual is None else Quantity(new.actual, target.unit),
        "completion": None if new.completion is None else Percent(new.completion),
        "gap": None if new.gap is None else Shortfall(new.gap, target.unit),
        "signal_before": old.signal,
        "signal": new.signal,
    }
