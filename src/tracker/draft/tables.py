"""Tables of tasks: their cells, rows and columns; and those with | or wide blanks between cells."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tracker.draft.headings import FEWEST_COLUMNS, ColumnKind, column_of
from tracker.draft.lines import SourceLine
from tracker.draft.text import Span

_WIDE = re.compile(r"[ \u3000]{2,}|\t+")


class TableCell(NamedTuple):
    """A piece of a line: where it stands in the original, and its words without blanks."""

    span: Span
    words: str


class TableRow(NamedTuple):
    """One row: where its cells stand in the original, by column; a column may have several cells, or none."""

    cells: tuple[tuple[ColumnKind, Span], ...]

    @property
    def spans(self) -> list[Span]:
        """Where its cells stand, in their order."""
        return [span for _, span in self.cells]

    @property
    def start(self) -> int:
        """Where the first of them begins."""
        return min(self.spans).start


class TaskTable(NamedTuple):
    """The rows of one table, and the lines that it takes up: those at [first, last)."""

    first: int
    last: int
    rows: tuple[TableRow, ...]
    sections: tuple[int, ...] = ()  # the places of lines between rows that are headings


def row_of(columns: Sequence[ColumnKind], cells: Sequence[TableCell]) -> TableRow:
    """A row of cells, each below its head; empty cells are left out."""
    pairs = zip(columns, cells, strict=False)
    return TableRow(tuple((column, cell.span) for column, cell in pairs if cell.words))


def ruled_table(text: str, lines: Sequence[SourceLine], at: int) -> TaskTable | None:
    """The table with | between cells whose heads are lines[at]; None where those name no title and value."""
    columns = [column_of(cell.words) for cell in _between_rules(text, lines[at])]
    if sum(column is not None for column in columns) < 2:  # noqa: PLR2004 - a title and a value at least
        return None
    last = at + 1
    while last < len(lines) and lines[last].words.startswith("|"):
        last += 1
    rows = [row_of(_all(columns), _between_rules(text, line)) for line in lines[at + 1 : last]]
    return TaskTable(at, last, tuple(row for row in rows if row.cells))


def spaced_table(text: str, lines: Sequence[SourceLine], at: int) -> TaskTable | None:
    """The table with wide blanks between cells whose heads are lines[at]; None where it has no rows."""
    columns = [column_of(cell.words) for cell in _between_blanks(text, lines[at])]
    heads = sum(column is not None for column in columns)
    if len(columns) < FEWEST_COLUMNS or heads * 3 < len(columns) * 2:
        return None
    rows: list[TableRow] = []
    for line in lines[at + 1 :]:
        cells = _between_blanks(text, line)
        if len(cells) != len(columns):
            break
        rows.append(row_of(_all(columns), cells))
    return TaskTable(at, at + 1 + len(rows), tuple(rows)) if rows else None


def _all(columns: Sequence[ColumnKind | None]) -> list[ColumnKind]:
    return [column or ColumnKind.OTHER for column in columns]


def _between_rules(text: str, line: SourceLine) -> list[TableCell]:
    """The cells of a line, empty ones too; what stands behind the last rule is one where it holds words."""
    begin = text.index("|", line.start) + 1
    cells: list[TableCell] = []
    while (stop := text.find("|", begin, line.end)) >= 0:
        cells.append(_cell(text, begin, stop))
        begin = stop + 1
    rest = _cell(text, begin, line.end)
    return [*cells, rest] if rest.words else cells


def _between_blanks(text: str, line: SourceLine) -> list[TableCell]:
    begin = line.start
    cells: list[TableCell] = []
    for gap in _WIDE.finditer(text, line.start, line.end):
        cells.append(_cell(text, begin, gap.start()))
        begin = gap.end()
    cells.append(_cell(text, begin, line.end))
    return [cell for cell in cells if cell.words]


def _cell(text: str, start: int, end: int) -> TableCell:
    return TableCell(Span(start, end), "".join(text[start:end].split()))
