"""Tables that a conversion left with one cell to a line, wrapped or not."""

import re
from collections.abc import Sequence

from tracker.draft.columns import FEWEST, Cell, Column, Grid, Line, Row, column_of
from tracker.draft.headings import Style, mark_of
from tracker.draft.wrapped import DEADLINE, fitted

# No table of tasks has more columns.
_MOST = 16
_WHOLE = re.compile(r"\d{1,3}")
# Between two rows: headings of sections, and the headings of the table once more.
_MOST_BETWEEN = 4
_LONGEST_SECTION = 40


def stacked(same: str, lines: Sequence[Line], at: int) -> Grid | None:
    """The table whose headings begin with lines[at], then rows that begin with 1, 2, 3; or None."""
    columns, first = _headings(same, lines, at)
    if len(columns) < FEWEST or columns[0] is not Column.NUMBER:
        return None
    repeated = tuple(words for _, _, words in lines[at:first])
    rows: list[Row] = []
    sections: list[int] = []
    last = first
    while (begin := _row_begin(lines, last, repeated)) < len(lines):
        end, following = _row_end(lines, begin, columns)
        cells = [Cell((start, stop), words) for start, stop, words in lines[begin:end]]
        if len(cells) < 2:  # noqa: PLR2004 - a number and a title
            break
        sections += [n for n in range(last, begin) if _is_section(lines[n][2])]
        rows.append(fitted(columns, cells))
        sections += [n for n in range(end, following) if _is_section(lines[n][2])]
        last = following
    return Grid(at, last, tuple(rows), tuple(sections)) if rows else None


def _headings(same: str, lines: Sequence[Line], at: int) -> tuple[list[Column], int]:
    """The columns that the headings name, and the place behind them: a line, or one heading to a line."""
    start, end, _ = lines[at]
    words = same[start:end].split()
    if len(words) > 1:
        columns, taken = _columns(words[: 2 * _MOST])
        return (columns, at + 1) if taken == len(words) else ([], at)
    columns, taken = _columns([line for _, _, line in lines[at : at + _MOST]])
    return columns, at + taken


def _columns(words: Sequence[str]) -> tuple[list[Column], int]:
    """The columns that these words name one after another, some of them broken, and how many words do."""
    columns: list[Column] = []
    at = 0
    while at < len(words) and not _WHOLE.fullmatch(words[at]) and not _is_section(words[at]):
        joined = ((n, column_of("".join(words[at:n]))) for n in range(at + 1, min(at + 4, len(words) + 1)))
        following = next(((n, column) for n, column in joined if column), None)
        if following is None:
            break
        at = following[0]
        columns.append(following[1])
    return columns, at


def _row_begin(lines: Sequence[Line], at: int, repeated: tuple[str, ...]) -> int:
    """Where the next row begins, behind what may stand between two; the end of all lines if none does."""
    for _ in range(_MOST_BETWEEN):
        if at < len(lines) and _WHOLE.fullmatch(lines[at][2]):
            return at
        if tuple(words for _, _, words in lines[at : at + len(repeated)]) == repeated:
            at += len(repeated)
        elif at < len(lines) and _is_section(lines[at][2]):
            at += 1
        else:
            break
    return len(lines)


def _row_end(lines: Sequence[Line], at: int, columns: Sequence[Column]) -> tuple[int, int]:
    """Where the row that begins at a line ends, and from where on the next is to be looked for."""
    width, dated = len(columns), columns[-1] is Column.DUE
    number = int(lines[at][2]) + 1
    end = _next_number(lines, at, number, width, dated=dated)
    if end >= len(lines) or lines[end][2] != str(number):
        return end, end
    last = end
    if dated:  # what stands behind the deadline is not of the row
        dates = (n for n in range(end - 1, at + 1, -1) if DEADLINE.fullmatch(lines[n][2]))
        last = next(dates, end - 1) + 1
    while last > at + 1 and _is_section(lines[last - 1][2]):
        last -= 1
    return last, end


def _next_number(lines: Sequence[Line], at: int, number: int, width: int, *, dated: bool) -> int:
    """Where the next row begins; a row may have more lines than cells, but not many more."""
    likely: list[int] = [at + width, *range(at + 2, min(at + 4 * width, len(lines)))]
    for n in likely:
        if n < len(lines) and lines[n][2] == str(number):
            return n
    # The last row: to its deadline, if that is the last cell.
    for n in range(at + width - 1, min(at + 4 * width, len(lines))) if dated else ():
        if DEADLINE.fullmatch(lines[n][2]):
            return n + 1
    return min(at + width, len(lines))


def _is_section(words: str) -> bool:
    mark = mark_of(words) if len(words) <= _LONGEST_SECTION and not words.endswith(("。", "；")) else None
    return mark is not None and (mark.style <= Style.PAREN or mark.style is Style.HASH)
