"""The policy text as a page: each number coloured by what became of it, and linked to what says so.

One file without scripts. What stands where is in templates/audit.html, how it looks in templates/audit.css.
"""

from tracker.formats.pages import page
from tracker.report.policy_text import MarkedText, MeasureHeading, TargetEntry
from tracker.words import Words


def render(text: MarkedText, words: Words) -> bytes:
    """The whole page."""
    return page("audit.html", words, text=text, is_measure=_is_measure).encode()


def _is_measure(entry: MeasureHeading | TargetEntry) -> bool:
    """Whether an entry heads the targets below it."""
    return isinstance(entry, MeasureHeading)
