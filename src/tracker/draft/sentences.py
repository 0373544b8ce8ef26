"""Sentences and clauses: where they begin and end, with brackets, quotations and titles masked.

A masked text is as long as the text itself, so a place in one is a place in the other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.draft.text import Range, outermost_pairs
from tracker.draft.units import DOUBLE, UNIT

# What stands for a character within brackets; a character within a quotation or a title of a document is
# moved to a plane of its own, so that it can be read again where a name is made of it.
ASIDE = "\x01"
_QUOTED, _TITLED = 0xF0000, 0x100000
# For character classes: all that is masked, and dates (which are masked where numbers are looked for).
DATE = "\x04"
MASKED = "\x01\x04\U000f0000-\U0010ffff"
_MASKED = re.compile(f"[{MASKED}]")
_QUOTATION = re.compile(r"“(?!十[三四五六七]五”)[^“”。；]{0,200}”")
# A quotation of several clauses that count something is what is said, no name.
_SAYS = re.compile(rf"，.*\d[万亿]*{UNIT}|\d[万亿]*{UNIT}.*，")
_TITLE = re.compile(r"《[^《》。；]{0,200}》")
_NUMBER_OF_DOCUMENT = re.compile(r"[\u4e00-\u9fff]{0,8}【(?:19|20)\d\d】\d{1,5}号")
_HIDES = re.compile(r"[“《（【]")
_SENTENCE = re.compile(r"[^。；！？]+[。；！？]?")
_CLAUSE = re.compile(r"[^，：]+[，：]?")
# Brackets within brackets are followed so far.
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """[start, end) of SourceText.text; `masked` is that with its asides hidden; `aside`: it is one itself."""

    start: int
    end: int
    masked: str
    aside: bool = False

    def clauses(self) -> Iterator[Range]:
        """The ranges between commas and colons, as places in `masked`."""
        for clause in _CLAUSE.finditer(self.masked):
            yield clause.span()


def mask(text: str) -> str:
    """The text with the contents of brackets, quotations and document titles hidden, marks included."""
    if _HIDES.search(text) is None:
        return text
    masked = list(text)
    for pattern, plane in ((_QUOTATION, _QUOTED), (_TITLE, _TITLED), (_NUMBER_OF_DOCUMENT, _TITLED)):
        for match in pattern.finditer(text):
            if plane == _QUOTED and _SAYS.search(match[0]):
                continue
            masked[slice(*match.span())] = (chr(plane + (ord(c) & 0xFFFF)) for c in match[0])
    for opening, closing in outermost_pairs(text):
        if text[opening - 1 : closing + 1] not in DOUBLE:
            masked[opening : closing + 1] = ASIDE * (closing + 1 - opening)
    return "".join(masked)


def is_quoted(character: str) -> bool:
    """Whether a masked character stands in a quotation."""
    return _QUOTED <= ord(character) < _TITLED


def is_titled(character: str) -> bool:
    """Whether a masked character stands in the title or number of a document."""
    return ord(character) >= _TITLED


def unmasked(masked: str) -> str:
    """The words again, without what stood in brackets and without dates."""
    if masked.isascii() or not _MASKED.search(masked):
        return masked
    characters = (c for c in masked if c not in {ASIDE, DATE})
    return "".join(chr(ord(c) & 0xFFFF) if ord(c) >= _QUOTED else c for c in characters)


def sentences(text: str, start: int, end: int, *, depth: int = 0) -> Iterator[Sentence]:
    """The sentences of text[start:end] in order, each followed by those in its brackets."""
    part = text[start:end]
    brackets = list(outermost_pairs(part)) if depth < _DEEPEST else []
    at = 0
    for sentence in _SENTENCE.finditer(mask(part)):
        yield Sentence(start + sentence.start(), start + sentence.end(), sentence[0], aside=depth > 0)
        while at < len(brackets) and brackets[at][0] < sentence.end():
            opening, closing = brackets[at]
            yield from sentences(text, start + opening + 1, start + closing, depth=depth + 1)
            at += 1
