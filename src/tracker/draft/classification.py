"""Which numbers are no targets, and why: one small rule each, asked in order."""

import re
from collections.abc import Callable

from tracker.draft.mentions import Reason
from tracker.draft.names_and_words import NAME_RULES
from tracker.draft.phrases import NumberInClause
from tracker.draft.units import CLASSES, TIME, TIMES, bare, is_measured, is_money, is_ratio
from tracker.model.goal import CAPS, Operator

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
# What is paid, who is meant, how large a thing is.
_GIVES = re.compile(
    r"减按|加计|奖励|奖补|补助|补贴|资助|补偿|给予|贴息|奖金|扶持|返还|处罚|罚款|额度|授信|赔付|注册资本|最高(?:可|给)?"
)
_PER_HEAD = re.compile(
    r"每人|每户|每家|每亩|每个|每项|每台|每套|每辆|每件|每月|每平方米|每吨|每度|每车|每张|每名|每位|单个|单户|单笔|单项|标准为|收费"
)
_RAISES = re.compile(r"(?:提高|增加|增长|达到|提升|降低|降至|上涨|上调|不低于|减轻|节约|实现|扩大)(?:到|至)?")
_GETS = re.compile(
    r"(?:发放|投放|兑现|兑付|争取|到位|筹集|撬动|带动|拉动|累计|总额|总规模|新增|完成|力争|确保|突破|降低|减轻|为企业)[^，。；]{0,14}$"
)
# 落实…补贴等资金6000万元: the sum that is given out altogether.
_SUM = re.compile(
    r"(?:发放|落实|兑现|兑付|拨付|争取|筹集|下达|投入)[^，。；]*(?:资金|经费|贷款|款项|补贴|补助|券)(?:共|达|达到|约|累计|总额)*$"
)
# 财政每年安排专项资金3000万元: what is spent so that something is reached.
_ALLOTS = re.compile(r"安排[^，。；]*专项(?:资金|经费)(?:共|达|约|合计|总计|不少于|不低于)*$")
_ALLOTS_BARELY = re.compile(r"财政[^，。；]{0,8}安排(?:约|不少于|不低于)?$")
_IN_SUPPORT = re.compile(r"(?:用于)?(?:支持|扶持)")
# 按每百户不少于20平方米配建: a standard.
_BY_STANDARD = re.compile(r"按照?每[^，。；]*$")
_CAPACITY = re.compile(r"日(?:处理|产|供水|供|生产|均)[^，。；]{0,4}$")
_EACH_LOAN = re.compile(r"(?:户均|笔均|单笔|单户)[^，。；]{0,6}$")
_IS_GIVEN = re.compile(
    r"[^，。；]{0,8}(?:给予|奖励|补助|补贴|资助|贴息|奖补|返还|优惠|减免|收取|缴纳|征收|配套|税率|费率|政策)|[^，。；]{0,16}予以(?:支持|奖励|补助)"
)
# 90%以上的行政村…得到治理: the share is wanted.
_COMES_TO = re.compile(
    r"的[^，。；]{1,20}?(?:得到|达到|实现|完成|建成|开展|建立|纳入|通过|设置|设立|开设|具备|可办|通办|网办|办结|参加|配备|拥有|创建|创成)"
)
_CONDITION = re.compile(r"(?:^|[，：])(?:对|凡|凡是|符合|针对|对于|若|如|鼓励|支持|推荐|吸引|首次)[^，]*$")
_WEIGHT = re.compile(r"(?:权重|分值|计分|得分|扣分|加分|每项|考核)(?:占比|比重|占)?(?:为|达到|不低于|占)?$")
_MAKES = re.compile(
    r"(?:设立|组建|建设|建成|打造|完成|新增|新建|形成|争取|筹集|投入|实现|保持|达到|确保|创建|发行|整合|盘活|新开工)[^，。；的]{0,20}$"
)
# What describes a thing that is named anyway.
_DESCRIBED = re.compile(
    r"(?:全长|总长|线路长|总投资(?:额)?|占地(?:面积)?|概算(?:总投资)?|总库容|设计[^，。；]{0,8}能力)(?:约|达|超|为|超过)*$"
)
_TOTAL = re.compile(r"(?:完成|新增|达成)总投资")
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


def subsidy(number: NumberInClause) -> Reason | None:
    """最高奖励200万元, 按10%给予补助."""
    unit, near = number.quantity.unit, number.left[-32:]
    if is_money(unit):
        return Reason.SUBSIDY if _pays(number, near) or _gives(number, near) else None
    if unit in {"%", ":1"} or unit in TIMES:
        return Reason.SUBSIDY if _gives(number, near) else None
    return None


def _pays(number: NumberInClause, near: str) -> bool:
    """Whether a sum of money is a limit of what is paid, or set apart to be spent."""
    limit = number.comparator.operator in CAPS
    if limit and ((number.subsidies and not _MAKES.search(number.left)) or _EACH_LOAN.search(near)):
        return True
    if _ALLOTS.search(near) or (_ALLOTS_BARELY.search(near) and _IN_SUPPORT.match(number.right)):
        return True
    return bool(_GIVES.search(near) and _PER_HEAD.search(near) and not _RAISES.search(near))


def _gives(number: NumberInClause, near: str) -> bool:
    """Whether a sum, a share or a multiple is what somebody is given, not what is given out altogether."""
    gives = list(_GIVES.finditer(near))
    if gives and _SUM.search(near) and "最高" not in near:
        return False
    if gives and not _GETS.search(near[: gives[-1].start()]) and not _RAISES.search(near[gives[-1].end() :]):
        return True
    if is_money(number.quantity.unit) and _PER_HEAD.search(near) and not _RAISES.search(near):
        return True
    return bool(_IS_GIVEN.match(number.tail)) and not _GETS.search(near)


def threshold(number: NumberInClause) -> Reason | None:
    """对年产值超过5000万元的企业: who is meant, not what is wanted."""
    tail = number.tail
    if number.quantity.unit == "%" and _COMES_TO.match(tail):
        return None
    if number.comparator.operator in CAPS and _IS_GIVEN.match(tail):
        return Reason.SUBSIDY
    if _WEIGHT.search(number.left) or _BY_STANDARD.search(number.left):
        return Reason.THRESHOLD
    if _GOOD_TAIL.match(tail):
        return None
    if _CONDITION.search(number.left) and "的" in tail[:30]:
        return Reason.THRESHOLD
    describes = tail.startswith("的") and not number.counts_right and not _MAKES.search(number.left)
    return Reason.THRESHOLD if describes else None


def size(number: NumberInClause) -> Reason | None:
    """70个30亿元以上项目, 10亿元以上项目20个, 110千伏变电站, 百亿级."""
    quantity, unit = number.quantity, number.quantity.unit
    names_class = bare(unit) in CLASSES and not number.is_predicate and quantity.value % 1 == 0
    if names_class or number.right.startswith("级"):
        return Reason.CLASS
    if not (is_measured(unit) or unit in TIMES or unit in {"%", "万", "亿"}):
        return None
    if _DESCRIBED.search(number.left) and not _TOTAL.search(number.left):
        return Reason.CLASS
    if number.ends or _GOOD_TAIL.match(number.tail):
        return None
    beside_count = (number.counts_left or number.counts_right) and unit != "%"
    of_money = number.comparator.after and is_money(unit) and not number.tail.startswith("的")
    return Reason.CLASS if beside_count or of_money or _CAPACITY.search(number.left) else None


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
