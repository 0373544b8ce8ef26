"""Pages for a browser, a phone or paper: one file, without scripts and without anything from elsewhere.

A view's is templates/page.html with page.css. The policy text's, with each number coloured by what became of
it and linked to what says so, is templates/audit.html with audit.css.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.assess.signal import Flag, Signal
from tracker.formats import Canvas
from tracker.formats.cells import counts_line, heading, sentence, text_of
from tracker.formats.charts.gauge import Gauge, gauge
from tracker.formats.charts.svg import svgs
from tracker.formats.layout import GAP, Layout, layout_of
from tracker.formats.pages import page
from tracker.report.policy_text import MarkedText, MeasureHeading, TargetEntry
from tracker.report.values import PercentagePoints, Value
from tracker.report.view import Block, Chart, Column, Row, Table, TextLine, View
from tracker.words import Words, printable

_EVERYTHING = 10**9  # cells of a line: nothing is dropped
_WRAPPED = 24  # cells that text which wraps takes on paper
_PORTRAIT = 92  # cells of a line on A4; a wider table turns the paper


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it is drawn: the columns in which something stands, and rows in groups under headings.

    `about` is the column that says what a row is about: of those in which each row says something, the first
    that holds names, or else the first. It is empty where there is none.
    """

    columns: tuple[Column, ...]
    groups: tuple[tuple[Row, ...], ...]
    about: str


def render(view: View, words: Words, _canvas: Canvas) -> str:
    """The whole view as one page."""
    layouts = {id(b): layout_of(b, words, _EVERYTHING) for b in view.blocks if isinstance(b, Table)}
    return page(
        "page.html",
        words,
        view=view,
        page=_Page(view, words, layouts),
        svgs=svgs,
        counts=[] if view.counts is None else counts_line(view.counts, view.total, words),
        landscape=any(map(_is_wide, layouts.values())),
    )


def render_audit(text: MarkedText, words: Words) -> bytes:
    """The policy text as one page."""
    return page("audit.html", words, text=text, is_measure=_is_measure).encode()


def _is_measure(entry: MeasureHeading | TargetEntry) -> bool:
    """Whether an entry heads the targets below it."""
    return isinstance(entry, MeasureHeading)


def _is_wide(layout: Layout) -> bool:
    """Whether a table needs the longer side of the paper."""
    widths = zip(layout.columns, layout.widths, strict=True)
    return sum((min(width, _WRAPPED) if c.wraps else width) + GAP for c, width in widths) > _PORTRAIT


class _Page:
    """What the templates ask for: texts, classes, shapes, and ids that stand once on the page."""

    def __init__(self, view: View, words: Words, layouts: dict[int, Layout]) -> None:
        self._view, self._words, self._layouts = view, words, layouts
        self._anchors: set[str] = set()
        self._targets = {
            text_of(record["number"], words): text_of(record["id"], words)
            for record in view.records
            if record.get("number") and record.get("id")
        }

    def kind(self, block: Block) -> str:
        """Which macro of the template draws it."""
        return type(block).__name__.lower()

    def name(self, block: Block) -> str:
        """What a block is called by a reader that does not see it."""
        return sentence(block.title, self._words) if block.title else printable(self._view.title)

    def anchor(self, name: str | None) -> str | None:
        """The name as an id, the first time it is asked for."""
        name = "-".join(printable(name).split()) if name else None
        if name is None or name in self._anchors:
            return None
        self._anchors.add(name)
        return name

    def target(self, row: Row) -> str | None:
        """The id of the target that a row is about, where its number says which."""
        return self._targets.get(text_of(row.cells.get("number"), self._words))

    def label(self, column: Column, row: Row) -> str | None:
        """What stands before a value where a narrow screen shows no headings; None without a value."""
        value = row.cells[column.key]
        if value is None or not text_of(value, self._words):
            return None
        return "" if column.key == "number" else heading(column, self._words)

    def grid(self, table: Table) -> Grid:
        """The table as it is drawn."""
        columns = self._layouts[id(table)].columns
        groups: list[list[Row]] = []
        for row in table.rows:
            if not row.cells or not groups:
                groups.append([])
            groups[-1].append(row)
        rows = [row for row in table.rows if row.cells]
        named = sorted(columns, key=lambda column: not column.wraps)
        about = next((c.key for c in named if all(_says(row.cells[c.key]) for row in rows)), "")
        return Grid(columns, tuple(map(tuple, groups)), about)

    def style(self, value: Value, row: Row | None = None) -> str | None:
        """The classes of a value: colour is added to what stands there, and never says anything alone."""
        match value:
            case Signal():
                return f"signal {value.value}"
            case PercentagePoints(share) if share < 0 and row:
                return self.signal_of(row)
            case (Flag(), *_):
                return "soon" if value == (Flag.DUE_SOON,) else "flags"
            case None:
                return "nothing"
            case _:
                return None

    def gauge(self, value: Value) -> Gauge | None:
        """The shape of a value that is a bar."""
        return gauge(value, self._words)

    def signal_of(self, row: Row) -> str | None:
        """The class of the signal in a row."""
        signal = row.cells.get("signal")
        return signal.value if isinstance(signal, Signal) else None

    def glyph(self, row: Row) -> str:
        """The shape of the signal in a row, which a narrow screen shows before the name."""
        return text_of(row.cells["signal"], self._words).split()[0]

    def runs(self, line: TextLine) -> Iterator[tuple[str, bool]]:
        """A line in pieces, each with whether it is meant."""
        end = 0
        for begin, stop in line.marks:
            yield printable(line.text[end:begin]), False
            yield printable(line.text[begin:stop]), True
            end = stop
        yield printable(line.text[end:]), False

    def chart_title(self, chart: Chart) -> str:
        """What a chart is called by a reader that does not see it."""
        return sentence(chart.title, self._words) if chart.title else self._words("page.chart")


def _says(value: Value) -> bool:
    return value is not None and value not in ("", ())
