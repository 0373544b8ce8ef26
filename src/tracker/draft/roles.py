"""Which numbers are no targets, and why: one small rule each, asked in order."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tracker.draft.comparators import Comparator
from tracker.draft.quantities import Quantity
from tracker.draft.reasons import Reason
from tracker.draft.units import CLASSES, TIME, TIMES, bare, is_measured, is_money, is_ratio
from tracker.model.goal import CAPS


@dataclass(frozen=True, slots=True)
class Context:
    """A number in its clause: what stands before and behind it, and what is known of the sentence."""

    quantity: Quantity
    comparator: Comparator
    left: str  # of the clause, up to the number
    right: str  # of the clause, behind number and unit
    tail: str  # of the clause, behind the comparator
    past: bool = False
    given: bool = False  # the sentence spoke of subsidies before
    counts_left: bool = False  # another count stands right before it
    counts_right: bool = False  # another count follows in the clause
    listed: int = 0  # items enumerated right before it
    base_of_ratio: bool = False  # 6个断面水质优良比例达到100%
    power: bool = False  # written as 百, 千, 万, 亿 alone


_LATIN_BEFORE = re.compile(r"[A-Za-zα-ωΑ-Ω][-.]?$|[A-Za-z]\d*[-—.]$|[×xX*+/＋]$|\d[-.:：/]$")
_LATIN_AFTER = re.compile(r"[A-Za-z×*+＋#]|[-.]\d|：\d|:\d")
_BOUNDARY = re.compile(r"(?:[，。；、：）！？\x01]|$|和|及|与|以及|并|，)")
_ABSTRACT = (
    "行动|工程|机制|制度|体系|方面|环节|领域|关系|任务|举措|改革|清单|专班|维度|方向|目标|原则|要求|能力|优势|功能|模式|方式|"
    "途径|关口|底线|红线|战略|方案|计划|政策|措施|意见|文件|办法|规划|协同|统一|融合|结合|联动|攻坚战|会战|战役|保障|问题|"
    "重点|特色|层面|阶段|步骤|作用|转变|转型|提升|指标体系|要素|主体|部分|支柱|革命|文章|链条|板块|品牌|产业|中心|整治|治理|检查|活动|建设|服务|内容|制|法|联系|会商"
)
_ABSTRACT_AFTER = re.compile(rf"(?:大|重点|主要|关键|专项|核心|主导|特色|优势|支柱|攻坚|民生|[^，。；、]){{0,8}}?(?:{_ABSTRACT})")
_DOCUMENT_AFTER = re.compile(r"[^，。；]{0,30}?(?:方案|措施|政策|意见|举措|清单|规定|文件|规划|办法|要求|通知|任务)")
_APPLIES = re.compile(r"(?:落实|贯彻|执行|按照|根据|对照|依据|遵循|用好|用足|兑现|出台|印发|制定|承接|围绕|聚焦)[^，。；]{0,25}$")
_PROGRAMME = re.compile(
    r"(?:[^，。；、]{0,8}?)(?:行动|计划|规划|攻坚|方案|倍增|大变样|改造提升|整治提升|会战|战略|工程|任期|周期|纲要|试点)"
)
_GIVES = re.compile(r"减按|加计|奖励|奖补|补助|补贴|资助|补偿|给予|贴息|奖金|扶持|返还|处罚|罚款|额度|授信|赔付|注册资本|最高(?:可|给)?")
_PER_HEAD = re.compile(
    r"每人|每户|每家|每亩|每个|每项|每台|每套|每辆|每件|每月|每平方米|每吨|每度|每车|每张|每名|每位|单个|单户|单笔|单项|标准为|收费"
)
_RAISES = re.compile(r"(?:提高|增加|增长|达到|提升|降低|降至|上涨|上调|不低于|减轻|节约|实现)(?:到|至)?")
_GETS = re.compile(
    r"(?:发放|投放|兑现|兑付|争取|到位|筹集|撬动|带动|拉动|累计|总额|总规模|新增|完成|力争|确保|突破|降低|减轻|为企业|规模)[^，。；]{0,14}$"
)
_CONDITION = re.compile(r"(?:^|[，：])(?:对|凡|凡是|符合|针对|对于|若|如|鼓励|支持|推荐|吸引|首次)[^，]*$")
_WEIGHT = re.compile(r"(?:权重|分值|计分|得分|扣分|加分|每项|考核)(?:占比|比重|占)?(?:为|达到|不低于|占)?$")
_MAKES = re.compile(
    r"(?:设立|组建|建设|建成|打造|完成|新增|新建|形成|争取|筹集|投入|实现|保持|达到|确保|创建|发行|整合|盘活|新开工)[^，。；的]{0,20}$"
)
# What is done so that there are more of a thing than before; it stands right before a Chinese numeral that counts.
_ACHIEVES = re.compile(
    r"(?:新增|净增|引进|引育|招引|新建|改建|扩建|改造|建成|建设|打造|培育|培训|创建|争创|认定|举办|承办|开工|竣工|投产|完成|设立|组建|签约|"
    r"落地|储备|招聘|发布|推出|推广|达到|开通|增设|布局|获批|申报|申创|选派|选树|评选|创成|建好|办好|落户|取得|突破|攻克|形成|实现)"
    r"(?:了|出|一批|全国|国家级|省级|市级|区级|县级|国家|省|市|各类|首批|不少于|超过|达)*$"
)
_EXISTING = re.compile(
    r"(?:全[区县市省镇乡国域]|辖区|辖内|所辖|下辖|现有|原有|已有|共有|目前|我[区县市省])(?:的|内|共|范围内)?$"
    r"|已[^，。；、]{0,12}的$"
)
_REFERS = re.compile(r"(?:对标|对照|参照|围绕|聚焦|依托|锚定|瞄准|立足|发挥|用好|遵循|坚持)[^，。；、]{0,10}$")
_LENGTH_OF_TIME = re.compile(r"时间|时限|平均|压缩|缩短|压减|时长|天数|学时|课时|耗时|周期|年限|提前|提速|寿命|时数|不少于|不低于|至少|等候|候")
_SHORT_AND_OFTEN = re.compile(r"每(?:个?(?:月|季度|季|周|旬|日|天|半年|星期)|半个?月)[^，。；]*$")
_SOON = re.compile(r"(?:后|起|近|未来|今后|(?<!控制)(?<!保持)(?<!稳定)(?<!压缩)在)$")
# What describes a thing that is named anyway.
_DESCRIBED = re.compile(r"(?:全长|总长|线路长|总投资(?:额)?|占地(?:面积)?|概算(?:总投资)?)(?:约|达|超|为|超过)*$")
_GOOD_TAIL = re.compile(
    r"(?:的)?(?:同比)?(?:增长|增速|增幅|涨幅|速度|目标|水平|降幅)|的(?:覆盖|比例|任务|贡献|规模|产能|能力)"
)
_HOTLINE = re.compile(r"(?:热线|平台|专线|电话|线路|国道|省道|县道|乡道|高速|医院|公园|大道|路|街|铁路|客机|航线|厂|部队|团|所|网|”)")
_CONTACT = re.compile(r"(?:电话|传真|邮编|邮箱|联系人|网址|微信|地址|QQ)")
_FIXED_ONE = frozenset(
    "批步次体些件张站样定般旦流刀线律方面手切直带起致味心键对种类条家把期代支块头点声半共处身套项个轮大贯道脉生人年天届级网门窗屏册"
)


def bare_number(context: Context) -> Reason | None:
    """A number that counts nothing: part of a name or a word."""
    quantity = context.quantity
    if quantity.unit and quantity.unit not in {"年", "月", "日", "天"}:
        return None
    if quantity.unit:
        return None
    if quantity.value > 99999 and _CONTACT.search(context.left):  # noqa: PLR2004 - shorter ones are no telephone numbers
        return Reason.CONTACT
    if context.right.startswith("大"):
        return Reason.LISTED
    if context.right[:1] in {"强", "佳", "优"}:
        return Reason.RANKING
    if context.left.endswith("第"):
        return Reason.ORDINAL
    if quantity.chinese:
        return Reason.WORD
    if context.left.endswith("前"):
        return Reason.RANKING
    if context.comparator.said and _BOUNDARY.match(context.tail):
        return None
    return Reason.NAME


def named(context: Context) -> Reason | None:
    """Digits that letters or signs belong to: 5G, PM2.5, 11×5×9."""
    quantity = context.quantity
    if _LATIN_BEFORE.search(context.left):
        return Reason.NAME
    if not quantity.unit and _LATIN_AFTER.match(context.right):
        return Reason.NAME
    if quantity.unit == "号" or context.right.startswith(("号", "#")):
        return Reason.NAME
    if not quantity.unit and not quantity.chinese and _HOTLINE.match(context.right):
        return Reason.NAME
    return None


def ordinal(context: Context) -> Reason | None:
    """第七届, 第3批, 二期工程, 三级医院."""
    quantity = context.quantity
    if context.left.endswith(("第", "新一", "上一", "下一")):
        return Reason.ORDINAL
    if quantity.unit in {"届", "代", "轮"}:
        return Reason.ORDINAL
    if quantity.unit in {"级", "星", "类", "档"} and not (context.comparator.after and not quantity.chinese):
        return Reason.ORDINAL
    if quantity.unit in {"期", "次"} and context.right.startswith(("全会", "会议", "全体", "党代会", "工程", "项目", "建设", "常务")):
        return Reason.ORDINAL
    return None


def ranking(context: Context) -> Reason | None:
    """500强, 前10名, 第3位."""
    if context.quantity.unit in {"位", "名", "个", "名次"} and context.left.endswith(("前", "第", "进位", "前进")):
        return Reason.RANKING
    if context.right[:1] in {"强", "佳"}:
        return Reason.RANKING
    return None


def rate_base(context: Context) -> Reason | None:
    """每万人, 每千人口, 每百户."""
    return Reason.RATE_BASE if context.left.endswith("每") else None


def magnitude(context: Context) -> Reason | None:
    """千亿斤粮食产能提升行动, 百亿级: a mere power of ten is part of a name unless it is compared with."""
    if context.power and not context.comparator.said and not context.right.startswith("级"):
        return Reason.NAME
    return None


def part_of_word(context: Context) -> Reason | None:
    """一批, 一步, 一件事: Chinese 一 with a counter is seldom a count."""
    quantity = context.quantity
    if not quantity.chinese or quantity.growth or is_ratio(quantity.unit) or is_money(quantity.unit):
        return None
    if context.comparator.after or context.comparator.said:
        return None
    if quantity.value == 0:
        return Reason.WORD
    written_one = quantity.value == 1
    if written_one and (quantity.unit in TIME or bare(quantity.unit) in _FIXED_ONE or len(quantity.unit) == 1):
        return Reason.WORD
    if quantity.unit in {"批", "步", "遍", "类", "轮", "线", "点", "分", "面", "方", "道", "里", "代", "口", "头", "手"}:
        return Reason.WORD
    return None


def programme(context: Context) -> Reason | None:
    """三年行动, 五年计划; and lengths of time that nothing is measured by."""
    quantity = context.quantity
    if quantity.unit not in TIME:
        return None
    if quantity.unit in {"年", "个月", "天", "日", "周"} and _PROGRAMME.match(context.right) and not context.comparator.after:
        return Reason.PROGRAMME
    if bare(quantity.unit) in {"岁", "周岁"}:
        return None if _said_of(context) else Reason.CLASS
    if quantity.unit == "年":
        return Reason.DURATION
    if _LENGTH_OF_TIME.search(context.left) and not _SOON.search(context.left):
        return None
    return Reason.DURATION


def in_document(context: Context) -> Reason | None:
    """落实省首批18条…方案: counts what another document holds."""
    quantity = context.quantity
    if quantity.unit in {"条", "项", "个", "款", "件", "类"} and not context.comparator.after:
        if quantity.unit == "条" and _DOCUMENT_AFTER.match(context.right):
            return Reason.DOCUMENT
        if _APPLIES.search(context.left) and _DOCUMENT_AFTER.match(context.right):
            return Reason.DOCUMENT
    return None


def listed(context: Context) -> Reason | None:
    """八大行动, 三个方面, 等五项: counts what is named just before or after."""
    quantity = context.quantity
    if context.comparator.after or is_ratio(quantity.unit) or is_measured(quantity.unit) or quantity.growth:
        return None
    if context.right.startswith("大"):
        return Reason.LISTED
    if context.listed > 1 and context.listed == quantity.value:
        return Reason.LISTED
    if quantity.chinese and _ABSTRACT_AFTER.match(context.right):
        return Reason.LISTED
    if quantity.chinese and not _BOUNDARY.match(context.tail) and not _ACHIEVES.search(context.left):
        return Reason.LISTED
    if re.match(r"(?:方面|环节|领域|维度|层面|关键)", context.right):
        return Reason.LISTED
    return None


def subsidy(context: Context) -> Reason | None:
    """最高奖励200万元, 按10%给予补助."""
    quantity = context.quantity
    if not (is_money(quantity.unit) or quantity.unit in {"%", ":1"} or quantity.unit in TIMES):
        return None
    if context.given and is_money(quantity.unit) and context.comparator.operator in CAPS and not _MAKES.search(context.left):
        return Reason.SUBSIDY
    near = context.left[-32:]
    given = list(_GIVES.finditer(near))
    if given and not _GETS.search(near[: given[-1].start()]) and not _RAISES.search(near[given[-1].end() :]):
        return Reason.SUBSIDY
    if _PER_HEAD.search(near) and not _RAISES.search(near) and is_money(quantity.unit):
        return Reason.SUBSIDY
    if re.match(r"[^，。；]{0,8}(?:给予|奖励|补助|补贴|资助|贴息|奖补|返还)", context.tail) and not _GETS.search(near):
        return Reason.SUBSIDY
    return None


def threshold(context: Context) -> Reason | None:
    """对年产值超过5000万元的企业: who is meant, not what is wanted."""
    tail = context.tail
    if _WEIGHT.search(context.left):
        return Reason.THRESHOLD
    if _CONDITION.search(context.left) and "的" in tail[:30] and not _GOOD_TAIL.match(tail):
        return Reason.THRESHOLD
    if tail.startswith("的") and not _GOOD_TAIL.match(tail) and not context.counts_right and not _MAKES.search(context.left):
        return Reason.THRESHOLD
    return None


def size(context: Context) -> Reason | None:
    """70个30亿元以上项目, 10亿元以上项目20个, 110千伏变电站, 百亿级."""
    quantity = context.quantity
    if (bare(quantity.unit) in CLASSES and not _said_of(context)) or context.right.startswith("级"):
        return Reason.CLASS
    if not (is_measured(quantity.unit) or quantity.unit in TIMES or quantity.unit == "%" or quantity.unit in {"万", "亿"}):
        return None
    if _DESCRIBED.search(context.left) and not re.search(r"(?:完成|新增|达成)总投资", context.left):
        return Reason.CLASS
    attributive = not _BOUNDARY.match(context.tail) and not _GOOD_TAIL.match(context.tail)
    if attributive and (context.counts_left or context.counts_right) and not quantity.unit == "%":
        return Reason.CLASS
    if attributive and context.comparator.after and is_money(quantity.unit) and not context.tail.startswith("的"):
        return Reason.CLASS
    return None


def _said_of(context: Context) -> bool:
    """Whether the number is what is said of something (预期寿命达到79岁), not what describes it (65岁以上老年人)."""
    return bool(_BOUNDARY.match(context.tail)) and context.comparator.start < context.quantity.start


def past(context: Context) -> Reason | None:
    """去年完成…, 截至目前已…: what has been reached already."""
    return Reason.PAST if context.past else None


def existing(context: Context) -> Reason | None:
    """全县18个乡镇: what is there anyway."""
    if is_ratio(context.quantity.unit):
        return None
    refers = _REFERS.search(context.left) and not context.comparator.said and not _BOUNDARY.match(context.tail)
    return Reason.EXISTING if _EXISTING.search(context.left) or context.base_of_ratio or refers else None


def frequency(context: Context) -> Reason | None:
    """每月2次: a habit, not a sum."""
    if context.quantity.unit in {"次", "场", "期", "轮", "场次"} and _SHORT_AND_OFTEN.search(context.left):
        return Reason.FREQUENCY
    return None


Rule = Callable[[Context], Reason | None]
# What the number alone and its neighbours decide: it is then no part of any clause.
PLAIN_RULES: tuple[Rule, ...] = (named, ordinal, ranking, bare_number, rate_base, magnitude, part_of_word)
# What the whole clause decides.
RULES: tuple[Rule, ...] = (past, programme, in_document, listed, existing, subsidy, threshold, size, frequency)


def plain_reason(context: Context) -> Reason | None:
    """Why this number is none to look at further; None where it is one."""
    return next((reason for rule in PLAIN_RULES if (reason := rule(context))), None)


def reason_of(context: Context) -> Reason | None:
    """Why this number is no target; None where it may be one."""
    return next((reason for rule in RULES if (reason := rule(context))), None)
