"""What an audit sees by itself, whatever the reading of the text takes a number for.

A few plain signs, looked for in the original and not in what drafting made of it: a draft is not judged by
the eyes that drew it up.
"""

import re
from collections.abc import Callable, Iterator
from itertools import takewhile

from tracker.draft.account import AccountEntry
from tracker.draft.audit.comparison import Difference
from tracker.draft.audit.statement import PolicyStatement
from tracker.draft.mentions import Reason
from tracker.draft.text import uniform
from tracker.draft.units import TIME, is_money
from tracker.model.catalogue import ReadingCheck, Target

_LONGEST_HEADING = 40
_REVIEWS = re.compile(
    r"回顾|(?:工作|主要)总结|成就|(?:主要|工作|发展)(?:成效|成绩)|(?:完成|进展|执行)情况|发展基础|发展现状|基本情况"
)
_PLANS = re.compile(r"任务|安排|目标|重点|要求|部署|打算|举措|措施|建议|展望|思路|指标")
_TOLD = re.compile(
    r"(?<![较比由从于同与])(?:去年|上年)(?!.{0,6}(?:基数|水平|同期|基础))|过去[的一五三]|[一五]年来|截至(?:目前|去年)|累计已|"
    r"(?<![而早])已(?:经|累计|完成|建成|达到|实现|培育|开展|发放|有|形成)"
)
_AHEAD = re.compile(r"力争|确保|争取|力求|计划|目标|今年|年内|全年|年底前|到20\d\d|下半年|将|要|再|新的一年")
_GOAL = re.compile(r"力争|确保|力求|预期|今年|年内|年底前|到20\d\d年")
_DOES = re.compile(
    r"新增|新建|达到|实现|完成|建成|培育|引进|增长|提高|提升|下降|降低|突破|超过|不低于|不少于|控制在|稳定在"
)
# 巩固已建成的50万亩: what work is done on, not when.
_OF_WHAT_IS = re.compile(r"已[^，。；\d]{1,6}的(?=\d)")
_GIVEN = re.compile(
    r"补贴|补助|奖励|奖补|资助|给予|标准|贷款额度|每[人户亩家个月]|以上的|以下的|对[^，。；]*的"
)
_START = re.compile(r"(?:由|从|在)[^，。；：（）]{0,16}$")
_GOES = re.compile(
    r"[^，。；\d]{0,10}?(?:基础上)?[^，。；\d]{0,4}?"
    r"(?:提高|增加|提升|增长|下降|降低|压缩|缩短|减少|扩大|压减|降|升|增|减|缩)[^，。；\d]{0,4}?[到至为]"
)
_HEAD_OF_START = re.compile(r"现状|基期|实际|完成|上年|(20\d\d)年")
_NO_NAME = re.compile(r"[\d\W_]*|约束性|预期性|合计|单位|序号|.*[|｜].*")
# What the reading may take for a result or for a count of what is there, though it is to be reached.
_DOUBTED = frozenset(
    (Reason.PAST, Reason.EXISTING, Reason.LISTED, Reason.NOTE, Reason.OUTSIDE, Reason.UNCLEAR, Reason.CLASS)
)


class Sight:
    """The original as an audit reads it: lines, clauses, and the heads of tables."""

    def __init__(self, original: str) -> None:
        self._text = uniform(original)
        self._lines = self._text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._reviewed = list(_reviewed(self._lines))

    def states_goal(self, entry: AccountEntry) -> bool:
        """Whether a number that is no target has a unit, in a clause that says what is to be reached."""
        if entry.reason not in _DOUBTED or entry.value is None or not entry.unit or entry.unit in TIME:
            return False
        before, behind = self._clause(entry.start, entry.end)
        if is_money(entry.unit) and _GIVEN.search(before + behind):
            return False
        goal = _GOAL.search(before) and _DOES.search(before) and entry.text[:1].isdigit()
        return bool(goal and not _TOLD.search(before) and not self.in_review(entry.line))

    def in_review(self, line: int) -> bool:
        """Whether the last heading above a line (from 1) that reviews or plans reviews."""
        return self._reviewed[min(line, len(self._reviewed)) - 1]

    def results(self, target: Target, statement: PolicyStatement) -> Iterator[Difference]:
        """A result of the past as a target: in a review, or in a clause that says that it was reached."""
        before, _ = self._clause(statement.at, statement.at + 1)
        sentence = _OF_WHAT_IS.sub("", self._text[self._sentence(statement.at) : statement.at])
        if _AHEAD.search(before) or target.kind == "milestone":
            return
        told = self.in_review(self._line_of(statement.at)) or (
            _TOLD.search(sentence) and not _AHEAD.search(sentence)
        )
        if told:
            yield Difference(
                ReadingCheck.RESULT, str(target.goal.value), before[-_LONGEST_HEADING:].strip(), ("target",)
            )

    def starts(self, target: Target, statement: PolicyStatement) -> Iterator[Difference]:
        """The number from which something starts as a target: 由A提高到B, 2020年（现状）."""
        if statement.value is None:
            return
        before, _ = self._clause(statement.at, statement.at + 1)
        number = re.compile(r"[\d.,]+\s*[^\d，。；、]{0,6}?").match(self._text, statement.at)
        behind = self._text[number.end() : number.end() + 40].replace(" ", "") if number else ""
        cell = self._head_of(statement.at)
        if (_START.search(before) and _GOES.match(behind)) or cell:
            yield Difference(
                ReadingCheck.START, str(target.goal.value), (cell or before)[-20:].strip(), ("target",)
            )

    def names(self, target: Target, _: PolicyStatement) -> Iterator[Difference]:
        """A cell of a table, or no word at all, as a name."""
        if _NO_NAME.fullmatch(target.name):
            yield Difference(ReadingCheck.NAME, target.name, "—", ("name",))

    def looks(self, target: Target, statement: PolicyStatement) -> Iterator[Difference]:
        """All that an audit sees by itself of a target."""
        looks: tuple[Callable[[Target, PolicyStatement], Iterator[Difference]], ...] = (
            self.results,
            self.starts,
            self.names,
        )
        for look in looks:
            yield from look(target, statement)

    def _line_of(self, at: int) -> int:
        return self._text.count("\n", 0, at) + 1

    def _sentence(self, at: int) -> int:
        return max(self._text.rfind(mark, 0, at) for mark in "。；！？\n") + 1

    def _clause(self, start: int, end: int) -> tuple[str, str]:
        """The words of a clause before and behind a number, without blanks."""
        begin = max(self._sentence(start), self._text.rfind("，", 0, start) + 1)
        rest = takewhile(lambda character: character not in "，。；！？\n", self._text[end : end + 40])
        return "".join(self._text[begin:start].split()), "".join("".join(rest).split())

    def _head_of(self, at: int) -> str:
        """The head of the column in which a number stands, if it is one of starts; else nothing."""
        n = self._line_of(at) - 1
        column = self._lines[n][: at - self._starts[n]].count("|")
        if "|" not in self._lines[n]:
            return ""
        first = n
        while first and "|" in self._lines[first - 1]:
            first -= 1
        heads = ["".join(cell.split()) for cell in self._lines[first].split("|")]
        found = _HEAD_OF_START.search(heads[column]) if column < len(heads) and first < n else None
        if found is None or not found[1]:
            return heads[column] if found else ""
        years = [year[1] for head in heads if (year := re.match(r"(20\d\d)年?", head))]
        return heads[column] if len(years) == 2 and found[1] == min(years) else ""  # noqa: PLR2004 - from one to one


def _reviewed(lines: list[str]) -> Iterator[bool]:
    """Of each line whether the last short line above it that reviews or plans reviews.

    A heading of the same sort as the one that reviews, of whatever words, ends that as well.
    """
    reviews, sort = False, ""
    for line in lines:
        words = "".join(line.split())
        if 0 < len(words) <= _LONGEST_HEADING and "。" not in words:
            of_line = _sort_of(words)
            if _PLANS.search(words) or (sort and of_line == sort):
                reviews, sort = False, ""
            if _REVIEWS.search(words) and not _PLANS.search(words):
                reviews, sort = True, of_line
        yield reviews


def _sort_of(words: str) -> str:
    """What headings of one sort begin with, whatever their number: ##, 一、, （一）; none of a bare line."""
    hashes = re.match("#+", words)
    if hashes:
        return hashes[0]
    mark = re.match(r"第?[（(]?(?:[一二三四五六七八九十]+|\d+)[）)]?[、.．章节部]", words)
    return re.sub("[一二三四五六七八九十]+", "一", re.sub(r"\d+", "1", mark[0])) if mark else ""
