"""The units that Chinese policy texts count and measure in, as one expression; and which are which.

Not one text's words: measures of length, area, weight, volume, energy, money and time, and the general
counters (量词) of administrative prose.
"""

import re


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split())


MONEY = _words("元 美元 欧元 日元 港元 人民币 块钱")
_AREA = _words("亩 公顷 平方公里 平方千米 平方米 平米 平方 ㎡ m2 m² km2 km²")
_LENGTH = _words("公里 千米 km 米 里 延米 延长米 皮长公里 车道公里 厘米 毫米 海里 纳米")
_WEIGHT = _words("吨 公斤 千克 斤 克 kg 吨标准煤 吨标煤 标准煤 标煤 吨公里 人公里 吨CO2")
_VOLUME = _words("立方米 立方 方 升 m3 m³ 标方 标准立方米 土石方")
_ENERGY = _words(
    "千瓦时 千瓦 兆瓦时 兆瓦 吉瓦时 吉瓦 瓦 度 度电 千伏安 千伏 伏 蒸吨 马力 大卡 kWh kW KW MW",
    "MWh GW GWh kV KV kVA MVA 兆伏安",
)
_DATA = _words("TB PB EB GB Gbps Mbps P PFlops PFLOPS EFLOPS EFlops 字节 比特")
_RATES = _words(
    "微克/立方米 毫克/立方米 毫克/升 微克每立方米 毫克每升 μg/m3 μg/m³ ug/m3 mg/L mg/m3 分贝",
    "元/平方米 元/人 元/亩 元/吨 元/年 元/月 万元/亩 元/千瓦时 吨/日 吨/天 吨/年 立方米/日",
    "公斤/亩 斤/亩 吨/亩 人/平方公里 平方米/人 张/千人 标准煤/万元 吨标准煤/万元 公里/小时 次/年",
    "度/户 /10万 /万 /千 /百万 方/日 升/秒 立方米/秒 克/千瓦时 千克/亩",
)
TIME = _words(
    "个工作日 工作日 个自然日 自然日 小时 个小时 分钟 秒钟 秒 毫秒 天 日 个月 周 个星期 年 个年度",
    "季度 个季度 学时 课时 岁 周岁",
)
PERCENT = _words("% ‰ 个百分点 百分点 个千分点 PCT pct")
TIMES = _words("倍 番")
_PEOPLE = _words(
    "人次 人 名 位 户次 户 人口 口 对 家次 车次 架次 班次 航次 艘次 列次 台次 件次 场次 批次 项次",
    "课次 例次 亩次 诊次 户籍 人日 人天 人份 床日 票次 频次 轮次 剂次 头次 企业次 辆次",
)
_THINGS = _words(
    "个 家 项 件 套 间 座 处 场 次 期 台套 台 辆 架 艘 条 种 支 所 片 块 张 份 篇 部 本",
    "册 床 株 棵 头 只 羽 盏 根 组 队 班 门 款 例 宗 起 笔 单 票 列 趟 节 栋 幢 席 座席 枚 颗 把",
    "瓶 箱 吨级 标箱 标准箱 TEU 匹 首 道 口井 眼 尾 层 屏 包 袋 格 站 桩 亩次 班列 航线 对次 盘",
    "面 顶 副 双 树 炉 塘 兆帕 棚 摊 车 尊 分 星 级 类 批 轮 档 期次 代 步 遍 名次 款次 标台",
    "机架 标准机架 架机柜",
)
# Statistics count in these; elsewhere the bracket, 套（间）, is an aside.
DOUBLE = _words("台（套） 台（件） 件（套） 套（件） 册（件）")
# Nouns that stand right after a number without a counter, and only where the clause ends with them.
BARE = _words("村 镇 乡 县 区 街道 社区 校 院 企业 项目 园区 小区 产业 品种 学校 基地 路 库")

MEASURED = frozenset((*MONEY, *_AREA, *_LENGTH, *_WEIGHT, *_VOLUME, *_ENERGY, *_DATA, *_RATES))
RATIO = frozenset(PERCENT)
_ALL = sorted({*MEASURED, *RATIO, *TIME, *TIMES, *_PEOPLE, *_THINGS, *DOUBLE}, key=len, reverse=True)
_LATIN_UNITS = [unit for unit in _ALL if unit.isascii() and unit[-1].isalpha()]
_ONE = "(?:" + "|".join(re.escape(u) + ("(?![A-Za-z])" if u in _LATIN_UNITS else "") for u in _ALL) + ")"
# 件/万人, 元/平方米: one for each of another.
UNIT = rf"(?:{_ONE}(?:[/·](?:[十百千万亿]*{_ONE}|万|户|人口|车|年|月|周))*)"

# Voltages and their like name a class of things, never a sum.
CLASSES = frozenset(
    ("千伏", "kV", "KV", "伏", "千伏安", "吨级", "级", "星", "岁", "周岁", "纳米", "代", "档", "伏安")
)
_PREFIX = re.compile(r"[十百千万亿]+(?=.)")


def bare(unit: str) -> str:
    """The unit without 万, 亿 and their like before it."""
    return _PREFIX.sub("", unit, count=1)


def is_money(unit: str) -> bool:
    """Whether it is a sum of money."""
    return bare(unit) in MONEY


def is_measured(unit: str) -> bool:
    """Whether it is measured rather than counted."""
    return bare(unit) in MEASURED or bare(unit).partition("/")[0] in MEASURED


def is_ratio(unit: str) -> bool:
    """Whether it is a percentage or a difference of percentages."""
    return unit in RATIO


def is_counted(unit: str) -> bool:
    """Whether things are counted in it, one by one."""
    return bool(unit) and not is_measured(unit) and not is_ratio(unit)
