"""What formats/term.py draws, drawn by rich: the reference it is compared with."""

import io
from collections.abc import Iterator, Mapping
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from tracker.assess.signal import Flag, Signal
from tracker.formats import Canvas
from tracker.formats.cells import counts_line, heading, label, section_heading, sentence, text_of
from tracker.formats.charts.plot import plot
from tracker.formats.layout import GAP, Layout, cell_text, layout_of
from tracker.report.values import Bar, PercentagePoints
from tracker.report.view import (
    Block,
    Chart,
    Column,
    Fields,
    Level,
    Passage,
    Prose,
    Row,
    Table,
    TextLine,
    View,
)
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
WIDEST_CHART = 110
HEIGHT = 25


def render(view: View, words: Words, canvas: Canvas) -> str:
    """The view for a terminal of `canvas.width` cells."""
    wanted = canvas.width or UNBOUNDED
    layouts = {id(b): layout_of(b, words, wanted) for b in view.blocks if isinstance(b, Table)}
    width = max(wanted, *(layout.width for layout in layouts.values()), 1)
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        height=HEIGHT,  # else rich reads it from the environment
        force_terminal=canvas.colour,
        color_system="standard" if canvas.colour else None,
        no_color=not canvas.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in _frame(view, words, width):
        console.print(part, soft_wrap=False)
    for block in view.blocks:
        console.print("")
        if block.title:
            console.print(Text(sentence(block.title, words), style="bold"))
        for part in _block(block, words, layouts.get(id(block)), wanted):
            console.print(part, soft_wrap=False)
    if view.foot:
        console.print("")
    for phrase in view.foot:
        style = "bold red" if phrase.key == "foot.problems" else "bright_black"
        console.print(Text(sentence(phrase, words), style=style))
    # Lines end where their text ends.
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _frame(view: View, words: Words, width: int) -> Iterator[RenderableType]:
    yield Text(printable(view.title), style="bold")
    for phrase in view.head:
        yield Text(sentence(phrase, words), style="yellow" if phrase.key == "head.notice" else "")
    if view.counts is not None:
        yield from _counts(view.counts, view.total, words, width)


def _block(block: Block, words: Words, layout: Layout | None, width: int) -> Iterator[RenderableType]:
    match block:
        case Table() if layout is not None and block.rows:
            yield from _table(block, words, layout)
        case Table():
            yield Text(sentence(block.empty, words))
        case Fields():
            yield _fields(block, words)
        case Prose():
            yield from (Text(sentence(phrase, words)) for phrase in block.phrases)
        case Passage():
            yield from (_line(line) for line in block.lines)
        case Chart():
            yield from (Text(line) for line in plot(block, words, min(width, WIDEST_CHART)))
    if isinstance(block, Table) and block.remark:
        yield Text(sentence(block.remark, words), style="bright_black")


def _fields(block: Fields, words: Words) -> RenderableType:
    grid = RichTable.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for key, value in block.items:
        style = STYLES[value] if isinstance(value, Signal) else ""
        grid.add_row(Text(label(key, words), style="bright_black"), Text(text_of(value, words), style))
    return grid


def _line(line: TextLine) -> Text:
    text = Text(f"{line.number:>5} | ", style="bright_black")
    end = 0
    for begin, stop in line.marks:
        text.append(printable(line.text[end:begin]), style="not dim")
        text.append(printable(line.text[begin:stop]), style="bold reverse")
        end = stop
    return text.append(printable(line.text[end:]), style="default")


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
    for filled, rows in groupby(table.rows, key=lambda row: bool(row.cells)):
        if filled:
            yield _grid(layout, list(rows), words, header=False)
            continue
        for row in rows:
            if row.level is Level.SECTION:
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
    for column, room in zip(layout.columns, layout.widths, strict=True):
        table.add_column(
            width=room,
            justify="right" if column.right else "left",
            no_wrap=not column.wraps,
            overflow="fold" if column.wraps else "crop",
        )
    lead = [Text("")] if layout.indent else []
    if header:
        table.add_row(*lead, *(Text(heading(c, words), style="bold underline") for c in layout.columns))
    for row in rows:
        cells = [_cell(column, row, words) for column in layout.columns]
        if row.level is Level.TOTAL:
            for cell in cells:
                cell.stylize("bold")
        table.add_row(*lead, *cells)
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
        case PercentagePoints(share) if share < 0:
            style = _signal_style(row)
        case (Flag(), *_):
            style = "blue" if value == (Flag.DUE_SOON,) else "magenta"
        case None:
            style = "bright_black"
    return Text(text, style=f"{style} strike".strip() if row.struck else style)


def _signal_style(row: Row) -> str:
    signal = row.cells.get("signal")
    return STYLES[signal].replace("bold white on ", "") if isinstance(signal, Signal) else ""
