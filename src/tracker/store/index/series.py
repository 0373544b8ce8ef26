"""The records of one target in one folder as a page, and the values that all its pages make."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from tracker.model.quantity import EXACT
from tracker.store.index.rolls import Record

_NONE = "\t"
# Behind the number of an entry that is a first figure.
_PRELIMINARY = "p"


def page_of(records: Mapping[str, Record]) -> str:
    """The page of these records, by day; each line is one field of all of them.

    The fields are the days, totals, increments, entries (without their day), the first days on which any of
    it was known (where that is another), increments without a base.
    """
    rows = [_written(day, records[day]) for day in sorted(records)]
    return "\n".join(_NONE.join(column) for column in zip(*rows, strict=True))


def records_in(page: str) -> Iterator[tuple[str, Record]]:
    """Day and record, in order. Raises ValueError for what is no page."""
    columns = (line.split(_NONE) for line in page.split("\n"))
    for day, total, add, ref, since, without in zip(*columns, strict=True):
        rest, preliminary = named(ref)
        baseless = " ".join(f"{day}-{one}" for one in without.split())
        yield day, Record(total, add, f"{day}-{rest}", since or day, preliminary, baseless)


def folded(pages: Iterable[str], baseline: Decimal | None) -> tuple[list[date], list[Decimal], list[str]]:
    """Days, the values at their ends, and the entries that set them, by the pages of a target.

    Days on which it has no value are passed over. Of an entry `named` says the name.
    """
    days: list[date] = []
    values: list[Decimal] = []
    entries: list[str] = []
    value = baseline
    for page in pages:
        columns = page.split("\n", 4)[:4]
        for day, total, add, ref in zip(*(column.split(_NONE) for column in columns), strict=True):
            if total:
                value = Decimal(total)
            elif value is None:
                continue
            if add:
                value = EXACT.add(value, Decimal(add))
            days.append(day_of(day))
            values.append(value)
            entries.append(f"{day}-{ref}")
    return days, values, entries


def named(entry: str) -> tuple[str, bool]:
    """The name of an entry of `folded`, and whether it is a first figure."""
    return (entry[:-1], True) if entry[-1] == _PRELIMINARY else (entry, False)


def baseless(records: Iterable[tuple[str, Record]]) -> Iterator[str]:
    """The increments of a target without a baseline that come before its first total."""
    for _, record in records:
        yield from record.baseless.split()
        if record.total:
            return


@lru_cache(maxsize=4096)
def day_of(text: str) -> date:
    """The day that a text is; most targets have figures of the same days."""
    return date.fromisoformat(text)


def _written(day: str, record: Record) -> tuple[str, ...]:
    begin = len(day) + 1
    return (
        day,
        record.total,
        record.add,
        record.ref[begin:] + (_PRELIMINARY if record.preliminary else ""),
        "" if record.known == day else record.known,
        " ".join(one[begin:] for one in record.baseless.split()),
    )
