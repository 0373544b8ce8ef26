"""Spreadsheets in: what a unit fills in is what the log says, or nothing is written."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from support import Run, document, target, unit_workspace, write_files, write_workspace
from tracker.store.atomic import link_new

HEAD = "指标id,本次累计数,数据日期,备注,报送单位\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return unit_workspace(tmp_path / "workspace")


def reports(root: Path) -> list[str]:
    return [
        path.read_text(encoding="utf-8")
        for path in sorted(root.glob("progress/**/*"), key=str)
        if path.is_file()
    ]


def write_csv(root: Path, *rows: str, head: str = HEAD, name: str = "a.csv") -> Path:
    write_files(root, {name: head + "".join(f"{row}\n" for row in rows)})
    return root / name


def fill(path: Path, **cells: object) -> Path:
    book: Any = openpyxl.load_workbook(path)
    for cell, value in cells.items():
        book.active[cell] = value
    book.save(path)
    return path


def test_round_trip(root: Path, tracker: Run) -> None:
    tracker("form", "--owner", "区科技局", "-o", "a.xlsx", cwd=root)
    day = datetime(2024, 8, 10)  # noqa: DTZ001 - cells know no zone
    fill(
        root / "a.xlsx", I3=day, H5="２３家", J5="新增3家\n两家在谈", H6="35,000万元", I6="8月9日", H8="开工"
    )
    found = tracker("import", "a.xlsx", cwd=root)
    assert (found.code, found.err) == (0, "")
    assert "3 条记录，未报送 1 行" in found.out
    written = "".join(reports(root))
    assert "date: 2024-08-09\nby: 区科技局\n" in written
    assert "{target: deals, total: 35000, unit: 万元}" in written
    assert "{target: firms, total: 23, note:" in written
    assert "{target: hall, stage: 开工}" in written
    assert "recorded: 2026-01-15T" in written
    assert (tracker("check", cwd=root).code, len(reports(root))) == (0, 2)
    before = reports(root)
    twice = tracker("import", "a.xlsx", cwd=root)
    assert (twice.code, reports(root)) == (1, before)
    assert "--again" in twice.err
    assert tracker("import", "a.xlsx", "--again", cwd=root).code == 0
    assert len(reports(root)) == 4


def test_an_import_that_was_cut_off_is_completed_by_running_it_again(root: Path, tracker: Run) -> None:
    write_csv(
        root, "firms,1,2024-08-10,,区科技局", "firms,2,2024-08-11,,区科技局", "deals,3,2024-08-11,,区财政局"
    )
    assert tracker("import", "a.csv", cwd=root).code == 0
    next(root.glob("progress/2024/08/2024-08-10*")).unlink()
    found = tracker("import", "a.csv", cwd=root)
    assert found.code == 0
    assert "2 份报告以前导入过" in found.out
    assert len(reports(root)) == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
def test_any_table_with_a_mapping_of_headings(root: Path, tracker: Run, encoding: str) -> None:
    text = "某区进展\n事情,完成情况,截止,单位\n成交额,31000,2024年8月10日,万元\n新引进企业,,,\n合计,,,\n"
    (root / "b.csv").write_bytes(text.encode(encoding))
    found = tracker("import", "b.csv", "--by", "区财政局", cwd=root)
    assert found.code == 1
    assert "import.yaml" in found.err
    write_files(root, {"import.yaml": "headings:\n  target: [事情]\n  total: [完成情况]\n  date: [截止]\n"})
    found = tracker("import", "b.csv", "--by", "区财政局", "--source", "月报", cwd=root)
    assert (found.code, found.err) == (0, "")
    assert "未报送 1 行" in found.out
    assert "1 行没有指标也没有数" in found.out
    (written,) = reports(root)
    assert "by: 区财政局\nsource: '月报 sha256:" in written
    assert "{target: deals, total: 31000, unit: 万元}" in written


def test_a_bad_mapping(root: Path, tracker: Run) -> None:
    for text in ("headings: {totl: [a]}\n", "headings: []\n", "a: 1\n", "[", ""):
        write_files(root, {"import.yaml": text})
        found = tracker("import", write_csv(root, "firms,1,2024-08-10,,区科技局"), cwd=root)
        assert found.code == 1
        assert "import.yaml" in found.err
        assert not reports(root)


def test_every_problem_at_once_with_its_cell(root: Path, tracker: Run) -> None:
    write_csv(
        root,
        "firms,约40,2024-08-10,,区科技局",
        "firms,23.5,2024-08-10,,区科技局",
        "none,1,,,",
        ",1,2024-08-10,,区科技局",
    )
    write_csv(
        root,
        "deals,3家,2024-08-10,,区科技局",
        "deals,,2024-08-10,,区科技局",
        "rate,1,2030-08-10,,区科技局",
        name="b.csv",
    )
    found = tracker("import", "a.csv", "b.csv", "--lang", "en", cwd=root)
    assert (found.code, reports(root)) == (1, [])
    cells = [line.split(":")[0] for line in found.err.splitlines() if line[:6] in {"a.csv ", "b.csv "}]
    assert cells == [
        "a.csv B2",
        "a.csv B3",
        "a.csv A4",
        "a.csv C4",
        "a.csv E4",
        "a.csv A5",
        "b.csv B2",
        "b.csv B3",
        "b.csv A4",
        "b.csv C4",
    ]
    assert "10 problems; nothing was written." in found.err


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (["firms,23,2024-08-10,,区科技局", "firms,24,2024-08-10,,区科技局"], "A4"),
        (["firms,23,2024-08-10,,"], "--by"),
        (["firms,23,,,区科技局"], "--date"),
        (["firms,TRUE,2024-08-10,,区科技局"], "B3"),
        (["firms,40%,2024-08-10,,区科技局"], "B3"),
        (["rate,120,1999-08-10,,区科技局"], "A3"),
        ([f"firms,1,2024-08-10,{'长' * 2001},区科技局"], "D3"),
        (["firms,1,2024-08-10,\x07,区科技局"], "D3"),
        (["firms,#N/A,2024-08-10,,区科技局"], "B3"),
    ],
)
def test_refusals_write_nothing(root: Path, tracker: Run, rows: list[str], code: str) -> None:
    write_csv(root, "deals,1,2024-08-09,,区财政局", *rows)
    for options in ([], ["--dry-run"]):
        found = tracker("import", "a.csv", *options, cwd=root)
        assert (found.code, reports(root)) == (1, [])
        assert code in found.err
        assert "→" in found.err


def test_targets_named_otherwise(root: Path, tracker: Run) -> None:
    head = "编号,指标,本次累计数\n"
    options = ("--by", "区科技局", "--date", "2024-08-10")
    write_csv(root, "1.1,,1", ",成交额,2", "3,覆盖率,3", head=head)
    assert tracker("import", "a.csv", *options, cwd=root).code == 0
    write_csv(root, "1.1,成交额,1", "9.9,覆盖率,1", ",完全别的事,1", head=head)
    found = tracker("import", "a.csv", *options, cwd=root)
    assert found.code == 1
    assert [line.split(":")[0] for line in found.err.splitlines() if line.startswith("a.csv")] == [
        "a.csv A2",
        "a.csv A3",
        "a.csv A4",
    ]


def test_a_number_that_lost_its_zero(tmp_path: Path, tracker: Run) -> None:
    many = [target(id=f"t{n}", name=f"指标{n}") for n in range(1, 11)]
    write_workspace(tmp_path, document(*many))
    options = ("--by", "区科技局", "--date", "2024-08-10", "--dry-run")
    write_csv(tmp_path, "1.1,5", head="编号,本次累计数\n")
    assert "t1、t10" in tracker("import", "a.csv", *options, cwd=tmp_path).err
    write_csv(tmp_path, "t10,1.1,5", head="指标id,编号,本次累计数\n")
    assert tracker("import", "a.csv", *options, cwd=tmp_path).code == 0


def test_notes_without_a_figure_are_shown(root: Path, tracker: Run) -> None:
    found = tracker("import", write_csv(root, "firms,,,正在洽谈,区科技局"), cwd=root)
    assert (found.code, reports(root)) == (0, [])
    assert "D2：没有数，备注未导入：正在洽谈" in found.out


def test_a_sheet_without_headings_beside_the_form(root: Path, tracker: Run) -> None:
    tracker("form", "--owner", "区科技局", "-o", "a.xlsx", cwd=root)
    book: Any = openpyxl.load_workbook(root / "a.xlsx")
    book.create_sheet("说明").append(["请按时报送"])
    book.save(root / "a.xlsx")
    found = tracker("import", "a.xlsx", cwd=root)
    assert found.code == 0
    assert "a.xlsx 说明：没有认得的表头" in found.out


def test_the_same_content_under_two_names(root: Path, tracker: Run) -> None:
    for name in ("a.csv", "b.csv"):
        write_csv(root, "firms,1,2024-08-10,,区科技局", name=name)
    found = tracker("import", "a.csv", "b.csv", "--again", cwd=root)
    assert (found.code, reports(root)) == (1, [])


def test_a_heading_twice_and_too_many_problems(root: Path, tracker: Run) -> None:
    write_csv(root, "firms,1,2", head="指标id,本次累计数,本次累计数\n")
    assert "a.csv C1" in tracker("import", "a.csv", cwd=root).err
    write_csv(root, *["firms,约1,2024-08-10,,区科技局"] * 150)
    found = tracker("import", "a.csv", cwd=root)
    assert found.err.count("约1") == 100
    assert "还有 50 个问题" in found.err
    assert "共 150 个问题" in found.err


def test_where_one_report_cannot_be_written_none_is(
    root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_csv(root, "firms,1,2024-08-10,,区科技局", "firms,2,2024-08-11,,区科技局")
    real, calls = link_new, []

    def link(staged: Path, path: Path) -> None:
        calls.append(path)
        if len(calls) == 2:
            raise KeyboardInterrupt
        real(staged, path)

    monkeypatch.setattr("tracker.store.publishing.link_new", link)
    assert tracker("import", "a.csv", cwd=root).code == 130
    assert not reports(root)


def test_a_report_larger_than_the_log_takes(tmp_path: Path, tracker: Run) -> None:
    write_workspace(tmp_path, document(*[target(id=f"t{n}", name=f"指标{n}") for n in range(200)]))
    write_csv(tmp_path, *[f"t{n},1,2024-08-10,{'长' * 1990},区科技局" for n in range(200)])
    found = tracker("import", "a.csv", cwd=tmp_path)
    assert (found.code, reports(tmp_path)) == (1, [])
    assert "MiB" in found.err


def test_without_openpyxl(root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    tracker("form", "--owner", "区科技局", "-o", "a.xlsx", cwd=root)
    for name in [name for name in sys.modules if name.split(".")[0] == "openpyxl"] + [
        "tracker.store.xlsx",
        "tracker.formats.form_xlsx",
    ]:
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    for command in (("import", "a.xlsx"), ("form", "--owner", "区科技局", "-o", "b.xlsx")):
        found = tracker(*command, cwd=root)
        assert found.code == 7
        assert "indicator-tracker[xlsx]" in found.err
    assert tracker("form", "--owner", "区科技局", "-o", "b.csv", cwd=root).code == 0


def test_many_files(root: Path, tracker: Run) -> None:
    names = [
        write_csv(root, f"firms,{n},2024-08-{n + 1:02d},,区科技局", name=f"{n}.csv").name for n in range(25)
    ]
    found = tracker("import", *names, cwd=root)
    assert (found.code, len(reports(root))) == (0, 25)
