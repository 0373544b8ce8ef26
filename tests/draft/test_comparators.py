import pytest

from tracker.draft.comparators import comparator_of, flipped
from tracker.draft.numbers import quantities_in
from tracker.model.goal import Operator


@pytest.mark.parametrize(
    ("words", "operator"),
    [
        ("不低于30%", Operator.AT_LEAST),
        ("至少建成3个", Operator.AT_LEAST),
        ("达到60%以上", Operator.AT_LEAST),
        ("不低于全年计划的20%", Operator.AT_LEAST),
        ("超过38家", Operator.MORE_THAN),
        ("突破1亿元", Operator.MORE_THAN),
        ("达到17个", Operator.REACH),
        ("新增5家", Operator.REACH),
        ("增长6%左右", Operator.ABOUT),
        ("约20场", Operator.ABOUT),
        ("不超过3天", Operator.AT_MOST),
        ("控制在5.5%", Operator.AT_MOST),
        ("控制在5.5%左右", Operator.ABOUT),
        ("控制在5%以内", Operator.AT_MOST),
        ("降至1.2以下", Operator.AT_MOST),
        ("低于4%", Operator.LESS_THAN),
        ("增长8%-10%", Operator.BETWEEN),
        ("合格率≥85%", Operator.AT_LEAST),
        ("合格率达到>=85%", Operator.AT_LEAST),
        ("时限≤25天", Operator.AT_MOST),
        ("时限控制在<=25天", Operator.AT_MOST),
        ("差错率<5%", Operator.LESS_THAN),
        ("差错率>5%", Operator.MORE_THAN),
        ("活动500场+", Operator.AT_LEAST),
        ("活动500+场", Operator.AT_LEAST),
        ("活动500场+3场", Operator.REACH),
    ],
)
def test_operators(words: str, operator: Operator) -> None:
    quantity = quantities_in(words)[0]
    ranged = quantity.upper is not None
    assert comparator_of(words, quantity.start, quantity.end, 0, ranged=ranged).operator is operator


def test_a_fall_turns_the_operator_round() -> None:
    assert flipped(Operator.AT_LEAST) is Operator.AT_MOST
    assert flipped(Operator.LESS_THAN) is Operator.MORE_THAN
    assert flipped(Operator.ABOUT) is Operator.ABOUT
    assert all(flipped(flipped(operator)) is operator for operator in Operator)
