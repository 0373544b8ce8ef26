"""Whether what a ratio measures grows, falls, or comes to a level."""

import re
from enum import Enum


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
    "增长|增加|提高|提升|上升|增幅|增速|增长率|扩大|递增|加快|上浮|涨幅|上涨|"
    "快于|高出|增收|增产|提速|增量|改善|增"
)
_DOWN = "下降|降低|减少|压减|压降|降幅|缩短|压缩|削减|减轻|下调|节约|收窄|减排|降|减"
_LEVEL = "达到|达|保持在|稳定在|控制在|维持在|达成|不低于|不超过|实现"
_TREND = re.compile(rf"(?P<level>{_TO_LEVEL})|(?P<down>{_DOWN})|(?P<up>{_UP})|(?P<reach>{_LEVEL})")
_RATE_NOUN = re.compile(r"(?:增速|增幅|增长率|涨幅|增长速度|增长幅度)[^，。；]{0,10}$")
_FALL_NOUN = re.compile(r"(?:降幅|下降率|减幅|降低率|压减率|下降幅度)[^，。；]{0,10}$")
_AFTER = re.compile(r"的?(?:同比|年均)?(?:增长|增速|增幅|涨幅|增长率|速度)")


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
