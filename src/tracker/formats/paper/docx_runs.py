"""Text within a paragraph of a Word file: bold, emphasis, line breaks, numbers of notes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import wcwidth
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from markdown_it.tree import SyntaxTreeNode

from tracker.words import Words, printable

_WIDE = 2  # cells


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one look; a note's number is raised."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False


_END = Piece("\n")


def write(paragraph: Paragraph, inline: SyntaxTreeNode, words: Words, *, before: str = "") -> None:
    """Write what stands in a paragraph of Markdown, after `before`."""
    pieces = [*([Piece(before)] if before else []), *pieces_of(inline)]
    for n, piece in enumerate(pieces):
        if piece is _END:
            paragraph.add_run().add_break()
            continue
        text = piece.text
        if text == " " and 0 < n < len(pieces) - 1 and _joins(pieces[n - 1].text, pieces[n + 1].text):
            continue
        run = paragraph.add_run(text)
        run.bold, run.italic = piece.bold or None, piece.italic or None
        run.font.superscript = piece.raised or None
        if words.language != "en":
            # Dashes and quotation marks belong to both scripts; Word looks for the hint in each run.
            run.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")


def plain(inline: SyntaxTreeNode) -> str:
    """What stands there without any look, in one line."""
    return "".join(" " if piece is _END else piece.text for piece in pieces_of(inline))


def pieces_of(inline: SyntaxTreeNode) -> Iterator[Piece]:
    """The text in pieces of one look each. Pictures within text are left out."""
    for node in inline.children:
        yield from _pieces(node)


def _pieces(node: SyntaxTreeNode) -> Iterator[Piece]:
    match node.type:
        case "text" | "code_inline":
            yield Piece(printable(node.content))
        case "softbreak":
            yield Piece(" ")
        case "hardbreak":
            yield _END
        case "footnote_ref":
            yield Piece(f"[{node.meta['id'] + 1}]", raised=True)
        case "strong":
            yield from (
                replace(piece, bold=True) if piece is not _END else piece for piece in pieces_of(node)
            )
        case "em":
            yield from (
                replace(piece, italic=True) if piece is not _END else piece for piece in pieces_of(node)
            )
        case "link":
            yield from pieces_of(node)


def _joins(before: str, after: str) -> bool:
    """Whether lines are joined without a space: between Chinese characters."""
    return wcwidth.width(before[-1:]) == _WIDE or wcwidth.width(after[:1]) == _WIDE
