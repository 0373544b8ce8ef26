"""The terminal: rich tables under headings, in as many columns as fit."""

import io
from collections.abc import Iterator, Mapping
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from tracker.assess.signal import Flag, Signal
from tracker.formats import Canvas
from tracker.formats.cells import counts_line, section_heading, sentence
from tracker.formats.layout import GAP, Layout, cell_text, layout_of
from tracker.report.table import Bar, Column, Level, Points, Row, Table, View
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
UNBOUNDED = 10_000


def render(view: View, words: Words, canvas: Canvas) -> str:
    """The view for a terminal of `canvas.width` cells."""
    layout = layout_of(view.table, words, canvas.width or UNBOUNDED)
    width = max(canvas.width or UNBOUNDED, layout.width)
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
    for part in _parts(view, words, layout, width):
        console.print(part, soft_wrap=False)
    # Lines end where their text ends.
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _parts(view: View, words: Words, layout: Layout, width: int) -> Iterator[RenderableType]:
    yield Text(printable(view.title), style="bold")
    for phrase in view.head:
        yield Text(sentence(phrase, words), style="yellow" if phrase.key == "head.notice" else "")
    if view.counts is not None:
        yield from _counts(view.counts, view.total, words, width)
    yield Text("")
    if not view.table.rows:
        yield Text(words("table.empty"))
    else:
        yield from _table(view.table, words, layout)
    if view.foot:
        yield Text("")
    for phrase in view.foot:
        yield Text(
            sentence(phrase, words), style="bold red" if phrase.key == "foot.problems" else "bright_black"
        )


def _counts(counts: Mapping[Signal, int], total: int, words: Words, width: int) -> Iterator[Text]:
    """The counts in as many lines as they need, none of them torn apart."""
    line = Text()
    for signal, text in counts_line(counts, total, words):
        if line and line.cell_len + GAP + cell_len(text) > width:
            yield line
            line = Text()
        line.append(" " * GAP if line else "")
        line.append(text, style=STYLES[signal] if signal else "bold")
    yield line


def _table(table: Table, words: Words, layout: Layout) -> Iterator[RenderableType]:
    """One rich table for the targets of each measure, all with the same columns and widths."""
    yield _grid(layout, [], words, header=True)
    for level, rows in groupby(table.rows, key=lambda row: row.level):
        if level is Level.ITEM:
            yield _grid(layout, list(rows), words, header=False)
            continue
        for row in rows:
            if level is Level.SECTION:
                yield Text("\n" + section_heading(row, words), style="bold")
            else:
                yield _measure(row, words)


def _measure(row: Row, words: Words) -> Text:
    lead = words("measure.lead", {"owner": row.owner})
    return Text.assemble((f"{row.number} ", "bold"), printable(row.text), "  ", (lead, "bright_black"))


def _grid(layout: Layout, rows: list[Row], words: Words, *, header: bool) -> RenderableType:
    table = RichTable.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    if layout.indent:
        table.add_column(width=layout.indent - GAP)
    for column, cells in zip(layout.columns, layout.widths, strict=True):
        table.add_column(
            width=cells,
            justify="right" if column.right else "left",
            no_wrap=not column.wraps,
            overflow="fold" if column.wraps else "crop",
        )
    lead = [Text("")] if layout.indent else []
    if header:
        table.add_row(
            *lead, *(Text(words(f"column.{c.key}"), style="bold underline") for c in layout.columns)
        )
    for row in rows:
        table.add_row(*lead, *(_cell(column, row, words) for column in layout.columns))
    return table


def _cell(column: Column, row: Row, words: Words) -> Text:
    value = row.cells[column.key]
    text = cell_text(column, value, words)
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
    return Text(text, style=f"{style} strike".strip() if row.struck else style)


def _signal_style(row: Row) -> str:
    signal = row.cells.get("signal")
    return STYLES[signal].replace("bold white on ", "") if isinstance(signal, Signal) else ""
