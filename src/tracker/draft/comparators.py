"""Words and signs around a number (不低于, 超过, 以上, 左右, ≥) as operators."""

import re
from dataclasses import dataclass

from tracker.draft.sentences import ASIDE
from tracker.model.goal import Operator

_PLAIN = (
    "达到|达|达成|保持在|稳定在|维持在|保持|稳定|为|共|各|均|分别|总计|合计|累计|"
    "(?:提升|提高|增加|增长|扩大|上升|下降|降低|减少|压减|压缩|缩短|压降|提|升|增|扩|降|减|缩)?[到至]"
)
_WORDS = (
    (
        Operator.AT_LEAST,
        "迈上|迈入|站上|跨上|跃上|登上|不低于|不少于|不小于|不下于|不得低于|不得少于|至少|最少|最低|不得小于|达到或超过|达到或突破",
    ),
    (
        Operator.AT_MOST,
        "不超过|不高于|不大于|不多于|不突破|不得超过|不得高于|不得多于|至多|最多|最高|封顶|控制在|限制在|压降在|不超",
    ),
    (Operator.MORE_THAN, "力争突破|超过|超出|突破|高于|大于|多于|优于|快于|超|逾|跨越|迈过|跨过|突破至"),
    (Operator.LESS_THAN, "低于|少于|小于|不足|不到"),
    (Operator.ABOUT, "大约|约为|约达|约占|约|大致|接近|将近|近"),
    (Operator.REACH, _PLAIN),
)
_BEFORE = tuple(
    (operator, re.compile(rf"(?:{words})(?:了|到|至|于|在|为|出|过)?(?:{ASIDE}*)$"))
    for operator, words in _WORDS
)
# ≥85%, and what may stand before such a sign: 达到≥85%, 控制在≤5%.
_SIGN = re.compile(
    rf"(?:{_PLAIN}|控制在)?(?:(?P<least>≥|>=)|(?P<most>≤|<=)|(?P<more>>)|(?P<less><))(?:{ASIDE}*)$"
)
# 不低于全年计划的20%: what the share is of stands between.
_OF = re.compile(
    r"(?P<least>不低于|不少于|不小于|至少)|(?P<most>不超过|不高于|不大于|控制在)|(?P<more>超过|突破|高于|大于)|(?P<less>低于|少于|小于)"
)
_OF_WHAT = re.compile(
    rf"({_OF.pattern})[^，。；、：\d{ASIDE}]{{1,14}}的$|(?:至少|最少)[^，。；、：\d{ASIDE}]{{1,8}}$"
)
_AFTER = re.compile(
    rf"(?P<gap>{ASIDE}*)(?:(?P<least>(?:及|或|\(含\))?以上(?:水平)?|及更多|起步)|(?P<most>(?:及|或)?(?:以内|之内|以下))"
    rf"|(?P<about>左右|上下|前后|内外)|(?P<plus>\+)(?=[，。；、：的{ASIDE}]|$))"
)
_GROUPS = {
    "least": Operator.AT_LEAST,
    "most": Operator.AT_MOST,
    "more": Operator.MORE_THAN,
    "less": Operator.LESS_THAN,
}
_FLIPPED = {
    Operator.AT_LEAST: Operator.AT_MOST,
    Operator.AT_MOST: Operator.AT_LEAST,
    Operator.MORE_THAN: Operator.LESS_THAN,
    Operator.LESS_THAN: Operator.MORE_THAN,
}


@dataclass(frozen=True, slots=True)
class Comparator:
    """What compares a number: the operator, and from where to where the words and the number reach."""

    operator: Operator
    start: int
    end: int
    after: bool = False  # words behind the number say so: 以上, 左右

    @property
    def explicit(self) -> bool:
        """Whether a word or a sign says more than that the number is to be reached."""
        return self.operator is not Operator.REACH


def comparator_of(masked: str, start: int, end: int, floor: int, *, ranged: bool = False) -> Comparator:
    """What stands around the number masked[start:end]; nothing before `floor` is looked at."""
    begin, operator = _before(masked, start, floor)
    if "+" in masked[start:end] and operator is Operator.REACH:
        operator = Operator.AT_LEAST  # 500+场
    after = _AFTER.match(masked, end)
    if after:
        if after["about"]:
            operator = Operator.ABOUT
        elif after["least"] or after["plus"]:
            operator = Operator.AT_LEAST if operator is not Operator.MORE_THAN else operator
        else:
            operator = Operator.LESS_THAN if operator is Operator.LESS_THAN else Operator.AT_MOST
    if ranged and operator is not Operator.ABOUT:
        operator = Operator.BETWEEN
    return Comparator(operator, begin, after.end() if after else end, after=bool(after))


def _before(masked: str, start: int, floor: int) -> tuple[int, Operator]:
    """Where the words begin that compare the number at `start`, and their operator."""
    if of := _OF_WHAT.search(masked[max(floor, start - 20) : start]):
        return start - (len(of.string) - of.start()), _named(of)
    before = masked[max(floor, start - 12) : start]
    if sign := _SIGN.search(before):
        return start - (len(before) - sign.start()), _named(sign)
    for operator, form in _BEFORE:
        if words := form.search(before):
            return start - (len(before) - words.start()), operator
    return start, Operator.REACH


def _named(match: re.Match[str]) -> Operator:
    """The operator of the group that took part in the match."""
    return next((operator for group, operator in _GROUPS.items() if match[group]), Operator.AT_LEAST)


def flipped(operator: Operator) -> Operator:
    """The operator on the other side of nought: a fall of 4 % or more is at most -4 %."""
    return _FLIPPED.get(operator, operator)
