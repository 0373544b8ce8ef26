"""The records of one target in one folder as a page, and the points that all its pages make."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from tracker.model.quantity import EXACT
from tracker.store.index.rolls import Record

# By day, as it stands in the page: MM-DD would do, but whole days sort and compare by themselves.
Records = Mapping[str, Record]
_NONE = "\t"


def page_of(records: Records) -> str:
    """The page of these records, by day; each line is one field of all of them."""
    days = sorted(records)
    columns = [
        days,
        *(list(field) for field in zip(*(_short(day, records[day]) for day in days), strict=True)),
    ]
    return "\n".join(_NONE.join(column) for column in columns)


def records_in(page: str) -> Iterator[tuple[str, Record]]:
    """Day and record, in order. Raises ValueError for what is no page."""
    days, totals, adds, refs, known, baseless = (line.split(_NONE) for line in page.split("\n"))
    for day, total, add, ref, since, without in zip(days, totals, adds, refs, known, baseless, strict=True):
        named = " ".join(f"{day}-{one}" for one in without.split())
        yield day, Record(total, add, f"{day}-{ref}", since or day, named)


def values(
    records: Iterable[tuple[str, Record]], baseline: Decimal | None
) -> Iterator[tuple[date, Decimal, str]]:
    """Day, value at its end and the entry that set it, of every day that has a value."""
    value = baseline
    for day, (total, add, ref, _, _) in records:
        if total:
            value = Decimal(total)
        elif value is None:
            continue
        if add:
            value = EXACT.add(value, Decimal(add))
        yield date(int(day[:4]), int(day[5:7]), int(day[8:])), value, ref


def baseless(records: Iterable[tuple[str, Record]]) -> Iterator[str]:
    """The increments of a target without a baseline that come before its first total."""
    for _, record in records:
        yield from record.baseless.split()
        if record.total:
            return


def _short(day: str, record: Record) -> Record:
    """The record without what its day says already."""
    begin = len(day) + 1
    return Record(
        record.total,
        record.add,
        record.ref[begin:],
        "" if record.known == day else record.known,
        " ".join(one[begin:] for one in record.baseless.split()),
    )
