"""Pages of a Word file: what stands on which, which lie across, and where a title is broken."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from docx.enum.section import WD_ORIENT
from docx.section import Section
from docx.shared import Length
from markdown_it.tree import SyntaxTreeNode

from tracker.formats.paper.reading import Sheet
from tracker.formats.paper.tables import cells, grids_of

_FEW = 3  # paragraphs that go with a wide table onto its pages
_OPENING, _CLOSING = "《“（", "》”）、的"


@dataclass(slots=True)
class Stretch:
    """Blocks that follow one another on pages of one orientation; `breaks`: they begin a new page."""

    blocks: list[SyntaxTreeNode] = field(default_factory=list)
    landscape: bool = False
    breaks: bool = False


def stretches(sheets: Iterable[Sheet]) -> Iterator[Stretch]:
    """The paper in stretches; a wide table of an annex takes its heading and what stands near it along.

    Before the first new page no table lies across: pages turned for one table would stay half empty.
    """
    for n, sheet in enumerate(sheets):
        for place, blocks in enumerate(_parts(SyntaxTreeNode(sheet.tokens).children)):
            breaks = n > 0 and place == 0
            wide = [
                at for at, block in enumerate(blocks) if any(g.is_wide for g in grids_of(block.to_tokens()))
            ]
            if not wide or n == 0:
                yield Stretch(blocks, breaks=breaks)
                continue
            begin, end = wide[0], wide[-1] + 1
            if sum(block.type != "heading" for block in blocks[:begin]) > _FEW:
                yield Stretch(blocks[:begin], breaks=breaks)
            else:
                begin = 0
            if len(blocks) - end <= _FEW:
                end = len(blocks)
            yield Stretch(blocks[begin:end], landscape=True, breaks=breaks)
            if blocks[end:]:
                yield Stretch(blocks[end:])


def _parts(blocks: Sequence[SyntaxTreeNode]) -> Iterator[list[SyntaxTreeNode]]:
    """The blocks cut at headings; headings in a row stay together."""
    part: list[SyntaxTreeNode] = []
    for block in blocks:
        if block.type == "heading" and any(each.type != "heading" for each in part):
            yield part
            part = []
        part.append(block)
    if part:
        yield part


def set_page(section: Section, upright: Section, *, landscape: bool) -> None:
    """Give a section the pages of another, turned so that the head of a table lies at the binding edge.

    Source: GB/T 9704-2012, 8.
    """
    sides = ("top_margin", "right_margin", "bottom_margin", "left_margin")  # clockwise
    margins = [getattr(upright, side) for side in sides]
    size = [upright.page_width, upright.page_height]
    foot = (upright.bottom_margin or 0) - (upright.footer_distance or 0)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = reversed(size) if landscape else size
    for side, margin in zip(sides, margins[-1:] + margins[:-1] if landscape else margins, strict=True):
        setattr(section, side, margin)
    section.footer_distance = Length((section.bottom_margin or 0) - foot)


def title_lines(title: str, most: int) -> tuple[str, ...]:
    """The title in two lines of at most `most` cells each; whole, where it fits or has no good place.

    A good place is before or after a title or quotation within it, or after 的 (GB/T 9704-2012, 7.3.1: a
    title is broken where its sense is whole).
    """
    whole = cells(title)
    places = [
        n
        for n in range(2, len(title) - 1)
        if (title[n] in _OPENING or title[n - 1] in _CLOSING) and title[n] not in "》”），、。"
    ]
    fitting = [n for n in places if max(cells(title[:n]), cells(title[n:])) <= most]
    if whole <= most or not fitting:
        return (title,)
    middle = min(fitting, key=lambda n: abs(whole - 2 * cells(title[:n])))
    return title[:middle], title[middle:]
