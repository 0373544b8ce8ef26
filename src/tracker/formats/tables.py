"""Rows of a view as one plain table, by tabulate."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

import tabulate

from tracker.formats.cells import heading, section_heading, sentence
from tracker.report.values import Value
from tracker.report.view import Level, Row, Table
from tracker.words import Words


class Write(Protocol):
    """How a cell is written; `struck` where its row is withdrawn."""

    def __call__(self, value: Value, words: Words, *, struck: bool) -> str:
        """The cell's text."""
        ...


# Wide characters count two cells; without this tabulate only does so where it finds wcwidth by itself.
tabulate.WIDE_CHARS_MODE = True


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
