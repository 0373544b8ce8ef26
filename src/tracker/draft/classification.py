"""Which numbers are no targets, and why: one small rule each, asked in order."""

import re
from collections.abc import Callable

from tracker.draft.conditions import size, subsidy, threshold
from tracker.draft.mentions import Reason
from tracker.draft.names_and_words import NAME_RULES
from tracker.draft.phrases import NumberInClause
from tracker.draft.units import TIME, bare, is_measured, is_ratio
from tracker.model.goal import Operator

_ABSTRACT = (
    "行动|工程|机制|制度|体系|方面|环节|领域|关系|任务|举措|改革|清单|专班|维度|方向|目标|原则|要求|能力|优势|功能|模式|方式|"
    "途径|关口|底线|红线|战略|方案|计划|政策|措施|意见|文件|办法|规划|协同|统一|融合|结合|联动|攻坚战|会战|战役|保障|问题|"
    "重点|特色|层面|阶段|步骤|作用|转变|转型|提升|指标体系|要素|主体|部分|支柱|革命|文章|链条|板块|品牌|产业|中心|"
    "整治|治理|检查|活动|建设|服务|内容|制|法|联系|会商"
)
_ABSTRACT_AFTER = re.compile(
    rf"(?:大|重点|主要|关键|专项|核心|主导|特色|优势|支柱|攻坚|民生|[^，。；、]){{0,8}}?(?:{_ABSTRACT})"
)
_DOCUMENT_AFTER = re.compile(
    r"[^，。；]{0,30}?(?:方案|措施|政策|意见|举措|清单|规定|文件|规划|办法|要求|通知|任务)"
)
_APPLIES = re.compile(
    r"(?:落实|贯彻|执行|按照|根据|对照|依据|遵循|用好|用足|兑现|出台|印发|制定|承接|围绕|聚焦)[^，。；]{0,25}$"
)
_PROGRAMME = re.compile(
    r"(?:[^，。；、]{0,8}?)(?:行动|计划|规划|攻坚|方案|倍增|大变样|改造提升|整治提升|会战|战略|工程|任期|周期|纲要|试点)"
)
# What is done so that there are more of a thing; it stands right before a Chinese numeral that counts.
_ACHIEVES = re.compile(
    r"(?:新增|净增|引进|引育|招引|新建|改建|扩建|改造|建成|建设|打造|培育|培训|创建|争创|认定|举办|承办|开工|竣工|投产|完成|设立|组建|签约|"
    r"落地|储备|招聘|发布|推出|推广|达到|开通|增设|布局|获批|申报|申创|选派|选树|评选|创成|建好|办好|落户|取得|突破|攻克|形成|实现|力争|争取)"
    r"(?:了|出|一批|全国|国家级|省级|市级|区级|县级|国家|省|市|各类|首批|不少于|超过|达)*$"
)
# 10件民生实事, 20项重点任务: counts of the list that follows.
_GOOD_DEEDS = re.compile(r"(?:民生)?(?:实事|大事|好事|要事)")
_TASKS = re.compile(
    r"(?:具体|重点|主要|工作|专项|关键|改革|年度)*(?:任务|举措|措施|要求|工作)(?=[，。；、）]|$)"
)
_FINISHES = re.compile(r"(?:完成|办结|落地|新增|推出)[^，。；、]*$")
_EXISTING = re.compile(
    r"(?:全[区县市省镇乡国域]|辖区|辖内|所辖|下辖|现有|原有|已有|共有|目前|我[区县市省])(?:的|内|共|范围内)?$"
    r"|已[^，。；、]{0,12}的$"
    r"|(?:反馈|指出|交办|移交|通报|发现|排查出|梳理出)的$"
)
_REFERS = re.compile(
    r"(?:对标|对照|参照|围绕|聚焦|依托|锚定|瞄准|立足|发挥|用好|遵循|坚持)[^，。；、]{0,10}$"
)
_LENGTH_OF_TIME = re.compile(
    r"时间|时限|平均|压缩|缩短|压减|时长|天数|学时|课时|耗时|周期|年限|提前|提速|寿命|时数|不少于|不低于|至少|等候|候"
)
_ASPECTS = re.compile(r"方面|环节|领域|维度|层面|关键")
_SHORT_AND_OFTEN = re.compile(r"每(?:个?(?:月|季度|季|周|旬|日|天|半年|星期)|半个?月)[^，。；]*$")
_MEETS = re.compile(r"(?:召开|会议|会商|研究|调度)[^，。；]*$")
_SOON = re.compile(r"(?:后|起|近|未来|今后|(?<!控制)(?<!保持)(?<!稳定)(?<!压缩)在)$")


def past(number: NumberInClause) -> Reason | None:
    """去年完成…, 截至目前已…: what has been reached already."""
    return Reason.PAST if number.past else None


def programme(number: NumberInClause) -> Reason | None:
    """三年行动, 五年计划; and lengths of time that nothing is measured by."""
    quantity = number.quantity
    if quantity.unit not in TIME:
        return None
    long = quantity.unit in {"年", "个月", "天", "日", "周"}
    if long and _PROGRAMME.match(number.right) and not number.comparator.after:
        return Reason.PROGRAMME
    if bare(quantity.unit) in {"岁", "周岁"}:
        return None if number.is_predicate else Reason.CLASS
    if quantity.unit == "年":
        return Reason.DURATION
    if number.left.endswith("提前") and not number.ends:  # 提前72小时发布预警
        return Reason.DURATION
    if _LENGTH_OF_TIME.search(number.left) and not _SOON.search(number.left):
        return None
    return Reason.DURATION


def in_document(number: NumberInClause) -> Reason | None:
    """落实省首批18条…方案: counts what another document holds."""
    quantity = number.quantity
    if quantity.unit not in {"条", "项", "个", "款", "件", "类"} or number.comparator.after:
        return None
    applies = quantity.unit == "条" or _APPLIES.search(number.left)
    return Reason.DOCUMENT if applies and _DOCUMENT_AFTER.match(number.right) else None


def listed(number: NumberInClause) -> Reason | None:
    """八大行动, 三个方面, 等五项: counts what is named just before or after."""
    quantity = number.quantity
    if number.comparator.after or is_ratio(quantity.unit) or is_measured(quantity.unit) or quantity.growth:
        return None
    if number.right.startswith("大") or _ASPECTS.match(number.right):
        return Reason.LISTED
    if number.listed > 1 and number.listed == quantity.value:
        return Reason.LISTED
    if quantity.chinese and _ABSTRACT_AFTER.match(number.right):
        return Reason.LISTED
    few = quantity.value < 100  # noqa: PLR2004 - nobody lists so many
    if quantity.chinese and few and not number.ends and not _ACHIEVES.search(number.left):
        return Reason.LISTED
    if quantity.unit in {"项", "条", "个", "件", "类"} and not number.comparator.explicit:
        tasks = _TASKS.match(number.right) and not _FINISHES.search(number.left)
        if tasks or _GOOD_DEEDS.match(number.right):
            return Reason.LISTED
    return None


def existing(number: NumberInClause) -> Reason | None:
    """全县18个乡镇: what is there anyway."""
    if is_ratio(number.quantity.unit):
        return None
    plain = number.comparator.operator in {Operator.REACH, Operator.BETWEEN}
    refers = plain and not number.ends and _REFERS.search(number.left)
    of_sum = number.of_sum and not number.comparator.explicit
    there = of_sum or refers or number.base_of_ratio or _EXISTING.search(number.left)
    return Reason.EXISTING if there else None


def frequency(number: NumberInClause) -> Reason | None:
    """每月2次: a habit, not a sum."""
    held = number.comparator.operator is Operator.AT_LEAST and not number.left.endswith("至少")
    if held and not _MEETS.search(number.left):
        return None  # 每月举办活动不少于2场
    if number.quantity.unit in {"次", "场", "期", "轮", "场次"} and _SHORT_AND_OFTEN.search(number.left):
        return Reason.FREQUENCY
    return None


Rule = Callable[[NumberInClause], Reason | None]
# Asked in this order of a number that counts something.
RULES: tuple[Rule, ...] = (
    past,
    programme,
    in_document,
    listed,
    existing,
    subsidy,
    threshold,
    size,
    frequency,
)


def reason_of_word(number: NumberInClause) -> Reason | None:
    """Why this number counts nothing; None where it counts something."""
    return next((reason for rule in NAME_RULES if (reason := rule(number))), None)


def reason_of_count(number: NumberInClause) -> Reason | None:
    """Why a number that counts something is no target; None where it may be one."""
    return next((reason for rule in RULES if (reason := rule(number))), None)
