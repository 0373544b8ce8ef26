"""The name of an indicator: the words before or behind its number, without what only leads to it."""

import re

from tracker.draft.sentences import ASIDE, DATE, unveiled
from tracker.draft.trend import Trend

LONGEST = 40
_LONGEST_TAIL = 48
_DATE = f"(?:到|至|在|截至|力争|于)?{DATE}+(?:底|末|初|前|之前|以前|期间|时期|起|内)*"
_HEDGES = (
    "力争|确保|争取|努力|力求|要|将|持续|进一步|继续|积极|稳步|加快|全力|累计|分别|平均|均|都|各|达到|达成|达|实现|超过|突破|不低于|"
    "不少于|不超过|不高于|控制在|保持在|稳定在|维持在|保持|稳定|控制|约|为|至少|高于|低于|同比|年均|比上年|较上年|预计|同时|其中|"
    "推动|全面|提高到|提升到|提升至|提高至|增加到|增加至|增长到|扩大到|扩大至|降至|降到|降低到|降低至|下降到|下降至|压缩到|"
    "压缩至|压减到|压减至|缩短到|缩短至|减少到|减少至|增长|提高|提升|增加|下降|降低|减少|上升|接近|近|的|最高|不小于|大于|小于|有|共|"
    "占|逐步|快于|优于|高出|压减|压缩|缩短|扩大|至多|最多|总计|合计|率先|超|再|(?<![占之])比|较|不|以|低|到|至"
)
_TAIL = re.compile(rf"(?:{_HEDGES}|{_DATE}|[{ASIDE}、，：])+$")
_HEAD = re.compile(
    rf"^(?:力争|确保|争取(?!资|上|到|国|专|中|省)|努力|力求|要|将|持续|进一步|继续|积极|稳步|全力|同时|其中|并且?|以及|使|预计|逐步|率先|{_DATE}|"
    r"[和及与](?=[新建完培])|分别|[、，：。；\-·•●○>*+])+"
)
_VERB = re.compile(
    r"(?:力争)?(新增|净增|新引进|引进|引育|新建|改建|新改建|新建改建|改造|建成|建设|打造|培育|培训|创建|认定|新认定|开展|举办|组织|实施|完成|开发|"
    r"发放|投放|盘活|处置|治理|整治|更新|更新改造|修复|新开通|开通|设立|推广|淘汰|签约|新签约|落地|开工|储备|招聘|筹集|改扩建|新改扩建)"
)
_ANY_VERB = re.compile(rf"{_VERB.pattern}|达|率$|总|额$|收入$|值$|产量|面积$|数$|人次$|规模$")
_RATE = re.compile(r"(?:增速|增幅|涨幅|降幅|率|增长|幅度)$")


def tidy(text: str) -> str:
    """An indicator's name without what only leads to its number; still veiled."""
    before = ""
    name = text.replace(ASIDE, "")
    while name != before:
        before = name
        tail = _TAIL.search(name, max(0, len(name) - _LONGEST_TAIL))
        name = _HEAD.sub("", name[: tail.start()] if tail else name)
    return name


def verb_of(name: str) -> str:
    """What the name says is done: 新增, 改造."""
    found = _VERB.match(tidy(name))
    return found[1] if found else ""


def shown_name(name: str, kind: str, trend: Trend, verb: str) -> str:
    """The name for a reader: 增速 or 变化 is said of rates, and a verb carried over is said again."""
    shown = unveiled(tidy(name)).strip("。，；、：")
    if not shown:
        return ""
    if kind == "growth" and not _RATE.search(shown) and trend is not Trend.NONE:
        shown += "增速" if trend is Trend.UP else "变化"
    elif kind == "cumulative" and verb and not _ANY_VERB.search(shown):
        shown = verb + shown
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"
