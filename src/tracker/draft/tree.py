"""Headings and what stands below each: the paragraphs of a text as a tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tracker.draft.headings import Style
from tracker.draft.layout import Block

Key = tuple[int, int]


@dataclass(slots=True)
class Node:
    """A heading with what stands below it; the root has none."""

    block: Block | None = None
    above: "Node | None" = None
    depth: int = 0
    children: "list[Node]" = field(default_factory=list)
    texts: list[Block] = field(default_factory=list)
    end: int = 0  # of the last paragraph below it

    @property
    def key(self) -> Key | None:
        """What headings of its sort have in common."""
        return self.block.mark.key if self.block and self.block.mark else None

    @property
    def start(self) -> int:
        """Where its heading begins."""
        return self.block.start if self.block else 0

    def walk(self) -> "Iterator[Node]":
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


def tree(blocks: Sequence[Block]) -> Node:
    """The tree of a text; a heading closes the last one of its sort and all below that."""
    root = Node()
    path = [root]
    for block in blocks:
        key = block.mark.key if block.mark else None
        if key is None:
            path[-1].texts.append(block)
        else:
            del path[_closes(path, key) :]
            node = Node(block, path[-1], len(path))
            path[-1].children.append(node)
            path.append(node)
        for node in path:
            node.end = block.end
    return root


def _closes(path: list[Node], key: Key) -> int:
    """From where on the open headings are closed by one of this sort."""
    for n, node in enumerate(path):
        if node.key == key:
            return n
        fewer = node.key is not None and node.key[0] == Style.HASH == key[0] and key[1] < node.key[1]
        if fewer:
            return n
    return len(path)
