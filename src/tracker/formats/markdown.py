"""Markdown: tables by tabulate under headings; text from files is escaped."""

import re
from collections.abc import Iterator

from tracker.formats import Canvas
from tracker.formats.cells import counts_line, section_heading, sentence, text_of
from tracker.formats.tables import items_by_section, rows_as_text
from tracker.report.table import Value, View
from tracker.words import Words, printable

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!])")


def escaped(text: str) -> str:
    """The text with everything escaped that Markdown or the HTML in it would read."""
    return _SPECIAL.sub(r"\\\1", printable(text)).replace("&", "&amp;")


def render(view: View, words: Words, _canvas: Canvas) -> str:
    """The whole view as one document."""
    return "\n".join(_lines(view, words)) + "\n"


def _lines(view: View, words: Words) -> Iterator[str]:
    yield f"# {escaped(view.title)}"
    yield ""
    for phrase in view.head:
        text = escaped(sentence(phrase, words))
        yield f"> {text}" if phrase.key == "head.notice" else f"{text}  "
    yield ""
    if view.counts is not None:
        yield " · ".join(escaped(text) for _, text in counts_line(view.counts, view.total, words))
    for heading, rows in items_by_section(view.table):
        yield ""
        if heading:
            yield from (f"## {escaped(section_heading(heading, words))}", "")
        yield rows_as_text(view.table, rows, words, style="pipe", write=_cell)
    if not view.table.rows:
        yield from ("", words("table.empty"))
    if view.foot:
        yield ""
    yield from (f"{escaped(sentence(phrase, words))}  " for phrase in view.foot)


def _cell(value: Value, words: Words, *, struck: bool) -> str:
    text = escaped(text_of(value, words))
    return f"~~{text}~~" if struck and text.strip() else text
