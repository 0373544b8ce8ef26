"""Tables of tasks, however the conversion left them: with |, with wide blanks, or one cell to a line."""

import re
from collections.abc import Sequence

from tracker.draft.columns import FEWEST, Cell, Column, Grid, Line, Row, column_of, row_of
from tracker.draft.stacks import stacked

_WIDE = re.compile(r"[ \u3000]{2,}|\t+")


def grid_at(same: str, lines: Sequence[Line], at: int) -> Grid | None:
    """The table whose headings begin with the line lines[at] (start, end, words), or None."""
    line = lines[at]
    if line[2].startswith("|"):
        return _ruled(same, lines, at)
    if len(line[2]) > 80 or not len(line[2]) >= 2:  # noqa: PLR2004 - headings are short
        return None
    if column_of(line[2]):
        return stacked(same, lines, at)
    cells = _cells(same, line)
    headings = [column_of(cell.words) for cell in cells]
    if len(cells) >= FEWEST and sum(h is not None for h in headings) * 3 >= len(cells) * 2:
        spaced = _spaced(same, lines, at, [h or Column.OTHER for h in headings])
        if spaced:
            return spaced
    return stacked(same, lines, at)


def _cells(same: str, line: Line) -> list[Cell]:
    start, end, _ = line
    cells: list[Cell] = []
    begin = start
    for gap in (*_WIDE.finditer(same, start, end), None):
        stop = gap.start() if gap else end
        words = "".join(same[begin:stop].split())
        if words:
            cells.append(Cell((begin, stop), words))
        begin = gap.end() if gap else end
    return cells


def _ruled(same: str, lines: Sequence[Line], at: int) -> Grid | None:
    headings = [column_of(cell.words) for cell in _between_rules(same, lines[at])]
    if sum(h is not None for h in headings) < 2:  # noqa: PLR2004 - a title and a value at least
        return None
    columns = [h or Column.OTHER for h in headings]
    rows: list[Row] = []
    last = at + 1
    while last < len(lines) and lines[last][2].startswith("|"):
        cells = _between_rules(same, lines[last])
        if any(cell.words for cell in cells):
            rows.append(row_of(columns, cells))
        last += 1
    return Grid(at, last, tuple(rows))


def _between_rules(same: str, line: Line) -> list[Cell]:
    start, end, _ = line
    cells: list[Cell] = []
    begin = same.index("|", start) + 1
    while (stop := same.find("|", begin, end)) >= 0:
        cells.append(Cell((begin, stop), "".join(same[begin:stop].split())))
        begin = stop + 1
    rest = "".join(same[begin:end].split())
    return [*cells, Cell((begin, end), rest)] if rest else cells


def _spaced(same: str, lines: Sequence[Line], at: int, columns: list[Column]) -> Grid | None:
    rows: list[Row] = []
    last = at + 1
    while last < len(lines):
        cells = _cells(same, lines[last])
        if len(cells) != len(columns):
            break
        rows.append(row_of(columns, cells))
        last += 1
    return Grid(at, last, tuple(rows)) if rows else None
