from decimal import Decimal
from typing import Any

import pytest
from auditing import audited, codes, milestone, policy

from support import target
from tracker.draft.audit.comparison import alike, amount, equal
from tracker.draft.audit.statement import Basis
from tracker.draft.catalogue import propose
from tracker.draft.reading import read

FIRMS = "全年新引进企业40家以上。"


def test_a_catalogue_that_says_what_the_text_says_is_clean() -> None:
    found = audited(FIRMS, target())
    assert codes(found) == []
    assert (len(found.numbers), found.accounted) == (4, 4)


@pytest.mark.parametrize(
    ("words", "keys", "expected"),
    [
        (FIRMS, {"target": {"reach": "40"}}, ["audit-operator"]),
        (FIRMS, {"target": {"at_least": "41"}}, ["audit-number"]),
        (FIRMS, {"unit": "个"}, ["audit-unit"]),
        (FIRMS, {"unit": "个", "target": {"at_least": "41"}}, ["audit-number", "audit-unit"]),
        (FIRMS, {"strength": "aspire"}, ["audit-strength"]),
        (FIRMS, {"from": "2024-07-01"}, ["audit-period"]),
        (FIRMS, {"due": "2024-11-30"}, ["audit-period"]),
        ("力争全年新引进企业40家以上。", {}, ["audit-strength"]),
        ("力争搭建平台，全年新引进企业40家以上。", {}, ["audit-strength"]),
        ("力争搭建平台。全年新引进企业40家以上。", {}, []),
        ("力争搭建平台，确保全年新引进企业40家以上。", {}, []),
    ],
)
def test_what_differs_is_named(words: str, keys: dict[str, Any], expected: list[str]) -> None:
    assert codes(audited(words, target(**keys))) == expected


@pytest.mark.parametrize(
    ("words", "keys", "expected"),
    [
        ("成交额超过3.5亿元。", {"unit": "亿元", "target": {"more_than": "3.5"}}, []),
        ("成交额超过3.5亿元。", {"unit": "万元", "target": {"more_than": "35000"}}, []),
        ("成交额超过3.5亿元。", {"unit": "万元", "target": {"more_than": "3500"}}, ["audit-number"]),
        ("成交额超过3.5亿元。", {"unit": "亩", "target": {"more_than": "3.5"}}, ["audit-unit"]),
        ("完成改造3至5项。", {"unit": "项", "target": {"between": ["3", "5"]}}, []),
        ("完成改造3至5项。", {"unit": "项", "target": {"between": ["3", "6"]}}, ["audit-number"]),
        ("下半年举办活动2场以上。", {"unit": "场", "target": {"at_least": "2"}, "from": "2024-07-01"}, []),
        ("下半年举办活动2场以上。", {"unit": "场", "target": {"at_least": "2"}}, ["audit-period"]),
        ("9月底前举办活动2场以上。", {"unit": "场", "target": {"at_least": "2"}, "due": "2024-09-30"}, []),
        ("9月底前举办活动2场以上。", {"unit": "场", "target": {"at_least": "2"}}, ["audit-period"]),
        (
            "下半年举办活动2场以上。",
            {"kind": "level", "unit": "场", "target": {"at_least": "2"}},
            [],
        ),  # a stock has no beginning
    ],
)
def test_amounts_and_periods(words: str, keys: dict[str, Any], expected: list[str]) -> None:
    assert codes(audited(words, target(**{"quote": words.rstrip("。"), **keys}))) == expected


@pytest.mark.parametrize(
    ("words", "keys", "expected"),
    [
        ("能耗同比下降4%左右。", {"target": {"about": "-4", "tolerance": "1", "better": "lower"}}, []),
        ("能耗同比下降4%左右。", {"target": {"about": "-4", "tolerance": "1"}}, ["audit-better"]),
        ("能耗同比下降4%以上。", {"target": {"at_most": "-4"}}, []),
        ("能耗同比下降4%以上。", {"target": {"at_least": "4"}}, ["audit-operator", "audit-number"]),
        ("能耗同比下降4%以上。", {"name": "能耗下降率", "target": {"at_least": "4"}}, []),
        ("销售额同比增长15%以上。", {"target": {"at_least": "15"}}, []),
        ("销售额同比增长15%以上。", {"kind": "share", "target": {"at_least": "15"}}, ["audit-kind"]),
        ("覆盖率达到80%。", {"kind": "share", "target": {"reach": "80"}}, []),
        ("覆盖率达到80%。", {"target": {"reach": "80"}}, ["audit-kind"]),
        ("治理率提高6个百分点。", {"kind": "share", "target": {"reach": "6"}}, ["audit-kind"]),
        ("实现诊断全覆盖。", {"kind": "share", "target": {"reach": "100"}}, []),
        ("实现诊断全覆盖。", {"kind": "share", "target": {"reach": "90"}}, ["audit-number"]),
        ("覆盖率由60%提高到80%。", {"kind": "share", "baseline": "60", "target": {"reach": "80"}}, []),
        (
            "覆盖率由60%提高到80%。",
            {"kind": "share", "baseline": "50", "target": {"reach": "80"}},
            ["audit-baseline"],
        ),
        ("覆盖率由60%提高到80%。", {"kind": "share", "target": {"reach": "80"}}, ["audit-baseline"]),
    ],
)
def test_rates(words: str, keys: dict[str, Any], expected: list[str]) -> None:
    base = {"kind": "growth", "name": "某项增速", "unit": "%", "quote": words.rstrip("。")}
    assert codes(audited(words, target(**{**base, **keys}))) == expected


@pytest.mark.parametrize(
    ("words", "due", "keys", "expected"),
    [
        ("力争9月底前建成大厅。", "2024-09-30", {"strength": "aspire"}, []),
        ("力争9月底前建成大厅。", "2024-10-31", {"strength": "aspire"}, ["audit-period"]),
        ("力争9月底前建成大厅。", "2024-09-30", {}, ["audit-strength"]),
        ("9月底前建成大厅。", "2024-09-30", {}, []),
        ("建成大厅。", "2024-12-31", {}, []),
        ("建成大厅。", "2024-09-30", {}, ["audit-period"]),
        ("积极争取国家资金，建成大厅。", "2024-12-31", {}, []),  # 争取 asks for money
    ],
)
def test_milestones(words: str, due: str, keys: dict[str, Any], expected: list[str]) -> None:
    assert codes(audited(words, milestone(words.rstrip("。"), due, **keys))) == expected


def test_a_deadline_of_an_earlier_clause_may_be_meant_or_not() -> None:
    words = "6月底前建成大厅，新引进企业40家以上。"
    for keys in ({"due": "2024-06-30"}, {}):
        found = audited(words, target(quote="新引进企业40家以上", **keys))
        assert "audit-period" not in codes(found)
    found = audited(words, target(quote="新引进企业40家以上", due="2024-07-31"))
    assert "audit-period" in codes(found)


def test_a_number_that_no_rule_takes_for_a_target_is_compared_where_the_catalogue_does() -> None:
    words = "给予企业最高500万元奖励。"
    keys = {"quote": "给予企业最高500万元奖励", "unit": "万元", "name": "奖励"}
    found = audited(words, target(**keys, target={"at_most": "500"}))
    assert codes(found) == []
    assert found.targets[0].basis is Basis.NUMBER
    assert codes(audited(words, target(**keys, target={"at_most": "600"}))) == ["audit-number"]


def test_a_quote_without_a_number_is_none_of_a_numeric_target() -> None:
    found = audited("加强服务。", target(quote="加强服务"))
    assert codes(found) == ["audit-nothing"]


def test_a_difference_with_a_reason_is_no_problem_and_a_reason_without_a_difference_is() -> None:
    found = audited(FIRMS, target(target={"at_least": "45"}, differs={"number": "常务会议调高"}))
    assert codes(found) == []
    assert [(d.catalogue, d.text) for d in found.agreed] == [("45家", "40家")]
    assert codes(audited(FIRMS, target(differs={"number": "常务会议调高"}))) == ["audit-differs-idle"]
    both = audited(FIRMS, target(target={"reach": "45"}, differs={"number": "常务会议调高"}))
    assert codes(both) == ["audit-operator"]


@pytest.mark.parametrize(
    ("one", "unit", "other", "other_unit", "same"),
    [
        ("3500", "万元", "0.35", "亿元", True),
        ("1", "公顷", "15", "亩", True),
        ("1", "亩", "1", "家", True),  # bare numbers where the units do not compare
        ("2", "万人", "20000", "人", True),
        ("2", "", "2", "家", True),
        ("2.50", "家", "2.5", "家", True),
        ("100", "亩", "6.6667", "公顷", False),  # never by rounding
    ],
)
def test_amounts_are_compared_exactly(one: str, unit: str, other: str, other_unit: str, same: object) -> None:
    assert equal(Decimal(one), unit, Decimal(other), other_unit) is same


def test_units_and_amounts_as_shown() -> None:
    assert alike("万元", "亿元")
    assert alike("", "家")
    assert not alike("人", "人次")
    assert amount(Decimal("3.50"), None, "亿元") == "3.5亿元"
    assert amount(Decimal(3), Decimal(5), "项") == "3–5项"


def test_strength_is_carried_to_milestones_as_a_draft_has_them() -> None:
    words = "力争搭建平台，建成大厅。"
    assert codes(audited(words, milestone("建成大厅", strength="aspire"))) == []
    assert codes(audited(words, milestone("建成大厅"))) == ["audit-strength"]
    drafted = propose(read(policy(words), 2024)).measures[0]
    assert {target.aspire for target in drafted.targets} == {True}
