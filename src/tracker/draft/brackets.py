"""Pairs of brackets and quotation marks, found in one pass whatever their depth."""

from collections.abc import Iterator

_CLOSES = {"）": "（"}


def pairs_in(text: str) -> Iterator[tuple[int, int]]:
    """Where each bracket opens and closes, inner ones first; those without a partner are left out."""
    open_: list[int] = []
    for n, character in enumerate(text):
        if character == "（":
            open_.append(n)
        elif character == "）" and open_:
            yield open_.pop(), n


def outermost(text: str, opening: str, closing: str) -> Iterator[tuple[int, int]]:
    """The outermost pairs of these marks, in order."""
    depth, start = 0, 0
    for n, character in enumerate(text):
        if character == opening:
            start = n if depth == 0 else start
            depth += 1
        elif character == closing and depth:
            depth -= 1
            if depth == 0:
                yield start, n
