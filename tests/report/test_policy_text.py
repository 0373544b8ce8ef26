"""Quotes found in a text whose words are broken anywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.report.policy_text import line_of, passage, quote_place
from tracker.report.values import Phrase

TEXT = "# 标题\n\n一、引进企业 4\n0 家\n以上。其他。\n\n\n二、后面的话\n"
TITLE = Phrase("detail.text", {"file": "a.md"})


def test_a_quote_is_found_across_spaces_and_line_ends() -> None:
    spot = quote_place("引进企业40家以上", TEXT)
    assert spot is not None
    assert TEXT[spot.begin : spot.end] == "引进企业 4\n0 家\n以上"
    assert line_of(spot.begin, TEXT) == 3


@pytest.mark.parametrize("source", [None, "", "别的文字"])
def test_a_quote_that_is_not_there_has_no_place(source: str | None) -> None:
    assert quote_place("引进企业", source) is None
    assert passage("a.md", source, ["引进企业"], TITLE) is None


def test_the_passage_marks_every_line_of_the_quote_and_shows_one_line_around_it() -> None:
    shown = passage("a.md", TEXT, ["引进企业40家以上"], TITLE)
    assert shown is not None
    assert [line.number for line in shown.lines] == [1, 3, 4, 5, 8]
    marked = ["".join(line.text[a:b] for a, b in line.marks) for line in shown.lines]
    assert marked == ["", "引进企业 4", "0 家", "以上", ""]


def test_overlapping_quotes_become_one_mark() -> None:
    shown = passage("a.md", "全年引进企业40家以上", ["引进企业40家", "40家以上"], TITLE)
    assert shown is not None
    assert shown.lines[0].marks == ((2, 11),)


@given(st.text(alphabet="甲乙丙 \n", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_whatever_is_taken_from_a_text_is_found_in_it(text: str, begin: int, end: int) -> None:
    quote = text[begin:end]
    spot = quote_place(quote, text)
    assert (spot is None) == (not "".join(quote.split()))
    if spot:
        assert "".join(text[spot.begin : spot.end].split()) == "".join(quote.split())
