"""Which passages are measures: two levels that name units, paragraphs, titles that hold targets, indicators."""

import pytest

from tracker.draft.reading import read

OWNED = "（县财政局负责）"


def test_two_levels_that_name_units_are_measures_both() -> None:
    item = "{n}．2026年底前做好第{n}件事。（县{name}局牵头，县有关部门及各乡镇按职责分工负责）\n"
    items = "".join(item.format(n=n, name=name) for n, name in enumerate(("科技", "商务", "民政"), 1))
    group = "（{n}）研究推进这一方面的工作。（县{name}局等县有关部门按职责分工负责）\n具体措施：\n"
    groups = zip("一二三", ("财政", "审计", "统计"), strict=True)
    text = "某县任务分工方案\n一、总体\n" + "".join(
        group.format(n=n, name=name) + items for n, name in groups
    )
    units = [m.passage.units for m in read(text, 2026).measures]
    below = [("县科技局", "各乡镇"), ("县商务局", "各乡镇"), ("县民政局", "各乡镇")]
    assert [names[0] for names in units] == [
        name for first in ("县财政局", "县审计局", "县统计局") for name in (first, *(n for n, _ in below))
    ]


def test_goals_before_the_sections_are_a_measure_of_their_own() -> None:
    sections = "".join(
        f"（{n}）抓好这一项\n狠抓落实。新建园区{k}个，做好工作，提高水平。\n"
        for k, n in enumerate("一二三", 2)
    )
    text = f"某县2026年工作报告\n一、2026年安排\n主要预期目标是：地区生产总值增长6%左右，新增就业5000人。\n重点抓好三个方面工作：\n{sections}"
    found = [(m.passage.title, [str(a.value) for a in m.targets]) for m in read(text).measures if m.targets]
    assert found[0] == ("主要预期目标", ["6", "5000"])
    assert [values for _, values in found[1:]] == [["2"], ["3"], ["4"]]


def test_paragraphs_with_plain_leads_are_measures_below_few_too() -> None:
    lead = "{0}。健全推进机制，完善政策措施，新建标准厂房{1}万平方米。\n"
    first = "（一）产业\n" + lead.format("稳住工业增长", 2) + lead.format("做强园区平台（中心）", 3)
    rest = (
        "（二）民生\n"
        + lead.format("促进就业创业", 4)
        + "今年继续办好实事，其中改造学校5所，新增床位300张，让群众得到更多实惠和便利，不断增强获得感。\n"
    )
    assert [len(m.targets) for m in read(f"某县2026年工作报告\n{first}{rest}").measures] == [1, 1, 1, 2]


def test_a_title_may_hold_the_targets() -> None:
    titles = "1.改造老旧小区36个，新增床位300张；做好服务。\n2.新建公园2座，做好管护。\n3.开展活动50场次。做好组织。\n"
    found = [[str(a.value) for a in m.targets] for m in read(f"某区2026年民生实事\n{titles}").measures]
    assert found == [["36", "300"], ["2"], ["50"]]


INDICATORS = (
    ("指标", "2025年", "2030年", "〔累计〕", "属性"),
    ("河道整治率（%）", "31.25", "42.5", "〔11.25〕", "约束性"),
    ("水厂达标率（%）", "81.4", "＞88", "-", "约束性"),
    ("漏损率下降（%）", "-", "-", "〔14〕", "预期性"),
    ("再生水占比（%）", "9.3", "21左右", "-", "预期性"),
)
FORMS = {
    "ruled": "\n".join("| " + " | ".join(row) + " |" for row in INDICATORS),
    "open": "\n".join("｜".join(row) for row in INDICATORS),
    "tabs": "\n".join("\t".join(row) for row in INDICATORS),
    "blanks": "\n".join("    ".join(row) for row in INDICATORS),
    "stacked": "\n".join(cell for row in INDICATORS for cell in row),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_table_of_indicators_is_one_measure_without_its_baselines(form: str) -> None:
    text = f"“十五五”某市供水规划\n专栏1　主要指标\n{FORMS[form]}\n注：括号内是五年合计。\n"
    (measure,) = read(text).measures
    assert measure.passage.title == "主要指标"
    assert [(a.operator.value, str(a.value), a.unit, str(a.due)) for a in measure.targets] == [
        ("reach", "42.5", "%", "2030-12-31"),
        ("more_than", "88", "%", "2030-12-31"),
        ("reach", "-14", "%", "2030-12-31"),
        ("about", "21", "%", "2030-12-31"),
    ]


def test_several_target_years_each_have_their_own_targets() -> None:
    rows = "| 指标 | 2025年 | 2026年 | 2027年 |\n|---|---|---|---|\n| 新增企业（家） | 10 | 20 | 30 |\n"
    (measure,) = read(f"某县主要指标\n{rows}", 2025).measures
    assert [(str(a.value), str(a.due)) for a in measure.targets] == [
        ("10", "2025-12-31"),
        ("20", "2026-12-31"),
        ("30", "2027-12-31"),
    ]


def test_text_goes_on_behind_a_table() -> None:
    head = f"一、任务\n1.第一件事。新增企业3家。{OWNED}\n2.第二件事。做好工作。{OWNED}\n"
    text = f"某县2026年方案\n{head}{FORMS['ruled']}\n3.第三件事。新增园区4个。{OWNED}\n"
    assert {m.passage.number: len(m.targets) for m in read(text).measures} == {1: 1, 2: 0, 3: 1, 4: 4}


def test_numbers_that_run_on_stay_below_the_title_they_began_below() -> None:
    text = (
        "# 某政办〔2020〕4号\n某区任务分工方案\n一、落实政策\n（一）完善资金机制。\n1．新增企业20家。（区财政局牵头）\n"
        "2．压减材料10份。（区税务局牵头）\n（二）融资更加便利。\n3．新增贷款5亿元。（区金融办牵头）\n"
    )
    sections = [m.passage.section for m in read(text, 2020).measures]
    assert sections == ["完善资金机制", "完善资金机制", "融资更加便利"]


def test_sections_may_have_measures_of_different_sorts() -> None:
    leads = "".join(
        f"{name}。完善推进机制，落实政策措施，新建厂房{n}万平方米。\n"
        for n, name in enumerate(("做强产业", "做优平台", "做大市场"), 2)
    )
    items = "".join(
        f"{n}.{name}。完善机制。新增床位{n}0张。\n" for n, name in enumerate(("养老", "医疗", "托育"), 1)
    )
    text = f"某县2026年报告\n一、任务\n（一）产业\n{leads}（二）民生\n{items}（三）其他\n{items}（四）更多\n{items}"
    found = [[str(a.value) for a in m.targets] for m in read(text).measures if m.targets]
    assert found == [["2"], ["3"], ["4"], *[["10"], ["20"], ["30"]] * 3]


def test_a_number_that_comes_next_is_a_mark_before_digits_too() -> None:
    items = "".join(f"{n}.项目{n}。新增专家{n}0名。（市人才局负责）\n" for n in range(1, 11))
    text = f"某市意见\n{items}11.168人才项目。新增专家110名。（市科技局负责）\n12.讲座。新增专家120名。（市教育局负责）\n"
    assert [m.passage.number for m in read(text, 2026).measures] == list(range(1, 13))


def test_the_year_is_that_of_the_chapter_that_plans() -> None:
    text = "各位代表：\n一、2023年工作回顾\n2023年，新增企业17家。2023年新建学校3所。\n二、2024年重点工作\n新增企业20家。\n三、自身建设\n办结率达到100%。\n"
    reading = read(text, 2030)
    assert reading.year == 2024
    assert [str(a.value) for a in reading.targets] == ["20", "100"]


def test_what_is_done_behind_says_by_when() -> None:
    text = "某县2026年方案\n1.燃气。更换软管1.6万户，11月底前完成；新增用户900户。\n2.供水。新建水厂3座。\n3.排水。新建管网5公里。\n"
    assert [str(a.due) for a in read(text).targets] == ["2026-11-30", "None", "None", "None"]
