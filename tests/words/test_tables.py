"""The tables of words, each of which belongs to a part of the program."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from support import REPOSITORY
from tracker.words import LANGUAGES, TABLES, Words, all_sentences, table_named

HOMES = REPOSITORY / "src/tracker/words/homes.py"
HEAD = '''"""Which tables hold the keys that begin with a word; written by `make golden`."""

HOMES: dict[str, str] = {
'''
# Tables of templates, and those that another table is made of.
PARTS = {
    *("__init__", "homes", "pairs", "templates"),
    *("problems_audit", "problems_catalogue", "problems_files", "problems_log"),
}


def test_no_word_of_one_table_is_lost_to_another() -> None:
    sentences = all_sentences()
    for name in TABLES:
        assert [key for key, pair in table_named(name).items() if sentences[key] != pair] == []


def test_every_table_is_looked_into(golden: Callable[[Path, str], None]) -> None:
    homes: dict[str, list[str]] = {}
    for name in TABLES:
        for first in dict.fromkeys(key.partition(".")[0] for key in table_named(name)):
            homes.setdefault(first, []).append(name)
    lines = [f"    {json.dumps(first)}: {json.dumps(' '.join(names))},\n" for first, names in homes.items()]
    golden(HOMES, "".join([HEAD, *lines, "}\n"]))


def test_every_module_is_a_table_or_part_of_one() -> None:
    assert {path.stem for path in HOMES.parent.glob("*.py")} == {*TABLES, *PARTS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_found(language: str) -> None:
    words = Words(language)
    assert all(words.has(key) for key in all_sentences())
    assert not words.has("column.nothing")
    assert not words.has("nothing.at.all")
    with pytest.raises(KeyError):
        words("column.nothing")
