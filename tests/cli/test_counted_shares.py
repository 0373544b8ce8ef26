"""Shares that are counted, a part of a whole: exact at every way in, and shown with what they were counted of."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from support import Run, document, target, write_files, write_workspace

BY = ("--by", "区科技局")
RATE = target(
    id="rate", name="覆盖率", kind="share", target={"at_least": "33.33333333"}, quote="覆盖率90%以上"
)
CAP = target(id="cap", name="空置率", kind="share", target={"at_most": "33.33333333"}, quote="覆盖率90%以上")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACKER_NOW", "2024-11-05")
    monkeypatch.setenv("TRACKER_LANG", "zh")
    made = document(target(), RATE, CAP)
    return write_workspace(tmp_path, json.dumps(made, ensure_ascii=False), seeds__policy_md="覆盖率90%以上")


def feed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def record_of(tracker: Run, root: Path, target_id: str, *more: str) -> dict[str, Any]:
    found = tracker("status", "-f", "json", *more, cwd=root)
    records: list[dict[str, Any]] = json.loads(found.out)["targets"]
    return next(record for record in records if record["id"] == target_id)


def written(root: Path) -> str:
    return "".join(path.read_text("utf-8") for path in sorted(root.rglob("progress/**/*.yaml")))


def table(root: Path, name: str, *rows: tuple[object, ...]) -> str:
    book: Any = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(root / name)
    return name


def test_a_third_is_exact_at_the_limit(root: Path, tracker: Run) -> None:
    assert tracker("record", "rate=1/3", "cap=1/3", *BY, cwd=root).code == 0
    assert "- {target: rate, part: 1, whole: 3}\n" in written(root)
    above, cap = record_of(tracker, root, "rate"), record_of(tracker, root, "cap")
    # A third is more than 33.33333333 %, by less than any decimal place that is printed elsewhere.
    assert (above["met"], above["signal"], above["part"], above["whole"]) == (True, "on_track", "1", "3")
    assert (cap["met"], cap["signal"]) == (False, "behind")
    assert above["actual"] == cap["actual"] == "33.333333333"
    assert cap["gap"].rstrip("0") not in {"", "0", "0."}
    assert "33.333333333%" in tracker("status", "--search", "cap", "-f", "text", cwd=root).out


@pytest.mark.parametrize("typed", ["9/10", "９／１０", " 9 / 10", "1,800/2,000", "4.5/5"])
def test_ninety_per_cent_is_ninety_however_it_is_typed(typed: str, root: Path, tracker: Run) -> None:
    assert tracker("record", "rate", typed, *BY, cwd=root).code == 0
    assert record_of(tracker, root, "rate")["actual"] == "90"


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (("rate", "9/"), 2, "9/"),
        (("rate", "-1/10"), 2, "-1/10"),
        (("rate", "9个/10个"), 2, "9个/10个"),
        (("rate+=1/10",), 2, "rate=1/10".replace("rate", "指标")),
        (("rate", "1/10", "--add"), 2, "现值"),
        (("rate", "1/0"), 1, "分母 0"),
        (("rate", "10/9"), 1, "大于分母"),
        (("firms", "9/10"), 1, "不是比率"),
    ],
)
def test_what_is_no_counted_share_is_refused(
    typed: tuple[str, ...], code: int, said: str, root: Path, tracker: Run
) -> None:
    found = tracker("record", *typed, *BY, cwd=root)
    assert (found.code, said in found.err, written(root)) == (code, True, ""), found.err


def test_more_than_all_where_the_catalogue_says_so(root: Path, tracker: Run) -> None:
    beyond = target(id="rate", name="产销率", kind="share", target={"at_least": "102"})
    write_files(root, {"measures.yaml": json.dumps(document(beyond), ensure_ascii=False)})
    assert tracker("record", "rate", "103/100", *BY, "--yes", cwd=root).code == 0
    assert record_of(tracker, root, "rate")["met"]


def test_it_is_shown_with_what_it_was_counted_of(root: Path, tracker: Run) -> None:
    tracker("record", "rate", "20/30", *BY, "--date", "2024-10-20", cwd=root)
    tracker("record", "rate", "27/30", *BY, cwd=root)
    shown = tracker("show", "rate", cwd=root).out
    assert "90%（27/30）" in shown
    assert "66.67%" in shown
    (line, *_) = json.loads(tracker("log", "-f", "json", cwd=root).out)["entries"]
    assert (line["part_written"], line["whole_written"], line["value"]) == ("27", "30", "90")
    assert (line["total_written"], line["unit_written"]) == (None, None)
    row = next(csv.DictReader(io.StringIO(tracker("log", "-f", "csv", cwd=root).out)))
    assert (row["所报分子"], row["所报分母"]) == ("27", "30")
    assert "27/30" in tracker("log", "-f", "text", cwd=root).out
    changed = tracker("diff", "2024-10-31", cwd=root).out
    assert "66.67%" in changed
    assert "23.33" in changed


def test_an_increment_upon_a_counted_share_stays_exact(root: Path, tracker: Run) -> None:
    tracker("record", "cap", "1/3", *BY, "--date", "2024-10-20", cwd=root)
    tracker("record", "cap+=-0.00000001", *BY, "--yes", cwd=root)
    cap = record_of(tracker, root, "cap")
    assert (cap["met"], cap["part"], cap["whole"]) == (True, None, None)


def test_standard_input_and_files_written_by_hand(
    root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, '{"by": "区科技局", "entries": [{"target": "rate", "part": 19, "whole": 1010}]}')
    assert tracker("record", "-", cwd=root).code == 0
    text = "date: 2024-11-01\nby:   区科技局\nentries:\n  - target: cap\n    part: 1\n    whole: 4\n"
    write_files(root, {"progress/2024/11/2024-11-01-a.yaml": text})
    assert (tracker("check", cwd=root).out.count("問"), record_of(tracker, root, "cap")["actual"]) == (
        0,
        "25",
    )
    assert record_of(tracker, root, "rate")["actual"] == "1.881188"


def test_the_form_has_columns_for_part_and_whole(root: Path, tracker: Run) -> None:
    assert tracker("form", "--owner", "区科技局", "-o", "a.xlsx", cwd=root).code == 0
    book: Any = openpyxl.load_workbook(root / "a.xlsx")
    headings = {cell.value: cell.column_letter for cell in book.active[4]}
    assert book.active[f"{headings['分子']}5"].protection.locked  # firms are no share
    assert not book.active[f"{headings['分子']}6"].protection.locked
    book.active["I3"] = "2024-11-04"
    for key, value in (("分子", 19), ("分母", 30)):
        book.active[f"{headings[key]}6"] = value
    book.active[f"{headings['本次累计数']}7"] = "1/8"
    book.save(root / "a.xlsx")
    found = tracker("import", "a.xlsx", cwd=root)
    assert (found.code, found.err) == (0, "")
    assert "{target: rate, part: 19, whole: 30}" in written(root)
    assert "{target: cap, part: 1, whole: 8}" in written(root)
    again = tracker("form", "--owner", "区科技局", "-f", "csv", cwd=root).out
    assert ",63.333333," in again
    assert ",12.5," in again


def test_a_form_without_shares_does_not_ask(tmp_path: Path, tracker: Run) -> None:
    write_workspace(tmp_path)
    assert "分子" not in tracker("form", "--owner", "区科技局", "-f", "csv", cwd=tmp_path).out


def test_a_table_with_parts_wholes_and_their_percentages(root: Path, tracker: Run) -> None:
    head = ("指标", "分子", "分母", "目前值", "数据日期")
    rows = (("覆盖率", 2, 3, "66.7%", "2024-11-04"), ("空置率", None, None, "20%", "2024-11-04"))
    name = table(root, "t.xlsx", head, *rows)
    found = tracker("import", name, *BY, "--yes", cwd=root)
    assert found.code == 0, found.err
    assert "{target: rate, part: 2, whole: 3}" in written(root)
    assert "{target: cap, total: 20}" in written(root)


@pytest.mark.parametrize(
    ("row", "cell", "said"),
    [
        (("覆盖率", 2, 3, "67.7%", "2024-11-04"), "B2", "对不上"),
        (("覆盖率", 2, None, None, "2024-11-04"), "B2", "没有分母"),
        (("覆盖率", "两", 3, None, "2024-11-04"), "B2", "不是明确的数"),
        (("新引进企业", 2, 3, None, "2024-11-04"), "B2", "不是比率"),
    ],
)
def test_what_is_wrong_is_said_in_its_cell(
    row: tuple[object, ...], cell: str, said: str, root: Path, tracker: Run
) -> None:
    name = table(root, "t.xlsx", ("指标", "分子", "分母", "目前值", "数据日期"), row)
    found = tracker("import", name, *BY, "--yes", cwd=root)
    assert (found.code, cell in found.err, said in found.err, written(root)) == (1, True, True, ""), found.err


def test_parts_without_wholes_are_no_column_of_figures(root: Path, tracker: Run) -> None:
    name = table(root, "t.xlsx", ("指标", "分子", "目前值"), ("覆盖率", 2, "50%"))
    assert tracker("import", name, *BY, "--date", "2024-11-04", "--yes", cwd=root).code == 0
    assert "{target: rate, total: 50}" in written(root)


@pytest.mark.parametrize("way", ["record", "stdin", "import"])
def test_a_whole_that_leaps_is_doubted_at_every_way_in(
    way: str, root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    tracker("record", "rate", "9/10", *BY, "--date", "2024-10-20", cwd=root)
    before = written(root)
    if way == "record":
        found = tracker("record", "rate", "90/100", *BY, cwd=root)
    elif way == "stdin":
        feed(monkeypatch, '{"by": "区科技局", "entries": [{"target": "rate", "part": 90, "whole": 100}]}')
        found = tracker("record", "-", cwd=root)
    else:
        write_files(root, {"t.csv": "指标id,本次累计数\nrate,90/100\n"})
        found = tracker("import", "t.csv", *BY, "--date", "2024-11-05", cwd=root)
    assert (found.code, "分母 100" in found.err, written(root)) == (1, True, before), found.err
    assert tracker("record", "rate", "18/20", *BY, cwd=root).code == 0
