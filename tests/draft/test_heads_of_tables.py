"""What the heads of a table say of all below them: the unit, the year, growth, whose numbers they are."""

import pytest

from tracker.draft.reading import read

RULE = "|---|---|---|---|---|---|\n"


def found(text: str, year: int | None = None) -> list[tuple[str, str, str, str, str]]:
    return [
        (t.name, t.operator.value, f"{t.value:f}", t.unit, str(t.due))
        for t in read(text, year).targets
        if t.value is not None
    ]


def test_growth_is_that_of_the_column_before() -> None:
    heads = "| 指标 | 单位 | 2024年 | | 2025年 | |\n" + RULE + "| | | 计划 | 完成 | 目标 | 增速（%） |\n"
    rows = "| 地区生产总值 | 亿元 | 200 | 198 | 215 | 6.5 |\n| 财政收入 | 亿元 | 12 | 12.1 | 13 | 7 |\n"
    end = "2025-12-31"
    assert found(f"某县2025年主要指标\n{heads}{rows}") == [
        ("地区生产总值", "reach", "215", "亿元", end),
        ("地区生产总值增速", "reach", "6.5", "%", end),
        ("财政收入", "reach", "13", "亿元", end),
        ("财政收入增速", "reach", "7", "%", end),
    ]


def test_a_head_names_what_is_counted_below_it_and_in_what() -> None:
    table = "| 乡镇 | 造林面积（亩） | 改厕（户） | 总投资（万元） |\n|---|---|---|---|\n| 甲镇 | 300 | 50 | 25 |\n| 乙镇 | 500 | 80 | 30 |\n"
    assert [row[:4] for row in found(f"某县2025年重点任务表\n{table}")] == [
        ("甲镇造林面积", "reach", "300", "亩"),
        ("甲镇改厕", "reach", "50", "户"),
        ("乙镇造林面积", "reach", "500", "亩"),
        ("乙镇改厕", "reach", "80", "户"),
    ]


def test_a_goal_with_its_unit_in_the_head() -> None:
    table = "| 序号 | 指标名称 | 目标值（亿元） | 责任单位 |\n|---|---|---|---|\n| 1 | 固定资产投资 | 110 | 县发改局 |\n| 2 | 社零总额 | 60 | 县商务局 |\n"
    assert [row[:4] for row in found(f"某县2025年指标表\n{table}")] == [
        ("固定资产投资", "reach", "110", "亿元"),
        ("社零总额", "reach", "60", "亿元"),
    ]


@pytest.mark.parametrize(
    ("cell", "target"),
    [
        ("110亿元", ("地区生产总值", "reach", "110", "亿元")),
        ("增长6%左右", ("地区生产总值增速", "about", "6", "%")),
        ("控制在5.5%以内", ("地区生产总值", "at_most", "5.5", "%")),
        ("下降3%", ("地区生产总值变化", "reach", "-3", "%")),
        ("≥25家", ("地区生产总值", "at_least", "25", "家")),
        ("不低于30万吨", ("地区生产总值", "at_least", "30", "万吨")),
    ],
)
def test_a_cell_may_hold_words_and_unit(cell: str, target: tuple[str, ...]) -> None:
    table = f"| 指标 | 2025年预期目标 | 属性 |\n|---|---|---|\n| 地区生产总值 | {cell} | 预期性 |\n"
    assert found(f"某县2025年目标\n{table}") == [(*target, "2025-12-31")]


def test_two_years_that_are_said_to_be_goals_are() -> None:
    table = "| 指标 | 单位 | 2027年目标 | 2030年目标 |\n|---|---|---|---|\n| 造林面积 | 万亩 | 2.5 | 3 |\n| 公路 | 公里 | 120 | 150 |\n"
    assert [row[2::2] for row in found(f"某市规划（2026—2030年）\n{table}")] == [
        ("2.5", "2027-12-31"),
        ("3", "2030-12-31"),
        ("120", "2027-12-31"),
        ("150", "2030-12-31"),
    ]


def test_a_goal_of_a_year_that_is_over_is_none() -> None:
    table = "| 指标 | 单位 | 2024年目标 | 2025年目标 |\n|---|---|---|---|\n| 造林面积 | 万亩 | 2.5 | 3 |\n| 公路 | 公里 | 120 | 150 |\n"
    assert [row[2] for row in found(f"某市2025年计划\n{table}")] == ["3", "150"]


def test_a_cell_a_line_has_its_years_too() -> None:
    lines = (
        "序号\n指标\n单位\n2024年\n2025年目标\n1\n造林面积\n万亩\n2.1\n2.5\n2\n新改建公路\n公里\n100\n120\n"
    )
    assert found(f"某县2025年指标\n{lines}") == [
        ("造林面积", "reach", "2.5", "万亩", "2025-12-31"),
        ("新改建公路", "reach", "120", "公里", "2025-12-31"),
    ]


def test_average_growth_is_read_where_no_year_has_a_goal() -> None:
    heads = "| 指标 | 单位 | 2020年 | 2025年 | 年均增速〔累计〕 | 属性 |\n" + RULE
    rows = "| 生产总值 | 亿元 | 150 | - | 7 | 预期性 |\n| 新增就业 | 万人 | - | - | 〔2.5〕 | 预期性 |\n| 公路 | 公里 | 9 | 12 | 3 | 预期性 |\n"
    assert [row[:4] for row in found(f"“十四五”主要指标\n{heads}{rows}", 2021)] == [
        ("生产总值年均增速", "reach", "7", "%"),
        ("新增就业", "reach", "2.5", "万人"),
        ("公路", "reach", "12", "公里"),
    ]
    signed = found(f"“十四五”主要指标\n{heads}{rows.replace('〔2.5〕', '〔≥2.5〕')}", 2021)
    assert signed[1][:4] == ("新增就业", "at_least", "2.5", "万人")


def test_the_heads_of_a_table_are_no_title() -> None:
    rows = "规上工业增加值 | 亿元 | 80 | 86 | 7.5\n外贸进出口 | 亿美元 | 2 | 2.1 | 5\n"
    reading = read(f"指标名称 | 单位 | 2024年实际 | 2025年计划 | 增长%\n{rows}")
    assert reading.year == 2025
    assert [str(t.value) for t in reading.targets] == ["86", "7.5", "2.1", "5"]
