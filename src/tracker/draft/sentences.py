"""Sentences and clauses: where they begin and end, with brackets, quotations and titles veiled.

A veiled text is as long as the text itself, so a place in one is a place in the other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.draft.brackets import outermost

# What stands for a character within a bracket, a quotation or a title of a document.
ASIDE, QUOTED, TITLED = "\x01", "\x02", "\x03"
_QUOTATION = re.compile(r"“[^“”。；]{0,200}”")
_TITLE = re.compile(r"《[^《》。；]{0,200}》")
_NUMBER_OF_DOCUMENT = re.compile(r"[\u4e00-\u9fff]{0,8}【(?:19|20)\d\d】\d{1,5}号")
_SENTENCE = re.compile(r"[^。；！？]+[。；！？]?")
_CLAUSE = re.compile(r"[^，：]+[，：]?")
# Brackets within brackets are followed so far.
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """script.text[start:end]; `veiled` is that text with its asides hidden, `aside` where it is one itself."""

    start: int
    end: int
    veiled: str
    aside: bool = False

    def clauses(self) -> Iterator[tuple[int, int]]:
        """The ranges between commas and colons, as places in `veiled`."""
        for found in _CLAUSE.finditer(self.veiled):
            yield found.span()


def veil(text: str) -> str:
    """The text with the contents of brackets, quotations and document titles hidden, marks included."""
    veiled = list(text)
    for pattern, mark in ((_QUOTATION, QUOTED), (_TITLE, TITLED), (_NUMBER_OF_DOCUMENT, TITLED)):
        for found in pattern.finditer(text):
            veiled[found.start() : found.end()] = mark * len(found[0])
    for opening, closing in outermost(text, "（", "）"):
        veiled[opening : closing + 1] = ASIDE * (closing + 1 - opening)
    return "".join(veiled)


def sentences(text: str, start: int, end: int, *, depth: int = 0) -> Iterator[Sentence]:
    """The sentences of text[start:end] in order, each followed by those in its brackets."""
    part = text[start:end]
    veiled = veil(part)
    brackets = list(outermost(part, "（", "）")) if depth < DEEPEST else []
    at = 0
    for found in _SENTENCE.finditer(veiled):
        yield Sentence(start + found.start(), start + found.end(), found[0], aside=depth > 0)
        while at < len(brackets) and brackets[at][0] < found.end():
            opening, closing = brackets[at]
            yield from sentences(text, start + opening + 1, start + closing, depth=depth + 1)
            at += 1
