"""Headings without numbers: bare lines, and paragraphs whose first words (稳住工业。…) are their title."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from itertools import pairwise

from tracker.draft.headings import Mark, Style
from tracker.draft.layout import Block
from tracker.draft.outlook import REVIEWS
from tracker.draft.owners import LABEL, ends_as_unit
from tracker.draft.text import SourceText
from tracker.draft.units import UNIT

# A lead has no more characters than these; what follows it has more than those.
_LONGEST = 40
_LONGEST_PLAIN = 24
_SHORTEST = 4
_LEAST = 20
# Fewer below one heading are no list, unless they are in bold.
_FEW = 3
# 今年是…开局之年。 says something by itself.
_STATES = re.compile(r"(?:今|明|去|\d{4})年|(?![一二三四五六七八九十]是).{0,12}是")
_BRACKETS = re.compile(r"（[^（）]*）")
_STOP = re.compile("[。：]")
# 具体措施：, 主要目标如下：: what is said of them follows, and they are no matter themselves.
_ANNOUNCES = re.compile(
    r"(?:是|为|如下|以下|包括|措施|目标|要求|任务|内容|时限|时间|代表|同志们|领导|单位|部门|方案)$"
)
_ADDRESSES = re.compile(r"各位|同志们|在此基础上|同时，")
_PAUSES = frozenset("，；：！？（")
# Headings that are measures rather than sections.
_COUNTED = frozenset((Style.ARTICLE, Style.NAMED, Style.DOT, Style.DOTTED, Style.NUMBER_PAREN, Style.CIRCLED))
# A line above paragraphs: no marks of a sentence in it.
_BARE = re.compile(r"(?=.*[\u4e00-\u9fff])(?:[^。；：！？，|]{4,40}|[^。；：！？，|]{4,24}。)")
_COUNT = re.compile(rf"\d[十百千万亿]*(?!年|月|日){UNIT}")
_BOLD = ("**", "__")
_ORNAMENT = re.compile(r"[-+•●■◆▪·>]+")


class Lead(Enum):
    """How the first words of a paragraph stand out."""

    NONE = 0
    PLAIN = 1
    BOLD = 2


def with_bare_headings(source: SourceText, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with a mark for each short line that stands above paragraphs.

    One with a full stop is a heading only where there are several, in a text whose lines are not wrapped.
    """
    begun = False  # the title and what stands below it are no headings
    bare: dict[Block, bool] = {}  # whether it ends with a full stop
    for n, (block, below) in enumerate(pairwise(blocks)):
        words = source.text[block.start : block.end]
        begun = begun or bool(block.mark or block.cells) or "。" in words or bool(n and REVIEWS.search(words))
        if begun and _is_bare(source, block, words) and _may_follow(source, below):
            bare[block] = words.endswith("。")
    stops = sum(bare.values()) >= _FEW and not _is_wrapped(source, blocks)
    mark = Mark(Style.BARE, 0, 0)
    return tuple(
        replace(block, mark=mark, own=True) if block in bare and (stops or not bare[block]) else block
        for block in blocks
    )


def _is_bare(source: SourceText, block: Block, words: str) -> bool:
    if block.mark or block.cells or not _BARE.fullmatch(words) or _COUNT.search(words):
        return False
    return not (LABEL.search(words) or ends_as_unit(words) or "\n" in _original(source, block))


def _is_wrapped(source: SourceText, blocks: Sequence[Block]) -> bool:
    """Whether paragraphs have several lines: the last one may look like a paragraph of its own."""
    return sum("\n" in _original(source, block) for block in blocks) * 3 > len(blocks)


def _original(source: SourceText, block: Block) -> str:
    return source.original[slice(*source.span(block.start, block.end))].strip()


def _may_follow(source: SourceText, below: Block) -> bool:
    """Whether a block is what stands below a heading: another heading, a table, or a paragraph."""
    marked = below.mark is not None or bool(below.cells)
    return marked or below.end - below.start > _LEAST or "。" in source.text[below.start : below.end]


def with_leads(source: SourceText, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with a mark for each paragraph that is a measure by its lead.

    There is none where headings with marks of their own, which have no such paragraphs below them, are more.
    """
    leads = dict(_leads(source, blocks))
    others = sum(block.mark is not None for block in blocks) - len(_headings_above(blocks, leads))
    if len(leads) < _FEW or len(leads) <= others:
        leads = _alone(blocks, leads)
    return tuple(leads.get(n, block) for n, block in enumerate(blocks))


def _alone(blocks: Sequence[Block], leads: Mapping[int, Block]) -> dict[int, Block]:
    """The leads below headings that have nothing but such paragraphs below them, three at least."""
    alone: dict[int, Block] = {}
    run: list[int] = []
    for n, block in enumerate((*blocks, None)):
        if block is not None and not block.mark:
            run.append(n)
            continue
        if len(run) >= _FEW and run[0] and blocks[run[0] - 1].mark and all(at in leads for at in run):
            alone |= {at: leads[at] for at in run}
        run = []
    return alone


def _headings_above(blocks: Sequence[Block], leads: Collection[int]) -> set[int]:
    """The headings directly above these paragraphs, and those that stand right above them."""
    above: set[int] = set()
    open_: list[int] = []
    for n, block in enumerate(blocks):
        if block.mark:
            open_ = [*open_, n] if open_ and open_[-1] == n - 1 else [n]
        elif n in leads:
            above.update(open_)
    return above


def _leads(source: SourceText, blocks: Sequence[Block]) -> Iterator[tuple[int, Block]]:
    """Paragraphs with a lead, by place: those in bold; plain ones, if most below one sort of heading are."""
    wrapped = _is_wrapped(source, blocks)
    sections: dict[tuple[int, int] | None, list[list[tuple[int, Lead, Block]]]] = defaultdict(list)
    section: list[tuple[int, Lead, Block]] = []
    sections[None].append(section)
    counted = False  # what stands below 1. are its points
    for n, block in enumerate(blocks):
        if block.mark:
            counted = block.mark.style in _COUNTED
            section = []
            sections[block.mark.key].append(section)
        elif not counted:
            section.append((n, *_lead(source, block)))
    for of_one_sort in sections.values():
        with_leads = [part for part in of_one_sort if any(lead is not Lead.NONE for _, lead, _ in part)]
        paragraphs = [paragraph for part in with_leads for paragraph in part]
        count = sum(lead is not Lead.NONE for _, lead, _ in paragraphs)
        listed = count >= _FEW and count * 2 >= len(paragraphs)
        for part in with_leads:
            first = next(n for n, lead, _ in part if lead is not Lead.NONE)
            for n, lead, block in part:
                if lead is Lead.BOLD or (listed and lead is Lead.PLAIN):
                    yield n, block
                elif listed and not wrapped and n > first and _apart(source, block):
                    yield n, replace(block, mark=Mark(Style.LEAD, 0, 0))


def _apart(source: SourceText, block: Block) -> bool:
    """Whether a paragraph among such with plain leads is a matter of its own, with a longer opening."""
    words = source.text[block.start : block.end]
    return not block.cells and len(words) > _LONGEST and not _ADDRESSES.match(words)


def _lead(source: SourceText, block: Block) -> tuple[Lead, Block]:
    """How a paragraph begins, and the paragraph with its mark, should that be a lead."""
    if block.mark or block.cells:
        return Lead.NONE, block
    ornament = _ORNAMENT.match(source.text, block.start, block.end)
    begin = ornament.end() if ornament else block.start
    mark = Mark(Style.LEAD, 0, begin - block.start)
    if bold := _bold_end(source, begin, block.end):
        return Lead.BOLD, replace(block, mark=mark, title=bold)
    stop = _STOP.search(source.text, begin, min(block.end, begin + _LONGEST_PLAIN + 1))
    end = stop.start() if stop else begin
    words = _BRACKETS.sub("", source.text[begin:end])
    if not words or block.end - end <= _LEAST or _PAUSES & set(words) or _STATES.match(words):
        return Lead.NONE, block
    if source.text[end] == "：" and (_ANNOUNCES.search(words) or LABEL.match(words + "：")):
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
