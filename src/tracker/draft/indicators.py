"""What is measured: whether it grows, falls or comes to a level, its kind, and its name."""

import re
from collections.abc import Sequence
from enum import Enum

from tracker.draft.sentences import ASIDE, DATE, unmasked
from tracker.draft.units import is_ratio


class Trend(Enum):
    """What the words before a number say of it."""

    NONE = "none"
    LEVEL = "level"  # 达到, 提高到, 降至
    UP = "up"  # 增长, 提高
    DOWN = "down"  # 下降, 压减


_TO_LEVEL = (
    "(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|压减|压缩|缩短|压降|降|增|升|减|缩|提|扩|调整|优化|稳定|保持|控制|维持|收窄|"
    "恢复|发展|壮大|累计|回升|增强|放宽|延长)(?:到|至(?![少多])|为|在)"
)
_UP = (
    "增长|增加(?!值)|提高|提升|上升|增幅|增速|增长率|扩大|递增|加快|上浮|涨幅|上涨|"
    "快于|高出|增收|增产|提速|增量|改善|增(?!加值|值)"
)
_DOWN = "下降|精简|降低|减少|压减|压降|降幅|缩短|压缩|削减|减轻|下调|节约|收窄|减排|降|减"
_LEVEL = "达到|达|保持在|稳定在|控制在|维持在|达成|不低于|不超过|实现"
_TREND = re.compile(rf"(?P<level>{_TO_LEVEL})|(?P<down>{_DOWN})|(?P<up>{_UP})|(?P<reach>{_LEVEL})")
_RATE_NOUN = re.compile(r"(?:增速|增幅|增长率|涨幅|增长速度|增长幅度)[^，。；]{0,10}$")
_FALL_NOUN = re.compile(r"(?:降幅|下降率|减幅|降低率|压减率|下降幅度)[^，。；]{0,10}$")
_RISES = re.compile(r"(?:增长|增速|增幅)(?:率)?[^，]{0,4}$")
_AFTER = re.compile(r"的?(?:同比|年均)?(?:增长|增速|增幅|涨幅|增长率|速度)")
LONGEST_NAME = 40
_LONGEST_TAIL = 48
_DATE = f"(?:到|至|在|截至|力争|于)?{DATE}+(?:底|末|初|前|之前|以前|期间|时期|起|内)*"
_HEDGES = (
    "力争|确保|争取|努力|力求|要|将|持续|进一步|继续|积极|稳步|加快|全力|累计|分别|平均|均|都|各|达到|达成|达|实现|超过|突破|不低于|"
    "不少于|不超过|不高于|控制在|保持在|稳定在|维持在|保持|稳定|控制|约|为|至少|高于|低于|同比|年均|比上年|较上年|预计|同时|其中|"
    "推动|全面|提高到|提升到|提升至|提高至|增加到|增加至|增长到|扩大到|扩大至|降至|降到|降低到|降低至|下降到|下降至|压缩到|"
    "压缩至|压减到|压减至|缩短到|缩短至|减少到|减少至|增长|提高|提升|增加|下降|降低|减少|上升|接近|近|的|最高|不小于|大于|小于|有|共|"
    "迈上|站上|跨上|跃上|登上|新?台阶|占|逐步|快于|优于|高出|压减|压缩|缩短|扩大|至多|最多|总计|合计|率先|超|再|(?<![占之贷价])比|较|不|以|低|到|至"
)
_TAIL = re.compile(rf"(?:{_HEDGES}|{_DATE}|[{ASIDE}、，：])+$")
_HEAD = re.compile(
    rf"^(?:(?:未来|今后)?[\d一二三四五两]+年内|力争|确保|争取(?!资|上|到|国|专|中|省)|努力|力求|要|将|持续|进一步|继续|积极|稳步|全力|同时|其中|并且?|以及|使|预计|逐步|率先|{_DATE}|"
    r"[和及与](?![美谐平睦解])|[一二三四五六七八九十]是|分别|[、，：。；\-·•●○>*+])+"
)
_VERB = re.compile(
    r"(?:力争)?(新增|净增|新引进|引进|引育|新建|改建|新改建|新建改建|改造|建成|建设|打造|培育|培训|创建|认定|新认定|开展|举办|组织|实施|完成|开发|"
    r"发放|投放|盘活|处置|治理|整治|更新|更新改造|修复|新开通|开通|设立|推广|淘汰|签约|新签约|落地|开工|储备|招聘|筹集|改扩建|新改扩建)"
)
# 完成, 每年新建, 累计达到: what is done, and not to what.
_ONLY_DOES = re.compile(
    r"(?:全[省市县区]|累计|每[年月周日季]|再|各|共|力争|至少|分别|达到|实现|增长|提高|减少|下降|竣工|投产|完工|投用|"
    rf"{_VERB.pattern})*(?:[和、与及]{_VERB.pattern})*"
)
_ANY_VERB = re.compile(
    rf"{_VERB.pattern}|惠及|带动|拉动|覆盖|达|率$|总|额$|收入$|值$|产量|面积$|数$|人次$|规模$"
)
# 承诺时限在法定时限基础上, 预算收入完成
_IDLE = re.compile(r"在[^，。；、]{2,12}(?:的)?基础上$|(?<=[\u4e00-\u9fff]{3})完成$")
# 实现旅游收入增长15%: the income grows.
_REACHED = re.compile(r"^(?:实现|完成|保持)(?=[\u4e00-\u9fff]{3})")
_LEVELS = frozenset("级市")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.]*")
_RATE = re.compile(r"(?:增速|增幅|涨幅|降幅|率|增长|幅度)$")
_SPLIT = re.compile(r"、|以及|[和与及](?!信|时|平|谐|美|其他|化|国际|以上|以下)")
# 物流费用与生产总值比率: one indicator, made of two.
_COMPARED = re.compile(r"[与和同][^、]*(?:比率|之比|比值|比|剪刀差|协调度)$")
_INDICATOR_END = re.compile(
    r"(?:量|数|额|值|率|收入|产值|人次|人数|规模|投资|消费|出口|进口|进出口|支出|面积|比重|占比|水平|指数|强度|浓度|能耗|成本|"
    r"税收|效益|利润|时间|总值|客流|销售|余额|存款|贷款|里程|排放|时长|人均|营收|度|费用|业务)$"
)
_STOCK = re.compile(
    r"总数|总量|总额|总规模|累计|存量|保有量|拥有|规模|余额|达到|总面积|总产值|人口|床位数|在(?:库|册|园|孵)|数量|稳定在|保持在|控制在"
)
# What is measured and never added up: PM2.5平均浓度.
_STATE = re.compile("浓度|密度|指数|均价")
_INCREMENT = re.compile(
    r"新增|净增|新建|新改|改扩?建|引进|引育|招引|招聘|培训|开展|举办|组织|完成|开发|发放|处置|盘活|新开|开工|建设|建成|打造|培育|创建|实施|"
    r"全年|年内|下半年|上半年|增加|落地|签约|转化|认定|改造|修复|治理|销售|产量|成交|接待|收入|产值|投资|增加值|贷款|交易额|零售额|出口|进口"
)


def trend_of(left: str, right: str, *, growth: bool) -> Trend:
    """What the words of a phrase before (and just behind) a ratio say: the last word counts."""
    if _FALL_NOUN.search(left):
        return Trend.DOWN
    if _RATE_NOUN.search(left) or _AFTER.match(right):
        return Trend.UP
    words = list(_TREND.finditer(left))
    if not words:
        return Trend.UP if growth else Trend.NONE
    last = words[-1]
    if last["level"] or last["reach"]:
        rises = last["reach"] and _RISES.search(left[: last.start()])
        return Trend.UP if rises or growth else Trend.LEVEL
    return Trend.DOWN if last["down"] else Trend.UP


def tidy(text: str) -> str:
    """An indicator's name without what only leads to its number; still masked."""
    before = ""
    name = text.replace(ASIDE, "")
    while name != before:
        before = name
        tail = _TAIL.search(name, max(0, len(name) - _LONGEST_TAIL))
        name = _HEAD.sub("", name[: tail.start()] if tail else name)
    return name


def verb_of(name: str) -> str:
    """What the name says is done: 新增, 改造."""
    verb = _VERB.match(tidy(name))
    return verb[1] if verb else ""


def shown_name(name: str, kind: str, trend: Trend, verb: str) -> str:
    """The name for a reader: 增速 or 变化 is said of rates, and a verb carried over is said again."""
    shown = _whole_quotes(_IDLE.sub("", unmasked(tidy(name))).strip("。，；、："))
    if not shown:
        return ""
    if kind == "growth":
        shown = _REACHED.sub("", shown)
    if kind == "growth" and not _RATE.search(shown) and trend is not Trend.NONE:
        shown += "增速" if trend is Trend.UP else "变化"
    elif kind == "cumulative" and verb and not _ANY_VERB.search(shown):
        shown = verb + shown
    return shortened(shown)


def _whole_quotes(name: str) -> str:
    """The name without a quotation mark whose other one is not in it."""
    return name if name.count("“") == name.count("”") else name.replace("“", "").replace("”", "")


def shortened(name: str) -> str:
    """The name, cut to the longest that is shown."""
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"


def kind_of(left: str, unit: str, trend: Trend, *, after: bool) -> str:
    """The kind of a target, from the words before its number."""
    if unit == "%":
        return "growth" if trend in {Trend.UP, Trend.DOWN} else "share"
    if is_ratio(unit):
        return "cumulative" if trend is Trend.UP else "level"
    if _STATE.search(left) or trend is Trend.LEVEL or (_STOCK.search(left) and not _INCREMENT.search(left)):
        return "level"
    increments, stocks = list(_INCREMENT.finditer(left)), list(_STOCK.finditer(left))
    if after or not stocks or not increments or stocks[-1][0] in {"达到", "规模"}:
        return "cumulative"
    return "level" if stocks[-1].start() > increments[-1].start() else "cumulative"


def only_does(name: str) -> bool:
    """Whether a name says what is done and not to what."""
    return bool(_ONLY_DOES.fullmatch(name))


def names_in(text: str) -> list[str]:
    """The indicators that a list before 分别 names."""
    return in_full([part for part in _SPLIT.split(text) if part.strip(ASIDE)])


def in_full(names: Sequence[str]) -> list[str]:
    """The names of a list, each with what only the last one says: 新建、改扩建学校, 工业、服务业增加值."""
    if len(names) < 2:  # noqa: PLR2004 - two make a list
        return list(names)
    *before, last = names
    return [*(name + _shared_end(name, last) for name in before), last]


def _shared_end(name: str, last: str) -> str:
    """What the last name of a list says of this one too; empty where this one is a whole."""
    words = name.strip(ASIDE)
    verb = _VERB.match(last)
    if only_does(words):
        return last[verb.end() :] if verb else ""
    if _INDICATOR_END.search(words) or not words:
        return ""
    if len(words) == 1 and last[1:2] in _LEVELS:  # 省、市级平台
        return last[1:]
    if _LATIN.fullmatch(words) and (latin := _LATIN.match(last)):  # PM2.5、PM10平均浓度
        return last[latin.end() :]
    for length in range(min(len(words) - 1, 4), 0, -1):
        at = last.find(words[-length:], 1)
        if 0 < at < len(last) - length:
            return last[at + length :]
    return ""


def several(masked: str, *, evenly: bool) -> list[str]:
    """The indicators that share one number: 接待游客数量、旅游综合收入; one where they are one."""
    parts = [part for part in _SPLIT.split(masked) if part.strip(f"{ASIDE}{DATE}")]
    if len(parts) < 2:  # noqa: PLR2004 - two make a list
        return parts
    if _COMPARED.search(tidy(masked)):
        return [masked]
    parts = in_full(parts) if evenly else parts
    whole = all(_INDICATOR_END.search(tidy(part)) for part in parts)
    return parts if whole or evenly else [masked]
