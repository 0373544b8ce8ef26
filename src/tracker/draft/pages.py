"""What each page of a text repeats: its number, the title, the headings of a table."""

import re
from collections import Counter
from collections.abc import Sequence

from tracker.draft.columns import FEWEST, Line, column_of
from tracker.draft.headings import is_title

# A line that only counts pages.
_PAGE = re.compile(
    r"[-·|]*(?:第?\d{1,4}页(?:[/，]?共\d{1,4}页)?|-+\d{1,4}-+|\d{1,3}/\d{1,3}|-\d{1,4}|\d{1,4}-)[-·|]*"
)
# What is repeated stands so near to the number of the page.
_NEAR = (-1, 1, 2)
# The title, perhaps of two lines, is within the first lines of the text.
_FIRST = 16
_LONGEST = 80


def without_pages(same: str, lines: Sequence[Line]) -> tuple[str, list[Line]]:
    """The text with blanks where pages have their number and what they repeat, and the lines that remain."""
    numbers = [n for n, line in enumerate(lines) if _counts_pages(line[2])]
    left_out = {*numbers, *_repeated(same, lines, numbers)}
    parts: list[str] = []
    at = 0
    for n in sorted(left_out):
        start, end, _ = lines[n]
        parts += (same[at:start], " " * (end - start))
        at = end
    return "".join((*parts, same[at:])), [line for n, line in enumerate(lines) if n not in left_out]


def _counts_pages(words: str) -> bool:
    return bool(_PAGE.fullmatch(words)) and not words.startswith("|")


def _repeated(same: str, lines: Sequence[Line], numbers: Sequence[int]) -> list[int]:
    """The places of titles and headings that stand near to several numbers of pages, but for the first."""
    near = sorted({n + d for n in numbers for d in _NEAR if 0 <= n + d < len(lines)} - set(numbers))
    near = [n for n in near if _heads_pages(same, lines[n])]
    counts = Counter(lines[n][2] for n in near)
    first = {lines[n][2]: n for n in range(len(lines) - 1, -1, -1)} if near else {}
    again = (n for n in near if counts[lines[n][2]] > 1)
    return [
        n for n in again if n != first[lines[n][2]] or _in_two_lines(lines[n][2], lines[: min(n, _FIRST)])
    ]


def _in_two_lines(words: str, before: Sequence[Line]) -> bool:
    return words in "".join(line for _, _, line in before if len(line) <= _LONGEST)


def _heads_pages(same: str, line: Line) -> bool:
    start, end, words = line
    if len(words) > _LONGEST:
        return False
    cells = same[start:end].split()
    return (
        is_title(words) or words.endswith("表") or (len(cells) >= FEWEST and all(column_of(c) for c in cells))
    )
