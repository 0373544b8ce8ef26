"""The lines of one row of a table, told apart into its cells."""

import re
from collections.abc import Sequence

from tracker.draft.columns import Cell, Column, Row, row_of
from tracker.draft.owners import ends_as_unit

DEADLINE = re.compile(r"(?:20\d\d年|\d{1,2}月|年底|全年|长期|持续|第?[一二三四]季度|[上下]半年).{0,12}")
_BETWEEN_UNITS = re.compile(r"[、，；/]")
_LONGEST_UNIT = 30
# The names of units take no more lines than these.
_MOST_LINES = 12
# What a broken name leaves for its last line.
_REMNANT = 3


def fitted(columns: Sequence[Column], cells: list[Cell]) -> Row:
    """The row that these lines are: by what they say in a table of tasks, else by how many they are."""
    owners = columns.count(Column.OWNERS)
    dated = columns[-1] is Column.DUE
    titled = columns.index(Column.TITLE) if Column.TITLE in columns else 0
    middle = columns[titled + 1 : len(columns) - owners - dated]
    common = len(middle) == 1 and middle[0] in {Column.VALUE, Column.TEXT, Column.TITLE}
    simple = all(column is Column.OTHER for column in columns[1:titled])
    if owners and common and titled and simple and len(cells) > titled + 1:
        cells = [cells[0], *cells[titled:]]  # 类别 and its like say nothing of the measure
        kind = Column.TEXT if middle[0] is Column.TITLE else middle[0]  # 任务名称, 工作内容
        return _by_words(kind, owners, cells, dated=dated)
    return row_of(columns, _by_number(list(columns), cells))


def _by_words(kind: Column, owners: int, cells: list[Cell], *, dated: bool) -> Row:
    """Number, title, text, units, deadline: units are what ends as their names do."""
    number, title, *rest = cells
    row = [(Column.NUMBER, number), (Column.TITLE, title)]
    due = rest.pop() if dated and DEADLINE.fullmatch(rest[-1].words) else None
    begin = _units_begin(rest)
    if begin:
        row.append((kind, _merged(rest[:begin])))
    row += [(Column.OWNERS, cell) for cell in _units(rest[begin:], owners)]
    if due:
        row.append((Column.DUE, due))
    return Row(tuple((column, cell.range) for column, cell in row))


def _units_begin(cells: Sequence[Cell]) -> int:
    """Where the names of units begin: behind the last full stop, else behind the last line of other words."""
    ends = (n + 1 for n in range(len(cells) - 1, -1, -1) if cells[n].words.endswith(("。", "；")))
    stop = next(ends, 0)
    first = max(stop, len(cells) - _MOST_LINES)
    if not stop:
        others = (n for n in range(len(cells) - 1, first - 1, -1) if not _begins_with_unit(cells[n].words))
        first = next((n + 1 for n in others if n + 1 < len(cells) or len(cells[n].words) > _REMNANT), first)
    return next((n for n in range(first, len(cells)) if _names_units(cells[n:])), len(cells))


def _begins_with_unit(line: str) -> bool:
    return ends_as_unit(_BETWEEN_UNITS.split(line)[0])


def _names_units(cells: Sequence[Cell]) -> bool:
    names = _BETWEEN_UNITS.split("".join(cell.words for cell in cells))
    return all(ends_as_unit(name) and len(name) <= _LONGEST_UNIT and "。" not in name for name in names)


def _units(cells: Sequence[Cell], columns: int) -> list[Cell]:
    """The lines of names as cells: each but the last ends with the first line that a name ends."""
    found: list[Cell] = []
    begin = 0
    for n, cell in enumerate(cells):
        if len(found) < columns - 1 and ends_as_unit(cell.words):
            found.append(_merged(cells[begin : n + 1]))
            begin = n + 1
    return [*found, _merged(cells[begin:])] if begin < len(cells) else found


def _merged(run: Sequence[Cell]) -> Cell:
    return Cell((run[0].range[0], run[-1].range[1]), "".join(cell.words for cell in run))


def _by_number(columns: list[Column], cells: list[Cell]) -> list[Cell]:
    """As many cells as columns: the longest run of lines too many goes to the widest column."""
    spare = len(cells) - len(columns)
    if spare <= 0:
        return cells  # the last cells are empty
    wide = next((n for n, c in enumerate(columns) if c in {Column.VALUE, Column.TEXT}), 1)
    if Column.OWNERS in columns and columns.index(Column.OWNERS) > wide:
        # The lines of names, if they are wrapped, are those that end as units do.
        extra = 0
        behind = len(columns) - columns.index(Column.OWNERS) - 1
        while extra < spare and ends_as_unit(cells[len(cells) - behind - 2 - extra].words):
            extra += 1
        cells = _joined(cells, len(cells) - behind - 1 - extra, extra + 1)
        spare = len(cells) - len(columns)
    return _joined(cells, wide, spare + 1)


def _joined(cells: list[Cell], at: int, count: int) -> list[Cell]:
    return [*cells[:at], _merged(cells[at : at + count]), *cells[at + count :]]
