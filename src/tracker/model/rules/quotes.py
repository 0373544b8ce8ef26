"""Checks of the catalogue against the policy text it quotes."""

import re
from collections.abc import Callable, Iterator

from tracker.model.book import Book
from tracker.problems import Place, Problem


def squeezed(text: str) -> str:
    """The text without line breaks and spaces: converted documents break words anywhere."""
    return "".join(text.split())


def quotes_stand(book: Book) -> Iterator[Problem]:
    """Each quote stands in the policy text, word for word."""
    if book.source is None:
        return
    source = squeezed(book.source)
    for target in book.catalogue.targets:
        quote = squeezed(target.quote)
        if quote not in source:
            stands = _longest_start(quote, source)
            place = Place(book.catalogue.file, (*target.place, "quote"))
            facts = {"id": target.id, "stands": quote[:stands], "differs": quote[stands : stands + 12]}
            code = "quote-missing" if stands else "quote-absent"
            yield Problem(code, place, {**facts, "source": book.catalogue.source})


def _longest_start(quote: str, source: str) -> int:
    """How many characters of the quote's beginning stand in the source."""
    low, high = 0, len(quote)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if quote[:middle] in source else (low, middle - 1)
    return low


NUMERAL = re.compile(r"[\d零〇一二两三四五六七八九十百千万亿]")


def ignored_stand(book: Book) -> Iterator[Problem]:
    """What `ignore` names stands in the policy text and holds a number, each once."""
    if book.source is None:
        return
    source = squeezed(book.source)
    seen: set[str] = set()
    for at, ignored in enumerate(book.catalogue.ignore):
        words = squeezed(ignored.words)
        place = Place(book.catalogue.file, ("ignore", at, "words"))
        facts = {"words": words, "source": book.catalogue.source}
        if words in seen:
            yield Problem("ignore-twice", place, facts)
        elif words not in source:
            yield Problem("ignore-absent", place, facts)
        elif not NUMERAL.search(words):
            yield Problem("ignore-numberless", place, facts)
        seen.add(words)


BookRule = Callable[[Book], Iterator[Problem]]
BOOK_RULES: tuple[BookRule, ...] = (quotes_stand, ignored_stand)
