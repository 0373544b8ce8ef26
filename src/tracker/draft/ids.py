"""Ids of drafted targets: the measure's number and words for what is done and counted (m3-new-firms).

They hang on the target itself, not on how many stand before it: another target in the same measure changes
none, unless it is done and counted in the same words; those have -2, -3 in the order of the text.
"""

import re
from collections.abc import Collection

from tracker.draft.units import bare, is_ratio

_ACTS = (
    (re.compile(r"新增|净增|新建|新引进|新认定|新开|新创"), "new"),
    (re.compile(r"培训"), "trained"),
    (re.compile(r"引进|引育|招引|签约"), "attracted"),
    (re.compile(r"举办|开展|组织|承办"), "held"),
    (re.compile(r"改造|整治|治理|修复|修缮|更新|改建|改扩建|提升"), "renewed"),
    (re.compile(r"培育|创建|打造|认定|创成"), "raised"),
    (re.compile(r"开工|启动"), "started"),
    (re.compile(r"竣工|建成|建设|完工|投产"), "built"),
    (re.compile(r"发放|投放|兑现|拨付"), "paid"),
    (re.compile(r"投资"), "investment"),
    (re.compile(r"收入"), "income"),
    (re.compile(r"压减|压缩|减少|下降|降低|淘汰|关停"), "less"),
    (re.compile(r"总数|总量|存量|保有量|达到"), "total"),
)
# One word for units that say the same; where a unit has none its things are items.
_UNITS = {
    "yuan": "元 人民币 块钱",
    "dollars": "美元",
    "euros": "欧元",
    "percent": "% ‰",
    "points": "个百分点 百分点 个千分点",
    "times": "倍 番",
    "mu": "亩",
    "hectares": "公顷",
    "area": "平方公里 平方千米 平方米 平米 平方 ㎡ m2 m² km2 km²",
    "length": "公里 千米 km 米 里 延米 延长米 皮长公里 车道公里 海里",
    "weight": "吨 公斤 千克 斤 克 kg",
    "energy": "吨标准煤 吨标煤 标准煤 标煤 千瓦时 兆瓦时 吉瓦时 度 度电 kWh MWh GWh",
    "power": "千瓦 兆瓦 吉瓦 瓦 kW KW MW GW 千伏安 兆伏安 kVA MVA 蒸吨 马力",
    "volume": "立方米 立方 方 升 m3 m³ 标方 标准立方米 土石方",
    "workdays": "个工作日 工作日",
    "days": "天 日 个自然日 自然日",
    "hours": "小时 个小时 学时 课时",
    "minutes": "分钟",
    "months": "个月",
    "years": "年 岁 周岁 个年度",
    "people": "人 名 位 口 人口",
    "visits": "人次",
    "households": "户 户次",
    "firms": "家 家次",
    "rooms": "套 间",
    "beds": "床 张 床位",
    "places": "座 处 所 站 栋 幢 片",
    "events": "场 次 期 场次 批次 批 轮 班",
    "machines": "台 辆 台套 台（套） 架 艘 标台",
    "lines": "条",
    "trees": "株 棵",
    "animals": "头 只 羽 尾",
    "pieces": "件 部 本 册 份 篇 首",
    "villages": "村",
}
_WORDS = {unit: word for word, units in _UNITS.items() for unit in units.split()}
_ITEMS = "items"


def id_of(measure: int, name: str, kind: str, unit: str, used: Collection[str]) -> str:
    """An id for a target that is none of those `used`."""
    act = "" if is_ratio(unit) or kind == "milestone" else _act(name)
    words = [word for word in (act, _unit(kind, unit)) if word]
    stem = "-".join((f"m{measure}", *words))
    return next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, len(used) + 3))) if one not in used)


def _act(name: str) -> str:
    return next((word for form, word in _ACTS if form.search(name)), "")


def _unit(kind: str, unit: str) -> str:
    if kind == "milestone":
        return "done"
    if kind in {"growth", "share"}:
        return kind
    if unit in _WORDS:
        return _WORDS[unit]
    whole = bare(unit)
    first, _, per = whole.partition("/")
    word = _WORDS.get(first) or ("rate" if per else _ITEMS)
    return f"{word}-rate" if per and word != "rate" else word
