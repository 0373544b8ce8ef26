"""Tables with one cell to a line: wrapped cells, headings between rows, pages that begin again."""

import pytest

from tracker.draft.columns import TableColumn
from tracker.draft.flattened_tables import fitted_row
from tracker.draft.headings import ColumnKind
from tracker.draft.reading import read
from tracker.draft.tables import TableCell
from tracker.draft.text import Span

HEAD = ("序号", "重点任务", "目标要求", "牵头单位", "配合单位", "完成时限")
ONE = (
    "1",
    "治理河道",
    "修复河岸带18公里，",
    "恢复湿地1200亩。",
    "市水利局",
    "市林业局、市农业农村",
    "局",
    "9月底前",
)
TWO = ("2", "做好普查", "摸清底数。", "市财政局", "各县（区）人民政府", "长期坚持")
THREE = ("3", "建设泊位", "新增泊位800个，2026年6月底前完成老旧", "小区改造9个。", "市住建局", "12月底前")


def table(*heads: str) -> str:
    rows = (*heads, "一、生态保护", *ONE, *TWO, *heads, "二、城市更新", *THREE)
    return "\n".join(("某市2026年任务分解表", *rows, "注：本表所列单位排名不分先后。"))


@pytest.mark.parametrize(
    "heads",
    [HEAD, (" ".join(HEAD),), ("序号 重点 任务 目标要求 牵头单 位 配合单位 完成时限",)],
    ids=["stacked", "one line", "blanks"],
)
def test_rows_begin_with_their_number(heads: tuple[str, ...]) -> None:
    measures = read(table(*heads)).measures
    assert [(m.passage.number, m.passage.title, m.passage.section) for m in measures] == [
        (1, "治理河道", "生态保护"),
        (2, "做好普查", "生态保护"),
        (3, "建设泊位", "城市更新"),
    ]
    assert [m.passage.units for m in measures] == [
        ("市水利局", "市林业局", "市农业农村局"),
        ("市财政局", "各县（区）人民政府"),
        ("市住建局",),
    ]
    assert [[(str(a.value), str(a.due)) for a in m.targets] for m in measures] == [
        [("18", "2026-09-30"), ("1200", "2026-09-30")],
        [],
        [("800", "2026-12-31"), ("9", "2026-06-30")],
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("1", "甲", "做好。", "县水利局", "6月底"), {"text": ["做好。"], "owners": ["县水利局"], "due": ["6月底"]}),
        (("1", "甲", "做好", "县水利局"), {"text": ["做好"], "owners": ["县水利局"]}),
        (("1", "甲", "做好。", "市工业和信", "息化局", "市林业局", "全年"), {"text": ["做好。"], "owners": ["市工业和信息化局", "市林业局"], "due": ["全年"]}),
        (("1", "甲", "县水利局", "6月底"), {"owners": ["县水利局"], "due": ["6月底"]}),
        (("1", "甲", "做好。继续", "6月底"), {"text": ["做好。继续"], "due": ["6月底"]}),
    ],
)  # fmt: skip
def test_cells_are_told_apart_by_their_words(lines: tuple[str, ...], found: dict[str, list[str]]) -> None:
    columns = [
        ColumnKind.NUMBER,
        ColumnKind.TITLE,
        ColumnKind.TEXT,
        ColumnKind.OWNERS,
        ColumnKind.OWNERS,
        ColumnKind.DUE,
    ]
    whole = "\n".join(lines)
    cells: list[TableCell] = []
    at = 0
    for line in lines:
        cells.append(TableCell(Span(at, at + len(line)), line))
        at += len(line) + 1
    row: dict[str, list[str]] = {}
    for column, (start, end) in fitted_row([TableColumn(column) for column in columns], cells).cells:
        row.setdefault(column.kind.value, []).append(whole[start:end].replace("\n", ""))
    assert row == {"number": ["1"], "title": ["甲"], **found}


def test_what_each_page_repeats_is_left_out() -> None:
    head = " ".join(HEAD)
    page = "\n某市2026年任务分解表\n第{} 页 共 3 页\n" + head + "\n"
    start = f"某市2026年任务分解表\n{head}\n一、生态保护\n1\n治理河道\n森林覆盖率达到"
    rest = "46.3%。\n市林业局\n市水利局\n9月底前"
    last = "\n".join(TWO)
    reading = read(start + page.format(2) + rest + page.format(3) + last)
    assert [(a.name, str(a.value)) for m in reading.measures for a in m.targets] == [("森林覆盖率", "46.3")]
    assert [m.passage.number for m in reading.measures] == [1, 2]


@pytest.mark.parametrize(
    "heads",
    [
        "序号\n类别\n任务名称\n工作内容\n责任单位\n完成时限",
        "序号\n领域\n项目名称\n建设内容及\n年度目标\n责任单位\n完成时限",
        "序号 类型 任务 目标要求 责任单位 时限",
    ],
)
def test_columns_may_be_broken_or_say_nothing_of_the_measure(heads: str) -> None:
    row = "{n}\n民生\n第{n}项\n新增泊位{n}00个，做好\n其他工作。\n县住建局\n6月底前"
    text = "\n".join(("某县2025年任务表", heads, "一、重点任务", *(row.format(n=n) for n in (1, 2, 3))))
    found = [
        (m.passage.title, m.passage.units, [str(a.value) for a in m.targets]) for m in read(text).measures
    ]
    assert found == [(f"第{n}项", ("县住建局",), [f"{n}00"]) for n in (1, 2, 3)]
