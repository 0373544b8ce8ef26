"""Markdown: tables by tabulate under headings; text from files is escaped."""

import re
from collections.abc import Iterable, Iterator

import wcwidth

from tracker.formats import Canvas
from tracker.formats.cells import counts_line, label, sentence, text_of
from tracker.formats.charts.plot import plot
from tracker.formats.text import CHART_WIDTH, passage_lines, table_lines
from tracker.report.values import Value
from tracker.report.view import Block, Chart, Fields, Passage, Prose, Table, View
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
    if view.counts is not None:
        yield ""
        yield " · ".join(escaped(text) for _, text in counts_line(view.counts, view.total, words))
    for block in view.blocks:
        yield ""
        if block.title:
            yield from (f"## {escaped(sentence(block.title, words))}", "")
        yield from _block(block, words)
    if view.foot:
        yield ""
    yield from (f"{escaped(sentence(phrase, words))}  " for phrase in view.foot)


def _block(block: Block, words: Words) -> Iterator[str]:
    match block:
        case Table():
            yield from table_lines(block, words, style="pipe", write=_cell, say=escaped, above=("## {}", ""))
        case Fields():
            for key, value in block.items:
                yield f"- {label(key, words)}{words('colon')}{escaped(text_of(value, words))}"
        case Prose():
            yield from (f"{escaped(sentence(phrase, words))}  " for phrase in block.phrases)
        case Passage():
            yield from _fenced(passage_lines(block))
        case Chart():
            yield from _fenced(plot(block, words, CHART_WIDTH, wcwidth.width))


def _fenced(lines: Iterable[str]) -> Iterator[str]:
    """Lines as they stand; the fence is longer than any row of back-ticks in them."""
    shown = list(lines)
    longest = max((len(run) for line in shown for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    yield from (f"{fence}text", *shown, fence)


def _cell(value: Value, words: Words, *, struck: bool) -> str:
    text = escaped(text_of(value, words))
    return f"~~{text}~~" if struck and text.strip() else text
