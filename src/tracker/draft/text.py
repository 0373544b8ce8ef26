"""The text as it is read: one form of writing, no blanks, each character knowing where it stood.

Converted documents break words, numbers and units anywhere. So every later stage sees `SourceText.text` only,
and the original again for what is quoted.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

# What neither prints nor separates: blanks of all widths, marks of direction and of possible breaks.
BLANK = r"\s\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
_RUN = re.compile(rf"[^{BLANK}]+")
_WIDE = {ord(wide): ord(wide) - 0xFEE0 for wide in "％＋－．／＊＃"}
_WIDE |= {0xFEE0 + ord(plain): ord(plain) for plain in "0123456789"}
_WIDE |= {0xFEE0 + n: n for n in (*range(0x41, 0x5B), *range(0x61, 0x7B))}
_FORMS = {
    "%": "﹪",
    "，": ",﹐",
    "；": ";﹔",
    "：": ":﹕∶",
    "？": "?",
    "！": "!",
    "（": "(﹙",
    "）": ")﹚",
    "【": "[〔［",
    "】": "]〕］",
    "~": "～〜∼",
    "-": "–—―─－﹣−‐‑‒",
    "“": "「『〝",
    "”": "」』〞",
    '"': "＂",
    "|": "│┃｜",
    ">": "＞﹥",
    "<": "＜﹤",
    "=": "＝",
    "≥": "≧⩾",
    "≤": "≦⩽",
    "两": "兩",
}
_TABLE = {**_WIDE, **{ord(other): ord(one) for one, others in _FORMS.items() for other in others}}
_COLON = re.compile(r"(?<=\d)：(?=\d)")
# Emphasis, escapes of Markdown, breaks within cells.
_NO_WORDS = re.compile(r"\*\*|__|\\(?=[.\-*_#~、（）])|<br ?/?>")
_THOUSANDS = re.compile(r"(?<![\d.])\d{1,3}(?:，\d{3})+(?![\d])")

# [start, end) of `SourceText.text`.
Range = tuple[int, int]


class Span(NamedTuple):
    """[start, end) of the original."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """A policy text: `text` is what is read; `at[n]` is where its n-th character stands in `original`."""

    original: str
    text: str
    at: "array[int]"
    _line_breaks: list[int] = field(default_factory=list, compare=False)

    def span(self, start: int, end: int) -> Span:
        """Where text[start:end] stands in the original."""
        if start >= end:
            place = self.at[start] if start < len(self.at) else len(self.original)
            return Span(place, place)
        return Span(self.at[start], self.at[end - 1] + 1)

    def words(self, start: int, end: int) -> str:
        """text[start:end] as the original writes it, without blanks."""
        return "".join(_RUN.findall(self.original[slice(*self.span(start, end))]))

    def line_at(self, at: int) -> int:
        """The line (from 1) of a place in the original."""
        if not self._line_breaks:
            breaks = (line_break.start() for line_break in re.finditer("\n", self.original))
            self._line_breaks.extend([-1, *breaks])
        return bisect_right(self._line_breaks, at - 1)


def uniform(original: str) -> str:
    """The text with one form for each digit, letter, mark and dash, without emphasis; as long as before."""
    return _NO_WORDS.sub(lambda emphasis: " " * len(emphasis[0]), original.translate(_TABLE))


def source_text_of(
    original: str, uniform_text: str, ranges: Iterable[Span]
) -> tuple[SourceText, list[Range]]:
    """The characters of these ranges of a text, and where each range came to stand among them."""
    parts: list[str] = []
    at = array("q")
    placed: list[Range] = []
    for start, end in ranges:
        begin = len(at)
        for run in _RUN.finditer(uniform_text, start, end):
            parts.append(run[0])
            at.extend(range(run.start(), run.end()))
        placed.append((begin, len(at)))
    return SourceText(original, _settled("".join(parts)), at), placed


def _settled(text: str) -> str:
    """Marks within numbers told apart from marks between clauses; straight quotation marks in pairs."""
    text = _COLON.sub(":", text)
    text = _THOUSANDS.sub(lambda number: number[0].replace("，", ","), text)
    pieces = text.split('"')
    return "".join(piece + ("“", "”")[n % 2] for n, piece in enumerate(pieces[:-1])) + pieces[-1]


def pairs_in(text: str, marks: str = "（）") -> Iterator[Range]:
    """Where each bracket opens and closes, inner ones first, however deep; those without a partner not."""
    opening: list[int] = []
    for mark in re.finditer(f"[{marks}]", text):
        if mark[0] == marks[0]:
            opening.append(mark.start())
        elif opening:
            yield opening.pop(), mark.start()


def outermost_pairs(text: str) -> Iterator[Range]:
    """Where each bracket that stands in no other one opens and closes, in order."""
    depth, start = 0, 0
    for mark in re.finditer("[（）]", text):
        if mark[0] == "（":
            start = mark.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, mark.start()
