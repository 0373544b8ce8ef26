"""One table in the three forms that conversions leave it in."""

import pytest

from tracker.draft.reading import read

ROWS = (
    ("1", "强化用地", "处置土地1800亩、闲置土地650亩", "县自然资源局", "2025年11月30日"),
    ("2", "强化融资", "新发放贷款22亿元", "县财政局、县人民银行", "2025年12月"),
    ("3", "强化用工", "解决用工8500人", "县人社局", "全年"),
)
HEAD = ("序号", "任务", "目标", "牵头单位", "完成时限")
RULED = "\n".join("| " + " | ".join(row) + " |" for row in (HEAD, ("---",) * 5, *ROWS))
SPACED = "\n".join("    ".join(row) for row in (HEAD, *ROWS))
STACKED = "\n".join(cell for row in (HEAD, *ROWS) for cell in row)


@pytest.mark.parametrize("table", [RULED, SPACED, STACKED], ids=["ruled", "spaced", "stacked"])
def test_rows_are_measures(table: str) -> None:
    reading = read(f"某县2025年任务清单\n\n{table}\n\n保障措施要落实。\n")
    found = [
        (
            m.passage.number,
            m.passage.title,
            m.passage.units,
            [(f"{a.value:f}", a.unit, str(a.due)) for a in m.targets],
        )
        for m in reading.measures
    ]
    assert found == [
        (1, "强化用地", ("县自然资源局",), [("1800", "亩", "2025-11-30"), ("650", "亩", "2025-11-30")]),
        (2, "强化融资", ("县财政局", "县人民银行"), [("22", "亿元", "2025-12-31")]),
        (3, "强化用工", ("县人社局",), [("8500", "人", "None")]),
    ]


def test_a_stacked_cell_may_have_several_lines() -> None:
    rows = STACKED.replace("处置土地1800亩、闲置土地650亩", "处置土地1800亩、\n闲置土地650亩")
    reading = read(f"某县2025年任务清单\n\n{rows}\n")
    assert [f"{a.value:f}" for a in reading.measures[0].targets] == ["1800", "650"]
    assert reading.measures[0].passage.units == ("县自然资源局",)


def test_numbers_in_cells_of_their_own() -> None:
    table = "| 序号 | 指标名称 | 单位 | 2024年实际 | 2025年目标 | 责任单位 |\n|---|---|---|---|---|---|\n| 1 | 城镇新增就业 | 人 | 7200 | 7500 | 县人社局 |\n| 2 | 地区生产总值增速 | % | 5.8 | 6左右 | 县发改局 |\n| 3 | 新增高新技术企业（家） | | 10 | ≥12 | 县科技局 |"
    aims = [aim for m in read(f"某县2025年指标表\n\n{table}\n").measures for aim in m.targets]
    assert [(a.operator.value, f"{a.value:f}", a.unit, a.kind) for a in aims] == [
        ("reach", "7500", "人", "cumulative"),
        ("about", "6", "%", "growth"),
        ("at_least", "12", "家", "cumulative"),
    ]


def test_lines_that_look_like_a_table_and_are_none() -> None:
    assert not read("|甲|乙|\n|丙|丁|\n序号\n任务\n甲\n乙\n", 2025).measures


def test_merged_cells_go_on_with_the_measure_above() -> None:
    table = "| 序号 | 工作任务 | 工作目标 | 责任单位 |\n|---|---|---|---|\n| 1 | 扩大投资 | 完成投资50亿元 | 县发改局 |\n| | | 新开工项目20个 | 县住建局 |\n| 2 | 促进消费 | 举办活动10场以上 | 县商务局 |"
    reading = read(f"某县2025年任务表\n\n{table}\n")
    assert [m.passage.units for m in reading.measures] == [("县发改局", "县住建局"), ("县商务局",)]
    assert [[f"{a.value:f}" for a in m.targets] for m in reading.measures] == [["50", "20"], ["10"]]


def test_a_fall_in_a_table_is_negative() -> None:
    table = "| 序号 | 指标 | 目标值 | 单位 |\n|---|---|---|---|\n| 1 | 单位生产总值能耗降低 | ≥3 | % |\n"
    (measure,) = read(f"某县2025年指标表\n\n{table}").measures
    assert [(a.operator.value, f"{a.value:f}") for a in measure.targets] == [("at_most", "-3")]


@pytest.mark.parametrize(
    ("written", "operator"),
    [("＞3", "more_than"), ("≧3", "at_least"), ("≤3", "at_most"), ("＜3", "less_than")],
)
def test_signs_in_cells(written: str, operator: str) -> None:
    table = f"| 序号 | 指标 | 目标值 | 单位 |\n|---|---|---|---|\n| 1 | 新增站点 | {written} | 个 |\n"
    (measure,) = read(f"某县2025年指标表\n\n{table}").measures
    assert [aim.operator.value for aim in measure.targets] == [operator]


def test_last_cells_may_be_empty() -> None:
    rows = "\n".join(cell for row in (HEAD, *(row[:4] for row in ROWS)) for cell in row)
    reading = read(f"某县2025年任务清单\n\n{rows}\n")
    assert [m.passage.units for m in reading.measures][:2] == [("县自然资源局",), ("县财政局", "县人民银行")]


def test_a_cell_below_no_head_is_left_out() -> None:
    table = "|序号|任务|责任单位|\n|---|---|---|\n||||多出一格|\n|1|新增站点5个|县住建局|\n"
    assert [m.passage.number for m in read(f"某县2025年任务表\n\n{table}").measures] == [1]


def rows_of(table: str) -> list[tuple[str, list[tuple[str, str, str]]]]:
    measures = read(f"某县2026年任务表\n\n{table}\n").measures
    return [(m.passage.title, [(f"{a.value:f}", a.unit, str(a.due)) for a in m.targets]) for m in measures]


def test_quarters_say_by_when() -> None:
    table = (
        "| 序号 | 指标 | 单位 | 一季度 | 上半年 | 前三季度 | 全年 | 责任单位 |\n|---|---|---|---|---|---|---|---|\n"
        "| 1 | 新增商户 | 户 | 500 | 1200 | 1800 | 2500 | 县市场监管局 |\n"
        "| 2 | 水产品产量 | 万吨 | 1 | 2 | 3 | 4 | 县农业农村局 |\n"
    )
    ends = ("2026-03-31", "2026-06-30", "2026-09-30", "None")
    assert rows_of(table) == [
        ("新增商户", [(v, "户", d) for v, d in zip(("500", "1200", "1800", "2500"), ends, strict=True)]),
        ("水产品产量", [(v, "万吨", d) for v, d in zip("1234", ends, strict=True)]),
    ]


def test_steps_in_words_below_heads_of_two_lines() -> None:
    table = (
        "| 序号 | 工作任务 | 进度安排 | | | 责任单位 |\n|---|---|---|---|---|---|\n| | | 一季度 | 上半年 | 全年 | |\n"
        "| 1 | 建设码头 | 完成选址 | 完成投资0.5亿元 | 完成投资2亿元 | 县交通局 |\n"
        "| 2 | 新建渠道 | 完成前期 | 建成20公里 | 建成60公里 | 县水利局 |\n"
    )
    assert rows_of(table) == [
        ("建设码头", [("0.5", "亿元", "2026-06-30"), ("2", "亿元", "None")]),
        ("新建渠道", [("20", "公里", "2026-06-30"), ("60", "公里", "None")]),
    ]


def test_a_table_without_heads_is_told_by_what_its_columns_hold() -> None:
    table = (
        "| 1 | 新增规上企业 | 家 | 20 | 县工信局 | 11月底 |\n| 2 | 改造仓库 | 座 | 15 | 县粮储局、县财政局 | 12月底 |\n"
        "| 3 | 建成渔港 | 个 | 6 | 县农业农村局 | 10月底 |\n"
    )
    assert rows_of(table) == [
        ("新增规上企业", [("20", "家", "2026-11-30")]),
        ("改造仓库", [("15", "座", "2026-12-31")]),
        ("建成渔港", [("6", "个", "2026-10-31")]),
    ]
    assert read(f"某县2026年任务表\n\n{table}\n").measures[1].passage.units == ("县粮储局", "县财政局")


def test_a_column_of_where_things_start_leaves_all_years_as_goals() -> None:
    table = "指标\t单位\t2023年基数\t2024年目标\t2025年目标\t牵头单位\n覆盖率\t%\t51\t60\t68\t县水利局\n漏损率\t%\t16.3\t<14\t<12\t县水利局\n"
    measures = read(f"某县实施方案（2024—2025年）\n\n{table}\n注：按年考核。\n").measures
    found = [(f"{a.value:f}", str(a.due)) for m in measures for a in m.targets]
    assert found == [("60", "2024-12-31"), ("68", "2025-12-31"), ("14", "2024-12-31"), ("12", "2025-12-31")]


def test_a_title_of_a_row_may_hold_targets_that_its_text_does_not_say_again() -> None:
    table = (
        "| 序号 | 实事项目 | 实施计划 | 责任单位 |\n|---|---|---|---|\n"
        "| 1 | 新建幼儿园7所，新增学位600个。 | 3月底前建成2所；9月底前建成7所。 | 县教育局 |\n"
        "| 2 | 改造公厕20座。 | 改造公厕20座。 | 县住建局 |\n"
    )
    assert rows_of(table) == [
        (
            "新建幼儿园7所，新增学位600个",
            [
                ("7", "所", "None"),
                ("600", "个", "None"),
                ("2", "所", "2026-03-31"),
                ("7", "所", "2026-09-30"),
            ],
        ),
        ("改造公厕20座", [("20", "座", "None")]),
    ]
