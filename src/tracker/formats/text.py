"""Plain text: tables by tabulate, columns aligned for wide characters; to paste into a mail."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

import tabulate
import wcwidth

from tracker.formats import Canvas
from tracker.formats.cells import counts_line, heading, label, section_heading, sentence, text_of
from tracker.formats.charts.plot import plot
from tracker.report.values import Value
from tracker.report.view import Block, Chart, Fields, Level, Passage, Prose, Row, Table, View
from tracker.words import Words, printable

# A chart in text is this wide wherever it is pasted.
CHART_WIDTH = 78
# Wide characters count two cells; without this tabulate only does so where it finds wcwidth by itself.
tabulate.WIDE_CHARS_MODE = True


def render(view: View, words: Words, _canvas: Canvas) -> str:
    """The whole view; nothing is cut."""
    return "\n".join(_lines(view, words)) + "\n"


def _lines(view: View, words: Words) -> Iterator[str]:
    yield printable(view.title)
    yield from (sentence(phrase, words) for phrase in view.head)
    if view.counts is not None:
        yield "  ".join(text for _, text in counts_line(view.counts, view.total, words))
    for block in view.blocks:
        yield ""
        if block.title:
            yield from (sentence(block.title, words), "")
        yield from _block(block, words)
    if view.foot:
        yield ""
    yield from (sentence(phrase, words) for phrase in view.foot)


def _block(block: Block, words: Words) -> Iterator[str]:
    match block:
        case Table():
            yield from table_lines(block, words, style="simple", write=_cell, say=str)
        case Fields():
            labels = [label(key, words) for key, _ in block.items]
            width = max(map(wcwidth.width, labels), default=0)
            for name, (_, value) in zip(labels, block.items, strict=True):
                yield f"{wcwidth.ljust(name, width)}  {text_of(value, words)}"
        case Prose():
            yield from (sentence(phrase, words) for phrase in block.phrases)
        case Passage():
            yield from passage_lines(block)
        case Chart():
            yield from plot(block, words, CHART_WIDTH, wcwidth.width)


def passage_lines(block: Passage) -> Iterator[str]:
    """Lines with their numbers; what is meant stands between 【 and 】."""
    for line in block.lines:
        text, end = "", 0
        for begin, stop in line.marks:
            text += f"{printable(line.text[end:begin])}【{printable(line.text[begin:stop])}】"
            end = stop
        yield f"{line.number:>5} | {text}{printable(line.text[end:])}".rstrip()


def _cell(value: Value, words: Words, *, struck: bool) -> str:
    text = text_of(value, words)
    return "".join(f"{character}\u0336" for character in text) if struck else text


class Write(Protocol):
    """How a cell is written; `struck` where its row is withdrawn."""

    def __call__(self, value: Value, words: Words, *, struck: bool) -> str:
        """The cell's text."""
        ...


def items_by_section(table: Table) -> Iterator[tuple[Row | None, list[Row]]]:
    """Each section's heading with its items; a flat list comes whole, without a heading."""
    heading: Row | None = None
    rows: list[Row] = []
    for row in table.rows:
        if row.level is Level.SECTION:
            if rows:
                yield heading, rows
            heading, rows = row, []
        elif row.cells:
            rows.append(row)
    if rows:
        yield heading, rows


def rows_as_text(table: Table, rows: list[Row], words: Words, *, style: str, write: Write) -> str:
    """The rows under the headings of all columns, as tabulate draws them."""
    columns = [column for column in table.columns if column.key != "bar"]
    return cells_as_text(
        [[write(row.cells[column.key], words, struck=row.struck) for column in columns] for row in rows],
        [heading(column, words) for column in columns],
        ["right" if column.right else "left" for column in columns],
        style=style,
    )


def cells_as_text(
    rows: Sequence[Sequence[str]], headings: Sequence[str], sides: Sequence[str], *, style: str
) -> str:
    """Written cells under headings; each column keeps to its side: left, right or center."""
    return tabulate.tabulate(rows, headers=headings, tablefmt=style, colalign=sides, disable_numparse=True)


def table_lines(
    table: Table,
    words: Words,
    *,
    style: str,
    write: Write,
    say: Callable[[str], str],
    above: tuple[str, ...] = ("{}",),
) -> Iterator[str]:
    """A table by its sections, each heading in the lines `above`; what is said where it is empty; its remark.

    `say` escapes what stands outside the cells.
    """
    for place, (heading_row, rows) in enumerate(items_by_section(table)):
        if place:
            yield ""
        if heading_row:
            yield from (line.format(say(section_heading(heading_row, words))) for line in above)
        yield rows_as_text(table, rows, words, style=style, write=write)
    if not table.rows:
        yield say(sentence(table.empty, words))
    if table.remark:
        yield from ("", say(sentence(table.remark, words)))
