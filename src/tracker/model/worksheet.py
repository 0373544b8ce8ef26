"""A sheet of cells, and where each stands in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tracker.model.worksheet_cells import EMPTY, SheetCell
from tracker.problems import Place, Problem

# First and last row, first and last column.
Merge = tuple[int, int, int, int]

# A cell that begins with one of these is a formula to a spreadsheet; to some, also in its full width.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


@dataclass(frozen=True, slots=True)
class CellPlace:
    """One cell of one file: its place as a spreadsheet names it, 表1!D5."""

    file: str
    sheet: str | None
    row: int
    column: int

    @property
    def cell(self) -> str:
        """表1!D5; in a table without sheets D5."""
        name = f"{letters(self.column)}{self.row}"
        return name if self.sheet is None else f"{self.sheet}!{name}"

    @property
    def order(self) -> tuple[str, str, int, int]:
        """The order of cells: by file and sheet, then row by row."""
        return (self.file, self.sheet or "", self.row, self.column)

    def problem(self, code: str, facts: Mapping[str, object]) -> Problem:
        """A problem of this cell."""
        own = {"cell": self.cell, "sheet": self.sheet, "row": self.row, "column": self.column}
        return Problem(code, Place(f"{self.file} {self.cell}"), {**facts, **own})


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row that is not empty; its number from 1."""

    number: int
    cells: tuple[SheetCell, ...]
    hidden: bool = False

    def at(self, column: int | None) -> SheetCell:
        """The cell of a column (from 1), empty where the row is shorter."""
        return self.cells[column - 1] if column and column <= len(self.cells) else EMPTY


@dataclass(frozen=True, slots=True)
class Worksheet:
    """The rows of one sheet; a table without sheets has no name."""

    file: str
    name: str | None
    rows: tuple[SheetRow, ...]
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()

    def spot(self, row: int, column: int) -> CellPlace:
        """A cell of it."""
        return CellPlace(self.file, self.name, row, column)


def with_merges(rows: Sequence[SheetRow], merges: Iterable[Merge]) -> Iterator[SheetRow]:
    """The rows, where every cell of a merge holds the value of its first."""
    cells = {row.number: list(row.cells) for row in rows}
    for top, bottom, left, right in merges:
        first = cells.get(top, [])
        shared = replace(first[left - 1] if len(first) >= left else EMPTY, anchor=(top, left))
        for number in range(top, bottom + 1):
            if number in cells:
                row = cells[number]
                row += [EMPTY] * (right - len(row))
                start = left if number == top else left - 1  # the first cell stays itself
                row[start:right] = [shared] * (right - start)
    return (replace(row, cells=tuple(cells[row.number])) for row in rows)


def letters(column: int) -> str:
    """The name of a column: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
