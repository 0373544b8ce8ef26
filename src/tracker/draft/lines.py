"""The lines of a text that hold words, without what pages repeat: numbers, the title, heads of a table."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracker.draft.headings import FEWEST_COLUMNS, column_of, is_title
from tracker.draft.text import BLANK

_BLANKS = re.compile(rf"[{BLANK}]+")
_RULE = re.compile(r"[-=*_]{3,}|\|?[-:：|]{3,}\|?|```.*")
# A line that only counts pages.
_PAGE = re.compile(
    r"(?!\|)[-·|]*(?:第?\d{1,4}页(?:[/，]?共\d{1,4}页)?|-+\d{1,4}-+|\d{1,3}/\d{1,3}|-\d{1,4}|\d{1,4}-)[-·|]*"
)
# What is repeated stands so near to the number of the page.
_NEAR = (-1, 1, 2)
# The title, perhaps of two lines, is within the first lines of the text.
_FIRST = 16
_LONGEST = 80


class SourceLine(NamedTuple):
    """[start, end) of a text, and the words there without blanks."""

    start: int
    end: int
    words: str


def lines_of(text: str) -> tuple[str, list[SourceLine]]:
    """The text with blanks for what its pages repeat, and the lines that remain; rules are none."""
    lines = list(_lines(text))
    page_numbers = [n for n, line in enumerate(lines) if _PAGE.fullmatch(line.words)]
    repeated = {*page_numbers, *_repeated(text, lines, page_numbers)}
    parts: list[str] = []
    at = 0
    for n in sorted(repeated):
        start, end, _ = lines[n]
        parts += (text[at:start], " " * (end - start))
        at = end
    return "".join((*parts, text[at:])), [line for n, line in enumerate(lines) if n not in repeated]


def _lines(text: str) -> Iterator[SourceLine]:
    start = 0
    for line in re.split(r"(?<=[\n\f\v\r\u2028\u2029\x85])", text):
        words = _BLANKS.sub("", line)
        if words and not _RULE.fullmatch(words):
            yield SourceLine(start, start + len(line), words)
        start += len(line)


def _repeated(text: str, lines: Sequence[SourceLine], page_numbers: Sequence[int]) -> list[int]:
    """The places of titles and heads that stand near to several numbers of pages, but for the first."""
    near = sorted({n + d for n in page_numbers for d in _NEAR if 0 <= n + d < len(lines)} - set(page_numbers))
    near = [n for n in near if _heads_pages(text, lines[n])]
    counts = Counter(lines[n].words for n in near)
    first = {lines[n].words: n for n in range(len(lines) - 1, -1, -1)} if near else {}
    again = (n for n in near if counts[lines[n].words] > 1)
    return [
        n
        for n in again
        if n != first[lines[n].words] or _in_two_lines(lines[n].words, lines[: min(n, _FIRST)])
    ]


def _in_two_lines(words: str, before: Sequence[SourceLine]) -> bool:
    return words in "".join(line.words for line in before if len(line.words) <= _LONGEST)


def _heads_pages(text: str, line: SourceLine) -> bool:
    if len(line.words) > _LONGEST:
        return False
    cells = text[line.start : line.end].split()
    heads = len(cells) >= FEWEST_COLUMNS and all(map(column_of, cells))
    return is_title(line.words) or line.words.endswith("表") or heads
