"""The tables of words, each of which belongs to a part of the program."""

from collections import Counter

from tracker.words import _TABLES


def test_no_word_stands_in_two_tables() -> None:
    found = Counter(key for table in _TABLES for key in table)
    assert [key for key, times in found.items() if times > 1] == []
