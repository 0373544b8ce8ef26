"""What a sync brought and took, and where both sides changed the catalogue."""

from collections.abc import Iterable, Iterator, Sequence

from tracker.assess.edits import Edit, catalogue_edits, target_edits
from tracker.model.book import Book
from tracker.model.catalogue import Catalogue, Target
from tracker.report.attribution import Attributions
from tracker.report.changed import edited_value
from tracker.report.log import COLUMNS, log_entry
from tracker.report.values import Phrase, Record, Value, Word
from tracker.report.view import Column, Level, Row, Table, View

FEW = 40  # entries that came are listed; of more the newest
CONFLICT = (
    Column("number"),
    Column("name", wraps=True),
    Column("what"),
    Column("base", wraps=True),
    Column("here", wraps=True),
    Column("there", wraps=True),
)

_Sides = tuple[Target | None, Target | None, Target | None]  # before, here, there


def exchanged(
    book: Book, attributions: Attributions, came: Sequence[str], went: Sequence[str], notes: Sequence[Phrase]
) -> View:
    """Who reported what in the reports that came, newest first, and how many went; by their paths."""
    files = frozenset(came)
    entries = [
        log_entry(history, book, attributions)
        for history in reversed(book.log.history())
        if history.entry.report.file in files
    ]
    shown = entries[:FEW]
    more = [Phrase("sync.more", {"more": len(entries) - FEW})] if len(entries) > FEW else []
    head = (
        Phrase("sync.came", {"reports": len(came), "entries": len(entries)}),
        Phrase("sync.went", {"reports": len(went)}),
    )
    notice = [Phrase("head.notice", {"notice": book.catalogue.notice})] if book.catalogue.notice else []
    return View(
        name="sync",
        title=book.catalogue.title,
        head=(*head, *notice),
        counts=None,
        total=len(shown),
        blocks=(Table(COLUMNS, tuple(entry.row for entry in shown)),) if shown else (),
        foot=(*more, *notes),
        facts={"came": tuple(came), "went": tuple(went), "entries": len(entries)},
        items="entries",
        make_records=lambda: tuple(entry.record for entry in entries),
    )


def conflict(before: Book, here: Book, there: Book) -> View:
    """What both sides changed of the catalogue, target by target: how it was, is here, and is there."""
    records = tuple(_records(before.catalogue, here.catalogue, there.catalogue))
    rows = tuple(Row(Level.ITEM, cells=record) for record in records)
    return View(
        name="sync-conflict",
        title=here.catalogue.title,
        head=(Phrase("sync.conflict"),),
        counts=None,
        total=len(rows),
        blocks=(Table(CONFLICT, rows),),
        foot=(),
        facts={},
        items="edits",
        make_records=lambda: records,
    )


def _records(before: Catalogue, here: Catalogue, there: Catalogue) -> Iterator[Record]:
    """One record for each thing that reads otherwise on a side, in the order of the catalogue."""
    yield from _compared(
        "", (None, None, None), catalogue_edits(before, here), catalogue_edits(before, there)
    )
    targets = (target for catalogue in (here, there, before) for target in catalogue.targets)
    for name in dict.fromkeys(target.id for target in targets):
        yield from _of_target((before.target(name), here.target(name), there.target(name)))


def _of_target(sides: _Sides) -> Iterator[Record]:
    base, here, there = sides
    if base and here and there:
        yield from _compared(here.name, sides, _edits(base, here), _edits(base, there))
    elif named := here or there:
        said = [Word("sync_side", "there" if side else "not-there") for side in sides]
        yield _record(named.number, named.name, "target_itself", said)


def _compared(
    name: str, targets: _Sides, edits_here: Iterable[Edit], edits_there: Iterable[Edit]
) -> Iterator[Record]:
    """Each thing that one side edited or both did, with how it was and is on either side."""
    here, there = ({(edit.number, edit.what): edit for edit in edits} for edits in (edits_here, edits_there))
    base_target, here_target, there_target = targets
    for key in dict.fromkeys((*here, *there)):
        one, other = here.get(key), there.get(key)
        edit = one or other
        if edit is None:
            continue
        base = edited_value(edit, edit.old, base_target)
        values = (
            base,
            edited_value(one, one.new, here_target) if one else base,
            edited_value(other, other.new, there_target) if other else base,
        )
        yield _record(edit.number, name, edit.what, values)


def _edits(base: Target, side: Target) -> Iterator[Edit]:
    """What a side edited of a target, new adjustments among it."""
    yield from target_edits(base, side)
    for adjustment in side.adjustments:
        if adjustment not in base.adjustments:
            yield Edit("adjusted", None, adjustment, side.number)


def _record(number: str, name: str, what: str, values: Sequence[Value]) -> Record:
    base, here, there = values
    return {
        "number": number,
        "name": name,
        "what": Word("edit", what),
        "base": base,
        "here": here,
        "there": there,
    }
