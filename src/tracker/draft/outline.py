"""From paragraphs to sections and measures: which sort of heading is a measure, and what belongs to it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tracker.draft.headings import Style
from tracker.draft.layout import Block
from tracker.draft.leads import with_leads
from tracker.draft.owners import Responsible, responsible
from tracker.draft.parts import Outline, Part, spoken
from tracker.draft.rows import rows_of
from tracker.draft.script import Script
from tracker.draft.titles import title_of
from tracker.draft.tree import Key, Node, tree
from tracker.draft.units import UNIT

# A title that runs on into its paragraph ends within so many characters.
_RUN_IN = 40
# Fewer headings of a sort are no list of measures.
_FEW = 3
_TITLE_END = re.compile(r"[。：；！？]")
_COUNT = re.compile(rf"\d[十百千万亿]*(?!年|月|日|天|个工作日|个月){UNIT}")
_MARKS = "。：；，*_#【】"
# Chapters that say what has been done: 2025年工作回顾, 发展基础.
_BACK = re.compile(r"(?:回顾|总结|成效|成就|成绩|完成情况|进展情况|发展基础|发展现状|基本情况)$")

Clauses = dict[Block, tuple[Responsible, ...]]


def outline_of(script: Script, blocks: Sequence[Block]) -> Outline:
    """The measures of a text: those of its headings, and rows of tables."""
    blocks = with_leads(script, blocks)
    plain = [block for block in blocks if not block.cells]
    clauses = {block: tuple(responsible(script, block.start, block.end)) for block in plain}
    root = tree(plain)
    key, owned = _measure_key(script, root, clauses)
    rows, of_rows = rows_of(script, blocks)
    nodes = [node for node in root.walk() if node.key == key and key is not None]
    if rows and not owned:
        nodes = []
    measures = _in_earnest(nodes, clauses) if owned else nodes
    parts = [_part(script, node, node.blocks(), clauses, n + 1) for n, node in enumerate(measures)]
    taken = {*of_rows, *(block for node in measures for block in _all(node))}
    through = _counted_through(measures)
    counted = {id(node) for node in nodes} if through and _counted_through(nodes) else set()
    loose = [
        _part(script, node, blocks, clauses, _own_number(node) if id(node) in counted else 0)
        for node, blocks in _loose(root, measures, nodes)
        if any(_COUNT.search(script.text, block.start, block.end) for block in (node.block, *blocks) if block)
        and not _looks_back(script, node)
    ]
    if through:
        parts = [replace(part, number=_own_number(node)) for part, node in zip(parts, measures, strict=True)]
    parts = _with_rows(parts, rows)
    outside = tuple((block.start, block.end) for block in blocks if block not in taken)
    return Outline(title_of(script, blocks), tuple(parts), outside, tuple(loose))


def _all(node: Node) -> list[Block]:
    return [*([node.block] if node.block else []), *node.blocks()]


def _in_earnest(nodes: list[Node], clauses: Clauses) -> list[Node]:
    """The measures without those of sections in which nobody is responsible."""
    bearing = {id(node.above) for node in nodes if any(clauses[block] for block in _all(node))}
    return [node for node in nodes if id(node.above) in bearing]


def _loose(root: Node, measures: list[Node], nodes: list[Node]) -> Iterator[tuple[Node, list[Block]]]:
    """Headings that are no measures but may say what is to be reached, each with its own paragraphs."""
    inside = {id(below) for node in measures for below in node.walk()}
    sort = {id(node) for node in nodes}
    apart = inside | sort
    covered: set[int] = set()
    for node in root.walk():
        if id(node) in inside or id(node) in covered or node.block is None:
            continue
        if id(node) in sort or not any(id(below) in apart for below in node.walk() if below is not node):
            covered.update(id(below) for below in node.walk())
            yield node, node.blocks()
        elif node.texts:
            yield node, node.texts


def _measure_key(script: Script, root: Node, clauses: Clauses) -> tuple[Key | None, bool]:
    """Which headings are measures, and whether that follows from who is responsible.

    The outermost sort whose headings each name responsible units about once; else the deepest with titles.
    """
    by_key: dict[Key, list[Node]] = {}
    for node in root.walk():
        if node.key:
            by_key.setdefault(node.key, []).append(node)
    keys = sorted(by_key, key=lambda key: _depth(by_key[key]))
    groups = _groups(clauses)
    if len(groups) >= _FEW:
        for key in keys:
            inside, bearing = _bearing(by_key[key], groups)
            once = len(groups) * 10 <= bearing * 14
            if bearing >= _FEW and inside * 10 >= len(groups) * 8 and once:
                return key, True
    titled = [key for key in keys if _titled(script, by_key[key])]
    return max(titled, key=lambda key: _depth(by_key[key]), default=None), False


def _depth(nodes: Sequence[Node]) -> int:
    return sum(node.depth for node in nodes) * 100 // len(nodes)


def _bearing(nodes: Sequence[Node], groups: Sequence[int]) -> tuple[int, int]:
    """How many of the groups stand below these headings, and below how many of them."""
    counts = [bisect_left(groups, node.end) - bisect_left(groups, node.start) for node in nodes]
    return sum(counts), sum(count > 0 for count in counts)


def _groups(clauses: Clauses) -> list[int]:
    """Where responsible units are named; paragraphs of that kind that follow one another count once."""
    found: list[int] = []
    before = False
    for block, named in clauses.items():
        whole = bool(named) and block.mark is None and named[0].start <= block.start + 1
        if named and not (before and whole):
            found.append(block.start)
        before = bool(named)
    return found


def _titled(script: Script, nodes: Sequence[Node]) -> bool:
    """Whether most of these headings have a title, and something is said below or behind it."""
    if len(nodes) < _FEW or nodes[0].key is None or nodes[0].key[0] == Style.CIRCLED:
        return False
    good = sum(_has_title(script, node) for node in nodes)
    return good * 10 >= len(nodes) * 6


def _has_title(script: Script, node: Node) -> bool:
    block = node.block
    if block is None:
        return False
    words = script.text[block.body : block.end]
    if block.title:
        return True
    if block.own and len(words) <= _RUN_IN:
        return bool(node.texts or node.children)
    end = _TITLE_END.search(words)
    return end is not None and end.start() <= _RUN_IN and "，" not in words[12 : end.start()]


def _part(script: Script, node: Node, below: Sequence[Block], clauses: Clauses, number: int) -> Part:
    block = node.block
    if block is None:
        raise AssertionError
    named = tuple(clause for b in (block, *below) for clause in clauses[b])
    title_end = _title_end(script, block, named)
    title = script.text[block.body : title_end].strip(_MARKS)
    rest = [(title_end, block.end), *((b.start, b.end) for b in below)]
    body = tuple((start, end) for start, end in rest if start < end)
    if all(end - start < 2 for start, end in spoken(body, named)):  # noqa: PLR2004 - a full stop says nothing
        body = ((block.body, block.end), *(place for place in body if place[0] >= block.end))
    return Part(number, title, (block.body, title_end), body, named, _section(script, node))


def _title_end(script: Script, block: Block, named: Sequence[Responsible]) -> int:
    """Where the title of a heading ends, behind the mark that closes it."""
    text = script.text
    first = named[0].start if named and named[0].start < block.end else block.end
    if block.title or (block.own and block.end - block.body <= _RUN_IN):
        return min(first, block.title or block.end)
    found = _TITLE_END.search(text, block.body, first)
    if found and found.start() - block.body <= _RUN_IN:
        return found.end()
    comma = text.find("，", block.body, first)
    if 0 <= comma - block.body <= _RUN_IN:
        return comma
    return min(first, block.body + _RUN_IN)


def _section(script: Script, node: Node) -> str:
    above = node.above
    if above is None or above.block is None:
        return ""
    return script.text[above.block.body : _title_end(script, above.block, ())].strip(_MARKS)


def _own_number(node: Node) -> int:
    return node.block.mark.number if node.block and node.block.mark else 0


def _looks_back(script: Script, node: Node) -> bool:
    """Whether a heading announces what has been done, not what is to be done."""
    title = script.text[node.block.body : _title_end(script, node.block, ())] if node.block else ""
    return bool(_BACK.search(title.strip(_MARKS)))


def _counted_through(nodes: Sequence[Node]) -> bool:
    """Whether the text itself numbers its measures, each once."""
    numbers = [_own_number(node) for node in nodes]
    return bool(numbers) and all(numbers) and all(a < b for a, b in pairwise(numbers))


def _with_rows(parts: list[Part], rows: list[Part]) -> list[Part]:
    """The measures of headings and tables, each number once.

    Where both count for themselves, places count if rows that name units stand before headings; else the rows
    count on from the headings.
    """
    used = {part.number for part in parts}
    numbers = [row.number for row in rows]
    if used & set(numbers) or len(set(numbers)) < len(numbers) or 0 in numbers:
        if parts and any(row.responsible and row.heading < parts[-1].heading for row in rows):
            return _counted_from(1, sorted((*parts, *rows), key=lambda part: part.heading))
        rows = _counted_from(max(used, default=0) + 1, rows)
    return sorted((*parts, *rows), key=lambda part: part.heading)


def _counted_from(first: int, parts: Sequence[Part]) -> list[Part]:
    return [replace(part, number=first + n) for n, part in enumerate(parts)]
