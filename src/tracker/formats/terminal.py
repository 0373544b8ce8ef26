"""The terminal, drawn by rich: views, with as many columns as fit, and problems with their place."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.cells import cell_len, set_cell_size
from rich.console import Console, RenderableType
from rich.table import Table as Grid
from rich.text import Text
from rich.theme import Theme

from tracker.assess.signal import Flag, Signal
from tracker.formats import Canvas
from tracker.formats.cells import counts_line, heading, label, section_heading, sentence, text_of
from tracker.formats.layout import GAP, Layout, layout_of, least_width
from tracker.formats.line_breaks import line_starts
from tracker.formats.problems import message, remedy
from tracker.problems import Problem
from tracker.report.values import Bar, PercentagePoints, Phrase, Value
from tracker.report.view import Block, Chart, Fields, Level, Passage, Prose, Row, Table, TextLine, View
from tracker.words import Words, printable

THEME = Theme(
    {
        Signal.DONE.value: "bold green",
        Signal.ON_TRACK.value: "green",
        Signal.BEHIND.value: "yellow",
        Signal.FAR_BEHIND.value: "bold red",
        Signal.OVERDUE.value: "bold white on red",
        Signal.SILENT.value: "bright_black",
        Signal.PENDING.value: "blue",
        "due_soon": "blue",
        "flags": "magenta",
        "heading": "bold underline",
        "strong": "bold",
        "quiet": "bright_black",
        "notice": "yellow",
        "alarm": "bold red",
        "mark": "bold reverse",
        "struck": "strike",
    }
)
UNBOUNDED = 10_000  # cells of a line where there is no terminal: nothing is dropped or broken
SCREEN = 20  # rows: of more the head has scrolled away, and the counts are said again at the end
WIDEST_CHART = 110
WIDEST_EXCERPT = 100  # characters of a source line, of which 40 stand before the place
BEFORE = 40


def render(view: View, words: Words, canvas: Canvas) -> str:
    """The view for a terminal of `canvas.width` cells."""
    return _draw(_view(view, words, canvas.width or UNBOUNDED), canvas)


def render_problems(problems: Iterable[Problem], words: Words, canvas: Canvas) -> str:
    """All problems (place, source line, caret, what is wrong, what to do), an empty line after each."""
    width = canvas.width or UNBOUNDED
    return _draw((part for problem in problems for part in _problem(problem, words, width)), canvas)


def _draw(parts: Iterable[RenderableType], canvas: Canvas) -> str:
    """What rich draws of the parts, one below the other; lines end where their text ends."""
    screen = io.StringIO()
    console = Console(
        file=screen,
        width=UNBOUNDED,  # texts are broken and tables have their widths before they come here
        height=1,  # else rich asks the system for both
        theme=THEME,
        force_terminal=canvas.colour,
        color_system="standard" if canvas.colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in parts:
        console.print(part, soft_wrap=True)
    return "\n".join(line.rstrip() for line in screen.getvalue().split("\n"))


def _wrap(text: Text, width: int) -> Text:
    """The text in lines of at most `width` cells."""
    if text.cell_len <= width:
        return text
    lines = text.divide(line_starts(text.plain, width))
    for line in lines:
        line.rstrip()
    return Text("\n").join(lines)


def _view(view: View, words: Words, width: int) -> Iterator[RenderableType]:
    yield _wrap(Text(printable(view.title), "strong"), width)
    for phrase in view.head:
        yield _sentence(phrase, words, width, "notice" if phrase.key == "head.notice" else "")
    if view.counts is not None:
        yield from _counts(view.counts, view.total, words, width)
    between = () if view.dense else ("",)
    for block in view.blocks:
        yield from between
        if block.title:
            yield _sentence(block.title, words, width, "strong")
        yield from _block(block, words, width)
    if view.foot:
        yield from between
    for phrase in view.foot:
        yield _sentence(phrase, words, width, "alarm" if phrase.key == "foot.problems" else "quiet")
    if view.counts is not None and view.total > SCREEN:
        yield from _counts(view.counts, view.total, words, width)


def _sentence(phrase: Phrase, words: Words, width: int, style: str = "") -> Text:
    return _wrap(Text(sentence(phrase, words), style), width)


def _counts(counts: Mapping[Signal, int], total: int, words: Words, width: int) -> Iterator[Text]:
    """The counts in as many lines as they need, none of them torn apart."""
    line = Text()
    for signal, text in counts_line(counts, total, words):
        if line and line.cell_len + GAP + cell_len(text) > width:
            yield line
            line = Text()
        line.append(" " * GAP if line else "").append(text, signal.value if signal else "strong")
    yield line


def _block(block: Block, words: Words, width: int) -> Iterator[RenderableType]:
    match block:
        case Table():
            if block.rows:
                yield from _table(block, words, width)
            else:
                yield _sentence(block.empty, words, width)
            if block.remark:
                yield _sentence(block.remark, words, width, "quiet")
        case Fields():
            yield _fields(block, words, width)
        case Prose():
            yield from (_sentence(phrase, words, width) for phrase in block.phrases)
        case Passage():
            yield _passage(block, width)
        case Chart():
            from tracker.formats.charts.plot import plot

            yield from map(Text, plot(block, words, min(width, WIDEST_CHART)))


def _fields(block: Fields, words: Words, width: int) -> Grid:
    names = [_styled(label(key, words), "quiet") for key, _ in block.items]
    texts = [
        _styled(text_of(value, words), value.value if isinstance(value, Signal) else "")
        for _, value in block.items
    ]
    return _pairs(names, texts, width, GAP)


def _pairs(names: Sequence[Text], texts: Sequence[Text], width: int, gap: int) -> Grid:
    """Names and what belongs to them in two columns; the names take half of the width at most."""
    left = min(max((name.cell_len for name in names), default=0), width // 2)
    room = max(width - left - gap, least_width(text.plain for text in texts))
    right = min(max((text.cell_len for text in texts), default=0), room)
    grid = _grid(gap)
    grid.add_column(width=left, no_wrap=True)
    grid.add_column(width=right, no_wrap=True)
    for name, text in zip(names, texts, strict=True):
        grid.add_row(_wrap(name, left), _wrap(text, right))
    return grid


def _passage(block: Passage, width: int) -> Grid:
    numbers = [_styled(f"{line.number:>5} |", "quiet") for line in block.lines]
    return _pairs(numbers, [_marked(line) for line in block.lines], width, gap=1)


def _marked(line: TextLine) -> Text:
    """A line of a file, in which what is meant stands out."""
    text = Text()
    end = 0
    for begin, stop in line.marks:
        text.append(printable(line.text[end:begin])).append(printable(line.text[begin:stop]), "mark")
        end = stop
    return text.append(printable(line.text[end:]))


def _table(table: Table, words: Words, width: int) -> Iterator[RenderableType]:
    """The rows under the headings of their measures, all with the same columns and widths."""
    layout = layout_of(table, words, width)
    grid = _columns(layout)
    grid.add_row(*_fit(layout, [_styled(heading(column, words), "heading") for column in layout.columns]))
    written = iter(layout.written)
    for row in table.rows:
        if row.cells:
            grid.add_row(*_fit(layout, _cells(layout, row, next(written))))
            continue
        if grid.rows:
            yield grid
            grid = _columns(layout)
        if row.level is Level.SECTION:
            yield ""
            yield _wrap(Text(section_heading(row, words), "strong"), width)
        else:
            yield _measure(row, words, width)
    yield grid


def _styled(text: str, style: str) -> Text:
    """A text for a cell: what fills the cell up behind it has no style."""
    return Text().append(text, style)


def _grid(gap: int, *, indented: bool = False) -> Grid:
    return Grid(box=None, show_header=False, padding=(0, 0, 0, gap), pad_edge=indented)


def _columns(layout: Layout) -> Grid:
    grid = _grid(GAP, indented=layout.indent > 0)
    for column, width in zip(layout.columns, layout.widths, strict=True):
        grid.add_column(width=width, no_wrap=True, justify="right" if column.right else "left")
    return grid


def _measure(row: Row, words: Words, width: int) -> Text:
    """The heading of a measure, and beside it the unit that leads; below it where there is no room."""
    title = Text.assemble((f"{row.number} ", "strong"), printable(row.text))
    lead = Text(words("measure.lead", {"owner": row.owner}), "quiet")
    beside = title.cell_len + GAP + lead.cell_len <= width
    return Text(" " * GAP if beside else "\n").join([_wrap(title, width), _wrap(lead, width)])


def _fit(layout: Layout, cells: Iterable[Text]) -> Iterator[Text]:
    """Cells in the widths of their columns."""
    for column, width, text in zip(layout.columns, layout.widths, cells, strict=True):
        yield _wrap(text, width) if column.wraps else text


def _cells(layout: Layout, row: Row, written: Mapping[str, str]) -> Iterator[Text]:
    for column in layout.columns:
        text = Text(written[column.key])
        text.stylize(_style(row.cells[column.key], row))
        if row.level is Level.TOTAL:
            text.stylize("strong")
        if row.struck:
            text.stylize("struck")
        yield text


def _style(value: Value, row: Row) -> str:
    """How a cell looks; values of most types are written plainly."""
    match value:
        case Signal():
            return value.value
        case Bar():
            return _colour_of_signal(row)
        case PercentagePoints(share) if share < 0:
            return _colour_of_signal(row)
        case (Flag(), *_):
            return "due_soon" if value == (Flag.DUE_SOON,) else "flags"
        case None:
            return "quiet"
        case _:
            return ""


def _colour_of_signal(row: Row) -> str:
    """The signal's look for a number beside it, which needs no background."""
    signal = row.cells.get("signal")
    if signal is Signal.OVERDUE:
        return "red"
    return signal.value if isinstance(signal, Signal) else ""


def _problem(problem: Problem, words: Words, width: int) -> Iterator[Text]:
    """What to do is not broken: it may be a command, to be copied."""
    place = problem.place
    facts = {"file": place.file, "line": str(place.line), "column": str(place.column)}
    where = words("problem.place" if place.line else "problem.file", facts)
    yield _wrap(Text.assemble((where, "strong"), f": {message(problem, words)}"), width)
    if place.excerpt is not None and place.line and place.column:
        yield from _excerpt(place.excerpt, place.line, place.column - 1, width)
    what_to_do = remedy(problem, words)
    if what_to_do:
        yield Text(f"→ {what_to_do}")
    yield Text()


def _excerpt(line: str, number: int, at: int, width: int) -> Iterator[Text]:
    """A source line with a caret below the character `at`; of a long one what stands around it."""
    margin = f"{number:>5} | "
    room = max(width - len(margin), 1)
    whole = len(line) <= WIDEST_EXCERPT and cell_len(printable(line)) <= room
    # A character takes two cells at most: the place is in the first half of what is shown.
    start = 0 if whole else max(0, at - min(BEFORE, room // 4))
    shown = printable(line[start : start + WIDEST_EXCERPT])
    before = printable(line[start:at])
    yield Text.assemble((margin, "quiet"), set_cell_size(shown, min(cell_len(shown), room)))
    yield Text.assemble((f"{' ' * (len(margin) - 2)}| ", "quiet"), " " * cell_len(before), ("^", "alarm"))
