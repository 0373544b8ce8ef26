"""Tables without known heads, told by what their columns hold: between tabs or blanks, or a cell a line."""

import re
from collections.abc import Sequence

from tracker.draft.columns import VALUE, TableColumn, columns_by_content
from tracker.draft.headings import FEWEST_COLUMNS, ColumnKind, column_of
from tracker.draft.lines import SourceLine
from tracker.draft.tables import TableCell, TaskTable, between_blanks, row_of
from tracker.draft.text import Span

# Fewer rows alike are no table.
_FEWEST = 3
_MOST_CELLS = 8
_LONGEST_CELL = 60
# The title of a row, where a cell has its line and no number begins a row.
_TITLE = re.compile(r"(?=.*[\u4e00-\u9fff])[^。；！？：]{2,30}")
_GAP = re.compile(r"\t|[ \u3000]{2}")
_WHOLE = re.compile(r"[1-9]\d{0,2}")
_DIGIT = re.compile(r"\d")


def headless_table(text: str, lines: Sequence[SourceLine], at: int) -> TaskTable | None:
    """The table that begins with lines[at]; None where there are not three rows alike."""
    return _spaced(text, lines, at) or _numbered(lines, at) or _periodic(lines, at)


def _spaced(text: str, lines: Sequence[SourceLine], at: int) -> TaskTable | None:
    """Rows between tabs or wide blanks, as many cells in each."""
    if not _GAP.search(text, lines[at].start, lines[at].end):
        return None
    width = len(between_blanks(text, lines[at]))
    if width < FEWEST_COLUMNS or (at and len(between_blanks(text, lines[at - 1])) == width):
        return None  # it was looked at from its first line on
    rows: list[list[TableCell]] = []
    for line in lines[at:]:
        cells = between_blanks(text, line)
        if len(cells) != width:
            break
        rows.append(cells)
    return _table(at, 1, rows)


def _numbered(lines: Sequence[SourceLine], at: int) -> TaskTable | None:
    """Rows that begin with a number, each with as many lines as the first."""
    if not _WHOLE.fullmatch(lines[at].words):
        return None
    number = int(lines[at].words)
    following = (
        n
        for n in range(at + FEWEST_COLUMNS, min(at + _MOST_CELLS + 1, len(lines)))
        if lines[n].words == str(number + 1)
    )
    width = next(following, at) - at
    rows: list[list[TableCell]] = []
    begin = at
    while width and begin + width <= len(lines) and lines[begin].words == str(number + len(rows)):
        rows.append(_cells(lines, begin, width))
        begin += width
    return _table(at, width, rows)


def _periodic(lines: Sequence[SourceLine], at: int) -> TaskTable | None:
    """Rows of a title and numbers, each number where the first row has one."""
    behind = lines[at + 1 : at + FEWEST_COLUMNS + 1]
    if not any(VALUE.fullmatch(line.words) for line in behind) or not _TITLE.fullmatch(lines[at].words):
        return None
    for width in range(FEWEST_COLUMNS, _MOST_CELLS):
        numbers = _numbers(lines, at, width)
        if not numbers:
            continue
        rows: list[list[TableCell]] = []
        begin = at
        while _numbers(lines, begin, width) == numbers:
            rows.append(_cells(lines, begin, width))
            begin += width
        table = _table(at, width, rows)
        if table and any(column.kind is ColumnKind.VALUE for row in table.rows for column, _ in row.cells):
            return table
    return None


def _numbers(lines: Sequence[SourceLine], at: int, width: int) -> list[int]:
    """Which of these lines, a row, hold numbers; none where it is no row or the first is no title."""
    row = [line.words for line in lines[at : at + width]]
    if len(row) < width or not _TITLE.fullmatch(row[0]) or VALUE.fullmatch(row[0]):
        return []
    if any(column_of(words) for words in row[1:]):
        return []
    return [n for n, words in enumerate(row) if VALUE.fullmatch(words) and (_DIGIT.search(words) or n > 1)]


def _cells(lines: Sequence[SourceLine], begin: int, width: int) -> list[TableCell]:
    return [TableCell(Span(line.start, line.end), line.words) for line in lines[begin : begin + width]]


def _table(at: int, height: int, rows: Sequence[Sequence[TableCell]]) -> TaskTable | None:
    """These rows, each of so many lines, as a table; None where they are too few or set no task."""
    if len(rows) < _FEWEST or any(len(cell.words) > _LONGEST_CELL for row in rows for cell in row[:1]):
        return None
    columns, first = columns_by_content([[cell.words for cell in row] for row in rows])
    if not columns or not _says(columns):
        return None
    return TaskTable(at, at + height * len(rows), tuple(row_of(columns, row) for row in rows[first:]))


def _says(columns: Sequence[TableColumn]) -> bool:
    """Whether the rows have numbers to be reached, or who is responsible and by when."""
    kinds = {column.kind for column in columns}
    return ColumnKind.VALUE in kinds or {ColumnKind.OWNERS, ColumnKind.DUE} <= kinds
