"""Pairs of brackets and quotation marks, found in one pass whatever their depth."""

import re
from collections.abc import Iterator


def pairs_in(text: str, marks: str = "（）") -> Iterator[tuple[int, int]]:
    """Where each bracket opens and closes, inner ones first; those without a partner are left out."""
    open_: list[int] = []
    for found in re.finditer(f"[{marks}]", text):
        if found[0] == marks[0]:
            open_.append(found.start())
        elif open_:
            yield open_.pop(), found.start()


def outermost(text: str, opening: str, closing: str) -> Iterator[tuple[int, int]]:
    """The outermost pairs of these marks, in order."""
    depth, start = 0, 0
    for found in re.finditer(f"[{opening}{closing}]", text):
        if found[0] == opening:
            start = found.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, found.start()
