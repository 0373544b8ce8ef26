"""A measure as it stands in the text, and measures that are rows of a table."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.draft.columns import VALUE, TableColumn
from tracker.draft.headings import ColumnKind
from tracker.draft.layout import Block
from tracker.draft.owners import OwnerClause, units_between
from tracker.draft.text import Range, SourceText
from tracker.draft.units import UNIT

_LONGEST_TITLE = 60
# （单位：亿元）
_UNIT_ABOVE = re.compile(rf"单位：([百千万亿]*{UNIT})(?=[，、）]|$)")
# The title of a row whose numbers are to be reached in that year.
_YEAR = re.compile(r"(20\d\d)年度?")
# A number that counts or measures something, but no time.
COUNT = re.compile(
    rf"(?:\d[十百千万亿]*|[一二两三四五六七八九十百千万亿]{{2,}}|十)[余多]?(?!年|月|日|天|个工作日|个月){UNIT}|翻[一两二三]?番"
)
_CAPTION = re.compile(r"^(?:专栏|附?表)[\d一二三四五六七八九十-]*[：、.]?")


@dataclass(frozen=True, slots=True)
class TableValue:
    """An indicator of a table: where its name, its unit and its number stand."""

    name: Range
    unit: Range | None
    value: Range
    column: TableColumn  # by when it is to be reached, and what its head says of all below it
    caption: str = ""  # the unit that stands above the table


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
    steps: tuple[
        tuple[Range, int, int], ...
    ] = ()  # cells in words, of the year and month that their head names
    dues: tuple[
        tuple[Range, Range], ...
    ] = ()  # cells of rows below its first, with those that name their deadline

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


def measures_of_rows(
    source: SourceText, blocks: Sequence[Block]
) -> tuple[list[MeasurePassage], list[MeasurePassage], set[Block]]:
    """Measures that are rows of tables of tasks, one for each table of indicators, and all their rows."""
    tasks: list[MeasurePassage] = []
    indicators: list[MeasurePassage] = []
    rows: set[Block] = set()
    section, before, heading, unit, goes_on = "", None, "", "", False
    for block in blocks:
        if not block.cells:
            before, section = section, source.text[block.body : block.end]
            unit = _unit_above(before, section)
            goes_on = False
            if block.mark:  # a heading between two rows
                heading, before = section, None
            continue
        if before is not None:
            heading, before = before, None
        measure = _of_row(source, block, heading)
        if measure is None:
            continue
        rows.add(block)
        values = (replace(value, caption=unit) for value in measure.table_values)
        measure = replace(measure, table_values=tuple(values))
        kinds = {column.kind for column, _, _ in block.cells}
        if measure.table_values and not measure.owner_clauses and not _sentences(source, measure):
            if goes_on and indicators:
                indicators[-1] = _together(indicators[-1], measure)
            else:
                title = _CAPTION.sub("", heading) if 0 < len(heading) <= _LONGEST_TITLE else measure.title
                indicators.append(replace(measure, title=title, number=0))
            goes_on = True
        elif tasks and tasks[-1].number and not kinds & {ColumnKind.NUMBER, ColumnKind.TITLE}:
            tasks[-1] = _together(tasks[-1], measure)
        elif kinds - {ColumnKind.TITLE} or not goes_on:  # a row of one title parts a table of indicators
            tasks.append(measure)
    return tasks, indicators, rows


def _unit_above(*words: str) -> str:
    """The unit that one of these paragraphs names for the table below them; else nothing."""
    return next((unit[1] for paragraph in words if (unit := _UNIT_ABOVE.search(paragraph))), "")


def _sentences(source: SourceText, measure: MeasurePassage) -> bool:
    """Whether a row says more than names and numbers."""
    return any(
        "，" in source.text[slice(*text)] or "。" in source.text[slice(*text)] for text in measure.body
    )


def _of_row(source: SourceText, block: Block, section: str) -> MeasurePassage | None:
    cells: dict[ColumnKind, list[Range]] = defaultdict(list)
    columns = {(start, end): column for column, start, end in block.cells}
    for column, start, end in block.cells:
        cells[column.kind].append((start, end))
    titles = [*cells[ColumnKind.TITLE], *cells[ColumnKind.TEXT]]
    values = cells[ColumnKind.VALUE] or cells[ColumnKind.SUM]
    if not titles and not values:
        return None
    title, rest = (titles[0], titles[1:]) if titles else (values[0], [])
    unit = next(iter(cells[ColumnKind.UNIT]), None)
    name = next((cell for cell in reversed(rest) if not VALUE.fullmatch(source.text, *cell)), title)
    year = _YEAR.fullmatch(source.text, *name)
    if year:
        columns = {cell: column._replace(year=int(year[1])) for cell, column in columns.items()}
    numbers = [cell for cell in (*values, *rest) if VALUE.fullmatch(source.text, *cell)]
    texts = sorted(cell for cell in (*rest, *values) if not VALUE.fullmatch(source.text, *cell))
    if texts and COUNT.search(source.text, *title):
        texts.insert(0, title)  # a title may hold targets
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
        table_values=tuple(TableValue(name, unit, number, columns[number]) for number in numbers),
        steps=tuple(
            (cell, columns[cell].year, columns[cell].month)
            for cell in values
            if columns[cell].month and cell not in numbers
        ),
    )


def _together(above: MeasurePassage, below: MeasurePassage) -> MeasurePassage:
    """A row without number and title goes on with the measure above it: its cells are merged ones."""
    return replace(
        above,
        body=tuple(dict.fromkeys((*above.body, below.heading, *below.body))),
        owner_clauses=(*above.owner_clauses, *below.owner_clauses),
        table_values=(*above.table_values, *below.table_values),
        steps=(*above.steps, *below.steps),
        dues=(*above.dues, *((cell, below.due) for cell in (below.heading, *below.body) if below.due)),
    )


def _number(source: SourceText, cells: Sequence[Range]) -> int:
    """The number of a row; 0 where its cell holds none of three digits at most."""
    words = source.text[slice(*cells[0])] if cells else ""
    return int(words) if words.isdecimal() and len(words) <= len("999") else 0
