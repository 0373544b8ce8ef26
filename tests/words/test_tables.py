"""The tables of words, each of which belongs to a part of the program."""

from tracker.words import _ALL, _TABLES


def test_no_word_of_one_table_is_lost_to_another() -> None:
    assert [key for table in _TABLES for key, pair in table.items() if _ALL[key] != pair] == []
