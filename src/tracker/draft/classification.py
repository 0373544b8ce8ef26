"""Which numbers are no targets, and why: one small rule each, asked in order."""

import re
from collections.abc import Callable

from tracker.draft.mentions import Reason
from tracker.draft.names_and_words import COUNTS_GREAT, NAME_RULES
from tracker.draft.phrases import NumberInClause
from tracker.draft.subsidies import IS_GIVEN, MAKES, subsidy
from tracker.draft.units import CLASSES, TIME, TIMES, bare, is_measured, is_money, is_ratio
from tracker.model.goal import CAPS, Operator

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
_DOES_GOOD = re.compile(r"(?:办好|办成|办实|实施|完成|兑现)$")
_GOOD_DEEDS = re.compile(r"(?:民生)?(?:实事|大事|好事|要事)")
_TASKS = re.compile(
    r"(?:具体|重点|主要|工作|专项|关键|改革|年度)*(?:任务|举措|措施|要求|工作)(?=[，。；、）]|$)"
)
# 甲县、乙县等4个基地: so few are what is named in part.
_FEW = 20
_MAKES_NEW = re.compile(r"新建|新增|建成|改造|完成|修复|修缮|打造|创建|举办|整治|治理|培育|提升")
# 等15个项目竣工投产, 等5个老旧小区改造: they are to be finished.
_IS_FINISHED = re.compile(
    r"[^，。；、]{0,14}?(?:竣工|投产|完工|投用|投入使用|建成|开工|通车|改造(?=[，。；、]|$))"
)
_WORKS = re.compile(r"(?:重点|重大|主要)(?:工程|任务|项目|行动)")
_INDICATORS = re.compile(r"(?:主要|具体|核心|约束性|预期性|量化)*指标")
_OF_INDICATORS = re.compile(r"(?:约束性|预期性|主要|共计|类)指标(?:共)?$")
_GOAL_AGAIN = re.compile(r"的[^，。；]{0,8}目标(?:，|是|与|$)")
_SETS = re.compile(r"(?:确定|设定|定为|定在|把|将)[^，。；]*$")
_FINISHES = re.compile(r"(?:完成|办结|落地|新增|推出)[^，。；、]*$")
_EXISTING = re.compile(
    r"(?:全[区县市省镇乡国域]|辖区|辖内|所辖|下辖|现有|原有|已有|共有|目前|我[区县市省])(?:的|内|共|范围内)?$"
    r"|已[^，。；、]{0,12}的$"
    r"|(?:反馈|指出|交办|移交|通报|发现|排查出|梳理出)的$"
)
# 对120个断面…监测: whom or what it is done to, by name of all of them.
_MEANT = re.compile(r"(?:^|[，；])(?:已?对|针对|面向|依托)(?:全[省市县区])?$")
# 基本完成现有37座水库除险加固
_FINISHES_ALL = re.compile(r"(?:完成|实现)(?:对)?(?:现有|原有|存量)(?:的)?$")
_IS_DONE_TO = re.compile(
    r"[^，。；、]*?(?:实施|开展|进行|完成)[^，。；、]*?(?:修复|整治|治理|改造|管控|提升|建设)"
)
_REFERS = re.compile(
    r"(?:对标|对照|参照|围绕|聚焦|依托|锚定|瞄准|立足|发挥|用好|遵循|坚持)[^，。；、]{0,10}$"
)
_LENGTH_OF_TIME = re.compile(
    r"时间|时限|平均|压缩|缩短|压减|[减缩降压]至|减到|时长|天数|学时|课时|耗时|周期|年限|提前|提速|寿命|时数|不少于|不低于|至少|等候|候"
)
_YEARS_OF = re.compile(r"(?:年限|寿命|周期|年数)[^，。；]{0,6}$")
_ASPECTS = re.compile(r"方面|环节|领域|维度|层面|关键")
_SHORT_AND_OFTEN = re.compile(r"每(?:个?(?:月|季度|季|周|旬|日|天|半年|星期)|半个?月)[^，。；]*$")
_HOLDS_MEETINGS = re.compile(r"(?:召开|会商|调度)$")
_MEETS = re.compile(r"(?:召开|会议|会商|研究|调度|报送|上报|汇报)[^，。；]*$")
_SOON = re.compile(r"(?:后|起|近|未来|今后|(?<!控制)(?<!保持)(?<!稳定)(?<!压缩)在)$")
_LENGTHS = frozenset(("公里", "千米", "米", "里", "海里"))
# 按每百户不少于20平方米配建: a standard.
_BY_STANDARD = re.compile(r"按照?每[^，。；]*$")
# 日处理20吨及以上设施: what is said of each of them.
_OF_ONE = re.compile(r"(?:日|年|单[台井机座])[\u4e00-\u9fff]{1,3}$")
# 投资0.2亿元搭建平台: what it costs.
_COSTS = re.compile(r"(?:^|[，；、]|[^成产资引造度增动固民]{2})(?:总|拟|计划)?投资(?:约)?$")
# 9万吨乙醇项目, 年产5万吨…生产线: how much a plant makes is its name.
_PLANT = re.compile(
    r"[^，。；、的\d]{0,24}?(?:项目|装置|生产线|产线|机组|工厂|电厂|电站|光伏|风电|储能|发电)"
)
_PLANT_UNITS = re.compile(
    r"[万亿]?(?:吨|千瓦|兆瓦|立方米|方|升|平方米|标方|吨标准煤|千瓦时|兆瓦时|吉瓦|吉瓦时)"
)
_DOES = re.compile(
    r"(?:完成|实施|新增|实现|达到|淘汰|关停|改造|治理|压减|退出|新建成|替代|限期[改治淘][造理汰])$"
)
_BELOW = re.compile(r"以下")
_SLOPE = re.compile(r"(?:以上|以下)?(?:的)?(?:坡|角)")
_WITHIN = re.compile(r"(?:范围)?内(?!部|容|地|陆|在)")
# 90%以上的行政村…得到治理: the share is wanted.
_COMES_TO = re.compile(
    r"的[^，。；]{1,20}?(?:得到|达到|实现|完成|建成|开展|建立|纳入|通过|设置|设立|开设|具备|可办|通办|网办|办结|参加|配备|拥有|创建|创成)"
)
_CONDITION = re.compile(r"(?:^|[，：])(?:对|凡|凡是|符合|针对|对于|若|如|鼓励|支持|推荐|吸引|首次)[^，]*$")
# What describes a thing that is named anyway.
_DESCRIBED = re.compile(
    r"(?:全长|总长|线路长|总投资(?:额)?|占地(?:面积)?|概算(?:总投资)?|总库容|设计[^，。；]{0,8}能力)(?:约|达|超|为|超过)*$"
)
_GOOD_TAIL = re.compile(
    r"(?:的)?(?:同比)?(?:增长|增速|增幅|涨幅|速度|目标|水平|降幅)|的(?:覆盖|比例|任务|贡献|规模|产能|能力)"
)


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
        return None if number.is_predicate and _YEARS_OF.search(number.left) else Reason.DURATION
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


def _counts_goals(number: NumberInClause) -> bool:
    """提出6项指标, 约束性指标9项; 确定5%左右的增长目标 says again what the goals are."""
    named = _INDICATORS.match(number.right) or _OF_INDICATORS.search(number.left)
    again = _GOAL_AGAIN.match(number.tail) and _SETS.search(number.left)
    return bool((named and number.quantity.unit in {"项", "个"}) or again)


def listed(number: NumberInClause) -> Reason | None:
    """八大行动, 三个方面, 等五项: counts what is named just before or after."""
    quantity = number.quantity
    if _counts_goals(number):
        return Reason.LISTED
    if number.comparator.after or is_ratio(quantity.unit) or is_measured(quantity.unit) or quantity.growth:
        return None
    if COUNTS_GREAT.match(number.right) or _ASPECTS.match(number.right):
        return Reason.LISTED
    if number.aside and not number.left and not number.right:  # 民生实事（12件）
        return Reason.LISTED
    if (
        number.listed > 1
        and number.listed == quantity.value
        and (number.left.endswith("等") or not number.ends)
    ):
        return Reason.LISTED
    among = quantity.value <= _FEW and not (
        _MAKES_NEW.search(number.left) or _IS_FINISHED.match(number.right)
    )
    if number.left.endswith("等") and not number.ends and (among or _WORKS.match(number.right)):
        return Reason.LISTED
    few = quantity.value < 100  # noqa: PLR2004 - nobody lists so many
    if quantity.chinese and few and not number.ends and not _ACHIEVES.search(number.left):
        return Reason.LISTED
    if quantity.unit in {"项", "条", "个", "件", "类"} and not number.comparator.explicit:
        tasks = _TASKS.match(number.right) and not _FINISHES.search(number.left)
        done = _DOES_GOOD.search(number.left) and not quantity.chinese and not number.right.endswith("：")
        if tasks or (_GOOD_DEEDS.match(number.right) and not done):
            return Reason.LISTED
    return None


def is_meant(left: str) -> bool:
    """Whether what follows these words is whom something is done to: 对120个断面."""
    return bool(_MEANT.search(left))


def existing(number: NumberInClause) -> Reason | None:
    """全县18个乡镇: what is there anyway."""
    if is_ratio(number.quantity.unit):
        return Reason.EXISTING if number.base_of_ratio else None
    plain = number.comparator.operator in {Operator.REACH, Operator.BETWEEN}
    refers = plain and not number.ends and _REFERS.search(number.left)
    of_sum = number.of_sum and not number.comparator.explicit
    meant = number.meant or (_MEANT.search(number.left) and not _IS_DONE_TO.match(number.right))
    scope = plain and not number.ends and (meant or (number.counts_right and number.left.endswith("在")))
    if _FINISHES_ALL.search(number.left):
        return None
    there = of_sum or refers or scope or number.base_of_ratio or _EXISTING.search(number.left)
    return Reason.EXISTING if there else None


def frequency(number: NumberInClause) -> Reason | None:
    """每月2次: a habit, not a sum."""
    held = number.comparator.operator is Operator.AT_LEAST and not number.left.endswith("至少")
    if held and not _MEETS.search(number.left):
        return None  # 每月举办活动不少于2场
    often = _SHORT_AND_OFTEN.search(number.left) or _HOLDS_MEETINGS.search(number.left)
    return Reason.FREQUENCY if often and number.quantity.unit in {"次", "场", "期", "轮", "场次"} else None


def threshold(number: NumberInClause) -> Reason | None:
    """对年产值超过5000万元的企业: who is meant, not what is wanted."""
    tail = number.tail
    if number.quantity.unit == "%" and _COMES_TO.match(tail):
        return None
    if number.comparator.operator in CAPS and IS_GIVEN.match(tail):
        return Reason.SUBSIDY
    if _BY_STANDARD.search(number.left):
        return Reason.THRESHOLD
    if _GOOD_TAIL.match(tail):
        return None
    if _CONDITION.search(number.left) and "的" in tail[:30]:
        return Reason.THRESHOLD
    describes = tail.startswith("的") and not number.counts_right and not MAKES.search(number.left)
    return Reason.THRESHOLD if describes else None


def size(number: NumberInClause) -> Reason | None:
    """70个30亿元以上项目, 10亿元以上项目20个, 110千伏变电站, 百亿级."""
    quantity, unit = number.quantity, number.quantity.unit
    names_class = bare(unit) in CLASSES and not number.is_predicate and quantity.value % 1 == 0
    if names_class or number.right.startswith("级") or _is_at_most(number):
        return Reason.CLASS
    if not (is_measured(unit) or unit in TIMES or unit in {"%", "万", "亿"}):
        return None
    if _is_of_place(number) or _is_of_plant(number) or _DESCRIBED.search(number.left):
        return Reason.CLASS
    if number.ends or _GOOD_TAIL.match(number.tail):
        return None
    long_ones = bare(unit) in _LENGTHS and number.counts_left and number.beside == "条"  # 46条90公里道路
    beside_count = (number.counts_left or number.counts_right) and unit != "%" and not long_ones
    of_money = number.comparator.after and is_money(unit) and not number.tail.startswith("的")
    return Reason.CLASS if beside_count or of_money else None


def _is_at_most(number: NumberInClause) -> bool:
    """千人以下小型工程: what stands behind is no longer than that."""
    below = number.quantity.unit != "%" and not number.ends and _BELOW.match(number.right)
    return bool(below) and not number.tail.startswith("的")


def _is_of_place(number: NumberInClause) -> bool:
    """25度以上坡地, 海拔2000米, 15公里范围内."""
    unit = number.quantity.unit
    slope = unit == "度" and _SLOPE.match(number.right)
    return bool(
        slope or number.left.endswith("海拔") or (bare(unit) in _LENGTHS and _WITHIN.match(number.right))
    )


def _is_of_plant(number: NumberInClause) -> bool:
    """9万吨乙醇项目, 日处理20吨及以上设施, 投资2亿元建设厂房: how much it makes or costs is said of it."""
    if number.ends:
        return False
    unit, left = number.quantity.unit, number.left
    plain = not number.comparator.explicit or number.comparator.after
    if plain and _PLANT_UNITS.fullmatch(unit) and _PLANT.match(number.tail) and not _DOES.search(left):
        return True
    if number.comparator.after and _OF_ONE.search(left):
        return True
    return is_money(unit) and not number.tail.startswith("的") and bool(_COSTS.search(left))


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
