"""Names and ids of drafted targets: whole, told apart, and steady when the text changes."""

from tracker.draft.catalogue import Proposal, propose
from tracker.draft.reading import read


def drafted(text: str) -> Proposal:
    return propose(read(text, 2026))


def named(text: str) -> list[str]:
    return [target.name for target in drafted(text).targets]


def one_measure(sentences: str) -> str:
    return f"某县2026年工作方案\n1.做好工作。{sentences}\n2.其他工作。抓好落实。\n3.保障工作。抓好落实。\n"


def names(sentences: str) -> list[str]:
    return [t.name for t in drafted(one_measure(sentences)).targets if t.kind != "milestone"]


def test_names_of_a_list_have_what_the_last_one_says_of_all() -> None:
    assert names("新建、改扩建粮仓分别为5座、8座。") == ["新建粮仓", "改扩建粮仓"]
    assert names("渔业、林业增加值分别增长4%、5%。") == ["渔业增加值增速", "林业增加值增速"]
    assert names("省、市级实验室分别达到4家、8家。") == ["省级实验室", "市级实验室"]
    assert names("PM2.5、PM10平均浓度分别降至30、50微克/立方米。") == ["PM2.5平均浓度", "PM10平均浓度"]
    assert names("城镇新增就业、农村劳动力转移就业分别达到2万人、3万人。") == [
        "城镇新增就业",
        "农村劳动力转移就业",
    ]


def test_what_is_only_done_is_done_to_what_was_named_before() -> None:
    found = names("完成公路投资18亿元。一季度完成3亿元，上半年完成8亿元。")
    assert found == ["完成公路投资", "完成公路投资（3月底）", "完成公路投资（6月底）"]
    assert names("外贸总额突破200亿元，增长12%。") == ["外贸总额", "外贸总额增速"]
    assert names("每月至少开展义诊1场次。")[0].endswith("开展义诊")


def test_the_same_name_in_several_measures_has_the_measure_behind_it() -> None:
    text = "某县2026年工作方案\n1.港口提升。完成投资3亿元。\n2.机场扩建。完成投资5亿元。\n3.铁路改造。开工2条。\n"
    assert named(text)[:2] == ["完成投资（港口提升）", "完成投资（机场扩建）"]


def test_ids_say_what_is_counted_and_hang_on_no_order() -> None:
    before = {t.name: t.id for t in drafted(one_measure("新增企业5家，培训农民300人次。")).targets}
    after = {
        t.name: t.id
        for t in drafted(one_measure("新建公园2座，工业投资增长8%，新增企业5家，培训农民300人次。")).targets
    }
    assert before["新增企业"] == "m1-new-firms"
    assert before["培训农民"] == "m1-trained-visits"
    assert before.items() <= after.items()


def test_ids_are_all_different() -> None:
    ids = [t.id for t in drafted(one_measure("新增企业5家、商户6家、农场7家，甲增长3%、乙增长4%。")).targets]
    assert len(set(ids)) == len(ids)
    assert ids[:3] == ["m1-new-firms", "m1-new-firms-2", "m1-new-firms-3"]


def test_a_quote_stands_once_in_the_text() -> None:
    text = (
        "某县2026年工作报告\n一、目标\n今年预期目标是：生产总值增长5%左右，新增就业8000人。\n"
        "二、远景\n到2030年，生产总值增长5%左右，森林覆盖率达到50%。\n三、保障\n抓好落实，办结率达到95%。\n"
    )
    source = "".join(text.split())
    quotes = [t.quote for t in drafted(text).targets if "生产总值" in t.name]
    assert len(quotes) == 2
    assert all(source.count(quote) == 1 for quote in quotes)


def test_names_without_what_only_leads_to_them() -> None:
    assert names("五是改造危房300户。") == ["改造危房"]
    assert names("实现渔业收入2亿元、增长8%。") == ["实现渔业收入", "渔业收入增速"]
    assert names("改造渔港3个、惠及渔民560户。") == ["改造渔港", "惠及渔民"]
    assert names("5年内选派教师100名。") == ["选派教师"]
    assert names("林业增加值占比达到12%。") == ["林业增加值占比"]
    assert names("设立总规模50亿元的渔业基金。") == ["设立渔业基金"]
    assert names("淘汰35蒸吨/小时及以下锅炉6台。") == ["淘汰35蒸吨/小时及以下锅炉"]
    assert names("渔业产量增长5%、产值突破3亿元。") == ["渔业产量增速", "产值（做好工作）"]


def test_what_is_named_no_more_is_what_was_said_to_grow() -> None:
    (growth, more, *_) = drafted(one_measure("渔业产值增长6%以上，力争达到6.5%。")).targets
    assert (growth.name, growth.kind) == (more.name, more.kind) == ("渔业产值增速", "growth")
    assert names("公共预算收入完成12亿元、增长5%，存贷比提高到75%。") == [
        "公共预算收入",
        "公共预算收入增速",
        "存贷比",
    ]
