"""What one clause lends to the next: the period, whether it is past, whether it is aspired to."""

import re
from dataclasses import dataclass, field

from tracker.draft.periods import Period
from tracker.draft.sentences import Sentence

ASPIRES = re.compile(r"力争|争取|力求|努力(?:达到|实现|完成|使|将|把)|争创")
BINDS = re.compile(r"确保|必须|严格控制")
_DONE = re.compile(
    r"(?:^|[，。；])[^，。；]{0,12}?(?:截至目前|目前|截至|迄今|(?<!完成)(?<!对)(?<!将)(?<!把)已经?(?!.{0,3}投产)|累计已|现已|近年来|过去|以来|"
    r"近[一二两三四五六七八九十\d]{1,2}年来?|现有(?![^，。；]*基础))"
    r"|[^而]已(?:完成|建成|达到|累计|有|经|实现|开展|培育|引进|发放|超过)"
)
_NOW = re.compile(
    r"今年|力争|确保|争取(?=今年|年|全年|达|突破|超过|再|新增|到)|计划|将|要(?!求|素|点|件|闻|道|害|紧)|下一步|到20\d\d"
)
# A sentence that ends so looks back from its beginning.
_LOOKS_BACK = re.compile(r"奠定了|打下了|打下[^，。；]{0,6}基础|好于预期|创[^，。；]{0,6}新高|再创佳绩")
_LOOKS_AHEAD = re.compile(r"今年|力争|确保")
_COMPARED = re.compile(r"(?:比|较|于|同|与|以|超过|相比|对比|高于|低于)$")
_COMPARES = re.compile(r"(?:的?基础|相比|水平|同期|的?规模|的?标准|基数|平均)")
# 由上年末的386家增加到450家: where it starts.
_HAD = re.compile(r"[末底]?的?\d")
# 2024—2025年节能降碳行动方案, 2025年工作要点: the year belongs to a title.
_TITLED_YEARS = re.compile(r"[^，。；、：]{0,24}?(?:方案|规划|计划|纲要|行动|意见)")
_TITLED_YEAR = re.compile(r"(?:度)?[^，。；、：]{0,14}?(?:方案|要点|规划|纲要|清单|报告)")


@dataclass(slots=True)
class Mood:
    """What holds for the clause that is read; places are of script.text, -1 where there is none."""

    year: int
    period: Period | None = None
    period_start: int = -1
    past: bool = False
    aspire: bool = False
    aspire_start: int = -1
    given: bool = False  # subsidies were spoken of
    here: list[Period] = field(default_factory=list)  # those of the clause that may be a target's
    passing: bool = False  # the period was that of a part (其中2024年50公里)
    topic: str = ""  # the indicator named last
    verb: str = ""  # what is done with the things counted last

    def turn(self) -> None:
        """A semicolon: what was said of a part goes no further."""
        if self.passing:
            self.period, self.period_start, self.passing = None, -1, False

    def rest(self) -> None:
        """A new sentence: nothing is lent any longer."""
        self.period, self.period_start, self.past, self.given = None, -1, False, False
        self.aspire, self.aspire_start, self.topic, self.verb = False, -1, "", ""


def looks_back(veiled: str) -> bool:
    """Whether a sentence as a whole tells of what has been reached."""
    return bool(_LOOKS_BACK.search(veiled)) and not _LOOKS_AHEAD.search(veiled)


def tune(mood: Mood, sentence: Sentence, start: int, end: int, here: list[Period]) -> None:
    """Take in what the clause [start, end) says of time and will, before its numbers are read."""
    veiled = sentence.veiled
    words = veiled[start:end]
    turns = [(found.end(), True) for found in _DONE.finditer(words)]
    turns += [(found.end(), False) for found in _NOW.finditer(words)]
    for period in here:
        if not _is_compared_with(veiled, period) and (period.past or not turns):
            turns.append((period.end - start, period.past))
    if turns:
        mood.past = max(turns)[1]
    mood.here = usable = [
        p for p in here if p.until and not p.past and not p.yearly and not _in_title(veiled, p)
    ]
    if usable:
        best = next((p for p in usable if not p.whole), usable[0])
        mood.period, mood.period_start = best, sentence.start + best.start
        mood.passing = words.startswith("其中")
    if found := ASPIRES.search(words):
        mood.aspire, mood.aspire_start = True, sentence.start + start + found.start()
    elif BINDS.search(words):
        mood.aspire, mood.aspire_start = False, -1


def _is_compared_with(veiled: str, period: Period) -> bool:
    """比上年, 在2024年基础上: not when something is reached, but what it is compared with."""
    before = veiled[max(0, period.start - 3) : period.start]
    starts = before.endswith(("由", "从")) and _HAD.match(veiled, period.end)
    return bool(starts or _COMPARED.search(before) or _COMPARES.match(veiled, period.end))


def _in_title(veiled: str, period: Period) -> bool:
    if period.since is None or period.whole or period.until is None:
        return False
    longer = period.since.year != period.until.year
    return bool((_TITLED_YEARS if longer else _TITLED_YEAR).match(veiled, period.end))
