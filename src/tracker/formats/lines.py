"""Styled text in lines of a given width: broken, filled up and coloured as rich does it, byte for byte.

rich takes longer to import than a view to compute. tests/formats/test_lines.py has rich draw the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tracker.formats.widths import cells, certain, chopped, cropped

Run = tuple[str, str]  # a text, and the codes that style it: "1;31"

BOLD, UNDERLINE, REVERSE, STRIKE = "1", "4", "7", "9"
RED, GREEN, YELLOW, BLUE, MAGENTA = "31", "32", "33", "34", "35"
WHITE_ON_RED, GREY, DEFAULT = "37;41", "90", "39"
_WORD = r"\s*\S+\s*"


def styled(*codes: str) -> str:
    """Several styles in one, in the order in which rich names them."""
    parts = {part for code in codes for part in code.split(";") if part}
    return ";".join(sorted(parts, key=int))


def painted(runs: Iterable[Run], *, colour: bool) -> str:
    """The runs one after the other, with their escape sequences."""
    if not colour:
        return "".join(text for text, _ in runs)
    return "".join(f"\x1b[{codes}m{text}\x1b[0m" if codes and text else text for text, codes in runs)


def wrapped(runs: Sequence[Run], width: int) -> Iterator[list[Run]]:
    """The text of the runs in lines of at most `width` cells; words that are longer are broken."""
    begin = 0
    for line in "".join(text for text, _ in runs).split("\n"):
        for offset, text in broken(line, width):
            yield _slice(runs, begin + offset, text)
        begin += len(line) + 1


def _slice(runs: Sequence[Run], begin: int, text: str) -> list[Run]:
    """The text, which stands at `begin`, with the styles that the runs have there."""
    found: list[Run] = []
    at = -begin
    for written, codes in runs:
        piece = text[max(at, 0) : max(at + len(written), 0)]
        at += len(written)
        if piece:
            found.append((piece, codes))
    return found


def filled(text: str, width: int, *, right: bool = False, wraps: bool = False) -> list[tuple[str, str, str]]:
    """A cell of a table in lines of exactly `width` cells: spaces before, text, spaces after."""
    lines = [line for _, line in broken(text, width)] if wraps else [text]
    return [_padded(_fitting(line.rstrip() if right else line, width), width, right=right) for line in lines]


def _padded(line: str, width: int, *, right: bool) -> tuple[str, str, str]:
    spaces = " " * (width - cells(line))
    return (spaces, line, "") if right else ("", line, spaces)


def broken(line: str, width: int) -> list[tuple[int, str]]:
    """A line as several, each with its place in it."""
    taken = certain(line)
    if taken is not None and taken <= width:
        return [(0, line)]
    edges = [0, *_breaks(line, width), len(line)]
    return [(begin, _fitting(_trimmed(line[begin:end], width), width)) for begin, end in pairwise(edges)]


def _trimmed(line: str, width: int) -> str:
    """Without the spaces at its end that stand out, counting characters."""
    excess = len(line) - width
    spaces = len(line) - len(line.rstrip())
    return line[: len(line) - min(spaces, excess)] if excess > 0 and spaces else line


def _fitting(line: str, width: int) -> str:
    return cropped(line, width) if cells(line) > width else line


def _breaks(text: str, width: int) -> Iterator[int]:
    """Where to break: before words that do not fit, and inside those that fit into no line."""
    used = 0
    for found in re.finditer(_WORD, text):
        start, word = found.start(), found[0]
        needed = cells(word.rstrip())
        if needed <= width - used:
            used += cells(word)
        elif needed > width:
            for piece in chopped(word, width):
                if start:
                    yield start
                start += len(piece)
                used = cells(piece)
        elif used and start:
            yield start
            used = cells(word)
