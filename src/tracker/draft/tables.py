"""Tables of tasks: their cells, rows and columns; and those with | or wide blanks between cells."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tracker.draft.headings import FEWEST_COLUMNS, ColumnKind, columns_of
from tracker.draft.lines import SourceLine
from tracker.draft.text import Span

_WIDE = re.compile(r"[ \u3000]{2,}")
_TAB = re.compile(r"\t")
# A cell that holds a number and no sentence, or nothing.
VALUE = re.compile(
    r"【?[<>≥≤=约]*(?:不低于|不少于|超过|不超过)?[-+]?\d[\d.,]*[万亿]?[%‰]?(?:-+\d[\d.]*%?)?(?:以上|左右|以内|以下)?】?|-*|/"
)
_EMPTY = re.compile(r"-*|/|无")


class TableCell(NamedTuple):
    """A piece of a line: where it stands in the original, and its words without blanks."""

    span: Span
    words: str


class TableColumn(NamedTuple):
    """What a column holds, and the year that its head names or 0."""

    kind: ColumnKind
    year: int = 0


class TableRow(NamedTuple):
    """One row: where its cells stand in the original, by column; a column may have several cells, or none."""

    cells: tuple[tuple[TableColumn, Span], ...]

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


def row_of(columns: Sequence[TableColumn], cells: Sequence[TableCell]) -> TableRow:
    """A row of cells, each below its head; empty cells are left out."""
    pairs = zip(columns, cells, strict=False)
    return TableRow(tuple((column, cell.span) for column, cell in pairs if not _EMPTY.fullmatch(cell.words)))


def ruled_table(text: str, lines: Sequence[SourceLine], at: int) -> TaskTable | None:
    """The table with | between cells whose heads are lines[at]; None where those name no title and value."""
    columns = _columns(_between_rules(text, lines[at]))
    if len(columns) < 2:  # noqa: PLR2004 - a title and a value at least
        return None
    last = at + 1
    while last < len(lines) and "|" in lines[last].words:
        last += 1
    rows = [row_of(columns, _between_rules(text, line)) for line in lines[at + 1 : last]]
    return TaskTable(at, last, tuple(row for row in rows if row.cells))


def spaced_table(text: str, lines: Sequence[SourceLine], at: int) -> TaskTable | None:
    """The table with wide blanks between cells whose heads are lines[at]; None where it has no rows."""
    columns = _columns(_between_blanks(text, lines[at]))
    known = sum(column.kind is not ColumnKind.OTHER for column in columns)
    if len(columns) < FEWEST_COLUMNS or known * 3 < len(columns):
        return None
    rows: list[TableRow] = []
    for line in lines[at + 1 :]:
        cells = _between_blanks(text, line)
        if len(cells) != len(columns):
            break
        rows.append(row_of(columns, cells))
    return TaskTable(at, at + 1 + len(rows), tuple(rows)) if rows else None


def _columns(heads: Sequence[TableCell]) -> list[TableColumn]:
    """The columns below these heads; none where most of the heads are unknown."""
    columns = columns_of([head.words for head in heads])
    known = sum(kind is not None for kind, _ in columns)
    if known < 2 or known * 3 < len(columns) * 2:  # noqa: PLR2004 - a title and a value at least
        return []
    return [TableColumn(kind or ColumnKind.OTHER, year) for kind, year in columns]


def _between_rules(text: str, line: SourceLine) -> list[TableCell]:
    """The cells of a line, empty ones too; what stands behind the last rule is one where it holds words."""
    begin = text.index("|", line.start) + 1 if line.words.startswith("|") else line.start
    cells: list[TableCell] = []
    while (stop := text.find("|", begin, line.end)) >= 0:
        cells.append(_cell(text, begin, stop))
        begin = stop + 1
    rest = _cell(text, begin, line.end)
    return [*cells, rest] if rest.words else cells


def _between_blanks(text: str, line: SourceLine) -> list[TableCell]:
    tabs = "\t" in text[line.start : line.end]
    begin = line.start
    cells: list[TableCell] = []
    for gap in (_TAB if tabs else _WIDE).finditer(text, line.start, line.end):
        cells.append(_cell(text, begin, gap.start()))
        begin = gap.end()
    cells.append(_cell(text, begin, line.end))
    return cells if tabs else [cell for cell in cells if cell.words]


def _cell(text: str, start: int, end: int) -> TableCell:
    return TableCell(Span(start, end), "".join(text[start:end].split()))
