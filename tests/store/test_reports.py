"""What is written reads back as what was meant, whoever reads it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tracker.model.entry import Report, ReportLine
from tracker.model.validation import read_report
from tracker.problems import ExitCode, TrackerError
from tracker.store.atomic import create_file
from tracker.store.reports import add, text_of, with_new_stem
from tracker.store.yaml import read

letters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"])
lines = st.text(letters, min_size=1, max_size=40).map(str.strip).filter(bool)
tricky = st.sampled_from(
    ["no", "yes", "on", "~", "null", "1e3", "0o17", "0x1f", "12:30", "1_000", "2024-08-10", ".inf", "- a", "# b", "a: b",
     "[x]", "{y}", "'q'", '"d"', "*a", "&a", "!t", "%p", "@m", "a, b", "=", "<<", "新增3家"]
)  # fmt: skip
words = lines | tricky
numbers = st.decimals(min_value=-(10**9), max_value=10**9, places=4, allow_nan=False)
figures = st.builds(
    ReportLine,
    n=st.just(1),
    target=st.sampled_from(["uav-firms", "talent"]),
    total=numbers.map(lambda number: Decimal(f"{number:f}")),
    unit=st.none() | st.sampled_from(["万元", "%", "家"]),
    note=st.none() | words | st.just("第一行\n第二行: x"),
    evidence=st.none() | words,
    preliminary=st.booleans(),
)


def report_of(entries: list[ReportLine], by: str, source: str | None) -> Report:
    numbered = tuple(replace(line, n=n) for n, line in enumerate(entries, 1))
    recorded = datetime(2024, 8, 11, 9, 20, 0, 5, tzinfo=UTC)
    return Report(
        file="f", stem="s", date=date(2024, 8, 10), by=by, source=source, recorded=recorded, entries=numbered
    )


@given(st.lists(figures, min_size=1, max_size=4), words, st.none() | words)
def test_read_of_write_is_identity(entries: list[ReportLine], by: str, source: str | None) -> None:
    report = report_of(entries, by, source)
    text = text_of(report)
    assert text.count("\n") == len(entries) + 5 + int(source is not None)
    back, problems = read_report(read(text), "f", "s")
    assert (back, problems) == (report, [])


@given(words)
def test_scalars_mean_the_same_to_other_readers(text: str) -> None:
    line = ReportLine(n=1, target="uav-firms", total=Decimal(1), note=text)
    assert yaml.safe_load(text_of(report_of([line], text, text)))["entries"][0]["note"] == text


def test_names_are_random_and_files_are_never_overwritten(tmp_path: Path) -> None:
    line = ReportLine(n=1, target="uav-firms", total=Decimal(23))
    report = with_new_stem(report_of([line], "区科技局", None))
    (path,) = add(tmp_path, [report])
    before = path.read_bytes()
    with pytest.raises(TrackerError) as raised:
        add(tmp_path, [report])
    assert raised.value.exit_code is ExitCode.WRITE_CONFLICT
    assert path.read_bytes() == before
    assert with_new_stem(report).stem != report.stem
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_what_cannot_be_created_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "progress").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(TrackerError):
        create_file(tmp_path / "progress/2024/a.yaml", b"x")
    assert [p.name for p in tmp_path.iterdir()] == ["progress"]
