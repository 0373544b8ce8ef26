"""Tables of a Word file: a head that every page repeats, rows that stay whole, widths by their content."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isqrt

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Twips
from markdown_it.tree import SyntaxTreeNode

from tracker.formats.paper.docx_headings import cells
from tracker.formats.paper.docx_runs import plain, write
from tracker.formats.paper.docx_styles import looks
from tracker.words import Words

_SIDE = 60  # twips between text and rule
_SLACK = 80  # twips, since no two fonts set the same text equally wide
_SHORT = 12  # cells of text that are not worth a second line
_WORD = re.compile(r"[!-\u2e7f]+")  # what does not break: letters, digits and signs that are not Chinese
_SEAM = re.compile(r"[0-9A-Za-z](?=[\u3400-\u9fff])|[\u3400-\u9fff](?=[0-9A-Za-z])")
_ALIGNMENTS = {"left": 0, "center": 1, "right": 2}  # WD_ALIGN_PARAGRAPH


@dataclass(frozen=True, slots=True)
class Grid:
    """A pipe table: rows of cells, the first of them the head, and how its columns are aligned."""

    rows: tuple[tuple[SyntaxTreeNode, ...], ...]
    alignments: tuple[str, ...]


def grid_of(table: SyntaxTreeNode) -> Grid:
    """The rows and cells of a table node."""
    rows = tuple(tuple(row.children) for group in table.children for row in group.children)
    styles = (str(cell.attrs.get("style", "")) for cell in rows[0])
    return Grid(rows, tuple(style.removeprefix("text-align:") for style in styles))


def natural_widths(grid: Grid, words: Words) -> list[int]:
    """How wide each column is, in twips, where nothing wraps."""
    return [_twips(max(map(_across, column)), words) for column in _columns(grid)]


def least_widths(grid: Grid, words: Words) -> list[int]:
    """How wide each column has to be for its longest word, and for short texts such as dates and numbers."""
    return [
        _twips(max(_across(part) for text in column for part in _unbroken(text)), words)
        for column in _columns(grid)
    ]


def widths(natural: list[int], least: list[int], room: int) -> list[int]:
    """The widths of columns that fill `room`.

    What is left over is shared in proportion. Where there is too little, the columns that take less than an
    equal share keep theirs, and the others share by the roots of theirs, which makes rows of about equal
    height; none gets less than its least, as long as there is room for that.
    """
    if sum(natural) <= room or sum(least) >= room:
        wanted = natural if sum(natural) <= room else least
        return [width * room // sum(wanted) for width in wanted]
    given: dict[int, int] = {}
    while True:
        open_, spare = [n for n in range(len(natural)) if n not in given], room - sum(given.values())
        fixed = {n: natural[n] for n in open_ if natural[n] * len(open_) <= spare}
        if not fixed:
            weight = sum(isqrt(natural[n]) for n in open_)
            shares = {n: isqrt(natural[n]) * spare // weight for n in open_}
            fixed = {n: least[n] for n in open_ if shares[n] < least[n]}
        if not fixed:
            found = [(given | shares)[n] for n in range(len(natural))]
            return [width * min(room, sum(found)) // sum(found) for width in found]
        given |= fixed


def add_table(document: Document, node: SyntaxTreeNode, words: Words, room: int) -> None:
    """Write a table `room` twips wide."""
    grid = grid_of(node)
    table = document.add_table(len(grid.rows), len(grid.alignments), "Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    sides = "".join(f'<w:{side} w:w="{_SIDE}" w:type="dxa"/>' for side in ("left", "right"))
    margins = parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>")
    table._tblPr.insert_element_before(margins, "w:tblLook")  # noqa: SLF001 - the library has no other way
    across = widths(natural_widths(grid, words), least_widths(grid, words), room)
    for column, width in zip(table.columns, across, strict=True):
        column.width = Twips(width)
    for n, (row, nodes) in enumerate(zip(table.rows, grid.rows, strict=True)):
        marks = ("cantSplit", "tblHeader") if n == 0 else ("cantSplit",)
        for mark in marks:
            row._tr.get_or_add_trPr().append(parse_xml(f"<w:{mark} {nsdecls('w')}/>"))  # noqa: SLF001 - no other way
        for cell, content, width, alignment in zip(row.cells, nodes, across, grid.alignments, strict=True):
            cell.width = Twips(width)
            cell.vertical_alignment = 1  # WD_ALIGN_VERTICAL.CENTER
            paragraph = cell.paragraphs[0]
            paragraph.style = "Table Text" if n else "Table Heading"
            if n and alignment in _ALIGNMENTS:
                paragraph.alignment = _ALIGNMENTS[alignment]
            write(paragraph, content.children[0], words)


def _columns(grid: Grid) -> list[list[str]]:
    """The texts of each column, the head first."""
    return [[plain(cell.children[0]) for cell in column] for column in zip(*grid.rows, strict=True)]


def _unbroken(text: str) -> Iterator[str]:
    """The parts of a text that should stay in one line."""
    if cells(text) <= _SHORT:
        yield text
    else:
        yield from _WORD.findall(text)
        yield "　"


def _across(text: str) -> int:
    """Cells that a text takes; between Chinese and Latin characters programs set some space."""
    return cells(text) + -(-len(_SEAM.findall(text)) // 2)


def _twips(cells: int, words: Words) -> int:
    # A Chinese character is as wide as it is high, a Latin letter about half of it.
    return cells * looks(words)["Table Text"].size * 5 + 2 * _SIDE + _SLACK
