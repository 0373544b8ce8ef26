"""Reports read without YAML: whatever the canonical form takes, the strict reader reads the same."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import report
from tracker.model.entry import Report, ReportLine
from tracker.model.validation import read_report
from tracker.store.canonical import report_in
from tracker.store.files import YamlError
from tracker.store.reports import text_of
from tracker.store.yaml import read

STEM = "2024-08-10-k3m9"
FILE = f"progress/2024/08/{STEM}.yaml"
SOUND = """\
date: 2024-08-10
by: 区科技局
source: '8月上旬旬报'
recorded: 2024-08-11T09:20:00.120000+08:00
entries:
- {target: firms, total: 23, note: 新增 3 家}
- {target: rate, part: 9, whole: 10.50, note: 九个}
- {target: deals, total: -21000.50, unit: 万元, status: preliminary, evidence: docs/a-1.pdf}
- {target: hall, stage: 主体完工}
- {void: '2024-08-01-ab12#2', reason: 多写一个零}
- {target: talent, add: 1}
"""
# What a hand or another tool may put in place of something sound.
PIECES = (
    *(
        "~",
        "null",
        "NULL",
        "no",
        "1_000",
        "1e3",
        "+3",
        "007",
        "1.",
        ".5",
        "-0",
        "12:30",
        "2024-08-10",
        "0x10",
        "{a}",
        "[1]",
    ),
    *(
        "'",
        "''",
        "' a'",
        "'a '",
        "'null'",
        '"a"',
        "a: b",
        "a #b",
        "a#b",
        "#",
        "&a 1",
        "*a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
    ),
    *(
        "",
        " ",
        "\t",
        "\n",
        "\r\n",
        "\u2028",
        "\u202e",
        "\ufeff",
        "\x00",
        "\x85",
        "\xa0",
        "\u3000",
        "，",
        "？",
        "- a",
        "a, b",
        "a}",
    ),
    *(
        "字" * 201,
        "a" * 2001,
        "'" + "字" * 199 + "'",
        "é",
        "😀",
        "<<<<<<< HEAD",
        "---",
        "...",
        "total",
        "2023-13-40",
        *("0", "0.0", "-1", "007"),
    ),
)
WORDS = (
    "新增 3 家",
    "23",
    "万元",
    "firms",
    "preliminary",
    "区科技局",
    "2024-08-10",
    "'8月上旬旬报'",
    "主体完工",
    "多写一个零",
    "add",
    "9",
    "10.50",
)


def strictly(text: str) -> tuple[Report | None, bool]:
    """What the strict reader makes of a text, and whether it has anything to say of it."""
    try:
        found, problems = read_report(read(text), FILE, STEM)
    except YamlError:
        return None, True
    return found, bool(problems)


def agree(text: str) -> bool:
    """Whether the canonical form takes a text; what it takes is read alike."""
    canonical = report_in(text, FILE, STEM)
    if canonical is None:
        return False
    found, problems = strictly(text)
    assert canonical == found
    assert not problems
    return True


def test_what_record_writes_is_canonical() -> None:
    assert agree(SOUND)
    assert agree("# yaml-language-server: $schema=../../../schema/progress.schema.json\n" + SOUND)


@given(st.sampled_from(WORDS), st.sampled_from(PIECES), st.sampled_from(PIECES))
def test_the_canonical_form_takes_nothing_that_yaml_reads_otherwise(word: str, piece: str, more: str) -> None:
    agree(SOUND.replace(word, piece))
    agree(SOUND.replace(word, piece + more))
    agree(SOUND.replace(word, word + piece))


@given(st.integers(0, len(SOUND)), st.integers(0, len(SOUND)), st.text(max_size=3))
def test_no_edit_makes_the_two_readers_differ(begin: int, end: int, text: str) -> None:
    low, high = sorted((begin, end))
    agree(SOUND[:low] + text + SOUND[high:])
    agree(SOUND[:low] + text + SOUND[low + 1 :])


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp", "Cs")), min_size=1
).filter(lambda text: text.strip() == text)
LINES = st.builds(
    lambda target, total, note, unit: ReportLine(n=1, target=target, total=total, note=note, unit=unit),
    st.sampled_from(("firms", "a-1", "x")),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**6), max_value=10**6, places=2),
    st.none() | TEXTS,
    st.none() | st.sampled_from(("万元", "个百分点", "%")),
)


@given(st.lists(LINES, min_size=1, max_size=4), TEXTS, st.none() | TEXTS)
def test_what_is_written_is_read_as_it_was(lines: list[ReportLine], by: str, source: str | None) -> None:
    numbered = tuple(replace(line, n=n) for n, line in enumerate(lines, 1))
    whole = replace(report("2024-08-10", stem=STEM), entries=numbered, by=by, source=source)
    read_back = report_in(text_of(whole), FILE, STEM)
    assert read_back in {None, whole}


def test_nearly_all_that_is_written_takes_no_yaml() -> None:
    whole = strictly(SOUND)[0]
    assert whole is not None
    assert report_in(text_of(whole), FILE, STEM) == whole


def test_a_moment_without_offset_is_that_of_china() -> None:
    found = report_in(SOUND.replace(".120000+08:00", ""), FILE, STEM)
    assert found is not None
    assert found.known == datetime.fromisoformat("2024-08-11T09:20:00+08:00")


@pytest.mark.parametrize("day", ["2024-13-01", "2024-02-30", "1024-08-10", "3000-01-01"])
def test_a_day_that_is_none_is_left_to_yaml(day: str) -> None:
    assert report_in(SOUND.replace("date: 2024-08-10", f"date: {day}"), FILE, STEM) is None
