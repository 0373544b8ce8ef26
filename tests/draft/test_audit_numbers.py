"""Every number has one outcome, and numbers are matched with the targets they are of."""

from auditing import audited, audited_text, codes, milestone, policy

from support import target
from tracker.draft.audit.audit import audit
from tracker.draft.audit.results import Audit, Outcome
from tracker.model.validation import read_catalogue

TWO = "全年新增甲类企业2家，乙类企业5家。"
FIRST = target(id="first", name="甲类企业", target={"reach": "2"}, quote="全年新增甲类企业2家")
SECOND = target(id="second", name="乙类企业", target={"reach": "5"}, quote="全年新增甲类企业2家，乙类企业5家")
RATES = "开工率、投产率、达效率分别达到70%以上、40%以上、50%以上"


def outcomes(found: Audit) -> dict[str, Outcome]:
    return {number.entry.text: number.outcome for number in found.numbers}


def rate(name: str, least: str) -> dict[str, object]:
    keys = {"id": name, "name": name, "kind": "share", "unit": "%", "quote": RATES}
    return target(**keys, target={"at_least": least})


def test_each_number_is_its_targets() -> None:
    found = audited(TWO, FIRST, SECOND)
    assert codes(found) == []
    assert {n.entry.text: n.targets for n in found.numbers if n.targets} == {
        "2家": ("first",),
        "5家": ("second",),
    }


def test_a_number_within_a_quote_needs_a_target_of_its_own() -> None:
    found = audited(TWO, SECOND)
    assert codes(found) == ["audit-open"]
    assert outcomes(found)["2家"] is Outcome.OPEN
    assert found.problems[0].place.line == 1
    assert found.problems[0].place.column == policy(TWO).index("2家") + 1


def test_a_wrong_number_is_laid_at_the_door_of_its_own_target() -> None:
    wrong = {**SECOND, "target": {"reach": "2"}}
    found = audited(TWO, FIRST, wrong)
    assert [(p.code, p.facts["id"]) for p in found.problems] == [("audit-number", "second")]
    found = audited(
        f"力争{RATES}。",
        *(r | {"strength": "aspire"} for r in (rate("a", "40"), rate("b", "40"), rate("c", "50"))),
    )
    assert [(p.code, p.facts["id"]) for p in found.problems] == [("audit-number", "a")]


def test_two_targets_may_share_one_number() -> None:
    words = "游客数量、旅游收入同比增长15%以上"
    pair = [
        target(id=i, name=n, kind="growth", unit="%", target={"at_least": "15"}, quote=words)
        for i, n in (("guests", "游客数量增速"), ("income", "旅游收入增速"))
    ]
    found = audited(f"{words}。", *pair)
    assert codes(found) == []
    assert next(n.targets for n in found.numbers if n.entry.text == "15%") == ("guests", "income")


def test_what_is_ignored_has_the_catalogues_reason() -> None:
    ignore = [{"words": "新增甲类企业 2 家", "reason": "已并入乙类"}]
    found = audited(TWO, SECOND, ignore=ignore)
    assert codes(found) == []
    assert [(n.entry.text, n.ignored.reason) for n in found.numbers if n.ignored] == [("2家", "已并入乙类")]


def test_ignoring_what_is_accounted_for_is_a_problem() -> None:
    ignore = [{"words": "甲类企业2家", "reason": "不是指标"}, {"words": "1.引进企业", "reason": "编号"}]
    assert codes(audited(TWO, FIRST, SECOND, ignore=ignore)) == ["audit-ignore-idle"] * 2


def test_what_check_says_of_ignore_is_not_said_twice() -> None:
    ignore = [
        {"words": "没有的话2家", "reason": "?"},
        {"words": "乙类企业", "reason": "?"},
        {"words": "甲类企业2家", "reason": "a"},
        {"words": "甲类企业2家", "reason": "b"},
    ]
    assert codes(audited(TWO, SECOND, ignore=ignore)) == []


def test_a_deadline_in_a_milestones_quote_is_its_part() -> None:
    found = audited("2024年9月底前建成大厅。", milestone("2024年9月底前建成大厅", "2024-09-30"))
    assert outcomes(found)["2024年9月底前"] is Outcome.PART


def test_words_of_time_and_numerals_in_words_are_not_counted() -> None:
    found = audited(
        "下半年统一组织活动2场。",
        target(
            **{"unit": "场", "target": {"reach": "2"}, "from": "2024-07-01", "quote": "下半年统一组织活动2场"}
        ),
    )
    assert codes(found) == []
    assert set(outcomes(found)) == {"1", "2", "3", "2场"}
    assert [n.entry.text for n in found.words_of_time if n.outcome is Outcome.PART] == ["下半年"]


def test_a_goal_outside_the_measures_is_open_until_the_catalogue_says_why() -> None:
    text = "地区生产总值增长6%。\n" + policy("全年新引进企业40家以上。")
    assert codes(audited_text(text, target())) == ["audit-open"]
    ignore = [{"words": "地区生产总值增长6%", "reason": "全区预期目标，不在措施里考核"}]
    assert codes(audited_text(text, target(), ignore=ignore)) == []


def test_owners_are_compared_as_a_set_and_in_order() -> None:
    text = policy("全年新引进企业40家以上。")
    assert codes(audited_text(text.replace("区科技局、区财政局", "区财政局、区科技局"), target())) == [
        "audit-owners-order"
    ]
    assert codes(audited_text(text.replace("区财政局", "区税务局"), target())) == ["audit-owners"]
    assert codes(audited_text(text.replace("区科技局、区财政局按职责分工负责", "略"), target())) == []


def test_owners_may_differ_for_a_reason() -> None:
    text = policy("全年新引进企业40家以上。")
    document = audit_document(["区财政局", "区科技局"], {"owners": "区政府专题会议调整牵头单位"})
    read, problems = read_catalogue(document, "measures.yaml")
    assert read is not None, problems
    assert codes(audit(read, text)) == []
    document = audit_document(["区科技局", "区财政局"], {"owners": "区政府专题会议调整牵头单位"})
    read, problems = read_catalogue(document, "measures.yaml")
    assert read is not None, problems
    assert codes(audit(read, text)) == ["audit-owners-idle"]


def audit_document(owners: list[str], differs: dict[str, str]) -> dict[str, object]:
    measure = {
        "number": "1",
        "title": "引进企业",
        "owners": owners,
        "targets": [target()],
        "differs": differs,
    }
    head = {"title": "测试目录", "year": "2024", "source": "seeds/policy.md"}
    sections = [{"number": "1", "title": "创新", "measures": [measure]}]
    return {**head, "reporting": {"cadence": "dekad", "grace": "3"}, "sections": sections}


def test_a_quote_in_the_text_of_another_measure_is_named() -> None:
    text = policy("全年新引进企业40家以上。").replace("2.建设平台。做好服务。", "2.建设平台。建成平台6个。")
    other = target(id="other", name="平台", unit="个", target={"reach": "6"}, quote="建成平台6个")
    measures = [
        {"number": "1", "title": "引进企业", "owners": ["区科技局", "区财政局"], "targets": [target()]},
        {"number": "2", "title": "建设平台", "owners": ["区商务局"], "targets": [other]},
    ]
    stray = {**other, "id": "stray"}
    measures[0]["targets"] = [target(), target(id="again"), stray]
    head = {"title": "测试目录", "year": "2024", "source": "seeds/policy.md"}
    sections = [{"number": "1", "title": "创新", "measures": measures}]
    document = {**head, "reporting": {"cadence": "dekad", "grace": "3"}, "sections": sections}
    read, problems = read_catalogue(document, "measures.yaml")
    assert read is not None, problems
    assert [(p.code, p.facts["id"]) for p in audit(read, text).problems] == [("audit-measure", "stray")]
