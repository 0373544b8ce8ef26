"""The marks that begin a heading or an item: 一、 （一） 1. 第一条 ## and their kin."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from tracker.draft.numerals import number_of


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
    LEAD = 12  # none: a paragraph whose first words are its title


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
    (Style.DOT, re.compile(r"(\d{1,3})[.、](?!\d)")),
    (Style.NUMBER_PAREN, re.compile(r"（?(\d{1,2})）[、.]?")),
    (Style.CIRCLED, re.compile(rf"([{_CIRCLED}])")),
)


_TITLE = re.compile(
    r"(?:意见|通知|方案|措施|规划|计划|要点|办法|条例|报告|清单|决定|行动|政策|任务|目标|分工|安排|工程|纲要|规定|细则|举措)(?:（[^（）]*）)?$"
)
_TWO_LINES = 80


def is_title(words: str) -> bool:
    """Whether a line reads like the title of a policy text."""
    return bool(_TITLE.search(words)) and "。" not in words and len(words) <= _TWO_LINES


def mark_of(line: str) -> Mark | None:
    """The mark that a line (uniform, without blanks) begins with, or None."""
    ornament = _ORNAMENT.match(line)
    begin = ornament.end() if ornament else 0
    hashes = len(ornament[1]) if ornament else 0
    for style, form in _FORMS:
        if found := form.match(line, begin):
            if found.end() == len(line) and style in {Style.DOT, Style.DOTTED}:
                continue
            return Mark(style, _number(found[1]), found.end(), hashes)
    return Mark(Style.HASH, 0, begin, hashes) if hashes else None


def ornament_length(line: str) -> int:
    """How many characters of emphasis and list marks a line begins with."""
    found = _ORNAMENT.match(line)
    return found.end() if found else 0


def _number(text: str) -> int:
    if text in _CIRCLED:
        return _CIRCLED.index(text) + 1
    value = number_of(text)
    return int(value if value is not None else Decimal(0))
