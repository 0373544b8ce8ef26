"""Fragments of tables that no heads stand above, and what stands above a table besides heads."""

import pytest

from tracker.draft.reading import read


def found(text: str) -> list[tuple[str, str, str, str | None]]:
    return [
        (t.name, f"{t.value:f}", t.unit, str(t.due) if t.due else None)
        for t in read(text, 2025).targets
        if t.value is not None
    ]


def test_rows_between_tabs() -> None:
    rows = "招商引资\t签约项目50个\t县商务局\t12月底\n项目建设\t新建厂房10万平方米\t园区管委会\t9月底\n民生保障\t新增就业5000人\t县人社局\t12月底\n"
    assert found(rows) == [
        ("签约项目", "50", "个", "2025-12-31"),
        ("新建厂房", "10", "万平方米", "2025-09-30"),
        ("新增就业", "5000", "人", "2025-12-31"),
    ]


NUMBERED = (
    "3\n造林面积\n亩\n650\n县林业局\n4\n新改建公路\n公里\n80\n县交通局\n5\n城镇新增就业\n人\n5000\n县人社局\n"
)
PERIODIC = "造林面积（亩）\n500\n650\n约束性\n新改建公路（公里）\n60\n80\n预期性\n城镇新增就业（人）\n4000\n5000\n预期性\n"
NARROW = "序号 指标名称 单位 目标值 责任单位\n1 造林面积 亩 650 县林业局\n2 新改建公路 公里 80 县交通局\n3 城镇新增就业 人 5000 县人社局\n"


@pytest.mark.parametrize("lines", [NUMBERED, PERIODIC, NARROW], ids=["numbered", "periodic", "narrow"])
def test_rows_without_bars(lines: str) -> None:
    assert [row[:3] for row in found(lines)] == [
        ("造林面积", "650", "亩"),
        ("新改建公路", "80", "公里"),
        ("城镇新增就业", "5000", "人"),
    ]


def test_lines_of_prose_are_no_table() -> None:
    assert not found("甲部门\n乙部门\n丙部门\n说明如下\n丁部门\n戊部门\n")


def test_telephones_are_nothing_to_be_reached() -> None:
    rows = "办理地点\t电话\t时间\n政务大厅\t2345678\t9:00\n东城分厅\t2345679\t9:00\n西城分厅\t2345680\t9:00\n"
    assert not found(f"某县办事指南\n{rows}")


def test_the_unit_above_a_table() -> None:
    table = "| 指标 | 2024年完成 | 2025年目标 |\n|---|---|---|\n| 固定资产投资 | 100 | 110 |\n| 社零总额 | 55 | 60 |\n"
    assert [row[1:3] for row in found(f"某县2025年目标\n（单位：亿元）\n{table}")] == [
        ("110", "亿元"),
        ("60", "亿元"),
    ]


def test_heads_that_name_what_is_counted_for_each_place() -> None:
    rows = "某县2025年任务分解\n单位：亩\n乡镇\t造林\t抚育\n甲镇\t300\t500\n乙镇\t200\t400\n丙乡\t100\t350\n"
    assert [row[:3] for row in found(rows)][:3] == [
        ("甲镇造林", "300", "亩"),
        ("甲镇抚育", "500", "亩"),
        ("乙镇造林", "200", "亩"),
    ]


def test_years_as_rows() -> None:
    rows = "| 年度 | 造林面积（亩） | 改厕（户） |\n|---|---|---|\n| 2025年 | 300 | 50 |\n| 2026年 | 500 | 80 |\n"
    assert found(f"某市三年行动方案（2025—2027年）\n{rows}") == [
        ("造林面积", "300", "亩", "2025-12-31"),
        ("改厕", "50", "户", "2025-12-31"),
        ("造林面积", "500", "亩", "2026-12-31"),
        ("改厕", "80", "户", "2026-12-31"),
    ]


def test_a_row_that_goes_on_with_a_measure_has_its_own_deadline() -> None:
    rows = "| 1 | 扩大投资 | 完成投资110亿元 | 县发改局 | 2025年12月 |\n| | | 新开工项目20个 | 县发改局 | 6月底 |\n"
    heads = "| 序号 | 工作任务 | 具体目标 | 牵头单位 | 完成时限 |\n|---|---|---|---|---|\n"
    assert [row[1::2] for row in found(f"某县2025年任务表\n{heads}{rows}")] == [
        ("110", "2025-12-31"),
        ("20", "2025-06-30"),
    ]


def test_breaks_within_heads_say_nothing() -> None:
    heads = "| 指标<br>名称 | 计量<br>单位 | 2024年<br>实绩 | 2025年<br>目标 |\n|---|---|---|---|\n"
    assert [
        row[1:3]
        for row in found(f"某县2025年目标\n{heads}| 公路 | 公里 | 60 | 80 |\n| 造林 | 亩 | 5 | 6 |\n")
    ] == [
        ("80", "公里"),
        ("6", "亩"),
    ]


def test_projects_have_what_is_built_and_what_is_spent_this_year() -> None:
    heads = "| 序号 | 项目名称 | 建设内容及规模 | 总投资（万元） | 2025年计划投资（万元） | 责任单位 |\n|---|---|---|---|---|---|\n"
    rows = "| 1 | 甲项目 | 新建厂房5万平方米 | 30000 | 12000 | 园区管委会 |\n| 2 | 乙项目 | 改建道路12公里 | 8000 | 6000 | 县交通局 |\n"
    assert [row[1:3] for row in found(f"某县2025年重点项目清单\n{heads}{rows}")] == [
        ("5", "万平方米"),
        ("12000", "万元"),
        ("12", "公里"),
        ("6000", "万元"),
    ]
