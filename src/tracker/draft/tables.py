"""Tables of tasks: their cells, rows and columns; and those with | or wide blanks between cells."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tracker.draft.columns import TableColumn, columns_by_content, columns_of
from tracker.draft.headings import FEWEST_COLUMNS, ColumnKind, column_of
from tracker.draft.lines import SourceLine
from tracker.draft.text import Span

_WIDE = re.compile(r"[ \u3000]{2,}")
_WORD = re.compile(r"[ \u3000]+(?=\S)")
_TAB = re.compile(r"\t")
_EMPTY = re.compile(r"-*|/|无")


class TableCell(NamedTuple):
    """A piece of a line: where it stands in the original, and its words without blanks."""

    span: Span
    words: str


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
    """The table with | between cells that begins with lines[at]: below its heads, of one line or of two.

    Without heads its columns are told by what they hold. None where those are no title and value.
    """
    columns, first = _columns([cell.words for cell in _between_rules(text, lines[at])]), 1
    if heads := _heads_of_two_lines([_between_rules(text, line) for line in lines[at : at + 3]]):
        columns, first = heads, 2
    if not columns and at and "|" in lines[at - 1].words:
        return None  # it was looked at from its first line on
    last = at + 1
    while last < len(lines) and "|" in lines[last].words:
        last += 1
    cells = [_between_rules(text, line) for line in lines[at:last]]
    if not columns:
        columns, first = columns_by_content([[cell.words for cell in row] for row in cells])
    rows = [row_of(columns, row) for row in cells[first:]] if columns else []
    return TaskTable(at, last, tuple(row for row in rows if row.cells)) if columns else None


def _heads_of_two_lines(cells: Sequence[Sequence[TableCell]]) -> list[TableColumn]:
    """The columns below heads of which one stands above several others (进度安排 above 一季度, 上半年)."""
    if len(cells) < 3 or len(cells[0]) != len(cells[1]):  # noqa: PLR2004 - two lines of heads and a row
        return []
    upper, lower = cells[0], cells[1]
    heads: list[str] = []
    over, second = "", 0
    for above, below in zip(upper, lower, strict=True):
        over = above.words or over
        whole = over + below.words
        heads.append(whole if not below.words or column_of(whole) else below.words)
        second += bool(below.words)
        if below.words and not column_of(heads[-1]):
            return []  # a row
    return _columns(heads) if second > 1 else []


def spaced_table(text: str, lines: Sequence[SourceLine], at: int) -> TaskTable | None:
    """The table with wide blanks between cells whose heads are lines[at]; None where it has no rows."""
    wide = between_blanks(text, lines[at])
    narrow = (
        _WORD if len(wide) == 1 else None
    )  # one blank parts cells where all the words of a line are heads
    heads = _between(text, lines[at], narrow) if narrow else wide
    if narrow and not all(column_of(head.words) for head in heads):
        return None
    columns = _columns([head.words for head in heads])
    known = sum(column.kind is not ColumnKind.OTHER for column in columns)
    if len(columns) < FEWEST_COLUMNS or known * 3 < len(columns):
        return None
    rows: list[TableRow] = []
    for line in lines[at + 1 :]:
        cells = _between(text, line, narrow) if narrow else between_blanks(text, line)
        if len(cells) != len(columns):
            break
        rows.append(row_of(columns, cells))
    return TaskTable(at, at + 1 + len(rows), tuple(rows)) if rows else None


def _columns(heads: Sequence[str]) -> list[TableColumn]:
    """The columns below these heads; none where most of the heads are unknown."""
    known = sum(column_of(head) is not None for head in heads)
    if known < 2 or known * 3 < len(heads) * 2:  # noqa: PLR2004 - a title and a value at least
        return []
    return columns_of(heads)


def _between_rules(text: str, line: SourceLine) -> list[TableCell]:
    """The cells of a line, empty ones too; what stands behind the last rule is one where it holds words."""
    begin = text.index("|", line.start) + 1 if line.words.startswith("|") else line.start
    cells: list[TableCell] = []
    while (stop := text.find("|", begin, line.end)) >= 0:
        cells.append(_cell(text, begin, stop))
        begin = stop + 1
    rest = _cell(text, begin, line.end)
    return [*cells, rest] if rest.words else cells


def between_blanks(text: str, line: SourceLine) -> list[TableCell]:
    """The cells of a line between tabs, empty ones too, or between wide blanks."""
    tabs = "\t" in text[line.start : line.end]
    cells = _between(text, line, _TAB if tabs else _WIDE)
    return cells if tabs else [cell for cell in cells if cell.words]


def _between(text: str, line: SourceLine, gaps: re.Pattern[str]) -> list[TableCell]:
    begin = line.start
    cells: list[TableCell] = []
    for gap in gaps.finditer(text, line.start, line.end):
        cells.append(_cell(text, begin, gap.start()))
        begin = gap.end()
    return [*cells, _cell(text, begin, line.end)]


def _cell(text: str, start: int, end: int) -> TableCell:
    return TableCell(Span(start, end), "".join(text[start:end].split()))
