"""The headings of a text as a tree, and which sort of them are its measures."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tracker.draft.headings import Style
from tracker.draft.layout import Block
from tracker.draft.owners import OwnerClause
from tracker.draft.text import SourceText

Key = tuple[int, int]
# The clauses that name responsible units in each block.
Clauses = Mapping[Block, tuple[OwnerClause, ...]]

BARE: Key = (Style.BARE, 0)
# A title that runs on into its paragraph ends within so many characters.
_RUN_IN = 40
# Fewer headings of a sort are no list of measures.
_FEW = 3
_TITLE_END = re.compile(r"[。：；！？]")
_FIRSTLY = re.compile(r"^[一二三四五六七八九十]是(?=.{4})")
_MARKS = "。：；，*_#【】"


@dataclass(slots=True)
class Node:
    """A heading with what stands below it; the root has none."""

    block: Block | None = None
    above: "Node | None" = None
    depth: int = 0
    children: "list[Node]" = field(default_factory=list)
    texts: list[Block] = field(default_factory=list)
    end: int = 0  # of the last paragraph below it
    sorts: set[Key] = field(default_factory=set)  # of the headings below it

    @property
    def key(self) -> Key | None:
        """What headings of its sort have in common."""
        return self.block.mark.key if self.block and self.block.mark else None

    @property
    def start(self) -> int:
        """Where its heading begins."""
        return self.block.start if self.block else 0

    @property
    def number(self) -> int:
        """The number that the text gives its heading; 0 where it gives none."""
        return self.block.mark.number if self.block and self.block.mark else 0

    def walk(self) -> "Iterator[Node]":
        """This node and all below it, in order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack += reversed(node.children)

    def blocks(self) -> list[Block]:
        """All paragraphs below the heading, in order."""
        texts = [block for node in self.walk() for block in node.texts]
        headings = [node.block for node in self.walk() if node is not self and node.block]
        return sorted((*texts, *headings), key=lambda block: block.start)

    def all_blocks(self) -> list[Block]:
        """The heading and all paragraphs below it."""
        return [*([self.block] if self.block else []), *self.blocks()]


def below_of(node: Node, measures: Collection[int]) -> list[Block]:
    """All paragraphs below a heading, without those of measures below it; in order."""
    blocks, stack = list(node.texts), list(node.children)
    while stack:
        below = stack.pop()
        if id(below) not in measures:
            blocks += [*([below.block] if below.block else []), *below.texts]
            stack += below.children
    return sorted(blocks, key=lambda block: block.start)


def tree(blocks: Sequence[Block]) -> Node:
    """The tree of a text; a heading closes the last one of its sort and all below that."""
    root = Node()
    path = [root]
    for block in blocks:
        key = block.mark.key if block.mark else None
        if key is None:
            path[-1].texts.append(block)
        else:
            del path[_closes(path, key, block.mark.number if block.mark else 0) :]
            node = Node(block, path[-1], len(path))
            path[-1].children.append(node)
            path.append(node)
        for node in path:
            node.end = block.end
            if key is not None:
                node.sorts.add(key)
    return root


def _closes(path: list[Node], key: Key, number: int) -> int:
    """From where on the open headings are closed by one of this sort, with this number."""
    for n, node in enumerate(path):
        if node.key == key:
            return n
        if node.key == BARE and key not in node.sorts and (key[0] <= Style.DIVISION or number > 1):
            return n  # what does not begin below a bare line goes on above it
        if node.key is not None and node.key[0] == Style.HASH == key[0] and key[1] < node.key[1]:
            return n  # fewer hashes
    return len(path)


def measure_keys(source: SourceText, root: Node, clauses: Clauses) -> tuple[set[Key], bool]:
    """Which sorts of headings are measures, and whether that follows from who is responsible.

    The outermost sort whose headings each name responsible units about once, or several sorts that name them
    on their own; else the deepest with titles.
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
                return {key}, True
        owned = {key for key in keys if _own_units(by_key[key], clauses)}
        if owned:
            return owned, True
    titled = titled_keys(source, by_key)
    deepest = max(titled, key=lambda key: _depth(by_key[key]), default=None)
    return set() if deepest is None else {deepest}, False


def besides(source: SourceText, root: Node, measures: Sequence[Node]) -> list[Node]:
    """Headings of other sorts that are measures: titled ones, in sections that have none of the others."""
    parents = {node.above.key for node in measures if node.above and node.above.key}
    own = {id(node) for node in measures}
    more: list[Node] = []
    for section in root.walk():
        if section.key in parents and not any(id(below) in own for below in section.walk()):
            titled = [node for node in section.children if _has_title(source, node)]
            if 1 < len(titled) == len(section.children):
                more += titled
    return more


def _own_units(nodes: Sequence[Node], clauses: Clauses) -> bool:
    """Whether most of these headings name units themselves, before any heading below them."""
    own = (bool(node.block and clauses[node.block]) or any(clauses[b] for b in node.texts) for node in nodes)
    return len(nodes) >= _FEW and sum(own) * 10 >= len(nodes) * 6


def titled_keys(source: SourceText, by_key: Mapping[Key, Sequence[Node]]) -> list[Key]:
    """The sorts of headings that have titles, in their order."""
    return [key for key, nodes in by_key.items() if _titled(source, nodes)]


def _depth(nodes: Sequence[Node]) -> int:
    return sum(node.depth for node in nodes) * 100 // len(nodes)


def _bearing(nodes: Sequence[Node], groups: Sequence[int]) -> tuple[int, int]:
    """How many of the groups stand below these headings, and below how many of them."""
    counts = [bisect_left(groups, node.end) - bisect_left(groups, node.start) for node in nodes]
    return sum(counts), sum(count > 0 for count in counts)


def _groups(clauses: Clauses) -> list[int]:
    """Where responsible units are named; paragraphs of that kind that follow one another count once."""
    groups: list[int] = []
    before = False
    for block, named in clauses.items():
        whole = bool(named) and block.mark is None and named[0].start <= block.start + 1
        if named and not (before and whole):
            groups.append(block.start)
        before = bool(named)
    return groups


def _titled(source: SourceText, nodes: Sequence[Node]) -> bool:
    """Whether most of these headings have a title, and something is said below or behind it."""
    if len(nodes) < _FEW or nodes[0].key is None or nodes[0].key[0] == Style.CIRCLED:
        return False
    good = sum(_has_title(source, node) for node in nodes)
    return good * 10 >= len(nodes) * 6


def _has_title(source: SourceText, node: Node) -> bool:
    block = node.block
    if block is None:
        return False
    words = source.text[block.body : block.end]
    if block.title:
        return True
    if block.own and len(words) <= _RUN_IN:
        return bool(node.texts or node.children)
    end = _TITLE_END.search(words)
    return end is not None and end.start() <= _RUN_IN and "，" not in words[12 : end.start()]


def title_end(source: SourceText, block: Block, named: Sequence[OwnerClause] = ()) -> int:
    """Where the title of a heading ends, behind the mark that closes it; before the units that it names."""
    first = named[0].start if named and named[0].start < block.end else block.end
    if block.title or (block.own and block.end - block.body <= _RUN_IN):
        return min(first, block.title or block.end)
    mark = _TITLE_END.search(source.text, block.body, first)
    if mark and mark.start() - block.body <= _RUN_IN:
        return mark.end()
    comma = source.text.find("，", block.body, first)
    if 0 <= comma - block.body <= _RUN_IN:
        return comma
    return min(first, block.body + _RUN_IN)


def title_words(source: SourceText, block: Block, end: int) -> str:
    """The title of a heading that ends at `end`, without the marks around it."""
    words = source.text[block.body : end]
    words = (words[:-2] if words.endswith(("是：", "为：")) else words).strip(_MARKS)
    return _FIRSTLY.sub("", words)
