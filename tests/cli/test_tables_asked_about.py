"""What is guessed of a table is asked once; what is wrong in it is wrong in its own cell."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from support import Run, document, target, write_files, write_workspace
from tables import ASKED, NOVEMBER, OCTOBER, SCIENCE, said, tables_workspace
from terminal import Terminal

NOW = "2024-11-12T09:00:00+08:00"
PLAIN = "指标名称,累计完成,日期\n引进无人机企业,38,2024-11-10\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tables_workspace(tmp_path)


def test_a_terminal_asks_once_and_no_writes_nothing(root: Path, tracker: Run) -> None:
    write_files(root, {"a.csv": PLAIN})
    arguments = ("import", str(root / "a.csv"), "--by", SCIENCE)
    terminal = Terminal(root, *arguments, now=NOW)
    terminal.until("新引进无人机企业")
    terminal.answer("Is this right?", "n")
    assert (terminal.leave(), said(root), (root / "import.yaml").exists()) == (1, {}, False)
    terminal = Terminal(root, *arguments, now=NOW)
    terminal.answer("Is this right?", "y")
    terminal.until("Remembered in import.yaml")
    assert (terminal.leave(), said(root)) == (0, {(NOVEMBER, SCIENCE): ["firms 38"]})
    known = yaml.safe_load((root / "import.yaml").read_text(encoding="utf-8"))
    assert known == {
        "headings": {"target": ["指标名称"], "total": ["累计完成"], "date": ["日期"]},
        "names": [{"name": "引进无人机企业", "target": "firms"}],
    }
    write_files(root, {"b.csv": PLAIN.replace("38,2024-11-10", "39,2024-11-11")})
    assert tracker("import", "b.csv", "--by", SCIENCE, cwd=root).code == 0


def test_what_is_remembered_leaves_the_rest_of_the_file_as_it_is(root: Path, tracker: Run) -> None:
    write_files(
        root, {"a.csv": PLAIN, "import.yaml": "# 我们的表\nheadings:\n  target: [指标名称]  # 统计局\n"}
    )
    assert tracker("import", "a.csv", "--by", SCIENCE, "--yes", cwd=root).code == 0
    written = (root / "import.yaml").read_text(encoding="utf-8")
    assert written.startswith("# 我们的表\nheadings:\n  target: [指标名称]  # 统计局\n")
    assert tracker("import", "a.csv", "--by", SCIENCE, "--again", cwd=root).code == 0


def test_a_dry_run_shows_and_remembers_nothing(root: Path, tracker: Run) -> None:
    write_files(root, {"a.csv": PLAIN})
    found = tracker("import", "a.csv", "--by", SCIENCE, "--dry-run", cwd=root)
    assert (found.code, ASKED in found.out, (root / "import.yaml").exists()) == (0, True, False)


@pytest.mark.parametrize(
    ("table", "cell"),
    [
        ("指标名称,累计完成,日期\n新引进无人机企业,约38,2024-11-10\n", "a.csv B2"),
        ("指标名称,累计完成,日期\n新引进无人机企业,38,8.1\n", "a.csv C2"),
        ("指标名称,累计完成,日期\n新引进无人机企业,38,\n", "a.csv C2"),
        ("指标名称,累计完成,日期\n全无关系的事情,38,2024-11-10\n", "a.csv A2"),
        ("指标名称,累计完成,日期\n9.9,38,2024-11-10\n", "a.csv A2"),
        ("指标名称,累计完成,日期\n11.10,38,2024-11-10\n", "a.csv A2"),
        ("指标名称,累计完成,累计数,日期\n新引进无人机企业,38,38,2024-11-10\n", "a.csv C1"),
        ("指标名称,去年同期累计,日期\n新引进无人机企业,38,2024-11-10\n", "a.csv"),
        ("指标名称,2023年1-10月累计,日期\n新引进无人机企业,38,2024-11-10\n", "a.csv"),
    ],
)
def test_what_is_wrong_is_wrong_in_its_cell_whatever_is_guessed(
    root: Path, tracker: Run, table: str, cell: str
) -> None:
    write_files(root, {"a.csv": table})
    found = tracker("import", "a.csv", "--by", SCIENCE, "--yes", cwd=root)
    assert (found.code, said(root), (root / "import.yaml").exists()) == (1, {}, False)
    assert [line.split(":")[0] for line in found.err.splitlines() if line.startswith("a.csv")] == [cell]


def test_a_day_is_known_by_any_of_its_headings(root: Path, tracker: Run) -> None:
    """Only the day's heading is not the form's own: nothing is said to be missing, and no cell to be wrong."""
    for heading in ("日期", "填报日期", "截止日期"):
        write_files(root, {"a.csv": f"指标id,本次累计数,{heading}\nfirms,38,2024-11-10\n"})
        found = tracker("import", "a.csv", "--by", SCIENCE, cwd=root)
        assert (found.code, heading in found.out, "--yes" in found.err) == (1, True, True)


def test_an_alias_and_a_name_to_leave_out(root: Path, tracker: Run) -> None:
    names = "names:\n- {name: 低空招商, target: firms}\n- {name: 社会消费品零售总额}\n"
    table = "指标,本次累计数,数据日期\n低空招商,38,2024-11-10\n社会消费品零售总额,9,2024-11-10\n"
    write_files(root, {"import.yaml": names, "a.csv": table})
    found = tracker("import", "a.csv", "--by", SCIENCE, cwd=root)
    assert (found.code, said(root)) == (0, {(NOVEMBER, SCIENCE): ["firms 38"]})
    assert "a.csv A3：社会消费品零售总额：没有导入" in found.out


def test_of_two_names_as_near_neither_is_taken(tmp_path: Path, tracker: Run) -> None:
    two = [target(id="new", name="新增高新技术企业"), target(id="old", name="新认高新技术企业")]
    write_workspace(tmp_path, document(*two))
    write_files(tmp_path, {"a.csv": "指标,本次累计数,数据日期\n高新技术企业,3,2024-11-10\n"})
    found = tracker("import", "a.csv", "--by", SCIENCE, "--yes", cwd=tmp_path)
    assert (found.code, said(tmp_path)) == (1, {})
    assert "新增高新技术企业" in found.err
    assert "import.yaml" in found.err


def test_the_doubts_about_what_was_guessed_stand(root: Path, tracker: Run) -> None:
    write_files(root, {"a.csv": PLAIN, "b.csv": "指标名称,累计完成,日期\n引进无人机企业,3,2024-11-11\n"})
    assert tracker("import", "a.csv", "--by", SCIENCE, "--yes", cwd=root).code == 0
    found = tracker("import", "b.csv", "--by", SCIENCE, cwd=root)
    assert (found.code, "B2" in found.err, said(root)) == (1, True, {(NOVEMBER, SCIENCE): ["firms 38"]})


def test_a_month_in_a_heading_is_read_anew(root: Path, tracker: Run) -> None:
    for month, figure in (("10", "38"), ("11", "39")):
        text = f"指标,1-{month}月累计（家）\n新引进无人机企业,{figure}\n"
        write_files(root, {f"{month}.csv": text})
    assert tracker("import", "10.csv", "--by", SCIENCE, "--yes", cwd=root).code == 0
    found = tracker("import", "11.csv", "--by", SCIENCE, cwd=root)
    assert (found.code, ASKED in found.out) == (0, False)
    assert said(root) == {(OCTOBER, SCIENCE): ["firms 38"], ("2024-11-30", SCIENCE): ["firms 39"]}
    assert "按“1-11月累计（家）”取 2024-11-30" in found.out


def test_a_part_and_a_row_of_a_group_are_not_taken_for_the_whole(root: Path, tracker: Run) -> None:
    for table, code in (
        ("指标,本次累计数,数据日期\n其中：引进无人机企业,3,2024-11-10\n", "没有指标"),
        ("项目,指标名称,累计完成,日期\n新引进无人机企业,规模以上的,3,2024-11-10\n", "什么也没有写。理解得对"),
    ):
        write_files(root, {"a.csv": table})
        found = tracker("import", "a.csv", "--by", SCIENCE, cwd=root)
        assert (found.code, code in found.err, said(root)) == (1, True, {})


def test_headings_on_every_page_are_no_figures(root: Path, tracker: Run) -> None:
    head = "指标,本次累计数,数据日期\n"
    write_files(
        root, {"a.csv": f"{head}新引进无人机企业,38,2024-11-10\n{head}技术合同成交额,3.1,2024-11-10\n"}
    )
    assert tracker("import", "a.csv", "--by", SCIENCE, cwd=root).code == 0
    assert said(root) == {(NOVEMBER, SCIENCE): ["firms 38", "deals 3.1"]}


def test_a_month_in_a_title_is_asked_about_each_time(root: Path, tracker: Run) -> None:
    write_files(root, {"a.csv": "2024年10月份进度表,\n指标,本次累计数\n新引进无人机企业,38\n"})
    for options, code in ((["--yes"], 0), (["--again"], 1)):
        found = tracker("import", "a.csv", "--by", SCIENCE, *options, cwd=root)
        assert (found.code, ASKED in found.out, "取 2024-10-31" in found.out) == (code, True, code == 0)


def test_a_terminal_asks_which_target_a_name_is_or_leaves_it_out(root: Path) -> None:
    rows = "低空招商,38,2024-11-10\n社会消费品零售总额,9,2024-11-10\n"
    write_files(root, {"a.csv": f"指标,本次累计数,数据日期\n{rows}"})
    terminal = Terminal(root, "import", str(root / "a.csv"), "--by", SCIENCE, now=NOW)
    terminal.answer('which target is "低空招商"', "没有的")
    terminal.answer('which target is "低空招商"', "无人机企业")
    terminal.answer('which target is "社会消费品零售总额"', "-")
    terminal.until("Imported 1 file")
    assert (terminal.leave(), said(root)) == (0, {(NOVEMBER, SCIENCE): ["firms 38"]})
    assert yaml.safe_load((root / "import.yaml").read_text(encoding="utf-8")) == {
        "names": [{"name": "低空招商", "target": "firms"}, {"name": "社会消费品零售总额"}]
    }


def test_a_name_that_is_a_formula_without_its_result(root: Path, tracker: Run) -> None:
    book: Any = openpyxl.Workbook()
    for row in (("指标", "本次累计数", "数据日期"), ("=A9", 38, "2024-11-10")):
        book.active.append(row)
    book.save(root / "a.xlsx")
    found = tracker("import", "a.xlsx", "--by", SCIENCE, "--lang", "en", cwd=root)
    assert (found.code, "Sheet!A2: a formula without its result" in found.err) == (1, True)


def test_a_name_for_a_target_that_does_not_exist_is_a_problem_of_the_file(root: Path, tracker: Run) -> None:
    write_files(root, {"a.csv": PLAIN, "import.yaml": "names:\n- {name: 低空招商, target: firm}\n"})
    found = tracker("import", "a.csv", "--by", SCIENCE, "--lang", "en", cwd=root)
    assert (found.code, "import.yaml:2:24" in found.err, "firms" in found.err) == (1, True, True)


def test_a_remark_with_something_in_the_column_of_figures_is_named(root: Path, tracker: Run) -> None:
    rows = "新引进无人机企业,38,2024-11-10\n填表人：甲,审核人：乙,\n"
    write_files(root, {"a.csv": f"指标,本次累计数,数据日期\n{rows}"})
    found = tracker("import", "a.csv", "--by", SCIENCE, cwd=root)
    assert (found.code, "a.csv A3：填表人：甲：没有导入" in found.out) == (0, True)


def test_a_running_total_under_any_word_goes_before_the_month(root: Path, tracker: Run) -> None:
    for heading, figure in (("累计引进企业", "firms 38"), ("年末目标", "firms +2")):
        text = f"指标名称,本月,{heading},日期\n新引进无人机企业,2,38,2024-11-10\n"
        write_files(root, {"a.csv": text})
        found = tracker("import", "a.csv", "--by", SCIENCE, "--dry-run", cwd=root)
        assert (found.code, "新增 2家" in found.out) == (0, figure == "firms +2")


def test_a_row_without_a_name_below_the_headings_is_no_second_row_of_them(root: Path, tracker: Run) -> None:
    for figure in ("38", "38家", "3.1亿元"):
        rows = f",{figure},11月10日\n新引进无人机企业,38,11月10日\n"
        write_files(root, {"a.csv": f"指标,累计引进,日期\n{rows}"})
        found = tracker("import", "a.csv", "--by", SCIENCE, cwd=root)
        assert (found.code, "a.csv A2" in found.err) == (1, True)
