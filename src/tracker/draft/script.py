"""The characters of a text in one form of writing and without blanks, each knowing where it stood.

Converted documents break words, numbers and units anywhere; so everything after this sees `text` only, and
`source` again for what is quoted.
"""

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field

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
_EMPHASIS = re.compile(r"\*\*|__|\\(?=[.\-*_#~、（）])")
_THOUSANDS = re.compile(r"(?<![\d.])\d{1,3}(?:，\d{3})+(?![\d])")


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of characters."""

    start: int
    end: int

    def __contains__(self, at: int) -> bool:
        return self.start <= at < self.end


@dataclass(frozen=True, slots=True)
class Script:
    """`text` is what is read; `at[n]` is where its n-th character stands in `source`."""

    source: str
    text: str
    at: "array[int]"
    _breaks: list[int] = field(default_factory=list, compare=False)

    def span(self, start: int, end: int) -> Span:
        """Where text[start:end] stands in the source."""
        if start >= end:
            place = self.at[start] if start < len(self.at) else len(self.source)
            return Span(place, place)
        return Span(self.at[start], self.at[end - 1] + 1)

    def words(self, start: int, end: int) -> str:
        """text[start:end] as the source writes it, without blanks."""
        span = self.span(start, end)
        return "".join(_RUN.findall(self.source[span.start : span.end]))

    def line_at(self, at: int) -> int:
        """The line (from 1) of a place in the source."""
        if not self._breaks:
            self._breaks.extend([-1, *(found.start() for found in re.finditer("\n", self.source))])
        return bisect_right(self._breaks, at - 1)


def uniform(source: str) -> str:
    """The text with one form for each digit, letter, mark and dash, without emphasis; as long as before."""
    return _EMPHASIS.sub(lambda found: " " * len(found[0]), source.translate(_TABLE))


def script_of(
    source: str, uniform_: str, kept: list[tuple[int, int]]
) -> tuple[Script, list[tuple[int, int]]]:
    """The script of the `kept` ranges of a source, and where each of them came to stand in it."""
    parts: list[str] = []
    at = array("q")
    placed: list[tuple[int, int]] = []
    for start, end in kept:
        begin = len(at)
        for run in _RUN.finditer(uniform_, start, end):
            parts.append(run[0])
            at.extend(range(run.start(), run.end()))
        placed.append((begin, len(at)))
    return Script(source, _settled("".join(parts)), at), placed


def _settled(text: str) -> str:
    """Marks within numbers told apart from marks between clauses; straight quotation marks in pairs."""
    text = _COLON.sub(":", text)
    text = _THOUSANDS.sub(lambda found: found[0].replace("，", ","), text)
    if '"' in text:
        pieces = text.split('"')
        text = "".join(piece + ("“", "”")[n % 2] for n, piece in enumerate(pieces[:-1])) + pieces[-1]
    return text
