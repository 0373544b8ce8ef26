"""Texts that mean harm: they end, in time that grows with their length."""

import time
from collections.abc import Callable

import pytest

from tracker.draft.account import account_of
from tracker.draft.catalogue import propose
from tracker.draft.document import document
from tracker.draft.reading import MOST_MEASURES, MOST_NUMBERS, TooMuchError, read
from tracker.words import Words

HEAD = "1.甲。丙。\n2.乙。丙。\n3.丙。"
SMALL = 400
TEXTS: dict[str, Callable[[int], str]] = {
    "digits": lambda n: HEAD + "1" * 10 * n,
    "brackets": lambda n: HEAD + "（" * 10 * n + "3家" + "）" * 10 * n,
    "open brackets": lambda n: HEAD + "（" * 20 * n,
    "commas": lambda n: HEAD + "，" * 20 * n,
    "numbers": lambda n: HEAD + "3家、" * n,
    "numbers without a comma": lambda n: HEAD + "新增3家" * n,
    "clauses": lambda n: HEAD + "2025年新增3家，" * n,
    "headings": lambda n: "1.甲。\n" * n,
    "numerals": lambda n: HEAD + "一点" * 5 * n,
    "quotation marks": lambda n: HEAD + "“3”" * n,
    "ranges": lambda n: HEAD + "3至" * n,
    "no breaks": lambda n: HEAD + "推进建设和发展" * 5 * n + "5家",
    "bars": lambda n: HEAD + "\n" + "|a|b|\n" * n,
    "rows": lambda n: "|序号|任务|目标|责任单位|\n" + "|1|建设|新增5家|区财政局|\n" * n,
    "cells": lambda n: "序号\n任务\n单位\n" + "1\n" * n,
    "headings of cells": lambda n: "序号\n任务\n单位\n" * n,
    "headings of cells in lines": lambda n: "序号 任务 要求 责任单位 时限\n" * n,
    "wrapped cells": lambda n: "序号 任务 要求 责任单位 时限\n1\n" + "建设区财政局\n" * n,
    "sections of cells": lambda n: "序号 任务 责任单位\n" + "一、甲\n1\n甲\n" * n,
    "pages": lambda n: "某区工作方案\n第 1 页\n某区工作方案\n" * n,
    "bold leads": lambda n: (
        "**甲乙丙丁" * n + "\n" + "**稳住工业**推进建设和发展，推进建设和发展，新增3家。\n" * (n // 10)
    ),
    "leads": lambda n: HEAD + "\n稳住工业。推进建设和发展，推进建设和发展，新增3家。" * n,
    "labels": lambda n: HEAD + "责任单位：" * n,
    "owners": lambda n: HEAD + "责任单位：区财政局\n" * n,
    "units": lambda n: HEAD + "（" + "区财政局、" * n + "负责）",
    "lines": lambda n: HEAD + "甲\n" * 5 * n,
    "from to": lambda n: HEAD + "由5家提高到" * n,
    "lists": lambda n: HEAD + "甲、" * n + "分别达到" + "5%、" * n,
    "hashes": lambda n: "#" * n + "甲\n" * n,
    "past": lambda n: HEAD + "去年增长5%，" * n,
}


def seconds(text: str) -> float:
    begin = time.process_time()
    reading = read(text, 2025)
    document(propose(reading), "x", Words("zh"))
    account_of(reading)
    return time.process_time() - begin


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_four_times_the_text_takes_about_four_times_the_time(name: str) -> None:
    """The square would be 16 times."""
    make = TEXTS[name]
    seconds(make(10))
    small = min(seconds(make(SMALL)) for _ in range(2))
    large = min(seconds(make(SMALL * 4)) for _ in range(2))
    assert large < 8 * small + 0.3


def test_what_is_no_policy_text_is_refused() -> None:
    with pytest.raises(TooMuchError) as headings:
        read("1.甲。\n" * (MOST_MEASURES + 1))
    assert headings.value.code == "measures"
    with pytest.raises(TooMuchError) as numbers:
        read("3，" * (MOST_NUMBERS + 1))
    assert numbers.value.code == "numbers"


def test_nothing_at_all() -> None:
    for text in ("", "\n", "\ufeff", "。", "（", "”“", "|", "#", "一、", "\x00"):
        assert not read(text, 2025).measures
