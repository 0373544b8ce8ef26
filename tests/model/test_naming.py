from decimal import Decimal

import pytest

from support import catalogue, target
from tracker.model.naming import TypedValue, assignment_of, find_target, typed_value
from tracker.problems import TrackerError

BOTH = catalogue(
    target(id="uav-firms", name="新引进无人机企业"), target(id="high-tech", name="高新技术企业总数")
)


@pytest.mark.parametrize("text", ["uav-firms", "1.1", "无人机", "uav", "UAV", " 新引进无人机企业 "])
def test_a_target_has_many_names(text: str) -> None:
    assert find_target(BOTH, text).id == "uav-firms"


@pytest.mark.parametrize(
    "text", ["地区GDP(现价)", "地区ＧＤＰ（现价）", "gdp（现价）", "(现价)", "地区 gdp(现价)"]
)
def test_neither_width_nor_case_nor_blanks_tell_names_apart(text: str) -> None:
    both = catalogue(target(id="one", name="地区ＧＤＰ（现价）"), target(id="two", name="GDP(可比价)"))
    assert find_target(both, text).id == "one"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("企业", "target-ambiguous"),
        ("uav-frims", "target-unknown"),
        ("", "target-nothing"),
        ("zzz", "target-nothing"),
    ],
)
def test_names_that_fit_none_or_several(text: str, code: str) -> None:
    with pytest.raises(TrackerError) as raised:
        find_target(BOTH, text)
    assert raised.value.code == code


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("23", TypedValue(Decimal(23))),
        ("+3", TypedValue(Decimal(3), adds=True)),
        ("＋3家", TypedValue(Decimal(3), "家", adds=True)),
        ("1,500", TypedValue(Decimal(1500))),
        ("31,000万元", TypedValue(Decimal(31000), "万元")),
        ("-4", TypedValue(Decimal(-4))),
        ("1359.59", TypedValue(Decimal("1359.59"))),
        ("21000万元", TypedValue(Decimal(21000), "万元")),
        ("3.5 亿元", TypedValue(Decimal("3.5"), "亿元")),
        ("３．５亿元", TypedValue(Decimal("3.5"), "亿元")),
        ("57.5%", TypedValue(Decimal("57.5"), "%")),
        ("主体完工", TypedValue(stage="主体完工")),
    ],
)
def test_values_as_typed(text: str, typed: TypedValue) -> None:
    assert typed_value(text) == typed


@pytest.mark.parametrize(
    "text",
    [
        *("", "1,50", "1,5000", "1_500", "1e3", "12:30", "3.5.1", "5.", "010", "+", "-", ".5", "40家50"),
        *("38①", "5²", "㊳", "½", "38½", "٣٨", "三十八", "—4", "38（家）", "−−4"),
    ],
)
def test_digits_that_are_no_plain_number(text: str) -> None:
    with pytest.raises(TrackerError) as raised:
        typed_value(text)
    assert raised.value.code == "value-bad"


def test_assignments() -> None:
    one = assignment_of("talent+=40")
    assert one is not None
    assert (one.target, one.value) == ("talent", TypedValue(Decimal(40), adds=True))
    assert assignment_of("talent=+40") == one == assignment_of("talent+=+40")
    two = assignment_of("tech-contracts=21000万元")
    assert two is not None
    assert (two.value.unit, two.value.adds) == ("万元", False)
    assert assignment_of("uav-firms") is None
