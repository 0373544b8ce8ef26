"""The tables of words, which are one table to all who ask."""

from importlib import import_module
from pathlib import Path

import pytest

import tracker.words
from tracker.words import LANGUAGES, SENTENCES, Words


def test_no_word_of_one_table_is_lost_to_another() -> None:
    names = {path.stem for path in Path(tracker.words.__path__[0]).glob("*.py")} - {"__init__"}
    tables = [getattr(import_module(f"tracker.words.{name}"), name.upper()) for name in sorted(names)]
    pairs = {pair for table in tables for pair in table.items()}
    assert pairs == set(SENTENCES.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_that_is_not_there_is_an_error(language: str) -> None:
    words = Words(language)
    assert not words.has("column.nothing")
    with pytest.raises(KeyError):
        words("column.nothing")
