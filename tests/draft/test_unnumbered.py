"""Paragraphs without numbers, each with its title in its first words."""

import pytest

from tracker.draft.reading import read

MORE = "健全推进机制，完善政策措施，新建标准厂房{n}万平方米。"
BOLD = "**{lead}。** " + MORE
PLAIN = "{lead}。" + MORE
LEADS = ("稳住工业增长", "做强园区平台", "优化营商环境", "扩大有效投资")


def text_of(form: str, per_section: int = 2) -> str:
    paragraphs = [form.format(lead=lead, n=n) for n, lead in enumerate(LEADS, 2)]
    first, second = paragraphs[:per_section], paragraphs[per_section:]
    lines = ("# 某县2026年工作报告", "## 一、产业升级", *first, "## 二、扩大内需", *second)
    return "\n\n".join(lines)


def test_leads_in_bold_are_titles() -> None:
    reading = read(text_of(BOLD))
    assert [(m.passage.number, m.passage.title) for m in reading.measures] == list(enumerate(LEADS, 1))
    assert [m.passage.section for m in reading.measures] == ["产业升级"] * 2 + ["扩大内需"] * 2
    assert [[str(a.value) for a in m.targets] for m in reading.measures] == [["2"], ["3"], ["4"], ["5"]]


def test_plain_leads_are_titles_where_three_stand_below_one_sort_of_heading() -> None:
    assert [m.passage.title for m in read(text_of(PLAIN, 4)).measures] == list(LEADS)
    assert [m.passage.title for m in read(text_of(PLAIN, 2)).measures] == list(LEADS)
    two = "\n".join(text_of(PLAIN, 2).split("\n")[:7])
    assert [m.passage.title for m in read(two).measures] == ["产业升级"]


def test_a_paragraph_without_a_lead_goes_on_with_the_measure_before() -> None:
    text = text_of(BOLD) + "\n\n在此基础上，要把各项任务分解到单位，并新增公共停车泊位800个，方便群众出行。"
    last = read(text).measures[-1]
    assert (last.passage.title, [str(aim.value) for aim in last.targets]) == ("扩大有效投资", ["5", "800"])


def test_numbered_headings_count_for_more() -> None:
    items = "".join(f"{n}.第{n}件事\n{PLAIN.format(lead='突出重点', n=n)}\n" for n in range(1, 7))
    reading = read("某县2026年工作方案\n一、任务\n" + items)
    assert [m.passage.title for m in reading.measures] == [f"第{n}件事" for n in range(1, 7)]


@pytest.mark.parametrize("title", ["2025年工作回顾", "发展基础", "“十四五”以来的主要成效"])
def test_chapters_that_look_back_are_no_measures(title: str) -> None:
    past = f"## 一、{title}\n\n全县生产总值达到186亿元，培育规上企业63家。\n\n"
    reading = read(past + text_of(BOLD).replace("一、", "二、", 1))
    assert [m.passage.title for m in reading.measures] == list(LEADS)


@pytest.mark.parametrize(
    "form",
    [
        "- **{lead}。**",
        "**{lead}**：",
        "**{lead}** ",
        "**{lead}：**",
        "● {lead}。",
        "——{lead}。",
        "__{lead}__",
    ],
)
def test_marks_around_a_lead_are_no_part_of_it(form: str) -> None:
    measures = read(text_of(form + MORE, 4)).measures
    assert [m.passage.title for m in measures] == list(LEADS)
    assert [[str(a.value) for a in m.targets] for m in measures] == [["2"], ["3"], ["4"], ["5"]]


def test_a_whole_sentence_in_bold_is_a_lead_but_a_word_is_none() -> None:
    sentence = read(text_of("**{lead}，推动产业升级。**" + MORE))
    assert [m.passage.title for m in sentence.measures] == [f"{lead}，推动产业升级" for lead in LEADS]
    assert len(read(text_of("**其中**，{lead}，" + MORE)).measures) < len(LEADS)


def test_points_below_a_number_are_no_measures() -> None:
    points = "- **突出重点**：健全推进机制，完善政策措施，新增企业{n}家。\n- **创新方式**：健全推进机制，新增园区{n}个，做好工作。\n"
    text = "# 某县方案\n\n" + "\n".join(f"### {n}. 做好第{n}件事\n\n{points.format(n=n)}" for n in (1, 2, 3))
    assert [(m.passage.title, len(m.targets)) for m in read(text).measures] == [
        (f"做好第{n}件事", 2) for n in (1, 2, 3)
    ]


def test_leads_may_name_who_is_responsible() -> None:
    owned = "（县财政局、县商务局按职责分工负责）"
    lines = "\n\n".join(
        f"**做好第{n}件事。** 健全机制，完善政策措施，新增企业{n}家。{owned}" for n in (1, 2, 3)
    )
    text = f"# 某县方案\n\n## 一、任务\n\n{lines}\n\n## 二、保障\n\n**加强领导。** 健全推进机制，完善政策措施，落实责任。"
    found = [(m.passage.title, len(m.passage.units), len(m.targets)) for m in read(text).measures]
    assert found == [(f"做好第{n}件事", 2, 1) for n in (1, 2, 3)]


def test_leads_that_end_with_a_colon() -> None:
    rest = "完善推进机制，落实政策措施，新建标准厂房{0}万平方米，提高服务水平。\n"
    text = "某县2026年方案\n一、任务\n" + "".join(
        f"{lead}：{rest.format(n)}" for n, lead in enumerate(("稳住渔业", "扩大林业", "做强港口"), 2)
    )
    found = [(m.passage.title, [str(t.value) for t in m.targets]) for m in read(text).measures]
    assert found == [("稳住渔业", ["2"]), ("扩大林业", ["3"]), ("做强港口", ["4"])]
