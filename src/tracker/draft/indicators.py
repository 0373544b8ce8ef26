"""What is measured: the indicator's name, whether it grows or falls, and what kind of target it is."""

import re

from tracker.draft.naming import tidy
from tracker.draft.sentences import ASIDE, DATE
from tracker.draft.trend import Trend
from tracker.draft.units import is_ratio

SPLIT = re.compile(r"、|以及|[和与及](?!信|时|平|谐|美|其他|化|国际|以上|以下)")
# 物流费用与生产总值比率: one indicator, made of two.
_COMPARED = re.compile(r"[与和同][^、]*(?:比率|之比|比值|比|剪刀差|协调度)$")
_INDICATOR_END = re.compile(
    r"(?:量|数|额|值|率|收入|产值|人次|人数|规模|投资|消费|出口|进口|进出口|支出|面积|比重|占比|水平|指数|强度|浓度|能耗|成本|"
    r"税收|效益|利润|时间|总值|客流|销售|余额|存款|贷款|里程|排放|时长|人均|营收|度|费用|业务)$"
)
_STOCK = re.compile(
    r"总数|总量|总额|总规模|累计|存量|保有量|拥有|规模|余额|达到|总面积|总产值|人口|床位数|在(?:库|册|园|孵)|数量|稳定在|保持在|控制在"
)
_INCREMENT = re.compile(
    r"新增|净增|新建|新改|改扩?建|引进|引育|招引|招聘|培训|开展|举办|组织|完成|开发|发放|处置|盘活|新开|开工|建设|建成|打造|培育|创建|实施|"
    r"全年|年内|下半年|上半年|增加|落地|签约|转化|认定|改造|修复|治理|销售|产量|成交|接待|收入|产值|投资|增加值|贷款|交易额|零售额|出口|进口"
)


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
    if (
        stock
        and increment
        and not after
        and stock[-1].start() > increment[-1].start()
        and stock[-1][0] not in {"达到", "规模"}
    ):
        return "level"
    return "cumulative"


def names_in(text: str) -> list[str]:
    """The indicators that a list before 分别 names."""
    return [part for part in SPLIT.split(text) if part.strip(ASIDE)]


def several(veiled: str, *, evenly: bool) -> list[str]:
    """The indicators that share one number: 接待游客数量、旅游综合收入; one where they are one."""
    parts = [part for part in SPLIT.split(veiled) if part.strip(f"{ASIDE}{DATE}")]
    if len(parts) < 2:  # noqa: PLR2004 - two make a list
        return parts
    if _COMPARED.search(tidy(veiled)):
        return [veiled]
    whole = all(_INDICATOR_END.search(tidy(part)) for part in parts)
    return parts if whole or evenly else [veiled]
