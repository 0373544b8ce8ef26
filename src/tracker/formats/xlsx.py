"""A workbook by openpyxl (an extra): sheets for tables, drawings, all that is known, and what it rests on."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from importlib.resources import files
from math import ceil
from typing import Any

import wcwidth
from openpyxl import Workbook
from openpyxl.formatting.rule import DataBarRule, FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.xml.functions import tostring

from tracker.assess.signal import Signal
from tracker.formats import Canvas
from tracker.formats.cells import GLYPHS, counts_line, heading, label, section_heading, sentence, text_of
from tracker.formats.packing import timeless
from tracker.formats.text import passage_lines
from tracker.formats.xlsx_cells import FACE, as_text, print_on_a4, put
from tracker.formats.xlsx_charts import draw
from tracker.report.values import Percent, Record, Value
from tracker.report.view import Chart, Column, Fields, Level, Passage, Prose, Row, Table, View
from tracker.words import Words, printable

_NO_TIME = datetime(1980, 1, 1)  # noqa: DTZ001 - the library takes times without a zone
_LONGEST_NAME = 31  # characters of a sheet's name, by the specification
_UNFIT = re.compile(r"[\[\]:*?/\\']")
_NARROWEST, _WIDEST = 6, 44  # characters of the standard font; Chinese ones take two
_LINE = 15  # points of a line of text
_THIN = Side(style="thin", color="BFBFBF")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEADING = PatternFill("solid", fgColor="DDE7F0")
_COLOUR = re.compile(r"--(?P<name>\w+): #(?P<colour>[0-9a-f]{6});")


def render(view: View, words: Words, _canvas: Canvas) -> bytes:
    """The workbook; of the same view the same bytes.

    Raises ModuleNotFoundError where openpyxl is not installed.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    colours = _colours()
    tables = [block for block in view.blocks if isinstance(block, Table)]
    for table in tables:
        name = sentence(table.title, words) if table.title else words("sheet.table")
        _Sheet(book, name, words).table(view, table, colours)
    drawings = view.make_drawings()
    if drawings:
        draw(_sheet(book, words("sheet.drawings")), drawings, words, colours)
    records = view.records
    if records:
        _Sheet(book, words("sheet.records"), words).records(records, tables)
    _about(_sheet(book, words("sheet.about")), view, words)
    book.properties.title, book.properties.creator = printable(view.title), "tracker"
    book.properties.created = book.properties.modified = _NO_TIME
    properties = tostring(book.properties.to_tree())
    out = io.BytesIO()
    book.save(out)
    return timeless(out, {"docProps/core.xml": properties})


def _colours() -> Mapping[str, str]:
    """The colours of the signals on paper, as pages have them."""
    text = (files("tracker.formats") / "templates/colours.css").read_text("utf-8").partition("@media")[0]
    return {found["name"]: found["colour"].upper() for found in _COLOUR.finditer(text)}


def _sheet(book: Workbook, name: str) -> Any:  # noqa: ANN401 - sheets of the library
    """A new sheet, of a name that spreadsheets take and no other sheet has."""
    return book.create_sheet(_UNFIT.sub("_", printable(name))[:_LONGEST_NAME] or "_")


class _Sheet:
    """A sheet with one table: its head, frozen, with a filter; ready to print."""

    def __init__(self, book: Workbook, name: str, words: Words) -> None:
        self._sheet: Any = _sheet(book, name)
        self._words = words
        self._widths: dict[int, int] = {}
        self._taken: dict[
            tuple[int, int], int
        ] = {}  # what the text of a cell that wraps would take in one line

    def table(self, view: View, table: Table, colours: Mapping[str, str]) -> None:
        """A table as people see it; what its headings between rows say stands in columns."""
        words = self._words
        columns = [column for column in table.columns if column.key not in {"bar", "time_bar"}]
        grouped = any(row.level in {Level.SECTION, Level.MEASURE} for row in table.rows)
        groups = ("section", "measure") if grouped else ()
        as_text(self._sheet, "A1", view.title).font = Font(name=FACE, bold=True, size=14)
        as_text(self._sheet, "A2", " ".join(sentence(phrase, words) for phrase in view.head))
        head = 3
        self._head(head, [*(heading(c, words) for c in columns), *(words(f"column.{key}") for key in groups)])
        last = head
        for row, above in _items(table.rows, words):
            last += 1
            for n, column in enumerate(columns, 1):
                self._value((last, n), row.cells[column.key], column)
            for n, text in enumerate(above[: len(groups)], len(columns) + 1):
                self._written(as_text(self._sheet, (last, n), text), text)
            self._mark(last, row)
        rows = sum(row.level is not Level.TOTAL for row in table.rows if row.cells)
        named = next((n for n, column in enumerate(columns[:3], 1) if column.key == "name"), 0)
        self._finish(head, head + rows, len(groups) + len(columns), named)
        self._colour(columns, table.rows, (head + 1, last), colours)
        for n, phrase in enumerate(
            filter(None, (table.remark, None if table.rows else table.empty)), last + 2
        ):
            as_text(self._sheet, (n, 1), sentence(phrase, words))

    def records(self, records: Sequence[Record], tables: Sequence[Table]) -> None:
        """Everything known, as CSV and JSON have it, under the same headings as CSV."""
        keys = list(records[0])
        named = {c.key: c.label for table in tables for c in table.columns if c.label}
        self._head(1, [printable(named.get(key) or self._words(f"column.{key}")) for key in keys])
        for number, record in enumerate(records, 2):
            for n, value in enumerate(record.values(), 1):
                self._value((number, n), value)
        known = keys.index("name") + 1 if "name" in keys[:3] else 0
        self._finish(1, len(records) + 1, len(keys), known)

    def _head(self, number: int, texts: Sequence[str]) -> None:
        for n, text in enumerate(texts, 1):
            cell = as_text(self._sheet, (number, n), text)
            cell.font, cell.fill, cell.border = Font(name=FACE, size=11, bold=True), _HEADING, _BORDER
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            self._widths[n] = max(_NARROWEST, wcwidth.width(text) + 3)  # the filter's arrow takes its room

    def _value(self, at: tuple[int, int], value: Value, column: Column | None = None) -> None:
        cell = put(self._sheet, at, value, self._words)
        text = "" if value is None else text_of(value, self._words)
        if column is None:  # all that is known is searched and sorted, and keeps to one line
            self._widths[at[1]] = max(self._widths[at[1]], min(_WIDEST, wcwidth.width(text) + 2))
            return
        self._written(cell, text)
        if column.right:
            cell.alignment = Alignment(horizontal="right", vertical="center")

    def _written(self, cell: Any, text: str) -> None:  # noqa: ANN401 - cells of the library
        cell.border = _BORDER
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        taken = self._taken[cell.row, cell.column] = wcwidth.width(text) + 2
        self._widths[cell.column] = max(self._widths[cell.column], min(_WIDEST, taken))

    def _mark(self, number: int, row: Row) -> None:
        """Sums stand out, and what was withdrawn is struck through."""
        if row.struck or row.level is Level.TOTAL:
            for cell in self._sheet[number]:
                cell.font = Font(name=FACE, size=11, bold=row.level is Level.TOTAL, strike=row.struck)

    def _finish(self, head: int, last: int, columns: int, named: int) -> None:
        """Widths, filter, and what stays in sight: the head, and the columns up to `named`."""
        for n, width in self._widths.items():
            self._sheet.column_dimensions[get_column_letter(n)].width = width
        lines: dict[int, int] = {}
        for (row, column), taken in self._taken.items():
            lines[row] = max(lines.get(row, 1), ceil(taken / self._widths[column]))
        for row, count in lines.items():
            self._sheet.row_dimensions[row].height = count * _LINE
        self._sheet.freeze_panes = f"{get_column_letter(named + 1)}{head + 1}"
        self._sheet.auto_filter.ref = f"A{head}:{get_column_letter(columns)}{last}"
        print_on_a4(self._sheet, head)
        self._sheet.oddFooter.center.text = "&P / &N"

    def _colour(
        self,
        columns: Sequence[Column],
        rows: Sequence[Row],
        area: tuple[int, int],
        colours: Mapping[str, str],
    ) -> None:
        """Signals by their glyph, completions as bars: they follow what is typed into the cells."""
        first, last = area
        for n, column in enumerate(columns, 1):
            values = [row.cells.get(column.key) for row in rows]
            letter = get_column_letter(n)
            ref = f"{letter}{first}:{letter}{last}"
            if any(isinstance(value, Signal) for value in values):
                for signal in Signal:
                    ink = colours.get(signal.value, colours["alarm"])
                    rule = FormulaRule(  # type: ignore[no-untyped-call]
                        formula=[f'LEFT({letter}{first},1)="{GLYPHS[signal]}"'],
                        font=Font(color=ink, bold=True),
                        fill=PatternFill(bgColor=_tint(ink)),
                    )
                    self._sheet.conditional_formatting.add(ref, rule)
            elif column.key == "completion" and any(isinstance(value, Percent) for value in values):
                bar = DataBarRule("num", 0, "num", 1, _tint(colours["on_track"]))  # type: ignore[no-untyped-call]
                self._sheet.conditional_formatting.add(ref, bar)


def _tint(colour: str) -> str:
    """A colour so light that its own text can be read on it."""
    return "".join(f"{(int(colour[n : n + 2], 16) + 4 * 255) // 5:02X}" for n in (0, 2, 4))


def _items(rows: Sequence[Row], words: Words) -> Iterator[tuple[Row, tuple[str, str]]]:
    """The rows that have cells, each with the section and the measure it stands under."""
    section = measure = ""
    for row in rows:
        match row.level:
            case Level.SECTION:
                section, measure = section_heading(row, words), ""
            case Level.MEASURE:
                measure = f"{row.number} {printable(row.text)}"
            case _:
                yield row, (section, measure)


def _about(sheet: Any, view: View, words: Words) -> None:  # noqa: ANN401 - sheets of the library
    """What stands above and below the tables elsewhere, and what is no table."""
    as_text(sheet, "A1", view.title).font = Font(name=FACE, bold=True, size=14)
    number = 2
    for name, value in _said(view, words):
        as_text(sheet, (number, 1), name)
        cell = put(sheet, (number, 2), value, words) if value is not None else sheet.cell(number, 2)
        cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
        number += 1
    as_text(sheet, (number + 1, 1), words("sheet.digits"))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 26, 100
    print_on_a4(sheet, 1)


def _said(view: View, words: Words) -> Iterator[tuple[str, Value]]:
    """Line by line: a name and a value, or a sentence alone."""
    for phrase in view.head:
        yield sentence(phrase, words), None
    if view.counts is not None:
        yield " · ".join(text for _, text in counts_line(view.counts, view.total, words)), None
    for block in view.blocks:
        if not isinstance(block, (Table, Chart)) and block.title:
            yield sentence(block.title, words), None
        match block:
            case Fields():
                yield from ((label(key, words), value) for key, value in block.items)
            case Prose():
                yield from ((sentence(phrase, words), None) for phrase in block.phrases)
            case Passage():
                yield from ((line, None) for line in passage_lines(block))
    for phrase in view.foot:
        yield sentence(phrase, words), None
