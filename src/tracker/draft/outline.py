"""From blocks to the outline of a text: its title, its measures, and what belongs to none of them."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tracker.draft.headings import FEWEST_COLUMNS, Style, column_of, is_title
from tracker.draft.layout import Block
from tracker.draft.measures import COUNT, MeasurePassage, measures_of_rows, without_clauses
from tracker.draft.mentions import Reason
from tracker.draft.owners import owner_clauses
from tracker.draft.sections import (
    BARE,
    Clauses,
    Key,
    Node,
    below_of,
    besides,
    measure_keys,
    title_end,
    title_words,
    titled_keys,
    tree,
)
from tracker.draft.text import Range, SourceText

_LONGEST_TITLE = 120
# 关于印发《…》的通知: what it announces is the title.
_ANNOUNCED = re.compile(r"(?:印发|发布|转发|公布)《([^《》]+)》")
# Headings below others that are never the points of a measure.
_SECTIONS = frozenset((Style.PART, Style.CHAPTER, Style.DIVISION, Style.DUN, Style.HASH, Style.BARE))
_NOTE = re.compile(r"（[^（）]*）")


@dataclass(frozen=True, slots=True)
class Outline:
    """The text's title, its measures in order, what looks back, and what belongs to none of them."""

    title: str
    measures: tuple[MeasurePassage, ...]
    outside: tuple[Range, ...]
    candidates: tuple[MeasurePassage, ...] = ()  # measures only if something is to be reached there
    back: tuple[tuple[Range, Reason], ...] = ()


def outline_of(
    source: SourceText, blocks: Sequence[Block], title: str, back: Mapping[Block, Reason]
) -> Outline:
    """The measures of a text: of its headings, and rows of tables; none in the blocks that look back."""
    ahead = [block for block in blocks if block not in back]
    heads = {block for block, row in pairwise(ahead) if row.cells and not block.cells and not block.mark}
    plain = [block for block in ahead if not block.cells and block not in heads]
    clauses = {block: tuple(owner_clauses(source, block.start, block.end)) for block in plain}
    root = tree(plain)
    keys, by_owners = measure_keys(source, root, clauses)
    of_rows, indicators, rows = measures_of_rows(source, ahead)
    headings = [] if of_rows and not by_owners else [node for node in root.walk() if node.key in keys]
    headings = [node for node in headings if node.key != BARE or node.texts or node.children]
    if not by_owners:
        headings = sorted((*headings, *besides(source, root, headings)), key=lambda node: node.start)
    nodes = _with_owners(headings, clauses) if by_owners else headings
    through = _counted_through(nodes)
    tops = {id(node) for node in nodes}
    of_headings = [
        _measure(source, node, below_of(node, tops), clauses, node.number if through else n)
        for n, node in enumerate(nodes, 1)
    ]
    inside = {*rows, *(block for node in nodes for block in node.all_blocks())}
    return Outline(
        title,
        tuple(_with_rows(of_headings, of_rows)),
        tuple((block.start, block.end) for block in ahead if block not in inside),
        (*_candidates(source, root, nodes, headings, clauses), *indicators),
        tuple(((block.start, block.end), back[block]) for block in blocks if block in back),
    )


def title_of(source: SourceText, blocks: Sequence[Block]) -> str:
    """The title of the text: the first line that ends as such titles do, else the first line."""
    head: list[str] = []
    for block in blocks[:12]:
        words = source.text[block.body : block.end]
        if block.mark and block.mark.style is not Style.HASH:
            break
        heads = re.split(r"[\s|]+", source.original[slice(*source.span(block.start, block.end))])
        if not _NOTE.fullmatch(words) and sum(map(bool, map(column_of, heads))) < FEWEST_COLUMNS:
            head.append(words)
    titles = [words for words in head if is_title(words)]
    first = [source.text[block.body : block.end] for block in blocks[:1]]
    title = (titles or head or first or [""])[0].strip("。*_#")[:_LONGEST_TITLE]
    announced = _ANNOUNCED.search(title)
    return announced[1] if announced else title


def _with_owners(nodes: Sequence[Node], clauses: Clauses) -> list[Node]:
    """The measures without those of sections in which nobody is responsible."""
    sections = {id(node.above) for node in nodes if any(clauses[block] for block in node.all_blocks())}
    return [node for node in nodes if id(node.above) in sections]


def _candidates(
    source: SourceText, root: Node, nodes: Sequence[Node], headings: Sequence[Node], clauses: Clauses
) -> Iterator[MeasurePassage]:
    """Headings and paragraphs that are no measures, but in which something is counted.

    They have the number that the text gives them, where it counts all headings of the measures' sort through.
    """
    through = _counted_through(nodes) and _counted_through(headings)
    counted = {id(node) for node in headings} if through else set()
    measures = {id(below) for node in nodes for below in node.walk()}
    by_key: dict[Key, list[Node]] = {}
    for node in root.walk():
        if node.key and id(node) not in measures:
            by_key.setdefault(node.key, []).append(node)
    titled = {*titled_keys(source, by_key), *(node.key for node in headings)}
    for node, below in _apart(root, measures, titled):
        blocks = [*([node.block] if node.block else []), *below]
        named = node.block is not None and clauses[node.block]
        if named or any(COUNT.search(source.text, block.start, block.end) for block in blocks):
            yield _measure(source, node, below, clauses, node.number if id(node) in counted else 0)


def _apart(
    node: Node, measures: Collection[int], titled: Collection[Key | None]
) -> Iterator[tuple[Node, list[Block]]]:
    """Headings that are no measures with all that stands below them; else, their paragraphs one by one."""
    if id(node) in measures:
        return
    parts = {id(below) for below in node.walk()} & set(measures)
    sections = any(
        child.key in titled or (child.key and child.key[0] in _SECTIONS) for child in node.children
    )
    if node.block and not parts and not sections:
        yield node, node.blocks()
        return
    if node.block:
        yield node, []
    for block in node.texts:
        yield Node(block, node if node.block else None), []
    for child in node.children:
        yield from _apart(child, measures, titled)


def _measure(
    source: SourceText, node: Node, below: Sequence[Block], clauses: Clauses, number: int
) -> MeasurePassage:
    block = node.block
    if block is None:
        raise AssertionError
    named = tuple(clause for b in (block, *below) for clause in clauses[b])
    end = title_end(source, block, named)
    begin = block.body if COUNT.search(source.text, block.body, end) else end  # a title may hold targets
    rest = [(begin, block.end), *((b.start, b.end) for b in below)]
    body = tuple((start, stop) for start, stop in rest if start < stop)
    if all(stop - start < 2 for start, stop in without_clauses(body, named)):  # noqa: PLR2004 - a full stop says nothing
        body = ((block.body, block.end), *(place for place in body if place[0] >= block.end))
    section = _title(source, node.above) if node.above else ""
    return MeasurePassage(number, title_words(source, block, end), (block.body, end), body, named, section)


def _title(source: SourceText, node: Node) -> str:
    """The title of a heading; the root has none."""
    return title_words(source, node.block, title_end(source, node.block)) if node.block else ""


def _counted_through(nodes: Sequence[Node]) -> bool:
    """Whether the text itself numbers its measures, each once."""
    numbers = [node.number for node in nodes]
    return bool(numbers) and all(numbers) and all(a < b for a, b in pairwise(numbers))


def _with_rows(of_headings: list[MeasurePassage], of_rows: list[MeasurePassage]) -> list[MeasurePassage]:
    """The measures of headings and tables, each number once.

    Where both count for themselves, places count if rows that name units stand before headings; else the rows
    count on from the headings.
    """
    used = {measure.number for measure in of_headings}
    numbers = [row.number for row in of_rows]
    if used & set(numbers) or len(set(numbers)) < len(numbers) or 0 in numbers:
        if of_headings and any(
            row.owner_clauses and row.heading < of_headings[-1].heading for row in of_rows
        ):
            return _counted_from(1, sorted((*of_headings, *of_rows), key=lambda measure: measure.heading))
        of_rows = _counted_from(max(used, default=0) + 1, of_rows)
    return sorted((*of_headings, *of_rows), key=lambda measure: measure.heading)


def _counted_from(first: int, measures: Sequence[MeasurePassage]) -> list[MeasurePassage]:
    return [replace(measure, number=first + n) for n, measure in enumerate(measures)]
