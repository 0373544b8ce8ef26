"""Paragraphs without numbers whose first words are their title: 稳住工业。…, mostly in bold."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum

from tracker.draft.headings import Mark, Style
from tracker.draft.layout import Block
from tracker.draft.script import Script

# A lead has no more characters than these; what follows it has more than those.
_LONGEST = 24
_LONGEST_PLAIN = 20
_LEAST = 20
# Fewer below one heading are no list, unless they are in bold.
_FEW = 3
_PAUSES = frozenset("，；：！？（")
_BOLD = ("**", "__")


class Lead(Enum):
    """How the first words of a paragraph stand out."""

    NONE = 0
    PLAIN = 1
    BOLD = 2


def with_leads(script: Script, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with a mark for each paragraph that is a measure by its lead.

    There is none where headings with marks of their own, which have no such paragraphs below them, are more.
    """
    found = set(_leads(script, blocks))
    others = sum(block.mark is not None for block in blocks) - len(_bearing(blocks, found))
    if len(found) < _FEW or len(found) <= others:
        return tuple(blocks)
    mark = Mark(Style.LEAD, 0, 0)
    return tuple(replace(block, mark=mark) if n in found else block for n, block in enumerate(blocks))


def _bearing(blocks: Sequence[Block], found: set[int]) -> set[int]:
    """The headings directly above such paragraphs."""
    bearing: set[int] = set()
    above = -1
    for n, block in enumerate(blocks):
        if block.mark:
            above = n
        elif n in found:
            bearing.add(above)
    return bearing - {-1}


def _leads(script: Script, blocks: Sequence[Block]) -> Iterator[int]:
    """Where paragraphs with a lead are: those in bold, and plain ones that most below one heading are."""
    section: list[tuple[int, Lead]] = []
    for n, block in enumerate(blocks):
        if block.mark:
            yield from _listed(section)
            section = []
        else:
            section.append((n, _lead(script, block)))
    yield from _listed(section)


def _listed(section: Sequence[tuple[int, Lead]]) -> Iterator[int]:
    count = sum(lead is not Lead.NONE for _, lead in section)
    listed = count >= _FEW and count * 2 >= len(section)
    for n, lead in section:
        if lead is Lead.BOLD or (listed and lead is Lead.PLAIN):
            yield n


def _lead(script: Script, block: Block) -> Lead:
    if block.mark or block.cells:
        return Lead.NONE
    end = script.text.find("。", block.start, min(block.end, block.start + _LONGEST + 1))
    if end < 0 or block.end - end <= _LEAST or _PAUSES & set(script.text[block.start : end]):
        return Lead.NONE
    first = script.at[block.start]
    if script.source[max(first - 2, 0) : first] in _BOLD:
        return Lead.BOLD
    return Lead.PLAIN if end - block.start <= _LONGEST_PLAIN else Lead.NONE
