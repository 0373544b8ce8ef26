"""The columns of a table: what each holds, by its head or, where there is none, by its cells."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tracker.draft.headings import FEWEST_COLUMNS, STEP, ColumnKind, column_of, growth_head, unit_of_head
from tracker.draft.numbers import number_of
from tracker.draft.owners import ends_as_unit
from tracker.draft.units import UNIT

# What may stand before the number of a cell: 增长6%左右, 控制在5%以内.
_SAYS = (
    r"(?:同比|年均|累计|平均)?(?:增长|下降|降低|提高|提升|新增|减少|完成|实现|达到|达|控制在|保持在|稳定在|保持|稳定)?(?:到|至)?"
    r"(?:不低于|不少于|不小于|不高于|超过|不超过|突破|高于|低于|约)?"
)
_IN = rf"(?:[%‰]|{UNIT})?"
# A cell that holds a number and no sentence, or nothing.
VALUE = re.compile(
    rf"(?!\d+[年月日号]$)【?{_SAYS}[<>≥≤=约]*[-+]?\d[\d.,]*[万亿]*{_IN}(?:-+\d[\d.]*[万亿]*{_IN})?(?:以上|左右|以内|以下)?】?|-*|/"
)
_NUMBER = re.compile(r"\d{1,3}")
_UNIT = re.compile(rf"[百千万亿]*{UNIT}|[万亿]")
# 9月底, 12月30日前, 全年, 长期坚持
DEADLINE = re.compile(r"(?:20\d\d年|\d{1,2}月|年底|全年|长期|持续|第?[一二三四]季度|[上下]半年).{0,12}")
# Fewer rows say nothing of their columns.
_FEWEST_ROWS = 3
# Telephones and codes.
_LONG = re.compile(r"\d{7,}")
_ATTRIBUTE = re.compile(r"【?(?:预期|约束|指导|引导)性】?")
_BETWEEN_UNITS = re.compile(r"[、，；/]")


class TableColumn(NamedTuple):
    """What a column holds, the year and last month that its head names or 0, what is counted, in what."""

    kind: ColumnKind
    year: int = 0
    month: int = 0
    noun: str = ""
    unit: str = ""


_YEAR_OF_COLUMN = re.compile(r"(20\d\d)年?.*")
_GOAL = re.compile("目标|计划|任务|预期")
# 一季度, 前三季度目标, 1-9月, 2026年上半年: by when the numbers below are to be reached.
_PART_OF_YEAR = re.compile(
    r"(?:20\d\d年)?(?:前?第?(?P<quarter>[一二三四1-4])个?季度|(?P<half>[上下])半年|(?:1-+)?(?P<month>1[0-2]|[1-9])月份?)"
    rf"[末底]?{STEP}"
)


def columns_of(heads: Sequence[str]) -> list[TableColumn]:
    """The columns below these heads; what a head does not say is OTHER.

    Of two years, or of more that are not one apart, the first is where they start, unless it is said to be
    a goal or a column says that it holds that. Growth is that of the column before.
    """
    columns = [
        TableColumn(column_of(head) or ColumnKind.OTHER, *_end_of_column(head), *unit_of_head(head))
        for head in heads
    ]
    if not any(column.kind is ColumnKind.PAST for column in columns):
        years = [c.year for c in columns if c.kind is ColumnKind.VALUE and c.year and not c.month]
        two, apart = len(years) == 2, len(years) > 2 and years[1] - years[0] > 1  # noqa: PLR2004 - a start and an end
        start = min(years) if two or apart else 0
        columns = [
            column._replace(kind=ColumnKind.PAST)
            if start and column.year == start and column.kind is ColumnKind.VALUE and not _GOAL.search(head)
            else column
            for head, column in zip(heads, columns, strict=True)
        ]
    return _with_title(_with_growth(heads, columns))


def _with_growth(heads: Sequence[str], columns: Sequence[TableColumn]) -> list[TableColumn]:
    """The columns, those of growth with the kind and the time of the column before, in %."""
    told: list[TableColumn] = []
    for head, column in zip(heads, columns, strict=True):
        before = told[-1] if told else None
        if growth_head(head) and before and before.kind in {ColumnKind.VALUE, ColumnKind.PAST}:
            year, month = column.year or before.year, column.month or before.month
            told.append(TableColumn(before.kind, year, month, before.noun + "增速", "%"))
        elif growth_head(head) and column.kind is ColumnKind.VALUE:
            told.append(column._replace(noun="增速", unit="%"))
        elif column.kind is ColumnKind.SUM and head.startswith(("年均增", "五年年均增")):
            told.append(column._replace(noun="年均增速", unit="%"))
        else:
            told.append(column)
    return told


def _with_title(columns: Sequence[TableColumn]) -> list[TableColumn]:
    """The columns, with one for titles: where no head names it, the first before those of numbers (乡镇)."""
    kinds = [column.kind for column in columns]
    numbers = [n for n, kind in enumerate(kinds) if kind in {ColumnKind.VALUE, ColumnKind.PAST}]
    if not numbers or {ColumnKind.TITLE, ColumnKind.TEXT} & set(kinds):
        return list(columns)
    unsaid = (n for n in range(numbers[0]) if kinds[n] in {ColumnKind.OTHER, ColumnKind.UNIT})
    first = next(unsaid, None)
    return [c._replace(kind=ColumnKind.TITLE) if n == first else c for n, c in enumerate(columns)]


def _end_of_column(head: str) -> tuple[int, int]:
    """The year that a head names, and the last month of the part of a year that it names; 0 for none."""
    year, part = _YEAR_OF_COLUMN.match(head), _PART_OF_YEAR.fullmatch(head)
    month = 0
    if part and part["quarter"]:
        month = 3 * int(number_of(part["quarter"]) or 0)
    elif part:
        month = int(part["month"] or (6 if part["half"] == "上" else 12))
    return int(year[1]) if year else 0, month


def columns_by_content(rows: Sequence[Sequence[str]]) -> tuple[list[TableColumn], int]:
    """The columns of rows without known heads, and which row is the first; none where they are no tasks.

    A first row that no number stands in, above rows with numbers, is one of unknown heads: what is counted.
    """
    width = len(rows[0])
    if len(rows) < _FEWEST_ROWS or width < FEWEST_COLUMNS or any(len(row) != width for row in rows):
        return [], 0
    first = 0 if any(char.isdigit() for cell in rows[0] for char in cell) else 1
    kinds = [_kind([row[n] for row in rows[first:] if row[n]]) for n in range(width)]
    kinds = [ColumnKind.TEXT if kind is ColumnKind.NUMBER and n else kind for n, kind in enumerate(kinds)]
    values = [n for n, kind in enumerate(kinds) if kind is ColumnKind.VALUE]
    nouns = [rows[0][n] if first and len(values) > 1 and n in values else "" for n in range(width)]
    for n in () if first else values[:-1]:  # where things start, before what is to be reached
        kinds[n] = ColumnKind.PAST
    texts = [n for n, kind in enumerate(kinds) if kind is ColumnKind.TEXT]
    if values and not texts:  # 甲镇, 乙镇: whose numbers these are
        texts = [n for n, kind in enumerate(kinds[: values[0]]) if kind is ColumnKind.OWNERS][:1]
    says = values or set(kinds) & {ColumnKind.OWNERS, ColumnKind.DUE}
    if not texts or not says:
        return [], 0
    kinds[texts[0]] = ColumnKind.TITLE
    return [TableColumn(kind, noun=noun) for kind, noun in zip(kinds, nouns, strict=True)], first


def _kind(cells: Sequence[str]) -> ColumnKind:
    """What most of these cells are; text where nothing else is known of them."""
    if not cells:
        return ColumnKind.OTHER
    numbers = [int(cell) for cell in cells if _NUMBER.fullmatch(cell)]
    if len(numbers) == len(cells) and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        return ColumnKind.NUMBER
    tests = (
        (ColumnKind.OTHER, _ATTRIBUTE.fullmatch),
        (ColumnKind.VALUE, lambda cell: VALUE.fullmatch(cell) and not _LONG.fullmatch(cell)),
        (ColumnKind.UNIT, _UNIT.fullmatch),
        (ColumnKind.DUE, DEADLINE.fullmatch),
        (ColumnKind.OWNERS, _names_units),
    )
    return next(
        (kind for kind, test in tests if sum(bool(test(cell)) for cell in cells) * 5 >= len(cells) * 4),
        ColumnKind.TEXT,
    )


def _names_units(cell: str) -> bool:
    return all(map(ends_as_unit, filter(None, _BETWEEN_UNITS.split(cell)))) and "。" not in cell
