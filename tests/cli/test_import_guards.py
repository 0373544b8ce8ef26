"""Nothing doubtful, hidden or merged is imported in silence, and no default fills a hole that is none."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from support import Result, unit_workspace, write_files
from terminal import Terminal

Run = Callable[..., Result]
HEAD = ("指标", "本次累计数", "数据日期", "报送单位")
KNOWN = """date: 2024-08-31
by: 区科技局
recorded: 2024-08-31T09:00:00+08:00
entries:
- {target: firms, total: 30}
- {target: deals, total: 2.9}
- {target: rate, total: 90}
"""
DOUBTFUL = (
    "指标id,本次累计数,数据日期,报送单位\n"
    "deals,31200,2024-09-30,区科技局\n"
    "firms,3,2024-09-30,区科技局\n"
    "rate,0.95,2024-09-30,区商务局\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return unit_workspace(tmp_path / "workspace")


def known(root: Path) -> Path:
    write_files(root, {"progress/2024/08/2024-08-31-known.yaml": KNOWN, "a.csv": DOUBTFUL})
    return root


def written(root: Path) -> str:
    files = sorted(root.glob("progress/**/*.yaml"), key=str)
    return "".join(path.read_text(encoding="utf-8") for path in files if "known" not in path.name)


def sheet(root: Path, *rows: tuple[object, ...], change: Callable[[Any], None] = lambda _sheet: None) -> Path:
    book: Any = openpyxl.Workbook()
    book.active.title = "表"
    for row in (HEAD, *rows):
        book.active.append(row)
    change(book.active)
    book.save(root / "a.xlsx")
    return root / "a.xlsx"


def test_each_doubt_is_raised_with_its_cell_and_nothing_is_written(root: Path, tracker: Run) -> None:
    found = tracker("import", "a.csv", "--lang", "en", cwd=known(root))
    assert (found.code, written(root)) == (1, "")
    doubts = [line.removeprefix("- ") for line in found.err.splitlines() if line.startswith("- ")]
    assert [line.split(":")[0] for line in doubts] == ["B2", "B3", "B3", "B4", "B4"]
    for said in ("31200亿元 and 2.9亿元", "less than the 30家", "区商务局 is not a responsible unit"):
        assert said in found.err
    assert all(value in found.out for value in ("2.9亿元", "31200亿元", "30家", "3家"))  # before and after
    assert "--yes-to B2" in found.err


def test_yes_settles_all_doubts_and_yes_to_those_of_a_cell(root: Path, tracker: Run) -> None:
    part = tracker("import", "a.csv", "--yes-to", "B2", "--yes-to", "B3", cwd=known(root))
    assert (part.code, "B2" in part.err, "B4" in part.err, written(root)) == (1, False, True, "")
    strange = tracker("import", "a.csv", "--yes-to", "B2", "--yes-to", "B9", cwd=root)
    assert (strange.code, "B9" in strange.err, written(root)) == (2, True, "")
    options = [word for cell in ("B2", "B3", "B4") for word in ("--yes-to", cell)]
    assert tracker("import", "a.csv", *options, cwd=root).code == 0
    assert "{target: deals, total: 31200}" in written(root)


def test_yes_writes_in_spite_of_doubts_and_shows_what_changed(root: Path, tracker: Run) -> None:
    found = tracker("import", "a.csv", "--yes", cwd=known(root))
    assert (found.code, "{target: firms, total: 3}" in written(root)) == (0, True)
    assert "已导入 1 个文件：3 条记录" in found.out
    assert "30家" in found.out


def test_cells_of_several_files_are_named_with_their_file(root: Path, tracker: Run) -> None:
    write_files(known(root), {"b.csv": "指标id,本次累计数,数据日期,报送单位\nfirms,4,2024-09-29,区科技局\n"})
    found = tracker("import", "a.csv", "b.csv", "--yes-to", "b.csv B2", cwd=root)
    assert (found.code, "a.csv B2：" in found.err, "- b.csv B2" in found.err) == (1, True, False)


def test_an_import_asks_on_a_terminal(root: Path) -> None:
    terminal = Terminal(known(root), "import", str(root / "a.csv"), now="2024-11-05T09:00:00+08:00")
    terminal.until("30家")
    terminal.answer("all the same?", "n")
    assert (terminal.leave(), written(root)) == (1, "")
    terminal = Terminal(root, "import", str(root / "a.csv"), now="2024-11-05T09:00:00+08:00")
    terminal.answer("all the same?", "y")
    terminal.until("Imported 1 file")
    assert terminal.leave() == 0
    assert "{target: firms, total: 3}" in written(root)


def test_a_plus_in_a_cell_is_an_increment_and_twice_the_same_a_doubt(
    root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(known(root), {"a.csv": "指标id,本次累计数,数据日期,报送单位\nfirms,+6,2024-09-30,区科技局\n"})
    assert tracker("import", "a.csv", cwd=root).code == 0
    assert "{target: firms, add: 6}" in written(root)
    monkeypatch.setenv("TRACKER_NOW", "2026-01-16")
    again = tracker("import", "a.csv", "--again", cwd=root)
    assert (again.code, "B2：新引进企业：2024-09-30 新增 6家" in again.err) == (1, True)


def test_merged_cells_hold_for_all_their_rows(root: Path, tracker: Run) -> None:
    def merge(cells: Any) -> None:
        cells.merge_cells("C2:C4")
        cells.merge_cells("D2:D4")

    rows = [("新引进企业", 31, "2024-10-31", "区财政局"), ("成交额", 2.5), ("覆盖率", 90)]
    sheet(root, *rows, change=merge)
    assert tracker("import", "a.xlsx", "--by", "区科技局", "--date", "2024-09-30", cwd=root).code == 0
    assert written(root).count("date: 2024-10-31\nby: 区财政局") == 1
    assert written(root).count("target:") == 3


def test_a_name_that_is_merged_holds_too(root: Path, tracker: Run) -> None:
    rows = [("新引进企业", 31, "2024-10-31", "区科技局"), (None, 33, "2024-11-30", "区科技局")]
    sheet(root, *rows, change=lambda cells: cells.merge_cells("A2:A3"))
    assert tracker("import", "a.xlsx", cwd=root).code == 0
    assert [value in written(root) for value in ("total: 31}", "total: 33}")] == [True, True]


def test_a_figure_that_is_merged_belongs_to_one_target(root: Path, tracker: Run) -> None:
    rows = [("新引进企业", 31, "2024-10-31", "区科技局"), ("成交额", None, "2024-10-31", "区科技局")]
    sheet(root, *rows, change=lambda cells: cells.merge_cells("B2:B3"))
    found = tracker("import", "a.xlsx", "--lang", "en", cwd=root)
    assert (found.code, "表!B3: the figure is merged with that of row 2" in found.err) == (1, True)


def test_rows_that_are_merged_altogether_are_one(root: Path, tracker: Run) -> None:
    def merge(cells: Any) -> None:
        for column in "ABCD":
            cells.merge_cells(f"{column}2:{column}3")
        cells["E3"] = "备注"

    sheet(root, ("新引进企业", 31, "2024-10-31", "区科技局"), change=merge)
    assert tracker("import", "a.xlsx", cwd=root).code == 0
    assert written(root).count("target:") == 1


def test_headings_across_the_table_are_no_figures(root: Path, tracker: Run) -> None:
    def merge(cells: Any) -> None:
        cells.insert_rows(1, 2)
        cells["A1"], cells["A2"], cells["C2"] = "进展表", "报送单位", "区财政局"
        for merged in ("A1:D1", "A2:B2", "A4:D4"):
            cells.merge_cells(merged)

    sheet(root, ("一、创新",), ("新引进企业", 31, "2024-10-31"), change=merge)
    found = tracker("import", "a.xlsx", cwd=root)
    assert (found.code, "by: 区财政局" in written(root), written(root).count("target:")) == (0, True, 1)


@pytest.mark.parametrize("how", ["hidden", "filtered"])
def test_a_hidden_row_is_named_and_imported_with_a_word_only(root: Path, tracker: Run, how: str) -> None:
    def hide(cells: Any) -> None:
        cells.row_dimensions[3].hidden = True
        if how == "filtered":
            cells.auto_filter.ref = "A1:D3"
            cells.auto_filter.add_filter_column(0, ["新引进企业"])

    rows = [("新引进企业", 31, "2024-10-31", "区科技局"), ("成交额", 2.5, "2024-10-31", "区科技局")]
    sheet(root, *rows, change=hide)
    found = tracker("import", "a.xlsx", "--lang", "en", cwd=root)
    assert (found.code, "hidden, so not imported: row 3" in found.out) == (0, True)
    assert "deals" not in written(root)
    assert tracker("import", "a.xlsx", "--again", "--hidden", cwd=root).code == 0
    assert "{target: deals, total: 2.5}" in written(root)


def test_hidden_sheets_and_columns_are_named(root: Path, tracker: Run) -> None:
    def hide(cells: Any) -> None:
        other = cells.parent.create_sheet("旧表")
        other.append(HEAD)
        other.append(("成交额", 2.5, "2024-10-31", "区科技局"))
        other.sheet_state = "veryHidden"
        cells["E1"], cells["E2"] = "本次累计数", 30
        cells.column_dimensions["E"].hidden = True

    sheet(root, ("新引进企业", 31, "2024-10-31", "区科技局"), change=hide)
    found = tracker("import", "a.xlsx", "--lang", "en", cwd=root)
    assert found.code == 0
    assert "旧表: a hidden sheet" in found.out
    assert "表: hidden, so not read: column E" in found.out
    assert ("total: 31}" in written(root), "deals" in written(root)) == (True, False)


def test_where_only_hidden_columns_would_do_that_is_said(root: Path, tracker: Run) -> None:
    def hide(cells: Any) -> None:
        cells.column_dimensions["B"].hidden = True

    sheet(root, ("新引进企业", 31, "2024-10-31", "区科技局"), change=hide)
    found = tracker("import", "a.xlsx", cwd=root)
    assert (found.code, "--hidden" in found.err) == (1, True)


def test_a_day_of_the_other_epoch_is_that_day(root: Path, tracker: Run) -> None:
    def since_1904(cells: Any) -> None:
        cells.parent.epoch = CALENDAR_MAC_1904
        cells.append(("新引进企业", 31, date(2024, 10, 31), "区科技局"))

    sheet(root, change=since_1904)
    assert "2024-10-31 区科技局" in tracker("import", "a.xlsx", "--dry-run", cwd=root).out


def test_percentages_as_cells_show_them(root: Path, tracker: Run) -> None:
    def show(cells: Any) -> None:
        for row, number_format in ((2, "0.0%"), (3, '0.0"%"'), (4, "0.0%;-0.0%")):
            cells.cell(row, 2).number_format = number_format

    rows = [
        ("覆盖率", value, f"2024-10-{day}", "区科技局")
        for value, day in ((0.575, 10), (57.5, 20), (-0.041, 31))
    ]
    sheet(root, *rows, change=show)
    found = tracker("import", "a.xlsx", "--lang", "en", cwd=root)
    assert "-4.1% is negative" in found.err  # a share; what was meant is read all the same
    sheet(root, *rows[:2], change=show)
    assert tracker("import", "a.xlsx", cwd=root).code == 0
    assert written(root).count("total: 57.5}") == 2


def test_a_unit_is_written_as_the_catalogue_spells_it(root: Path, tracker: Run) -> None:
    sheet(root, ("新引进企业", 31, "2024-10-31", "区　科技局"))
    found = tracker("import", "a.xlsx", cwd=root)
    assert (found.code, "by: 区科技局\n" in written(root)) == (0, True)
