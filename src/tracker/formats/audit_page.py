"""The policy text as a page: each number coloured by what became of it, and linked to what says so.

One file without scripts. What stands where is in templates/audit.html, how it looks in templates/audit.css.
"""

from tracker.formats.cells import demand, heading, sentence, text_of
from tracker.formats.pages import LANGUAGE_TAGS, PAGES
from tracker.report.policy_text import MarkedText, MeasureHeading, TargetEntry
from tracker.report.values import Demand, Phrase, Value
from tracker.report.view import Column
from tracker.words import Words, printable


def render(text: MarkedText, words: Words) -> bytes:
    """The whole page."""
    template = PAGES.get_template("audit.html")
    page = template.render(language=LANGUAGE_TAGS[words.language], page=_Page(words), text=text, words=words)
    return page.encode()


class _Page:
    """What the template asks for."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def say(self, phrase: Phrase) -> str:
        """A sentence."""
        return sentence(phrase, self._words)

    def value(self, value: Value) -> str:
        """A value as it reads in every format."""
        return text_of(value, self._words)

    def goal(self, value: Demand) -> str:
        """A goal as the policy text puts it."""
        return demand(value, self._words)

    def plain(self, text: str) -> str:
        """Text from a file, with what cannot be seen made visible."""
        return printable(text)

    def column(self, key: str) -> str:
        """What stands above a column."""
        return heading(Column(key), self._words)

    def is_measure(self, entry: MeasureHeading | TargetEntry) -> bool:
        """Whether an entry heads the targets below it."""
        return isinstance(entry, MeasureHeading)
