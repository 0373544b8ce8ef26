"""What looks back states no target, on any level and in any layout; what plans does."""

import pytest

from tracker.draft.account import account_of
from tracker.draft.mentions import Reason
from tracker.draft.reading import read

PAST = "全县生产总值达到186亿元、增长5.1%，建成标准厂房12万平方米，培育规上企业63家。"
PLAN = "扎实推进各项工作，新增规上企业9家，建成标准厂房5万平方米。"
TITLE = "某县2026年政府工作报告\n各位代表：\n我代表县人民政府向大会报告工作，请予审议。\n"


def values(text: str) -> list[str]:
    return [str(target.value) for target in read(TITLE + text).targets]


@pytest.mark.parametrize(
    "back",
    [
        f"一、2025年工作回顾\n{PAST}\n（一）产业提质。{PAST}\n1.招商。{PAST}\n",
        f"一、“十四五”时期发展成就\n——经济稳步增长。{PAST}\n一年来，主要做了以下工作。\n（一）产业。{PAST}\n",
        f"一、奋力拼搏，发展迈上新台阶\n过去一年，我们砥砺前行。{PAST}\n（一）产业提质。{PAST}\n（二）城乡增效。{PAST}\n",
        f"一、工作总结\n2025年高于预期目标。{PAST}\n二、存在的困难和问题\n占比不足25%，缺口300家。\n",
    ],
)
def test_what_stands_below_a_heading_that_reviews_is_no_target(back: str) -> None:
    plan = f"三、2026年工作安排\n今年是开局之年。\n（一）壮大产业。{PLAN}\n（二）优化环境。做好工作。\n"
    assert values(back + plan) == ["9", "5"]


def test_bare_lines_are_headings_too() -> None:
    back = f"2025年工作回顾\n{PAST}\n五年来主要做了以下工作。\n我们壮大产业。{PAST}\n"
    assert values(
        f"{back}2026年重点工作\n（一）壮大产业\n强化招引。{PLAN}\n（二）优化环境\n强化服务。做好工作。\n"
    ) == ["9", "5"]


def test_paragraphs_without_headings_turn_from_one_to_the_other() -> None:
    assert values(
        f"过去一年，全县发展向好。{PAST}\n产业不断壮大。{PAST}\n今年，要做好以下工作。{PLAN}\n"
    ) == ["9", "5"]


def test_goals_that_speak_of_success_to_come_are_targets() -> None:
    goals = f"（一）高质量发展取得显著成效。{PLAN}\n（二）人民生活水平不断提高。做好工作。\n"
    assert values(f"二、“十五五”时期主要目标任务\n{goals}") == ["9", "5"]


@pytest.mark.parametrize("title", ["夯实产业发展基础", "优化发展环境", "解决突出问题", "今后五年重点任务"])
def test_titles_that_name_what_is_to_be_done_do_not_review(title: str) -> None:
    assert values(f"一、{title}\n{PLAN}\n二、健全保障措施\n做好工作。\n三、其他\n做好工作。\n") == ["9", "5"]


@pytest.mark.parametrize("title", ["面临的形势", "环境形势", "发展基础和形势", "工作情况"])
def test_titles_that_say_how_things_stand_do(title: str) -> None:
    plan = f"二、健全制度\n{PLAN}\n三、其他\n做好工作。\n"
    assert values(f"一、{title}\n（一）成效明显。{PAST}\n{plan}") == ["9", "5"]


def test_a_paragraph_of_the_year_before_among_plans_looks_back_alone() -> None:
    assert values(f"一、2026年工作安排\n去年，全县工作有力有序。{PAST}\n（一）壮大产业。{PLAN}\n") == [
        "9",
        "5",
    ]


def test_what_explains_words_is_no_target() -> None:
    assert values(
        f"一、2026年工作安排\n（一）壮大产业。{PLAN}\n名词解释\n1.“百千行动”：新增企业100家、项目1000个。\n"
    ) == ["9", "5"]


def test_the_account_says_that_numbers_look_back() -> None:
    entries = account_of(read(f"{TITLE}一、2025年工作回顾\n{PAST}\n二、2026年工作安排\n{PLAN}\n"))
    assert {e.reason for e in entries if e.text.startswith(("186", "12万", "63"))} == {Reason.PAST}


def test_a_chapter_of_results_whose_title_does_not_say_so() -> None:
    text = (
        "某县2026年工作报告\n一、砥砺奋进的一年\n生产总值同比增长6.2%，位居全市第二。新建学校3所，比上年增加1所。\n"
        "荣获全省先进县称号。新增规上企业18家。圆满完成各项任务。\n"
        "二、2026年重点工作\n新增规上企业20家。\n三、加强自身建设\n建议办结率达到100%。\n"
    )
    assert [str(t.value) for m in read(text).measures for t in m.targets] == ["20", "100"]


def test_a_year_of_what_something_is_done_to_looks_back_on_nothing() -> None:
    text = "某县2026年方案\n1.排查。做好排查。\n对2013年以来建设的水窖开展摸排，整改40处。\n2.建设。新建水厂3座。\n3.管护。新增5人。\n"
    assert [str(t.value) for m in read(text).measures for t in m.targets] == ["40", "3", "5"]


@pytest.mark.parametrize(
    "over",
    [
        "上半年，工业增加值增长8.1%，新增企业12家。下半年，新增规上企业9家。",
        "1—6月，完成投资50亿元。全年要新增规上企业9家。",
        "前三季度，农业总产值完成35亿元。四季度，确保新增规上企业9家。",
    ],
)
def test_a_part_of_the_year_is_over_where_the_next_sentence_goes_on_from_there(over: str) -> None:
    assert values(f"一、工业\n{over}\n二、农业\n做好工作。\n三、其他\n做好工作。\n") == ["9"]


def test_parts_of_the_year_that_are_planned_are_not() -> None:
    plan = "上半年，完成投资50亿元。下半年，完成投资60亿元。"
    assert values(f"一、工业\n{plan}\n二、农业\n做好工作。\n三、其他\n做好工作。\n") == ["50", "60"]


@pytest.mark.parametrize(
    ("title", "body", "year"),
    [
        ("关于某县2024年计划执行情况与2025年计划草案的报告", "", 2025),
        ("某市城市更新行动方案（2025—2027年）", "", 2025),
        ("某市城市更新方案", "到2025年、2027年、2030年，绿地率分别达到38%、39%、40%。", 2020),
    ],
)
def test_the_year_of_a_text_is_no_deadline_and_not_that_of_what_is_reviewed(
    title: str, body: str, year: int
) -> None:
    assert read(f"{title}\n{body}", 2020).year == year


def test_years_one_by_one_before_a_comma() -> None:
    targets = read("某市方案\n到2025年、2027年，绿地率分别达到38%、39%。\n", 2025).targets
    assert [(str(t.value), str(t.due)) for t in targets] == [("38", "2025-12-31"), ("39", "2027-12-31")]


def test_a_year_before_statistics_of_enterprises_above_a_size_is_over() -> None:
    review = "近年来，制造业发展较快，2023年规模以上工业增加值增长6.2%，企业达到320家。"
    assert values_of_2024(f"{review}\n一、目标\n新增企业9家。\n") == ["9"]


def values_of_2024(text: str) -> list[str]:
    return [str(target.value) for target in read(f"某县2024年意见\n{text}").targets]


def test_a_plan_that_opens_with_last_year_is_no_review() -> None:
    title = "某区老城内涝与管网顽疾整治三年攻坚行动方案（2025—2027年）"
    text = (
        f"《{title}》已经区政府常务会议研究同意，现印发给你们，请认真组织实施。\n{title}\n"
        "去年暴雨，老城积水点27处，教训深刻。为此制定本方案。\n"
        "一、工作目标\n新增泵站3座。\n二、重点任务\n"
        "1.开展普查。对四类管线780公里逐段检测。\n2.更新管道。改造主管96公里。（区水务局负责）\n"
        "某区老城内涝与管网顽疾整治三年攻坚任务分解表\n"
        "序号\t任务\t计量单位\t2025年\t2026年\t2027年\t三年合计\t牵头单位\t配合单位\n"
    )
    found = {f"{target.value}{target.unit}" for target in read(text, 2025).targets}
    assert {"3座", "96公里"} <= found
    assert "27处" not in found
