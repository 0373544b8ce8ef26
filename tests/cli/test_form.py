"""The form a unit fills in: what stands in it, what is locked, what it takes."""

import csv
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from support import REPOSITORY, Run, unit_workspace, write_files


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return unit_workspace(tmp_path / "workspace")


def test_the_form_as_excel_reads_it(root: Path, tracker: Run) -> None:
    found = tracker("form", "--owner", "区科技", "-o", "a.xlsx", "--as-of", "2024-08-31", cwd=root)
    assert (found.code, found.err) == (0, "")
    sheet: Any = openpyxl.load_workbook(root / "a.xlsx").active
    headings = [cell.value for cell in sheet[4]]
    assert headings == [
        "指标id",
        "编号",
        "指标",
        "单位",
        "目标",
        "上次数",
        "上次日期",
        "本次累计数",
        "分子",
        "分母",
        "数据日期",
        "备注",
        "原因",
        "措施",
        "承诺完成日",
        "状态",
    ]
    assert [cell.value for cell in sheet["A"]][4:] == ["firms", "deals", "rate", "hall"]
    assert sheet.protection.sheet
    unlocked = {cell.coordinate for row in sheet for cell in row if not cell.protection.locked}
    asked = {f"{column}{row}" for column in "HKLMNO" for row in range(5, 9)}
    assert unlocked == {"I3", "I7", "J7"} | asked
    assert (sheet["C8"].value, sheet["C8"].data_type) == ("=大厅", "s")
    assert sheet.print_area == "'填报表'!$A$1:$P$8"
    assert all(sheet.column_dimensions[letter].width > 6 for letter in "ABCDEFGHIJKLMNOP")
    rules = {
        str(rule.sqref): (rule.type, rule.formula1, rule.formula2)
        for rule in sheet.data_validations.dataValidation
    }
    assert rules["H5"] == ("whole", "0", "999999999999999")
    assert rules["H8"] == ("decimal", "0", "100")
    assert rules["H6 H7"][0] == "decimal"
    assert {name.split()[0] for name in rules} == {"H5", "H6", "H8", "I3", "I7", "L5:N5"}
    assert rules["I7 J7"] == ("decimal", "0", "999999999999999")
    assert rules[next(name for name in rules if "I3" in name)] == ("date", "45292", "46022")


def test_the_form_shows_last_figures_and_marks_what_is_done(root: Path, tracker: Run) -> None:
    write_files(
        root,
        {
            "progress/2024/08/2024-08-10-ab.yaml": "date: 2024-08-10\nby: 区科技局\nentries:\n- {target: firms, total: 41}\n- {target: deals, total: 1.25}\n"
        },
    )
    found = tracker("form", "--owner", "区科技局", "--as-of", "2024-08-31", cwd=root)
    rows = list(csv.reader(io.StringIO(found.out)))
    assert rows[0] == ["报送单位", "区科技局"]
    assert rows[3] == ["firms", "1.1", "新引进企业", "家", "≥40家", "41", "2024-08-10", *[""] * 8, "已完成"]
    assert rows[4][5:7] == ["1.25", "2024-08-10"]
    assert rows[6][2] == "'=大厅"
    assert tracker("form", "--owner", "区科技局", "-o", "a.csv", cwd=root).code == 0
    assert (root / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_form_for_every_unit(tmp_path: Path, tracker: Run) -> None:
    for suffix in ("xlsx", "csv"):
        folder = tmp_path / suffix
        found = tracker("form", "--all", "-o", folder, "-f", suffix, cwd=REPOSITORY)
        assert (found.code, found.err) == (0, "")
        assert len(list(folder.iterdir())) == len(found.out.splitlines()) > 10
        again = tracker("form", "--all", "-o", folder, "-f", suffix, cwd=REPOSITORY)
        assert again.code == 5


def test_what_a_form_cannot_be(root: Path, tracker: Run) -> None:
    assert tracker("form", cwd=root).code == 2
    assert tracker("form", "--all", cwd=root).code == 2
    assert tracker("form", "--all", "--owner", "区", "-o", "x", cwd=root).code == 2
    assert "区科技局" in tracker("form", "--owner", "区科学局", cwd=root).err
    assert tracker("form", "--owner", "区科技局", "-o", "a.pdf", cwd=root).code == 2
    assert tracker("form", "--owner", "区科技局", "-f", "json", cwd=root).code == 2
    assert not list(root.glob("a.*"))
