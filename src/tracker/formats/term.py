"""The terminal: rich tables under headings, in as many columns as fit."""

import io
from collections.abc import Iterator
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from tracker.assess.signal import Flag, Signal
from tracker.formats import Canvas
from tracker.formats.cells import counts_line, section_heading, sentence, text_of
from tracker.report.table import Bar, Column, Level, Points, Row, Table, Value, View
from tracker.words import Words, printable

STYLES = {
    Signal.DONE: "bold green",
    Signal.ON_TRACK: "green",
    Signal.BEHIND: "yellow",
    Signal.FAR_BEHIND: "bold red",
    Signal.OVERDUE: "bold white on red",
    Signal.SILENT: "bright_black",
    Signal.PENDING: "blue",
}
GAP = 2  # cells between columns
INDENT = 2  # cells before a target, under its measure
NARROWEST = 12  # cells for text that wraps, at least
COMFORTABLE = 20  # before columns are dropped, text that wraps keeps so many
UNBOUNDED = 10_000


def render(view: View, words: Words, canvas: Canvas) -> str:
    """The view for a terminal of `canvas.width` cells."""
    width = canvas.width or UNBOUNDED
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=canvas.colour,
        color_system="standard" if canvas.colour else None,
        no_color=not canvas.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in _parts(view, words, width):
        console.print(part, soft_wrap=False)
    # Lines end where their text ends.
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _parts(view: View, words: Words, width: int) -> Iterator[RenderableType]:
    yield Text(printable(view.title), style="bold")
    for phrase in view.head:
        yield Text(sentence(phrase, words), style="yellow" if phrase.key == "head.notice" else "")
    yield from _counts(view, words, width)
    yield Text("")
    if not view.table.rows:
        yield Text(words("table.empty"))
    else:
        yield from _table(view.table, words, width)
    yield Text("")
    for phrase in view.foot:
        yield Text(
            sentence(phrase, words), style="bold red" if phrase.key == "foot.problems" else "bright_black"
        )


def _counts(view: View, words: Words, width: int) -> Iterator[Text]:
    """The counts in as many lines as they need, none of them torn apart."""
    line = Text()
    for signal, text in counts_line(view.counts, view.total, words):
        if line and line.cell_len + GAP + cell_len(text) > width:
            yield line
            line = Text()
        line.append(" " * GAP if line else "")
        line.append(text, style=STYLES[signal] if signal else "bold")
    yield line


def _table(table: Table, words: Words, width: int) -> Iterator[RenderableType]:
    """One rich table for the targets of each measure, all with the same columns and widths."""
    grouped = table.rows[0].level is not Level.ITEM
    indent = INDENT if grouped else 0
    items = [row for row in table.rows if row.level is Level.ITEM]
    columns = [column for column in table.columns if column.key != "lead_unit" or not _leads_named(table)]
    columns, widths = fit(columns, items, words, width - indent)
    yield _grid(columns, widths, [], words, indent, header=True)
    for level, rows in groupby(table.rows, key=lambda row: row.level):
        if level is Level.ITEM:
            yield _grid(columns, widths, list(rows), words, indent, header=False)
            continue
        for row in rows:
            if level is Level.SECTION:
                yield Text("\n" + section_heading(row, words), style="bold")
            else:
                yield _measure(row, words)


def _leads_named(table: Table) -> bool:
    """Whether the headings already name the lead unit of every target beneath them."""
    owner: Value = None
    for row in table.rows:
        if row.level is Level.MEASURE:
            owner = row.owner
        elif row.level is Level.ITEM and row.cells["lead_unit"] != owner:
            return False
    return True


def _measure(row: Row, words: Words) -> Text:
    lead = words("measure.lead", {"owner": row.owner})
    return Text.assemble((f"{row.number} ", "bold"), printable(row.text), "  ", (lead, "bright_black"))


def fit(columns: list[Column], items: list[Row], words: Words, width: int) -> tuple[list[Column], list[int]]:
    """The columns that fit into `width` cells, and how wide each is.

    A column in which nothing stands is left out. Then columns go in the order of their `drop`, the highest
    first, once text that wraps is down to 20 cells.
    """
    kept = [
        column for column in columns if any(_plain(column, row.cells[column.key], words) for row in items)
    ]
    natural = {column.key: _natural(column, items, words) for column in kept}

    def needed(least: int) -> int:
        cells = (min(natural[c.key], least) if c.wraps else natural[c.key] for c in kept)
        return sum(cells) + GAP * (len(kept) - 1)

    while needed(COMFORTABLE) > width and any(column.drop for column in kept):
        kept.remove(max(kept, key=lambda column: column.drop))
    spare = width - needed(0)
    widths = [max(min(natural[c.key], spare), NARROWEST) if c.wraps else natural[c.key] for c in kept]
    return kept, widths


def _natural(column: Column, items: list[Row], words: Words) -> int:
    texts = (_plain(column, row.cells[column.key], words) for row in items)
    return max(cell_len(words(f"column.{column.key}")), *map(cell_len, texts), 1)


def _plain(column: Column, value: Value, words: Words) -> str:
    if column.key == "actual_date" and value is not None:
        return str(value)[5:]
    return text_of(value, words)


def _grid(
    columns: list[Column], widths: list[int], rows: list[Row], words: Words, indent: int, *, header: bool
) -> RenderableType:
    table = RichTable.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    if indent:
        table.add_column(width=indent - GAP)
    for column, cells in zip(columns, widths, strict=True):
        table.add_column(
            width=cells,
            justify="right" if column.right else "left",
            no_wrap=not column.wraps,
            overflow="fold" if column.wraps else "crop",
        )
    lead = [Text("")] if indent else []
    if header:
        table.add_row(*lead, *(Text(words(f"column.{c.key}"), style="bold underline") for c in columns))
    for row in rows:
        table.add_row(*lead, *(_cell(column, row, words) for column in columns))
    return table


def _cell(column: Column, row: Row, words: Words) -> Text:
    value = row.cells[column.key]
    text = _plain(column, value, words)
    style = ""
    match value:
        case Signal():
            style = STYLES[value]
        case Bar():
            style = _signal_style(row)
        case Points(share) if share < 0:
            style = _signal_style(row)
        case (Flag(), *_):
            style = "blue" if value == (Flag.DUE_SOON,) else "magenta"
        case None:
            style = "bright_black"
    return Text(text, style=style)


def _signal_style(row: Row) -> str:
    signal = row.cells.get("signal")
    return STYLES[signal].replace("bold white on ", "") if isinstance(signal, Signal) else ""
