"""What an audit sees by itself of chapters that look back: where one ends."""

import pytest

from tracker.draft.audit.sight import Sight


@pytest.mark.parametrize(
    ("text", "reviewed"),
    [
        ("## 一、工作回顾\n去年新增5家。\n## 二、工业\n新增10家。", [2]),
        ("一、2024年工作回顾\n（一）工业\n新增5家。\n二、产业\n新增10家。", [3]),
        ("工作回顾\n新增5家。\n今年工作安排\n新增10家。", [2]),
        ("# 方案\n## 1.主要成效\n新增5家。\n## 2.做强企业\n新增10家。", [3]),
    ],
)
def test_a_review_ends_with_the_next_heading_of_its_sort(text: str, reviewed: list[int]) -> None:
    sight = Sight(text)
    told = [n for n, line in enumerate(text.split("\n"), 1) if "新增" in line and sight.in_review(n)]
    assert told == reviewed
