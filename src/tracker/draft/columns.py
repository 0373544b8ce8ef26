"""The columns of a table: what each holds, by its head or, where there is none, by its cells."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tracker.draft.headings import FEWEST_COLUMNS, ColumnKind
from tracker.draft.owners import ends_as_unit
from tracker.draft.units import UNIT

# A cell that holds a number and no sentence, or nothing.
VALUE = re.compile(
    r"【?[<>≥≤=约]*(?:不低于|不少于|超过|不超过)?[-+]?\d[\d.,]*[万亿]?[%‰]?(?:-+\d[\d.]*%?)?(?:以上|左右|以内|以下)?】?|-*|/"
)
_NUMBER = re.compile(r"\d{1,3}")
_UNIT = re.compile(rf"[百千万亿]*{UNIT}|[万亿]")
# 9月底, 12月30日前, 全年, 长期坚持
DEADLINE = re.compile(r"(?:20\d\d年|\d{1,2}月|年底|全年|长期|持续|第?[一二三四]季度|[上下]半年).{0,12}")
# Fewer rows say nothing of their columns.
_FEWEST_ROWS = 3
_BETWEEN_UNITS = re.compile(r"[、，；/]")


class TableColumn(NamedTuple):
    """What a column holds, and the year and the last month that its head names or 0."""

    kind: ColumnKind
    year: int = 0
    month: int = 0


def columns_by_content(rows: Sequence[Sequence[str]]) -> tuple[list[TableColumn], int]:
    """The columns of rows without known heads, and which row is the first; none where they are no tasks.

    A first row that no number stands in, above rows with numbers, is one of unknown heads.
    """
    width = len(rows[0])
    if len(rows) < _FEWEST_ROWS or width < FEWEST_COLUMNS or any(len(row) != width for row in rows):
        return [], 0
    first = 0 if any(char.isdigit() for cell in rows[0] for char in cell) else 1
    kinds = [_kind([row[n] for row in rows[first:] if row[n]]) for n in range(width)]
    kinds = [ColumnKind.TEXT if kind is ColumnKind.NUMBER and n else kind for n, kind in enumerate(kinds)]
    values = [n for n, kind in enumerate(kinds) if kind is ColumnKind.VALUE]
    for n in values[:-1]:  # where things start, before what is to be reached
        kinds[n] = ColumnKind.PAST
    texts = [n for n, kind in enumerate(kinds) if kind is ColumnKind.TEXT]
    says = values or set(kinds) & {ColumnKind.OWNERS, ColumnKind.DUE}
    if not texts or not says:
        return [], 0
    kinds[texts[0]] = ColumnKind.TITLE
    return [TableColumn(kind) for kind in kinds], first


def _kind(cells: Sequence[str]) -> ColumnKind:
    """What most of these cells are; text where nothing else is known of them."""
    if not cells:
        return ColumnKind.OTHER
    numbers = [int(cell) for cell in cells if _NUMBER.fullmatch(cell)]
    if len(numbers) == len(cells) and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        return ColumnKind.NUMBER
    tests = (
        (ColumnKind.VALUE, VALUE.fullmatch),
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
