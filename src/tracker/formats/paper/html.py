"""A paper as a page: one file for a browser, a phone, and A4 in the form of official documents (GB/T 9704).

What stands around the text is in templates/paper.html, how it looks in templates/paper*.css.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup, escape

from tracker.formats.charts.svg import svgs
from tracker.formats.pages import PAGES, page
from tracker.formats.paper import Paper
from tracker.formats.paper.reading import Sheet, parser, sheets_of, text_of
from tracker.formats.paper.tables import LANDSCAPE, PORTRAIT, grids_of
from tracker.words import Words


@dataclass(frozen=True, slots=True)
class Piece:
    """A sheet as it stands on the page; `wide` lies on its side."""

    html: Markup
    wide: bool
    notes: tuple[tuple[int, Markup], ...]


def render(paper: Paper, words: Words) -> str:
    """The whole paper as one page."""
    writer = _Writer(words)
    return page(
        "paper.html",
        words,
        style=f"paper.{words.language}.css",
        title=paper.title,
        pieces=[_piece(sheet, n, writer) for n, sheet in enumerate(sheets_of(paper, words))],
    )


def _piece(sheet: Sheet, place: int, writer: "_Writer") -> Piece:
    """A sheet; those after the first are annexes, which may lie on their side."""
    grids = list(grids_of(sheet.tokens))
    wide = place > 0 and any(grid.is_wide for grid in grids)
    for grid in grids:
        grid.mark(LANDSCAPE if wide else PORTRAIT)
    body = writer.written(sheet.tokens)
    return Piece(body, wide, tuple((note.number, writer.written(note.tokens)) for note in sheet.notes))


class _Writer(RendererHTML):
    """Markdown's own way to HTML, and a rule for each kind of token that papers write otherwise."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._chinese = words.language == "zh"
        self._options = parser().options
        self._heading = ""
        self._ids = count(1)

    def written(self, tokens: Sequence[Token]) -> Markup:
        """Tokens as HTML, in which all text is escaped."""
        return Markup(self.render(tokens, self._options, {}))  # noqa: S704 - the renderer escapes

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A heading, which also names the tables under it; that of an annex is a number and a title."""
        line = tokens[idx + 1]
        self._heading = text_of(line)
        first = line.children[0] if line.children else line
        number, _, title = first.content.replace("\u3000", " ").partition(" ")
        if not (self._chinese and title and number.startswith(self._words("paper.annex"))):
            return self.renderToken(tokens, idx, options, env)
        first.content = title.strip()
        tokens[idx + 2].meta["annex"] = True
        return f'<{tokens[idx].tag} class="annex"><span>{escape(number)}\u3000</span><span class="title">'

    def heading_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The end of a heading."""
        inner = "</span>" if tokens[idx].meta.get("annex") else ""
        return inner + self.renderToken(tokens, idx, options, env)

    def paragraph_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A paragraph; one that says to whom a letter goes, or that belongs to a table, looks otherwise."""
        if tokens[idx].meta.get("addressee"):
            tokens[idx].attrSet("class", "addressee")
        elif self._is_remark(tokens, idx):
            tokens[idx].attrSet("class", "remark")
        return self.renderToken(tokens, idx, options, env)

    def _is_remark(self, tokens: Sequence[Token], idx: int) -> bool:
        behind = idx > 0 and tokens[idx - 1].type == "table_close"
        return behind and text_of(tokens[idx + 1]).startswith(self._words("paper.remark"))

    def container_right_open(self, *_: object) -> str:
        """Lines flush right."""
        return '<div class="right">\n'

    def container_center_open(self, *_: object) -> str:
        """Lines in the middle."""
        return '<div class="center">\n'

    def container_small_open(self, *_: object) -> str:
        """Paragraphs and lists in the letters of notes."""
        return '<div class="small">\n'

    def table_open(self, *_: object) -> str:
        """A table, which a narrow screen moves sideways."""
        name = self._heading or self._words("page.table")
        return Markup('<div class="box" role="region" aria-label="{}" tabindex="0">\n<table>\n').format(name)

    def table_close(self, *_: object) -> str:
        """The end of a table."""
        return "</table>\n</div>\n"

    def footnote_ref(self, tokens: Sequence[Token], idx: int, *_: object) -> str:
        """A footnote's number, which leads to it."""
        number, place = _numbers(tokens[idx])
        name = escape(self._words("page.note", {"number": number}))
        link = f'<a id="ref-{number}{place}" href="#note-{number}" aria-label="{name}">[{number}]</a>'
        return f"&NoBreak;<sup>{link}</sup>"

    def footnote_anchor(self, tokens: Sequence[Token], idx: int, *_: object) -> str:
        """The way back from a footnote to each place that names it."""
        number, place = _numbers(tokens[idx])
        name = escape(self._words("page.note.back"))
        return f' <a class="back" href="#ref-{number}{place}" aria-label="{name}">↑</a>'

    def chart(self, tokens: Sequence[Token], idx: int, *_: object) -> str:
        """A chart, drawn."""
        chart, name = tokens[idx].meta["chart"], tokens[idx].meta["name"]
        drawn = svgs(chart, self._words, name, f"chart:{next(self._ids)}")
        return PAGES.get_template("figure.html").render(name=name, drawn=drawn)


def _numbers(token: Token) -> tuple[int, str]:
    """A footnote's number, and which of the places that name it this is: nothing for the first."""
    place = token.meta.get("subId", 0)
    return token.meta["id"] + 1, f"-{place + 1}" if place else ""
