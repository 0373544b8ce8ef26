"""Text in lines that a terminal has room for: help pages."""

from importlib import import_module
from textwrap import TextWrapper

from tracker.formats.widths import certain, cropped, width


def wrap(text: str, room: int) -> list[str]:
    """The text in lines of at most `room` cells, broken as wcwidth does, which breaks as textwrap does.

    It begins with no space.
    """
    if certain(text) is None:
        found: list[str] = import_module("wcwidth").wrap(text, room)
        return found
    lines: list[str] = []
    chunks = [chunk for chunk in TextWrapper.wordsep_re.split(text) if chunk][::-1]
    while chunks:
        line: list[str] = []
        if lines and not chunks[-1].strip():
            chunks.pop()
        left = room
        while chunks and width(chunks[-1]) <= left:
            left -= width(chunks[-1])
            line.append(chunks.pop())
        if chunks and width(chunks[-1]) > room:
            line.append(_head(chunks[-1], left, alone=not line))
            chunks[-1] = chunks[-1].removeprefix(line[-1])
        if line and line[-1] and not line[-1].strip():
            line.pop()
        if shown := "".join(line).rstrip():
            lines.append(shown)
    return lines


def _head(word: str, room: int, *, alone: bool) -> str:
    """What of a word that is too long for any line stands on this one: up to a hyphen if there is one."""
    fitting = (cropped(word, room) if room > 0 else "").rstrip(" ")
    hyphen = fitting.rfind("-") + 1
    if hyphen and fitting[:hyphen].strip("-"):
        return fitting[:hyphen]
    return fitting or (word[0] if alone else "")
