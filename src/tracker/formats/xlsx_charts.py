"""Native charts of a workbook: each drawing is a small table, with its chart beside it."""

from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.marker import DataPoint
from openpyxl.styles import Alignment, Font

from tracker.assess.signal import Signal
from tracker.formats.cells import heading, sentence
from tracker.formats.xlsx_cells import FACE, as_text, print_on_a4, put
from tracker.report.view import Drawing
from tracker.words import Words

_ROOM = 18  # rows that a chart takes at least
_BESIDE = "I"
_WIDTHS = (30, *[10] * 6)
# Which colour of the pages a series has.
_SERIES = {
    "green": "on_track",
    "yellow": "behind",
    "red": "far_behind",
    "grey": "silent",
    "lead": "far_behind",
}


def draw(sheet: Any, drawings: Sequence[Drawing], words: Words, colours: Mapping[str, str]) -> None:  # noqa: ANN401 - sheets of the library
    """All drawings, one below the other."""
    top = 1
    for drawing in drawings:
        columns, rows = drawing.table.columns, drawing.table.rows
        as_text(sheet, (top, 1), sentence(drawing.title, words)).font = Font(name=FACE, bold=True, size=12)
        for n, column in enumerate(columns, 1):
            cell = as_text(sheet, (top + 1, n), heading(column, words))
            cell.font, cell.alignment = (
                Font(name=FACE, bold=True),
                Alignment(horizontal="right" if n > 1 else "left"),
            )
        for number, row in enumerate(rows, top + 2):
            for n, column in enumerate(columns, 1):
                cell = put(sheet, (number, n), row.cells[column.key], words)
                cell.alignment = Alignment(horizontal="right" if n > 1 else "left")
        sheet.add_chart(_chart(sheet, drawing, top, words, colours), f"{_BESIDE}{top}")
        top += max(_ROOM, len(rows) + 4)
    for letter, width in zip("ABCDEFG", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    print_on_a4(sheet, 1)
    sheet.print_title_rows = None


def _chart(sheet: Any, drawing: Drawing, top: int, words: Words, colours: Mapping[str, str]) -> Any:  # noqa: ANN401 - charts of the library
    columns, rows = drawing.table.columns, drawing.table.rows
    chart: Any = LineChart() if drawing.shape == "lines" else BarChart()
    if drawing.shape == "bars":
        chart.type, chart.x_axis.scaling.orientation = "bar", "maxMin"  # the first on top, as in the table
    last = top + 1 + len(rows)
    chart.add_data(
        Reference(sheet, min_col=2, max_col=len(columns), min_row=top + 1, max_row=last),
        titles_from_data=True,
    )
    chart.set_categories(Reference(sheet, min_col=1, min_row=top + 2, max_row=last))
    chart.title = sentence(drawing.title, words)
    chart.legend = chart.legend if len(columns) > 2 else None  # noqa: PLR2004 - a single series needs none
    chart.x_axis.delete = chart.y_axis.delete = (
        False  # LibreOffice and Excel differ in what they take for granted
    )
    chart.x_axis.tickLblPos = "low"
    chart.y_axis.number_format = "0"
    chart.width, chart.height = 22, 8  # centimetres
    for series, column in zip(chart.series, columns[1:], strict=True):
        colour = colours[_SERIES.get(column.key, "pending")]
        series.graphicalProperties.solidFill = colour
        series.graphicalProperties.line.solidFill = colour
        series.smooth = False
    _colour_by_signal(chart, drawing, colours)
    return chart


def _colour_by_signal(chart: Any, drawing: Drawing, colours: Mapping[str, str]) -> None:  # noqa: ANN401 - charts of the library
    """A column for each signal has the colour of its signal."""
    first = drawing.table.columns[0].key
    for n, row in enumerate(drawing.table.rows):
        signal = row.cells[first]
        if isinstance(signal, Signal):
            point = DataPoint(idx=n)
            point.graphicalProperties.solidFill = colours.get(signal.value, colours["alarm"])
            chart.series[0].dPt.append(point)
