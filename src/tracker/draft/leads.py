"""Paragraphs without numbers whose first words are their title: 稳住工业。…, mostly in bold."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from enum import Enum

from tracker.draft.headings import Mark, Style
from tracker.draft.layout import Block
from tracker.draft.text import SourceText

# A lead has no more characters than these; what follows it has more than those.
_LONGEST = 40
_LONGEST_PLAIN = 20
_SHORTEST = 4
_LEAST = 20
# Fewer below one heading are no list, unless they are in bold.
_FEW = 3
_PAUSES = frozenset("，；：！？（")
# Headings that are measures rather than sections.
_COUNTED = frozenset((Style.ARTICLE, Style.NAMED, Style.DOT, Style.DOTTED, Style.NUMBER_PAREN, Style.CIRCLED))
_BOLD = ("**", "__")
_ORNAMENT = re.compile(r"[-+•●■◆▪·>]+")


class Lead(Enum):
    """How the first words of a paragraph stand out."""

    NONE = 0
    PLAIN = 1
    BOLD = 2


def with_leads(source: SourceText, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with a mark for each paragraph that is a measure by its lead.

    There is none where headings with marks of their own, which have no such paragraphs below them, are more.
    """
    leads = dict(_leads(source, blocks))
    others = sum(block.mark is not None for block in blocks) - len(_headings_above(blocks, leads))
    if len(leads) < _FEW or len(leads) <= others:
        return tuple(blocks)
    return tuple(leads.get(n, block) for n, block in enumerate(blocks))


def _headings_above(blocks: Sequence[Block], leads: Collection[int]) -> set[int]:
    """The headings directly above these paragraphs."""
    above: set[int] = set()
    last: int | None = None
    for n, block in enumerate(blocks):
        if block.mark:
            last = n
        elif n in leads and last is not None:
            above.add(last)
    return above


def _leads(source: SourceText, blocks: Sequence[Block]) -> Iterator[tuple[int, Block]]:
    """Paragraphs with a lead, by place: those in bold, and plain ones that most below one heading are."""
    section: list[tuple[int, Lead, Block]] = []
    counted = False  # what stands below 1. are its points
    for n, block in enumerate(blocks):
        if block.mark:
            yield from _of_section(section)
            section = []
            counted = block.mark.style in _COUNTED
        elif not counted:
            section.append((n, *_lead(source, block)))
    yield from _of_section(section)


def _of_section(section: Sequence[tuple[int, Lead, Block]]) -> Iterator[tuple[int, Block]]:
    count = sum(lead is not Lead.NONE for _, lead, _ in section)
    listed = count >= _FEW and count * 2 >= len(section)
    for n, lead, block in section:
        if lead is Lead.BOLD or (listed and lead is Lead.PLAIN):
            yield n, block


def _lead(source: SourceText, block: Block) -> tuple[Lead, Block]:
    """How a paragraph begins, and the paragraph with its mark, should that be a lead."""
    if block.mark or block.cells:
        return Lead.NONE, block
    ornament = _ORNAMENT.match(source.text, block.start, block.end)
    begin = ornament.end() if ornament else block.start
    mark = Mark(Style.LEAD, 0, begin - block.start)
    if bold := _bold_end(source, begin, block.end):
        return Lead.BOLD, replace(block, mark=mark, title=bold)
    end = source.text.find("。", begin, min(block.end, begin + _LONGEST_PLAIN + 1))
    if end < 0 or block.end - end <= _LEAST or _PAUSES & set(source.text[begin:end]):
        return Lead.NONE, block
    return Lead.PLAIN, replace(block, mark=mark)


def _bold_end(source: SourceText, begin: int, end: int) -> int:
    """Where a lead in bold ends, behind the mark that closes it; 0 where there is none."""
    if begin >= end:
        return 0
    first = source.at[begin]
    emphasis = source.original[max(first - 2, 0) : first]
    closing = source.original.find(emphasis, first, first + 2 * _LONGEST) if emphasis in _BOLD else -1
    if closing < 0:
        return 0
    stop = bisect_left(source.at, closing, begin, end)
    if not _SHORTEST <= stop - begin <= _LONGEST or "。" in source.text[begin : stop - 1]:
        return 0
    stop += source.text.startswith(("。", "："), stop)
    return stop if end - stop >= _LEAST else 0
