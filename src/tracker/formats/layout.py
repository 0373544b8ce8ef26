"""Which columns fit into a terminal, and how wide each of them is."""

from collections.abc import Iterable
from datetime import date

from rich.cells import cell_len

from tracker.formats.cells import heading, text_of
from tracker.formats.line_breaks import widest_number
from tracker.report.values import Value
from tracker.report.view import Column, Level, Table
from tracker.words import Words

GAP = 2  # cells between columns, and before a target under its measure
NARROWEST = 8  # cells for text that wraps, at least
COMFORTABLE = 20  # before columns are dropped, text that wraps keeps so many


class Layout:
    """Which columns are shown, how wide each is, and how far they stand under the headings.

    `written` has the text of every cell by row (by its place among those that have cells) and column.
    """

    def __init__(
        self, columns: list[Column], widths: list[int], indent: int, written: list[dict[str, str]]
    ) -> None:
        self.columns, self.widths = tuple(columns), tuple(widths)
        self.indent, self.written = indent, written

    @property
    def width(self) -> int:
        """Cells of a whole line; where the terminal has fewer it wraps, since no number is ever cut."""
        return self.indent + sum(self.widths) + GAP * (len(self.widths) - 1)


def layout_of(table: Table, words: Words, width: int) -> Layout:
    """The layout of a table for a terminal of `width` cells."""
    indent = GAP if table.rows and not table.rows[0].cells else 0
    columns = [column for column in table.columns if column.key != "lead_unit" or not _leads_named(table)]
    written = [
        {column.key: _cell_text(column, row.cells[column.key], words) for column in columns}
        for row in table.rows
        if row.cells
    ]
    kept, widths = fit(columns, written, words, width - indent)
    return Layout(kept, widths, indent, written)


def _leads_named(table: Table) -> bool:
    """Whether the headings already name the lead unit of every target beneath them."""
    owner: Value = None
    for row in table.rows:
        if row.level is Level.MEASURE:
            owner = row.owner
        elif row.level is Level.ITEM and row.cells.get("lead_unit") != owner:
            return False
    return True


def fit(
    columns: list[Column], written: list[dict[str, str]], words: Words, width: int
) -> tuple[list[Column], list[int]]:
    """The columns that fit into `width` cells, and how wide each is.

    A column in which nothing stands is left out. Then columns go in the order of their `drop`, the highest
    first, once text that wraps is down to 20 cells, and a `late` one once it is down to 8.
    """
    shown = [column for column in columns if any(row[column.key] for row in written)]
    natural = {column.key: _natural(column, written, words) for column in shown}

    def needed(least: int) -> int:
        widths = (min(natural[c.key], least) if c.wraps else natural[c.key] for c in shown)
        return sum(widths) + GAP * (len(shown) - 1)

    for column in sorted((c for c in shown if c.drop), key=lambda column: -column.drop):
        if needed(NARROWEST if column.late else COMFORTABLE) > width:
            shown.remove(column)
    wrapping = {c.key: natural[c.key] for c in shown if c.wraps}
    room = _shared(
        width - needed(0), wrapping, {key: least_width(row[key] for row in written) for key in wrapping}
    )
    return shown, [room.get(column.key, natural[column.key]) for column in shown]


def _shared(spare: int, wanted: dict[str, int], least: dict[str, int]) -> dict[str, int]:
    """The room of each column that wraps: fair shares, of which what one does not need goes to the others."""
    room: dict[str, int] = {}
    keys = sorted(wanted, key=wanted.__getitem__)
    for place, key in enumerate(keys):
        reserved = sum(min(wanted[other], least[other]) for other in keys[place + 1 :])
        share = min(spare // (len(keys) - place), spare - reserved)
        room[key] = min(wanted[key], max(share, least[key]))
        spare -= room[key]
    return room


def least_width(texts: Iterable[str]) -> int:
    """The cells that text which wraps has at least: those of its longest number, which is never torn."""
    return max([NARROWEST, *map(widest_number, texts)])


def _natural(column: Column, written: list[dict[str, str]], words: Words) -> int:
    return max(cell_len(heading(column, words)), *(cell_len(row[column.key]) for row in written), 1)


def _cell_text(column: Column, value: Value, words: Words) -> str:
    """A cell's text; days without their year, which the head names."""
    if column.brief and isinstance(value, date):
        return value.isoformat()[5:]
    return text_of(value, words)
