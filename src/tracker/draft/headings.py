"""What a line that heads something looks like: marks (一、 （一） 1. 第一条 ##), titles, heads of columns."""

import re
from dataclasses import dataclass
from enum import Enum, IntEnum

from tracker.draft.numbers import number_of
from tracker.draft.units import UNIT


class Style(IntEnum):
    """The sorts of marks, outermost first as they are usually nested."""

    PART = 0  # 第一编, 第一部分
    CHAPTER = 1  # 第一章
    DIVISION = 2  # 第一节
    DUN = 3  # 一、
    PAREN = 4  # （一）
    ARTICLE = 5  # 第一条
    NAMED = 6  # 措施一：
    DOT = 7  # 1. 1、
    DOTTED = 8  # 1.1
    NUMBER_PAREN = 9  # （1） 1）
    CIRCLED = 10  # ①
    HASH = 11  # Markdown, by its depth
    BARE = 12  # none: a line by itself
    LEAD = 13  # none: a paragraph whose first words are its title


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at the start of a line: its sort, the number it bears, and its length in characters."""

    style: Style
    number: int
    length: int
    hashes: int = 0

    @property
    def key(self) -> tuple[int, int]:
        """What two headings of one level have in common."""
        return (self.style, self.hashes if self.style is Style.HASH else 0)


_CN = r"[零〇一二两三四五六七八九十百]{1,5}"
_ORNAMENT = re.compile(r"(?:>|[*+•●■◆▪·]|-(?=[^-\d]))*(#{0,6})")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_UNITS = "%‰万亿千百十个家项人名户亩元公平吨米次倍成年月日号届级"
_FORMS = (
    (Style.PART, re.compile(rf"第({_CN}|\d{{1,3}})(?:编|篇|部分)[：、.]?")),
    (Style.CHAPTER, re.compile(rf"第({_CN}|\d{{1,3}})章[：、]?")),
    (Style.DIVISION, re.compile(rf"第({_CN}|\d{{1,3}})节[：、]?")),
    (Style.ARTICLE, re.compile(rf"第({_CN}|\d{{1,3}})条[：、]?(?!措施|政策|产业|线|生产)")),
    (Style.DUN, re.compile(rf"({_CN})(?:、|\.(?!\d))")),
    (Style.PAREN, re.compile(rf"（({_CN})）、?")),
    (Style.NAMED, re.compile(rf"(?:措施|任务|举措|工程|行动)({_CN}|\d{{1,3}})[：、.]")),
    (Style.DOTTED, re.compile(rf"\d{{1,2}}\.(\d{{1,2}})(?:\.\d{{1,2}})?[、.]?(?![\d.{_UNITS}])")),
    (Style.DOT, re.compile(r"(\d{1,3})[.、](?:(?!\d)|(?=20\d\d年))")),
    (Style.NUMBER_PAREN, re.compile(r"（?(\d{1,2})）[、.]?")),
    (Style.CIRCLED, re.compile(rf"([{_CIRCLED}])")),
)
_TITLE = re.compile(
    r"(?:意见|通知|方案|措施|规划|计划|要点|办法|条例|报告|清单|决定|行动|政策|任务|目标|分工|安排|工程|纲要|规定|细则|举措)(?:（[^（）]*）)?$"
)
_LONGEST_TITLE = 80


def is_title(words: str) -> bool:
    """Whether a line reads like the title of a policy text."""
    return bool(_TITLE.search(words)) and "。" not in words and len(words) <= _LONGEST_TITLE


def mark_of(line: str) -> Mark | None:
    """The mark that a line (in one form of writing, without blanks) begins with, or None."""
    ornament = _ORNAMENT.match(line)
    begin = ornament.end() if ornament else 0
    hashes = len(ornament[1]) if ornament else 0
    for style, form in _FORMS:
        if match := form.match(line, begin):
            if match.end() == len(line) and style in {Style.DOT, Style.DOTTED}:
                continue
            return Mark(style, _number(match[1]), match.end(), hashes)
    return Mark(Style.HASH, 0, begin, hashes) if hashes else None


def ornament_length(line: str) -> int:
    """How many characters of emphasis and list marks a line begins with."""
    ornament = _ORNAMENT.match(line)
    return ornament.end() if ornament else 0


def _number(text: str) -> int:
    if text in _CIRCLED:
        return _CIRCLED.index(text) + 1
    return int(number_of(text) or 0)


# A table of tasks has no fewer columns.
FEWEST_COLUMNS = 3


class ColumnKind(Enum):
    """What a column of a table of tasks holds, by its head."""

    NUMBER = "number"
    TITLE = "title"
    TEXT = "text"
    VALUE = "value"
    UNIT = "unit"
    OWNERS = "owners"
    DUE = "due"
    PAST = "past"
    SUM = "sum"  # what the years up to the target add up to
    OTHER = "other"


# What a column of a part of a year holds: 一季度目标, 上半年进度安排.
STEP = r"(?:工作|预期|形象|时序)?(?:目标|任务|计划|进度|安排|节点)*(?:值|数)?"
_COLUMN_HEADS = (
    (ColumnKind.NUMBER, re.compile(r"序号|编号|序")),
    (
        ColumnKind.OWNERS,
        re.compile(
            r".{0,6}(?:责任|牵头|配合|主办|协办|承办|落实|主管|参与|实施|参加|负责).{0,3}(?:单位|部门|科室|主体|机构)"
        ),
    ),
    (ColumnKind.DUE, re.compile(r".{0,4}(?:时限|时间|期限|节点)(?:要求)?")),
    (
        ColumnKind.SUM,
        re.compile(
            r"【?(?:\w{0,4}年)?累计(?:值|数)?】?"
            r"|(?:20\d\d年?-+20\d\d年|五年)?年均(?:增长|增速)?(?:率)?(?:%|（%）)?[/或]?[【（]?(?:五年)?(?:累计)?[】）]?"
        ),
    ),
    (ColumnKind.UNIT, re.compile(r"(?:计量|指标)?单位")),
    (
        ColumnKind.PAST,
        re.compile(
            r".{0,8}(?:现状|基期|基数|实绩|完成情况|实际|完成值|完成数|上年(?!增)).{0,4}|20\d\d年?(?:预计|已)?完成"
        ),
    ),
    (
        ColumnKind.VALUE,
        re.compile(
            r".{0,10}(?:目标值|目标数|任务数|计划数|指标值|数值|目标|计划)|20\d\d年?(?:目标|任务|计划|预期)?(?:值|数)?"
            r"|(?:20\d\d年)?(?:前?第?[一二三四1-4]个?季度|[上下]半年|(?:1-+)?(?:1[0-2]|[1-9])月份?|全年|年度|年[底末])"
            rf"[末底]?{STEP}"
        ),
    ),
    (
        ColumnKind.OTHER,
        re.compile(r"备注|类别|属性|性质|类型|指标属性|说明|序列|领域|分类|责任人|联系人|分管领导|责任领导"),
    ),
    (
        ColumnKind.TITLE,
        re.compile(r".{0,6}(?:任务|事项|实事|项目|措施|举措|指标|名称|工作|工程)(?:名称|内容)?"),
    ),
    (ColumnKind.TEXT, re.compile(r".{0,6}(?:内容|要求|目标任务|标准|进度|安排|做法|成果)(?:[及和]\w{2,4})?")),
)
_LONGEST_HEAD = 12


# 造林面积（亩）: what is counted below a head, and in what.
_HEAD_WITH_UNIT = re.compile(rf"(?P<noun>.+?)（(?:单位：)?(?P<unit>[十百千万亿]*{UNIT}|[万亿])）")
# 增速, 同比增长%: of the column before it.
_IN_BRACKETS = re.compile(r"（[^（）]{1,8}）$")
_IS_PLANNED = re.compile(r"20\d\d年.*(?:计划|目标|任务)")
_GROWTH = re.compile(
    r"(?:20\d\d年?)?(?:同比|[比较]上年|预期|计划|目标)*(?:增长|增速|增幅|涨幅)(?:率|速度|幅度|目标)?(?:%|（%）)?"
)
# What describes a thing that is to be built, and what is there anyway.
_DESCRIBES = re.compile(
    r"投资|概算|造价|规模|占地|现有|人口|户籍|总户数|已|去年|上年|估算|奖|补助|补贴|分值|权重|得分|标准"
)
_GENERIC = re.compile(
    r"(?:20\d\d年?)?(?:工作|具体|年度|主要|重点)*(?:任务|指标|目标|数量|计划|总数|项目)(?:值|数|量)?"
)


def growth_head(words: str) -> bool:
    """Whether a column has by how much grows what the column before it has."""
    return bool(_GROWTH.fullmatch(words))


def unit_of_head(words: str) -> tuple[str, str]:
    """What is counted below a head that names its unit, and that unit: 造林面积（亩）; else twice nothing."""
    head = _HEAD_WITH_UNIT.fullmatch(words)
    if head is None or growth_head(words):
        return "", ""
    known = _by_form(head["noun"])
    generic = known in {ColumnKind.VALUE, ColumnKind.PAST, ColumnKind.SUM} or _GENERIC.fullmatch(head["noun"])
    return "" if generic else head["noun"], head["unit"]


def column_of(words: str) -> ColumnKind | None:
    """What a head says its column holds; None where it is no head of such a table."""
    if len(_IN_BRACKETS.sub("", words)) > _LONGEST_HEAD:
        return None
    if (known := _by_form(words)) or not (head := _HEAD_WITH_UNIT.fullmatch(words)):
        return known or (ColumnKind.VALUE if growth_head(words) else None)
    known = _by_form(head["noun"])
    if known in {None, ColumnKind.TITLE, ColumnKind.TEXT}:
        described = _DESCRIBES.search(head["noun"]) and not _IS_PLANNED.match(head["noun"])
        return ColumnKind.OTHER if described else ColumnKind.VALUE
    return known


def _by_form(words: str) -> ColumnKind | None:
    return next((column for column, form in _COLUMN_HEADS if form.fullmatch(words)), None)
