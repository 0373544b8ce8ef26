"""From lines to blocks: paragraphs that line breaks have cut, headings, and rows of tables."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.draft.columns import TableColumn
from tracker.draft.flattened_tables import flattened_table, table_of_indicators
from tracker.draft.headings import Mark, Style, column_of, is_title, mark_of, ornament_length
from tracker.draft.headless_tables import headless_table
from tracker.draft.lines import SourceLine, lines_of
from tracker.draft.owners import LABEL, ends_as_unit
from tracker.draft.tables import TableRow, TaskTable, ruled_table, spaced_table
from tracker.draft.text import Range, SourceText, Span, source_text_of, uniform

# Labels that open a paragraph of their own: 责任单位：, 完成时限：
_LABEL = re.compile(r"[*_]*[（【]?[\u4e00-\u9fff]{2,10}[】）]?[*_]*：")
_ENDS = "。；！？：）】|…"
_OPEN_ENDS = "，、（“《-"
# Lines this near to the widest are full: their last word may go on.
_FULL = 3
# Pages narrower or wider than these are none: each paragraph is then a line.
_WIDTHS = range(20, 61)
_SHORTEST_WRAP = 15
# A line by itself that is a heading has no more characters.
_LONGEST_BARE = 40
# A bracket that is not closed after so many lines is a slip of the pen.
_LONGEST_BRACKET = 6
# One of so few characters, with its end, is part of a name: 各镇（街道）.
_SHORT_BRACKET = 6
# An item of a list in Markdown; not the rest of a range (3-5) that a break parts.
_ITEM = re.compile(r"[^\S\n]*[-+*][^\S\n]+(?=\S)")
# Emphasis at the beginning of a line begins a paragraph.
_EMPHASIZED = re.compile(r"(?m)^[^\S\n]*(?:\*\*|__)")
# A new paragraph is often set in by two wide blanks.
_SET_IN = "\u3000\u3000"
# A line that holds the heads of columns has so many characters.
_HEADS = range(2, 81)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or table row: [start, end) of SourceText.text, `mark` at its beginning."""

    start: int
    end: int
    mark: Mark | None
    cells: tuple[tuple[TableColumn, int, int], ...] = ()  # of a table's row
    own: bool = False  # a heading that has its line for itself
    title: int = 0  # where its title ends, if its print says so

    @property
    def body(self) -> int:
        """Where its words begin, after the mark."""
        return self.start + (self.mark.length if self.mark else 0)


@dataclass(slots=True)
class _Paragraph:
    """Lines that are one block, of which more may follow."""

    lines: list[SourceLine]
    mark: Mark | None = None
    brackets: int = 0  # opened and not closed yet
    waiting: int = 0  # for so many lines
    sentences: bool = False  # it has had a full stop

    def take(self, line: SourceLine) -> "_Paragraph":
        """Let a line go on with it."""
        self.lines.append(line)
        self.brackets = max(self.brackets + line.words.count("（") - line.words.count("）"), 0)
        self.waiting = self.waiting + 1 if self.brackets else 0
        self.sentences = self.sentences or "。" in line.words
        return self

    @property
    def spans(self) -> list[Span]:
        """Where its lines stand in the original."""
        return [Span(line.start, line.end) for line in self.lines]

    @property
    def start(self) -> int:
        """Where the first of them begins."""
        return self.lines[0].start


def layout(original: str) -> tuple[SourceText, tuple[Block, ...]]:
    """The characters of a text and its blocks in order; page numbers and rules are left out."""
    text, lines = lines_of(uniform(original))
    emphasized = {emphasis.start() for emphasis in _EMPHASIZED.finditer(original)}
    parts = [part for part in _parts(text, lines, emphasized) if part.spans]
    source, ranges = source_text_of(original, text, (span for part in parts for span in part.spans))
    placed = iter(ranges)
    return source, tuple(_block(part, [next(placed) for _ in part.spans]) for part in parts)


def _block(part: _Paragraph | TableRow, ranges: Sequence[Range]) -> Block:
    start, end = ranges[0][0], ranges[-1][1]
    if isinstance(part, TableRow):
        columns = (column for column, _ in part.cells)
        return Block(start, end, None, tuple((c, *place) for c, place in zip(columns, ranges, strict=True)))
    own = part.mark is not None and not part.lines[-1].words.endswith(("。", "；", "）"))
    return Block(start, end, part.mark, own=own)


def _parts(text: str, lines: Sequence[SourceLine], emphasized: set[int]) -> Iterator[_Paragraph | TableRow]:
    width = _width(lines)
    numbers: dict[tuple[int, int], int] = {}  # the last number of each sort of mark
    paragraph: _Paragraph | None = None
    at = 0
    while at < len(lines):
        if table := _table_at(text, lines, at):
            if paragraph:
                yield paragraph
            yield from _parts_of_table(table, lines)
            paragraph, at = None, table.last
            continue
        line = lines[at]
        at += 1
        mark = mark_of(line.words)
        if mark is None and paragraph and _may_end(paragraph):
            mark = _next_number(line.words, numbers)
        if paragraph:
            bold = mark is None and line.start in emphasized and _may_end(paragraph)
            apart = bold or _is_next_item(text, paragraph, line)
            if not apart and _goes_on(text, paragraph, line, mark, numbers, width):
                paragraph.take(line)
                continue
            yield paragraph
        if mark:
            numbers = {key: number for key, number in numbers.items() if key[0] <= mark.key[0]}
            numbers[mark.key] = mark.number
        paragraph = _Paragraph([], mark).take(line)
    if paragraph:
        yield paragraph


def _next_number(words: str, numbers: Mapping[tuple[int, int], int]) -> Mark | None:
    """11.168人才项目: what would be a decimal is a mark where its number comes next."""
    number = numbers.get((Style.DOT, 0), 0) + 1
    if number > 1 and re.match(rf"{number}\.[1-9]\d\d", words):
        return Mark(Style.DOT, number, len(f"{number}."))
    return None


def _width(lines: Sequence[SourceLine]) -> int:
    """How many characters a full line has where the text is wrapped; very many where it is not."""
    lengths = sorted(len(line.words) for line in lines)
    widest = lengths[-1 - len(lengths) // 20] if lengths else 0
    return widest if widest in _WIDTHS else 10**6


def _table_at(text: str, lines: Sequence[SourceLine], at: int) -> TaskTable | None:
    """The table whose heads begin with lines[at], however a conversion left it; None where there is none."""
    words = lines[at].words
    if words.count("|") > 1:
        return ruled_table(text, lines, at)
    if len(words) not in _HEADS:
        return headless_table(text, lines, at)
    spaced = None if column_of(words) else spaced_table(text, lines, at)
    headed = spaced or flattened_table(text, lines, at) or table_of_indicators(lines, at)
    return headed or headless_table(text, lines, at)


def _parts_of_table(table: TaskTable, lines: Sequence[SourceLine]) -> Iterator[_Paragraph | TableRow]:
    """The heads of a table as a paragraph, then its rows and the headings between them."""
    first = min((row.start for row in table.rows), default=lines[table.last - 1].end)
    sections = [lines[n] for n in table.sections]
    heads = [line for line in lines[table.first : table.last] if line.end <= first and line not in sections]
    yield _Paragraph(heads)
    parts: list[_Paragraph | TableRow] = [*table.rows]
    parts += [_Paragraph([line], mark_of(line.words)) for line in sections]
    yield from sorted(parts, key=lambda part: part.start)


def _goes_on(
    text: str,
    paragraph: _Paragraph,
    line: SourceLine,
    mark: Mark | None,
    numbers: Mapping[tuple[int, int], int],
    width: int,
) -> bool:
    """Whether a line belongs to the paragraph before it."""
    before = paragraph.lines[-1].words
    if mark and mark.style is Style.HASH:
        return False
    if not numbers and is_title(before):
        return False
    if paragraph.brackets and paragraph.waiting <= _LONGEST_BRACKET and mark is None:
        return True
    almost_full = len(before) >= width - _FULL
    if not almost_full and _names_units_to_its_end(paragraph.lines[0].words, before):
        return False
    unfinished = before[-1] in _OPEN_ENDS or (before[-1] not in _ENDS and almost_full)
    if mark:
        return _is_no_heading(paragraph, mark, numbers, unfinished=unfinished)
    if _LABEL.match(line.words) or ornament_length(line.words):
        return unfinished and not ornament_length(line.words)
    if before[-1] in _OPEN_ENDS:
        return True
    if text.startswith(_SET_IN, line.start) or _stands_alone(paragraph, line, width):
        return False
    if paragraph.mark and len(paragraph.lines) == 1 and "。" not in before:
        return before[-1] not in _ENDS and len(before) >= max(width - _FULL, _SHORTEST_WRAP)
    long_enough = len(before) >= _SHORTEST_WRAP or paragraph.sentences or before[-1].isdigit()
    ends_in_name = almost_full and len(before.rpartition("（")[2]) <= _SHORT_BRACKET
    closed = before[-1] in "）】" and not paragraph.brackets and not ends_in_name
    return before[-1] not in "。；！？：|…" and long_enough and not closed


def _stands_alone(paragraph: _Paragraph, line: SourceLine, width: int) -> bool:
    """Whether a text that is not wrapped has a short line without a full stop here: a heading."""
    before = paragraph.lines[-1].words
    alone = len(paragraph.lines) == 1 and "。" not in before and not before[-1].isdigit()
    alone = alone and before[-1] not in "的是为和与及" and line.words[0] not in "是为的，。；：、）”"
    return width not in _WIDTHS and alone and len(before) <= _LONGEST_BARE


def _is_no_heading(
    paragraph: _Paragraph, mark: Mark, numbers: Mapping[tuple[int, int], int], *, unfinished: bool
) -> bool:
    """Whether what looks like a mark is a number in the midst of a sentence: not the one that comes next."""
    before = paragraph.lines[-1].words
    running = paragraph.mark is None or len(paragraph.lines) > 1 or "。" in before
    broken = running and before[-1] not in _ENDS and len(before) >= _SHORTEST_WRAP
    in_sentence = unfinished or bool(paragraph.brackets) or broken
    return in_sentence and mark.number not in {1, numbers.get(mark.key, 0) + 1}


def _is_next_item(text: str, paragraph: _Paragraph, line: SourceLine) -> bool:
    first = paragraph.lines[0]
    return bool(not paragraph.brackets and _ITEM.match(text, line.start) and _ITEM.match(text, first.start))


def _may_end(paragraph: _Paragraph) -> bool:
    return not paragraph.brackets and paragraph.lines[-1].words[-1] in _ENDS


def _names_units_to_its_end(first: str, last: str) -> bool:
    return bool(LABEL.match(first)) and last[-1] not in _OPEN_ENDS and ends_as_unit(last)
