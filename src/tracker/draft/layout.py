"""From raw lines to paragraphs: what a line break inside a word joins, and where a new paragraph begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.draft.columns import Column, Grid, Line, Row
from tracker.draft.grids import grid_at
from tracker.draft.headings import Mark, Style, is_title, mark_of, ornament_length
from tracker.draft.owners import LABEL, ends_as_unit
from tracker.draft.pages import without_pages
from tracker.draft.script import BLANK, Script, script_of, uniform

_SQUEEZE = re.compile(rf"[{BLANK}]+")
_RULE = re.compile(r"[-=*_]{3,}|\|?[-:：|]{3,}\|?|```.*")
# Labels that open a paragraph of their own: 责任单位：, 完成时限：
_LABEL = re.compile(r"[*_]*[（【]?[\u4e00-\u9fff]{2,10}[】）]?[*_]*：")
_ENDS = "。；！？：）】|…"
_OPEN_ENDS = "，、（“《-"
# Lines this near to the widest are full: their last word may go on.
_FULL = 3
# Pages narrower or wider than these are none: each paragraph is then a line.
_WIDTHS = range(20, 61)
_SHORTEST_WRAP = 15
# A bracket that is not closed after so many lines is a slip of the pen.
_LONGEST_BRACKET = 6
# One of so few characters, with its end, is part of a name: 各镇（街道）.
_SHORT_BRACKET = 6
# An item of a list in Markdown; not the rest of a range (3-5) that a break parts.
_ITEM = re.compile(r"[^\S\n]*[-+*][^\S\n]+(?=\S)")
# Emphasis at the beginning of a line begins a paragraph.
_EMPHASIZED = re.compile(r"(?m)^[^\S\n]*(?:\*\*|__)")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or table row: script.text[start:end], of which `mark` is the beginning."""

    start: int
    end: int
    mark: Mark | None
    cells: tuple[tuple[Column, int, int], ...] = ()  # of a table's row
    own: bool = False  # a heading that has its line for itself
    title: int = 0  # where its title ends, if its print says so

    @property
    def body(self) -> int:
        """Where its words begin, after the mark."""
        return self.start + (self.mark.length if self.mark else 0)


# A new paragraph is often set in by two wide blanks.
_SET_IN = "\u3000\u3000"


@dataclass(slots=True)
class _Open:
    """A paragraph that may still go on, or a row of a table."""

    lines: list[Line]
    mark: Mark | None
    row: Row | None = None
    brackets: int = 0  # opened and not closed yet
    waiting: int = 0  # for so many lines
    sentences: bool = False  # it has had a full stop

    def take(self, line: Line) -> "_Open":
        """Let a line go on with it."""
        self.lines.append(line)
        self.brackets = max(self.brackets + line[2].count("（") - line[2].count("）"), 0)
        self.waiting = self.waiting + 1 if self.brackets else 0
        self.sentences = self.sentences or "。" in line[2]
        return self

    @property
    def ranges(self) -> list[tuple[int, int]]:
        if self.row:
            return [place for _, place in self.row.cells]
        return [(start, end) for start, end, _ in self.lines]


def layout(source: str) -> tuple[Script, tuple[Block, ...]]:
    """The script of a text and its paragraphs in order; page numbers and rules are left out."""
    same = uniform(source)
    same, lines = without_pages(same, list(_lines(same)))
    emphasized = {found.start() for found in _EMPHASIZED.finditer(source)}
    paragraphs = list(_paragraphs(same, lines, _width(lines), emphasized))
    script, placed = script_of(
        source, same, [place for paragraph in paragraphs for place in paragraph.ranges]
    )
    blocks: list[Block] = []
    at = 0
    for paragraph in paragraphs:
        count = len(paragraph.ranges)
        if not count:
            continue
        places = placed[at : at + count]
        at += count
        cells: tuple[tuple[Column, int, int], ...] = ()
        if paragraph.row:
            cells = tuple((c, *place) for (c, _), place in zip(paragraph.row.cells, places, strict=True))
        own = paragraph.mark is not None and not paragraph.lines[-1][2].endswith(("。", "；", "）"))
        blocks.append(Block(places[0][0], places[-1][1], paragraph.mark, cells, own))
    return script, tuple(blocks)


def _lines(same: str) -> Iterator[Line]:
    start = 0
    for line in re.split(r"(?<=[\n\f\v\r\u2028\u2029\x85])", same):
        squeezed = _SQUEEZE.sub("", line)
        if squeezed and not _RULE.fullmatch(squeezed):
            yield start, start + len(line), squeezed
        start += len(line)


def _width(lines: list[Line]) -> int:
    """How many characters a full line has where the text is wrapped; very many where it is not."""
    lengths = sorted(len(words) for _, _, words in lines)
    if not lengths:
        return 0
    widest = lengths[-1 - len(lengths) // 20]
    return widest if widest in _WIDTHS else 10**6


def _paragraphs(same: str, lines: list[Line], width: int, emphasized: set[int]) -> Iterator[_Open]:
    open_: _Open | None = None
    last: dict[tuple[int, int], int] = {}
    at = 0
    while at < len(lines):
        line = lines[at]
        grid = grid_at(same, lines, at)
        if grid:
            if open_:
                yield open_
            yield from _rows(grid, lines)
            open_, at = None, grid.last
            continue
        at += 1
        mark = mark_of(line[2])
        bold = mark is None and line[0] in emphasized
        apart = open_ and ((bold and _may_end(open_)) or _is_next_item(same, open_, line))
        if open_ and not apart and _goes_on(same, open_, line, mark, last, width):
            open_.take(line)
            continue
        if open_:
            yield open_
        if mark:
            last = {key: number for key, number in last.items() if key[0] <= mark.key[0]}
            last[mark.key] = mark.number
        open_ = _Open([], mark).take(line)
    if open_:
        yield open_


def _rows(grid: Grid, lines: list[Line]) -> Iterator[_Open]:
    """The headings of a table as a paragraph, then its rows and what heads them."""
    first = min((row.start for row in grid.rows), default=lines[grid.last - 1][1])
    sections = [lines[n] for n in grid.sections]
    heads = [line for line in lines[grid.first : grid.last] if line[1] <= first and line not in sections]
    yield _Open(heads, None)
    found = [(row.start, _Open([], None, row)) for row in grid.rows]
    found += [(line[0], _Open([line], mark_of(line[2]))) for line in sections]
    yield from (one for _, one in sorted(found, key=lambda one: one[0]))


def _goes_on(
    same: str, open_: _Open, line: Line, mark: Mark | None, last: dict[tuple[int, int], int], width: int
) -> bool:
    """Whether a line belongs to the paragraph before it."""
    before = open_.lines[-1][2]
    if mark and mark.style is Style.HASH:
        return False
    if not last and is_title(before):
        return False
    if open_.brackets and open_.waiting <= _LONGEST_BRACKET and mark is None:
        return True
    if len(before) < width - _FULL and _names_units_to_its_end(open_.lines[0][2], before):
        return False
    unfinished = before[-1] in _OPEN_ENDS or (before[-1] not in _ENDS and len(before) >= width - _FULL)
    if mark:
        # In the midst of a sentence only the number that comes next is believed.
        expected = {1, last.get(mark.key, 0) + 1}
        running = open_.mark is None or len(open_.lines) > 1 or "。" in before
        broken = (
            unfinished
            or bool(open_.brackets)
            or (running and before[-1] not in _ENDS and len(before) >= _SHORTEST_WRAP)
        )
        return broken and mark.number not in expected
    if _LABEL.match(line[2]) or ornament_length(line[2]):
        return unfinished and not ornament_length(line[2])
    if before[-1] in _OPEN_ENDS:
        return True
    if same.startswith(_SET_IN, line[0]):
        return False
    if open_.mark and len(open_.lines) == 1 and "。" not in before:
        return before[-1] not in _ENDS and len(before) >= max(width - _FULL, _SHORTEST_WRAP)
    long_enough = len(before) >= _SHORTEST_WRAP or open_.sentences or before[-1].isdigit()
    full = len(before) >= width - _FULL and len(before.rpartition("（")[2]) <= _SHORT_BRACKET
    closed = before[-1] in "）】" and not open_.brackets and not full
    return before[-1] not in "。；！？：|…" and long_enough and not closed


def _is_next_item(same: str, open_: _Open, line: Line) -> bool:
    return bool(not open_.brackets and _ITEM.match(same, line[0]) and _ITEM.match(same, open_.lines[0][0]))


def _may_end(open_: _Open) -> bool:
    return not open_.brackets and open_.lines[-1][2][-1] in _ENDS


def _names_units_to_its_end(first: str, last: str) -> bool:
    return bool(LABEL.match(first)) and not last.endswith(tuple(_OPEN_ENDS)) and ends_as_unit(last)
