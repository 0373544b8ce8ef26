from hypothesis import given
from hypothesis import strategies as st

from tracker.draft.layout import layout
from tracker.draft.text import uniform


def test_blanks_go_and_places_stay() -> None:
    original = "引 进\u3000企\n业１ 20 家"
    source, _ = layout(original)
    assert source.text == "引进企业120家"
    span = source.span(4, 8)
    assert original[span.start : span.end] == "１ 20 家"
    assert source.words(4, 8) == "１20家"
    assert source.line_at(span.start) == 2


def test_one_form_of_digits_marks_and_dashes() -> None:
    assert layout("增长８％－10%（左右），(约)3家")[0].text == "增长8%-10%（左右），（约）3家"


def test_one_form_of_comparing_signs() -> None:
    assert layout("甲≧3，乙≦4，丙＞5，丁＜6，戊＞＝7")[0].text == "甲≥3，乙≤4，丙>5，丁<6，戊>=7"


def test_commas_within_numbers_are_kept() -> None:
    assert layout("兑现1,250,000元,惠及3,5户")[0].text == "兑现1,250,000元，惠及3，5户"


def test_straight_quotation_marks_come_in_pairs() -> None:
    assert layout('落实"一企一策"和"两免"')[0].text == "落实“一企一策”和“两免”"


@given(st.text(alphabet="引进企业12３，。（）%\n \u3000*#-一、", max_size=60))
def test_every_character_knows_where_it_stood(original: str) -> None:
    source, blocks = layout(original)
    same = uniform(original)
    assert len(same) == len(original)
    assert len(source.at) == len(source.text)
    assert list(source.at) == sorted(set(source.at))
    for n, character in enumerate(source.text):
        assert character == same[source.at[n]] or character in ",，“”"
    assert [block.start for block in blocks] == sorted(block.start for block in blocks)
