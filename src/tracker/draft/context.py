"""What one clause lends to the next: the period, whether it is past, and its modality: 力争 or 确保."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tracker.draft.periods import Period
from tracker.draft.sentences import Sentence, mask

_ASPIRES = re.compile(r"力争|争取|力求|努力(?:达到|实现|完成|使|将|把)|争创")
_BINDS = re.compile(r"确保|必须|严格控制")
_DONE = re.compile(
    r"(?:^|[，。；])[^，。；]{0,12}?(?:截至目前|目前|截至|迄今|(?<!完成)(?<!对)(?<!将)(?<!把)已经?(?!.{0,3}投产|[^，。；]{1,4}的)|累计已|现已|近年来|过去|以来(?![的建新形设])|"
    r"近[一二两三四五六七八九十\d]{1,2}年来?|(?<!完成)现有(?![^，。；]*基础))"
    r"|[^而]已(?:完成|建成|达到|累计|有|经|实现|开展|培育|引进|发放|超过)(?!的)"
)
_NOW = re.compile(
    r"今年|力争|确保|争取(?=今年|年|全年|达|突破|超过|再|新增|到)|计划|将|要(?!求|素|点|件|闻|道|害|紧)|下一步|到20\d\d"
)
# A sentence that ends so looks back from its beginning.
_LOOKS_BACK = re.compile(r"奠定了|打下了|打下[^，。；]{0,6}基础|好于预期|创[^，。；]{0,6}新高|再创佳绩")
_LOOKS_AHEAD = re.compile(r"今年(?!以来)|力争|确保")
# 上半年，完成投资12亿元，同比增长9%: what is compared with a year before, so far, has been counted.
SO_FAR = re.compile(
    r"^(?:今年以来|年初以来|开年以来|上半年|前[一二三]个?季度|一季度|前\d{1,2}个月|1-+\d{1,2}月份?|截至[^，]{2,12})，"
)
_COUNTED = re.compile(
    r"同比|较上年|比上年|占年?度?(?:目标|计划|任务)|完成率|序时|了(?![解结])|已|位居|排名|居全"
)
# What a sentence behind that begins with, where that has been counted and this is still to come.
_LATER = re.compile(
    r"(?:下半年|第?四季度|后[一二三四五六]个(?:季度|月)|全年|年内|下一?(?:步|阶段)|接下来|年底前)(?P<aims>[^。；]*?(?:力争|确保|争取|将|要|再|计划))?"
)
_AIMS = re.compile(r"力争|确保|争取|将|(?<!主)要(?![求素点])|计划")
# A statistic: 增长8.1%, without 左右 or 以上.
_STATISTIC = re.compile(r"(?:增长|下降)\d+\.\d+%(?!以|左|上|的)")
_COMPARED = re.compile(r"(?:比|较|对|于|同|与|以|超过|相比|对比|高于|低于)$")
_COMPARES = re.compile(r"(?:的?基础|相比|水平|同期|的?规模(?!以上|工业|企业)|的?标准|基数|平均)")
# 由上年末的386家增加到450家: where it starts.
_HAD = re.compile(r"[末底]?的?\d")
# 2024—2025年节能降碳行动方案, 2025年工作要点: the year belongs to a title.
_TITLED_YEARS = re.compile(r"[^，。；、：]{0,24}?(?:方案|规划|计划|纲要|行动|意见)")
_TITLED_YEAR = re.compile(r"(?:度)?[^，。；、：]{0,14}?(?:方案|要点|规划|纲要|清单|报告)")
_MODALITY = re.compile(rf"(?P<aspires>{_ASPIRES.pattern})|{_BINDS.pattern}")
# 争取资金 asks for money and promises nothing.
_ASKS = re.compile(r"争取[^，。；]{0,14}(?:资金|支持|政策)")
_STOPS = "。！？"
_LONGEST_SENTENCE = 600
# So much is looked at before a number.
REACH = 160


@dataclass(slots=True)
class SentenceContext:
    """What holds for the clause that is read; places are of SourceText.text, -1 where there is none."""

    year: int
    period: Period | None = None
    period_start: int = -1
    past: bool = False
    aspire: bool = False
    aspire_start: int = -1
    subsidies: bool = False  # the sentence spoke of some
    own_periods: list[Period] = field(default_factory=list)  # those of the clause that may be a target's
    last_periods: list[Period] = field(
        default_factory=list
    )  # those of the sentence's last clause that had some
    of_part: bool = False  # the period was that of a part (其中2024年50公里)
    topic: str = ""  # the indicator named last
    verb: str = ""  # what is done with the things counted last

    def pass_semicolon(self) -> None:
        """What was said of a part, or of numbers one by one, goes no further than a semicolon."""
        self.last_periods = []
        if self.of_part:
            self.period, self.period_start, self.of_part = None, -1, False

    def enter(self, sentence: Sentence, start: int, end: int, periods: Sequence[Period]) -> None:
        """Take in what a clause of the sentence says of time and modality, before its numbers are read.

        `periods` are those that the clause, sentence.masked[start:end], names.
        """
        masked, words = sentence.masked, sentence.masked[start:end]
        turns = [(match.end(), True) for match in _DONE.finditer(words)]
        turns += [(match.end(), False) for match in _NOW.finditer(words)]
        for period in periods:
            if not _is_compared_with(masked, period) and (period.past or not turns):
                turns.append((period.end - start, period.past))
        if turns:
            self.past = max(turns)[1]
        self.own_periods = [p for p in periods if _may_be_a_targets(masked, p)]
        if self.own_periods:
            self.last_periods = self.own_periods
            self.period = next((p for p in self.own_periods if not p.whole), self.own_periods[0])
            self.period_start = sentence.start + self.period.start
            self.of_part = words.startswith("其中")
        if aspires := _ASPIRES.search(words):
            self.aspire, self.aspire_start = True, sentence.start + start + aspires.start()
        elif _BINDS.search(words):
            self.aspire, self.aspire_start = False, -1


@dataclass(frozen=True, slots=True)
class Clause:
    """[start, end) of a sentence, and what holds there; `undated` is it masked, with its dates masked too."""

    sentence: Sentence
    undated: str
    context: SentenceContext
    measure: int
    start: int
    end: int

    def left_of(self, at: int) -> str:
        """The words of the clause before a place, as many as are looked at."""
        return self.undated[max(self.start, at - REACH) : at]

    def right_of(self, at: int) -> str:
        """The words of the clause behind a place, as many as are looked at."""
        return self.undated[at : min(self.end, at + REACH)]


def looks_back(masked: str, following: str = "") -> bool:
    """Whether a sentence as a whole tells of what has been reached; `following` is what stands behind it."""
    so_far = SO_FAR.match(masked) and (_COUNTED.search(masked) or _is_before(masked, following))
    return bool(_LOOKS_BACK.search(masked) or so_far) and not _LOOKS_AHEAD.search(masked)


def _is_before(masked: str, following: str) -> bool:
    """上半年，完成投资50亿元。下半年，要完成60亿元: the first half is over."""
    later = _LATER.match(following)
    return bool(later and not _AIMS.search(masked) and (later["aims"] or _STATISTIC.search(masked)))


def sentence_start(text: str, end: int, floor: int) -> int:
    """Where the sentence begins whose words end at `end`; not before `floor`."""
    floor = max(floor, end - _LONGEST_SENTENCE)
    masked = mask(text[floor:end])
    return floor + max(masked.rfind(stop, 0, len(masked) - 1) for stop in _STOPS) + 1


def aspires_to(text: str, end: int, floor: int) -> bool | None:
    """Whether what ends at `end` is aspired to, by its sentence up to there; None where 争取 may only ask."""
    sentence = mask(text[sentence_start(text, end, floor) : end])
    modalities = list(_MODALITY.finditer(sentence))
    if not modalities:
        return False
    last = modalities[-1]
    return None if _ASKS.match(sentence, last.start()) else bool(last["aspires"])


def _may_be_a_targets(masked: str, period: Period) -> bool:
    return bool(period.until and not period.past and not period.yearly and not _in_title(masked, period))


def _is_compared_with(masked: str, period: Period) -> bool:
    """比上年, 在2024年基础上: not when something is reached, but what it is compared with."""
    before = masked[max(0, period.start - 3) : period.start]
    starts = before.endswith(("由", "从")) and _HAD.match(masked, period.end)
    return bool(starts or _COMPARED.search(before) or _COMPARES.match(masked, period.end))


def _in_title(masked: str, period: Period) -> bool:
    if period.since is None or period.whole or period.until is None:
        return False
    longer = period.since.year != period.until.year
    return bool((_TITLED_YEARS if longer else _TITLED_YEAR).match(masked, period.end))
