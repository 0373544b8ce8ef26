"""Where a line of Chinese or English text may be broken.

Chinese is written without spaces and is broken between any two characters, but no closing mark begins a line
and no opening mark ends one (GB/T 15834-2011, 5.1). rich breaks at spaces alone; a library of all rules of
Unicode (Annex 14: uniseg) takes a second to import.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from unicodedata import combining

from rich.cells import cell_len, chop_cells

_OPENING = "（《〈“‘【〔〖「『［｛￥([{"
_CLOSING = "。，、；：？！）》〉”’】〕〗」』］｝…—·～％℃,.;:?!)]}%/-"
_VARIANTS = "\ufe0e\ufe0f"  # how the character before them is drawn
_FIRST_CHINESE = "\u2e80"  # from here on the characters are Chinese, Japanese, Korean, or pictures
_NUMBER = re.compile(r"(\d[\d.,]*)")


def line_starts(text: str, width: int) -> list[int]:
    """Where the second and each further line begins, so that none takes more than `width` cells.

    Spaces at the end of a line take no room. What may not be broken and is wider than a line begins one and
    is broken anywhere but in a number: only a number can be wider than a line.
    """
    starts: list[int] = []
    at = used = 0
    for part, needed in _parts(text, width):
        if used and used + needed > width:
            starts.append(at)
            used = 0
        used += cell_len(part)
        at += len(part)
    return starts


def widest_number(text: str) -> int:
    """How many characters the longest number in a text has."""
    return max(map(len, _NUMBER.findall(text)), default=0)


def _parts(text: str, width: int) -> Iterator[tuple[str, int]]:
    """The text in parts that stay whole, each with the cells that a line must have left for it."""
    edges = [0, *(at for at in range(1, len(text)) if may_break(text[at - 1], text[at])), len(text)]
    for part in (text[begin:end] for begin, end in pairwise(edges)):
        needed = cell_len(part.rstrip())
        if needed <= width:
            yield part, needed
            continue
        needed = width  # of what is too wide the first character begins a line
        for place, piece in enumerate(_NUMBER.split(part)):
            for character in [piece] if place % 2 else chop_cells(piece, 1):
                yield character, needed or cell_len(character.rstrip())
                needed = 0


def may_break(before: str, after: str) -> bool:
    """Whether a line may end with one character and the next begin with the other."""
    if before.isspace():
        return not after.isspace()
    if after.isspace() or before in _OPENING or after in _CLOSING or after in _VARIANTS or combining(after):
        return False
    # A number stays with its unit: 40家.
    return before >= _FIRST_CHINESE or (after >= _FIRST_CHINESE and not before.isdigit())
