"""A measure as it stands in the text, and measures that are rows of a table."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.draft.headings import ColumnKind
from tracker.draft.layout import Block
from tracker.draft.owners import OwnerClause, units_between
from tracker.draft.text import Range, SourceText

# A cell that holds a number and no sentence.
_VALUE = re.compile(
    r"[<>≥≤=约]*(?:不低于|不少于|超过|不超过)?[-+]?\d[\d.,]*[万亿]?[%‰]?(?:-+\d[\d.]*%?)?(?:以上|左右|以内|以下)?"
)
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class TableValue:
    """An indicator of a table: where its name, its unit and its number stand."""

    name: Range
    unit: Range | None
    value: Range


@dataclass(frozen=True, slots=True)
class MeasurePassage:
    """One measure as it stands in the text, before its sentences are read: ranges of SourceText.text."""

    number: int
    title: str
    heading: Range
    body: tuple[Range, ...]
    owner_clauses: tuple[OwnerClause, ...]
    section: str
    due: Range | None = None  # the cell that names the deadline
    table_values: tuple[TableValue, ...] = ()

    @property
    def units(self) -> tuple[str, ...]:
        """The responsible units, the leading one first."""
        return tuple(dict.fromkeys(unit for clause in self.owner_clauses for unit in clause.units))

    def spoken(self) -> Iterator[Range]:
        """The ranges of its body without the clauses that name who is responsible; both are in order."""
        return without_clauses(self.body, self.owner_clauses)


def without_clauses(body: Sequence[Range], clauses: Sequence[OwnerClause]) -> Iterator[Range]:
    """What is left of these ranges without the clauses that name who is responsible; both are in order."""
    n = 0
    for start, end in body:
        at = start
        while n < len(clauses) and clauses[n].start < end:
            clause = clauses[n]
            if at < clause.start:
                yield at, clause.start
            at = max(at, min(clause.end, end))
            if clause.end > end:
                break
            n += 1
        if at < end:
            yield at, end


def measures_of_rows(source: SourceText, blocks: Sequence[Block]) -> tuple[list[MeasurePassage], set[Block]]:
    """The measures among the rows of all tables, and the rows they are made of."""
    measures: list[MeasurePassage] = []
    rows: set[Block] = set()
    section, before, heading = "", None, ""
    for block in blocks:
        if not block.cells:
            before, section = section, source.text[block.body : block.end]
            if block.mark:  # a heading between two rows
                heading, before = section, None
            continue
        if before is not None:
            heading, before = before, None
        measure = _of_row(source, block, heading)
        if measure is None:
            continue
        rows.add(block)
        columns = {column for column, _, _ in block.cells}
        if measures and measures[-1].number and not columns & {ColumnKind.NUMBER, ColumnKind.TITLE}:
            measures[-1] = _together(measures[-1], measure)
        else:
            measures.append(measure)
    return measures, rows


def _of_row(source: SourceText, block: Block, section: str) -> MeasurePassage | None:
    cells: dict[ColumnKind, list[Range]] = defaultdict(list)
    for column, start, end in block.cells:
        cells[column].append((start, end))
    titles = [*cells[ColumnKind.TITLE], *cells[ColumnKind.TEXT]]
    values = cells[ColumnKind.VALUE]
    if not titles and not values:
        return None
    title, rest = (titles[0], titles[1:]) if titles else (values[0], [])
    unit = next(iter(cells[ColumnKind.UNIT]), None)
    name = rest[-1] if rest else title
    numbers = [cell for cell in values if _VALUE.fullmatch(source.text, *cell)]
    texts = sorted(cell for cell in (*rest, *values) if not _VALUE.fullmatch(source.text, *cell))
    return MeasurePassage(
        number=_number(source, cells[ColumnKind.NUMBER]),
        title=source.text[slice(*title)][:_LONGEST_TITLE].strip("。；，"),
        heading=title,
        body=tuple(texts) or (() if numbers else (title,)),
        owner_clauses=tuple(
            OwnerClause(start, end, units_between(source, start, end))
            for start, end in cells[ColumnKind.OWNERS]
        ),
        section=section if len(section) <= _LONGEST_TITLE and "。" not in section else "",
        due=next(iter(cells[ColumnKind.DUE]), None),
        table_values=tuple(TableValue(name, unit, number) for number in numbers),
    )


def _together(above: MeasurePassage, below: MeasurePassage) -> MeasurePassage:
    """A row without number and title goes on with the measure above it: its cells are merged ones."""
    return replace(
        above,
        body=tuple(dict.fromkeys((*above.body, below.heading, *below.body))),
        owner_clauses=(*above.owner_clauses, *below.owner_clauses),
        table_values=(*above.table_values, *below.table_values),
    )


def _number(source: SourceText, cells: Sequence[Range]) -> int:
    """The number of a row; 0 where its cell holds none of three digits at most."""
    words = source.text[slice(*cells[0])] if cells else ""
    return int(words) if words.isdecimal() and len(words) <= len("999") else 0
