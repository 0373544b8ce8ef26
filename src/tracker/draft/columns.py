"""What the columns of a table of tasks hold, and its rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

Range = tuple[int, int]
Line = tuple[int, int, str]  # start, end, and its words without blanks
# A table of tasks has no fewer columns.
FEWEST = 3


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
    sections: tuple[int, ...] = ()  # the places of lines between rows that are headings


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a line: its range in the source and its words without blanks."""

    range: Range
    words: str


def row_of(columns: Sequence[Column], cells: Sequence[Cell]) -> Row:
    """A row of cells, each below its heading; empty cells are left out."""
    pairs = zip(columns, cells, strict=False)
    return Row(tuple((column, cell.range) for column, cell in pairs if cell.words))


def column_of(words: str) -> Column | None:
    """What a heading says its column holds; None where it is no heading of such a table."""
    if not words or len(words) > _LONGEST_HEADING:
        return None
    return next((column for column, form in _KINDS if form.fullmatch(words)), None)
