"""How a table was understood: which column is what, which row is which target, its day and unit."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from tracker.model.catalogue import Catalogue
from tracker.model.exact import counted_text
from tracker.model.quantity import (
    Quantity,
)
from tracker.model.worksheet import CellPlace
from tracker.model.worksheet_reading import SheetFigure, SheetReading, SheetReply
from tracker.report.values import Phrase, Value
from tracker.report.view import Column, Level, Row, Table, View

_COLUMNS = (Column("place"), Column("written", wraps=True), Column("understood"))
_ROWS = (
    Column("place"),
    Column("written", wraps=True),
    Column("name", wraps=True),
    Column("near"),
    Column("said", right=True),
    Column("day"),
    Column("by", wraps=True),
)

Where = Callable[[CellPlace], str]


def understood(catalogue: Catalogue, tables: Sequence[SheetReading], bare: Sequence[str], files: int) -> View:
    """Everything understood of the tables of so many files; `bare` ones tell not how cells are shown."""
    where = _in_file if files > 1 else _in_sheet
    foot = [Phrase("import.bare", {"file": file}) for file in bare]
    return View(
        name="understood",
        title=catalogue.title,
        head=(Phrase("import.understood"),),
        counts=None,
        total=len(tables),
        blocks=(
            Table(_COLUMNS, tuple(row for table in tables for row in _columns(table, where))),
            Table(_ROWS, tuple(_row(row, catalogue, where) for table in tables for row in table.rows)),
        ),
        foot=tuple(foot),
        facts={},
        items="figures",
        make_records=tuple,
    )


def _in_sheet(spot: CellPlace) -> str:
    return spot.cell


def _in_file(spot: CellPlace) -> str:
    return f"{spot.file} {spot.cell}"


def _columns(table: SheetReading, where: Where) -> Iterator[Row]:
    meant = [(one, Phrase(f"import.field.{one.field}")) for one in table.understood]
    if table.day:
        day, one = table.day
        meant.append((one, Phrase("import.field.day", {"day": day})))
    for one, phrase in meant:
        yield _item({"place": where(one.spot), "written": one.text, "understood": phrase})


def _row(figure: SheetFigure | SheetReply, catalogue: Catalogue, where: Where) -> Row:
    target = catalogue.target(figure.target)
    name = f"{target.number} {target.name}" if target else figure.target
    said = _said(figure, target.unit if target else "")
    cells = {"place": where(figure.spots["total"]), "written": figure.name, "name": name, "said": said}
    near = Phrase("import.near" if figure.near else "import.exact")
    return _item({**cells, "near": near, "day": figure.day, "by": figure.by})


def _said(row: SheetFigure | SheetReply, unit: str) -> Value:
    if isinstance(row, SheetReply):
        return Phrase("import.replies", {"by_when": row.by_when})
    number = row.total if row.add is None else row.add
    if row.share:
        return counted_text(*row.share)
    said: Value = row.stage if number is None else Quantity(number, row.unit or unit)
    return said if row.add is None else Phrase("import.adds", {"value": said})


def _item(cells: dict[str, Value]) -> Row:
    return Row(Level.ITEM, cells=cells)


def days_taken(tables: Iterable[SheetReading]) -> Iterator[Phrase]:
    """Where a day was taken from a heading or a title."""
    for table in tables:
        if table.day:
            day, one = table.day
            yield Phrase(
                "import.day-taken",
                {"place": f"{one.spot.file} {one.spot.cell}", "text": one.text, "day": day},
            )
