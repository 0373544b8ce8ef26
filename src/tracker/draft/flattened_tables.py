"""Tables left with one cell to a line: of tasks, whose rows begin with 1, 2, 3, and of indicators."""

import re
from collections.abc import Sequence

from tracker.draft.columns import DEADLINE, VALUE, TableColumn, columns_of
from tracker.draft.headings import FEWEST_COLUMNS, ColumnKind, Style, column_of, mark_of, unit_of_head
from tracker.draft.lines import SourceLine
from tracker.draft.owners import ends_as_unit
from tracker.draft.tables import TableCell, TableRow, TaskTable, row_of
from tracker.draft.text import Span

# No table of tasks has more columns.
_MOST = 16
_NUMBERS = frozenset((ColumnKind.VALUE, ColumnKind.PAST, ColumnKind.SUM))
_WHOLE = re.compile(r"\d{1,3}")
# Between two rows stand so many lines at most: headings of sections, the heads of the table once more.
_MOST_BETWEEN = 4
_LONGEST_SECTION = 40
_BETWEEN_UNITS = re.compile(r"[、，；/]")
_LONGEST_UNIT = 30
# The names of units take no more lines than these.
_MOST_LINES = 12
# What a broken name leaves for its last line.
_REMNANT = 3


def flattened_table(text: str, lines: Sequence[SourceLine], at: int) -> TaskTable | None:
    """The table whose heads begin with lines[at], one or several to a line, then its rows; or None."""
    heads, first = _heads(text, lines, at)
    columns = [column.kind for column in heads]
    if len(columns) < FEWEST_COLUMNS or columns[0] is not ColumnKind.NUMBER:
        return None
    repeated = tuple(line.words for line in lines[at:first])
    rows: list[TableRow] = []
    sections: list[int] = []
    last = first
    while (begin := _row_begin(lines, last, repeated)) < len(lines):
        end, following = _row_end(lines, begin, columns)
        cells = [TableCell(Span(line.start, line.end), line.words) for line in lines[begin:end]]
        if len(cells) < 2:  # noqa: PLR2004 - a number and a title
            break
        sections += [n for n in range(last, begin) if _is_section(lines[n].words)]
        rows.append(fitted_row(heads, cells))
        sections += [n for n in range(end, following) if _is_section(lines[n].words)]
        last = following
    return TaskTable(at, last, tuple(rows), tuple(sections)) if rows else None


def table_of_indicators(lines: Sequence[SourceLine], at: int) -> TaskTable | None:
    """The table of names and numbers whose heads begin with lines[at]; a row has a line for every head."""
    ends = (n for n in range(_MOST) if at + n >= len(lines) or not _is_head(lines, at + n))
    width = next(ends, _MOST)
    columns = columns_of([line.words for line in lines[at : at + width]])
    kinds = [column.kind for column in columns]
    if width < FEWEST_COLUMNS or kinds[0] is not ColumnKind.TITLE or not _NUMBERS & set(kinds[1:]):
        return None
    rows: list[TableRow] = []
    begin = at + width
    while begin + width <= len(lines):
        cells = [TableCell(Span(line.start, line.end), line.words) for line in lines[begin : begin + width]]
        pairs = zip(kinds[1:], cells[1:], strict=True)
        if VALUE.fullmatch(cells[0].words) or not all(
            VALUE.fullmatch(c.words) for k, c in pairs if k in _NUMBERS
        ):
            break
        rows.append(row_of(columns, cells))
        begin += width
    return TaskTable(at, begin, tuple(rows)) if rows else None


def _is_head(lines: Sequence[SourceLine], at: int) -> bool:
    """Whether a line is the head of a column, and not 粮食产量（万吨） above its numbers."""
    words = lines[at].words
    named = unit_of_head(words)[0] and at + 1 < len(lines) and VALUE.fullmatch(lines[at + 1].words)
    return bool(column_of(words) and not named)


def _heads(text: str, lines: Sequence[SourceLine], at: int) -> tuple[list[TableColumn], int]:
    """The columns that the heads name, and the place behind them: a line, or one head to a line."""
    words = text[lines[at].start : lines[at].end].split()
    if len(words) > 1:
        columns, taken = _columns(words[: 2 * _MOST])
        return (columns, at + 1) if taken == len(words) else ([], at)
    columns, taken = _columns([line.words for line in lines[at : at + _MOST]])
    return columns, at + taken


def _columns(words: Sequence[str]) -> tuple[list[TableColumn], int]:
    """The columns that these words name one after another, some of them broken, and how many words do."""
    heads: list[str] = []
    at = 0
    while at < len(words) and not _WHOLE.fullmatch(words[at]) and not _is_section(words[at]):
        joined = ((n, "".join(words[at:n])) for n in range(at + 1, min(at + 4, len(words) + 1)))
        following = next(((n, head) for n, head in joined if column_of(head)), None)
        if following is None:
            break
        at = following[0]
        heads.append(following[1])
    return columns_of(heads), at


def _row_begin(lines: Sequence[SourceLine], at: int, repeated: tuple[str, ...]) -> int:
    """Where the next row begins, behind what may stand between two; the end of all lines if none does."""
    for _ in range(_MOST_BETWEEN):
        if at < len(lines) and _WHOLE.fullmatch(lines[at].words):
            return at
        if tuple(line.words for line in lines[at : at + len(repeated)]) == repeated:
            at += len(repeated)
        elif at < len(lines) and _is_section(lines[at].words):
            at += 1
        else:
            break
    return len(lines)


def _row_end(lines: Sequence[SourceLine], at: int, columns: Sequence[ColumnKind]) -> tuple[int, int]:
    """Where the row that begins at a line ends, and from where on the next is to be looked for."""
    width, dated = len(columns), columns[-1] is ColumnKind.DUE
    number = int(lines[at].words) + 1
    end = _next_number(lines, at, number, width, dated=dated)
    if end >= len(lines) or lines[end].words != str(number):
        return end, end
    last = end
    if dated:  # what stands behind the deadline is not of the row
        dates = (n for n in range(end - 1, at + 1, -1) if DEADLINE.fullmatch(lines[n].words))
        last = next(dates, end - 1) + 1
    while last > at + 1 and _is_section(lines[last - 1].words):
        last -= 1
    return last, end


def _next_number(lines: Sequence[SourceLine], at: int, number: int, width: int, *, dated: bool) -> int:
    """Where the next row begins; a row may have more lines than cells, but not many more."""
    likely: list[int] = [at + width, *range(at + 2, min(at + 4 * width, len(lines)))]
    for n in likely:
        if n < len(lines) and lines[n].words == str(number):
            return n
    # The last row: to its deadline, if that is the last cell.
    for n in range(at + width - 1, min(at + 4 * width, len(lines))) if dated else ():
        if DEADLINE.fullmatch(lines[n].words):
            return n + 1
    return min(at + width, len(lines))


def _is_section(words: str) -> bool:
    mark = mark_of(words) if len(words) <= _LONGEST_SECTION and not words.endswith(("。", "；")) else None
    return mark is not None and (mark.style <= Style.PAREN or mark.style is Style.HASH)


def fitted_row(heads: Sequence[TableColumn], cells: list[TableCell]) -> TableRow:
    """The row that these lines are: by what they say in a table of tasks, else by how many they are."""
    columns = [head.kind for head in heads]
    owners = columns.count(ColumnKind.OWNERS)
    dated = columns[-1] is ColumnKind.DUE
    titled = columns.index(ColumnKind.TITLE) if ColumnKind.TITLE in columns else 0
    middle = columns[titled + 1 : len(columns) - owners - dated]
    common = len(middle) == 1 and middle[0] in {ColumnKind.VALUE, ColumnKind.TEXT, ColumnKind.TITLE}
    simple = all(column is ColumnKind.OTHER for column in columns[1:titled])
    if owners and common and titled and simple and len(cells) > titled + 1:
        cells = [cells[0], *cells[titled:]]  # 类别 and its like say nothing of the measure
        kind = ColumnKind.TEXT if middle[0] is ColumnKind.TITLE else middle[0]  # 任务名称, 工作内容
        return _by_words(kind, owners, cells, dated=dated)
    return row_of(heads, _by_number(columns, cells))


def _by_words(kind: ColumnKind, owners: int, cells: list[TableCell], *, dated: bool) -> TableRow:
    """Number, title, text, units, deadline: units are what ends as their names do."""
    number, title, *rest = cells
    row = [(ColumnKind.NUMBER, number), (ColumnKind.TITLE, title)]
    due = rest.pop() if dated and DEADLINE.fullmatch(rest[-1].words) else None
    begin = _units_begin(rest)
    if begin:
        row.append((kind, _merged(rest[:begin])))
    row += [(ColumnKind.OWNERS, cell) for cell in _units(rest[begin:], owners)]
    if due:
        row.append((ColumnKind.DUE, due))
    return TableRow(tuple((TableColumn(column), cell.span) for column, cell in row))


def _units_begin(cells: Sequence[TableCell]) -> int:
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


def _names_units(cells: Sequence[TableCell]) -> bool:
    names = _BETWEEN_UNITS.split("".join(cell.words for cell in cells))
    return all(ends_as_unit(name) and len(name) <= _LONGEST_UNIT and "。" not in name for name in names)


def _units(cells: Sequence[TableCell], columns: int) -> list[TableCell]:
    """The lines of names as cells: each but the last ends with the first line that a name ends."""
    units: list[TableCell] = []
    begin = 0
    for n, cell in enumerate(cells):
        if len(units) < columns - 1 and ends_as_unit(cell.words):
            units.append(_merged(cells[begin : n + 1]))
            begin = n + 1
    return [*units, _merged(cells[begin:])] if begin < len(cells) else units


def _merged(run: Sequence[TableCell]) -> TableCell:
    return TableCell(Span(run[0].span.start, run[-1].span.end), "".join(cell.words for cell in run))


def _by_number(columns: list[ColumnKind], cells: list[TableCell]) -> list[TableCell]:
    """As many cells as columns: the longest run of lines too many goes to the widest column."""
    spare = len(cells) - len(columns)
    if spare <= 0:
        return cells  # the last cells are empty
    wide = next((n for n, c in enumerate(columns) if c in {ColumnKind.VALUE, ColumnKind.TEXT}), 1)
    if ColumnKind.OWNERS in columns and columns.index(ColumnKind.OWNERS) > wide:
        # The lines of names, if they are wrapped, are those that end as units do.
        extra = 0
        behind = len(columns) - columns.index(ColumnKind.OWNERS) - 1
        while extra < spare and ends_as_unit(cells[len(cells) - behind - 2 - extra].words):
            extra += 1
        cells = _joined(cells, len(cells) - behind - 1 - extra, extra + 1)
        spare = len(cells) - len(columns)
    return _joined(cells, wide, spare + 1)


def _joined(cells: list[TableCell], at: int, count: int) -> list[TableCell]:
    return [*cells[:at], _merged(cells[at : at + count]), *cells[at + count :]]
