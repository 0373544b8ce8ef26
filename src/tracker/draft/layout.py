"""From raw lines to paragraphs: what a line break inside a word joins, and where a new paragraph begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.draft.headings import Mark, Style, mark_of, ornament_length
from tracker.draft.script import BLANK, Script, script_of, uniform

_SQUEEZE = re.compile(rf"[{BLANK}]+")
# A line that only counts pages.
_PAGE = re.compile(r"[-·|]*(?:第?\d{1,4}页(?:[/，]?共\d{1,4}页)?|-+\d{1,4}-+|\d{1,3}/\d{1,3}|-\d{1,4}|\d{1,4}-)[-·|]*")
_RULE = re.compile(r"[-=*_]{3,}|\|?[-:：|]{3,}\|?|```.*")
# Labels that open a paragraph of their own: 责任单位：, 完成时限：
_LABEL = re.compile(r"[*_]*[（【]?[\u4e00-\u9fff]{2,10}[】）]?[*_]*：")
_ENDS = "。；！？：）】|…"
_OPEN_ENDS = "，、（“《-"
# Lines this near to the widest are full: their last word may go on.
_FULL = 3
_SHORTEST_WRAP = 15


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or table row: script.text[start:end], of which `mark` is the beginning."""

    start: int
    end: int
    mark: Mark | None
    row: bool = False  # of a table
    own: bool = False  # a heading that has its line for itself

    @property
    def body(self) -> int:
        """Where its words begin, after the mark."""
        return self.start + (self.mark.length if self.mark else 0)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    squeezed: str


@dataclass(slots=True)
class _Open:
    """A paragraph that may still go on."""

    lines: list[_Line]
    mark: Mark | None
    row: bool = False


def layout(source: str) -> tuple[Script, tuple[Block, ...]]:
    """The script of a text and its paragraphs in order; page numbers and rules are left out."""
    same = uniform(source)
    lines = [line for line in _lines(same) if not _PAGE.fullmatch(line.squeezed) or _in_table(line)]
    width = _width(lines)
    paragraphs = list(_paragraphs(lines, width))
    kept = [(line.start, line.end) for paragraph in paragraphs for line in paragraph.lines]
    script, placed = script_of(source, same, kept)
    blocks: list[Block] = []
    at = 0
    for paragraph in paragraphs:
        last = at + len(paragraph.lines) - 1
        start, end = placed[at][0], placed[last][1]
        own = paragraph.mark is not None and not paragraph.lines[-1].squeezed.endswith(("。", "；", "）"))
        blocks.append(Block(start, end, paragraph.mark, paragraph.row, own))
        at = last + 1
    return script, tuple(blocks)


def _lines(same: str) -> Iterator[_Line]:
    start = 0
    for line in re.split(r"(?<=[\n\f\v\r\u2028\u2029\x85])", same):
        squeezed = _SQUEEZE.sub("", line)
        if squeezed and not _RULE.fullmatch(squeezed):
            yield _Line(start, start + len(line), squeezed)
        start += len(line)


def _in_table(line: _Line) -> bool:
    return line.squeezed.startswith("|")


def _width(lines: list[_Line]) -> int:
    """How many characters a full line has where the text is wrapped; very many where it is not."""
    lengths = sorted(len(line.squeezed) for line in lines)
    if not lengths:
        return 0
    widest = lengths[-1 - len(lengths) // 20]
    return widest if widest <= 60 else 10**6  # noqa: PLR2004 - no page is wider


def _paragraphs(lines: list[_Line], width: int) -> Iterator[_Open]:
    open_: _Open | None = None
    last: dict[tuple[int, int], int] = {}
    for line in lines:
        row = _in_table(line)
        mark = None if row else mark_of(line.squeezed)
        if open_ and not row and not open_.row and _goes_on(open_, line, mark, last, width):
            open_.lines.append(line)
            continue
        if open_:
            yield open_
        if mark:
            last = {key: number for key, number in last.items() if key[0] <= mark.key[0]}
            last[mark.key] = mark.number
        open_ = _Open([line], mark, row)
    if open_:
        yield open_


def _goes_on(open_: _Open, line: _Line, mark: Mark | None, last: dict[tuple[int, int], int], width: int) -> bool:
    """Whether a line belongs to the paragraph before it."""
    before = open_.lines[-1].squeezed
    if mark and mark.style is Style.HASH:
        return False
    unfinished = before[-1] in _OPEN_ENDS or (before[-1] not in _ENDS and len(before) >= width - _FULL)
    if mark:
        # In the midst of a sentence only the number that comes next is believed.
        expected = {1, last.get(mark.key, 0) + 1}
        return unfinished and mark.number not in expected
    if _LABEL.match(line.squeezed) or ornament_length(line.squeezed):
        return unfinished and not ornament_length(line.squeezed)
    if before[-1] in _OPEN_ENDS:
        return True
    if open_.mark and len(open_.lines) == 1 and "。" not in before:
        return before[-1] not in _ENDS and len(before) >= max(width - _FULL, _SHORTEST_WRAP)
    return before[-1] not in "。；！？：|…" and len(before) >= _SHORTEST_WRAP and not (
        before[-1] in "）】" and _balanced(before)
    )


def _balanced(text: str) -> bool:
    return text.count("（") <= text.count("）")
