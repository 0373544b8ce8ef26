"""The diff view in every format: golden outputs, nothing wider than the terminal, sums that add up."""

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from wcwidth import wcswidth

from support import GOLDEN, REPOSITORY, TODAY, Golden, book, catalogue, document, report, target, total
from tracker.assess.signal import Signal
from tracker.formats import Canvas, render
from tracker.formats.cells import text_of
from tracker.model.book import Book
from tracker.model.catalogue import Catalogue
from tracker.model.validation import read_catalogue
from tracker.report.comparison import WorkspaceVersion, between_books, between_days
from tracker.report.diff import TARGETS, diff
from tracker.report.scope import ViewOptions
from tracker.report.view import Level, Table, View
from tracker.store.workspace import load
from tracker.words import LANGUAGES, Words

SINCE, UNTIL = date(2024, 9, 20), date(2024, 9, 30)
VERSIONS = (WorkspaceVersion("10月上旬", "0a1b2c3", date(2024, 10, 9)), WorkspaceVersion(""))


@pytest.fixture(scope="module")
def district() -> View:
    return diff(between_days(load(REPOSITORY, TODAY).book, ViewOptions(as_of=UNTIL), SINCE))


def shown(view: View, name: str, language: str = "zh", width: int | None = None) -> str:
    return render(name, view, Words(language), Canvas(width)).decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [80, 140])
def test_no_line_is_wider_than_the_terminal(
    district: View, width: int, language: str, golden: Golden
) -> None:
    text = shown(district, "term", language, width)
    assert max(wcswidth(line) for line in text.splitlines()) <= width
    golden(GOLDEN / f"diff.{width}.{language}.txt", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["text", "markdown", "csv", "json"])
def test_golden(district: View, name: str, language: str, golden: Golden) -> None:
    golden(GOLDEN / f"diff.{language}.{name}", shown(district, name, language))


ADJUSTMENTS = [
    {
        "date": "2024-10-08",
        "target": {"at_least": "50"},
        "document": "沧政办〔2024〕7号",
        "reason": "任务追加",
    },
    {
        "date": "2024-10-10",
        "due": "2025-03-31",
        "target": {"at_least": "50"},
        "document": "沧政办〔2024〕9号",
    },
]


def edited(*targets: dict[str, Any], **keys: Any) -> Catalogue:
    read, problems = read_catalogue({**document(*targets), **keys}, "measures.yaml")
    assert read is not None, problems
    return read


def revisions() -> View:
    """Two versions of a small workspace that differ in everything a catalogue can differ in."""
    plain = catalogue(
        target(),
        target(id="gone", name="撤销的指标", quote="另一句"),
        target(id="money", name="成交额", unit="亿元", target={"more_than": "3.5"}, quote="第三句"),
        target(id="hall", name="大厅", kind="milestone", target={"done_by": "2024-09-30"}, quote="第四句"),
    )
    now = edited(
        target(name="新引进企业数", adjustments=ADJUSTMENTS, owners=["区财政局", "区科技局"]),
        target(
            id="money",
            name="成交额",
            unit="万元",
            target={"at_least": "35000"},
            path={"points": {"2024-06-30": "8000", "2024-09-30": "21000"}},
            quote="第三句",
        ),
        target(
            id="hall",
            name="大厅",
            kind="milestone",
            target={"done_by": "2024-10-31"},
            stages={"开工": "30", "主体完工": "70"},
            strength="aspire",
            quote="第四句",
        ),
        target(id="new", name="新增的指标", quote="第五句"),
        title="测试目录（修订）",
        signals="strict",
        escalation={"near": "15"},
        views={"红": {"signal": ["overdue"]}},
    )
    wrong = total("2024-09-30", 300, stem="2024-09-30-wrong")
    void = report(
        "2024-09-30",
        {"void": wrong.stem, "reason": "多写一个零"},
        stem="2024-09-30-void",
        recorded="2024-10-12T09:00:00+08:00",
    )
    deals = total("2024-10-10", "2", "money", unit="亿元", stem="2024-10-10-deals")
    more = total("2024-09-30", 30, recorded="2024-10-12T09:30:00+08:00", stem="2024-09-30-right", note="更正")
    late = total(
        "2024-08-31",
        "1.2",
        "money",
        unit="亿元",
        recorded="2024-10-12T10:00:00+08:00",
        stem="2024-08-31-late",
    )
    before = book(plain, wrong, deals)
    after = book(now, wrong, void, more, deals, late)
    return diff(between_books(before, after, ViewOptions(as_of=date(2024, 10, 10)), VERSIONS))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [80, 140])
def test_two_versions_of_a_workspace(width: int, language: str, golden: Golden) -> None:
    text = shown(revisions(), "term", language, width)
    assert max(wcswidth(line) for line in text.splitlines()) <= width
    golden(GOLDEN / f"diff-revisions.{width}.{language}.txt", text)


def test_two_versions_for_machines(golden: Golden) -> None:
    golden(GOLDEN / "diff-revisions.json", shown(revisions(), "json"))


@pytest.mark.parametrize("width", [40, 60, 100])
def test_narrow_terminals_keep_the_event(district: View, width: int) -> None:
    text = shown(district, "term", "zh", width)
    assert max(wcswidth(line) for line in text.splitlines()) <= width
    assert text.count("新完成") == 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_60_cells_every_value_is_there_before_and_after(district: View, language: str) -> None:
    lines = shown(district, "term", language, 60).splitlines()
    targets = next(block for block in tables(district) if block.columns == TARGETS)
    words = Words(language)
    for row in targets.rows:
        line = next(line for line in lines if line.split()[:1] == [row.cells["number"]])
        assert text_of(row.cells["before"], words) in line
        assert text_of(row.cells["after"], words) in line


def tables(view: View) -> list[Table]:
    return [block for block in view.blocks if isinstance(block, Table)]


def test_every_column_adds_up_to_its_total(district: View) -> None:
    for each in (district, revisions()):
        counts = tables(each)[0]
        *items, last = counts.rows
        assert last.level is Level.TOTAL
        for key in ("before", "after"):
            assert sum(int(str(row.cells[key])) for row in items) == last.cells[key]
        assert all(isinstance(row.cells["signal"], Signal) for row in items)


def test_csv_and_json_say_the_same(district: View) -> None:
    rows = list(csv.reader(io.StringIO(shown(district, "csv", "en"))))
    records = json.loads(shown(district, "json"))["targets"]
    assert len(rows) == len(records) + 1
    assert len(rows[0]) == len(set(rows[0])) == len(records[0])
    assert [row[0] for row in rows[1:]] == [record["id"] for record in records]
    assert {len(record) for record in records} == {len(rows[0])}


def small(*lines: tuple[str, int]) -> Book:
    return book(catalogue(target()), *(total(day, value) for day, value in lines))


def test_all_tells_who_reported_without_movement() -> None:
    reported = small(("2024-09-20", 30), ("2024-09-30", 30))
    silent = small(("2024-09-20", 30))
    for found, said in ((reported, "持平"), (silent, "无新报")):
        compared = between_days(found, ViewOptions(as_of=date(2024, 9, 30)), date(2024, 9, 25))
        assert said in shown(diff(compared, everything=True), "text")
        assert "没有变化" in shown(diff(compared), "text")


def test_text_from_files_stays_text() -> None:
    name = "[red]x[/red]|<b>*"
    before, after = small(("2024-09-20", 30)), book(catalogue(target(name=name)), total("2024-09-20", 31))
    view = diff(between_books(before, after, ViewOptions(as_of=date(2024, 9, 20)), VERSIONS))
    assert name in shown(view, "term", width=140)
    assert "<b>" not in shown(view, "markdown").replace("\\<b\\>", "")
