"""Where a title too long for one line is broken: between words, as near the middle as can be."""

import unicodedata

_OPENING, _CLOSING = "《“（", "》”）、的"


def title_lines(title: str, most: int) -> tuple[str, ...]:
    """The title in two lines of at most `most` cells each; whole, where it fits or has no good place.

    A good place is before or after a title or quotation within it, or after 的 (GB/T 9704-2012, 7.3.1: a
    title is broken where its sense is whole).
    """
    whole = cells(title)
    places = [
        n
        for n in range(2, len(title) - 1)
        if (title[n] in _OPENING or title[n - 1] in _CLOSING) and title[n] not in "》”），、。"
    ]
    fitting = [n for n in places if max(cells(title[:n]), cells(title[n:])) <= most]
    if whole <= most or not fitting:
        return (title,)
    middle = min(fitting, key=lambda n: abs(whole - 2 * cells(title[:n])))
    return title[:middle], title[middle:]


def cells(text: str) -> int:
    """How wide a Chinese font sets the text, in halves of its height."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)
