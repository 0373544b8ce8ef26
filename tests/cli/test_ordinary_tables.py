"""Tables as departments make them: read as a person would, shown before anything is written, asked once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from support import Run
from tables import ASKED, FINANCE, NOVEMBER, OCTOBER, SCIENCE, said, tables_workspace

Row = Sequence[object]


@dataclass(frozen=True)
class Made:
    """A table as somebody made it, and what it says: target, figure and unit, by day and unit that reports."""

    rows: Sequence[Row]
    says: dict[tuple[str, str], Sequence[str]]
    merged: Sequence[str] = ()
    csv: str | None = None  # the encoding, where it is no workbook
    options: Sequence[str] = field(default=("--by", "区科技局"))


TABLES = {
    "a-bulletin-of-statistics": Made(
        [
            ["2024年10月主要指标快报"],
            ["指 标 名 称", "计量\n单位", "10月", None, "1—10月", None],
            [None, None, "绝对量", "同比±%", "绝对量", "同比±%"],
            ["技术合同成交额", "亿元", 0.3, 12.1, 3.1, 29.2],
            ["　新引进无人机企业", "家", 2, None, 38, 26.7],
            ["补贴性职业技能培训", "万人次", 0.12, 3.0, 2.8, 5.1],
            ["注：本表数据为快报数，以年报为准。"],
        ],
        {(OCTOBER, SCIENCE): ["deals 3.1", "firms 38", "training 2.8 万人次"]},
        merged=["A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:F2"],
    ),
    "one-month-beside-the-other": Made(
        [
            [
                "指标名称",
                "单位",
                "2024年目标值",
                "9月底完成",
                "10月底完成",
                "较上月增加",
                "完成进度(%)",
                "责任单位",
            ],
            ["新引进无人机企业", "家", "40", "36", "38", "2", "95.0", "区科技局"],
            ["技术合同成交额", "万元", "35000", "29,500", "31,000", "1,500", "88.6", "区财政局"],
        ],
        {(OCTOBER, SCIENCE): ["firms 38"], (OCTOBER, FINANCE): ["deals 31000 万元"]},
        csv="gb18030",
        options=(),
    ),
    "parts-sections-and-a-seal": Made(
        [
            ["2024年经济社会发展目标完成情况"],
            ["填报单位：区科技局（盖章）", None, None, "填报时间：2024年11月10日"],
            ["序号", "指标", "目标值", "截至目前累计完成", "完成率", "排名", "说明"],
            ["一", "科技创新"],
            [1, "1.新引进无人机企业（家）", 40, 38, "95.00%", 3, None],
            ["（2）", "技术合同成交额（亿元）", "≥3.5", 3.1, "88.57%", 5, "含登记3.1亿元"],
            ["二", "民生"],
            [3, "其中：补贴性职业技能培训（万人次）", 3, 2.8, "93.33%", None, None],
            [4, "农村自来水普及率（%）", 90, 88.5, None, None, None],
            ["小计"],
            ["填表人：王某　　审核人：赵某　　联系电话：12345678"],
        ],
        {(NOVEMBER, SCIENCE): ["firms 38", "deals 3.1", "training 2.8 万人次", "water 88.5"]},
        merged=["A1:G1"],
        options=(),
    ),
    "plan-and-fact": Made(
        [
            ["名称", "计划", "实际", "差额", "部门"],
            ["新引进无人机企业", 40, 38, -2, "区科技局"],
            ["培育无人机应用场景", 17, 15, -2, "区财政局"],
        ],
        {(OCTOBER, SCIENCE): ["firms 38"], (OCTOBER, FINANCE): ["scenes 15"]},
        options=("--date", OCTOBER),
    ),
    "title-and-filing-day": Made(
        [
            ["2024年重点指标进展情况表"],
            ["填报日期：2024年11月10日"],
            ["序号", "指标名称", "单位", "全年目标", "累计完成", "完成率", "备注"],
            [1, "新引进无人机企业", "家", 40, 38, 0.95, "新增2家"],
            [2, "技术合同成交额", "万元", 35000, 31000, 0.886, None],
            [3, "培育无人机应用场景", "个", 17, None, None, "正在征集"],
        ],
        {(NOVEMBER, SCIENCE): ["firms 38", "deals 31000 万元"]},
        merged=["A1:G1", "A2:G2"],
    ),
    "two-rows-of-headings": Made(
        [
            ["高质量发展重点任务台账（截至2024年10月底）"],
            ["序号", "任务名称", "计量单位", "年度目标", "完成情况", None, None, "责任单位", "备注"],
            [None, None, None, None, "本月新增", "累计完成", "完成率", None, None],
            [1, "新引进无人机企业", "家", 40, 2, 38, "95%", "区科技局、区财政局", None],
            [2, "补贴性职业技能培训", "人次", 30000, 1200, 28000, "93.3%", "区财政局", None],
        ],
        {(OCTOBER, SCIENCE): ["firms 38"], (OCTOBER, FINANCE): ["training 28000"]},
        merged=["A1:I1", *(f"{c}2:{c}3" for c in "ABCDHI"), "E2:G2"],
        options=(),
    ),
    "units-in-the-headings": Made(
        [
            ["项目", "累计完成额（万元）", "填报单位", "日期"],
            ["技术合同成交额", "31,000", "区财政局", "2024.10.31"],
        ],
        {(OCTOBER, FINANCE): ["deals 31000 万元"]},
        csv="gbk",
        options=(),
    ),
    "one-unit-for-all-and-months": Made(
        [
            ["主要经济指标"],
            [None, None, None, "单位：亿元"],
            ["指标", "1-10月累计", "上年同期", "增长（%）"],
            ["一、技术合同成交额", 3.1, 2.4, 29.2],
            ["二、新引进无人机企业", 38, 30, 26.7],
        ],
        {(OCTOBER, SCIENCE): ["deals 3.1", "firms 38"]},
        merged=["A1:D1"],
    ),
    "short-numbers-and-days": Made(
        [
            ["指标名称", "完成值", "统计日期", "填报部门"],
            ["技术合同成交额", "3.1亿", "8.10", "区科技局"],
            ["补贴性职业技能培训", "2.8万", "8.10", "区科技局"],
        ],
        {("2024-08-10", SCIENCE): ["deals 3.1", "training 2.8 万人次"]},
        csv="utf-8",
        options=(),
    ),
    "increments-alone": Made(
        [
            ["填报单位：区科技局    填报日期：2024年11月10日"],
            ["任务", "本期新增", "说明"],
            ["新引进无人机企业", 2, "两家已落户"],
            ["培育无人机应用场景", 0, None],
        ],
        {(NOVEMBER, SCIENCE): ["firms +2", "scenes +0"]},
        merged=["A1:C1"],
        options=(),
    ),
    "sums-and-remarks-below": Made(
        [
            ["序号", "项目名称", "累计数", "截止日期"],
            ["一", "创新", None, None],
            [1, "新引进无人机企业", 38, "2024年10月31日"],
            [2, "培育无人机应用场景", 15, "2024年10月31日"],
            ["合 计", None, 53, None],
            ["注：1.本表数据为初步统计。", None, None, None],
            ["填表人：甲", None, "审核人：乙", None],
        ],
        {(OCTOBER, SCIENCE): ["firms 38", "scenes 15"]},
    ),
    "numbers-and-other-names": Made(
        [
            ["编号", "指标", "实际完成"],
            ["1.1", "引进无人机企业", "38家"],
            ["1.2", "技术合同成交额（万元）", "31000"],
            [None, "无人机应用场景", "15"],
        ],
        {(OCTOBER, SCIENCE): ["firms 38", "deals 31000 万元", "scenes 15"]},
        options=("--by", SCIENCE, "--date", OCTOBER),
    ),
    "who-is-responsible": Made(
        [
            ["重点任务", "牵头单位", "目标值", "目前完成", "数据截止时间"],
            ["新引进无人机企业", "区科技局\n区财政局", "40家以上", 38, "10月底"],
            ["技术合同成交额", "区财政局，区科技局", "超过3.5亿元", 3.1, "截至10月31日"],
        ],
        {(OCTOBER, SCIENCE): ["firms 38"], (OCTOBER, FINANCE): ["deals 3.1"]},
        options=(),
    ),
    "a-unit-that-reports": Made(
        [
            ["2024年10月份工作进度表", "", "", "", ""],
            ["单位", "工作任务", "进度", "", "佐证"],
            ["", "", "10月新增", "1—10月累计", ""],
            ["区科技局", "新引进无人机企业", "2", "38", "见附件"],
            ["区财政局", "技术合同成交额", "0.15", "3.1", "见附件"],
        ],
        {(OCTOBER, SCIENCE): ["firms 38"], (OCTOBER, FINANCE): ["deals 3.1"]},
        csv="gb18030",
        options=(),
    ),
    "last-year-beside-it": Made(
        [
            ["监测指标", "去年同期", None, "今年", None],
            [None, "本月", "累计数", "本月", "累计数"],
            ["新引进无人机企业", 1, 30, 2, 38],
            ["农村自来水普及率", "—", "—", "—", "—"],
        ],
        {(OCTOBER, SCIENCE): ["firms 38"]},
        merged=["A1:A2", "B1:C1", "D1:E1"],
        options=("--by", SCIENCE, "--date", OCTOBER),
    ),
    "what-is-to-be-done": Made(
        [
            ["附件2"],
            ["重点任务推进情况统计表"],
            ["填报单位（盖章）：区科技局", None, None, None, "填报时间：2024年11月4日"],
            ["序号", "措施", "具体任务目标", "截至10月底完成情况", None, "存在问题"],
            [None, None, None, "完成数", "完成比例", None],
            [1, "建设平台", "新引进无人机企业40家以上", 38, "95%", None],
            [2, None, "技术合同成交额超过3.5亿元", "3.1亿元", "88%", None],
        ],
        {(OCTOBER, SCIENCE): ["firms 38", "deals 3.1"]},
        merged=["A1:F1", "A2:F2", "A3:C3", "D4:E4", "A4:A5", "B4:B5", "C4:C5", "F4:F5", "B6:B7"],
        options=(),
    ),
    "weak-beside-strong": Made(
        [
            ["指标名称", "完成数", "累计完成数", "报送时间"],
            ["新引进无人机企业", 2, 38, "2024年11月10日"],
            ["农村自来水普及率", "", "92.5%", "2024年11月10日"],
        ],
        {(NOVEMBER, SCIENCE): ["firms 38", "water 92.5"]},
    ),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tables_workspace(tmp_path)


def made(root: Path, table: Made, name: str = "表") -> str:
    if table.csv:
        lines = [",".join(f'"{cell}"' if cell else "" for cell in row) for row in table.rows]
        (root / f"{name}.csv").write_bytes("\r\n".join(lines).encode(table.csv))
        return f"{name}.csv"
    book: Any = openpyxl.Workbook()
    for row in table.rows:
        book.active.append(list(row))
    for cells in table.merged:
        book.active.merge_cells(cells)
    book.save(root / f"{name}.xlsx")
    return f"{name}.xlsx"


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_shown_refused_and_with_a_word_read_and_remembered(
    root: Path, tracker: Run, name: str
) -> None:
    table = TABLES[name]
    file = made(root, table)
    refused = tracker("import", file, *table.options, cwd=root)
    assert (refused.code, said(root), (root / "import.yaml").exists()) == (1, {}, False), refused.err
    assert ASKED in refused.out
    assert "--yes" in refused.err
    done = tracker("import", file, *table.options, "--yes", cwd=root)
    assert (done.code, done.err) == (0, ""), done.err
    assert (ASKED in done.out, said(root)) == (True, table.says)
    again = tracker("import", file, *table.options, "--again", "--yes", cwd=root)
    assert (again.code, ASKED in again.out) == (0, False), again.err + again.out


def test_a_column_of_numbers_that_is_not_read_is_named(root: Path, tracker: Run) -> None:
    (root / "a.csv").write_text(
        "项目,截至10月底累计完成,累计投资（万元）\n新引进无人机企业,38,388000\n", "utf-8"
    )
    found = tracker("import", "a.csv", "--by", "区科技局", "--date", "2024-10-31", cwd=root)
    line = next(line for line in (found.out + found.err).splitlines() if "累计投资" in line)
    assert line.rstrip().endswith("不读")


def test_a_table_with_a_column_for_each_target_is_named_as_such(tracker: Run, tmp_path: Path) -> None:
    root = tables_workspace(tmp_path / "w")
    rows = [
        ["各单位指标完成情况汇总表（截至10月31日）"],
        ["填报单位", "新引进无人机企业（家）", "技术合同成交额（万元）", "备注"],
        ["区科技局", 38, 31000, None],
        ["合计", 38, 31000, None],
    ]
    book: Any = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "汇总.xlsx")
    found = tracker("import", tmp_path / "汇总.xlsx", "--yes", cwd=root)
    assert (found.code, said(root)) == (1, {})
    assert "Sheet!B2 到 Sheet!C2 是指标，一列一个" in found.err
    assert "转置" in found.err
