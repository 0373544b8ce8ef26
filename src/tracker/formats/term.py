"""The terminal: tables under headings, in as many columns as fit."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import NoneType
from typing import Any

from tracker.assess.signal import Flag, Signal
from tracker.formats import Canvas
from tracker.formats.cells import counts_line, heading, label, section_heading, sentence, text_of
from tracker.formats.grid import Cell, field_lines, grid_lines
from tracker.formats.layout import GAP, Layout, Written, layout_of
from tracker.formats.lines import (
    BLUE,
    BOLD,
    DEFAULT,
    GREEN,
    GREY,
    MAGENTA,
    RED,
    REVERSE,
    STRIKE,
    UNDERLINE,
    WHITE_ON_RED,
    YELLOW,
    Run,
    painted,
    styled,
    wrapped,
)
from tracker.formats.widths import cells
from tracker.report.values import Bar, PercentagePoints, Phrase
from tracker.report.view import Block, Chart, Fields, Level, Passage, Prose, Row, Table, TextLine, View
from tracker.words import Words, printable

STYLES = {
    Signal.DONE: styled(BOLD, GREEN),
    Signal.ON_TRACK: GREEN,
    Signal.BEHIND: YELLOW,
    Signal.FAR_BEHIND: styled(BOLD, RED),
    Signal.OVERDUE: styled(BOLD, WHITE_ON_RED),
    Signal.SILENT: GREY,
    Signal.PENDING: BLUE,
}
HEADING = styled(BOLD, UNDERLINE)
UNBOUNDED = 10_000
WIDEST_CHART = 110

Line = list[Run]


def render(view: View, words: Words, canvas: Canvas) -> str:
    """The view for a terminal of `canvas.width` cells."""
    wanted = canvas.width or UNBOUNDED
    layouts = {id(b): layout_of(b, words, wanted) for b in view.blocks if isinstance(b, Table)}
    width = max(wanted, *(layout.width for layout in layouts.values()), 1)
    lines = (painted(line, colour=canvas.colour) for line in _lines(view, words, layouts, wanted, width))
    # Lines end where their text ends.
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _lines(
    view: View, words: Words, layouts: Mapping[int, Layout], wanted: int, width: int
) -> Iterator[Line]:
    yield from wrapped([(printable(view.title), BOLD)], width)
    for phrase in view.head:
        yield from _said(phrase, words, width, YELLOW if phrase.key == "head.notice" else "")
    if view.counts is not None:
        yield from _counts(view.counts, view.total, words, width)
    for block in view.blocks:
        yield []
        if block.title:
            yield from _said(block.title, words, width, BOLD)
        yield from _block(block, words, layouts.get(id(block)), wanted, width)
    if view.foot:
        yield []
    for phrase in view.foot:
        problems = phrase.key == "foot.problems"
        yield from _said(phrase, words, width, styled(BOLD, RED) if problems else GREY)


def _said(phrase: Phrase, words: Words, width: int, codes: str = "") -> Iterator[Line]:
    return wrapped([(sentence(phrase, words), codes)], width)


def _block(block: Block, words: Words, layout: Layout | None, wanted: int, width: int) -> Iterator[Line]:
    if isinstance(block, Table) and block.rows and layout is not None:
        yield from _table(block, words, layout, width)
    elif isinstance(block, Fields):
        yield from _fields(block, words, width)
    else:
        for line in _paragraphs(block, words, wanted):
            yield from wrapped(line, width)
    if isinstance(block, Table) and block.remark:
        yield from _said(block.remark, words, width, GREY)


def _paragraphs(block: Block, words: Words, wanted: int) -> Iterator[Line]:
    match block:
        case Table():
            yield [(sentence(block.empty, words), "")]
        case Prose():
            yield from ([(sentence(phrase, words), "")] for phrase in block.phrases)
        case Passage():
            yield from map(_marked, block.lines)
        case Chart():
            plot = import_module("tracker.formats.charts.plot").plot
            yield from ([(drawn, "")] for drawn in plot(block, words, min(wanted, WIDEST_CHART)))


def _fields(block: Fields, words: Words, width: int) -> Iterator[Line]:
    rows = [
        (
            (label(key, words), GREY),
            (text_of(value, words), STYLES[value] if isinstance(value, Signal) else ""),
        )
        for key, value in block.items
    ]
    return field_lines(rows, GAP, width)


def _marked(line: TextLine) -> Line:
    """A line with its number; what is meant stands out."""
    runs = [(f"{line.number:>5} | ", GREY)]
    end = 0
    for begin, stop in line.marks:
        runs.append((printable(line.text[end:begin]), GREY))
        runs.append((printable(line.text[begin:stop]), styled(BOLD, REVERSE, GREY)))
        end = stop
    return [*runs, (printable(line.text[end:]), DEFAULT)]


def _counts(counts: Mapping[Signal, int], total: int, words: Words, width: int) -> Iterator[Line]:
    """The counts in as many lines as they need, none of them torn apart."""
    line: Line = []
    for signal, text in counts_line(counts, total, words):
        if line and sum(cells(said) for said, _ in line) + GAP + cells(text) > width:
            yield from wrapped(line, width)
            line = []
        if line:
            line.append((" " * GAP, ""))
        line.append((text, STYLES[signal] if signal else BOLD))
    yield from wrapped(line, width)


def _table(table: Table, words: Words, layout: Layout, width: int) -> Iterator[Line]:
    """The rows under the headings of their measures, all with the same columns and widths."""
    above = [heading(column, words) for column in layout.columns]
    yield from grid_lines(layout, [(text, cells(text), HEADING, "") for text in above])
    written = iter(layout.written)
    for row in table.rows:
        if row.cells:
            yield from grid_lines(layout, _cells(layout, row, next(written)))
        elif row.level is Level.SECTION:
            yield from wrapped([("\n" + section_heading(row, words), BOLD)], width)
        else:
            yield from wrapped(_measure(row, words), width)


def _measure(row: Row, words: Words) -> Line:
    lead = words("measure.lead", {"owner": row.owner})
    return [(f"{row.number} ", BOLD), (printable(row.text), ""), ("  ", ""), (lead, GREY)]


def _cells(layout: Layout, row: Row, written: Mapping[str, Written]) -> list[Cell]:
    more = BOLD if row.level is Level.TOTAL else ""
    return [(*written[column.key], _style(column.key, row), more) for column in layout.columns]


def _style(key: str, row: Row) -> str:
    value = row.cells[key]
    judge = _JUDGES.get(type(value))
    codes = judge(value, row) if judge else ""
    return styled(codes, STRIKE) if row.struck else codes


def _signal_style(row: Row) -> str:
    signal = row.cells.get("signal")
    if signal is Signal.OVERDUE:
        return RED
    return STYLES[signal] if isinstance(signal, Signal) else ""


def _flag_style(value: tuple[object, ...]) -> str:
    if not value or not isinstance(value[0], Flag):
        return ""
    return BLUE if value == (Flag.DUE_SOON,) else MAGENTA


# Values of any other type are written plainly.
_JUDGES: dict[type, Callable[[Any, Row], str]] = {
    Signal: lambda value, _: STYLES[value],
    Bar: lambda _, row: _signal_style(row),
    PercentagePoints: lambda value, row: _signal_style(row) if value.share < 0 else "",
    tuple: lambda value, _: _flag_style(value),
    NoneType: lambda *_: GREY,
}
