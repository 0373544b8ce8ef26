"""What became of some targets by a change to the log: before and after, on one day."""

from collections.abc import Iterable
from datetime import date

from tracker.assess.assessment import Assessment, assess_target
from tracker.model.book import Book
from tracker.report import cells
from tracker.report.values import Phrase, Record
from tracker.report.view import Column, Level, Row, Table, View

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
        make_records=lambda: tuple(
            {
                "id": new.target.id,
                **_cells(old, new),
                "before": cells.actual_number(old),
                "after": cells.actual_number(new),
                "unit": new.target.unit,
            }
            for old, new in pairs
        ),
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
