"""Chinese is broken where Chinese may be broken; nothing is lost, and no number is torn apart."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tracker.formats.line_breaks import line_starts

CHARACTERS = "ab-.,:  \u3000企业数，。、“”（）《》k\u0301é\u0e33ｱ㎡한ℹ\ufe0f🚁█124/%"


def lines(text: str, width: int) -> list[str]:
    edges = [0, *line_starts(text, width), len(text)]
    return [text[begin:end] for begin, end in pairwise(edges)]


@pytest.mark.parametrize(
    ("width", "text", "broken"),
    [
        (12, "新引进（含专精特新）企业40家以上，《办法》出台", ["新引进（含专", "精特新）企业", "40家以上，", "《办法》出台"]),
        (8, "企业“四有”覆盖率", ["企业“四", "有”覆盖", "率"]),
        (20, "超欠低于 0 个百分点为黄", ["超欠低于 0 个百分点", "为黄"]),
        (14, "it’s the unit’s (or so)", ["it’s the", "unit’s (or so)"]),
        (10, "见 progress/2024/08/a.yaml 第 9 行", ["见", "progress/", "2024/08/a.", "yaml 第 9", "行"]),
        (4, "共12345678家", ["共", "12345678", "家"]),
        (9, "5G泛在低空技术", ["5G泛在低", "空技术"]),
        (10, "达到\u300075.0%→\u300083.3%", ["达到", "75.0%→", "83.3%"]),
    ],
)  # fmt: skip
def test_texts_are_broken_where_they_may_be(width: int, text: str, broken: list[str]) -> None:
    assert [line.rstrip() for line in lines(text, width)] == broken


# A line has room for one Chinese character at least.
@given(st.text(CHARACTERS, max_size=60), st.integers(2, 40))
def test_nothing_is_lost_and_only_a_number_is_wider_than_a_line(text: str, width: int) -> None:
    broken = lines(text, width)
    assert "".join(broken) == text
    numbers = re.findall(r"\d[\d.,]*", text)
    assert sorted(number for line in broken for number in re.findall(r"\d[\d.,]*", line)) == sorted(numbers)
    for line in broken:
        shown = line.rstrip()
        assert cell_len(shown) <= max(width, 2) or re.fullmatch(r"\d[\d.,]*[^\w\s]*", shown)


@given(st.text("企业数引进甲乙，。、；：？！“”（）《》", max_size=40), st.integers(12, 40))
def test_no_closing_mark_begins_a_line_and_no_opening_mark_ends_one(text: str, width: int) -> None:
    # What no line can hold is broken anywhere: more marks in a row than fit.
    if any(cell_len(run) > width - 4 for run in re.findall(r"[^企业数引进甲乙]+", text)):
        return
    for line in lines(text, width)[1:]:
        assert line[0] not in "，。、；：？！”）》"
    for line in lines(text, width)[:-1]:
        assert line[-1] not in "“（《"
