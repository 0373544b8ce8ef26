"""Completion and where it should be as a small bar, as templates/gauge.html draws it."""

from dataclasses import dataclass
from fractions import Fraction

from tracker.formats.cells import text_of
from tracker.model.quantity import plain_digits, rounded
from tracker.report.values import Bar, Value
from tracker.words import Words


@dataclass(frozen=True, slots=True)
class Gauge:
    """Completion and where it should be, on a bar of a hundred units; `text` is what is read aloud."""

    filled: str
    mark: str | None
    text: str


def gauge(value: Value, words: Words) -> Gauge | None:
    """The bar's shape; None where there is nothing to fill it with, or no bar."""
    if not isinstance(value, Bar) or value.completion is None:
        return None
    facts = {"completion": text_of(value.completion, words)}
    if value.expected is None:
        return Gauge(hundredths(value.completion.share), None, words("page.bar", facts))
    facts["expected"] = text_of(value.expected, words)
    text = words("page.bar.expected", facts)
    return Gauge(hundredths(value.completion.share), hundredths(value.expected.share), text)


def hundredths(share: Fraction) -> str:
    """A place on a bar of a hundred units."""
    return plain_digits(rounded(max(Fraction(0), min(share, Fraction(1))) * 100, 2))
