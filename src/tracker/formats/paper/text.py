"""A paper as plain text, to paste into a mail or a chat.

These wrap lines themselves, so a paragraph is one line.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import wcwidth
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from tracker.formats.paper import Paper
from tracker.formats.paper.reading import Note, Sheet, sheets_of, side_of, text_of
from tracker.formats.text import cells_as_text
from tracker.words import Words

WIDTH = 78  # cells; what is centred or flush right keeps to it
_INDENT = "\u3000\u3000"
_BETWEEN_SHEETS = "-" * WIDTH
# What follows what without an empty line: in Chinese the indent sets paragraphs apart.
_TOGETHER = {
    "zh": {
        ("title", "center"), ("center", "center"), ("right", "right"), ("note", "note"),
        ("paragraph", "paragraph"), ("heading", "paragraph"), ("heading", "list"),
        ("paragraph", "list"), ("list", "paragraph"),
    },
    "en": {("title", "center"), ("center", "center"), ("right", "right"), ("note", "note")},
}  # fmt: skip

# What a block is, and its lines.
Block = tuple[str, list[str]]


def render(paper: Paper, words: Words) -> str:
    """The paper without its charts; each part's footnotes stand at its end."""
    writer = _Writer(words)
    sheets = (writer.text(sheet) for sheet in sheets_of(paper, words) if not _only_charts(sheet))
    return f"\n\n{_BETWEEN_SHEETS}\n\n".join(filter(None, sheets)) + "\n"


def _only_charts(sheet: Sheet) -> bool:
    """Whether nothing is left of a sheet but its headings where charts are left out."""
    kinds = {token.type for token in sheet.tokens}
    return "chart" in kinds and not sheet.notes and kinds <= _OF_CHARTS


_OF_CHARTS = {"chart", "heading_open", "inline", "heading_close"}


class _Writer:
    """Writes the blocks of papers in one language."""

    def __init__(self, words: Words) -> None:
        self._chinese = words.language == "zh"
        self._together = _TOGETHER[words.language]
        self._writers: dict[str, Callable[[SyntaxTreeNode], Iterator[Block]]] = {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "container_right": self._right,
            "container_center": self._center,
            "container_small": self._within,
            "bullet_list": self._list,
            "ordered_list": self._list,
            "blockquote": self._quotation,
            "table": self._table,
            "fence": self._code,
            "code_block": self._code,
        }

    def text(self, sheet: Sheet) -> str:
        """One part of the paper."""
        blocks = list(self._blocks(sheet.tokens))
        blocks += [block for note in sheet.notes for block in self._note(note)]
        return "\n".join(self._spaced(blocks))

    def _spaced(self, blocks: Sequence[Block]) -> Iterator[str]:
        yield from blocks[0][1] if blocks else ()
        for (before, _), (kind, lines) in pairwise(blocks):
            if (before, kind) not in self._together:
                yield ""
            yield from lines

    def _blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        yield from self._within(SyntaxTreeNode(tokens))

    def _within(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """What stands in a node; what text cannot show is left out."""
        for child in node.children:
            if child.type in self._writers:
                yield from self._writers[child.type](child)

    def _heading(self, node: SyntaxTreeNode) -> Iterator[Block]:
        if node.tag == "h1":
            yield "title", [_centred(line) for line in _lines(node)]
        else:
            yield "heading", _lines(node)

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[Block]:
        lines = _lines(node)
        if self._chinese and not node.meta.get("addressee"):
            lines[0] = _INDENT + lines[0]
        yield "paragraph", lines

    def _right(self, node: SyntaxTreeNode) -> Iterator[Block]:
        yield from self._aligned(node, "right", lambda line: wcwidth.rjust(line, WIDTH))

    def _center(self, node: SyntaxTreeNode) -> Iterator[Block]:
        yield from self._aligned(node, "center", _centred)

    def _aligned(self, node: SyntaxTreeNode, kind: str, place: Callable[[str], str]) -> Iterator[Block]:
        for before, lines in self._within(node):
            plain = before in {"paragraph", "title", "heading"}
            yield (kind, [place(line.strip()) for line in lines]) if plain else (before, lines)

    def _list(self, node: SyntaxTreeNode) -> Iterator[Block]:
        lines: list[str] = []
        number = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        for count, item in enumerate(node.children):
            mark = "- " if number is None else f"{number + count}{item.markup} "
            inner = [line for _, part in self._within(item) for line in part]
            first = [mark + line.lstrip("\u3000") for line in inner[:1]] or [mark.rstrip()]
            lines += first + [" " * len(mark) + line.lstrip("\u3000") for line in inner[1:]]
        yield "list", lines

    def _quotation(self, node: SyntaxTreeNode) -> Iterator[Block]:
        yield "quotation", [line.lstrip("\u3000") for _, lines in self._within(node) for line in lines]

    def _table(self, node: SyntaxTreeNode) -> Iterator[Block]:
        head, *bodies = node.children
        cells = head.children[0].children
        rows = [[_line(cell) for cell in row.children] for body in bodies for row in body.children]
        sides = [side_of(_opening(cell)) for cell in cells]
        drawn = cells_as_text(rows, [_line(cell) for cell in cells], sides, style="simple")
        yield "table", [line.rstrip() for line in drawn.split("\n")]

    def _code(self, node: SyntaxTreeNode) -> Iterator[Block]:
        yield "code", node.content.split("\n")

    def _note(self, note: Note) -> Iterator[Block]:
        blocks = [lines for _, lines in self._blocks(note.tokens)]
        lines = [line.lstrip("\u3000") for part in blocks for line in part]
        yield "note", [f"[{note.number}] {lines[0]}" if lines else f"[{note.number}]", *lines[1:]]


def _centred(line: str) -> str:
    return wcwidth.center(line, WIDTH).rstrip()


def _opening(node: SyntaxTreeNode) -> Token:
    if node.nester_tokens is None:
        raise TypeError(node.type)
    return node.nester_tokens.opening


def _line(node: SyntaxTreeNode) -> str:
    """The one line of a heading, a paragraph or a cell."""
    return "".join(text_of(child.token) for child in node.children if child.token)


def _lines(node: SyntaxTreeNode) -> list[str]:
    return [line.strip(" ") for line in _line(node).split("\n")]
