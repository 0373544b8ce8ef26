"""How many cells of a terminal a text takes.

Nearly all texts are made of characters about whose width nobody disagrees: those are counted here, from a few
ranges. Any other text is measured by the library that knows it (rich or wcwidth), imported only then; a test
compares every character of the ranges with both.
"""

from bisect import bisect_right
from importlib import import_module

# In order: first and last character, and how many cells each between them takes.
RANGES = (
    (0x20, 0x7E, 1),  # ASCII
    (0xA1, 0xAC, 1),  # Latin signs, letters with accents
    (0xAE, 0x2FF, 1),
    (0x370, 0x377, 1),  # Greek, Cyrillic
    (0x391, 0x3A1, 1),
    (0x3A3, 0x482, 1),
    (0x2010, 0x2027, 1),  # dashes, quotation marks, dots
    (0x2030, 0x205E, 1),
    (0x2190, 0x21FF, 1),  # arrows
    (0x2200, 0x22FF, 1),  # mathematics
    (0x2460, 0x24FF, 1),  # numbers in circles
    (0x2500, 0x25FC, 1),  # lines, blocks, shapes
    (0x2713, 0x2713, 1),  # ✓
    (0x2717, 0x2717, 1),  # ✗
    (0x3000, 0x3029, 2),  # Chinese punctuation
    (0x3030, 0x303E, 2),
    (0x3041, 0x3096, 2),  # kana
    (0x30A0, 0x30FF, 2),
    (0x3220, 0x3247, 2),  # signs that are squares: ㈠, ㎡
    (0x3250, 0x33FF, 2),
    (0x3400, 0x4DBF, 2),  # Chinese
    (0x4E00, 0x9FFF, 2),
    (0xAC00, 0xD7A3, 2),  # Hangul
    (0xF900, 0xFA6D, 2),
    (0xFF01, 0xFF60, 2),  # full width
    (0xFFE0, 0xFFE6, 2),
    (0x20000, 0x2A6DF, 2),
)
_FIRST = [first for first, _, _ in RANGES]


class _Widths(dict[str, int]):
    """The width of every character met so far, where it is certain."""

    def __missing__(self, character: str) -> int:
        point = ord(character)
        _, last, cells = RANGES[bisect_right(_FIRST, point) - 1]
        if point > last or point < _FIRST[0]:
            raise KeyError(character)
        self[character] = cells
        return cells


of_character = _Widths().__getitem__


def certain(text: str) -> int | None:
    """Its width, if every character's is certain."""
    try:
        return sum(map(of_character, text))
    except KeyError:
        return None


def cells(text: str) -> int:
    """Its width as rich sees it: in the tables of the terminal."""
    known = certain(text)
    if known is None:
        known = int(import_module("rich.cells").cell_len(text))
    return known


def width(text: str) -> int:
    """Its width as wcwidth sees it: in plain text."""
    known = certain(text)
    if known is None:
        known = int(import_module("wcwidth").width(text))
    return known


def ljust(text: str, wanted: int) -> str:
    """The text with spaces after it, so many that it takes as many cells as wanted."""
    return text + " " * (wanted - width(text))


def chopped(text: str, room: int) -> list[str]:
    """The text in pieces of at most `room` cells, as rich chops words that are too long."""
    if certain(text) is None:
        pieces: list[str] = import_module("rich.cells").chop_cells(text, room)
        return pieces
    found: list[str] = []
    begin = used = 0
    for place, character in enumerate(text):
        taken = of_character(character)
        if used + taken > room:
            found.append(text[begin:place])
            begin, used = place, 0
        used += taken
    return [*found, text[begin:]] if used else found


def cropped(text: str, room: int) -> str:
    """The first `room` cells of a text that takes more; half of a wide character is a space."""
    if certain(text) is None:
        cut: str = import_module("rich.cells").set_cell_size(text, room)
        return cut
    used = 0
    for place, character in enumerate(text):
        taken = of_character(character)
        if used + taken > room:
            return text[:place] + " " * (room - used)
        used += taken
    return text
