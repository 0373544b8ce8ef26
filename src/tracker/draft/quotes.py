"""What a target quotes: words of the text that stand in it once, without what no catalogue can hold."""

import re

from tracker.draft.mentions import TargetMention
from tracker.draft.text import Range

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
LONGEST_QUOTE = 500


def told_from_others(text: str, mention: TargetMention) -> Range:
    """The quote, from the beginning of its sentence where the same words stand elsewhere in the text too."""
    start, end = mention.quote
    words = text[start:end]
    first = start if mention.sentence is None else mention.sentence[0]
    if not end - LONGEST_QUOTE < first < start:
        return mention.quote
    alone = text.find(words) == start and text.find(words, start + 1) < 0
    return mention.quote if alone else (first, end)


def quote_of(original: str) -> str:
    """The words without blanks, cut where a character stands that no catalogue can hold."""
    parts = CONTROL.split("".join(original.split()))
    return max(parts, key=len)[:LONGEST_QUOTE]
