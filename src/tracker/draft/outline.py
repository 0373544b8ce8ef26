"""From paragraphs to sections and measures: which sort of heading is a measure, and what belongs to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tracker.draft.headings import Style
from tracker.draft.layout import Block
from tracker.draft.owners import Responsible, responsible
from tracker.draft.parts import Outline, Part
from tracker.draft.rows import rows_of
from tracker.draft.script import Script
from tracker.draft.titles import title_of
from tracker.draft.units import UNIT

Key = tuple[int, int]

# A title that runs on into its paragraph ends within so many characters.
_RUN_IN = 40
# Fewer headings of a sort are no list of measures.
_FEW = 3
_COUNT = re.compile(rf"\d[十百千万亿]*(?!年|月|日|天|个工作日|个月){UNIT}")
_TITLE_END = re.compile(r"[。：；！？]")


@dataclass(slots=True)
class _Node:
    """A heading with what stands below it."""

    block: Block | None
    children: "list[_Node]" = field(default_factory=list)
    texts: list[Block] = field(default_factory=list)
    above: "_Node | None" = None

    @property
    def key(self) -> Key | None:
        return self.block.mark.key if self.block and self.block.mark else None

    def walk(self) -> "Iterator[_Node]":
        """This node and all below it, in order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack += reversed(node.children)

    def blocks(self) -> list[Block]:
        """All paragraphs below the heading, in order."""
        found = [block for node in self.walk() for block in node.texts]
        found += [node.block for node in self.walk() if node is not self and node.block]
        return sorted(found, key=lambda block: block.start)


def outline_of(script: Script, blocks: Sequence[Block]) -> Outline:
    """The measures of a text."""
    plain = [block for block in blocks if not block.cells]
    clauses = {block: tuple(responsible(script, block.start, block.end)) for block in plain}
    root = _tree(plain)
    key, owned = _measure_key(script, root, clauses)
    rows, of_rows = rows_of(script, blocks)
    parts: list[Part] = []
    taken: set[Block] = set(of_rows)
    nodes = [node for node in root.walk() if node.key == key and key is not None]
    if rows and not owned:
        nodes = []
    if owned:
        nodes = _in_earnest(script, nodes, clauses)
    for node in nodes:
        if node.block:
            below = [block for block in node.blocks() if block not in taken]
            parts.append(_part(script, node, below, clauses, len(parts) + 1))
            taken.update((node.block, *below))
    parts = _with_rows(_numbered(parts, nodes), rows)
    outside = tuple((block.start, block.end) for block in blocks if block not in taken)
    return Outline(title_of(script, blocks), tuple(parts), outside)


def _in_earnest(script: Script, nodes: list[_Node], clauses: Clauses) -> list[_Node]:
    """The measures without those of sections in which nobody is responsible and nothing is counted."""

    def named(node: _Node) -> bool:
        return any(clauses[block] for block in (*([node.block] if node.block else []), *node.blocks()))

    bearing = {id(node.above) for node in nodes if named(node)}
    return [node for node in nodes if id(node.above) in bearing or _counts(script, node)]


def _counts(script: Script, node: _Node) -> bool:
    blocks = [*([node.block] if node.block else []), *node.blocks()]
    return any(_COUNT.search(script.text, block.start, block.end) for block in blocks)


def _with_rows(parts: list[Part], rows: list[Part]) -> list[Part]:
    """The measures of the headings, then those of the tables, each number once."""
    used = {part.number for part in parts}
    numbers = [row.number for row in rows]
    if used & set(numbers) or len(set(numbers)) < len(numbers) or 0 in numbers:
        first = max(used, default=0) + 1
        rows = [replace(row, number=first + n) for n, row in enumerate(rows)]
    return sorted((*parts, *rows), key=lambda part: part.heading)


def _tree(blocks: Sequence[Block]) -> _Node:
    root = _Node(None)
    path = [root]
    for block in blocks:
        key = block.mark.key if block.mark else None
        if key is None:
            path[-1].texts.append(block)
            continue
        known = next((n for n, node in enumerate(path) if node.key == key), None)
        if known is None and key[0] == Style.HASH:
            known = next((n for n, node in enumerate(path) if node.key and _outranks(key, node.key)), None)
        if known is not None:
            del path[known:]
        node = _Node(block, above=path[-1])
        path[-1].children.append(node)
        path.append(node)
    return root


def _outranks(key: Key, other: Key) -> bool:
    """A heading of few # closes one of more."""
    return other[0] == Style.HASH and key[1] < other[1]


Clauses = dict[Block, tuple[Responsible, ...]]


def _measure_key(script: Script, root: _Node, clauses: Clauses) -> tuple[Key | None, bool]:
    """Which headings are measures, and whether that follows from who is responsible.

    The sort of heading whose text names who is responsible about once; else the deepest with titles.
    """
    nodes = [node for node in root.walk() if node.key]
    keys = list(dict.fromkeys(node.key for node in nodes if node.key))
    groups = _groups(root, clauses)
    if len(groups) >= _FEW:
        for key in sorted(keys, key=lambda key: _depth(nodes, key)):
            bearers = [node for node in nodes if node.key == key]
            inside = sum(any(_within(block, node) for node in bearers) for block in groups)
            bearing = sum(any(_within(block, node) for block in groups) for node in bearers)
            if bearing >= _FEW and inside * 10 >= len(groups) * 8 and len(groups) * 10 <= bearing * 14:
                return key, True
    titled = [key for key in keys if _titled(script, [node for node in nodes if node.key == key])]
    return max(titled, key=lambda key: _depth(nodes, key), default=None), False


def _depth(nodes: Sequence[_Node], key: Key) -> int:
    depths = []
    for node in nodes:
        if node.key == key:
            depth, above = 0, node.above
            while above:
                depth, above = depth + 1, above.above
            depths.append(depth)
    return sum(depths) * 100 // len(depths)


def _groups(root: _Node, clauses: Clauses) -> list[Block]:
    """The paragraphs that name responsible units; those that follow one another count once."""
    found: list[Block] = []
    blocks = sorted({b for n in root.walk() for b in (*n.texts, *([n.block] if n.block else []))}, key=_start)
    before = False
    for block in blocks:
        named = bool(clauses[block])
        whole = named and block.mark is None and clauses[block][0].start <= block.start + 1
        if named and not (before and whole):
            found.append(block)
        before = named
    return found


def _start(block: Block) -> int:
    return block.start


def _within(block: Block, node: _Node) -> bool:
    return block == node.block or (node.block is not None and node.block.start <= block.start < _end(node))


def _end(node: _Node) -> int:
    while node.children:
        if node.texts and node.texts[-1].start > (node.children[-1].block or node.texts[-1]).start:
            break
        node = node.children[-1]
    last = node.texts[-1] if node.texts else node.block
    return last.end if last else 0


def _titled(script: Script, nodes: Sequence[_Node]) -> bool:
    """Whether most of these headings have a title, and something is said below or behind it."""
    if len(nodes) < _FEW or nodes[0].key is None or nodes[0].key[0] == Style.CIRCLED:
        return False
    good = sum(_has_title(script, node) for node in nodes)
    return good * 10 >= len(nodes) * 6


def _has_title(script: Script, node: _Node) -> bool:
    block = node.block
    if block is None:
        return False
    words = script.text[block.body : block.end]
    if block.own and len(words) <= _RUN_IN:
        return bool(node.texts or node.children)
    end = _TITLE_END.search(words)
    return bool(end) and end is not None and end.start() <= _RUN_IN and "，" not in words[: end.start()][12:]


def _part(script: Script, node: _Node, below: list[Block], clauses: Clauses, number: int) -> Part:
    block = node.block
    if block is None:
        raise AssertionError
    named = tuple(clause for b in (block, *below) for clause in clauses[b])
    title_end = _title_end(script, block, named)
    title = script.text[block.body : title_end].strip("。：；，*_#【】")
    rest = [(title_end, block.end), *((b.start, b.end) for b in below)]
    body = tuple((start, end) for start, end in rest if start < end)
    if not any(True for start, end in body if not _only_clauses(start, end, named)):
        body = ((block.body, block.end), *body)
    return Part(number, title, (block.body, title_end), body, named, _section(script, node))


def _only_clauses(start: int, end: int, named: Sequence[Responsible]) -> bool:
    return any(clause.start <= start + 1 and end <= clause.end + 1 for clause in named)


def _title_end(script: Script, block: Block, named: Sequence[Responsible]) -> int:
    """Where the title of a heading ends, behind the mark that closes it."""
    text = script.text
    first = min((c.start for c in named if block.start <= c.start < block.end), default=block.end)
    if block.own and block.end - block.body <= _RUN_IN:
        return min(first, block.end)
    found = _TITLE_END.search(text, block.body, first)
    if found and found.start() - block.body <= _RUN_IN:
        return found.end()
    comma = text.find("，", block.body, first)
    if 0 <= comma - block.body <= _RUN_IN:
        return comma
    return min(first, block.body + _RUN_IN)


def _section(script: Script, node: _Node) -> str:
    above = node.above
    if above is None or above.block is None:
        return ""
    return script.text[above.block.body : _title_end(script, above.block, ())].strip("。：；，*_#")


def _numbered(parts: list[Part], nodes: Sequence[_Node]) -> list[Part]:
    """Their own numbers where the text counts them through, else their places."""
    numbers = [node.block.mark.number for node in nodes if node.block and node.block.mark]
    through = all(a < b for a, b in zip(numbers, numbers[1:], strict=False)) and all(numbers)
    if not through:
        return parts
    return [
        Part(number, part.title, part.heading, part.body, part.responsible, part.section)
        for number, part in zip(numbers, parts, strict=True)
    ]
