"""What is changed in a YAML file is what was meant, and nothing else."""

import difflib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.store.yaml import read
from tracker.store.yaml_edit import EditedText
from tracker.store.yaml_text import Writable

CATALOGUE = """\
# 目录
sections:
- number: 1   # 第一部分
  targets:
  - id: uav-firms  # 无人机
    goal: {at_least: 40}
    former_ids: [a]
    steps:
    - {on: 2024-08-01, value: 3}
    quote: >-
      全年新引进
      40家以上

  - {id: talent, goal: {reach: 3}}
notes: |
  末尾
"""
FIRST = ("sections", 0, "targets", 0)
SECOND = ("sections", 0, "targets", 1)


def changed(before: str, after: str) -> list[str]:
    """The lines that are new or gone."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in list(lines)[2:] if not line.startswith("@@")]


@pytest.mark.parametrize(
    ("path", "value", "lines"),
    [
        ((*FIRST, "id"), "uav-companies", ["-  - id: uav-firms  # 无人机", "+  - id: uav-companies  # 无人机"]),
        ((*FIRST, "goal"), {"reach": Decimal("3.50")}, ["-    goal: {at_least: 40}", "+    goal: {reach: 3.50}"]),
        ((*FIRST, "due"), date(2024, 9, 30), ["+    due: 2024-09-30"]),
        ((*FIRST, "steps"), ["x"], ["-    - {on: 2024-08-01, value: 3}", "+      [x]"]),
        ((*SECOND, "name"), "甲, 乙", ["-  - {id: talent, goal: {reach: 3}}", "+  - {id: talent, goal: {reach: 3}, name: '甲, 乙'}"]),
        (("title",), "no", ["+title: 'no'"]),
    ],
)  # fmt: skip
def test_a_value_is_put(path: tuple[str | int, ...], value: Writable, lines: list[str]) -> None:
    text = EditedText(CATALOGUE)
    text.put(path, value)
    assert changed(CATALOGUE, text.text) == lines


@pytest.mark.parametrize(
    ("path", "value", "lines"),
    [
        ((*FIRST, "former_ids"), "b", ["-    former_ids: [a]", "+    former_ids: [a, b]"]),
        ((*FIRST, "steps"), {"on": date(2024, 9, 1)}, ["+    - {on: 2024-09-01}"]),
        ((*FIRST, "adjustments"), {"on": "x"}, ["+    adjustments:", "+    - {on: x}"]),
        ((*FIRST, "owners"), "区科技局", ["+    owners: [区科技局]"]),
        ((*SECOND[:-1],), {"id": "x", "goal": {"reach": Decimal(1)}}, ["+  - {id: x, goal: {reach: 1}}"]),
        (("sections",), {"number": Decimal(2), "title": "二"}, ["+- number: 2", "+  title: 二"]),
    ],
)  # fmt: skip
def test_an_item_is_appended(path: tuple[str | int, ...], value: Writable, lines: list[str]) -> None:
    text = EditedText(CATALOGUE)
    text.append(path, value)
    assert changed(CATALOGUE, text.text) == lines


def test_line_ends_stay_as_they_are() -> None:
    text = EditedText(CATALOGUE.replace("\n", "\r\n"))
    text.put((*FIRST, "due"), date(2024, 9, 30))
    assert text.text.count("\n") == text.text.count("\r\n") == CATALOGUE.count("\n") + 1


def test_one_odd_line_end_moves_nothing() -> None:
    text = EditedText(CATALOGUE.replace("\n", "\r\n", 1))
    text.put((*FIRST, "due"), date(2024, 9, 30))
    assert changed(CATALOGUE, text.text.replace("\r", "")) == ["+    due: 2024-09-30"]
    assert text.text.count("\r") == 1


def test_a_file_without_a_last_line_end_goes_on() -> None:
    text = EditedText("a:\n  b: 1")
    text.put(("a", "c"), "2")
    assert text.text == "a:\n  b: 1\n  c: '2'"


KEYS = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
SCALARS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff"), min_size=1
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3)
)


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4), KEYS, VALUES)
def test_what_is_put_is_read_and_the_rest_stays(
    before: dict[str, Writable], key: str, value: Writable
) -> None:
    text = EditedText("".join(f"{name}: 0\n" for name in before))
    for name, one in before.items():
        text.put((name,), one)
    text.put((key,), value)
    assert read(text.text) == {**before, key: value}


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        ((*FIRST, "goal"), ["-    goal: {at_least: 40}"]),
        ((*FIRST, "id"), ["-  - id: uav-firms  # 无人机", "-    goal: {at_least: 40}", "+  - goal: {at_least: 40}"]),
        (SECOND, ["-  - {id: talent, goal: {reach: 3}}"]),
        (("notes",), ["-notes: |", "-  末尾"]),
        ((*FIRST, "quote"), ["-    quote: >-", "-      全年新引进", "-      40家以上"]),
    ],
)  # fmt: skip
def test_what_is_removed_goes_with_its_lines(path: tuple[str | int, ...], lines: list[str]) -> None:
    text = EditedText(CATALOGUE)
    text.remove(path)
    assert changed(CATALOGUE, text.text) == lines
    assert not text.has(path) or path == SECOND


def test_a_remark_stands_above_as_deep_as_what_it_is_about() -> None:
    text = EditedText(CATALOGUE)
    text.remark((*FIRST, "quote"), "待定")
    text.remark(FIRST, "先")
    assert changed(CATALOGUE, text.text) == ["+    # 先", "+    # 待定"]
