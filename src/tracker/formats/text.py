"""Plain text: tables by tabulate, columns aligned for wide characters; to paste into a mail."""

from collections.abc import Iterator

from tracker.formats import Canvas
from tracker.formats.cells import counts_line, section_heading, sentence, text_of
from tracker.formats.tables import items_by_section, rows_as_text
from tracker.report.table import Value, View
from tracker.words import Words, printable


def render(view: View, words: Words, _canvas: Canvas) -> str:
    """The whole view; nothing is cut."""
    return "\n".join(_lines(view, words)) + "\n"


def _lines(view: View, words: Words) -> Iterator[str]:
    yield printable(view.title)
    yield from (sentence(phrase, words) for phrase in view.head)
    if view.counts is not None:
        yield "  ".join(text for _, text in counts_line(view.counts, view.total, words))
    for heading, rows in items_by_section(view.table):
        yield ""
        if heading:
            yield section_heading(heading, words)
        yield rows_as_text(view.table, rows, words, style="simple", write=_cell)
    if not view.table.rows:
        yield from ("", words("table.empty"))
    if view.foot:
        yield ""
    yield from (sentence(phrase, words) for phrase in view.foot)


def _cell(value: Value, words: Words, *, struck: bool) -> str:
    text = text_of(value, words)
    return "".join(f"{character}\u0336" for character in text) if struck else text
