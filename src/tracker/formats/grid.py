"""Rows of cells side by side, each cell in as many lines as it needs."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from tracker.formats.layout import GAP, Layout
from tracker.formats.lines import Run, filled, styled
from tracker.formats.widths import cells, certain, cropped

# A text, how many cells it takes, its style, and what styles the text but not the spaces beside it.
Cell = tuple[str, int, str, str]


def grid_lines(layout: Layout, row: Sequence[Cell]) -> Iterator[list[Run]]:
    """One row of a table."""
    if not row:
        yield []
    columns = [
        _cell(cell, width, right=column.right, wraps=column.wraps)
        for cell, column, width in zip(row, layout.columns, layout.widths, strict=True)
    ]
    for cut in zip_longest(*columns):
        line: list[Run] = [(" " * layout.indent, "")]
        for part, width in zip(cut, layout.widths, strict=True):
            # A column that has no more lines is blank.
            line += part or [(" " * width, "")]
            line.append(_GAP)
        yield line[:-1]


_GAP = (" " * GAP, "")


def _cell(cell: Cell, width: int, *, right: bool, wraps: bool) -> list[list[Run]]:
    text, taken, codes, more = cell
    if not more and taken <= width and not (wraps and certain(text) is None):
        # Nearly every cell: one line, one style.
        if right:
            text = text.rstrip()
            return [[(" " * (width - cells(text)) + text, codes)]]
        return [[(text + " " * (width - taken), codes)]]
    lines = filled(text, width, right=right, wraps=wraps)
    if not more:
        return [[("".join(line), codes)] for line in lines]
    return [[(before, codes), (said, styled(codes, more)), (after, codes)] for before, said, after in lines]


def field_lines(rows: Sequence[tuple[Run, Run]], gap: int, width: int) -> Iterator[list[Run]]:
    """Names and values in two columns; where there is no room it is the values that give way."""
    names = min(max((cells(name) for (name, _), _ in rows), default=0) + gap, width)
    values = max(min(max((cells(value) for _, (value, _) in rows), default=0), width) or 1, 1)
    values = min(values, width - names)
    for (name, codes), (value, value_codes) in rows:
        left = [[(_shortened(name, names - gap), codes), (" " * gap, "")]] if names > gap else []
        right = (
            [[(f"{b}{t}{a}", value_codes)] for b, t, a in filled(value, values, wraps=True)] if values else []
        )
        for first, second in zip_longest(left, right) if left or right else [(None, None)]:
            yield [*(first or [(" " * names, "")]), *(second or [])]


def _shortened(text: str, width: int) -> str:
    """The text in exactly `width` cells, with dots where it is cut."""
    taken = cells(text)
    if taken <= width:
        return text + " " * (width - taken)
    return cropped(text, width - 1) + "…"
