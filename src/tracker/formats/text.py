"""Plain text: tables by tabulate, columns aligned for wide characters; to paste into a mail."""

from collections.abc import Iterator

from tracker.formats import Canvas
from tracker.formats.cells import counts_line, label, sentence, text_of
from tracker.formats.charts.plot import plot
from tracker.formats.tables import table_lines
from tracker.formats.widths import ljust
from tracker.formats.widths import width as width_of
from tracker.report.values import Value
from tracker.report.view import Block, Chart, Fields, Passage, Prose, Table, View
from tracker.words import Words, printable

# A chart in text is this wide wherever it is pasted.
CHART_WIDTH = 78


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
            width = max(map(width_of, labels), default=0)
            for name, (_, value) in zip(labels, block.items, strict=True):
                yield f"{ljust(name, width)}  {text_of(value, words)}"
        case Prose():
            yield from (sentence(phrase, words) for phrase in block.phrases)
        case Passage():
            yield from passage_lines(block)
        case Chart():
            yield from plot(block, words, CHART_WIDTH)


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
