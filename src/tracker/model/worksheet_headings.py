"""What heads a column: the words of the tool's own form and of other tables, months and units in them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from tracker.model.period import month_end
from tracker.model.quantity import is_measure
from tracker.model.typed import folded
from tracker.words import LANGUAGES, Words

# The words that head the columns of the tool's own form, by what they say.
_OWN = {
    "target": ("id", "number", "name"),
    "total": ("total",),
    "date": ("date",),
    "unit": ("unit",),
    "note": ("note",),
    "by": ("by",),
}
_AMOUNTS = ("", "数", "值", "量", "额", "数量", "情况")
_PERIODS = ("本月", "当月", "本期", "当期", "本旬", "本周", "本季", "本季度")
_SINCE = ("", "本年", "今年", "年初", "自年初", "截至目前", "截止目前", "目前", "至今", "本月止", "至本月")


def _each(starts: Iterable[str], middles: Iterable[str], ends: Iterable[str]) -> tuple[str, ...]:
    return tuple(start + middle + end for start in starts for middle in middles for end in ends)


# What other tables write, by what stands beneath it; docs/commands/import.md lists them.
WORDS: dict[str, tuple[str, ...]] = {
    "target": (
        *("指标", "指标名称", "名称", "考核指标", "主要指标", "监测指标", "重点指标", "指标内容"),
        *("任务", "任务名称", "重点任务", "工作任务", "任务内容", "任务事项"),
        *("项目", "项目名称", "事项", "事项名称", "工作事项", "重点工作", "工作内容"),
    ),
    # What is to be done, often with the number in it: names the target unless another column does.
    "task": ("目标任务", "任务目标", "具体任务", "具体目标", "具体任务目标", "工作目标", "主要任务"),
    "total": (
        *_each(_SINCE, ("累计",), _AMOUNTS),
        *_each(_SINCE, ("累计完成", "累计实际完成", "累计新增"), _AMOUNTS),
        *("年初至今", "年初至今完成", "截至目前", "截止目前", "截至目前完成", "截止目前完成"),
    ),
    # The present value, unless a column says 累计: beside that it is what was done of late.
    "done": (
        *_each(("", "实际", "目前", "当前", "已"), ("完成",), _AMOUNTS),
        *("实际", "实际值", "实际数", "实绩", "现值", "现状", "现状值", "当前值", "目前值", "当前数"),
        *("进度", "进展", "进展情况", "工作进展", "目前进展", "完成进展", "数值", "数据", "指标值", "最新值"),
        *("绝对量", "绝对值", "绝对数", "总量"),
    ),
    "add": (
        *_each(_PERIODS, ("", "完成", "新增", "实际完成", "发生"), _AMOUNTS),
        *("新增", "新增数", "新增量", "新增额", "本次新增", "增加数"),
    ),
    "date": (
        *("日期", "截止日期", "截至日期", "截止时间", "截至时间", "统计日期", "统计时间", "时点"),
        *("数据时间", "数据时点", "数据截止日期", "数据截止时间", "数据截至日期", "数据截至时间"),
    ),
    # When the table was filled in: the day of the figures where nothing else says it.
    "filed": (
        *("填报日期", "填报时间", "填表日期", "填表时间", "报送日期", "报送时间"),
        *("上报日期", "上报时间", "制表日期", "制表时间"),
    ),
    "unit": ("单位", "计量单位"),
    "note": ("备注", "备注说明", "说明", "情况说明", "进展说明", "佐证", "佐证材料"),
    "by": ("填报单位", "填报部门", "填表单位", "报送部门", "上报单位", "上报部门"),
    # Who is responsible, the lead unit first: it reports where nothing else says who does.
    "owner": (
        *("责任单位", "责任部门", "牵头单位", "牵头部门", "主责单位", "主责部门"),
        *("牵头责任单位", "主管部门", "责任主体", "承办单位", "部门"),
    ),
}
# What stands in where there is nothing better.
WEAK = {"sum": "total", "task": "target", "done": "total"}
_GUESSED = {word: name for name, words in WORDS.items() for word in words}
# Under such a heading stands something else than this year's figures.
_OTHER = re.compile(
    "去年|上年|同期|同比|环比|目标|计划|年度任务|预计|预期|下月|下一|基数|排名|占比|增长|增速"
)
# A word for a running total that is in no list: 累计引进企业, 本月累计.
_SUM = re.compile("(?!n-n月)(?=.*累计)(?!.*[率比占%])(?!.*(问题|措施|说明|原因|时间|备注|天数))")
_PERIOD = re.compile(
    r"(?P<until>截[至止]到?|至|到)?(?:本年|今年)?(?:(?P<year>20\d\d)年)?"
    r"(?:(?P<first>\d{1,2})月?[-—–~至到])?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|(?P<end>[底末])|份)?",
    re.ASCII,
)
_STAMP = re.compile(r"[(（](盖章|公章|签章|必填|选填)[)）]")
_BRACKET = re.compile(r"(.+)\(([^()]+)\)")

Headings = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Known:
    """What is certain: headings by what stands beneath them, targets by names that tables give them.

    Names are folded; one without a target is left out. The headings are those of the form and of a workspace.
    """

    headings: Headings
    names: Mapping[str, str | None] = field(default_factory=dict)

    def with_names(self, names: Mapping[str, str | None]) -> "Known":
        """The same with more names."""
        return Known(self.headings, {**self.names, **{folded(name): one for name, one in names.items()}})

    def fields(self) -> dict[str, str]:
        """What stands beneath each word."""
        return {heading_of(text).word: name for name, texts in self.headings.items() for text in texts}


@dataclass(frozen=True, slots=True)
class Until:
    """A last month, or day, that some words name: 截至10月底, 1-10月."""

    year: int | None
    month: int
    day: int | None
    stated: bool = True  # as an end: 2024年10月份 in a title may be the month of filing

    def date(self, year: int) -> date | None:
        """The day, in `year` where none is named; None where the calendar has no such day."""
        try:
            first = date(self.year or year, self.month, self.day or 1)
        except ValueError:
            return None
        return first if self.day else month_end(first.year, first.month)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as written, the word in it without unit and months, and what these say."""

    text: str
    word: str
    unit: str | None = None
    until: Until | None = None


def own_headings() -> Headings:
    """The headings of the tool's own form, in both languages."""
    return {
        name: tuple(Words(language)(f"form.{key}") for key in keys for language in LANGUAGES)
        for name, keys in _OWN.items()
    }


def with_headings(more: Mapping[str, Iterable[str]]) -> Headings:
    """The form's own headings and those a workspace adds."""
    own = own_headings()
    return {name: (*own.get(name, ()), *more.get(name, ())) for name in WORDS}


def heading_of(text: str) -> Heading:
    """What a heading says: 累计完成（万元）, 1—10月累计, 累计数（截至10月底）."""
    word, unit, until = without_stamp(folded(text).rstrip(":").lstrip("*")), None, None
    while match := _BRACKET.fullmatch(word):
        period = _PERIOD.fullmatch(match[2])
        if is_measure(match[2]):
            unit = match[2]
        elif period:
            until = _until(period)
        else:
            break
        word = match[1]
    period = _PERIOD.match(word)
    if period:
        until = _until(period)
        word = _form(period) + word[period.end() :]
    return Heading(" ".join(text.split()), word, unit, until)


def without_stamp(text: str) -> str:
    """The text without the place of a seal or a hint behind it: 填报单位（盖章）."""
    return _STAMP.sub("", text)


def guessed(heading: Heading, year: int) -> str | None:
    """What most likely stands beneath a heading in a table of `year`, None where nothing is known of it."""
    if heading.until and heading.until.year not in {None, year}:
        return None
    for form, field_of in (("1-n月", _of_span), ("至n月", _of_span), ("n月", _of_month)):
        if heading.word.startswith(form):
            return field_of(heading.word.removeprefix(form)) or _sum(heading.word)
    return _GUESSED.get(heading.word) or _sum(heading.word)


def of_something_else(text: str, year: int) -> bool:
    """Whether what stands under this is no figure of `year`: 去年同期, 年度目标, 2023年."""
    years = re.findall(r"20\d\d(?=年)", text)
    return bool(_OTHER.search(text)) or any(int(one) != year for one in years)


def until_in(text: str) -> Until | None:
    """The last month or day named in a title: 截至2024年10月底, 2024年1-10月, 2024年10月份."""
    squeezed = folded(text)
    found = [
        match for match in _PERIOD.finditer(squeezed) if match["until"] or match["first"] or match["year"]
    ]
    found.sort(key=lambda match: not match["until"])
    return _until(found[0]) if found else None


def _sum(word: str) -> str | None:
    return "sum" if _SUM.match(word) and not _OTHER.search(word) else None


def _of_span(rest: str) -> str | None:
    return "total" if not rest or _GUESSED.get(rest) in {"total", "done"} else None


def _of_month(rest: str) -> str | None:
    name = _GUESSED.get(rest)
    return "total" if name == "total" else "add" if not rest or name in {"add", "done"} else None


def _form(match: re.Match[str]) -> str:
    """The form of a period: from the year's beginning, until a day, or of one month."""
    if match["first"]:
        return "1-n月" if int(match["first"]) == 1 else "n-n月"
    return "至n月" if match["until"] or match["end"] or match["day"] else "n月"


def _until(match: re.Match[str]) -> Until:
    year, month, day = (int(match[name]) if match[name] else None for name in ("year", "month", "day"))
    return Until(year, month or 1, day, stated=any(match[name] for name in ("until", "first", "day", "end")))
