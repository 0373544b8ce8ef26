"""Every sentence shown to a person, in Chinese and in English, side by side so that both stay in step."""

import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from tracker.words.agenda import AGENDA
from tracker.words.answers import ANSWERS
from tracker.words.board import BOARD
from tracker.words.catalogue import CATALOGUE
from tracker.words.changes import CHANGES
from tracker.words.columns import COLUMNS
from tracker.words.columns_more import COLUMNS_MORE
from tracker.words.detail import DETAIL
from tracker.words.doctor import DOCTOR
from tracker.words.drafting import DRAFTING
from tracker.words.errors import ERRORS
from tracker.words.explaining import EXPLAINING
from tracker.words.forms import FORMS
from tracker.words.indicators import INDICATORS
from tracker.words.labels import LABELS
from tracker.words.origins import ORIGINS
from tracker.words.packages import PACKAGES
from tracker.words.papers import PAPERS
from tracker.words.problems_audit import PROBLEMS_AUDIT
from tracker.words.problems_catalogue import PROBLEMS_CATALOGUE
from tracker.words.problems_files import PROBLEMS_FILES
from tracker.words.proving import PROVING
from tracker.words.recording import RECORDING
from tracker.words.remedies_files import REMEDIES_FILES
from tracker.words.rollup import ROLLUP
from tracker.words.shares import SHARES
from tracker.words.sharing import SHARING
from tracker.words.supervision import SUPERVISION
from tracker.words.tables import TABLES
from tracker.words.views import VIEWS

LANGUAGES = ("zh", "en")
# Every sentence by its key: Chinese, English.
SENTENCES = {
    **LABELS,
    **VIEWS,
    **DETAIL,
    **CHANGES,
    **ANSWERS,
    **AGENDA,
    **BOARD,
    **CATALOGUE,
    **INDICATORS,
    **ROLLUP,
    **RECORDING,
    **SUPERVISION,
    **PROVING,
    **FORMS,
    **SHARING,
    **TABLES,
    **PAPERS,
    **DOCTOR,
    **DRAFTING,
    **PROBLEMS_CATALOGUE,
    **PROBLEMS_AUDIT,
    **PROBLEMS_FILES,
    **REMEDIES_FILES,
    **ERRORS,
    **EXPLAINING,
    **COLUMNS,
    **COLUMNS_MORE,
    **ORIGINS,
    **SHARES,
    **PACKAGES,
}

# What could move the cursor, colour the screen, turn the direction of writing, or not be seen at all.
_UNPRINTABLE = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_BLANKS = frozenset("\u115f\u1160\u3164\uffa0")
_LONGEST_FACT = 120


def printable(text: str) -> str:
    """The text in one line, with control and invisible characters shown as what they are (<U+001B>)."""
    if text.isprintable() and _BLANKS.isdisjoint(text):
        return text
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character in "\n\t":
        return " "
    if character in _BLANKS or unicodedata.category(character) in _UNPRINTABLE:
        return f"<U+{ord(character):04X}>"
    return character


class Sentence(str):
    """Words that were put together already: whatever a file brought into them was cut and made visible there."""

    __slots__ = ()


class _Count(int):
    """A number that can say its noun: format(_Count(1), "file|files") is "1 file"."""

    def __format__(self, spec: str) -> str:
        if "|" not in spec:
            return int.__format__(self, spec)
        one, many = spec.split("|")
        return f"{int(self)} {one if self == 1 else many}"


class _Blank(str):
    """What stands where a sentence would be filled in: with its noun, where that follows a number."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return f"… {spec.split('|')[1]}" if "|" in spec else "…"


class _Blanks(dict[str, _Blank]):
    def __missing__(self, name: str) -> _Blank:
        return _Blank("…")


def counted(count: int, nouns: str) -> str:
    """A number with its noun, of which both forms are given: 1 file, 2 files of "file|files"."""
    return f"{_Count(count):{nouns}}"


class Words:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._at = LANGUAGES.index(language)

    def __call__(self, key: str, facts: Mapping[str, object] | None = None) -> str:
        """The sentence named `key`, filled in with `facts`."""
        sentence = SENTENCES[key][self._at]
        if not facts and "{" not in sentence and "}" not in sentence:
            return sentence
        return sentence.format_map({name: self._fact(fact) for name, fact in (facts or {}).items()})

    def outline(self, key: str) -> str:
        """The sentence named `key` with … wherever a fact would stand."""
        return SENTENCES[key][self._at].format_map(_Blanks())

    def has(self, key: str) -> bool:
        """Whether there is such a sentence."""
        return key in SENTENCES

    def listing(self, items: tuple[object, ...]) -> str:
        """Several things in a row."""
        return ("、" if self.language == "zh" else ", ").join(str(self._fact(item)) for item in items)

    def _fact(self, fact: object) -> object:
        match fact:
            case bool() | None | Sentence():
                return fact
            case int():
                return _Count(fact)
            case tuple():
                return self.listing(fact)
            case date():
                return fact.isoformat()
            case Decimal():
                return f"{fact:f}"
            case str() if (key := f"system.{fact}") in SENTENCES:
                return SENTENCES[key][self._at]
            case _:
                text = printable(str(fact))
                return text if len(text) <= _LONGEST_FACT else text[:_LONGEST_FACT] + "…"
