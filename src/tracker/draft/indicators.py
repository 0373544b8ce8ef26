"""What is measured: the indicator's name, whether it grows or falls, and what kind of target it is."""

import re
from enum import Enum

from tracker.draft.sentences import ASIDE, QUOTED, TITLED
from tracker.draft.units import is_ratio


class Trend(Enum):
    """What the words before a number say of it."""

    NONE = "none"
    LEVEL = "level"  # 达到, 提高到, 降至
    UP = "up"  # 增长, 提高
    DOWN = "down"  # 下降, 压减


_TO_LEVEL = (
    "(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|压减|压缩|缩短|压降|降|增|升|减|缩|提|扩|调整|优化|稳定|保持|控制|维持|收窄|"
    "恢复|发展|壮大|累计|回升|增强|放宽|延长)(?:到|至|为|在)"
)
_UP = "增长|增加|提高|提升|上升|增幅|增速|增长率|扩大|递增|加快|上浮|涨幅|上涨|快于|高出|增收|增产|提速|增量|改善|增"
_DOWN = "下降|降低|减少|压减|压降|降幅|缩短|压缩|削减|减轻|下调|节约|收窄|减排|降|减"
_LEVEL = "达到|达|保持在|稳定在|控制在|维持在|达成|不低于|不超过|实现"
_TREND = re.compile(rf"(?P<level>{_TO_LEVEL})|(?P<down>{_DOWN})|(?P<up>{_UP})|(?P<reach>{_LEVEL})")
_RATE_NOUN = re.compile(r"(?:增速|增幅|增长率|涨幅|增长速度|增长幅度)[^，。；]{0,10}$")
_FALL_NOUN = re.compile(r"(?:降幅|下降率|减幅|降低率|压减率|下降幅度)[^，。；]{0,10}$")
_AFTER = re.compile(r"的?(?:同比|年均)?(?:增长|增速|增幅|涨幅|增长率|速度)")

SPLIT = re.compile(r"、|以及|[和与及](?!信|时|平|谐|美|其他|化|国际)")
_INDICATOR_END = re.compile(
    r"(?:量|数|额|值|率|收入|产值|人次|人数|规模|投资|消费|出口|进口|进出口|支出|面积|比重|占比|水平|指数|强度|浓度|能耗|成本|"
    r"税收|效益|利润|时间|总值|客流|销售|余额|存款|贷款|里程|排放|时长|人均|营收|度|费用|业务)$"
)
_HEDGES = (
    "力争|确保|争取|努力|力求|全年|年内|年底前?|下半年|上半年|今年|本年度?|到|至|在|要|将|持续|进一步|继续|积极|稳步|加快|全力|累计|"
    "分别|均|都|各|达到|达|达成|实现|完成|超过|突破|不低于|不少于|不超过|不高于|控制在|保持在|稳定在|维持在|保持|稳定|控制|约|为|"
    "至少|高于|低于|同比|年均|比上年|较上年|力争全年|预计|同时|其中|并|和|及|与|以及|使|推动|全面|每年|提高到|提升到|提升至|"
    "提高至|增加到|增加至|增长到|扩大到|扩大至|降至|降到|降低到|降低至|下降到|下降至|压缩到|压缩至|缩短到|缩短至|减少到|减少至|"
    "增长|提高|提升|增加|下降|降低|减少|上升|接近|近|的|最高|不小于|大于|小于|有|共|占|由|从|期间|时期|末|底|前|逐步|基本|"
    "快于|优于|高出|压减|压缩|缩短|扩大|至多|最多|总计|合计|率先|超"
)
_TAIL = re.compile(rf"(?:{_HEDGES}|[\x01-\x04、，：])+$")
_HEAD = re.compile(
    r"^(?:力争|确保|争取|努力|力求|全年|年内|年底前?|下半年|上半年|今年|本年度?|到|至|在|要|将|持续|进一步|继续|积极|稳步|全力|"
    r"同时|其中|并|和|及|与|以及|使|预计|每年|逐步|基本|率先|期间|时期|末|底|前|累计|[\x04、，：。；])+"
)
_STOCK = re.compile(r"总数|总量|总额|总规模|累计|存量|保有量|拥有|规模|余额|达到|总面积|总产值|人口|床位数|在(?:库|册|园|孵)|数量|稳定在|保持在|控制在")
_INCREMENT = re.compile(
    r"新增|净增|新建|新改|改扩?建|引进|引育|招引|招聘|培训|开展|举办|组织|完成|开发|发放|处置|盘活|新开|开工|建设|建成|打造|培育|创建|实施|"
    r"全年|年内|下半年|上半年|增加|落地|签约|转化|认定|改造|修复|治理|销售|产量|成交|接待|收入|产值|投资|增加值|贷款|交易额|零售额|出口|进口"
)
LONGEST = 40


def trend_of(left: str, right: str, *, growth: bool) -> Trend:
    """What the words of a piece before (and just behind) a ratio say: the last word counts."""
    if _FALL_NOUN.search(left):
        return Trend.DOWN
    if _RATE_NOUN.search(left) or _AFTER.match(right):
        return Trend.UP
    last: re.Match[str] | None = None
    for last in _TREND.finditer(left):  # noqa: B007 - the last one is wanted
        pass
    if last is None:
        return Trend.UP if growth else Trend.NONE
    if last["level"] or last["reach"]:
        before = left[: last.start()]
        rises = re.search(r"(?:增长|增速|增幅)(?:率)?[^，]{0,4}$", before) if last["reach"] else None
        return Trend.UP if rises or growth else Trend.LEVEL
    return Trend.DOWN if last["down"] else Trend.UP


def kind_of(left: str, unit: str, trend: Trend, *, after: bool) -> str:
    """The kind of a target, from the words before its number."""
    if unit == "%":
        return "growth" if trend in {Trend.UP, Trend.DOWN} else "share"
    if is_ratio(unit):
        return "cumulative" if trend is Trend.UP else "level"
    if trend is Trend.LEVEL or (_STOCK.search(left) and not _INCREMENT.search(left)):
        return "level"
    increment = list(_INCREMENT.finditer(left))
    stock = list(_STOCK.finditer(left))
    if stock and increment and not after and stock[-1].start() > increment[-1].start() and stock[-1][0] not in {"达到", "规模"}:
        return "level"
    return "cumulative"


def names_in(text: str) -> list[str]:
    """The indicators that a list before 分别 names."""
    return [part for part in SPLIT.split(text) if part.strip(ASIDE)]


def several(veiled: str, *, evenly: bool) -> list[str]:
    """The indicators that share one number: 接待游客数量、旅游综合收入; one where they are one."""
    parts = [part for part in SPLIT.split(veiled) if part.strip(f"{ASIDE}{QUOTED}{TITLED}\x04")]
    if len(parts) < 2:  # noqa: PLR2004 - two make a list
        return parts
    whole = all(_INDICATOR_END.search(tidy(part)) for part in parts)
    return parts if whole or evenly else [veiled]


def tidy(text: str) -> str:
    """An indicator's name without what only leads to its number."""
    before = ""
    name = text.replace(ASIDE, "")
    while name != before:
        before = name
        name = _HEAD.sub("", _TAIL.sub("", name))
    return name
