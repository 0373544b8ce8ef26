"""A sheet of cells, where each stands in it, and which of its columns says what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tracker.model.typed import folded
from tracker.model.worksheet_cells import EMPTY, CellError, SheetCell, text_in
from tracker.problems import Place, Problem
from tracker.words import LANGUAGES, Words

FIELDS = ("target", "total", "date", "unit", "note", "by")
# The words that head the columns of the tool's own form, by what they say.
_OWN = {
    "target": ("id", "number", "name"),
    "total": ("total",),
    "date": ("date",),
    "unit": ("unit",),
    "note": ("note",),
    "by": ("by",),
}
# Above its headings a table has a title and a few lines at most.
_HEAD_ROWS = 30

Headings = Mapping[str, tuple[str, ...]]


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


@dataclass(slots=True)
class SheetLayout:
    """Where a sheet says what: the columns of each field, the first row of figures, what its head says."""

    columns: dict[str, list[int]]
    first: int
    head: dict[str, tuple[SheetCell, CellPlace]] = field(default_factory=dict)
    left_out: list[int] = field(default_factory=list)  # hidden columns with a heading


def letters(column: int) -> str:
    """The name of a column: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def own_headings() -> Headings:
    """The headings of the tool's own form, in both languages."""
    return {
        name: tuple(Words(language)(f"form.{key}") for key in keys for language in LANGUAGES)
        for name, keys in _OWN.items()
    }


def with_headings(more: Mapping[str, Iterable[str]]) -> Headings:
    """The form's own headings and those a workspace adds."""
    return {name: (*headings, *more.get(name, ())) for name, headings in own_headings().items()}


def layout_of(sheet: Worksheet, headings: Headings, *, hidden: bool = False) -> SheetLayout | None:
    """The first row that heads both targets and figures, None where there is none.

    Above it a label such as 报送单位 or 数据日期 speaks for all rows: what it says stands right of it. Hidden
    columns are left out unless wanted, but for those that name targets.
    """
    names = {_key(text): name for name, texts in headings.items() for text in texts}
    head: dict[str, tuple[SheetCell, CellPlace]] = {}
    for row in sheet.rows[:_HEAD_ROWS]:
        columns: dict[str, list[int]] = {}
        left_out: list[int] = []
        for column, cell in enumerate(row.cells, 1):
            name = names.get(_key(_heading(cell)))
            if not name or (cell.anchor and cell.anchor[1] != column):
                continue
            if column in sheet.hidden_columns and name != "target" and not hidden:
                left_out.append(column)
            else:
                columns.setdefault(name, []).append(column)
        if "target" in columns and "total" in columns:
            return SheetLayout(columns, row.number + 1, head, left_out)
        if row.hidden and not hidden:
            continue
        for name in {"by", "date"} & columns.keys():
            label = columns[name][0]
            column = label + 1
            while row.at(column).anchor and row.at(column).anchor == (row.number, label):
                column += 1
            head[name] = (row.at(column), sheet.spot(row.number, column))
    return None


def _heading(cell: SheetCell) -> str:
    try:
        return text_in(cell) or ""
    except CellError:
        return ""


def _key(text: str) -> str:
    return folded(text).rstrip(":")
