from decimal import Decimal

import pytest

from tracker.model.goal import Goal, Operator


def goal(operator: str, value: str, **more: str) -> Goal:
    numbers = {key: Decimal(text) for key, text in more.items() if key != "better"}
    return Goal(Operator(operator), Decimal(value), better=more.get("better"), **numbers)


@pytest.mark.parametrize(
    ("what", "actual", "met", "missing"),
    [
        (goal("at_least", "40"), "40", True, "0"),
        (goal("at_least", "40"), "23", False, "17"),
        (goal("more_than", "38"), "38", False, "1"),
        (goal("more_than", "38"), "39", True, "0"),
        (goal("more_than", "38"), "30", False, "9"),
        (goal("reach", "17"), "18", True, "0"),
        (goal("reach", "5", better="lower"), "7", False, "2"),
        (goal("reach", "5", better="lower"), "4", True, "0"),
        (goal("between", "3", upper="5"), "2", False, "1"),
        (goal("between", "3", upper="5"), "3", True, "0"),
        (goal("between", "3", upper="5"), "7", True, "0"),
        (goal("at_most", "100"), "100", True, "0"),
        (goal("at_most", "100"), "103", False, "3"),
        (goal("less_than", "100"), "100", False, "1"),
        (goal("done_by", "100"), "92", False, "8"),
        (goal("done_by", "100"), "100", True, "0"),
    ],
)
def test_whole_things(what: Goal, actual: str, met: bool, missing: str) -> None:  # noqa: FBT001 - a table of cases
    assert what.met_by(Decimal(actual)) is met
    assert what.missing(Decimal(actual), whole=True) == Decimal(missing)


@pytest.mark.parametrize(
    ("actual", "met", "missing"),
    [("-4", True, "0"), ("-3.5", True, "0"), ("-3.4", False, "0.1"), ("-6", True, "0"), ("1", False, "4.5")],
)
def test_about_has_a_better_side(actual: str, met: bool, missing: str) -> None:  # noqa: FBT001 - a table of cases
    about = goal("about", "-4", tolerance="0.5", better="lower")
    assert about.met_by(Decimal(actual)) is met
    assert about.missing(Decimal(actual), whole=False) == Decimal(missing)


def test_about_without_a_better_side_is_missed_on_both() -> None:
    about = goal("about", "10", tolerance="1")
    assert [about.met_by(Decimal(n)) for n in (8, 9, 10, 11, 12)] == [False, True, True, True, False]
    assert about.missing(Decimal(13), whole=False) == 2


def test_measured_things_miss_only_what_they_lack() -> None:
    more = goal("more_than", "3.5")
    assert not more.met_by(Decimal("3.5"))
    assert more.missing(Decimal("3.5"), whole=False) == 0
    assert more.missing(Decimal("2.1"), whole=False) == Decimal("1.4")
