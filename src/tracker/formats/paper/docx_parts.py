"""Which blocks of a paper stand together on pages of which orientation."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.tree import SyntaxTreeNode

from tracker.formats.paper.docx_page import TEXT_WIDTH
from tracker.formats.paper.docx_tables import grid_of, natural_widths
from tracker.words import Words

_MOST_COLUMNS = 6  # of an upright table
_LONG_CELL = 1_900  # twips, 9 characters: longer text may as well wrap
_FEW = 3  # paragraphs that go with a table onto its pages


@dataclass(slots=True)
class Stretch:
    """Blocks that follow one another on pages of one orientation; `breaks`: they begin a new page."""

    landscape: bool = False
    breaks: bool = False
    blocks: list[SyntaxTreeNode] = field(default_factory=list)


def stretches(root: SyntaxTreeNode, words: Words) -> Iterator[Stretch]:
    """The paper in stretches.

    A wide table takes its heading and what stands near it along to its landscape pages.
    """
    for part in _parts(root):
        wide = [n for n, block in enumerate(part.blocks) if block.type == "table" and _is_wide(block, words)]
        if not wide:
            yield part
            continue
        first, last = wide[0], wide[-1] + 1
        before, after = part.blocks[:first], part.blocks[last:]
        alone = [block for block in before if block.type != "heading"]
        if len(alone) > _FEW:
            yield Stretch(breaks=part.breaks, blocks=before)
            before = []
        kept = after if len(after) <= _FEW else []
        yield Stretch(landscape=True, breaks=part.breaks, blocks=[*before, *part.blocks[first:last], *kept])
        if after and not kept:
            yield Stretch(blocks=after)


def _parts(root: SyntaxTreeNode) -> Iterator[Stretch]:
    """The blocks cut at headings and page breaks; headings in a row stay together."""
    part = Stretch()
    for block in root.children:
        heads = bool(part.blocks) and all(each.type == "heading" for each in part.blocks)
        if part.blocks and (block.type == "hr" or (block.type == "heading" and not heads)):
            yield part
            part = Stretch()
        if block.type == "hr":
            part.breaks = True
        else:
            part.blocks.append(block)
    if part.blocks:
        yield part


def _is_wide(table: SyntaxTreeNode, words: Words) -> bool:
    widths = natural_widths(grid_of(table), words)
    return len(widths) > _MOST_COLUMNS or sum(min(width, _LONG_CELL) for width in widths) > TEXT_WIDTH
