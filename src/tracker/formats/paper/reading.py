"""The Markdown of papers read: cut where a new page begins, each piece with the footnotes that it names.

Text is made printable, line breaks of the source become what they mean, and a chart alone in its paragraph
becomes one token `chart`, whose `meta` has the chart itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import unquote

import wcwidth
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

from tracker.formats.paper import Paper
from tracker.words import Words, printable

_CHART = "chart:"
_SIDES = ("container_right", "container_center")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number in the paper, and what it says."""

    number: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on pages of its own, and its footnotes."""

    tokens: tuple[Token, ...]
    notes: tuple[Note, ...]


def parser() -> MarkdownIt:
    """CommonMark with pipe tables, footnotes and the containers right, center, small; HTML stays text."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table").use(footnote_plugin)
    return (
        markdown.use(container_plugin, "right").use(container_plugin, "center").use(container_plugin, "small")
    )


def sheets_of(paper: Paper, words: Words) -> tuple[Sheet, ...]:
    """The paper in pieces; a footnote stands in the first piece that names it."""
    tokens = list(_with_charts(parser().parse(paper.markdown), paper))
    _make_readable(tokens, words)
    body, notes = _apart(tokens)
    _mark_addressee(body)
    sheets: list[Sheet] = []
    for piece in _pieces(body):
        named = {number for token in piece for number in _numbers(token)}
        first = [note for note in notes if note.number in named]
        notes = [note for note in notes if note.number not in named]
        sheets.append(Sheet(tuple(piece), tuple(first)))
    if notes and sheets:  # named by other footnotes alone
        sheets[-1] = Sheet(sheets[-1].tokens, (*sheets[-1].notes, *notes))
    return tuple(sheets)


def text_of(token: Token) -> str:
    """What is read of a line: its text without marks; a footnote's number in brackets."""
    return "".join(map(reading, token.children or ()))


def reading(token: Token) -> str:
    """What is read of a piece of a line."""
    match token.type:
        case "hardbreak":
            return "\n"
        case "footnote_ref":
            return f"[{token.meta['id'] + 1}]"
        case _:
            return token.content


def side_of(cell: Token) -> str:
    """To which side a table's cell keeps: left, right or center."""
    return str(cell.attrGet("style") or "text-align:left").removeprefix("text-align:")


def _make_readable(tokens: Iterable[Token], words: Words) -> None:
    """Change the tokens of lines in place; lines of a container are meant as lines."""
    inside = 0
    for token in tokens:
        if token.type.startswith(_SIDES):
            inside += token.nesting
        if token.type == "inline" and token.children:
            _make_line_readable(token.children, words, lines=inside > 0)
        elif token.type in {"fence", "code_block"}:
            token.content = "\n".join(map(printable, token.content.splitlines()))


def _make_line_readable(children: list[Token], words: Words, *, lines: bool) -> None:
    for child in children:
        if child.type == "image":
            child.type, child.content = "text", text_of(child)
        child.content = printable(child.content)
    for at, child in enumerate(children):
        if child.type == "softbreak" and lines:
            child.type, child.tag = "hardbreak", "br"
        elif child.type == "softbreak":
            before = "".join(map(reading, children[:at]))[-1:]
            after = "".join(map(reading, children[at + 1 :]))[:1]
            child.type, child.content = "text", _between(before, after, words)


def _between(before: str, after: str, words: Words) -> str:
    """What a line break of the source stands for: Chinese runs on, other writing has a space."""
    wide = [wcwidth.width(character) > 1 for character in (before, after)]
    return "" if all(wide) or (words.language == "zh" and any(wide)) else " "


def _with_charts(tokens: Sequence[Token], paper: Paper) -> Iterator[Token]:
    """A paragraph with nothing but a chart becomes that chart; one that is not there leaves no trace."""
    skipped = 0
    for at, token in enumerate(tokens):
        if skipped:
            skipped -= 1
            continue
        following = tokens[at + 1] if token.type == "paragraph_open" else None
        image = chart_alone(following) if following else None
        if image is None:
            yield token
            continue
        skipped = 2
        chart = paper.charts.get(_key(image))
        if chart is not None:
            yield Token("chart", "", 0, block=True, meta={"chart": chart, "name": printable(text_of(image))})


def chart_alone(inline: Token) -> Token | None:
    """The image of a chart, where a paragraph has nothing else."""
    match inline.children:
        case [Token(type="image") as image] if str(image.attrGet("src")).startswith(_CHART):
            return image
        case _:
            return None


def _key(image: Token) -> str:
    return unquote(str(image.attrGet("src")).removeprefix(_CHART))


def _apart(tokens: Sequence[Token]) -> tuple[list[Token], list[Note]]:
    """The body of the paper, and its footnotes, which the parser puts at its end."""
    body: list[Token] = []
    notes: list[Note] = []
    current: list[Token] | None = None
    for token in tokens:
        match token.type:
            case "footnote_block_open" | "footnote_block_close":
                pass
            case "footnote_open":
                current = []
            case "footnote_close" if current is not None:
                notes.append(Note(len(notes) + 1, tuple(current)))
                current = None
            case _:
                (body if current is None else current).append(token)
    return body, notes


def _pieces(body: Iterable[Token]) -> Iterator[list[Token]]:
    piece: list[Token] = []
    for token in body:
        if token.type == "hr" and token.level == 0:
            if piece:
                yield piece
            piece = []
        else:
            piece.append(token)
    if piece:
        yield piece


def _numbers(token: Token) -> Iterator[int]:
    return (child.meta["id"] + 1 for child in token.children or () if child.type == "footnote_ref")


def _mark_addressee(body: Sequence[Token]) -> None:
    """The first paragraph of the head that ends with a colon says to whom a letter goes (主送)."""
    for opening, line in pairwise(body):
        if opening.type == "heading_open" and opening.tag != "h1":
            return
        if opening.type == "paragraph_open" and opening.level == 0 and text_of(line).endswith(("：", ":")):
            opening.meta["addressee"] = True
            return
