"""Tables of tasks, however the conversion left them: with |, with wide blanks, or one cell to a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from tracker.draft.owners import ends_as_unit

Range = tuple[int, int]


class Column(Enum):
    """What a column holds, by its heading."""

    NUMBER = "number"
    TITLE = "title"
    TEXT = "text"
    VALUE = "value"
    UNIT = "unit"
    OWNERS = "owners"
    DUE = "due"
    PAST = "past"
    OTHER = "other"


_KINDS = (
    (Column.NUMBER, re.compile(r"序号|编号|序")),
    (
        Column.OWNERS,
        re.compile(
            r".{0,6}(?:责任|牵头|配合|主办|协办|承办|落实|主管|参与|实施|参加|负责).{0,3}(?:单位|部门|科室|主体|机构)"
        ),
    ),
    (Column.DUE, re.compile(r".{0,4}(?:时限|时间|期限|节点)(?:要求)?")),
    (Column.UNIT, re.compile(r"(?:计量|指标)?单位")),
    (Column.PAST, re.compile(r".{0,8}(?:现状|基期|基数|实绩|完成情况|实际|完成值|完成数|上年).{0,4}")),
    (
        Column.VALUE,
        re.compile(
            r".{0,10}(?:目标值|目标数|任务数|计划数|指标值|数值|目标|计划)|(?:20\d\d年)(?:目标|任务|计划)?(?:值|数)?"
        ),
    ),
    (
        Column.OTHER,
        re.compile(r"备注|类别|属性|性质|类型|指标属性|说明|序列|领域|分类|责任人|联系人|分管领导|责任领导"),
    ),
    (Column.TITLE, re.compile(r".{0,6}(?:任务|事项|项目|措施|举措|指标|名称|工作|工程)(?:名称|内容)?")),
    (Column.TEXT, re.compile(r".{0,6}(?:内容|要求|目标任务|标准|进度|安排|做法|成果)")),
)
_LONGEST_HEADING = 12
_WIDE = re.compile(r"[ \u3000]{2,}|\t+")
_FEWEST = 3
_WHOLE = re.compile(r"\d{1,3}")
_DEADLINE = re.compile(r"(?:20\d\d年|\d{1,2}月|年底|全年|长期|持续|第?[一二三四]季度|[上下]半年).{0,12}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ranges of the source, by column; a column may have several cells, or none."""

    cells: tuple[tuple[Column, Range], ...]

    @property
    def start(self) -> int:
        """Where it begins in the source."""
        return min(start for _, (start, _) in self.cells)

    @property
    def end(self) -> int:
        """Where it ends in the source."""
        return max(end for _, (_, end) in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one table, and which of the lines given (by place) it takes up."""

    first: int
    last: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a line: its range in the source and its words without blanks."""

    range: Range
    words: str


def column_of(words: str) -> Column | None:
    """What a heading says its column holds; None where it is no heading of such a table."""
    if not words or len(words) > _LONGEST_HEADING:
        return None
    return next((column for column, form in _KINDS if form.fullmatch(words)), None)


def grid_at(same: str, lines: Sequence[tuple[int, int, str]], at: int) -> Grid | None:
    """The table whose headings begin with the line lines[at] (start, end, words), or None."""
    line = lines[at]
    if line[2].startswith("|"):
        return _ruled(same, lines, at)
    if len(line[2]) > 80 or not len(line[2]) >= 2:  # noqa: PLR2004 - headings are short
        return None
    if column_of(line[2]):
        return _stacked(lines, at)
    cells = _cells(same, line)
    headings = [column_of(cell.words) for cell in cells]
    if len(cells) >= _FEWEST and sum(h is not None for h in headings) * 3 >= len(cells) * 2:
        return _spaced(same, lines, at, [h or Column.OTHER for h in headings])
    return None


def _cells(same: str, line: tuple[int, int, str]) -> list[Cell]:
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


def _ruled(same: str, lines: Sequence[tuple[int, int, str]], at: int) -> Grid | None:
    headings = [column_of(cell.words) for cell in _between_rules(same, lines[at])]
    if sum(h is not None for h in headings) < 2:  # noqa: PLR2004 - a title and a value at least
        return None
    columns = [h or Column.OTHER for h in headings]
    rows: list[Row] = []
    last = at + 1
    while last < len(lines) and lines[last][2].startswith("|"):
        cells = _between_rules(same, lines[last])
        if any(cell.words for cell in cells):
            rows.append(_row(columns, cells))
        last += 1
    return Grid(at, last, tuple(rows))


def _between_rules(same: str, line: tuple[int, int, str]) -> list[Cell]:
    start, end, _ = line
    cells: list[Cell] = []
    begin = same.index("|", start) + 1
    while (stop := same.find("|", begin, end)) >= 0:
        cells.append(Cell((begin, stop), "".join(same[begin:stop].split())))
        begin = stop + 1
    rest = "".join(same[begin:end].split())
    return [*cells, Cell((begin, end), rest)] if rest else cells


def _spaced(same: str, lines: Sequence[tuple[int, int, str]], at: int, columns: list[Column]) -> Grid | None:
    rows: list[Row] = []
    last = at + 1
    while last < len(lines):
        cells = _cells(same, lines[last])
        if len(cells) != len(columns):
            break
        rows.append(_row(columns, cells))
        last += 1
    return Grid(at, last, tuple(rows)) if rows else None


def _stacked(lines: Sequence[tuple[int, int, str]], at: int) -> Grid | None:
    """One cell to a line: the headings, then rows that begin with 1, 2, 3."""
    columns: list[Column] = []
    last = at
    while last < len(lines) and (column := column_of(lines[last][2])):
        columns.append(column)
        last += 1
    if len(columns) < _FEWEST or columns[0] is not Column.NUMBER or last >= len(lines):
        return None
    if not _WHOLE.fullmatch(lines[last][2]):
        return None
    rows: list[Row] = []
    while last < len(lines) and _WHOLE.fullmatch(lines[last][2]):
        number = int(lines[last][2])
        dated = columns[-1] is Column.DUE
        end = _next_number(lines, last, number + 1, len(columns), dated=dated)
        cells = [Cell((start, stop), words) for start, stop, words in lines[last:end]]
        if len(cells) < 2:  # noqa: PLR2004 - a number and a title
            break
        rows.append(_row(columns, _fitted(columns, cells)))
        last = end
    return Grid(at, last, tuple(rows)) if rows else None


def _next_number(
    lines: Sequence[tuple[int, int, str]], at: int, number: int, width: int, *, dated: bool
) -> int:
    """Where the next row begins; a row may have more lines than cells, but not many more."""
    likely: list[int] = [at + width, *range(at + 2, min(at + 4 * width, len(lines)))]
    for n in likely:
        if n < len(lines) and lines[n][2] == str(number):
            return n
    # The last row: to its deadline, if that is the last cell.
    for n in range(at + width - 1, min(at + 4 * width, len(lines))) if dated else ():
        if _DEADLINE.fullmatch(lines[n][2]):
            return n + 1
    return min(at + width, len(lines))


def _fitted(columns: list[Column], cells: list[Cell]) -> list[Cell]:
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
    run = cells[at : at + count]
    merged = Cell((run[0].range[0], run[-1].range[1]), "".join(cell.words for cell in run))
    return [*cells[:at], merged, *cells[at + count :]]


def _row(columns: list[Column], cells: Sequence[Cell]) -> Row:
    pairs = zip(columns, cells, strict=False)
    return Row(tuple((column, cell.range) for column, cell in pairs if cell.words))
