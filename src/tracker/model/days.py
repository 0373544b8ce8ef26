"""Days and periods as people write them, from the first day to the last: 2024/6/30, 9月底, 三季度, 上周."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.model.period import Period, month_end, year_before
from tracker.model.typed import plain

_DIGITS = "〇一二三四五六七八九"
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "末": 6}
_DAYS = {"大前": -3, "前": -2, "昨": -1, "今": 0, "明": 1, "后": 2}
_YEARS = {"前": -2, "去": -1, "上": -1, "今": 0, "本": 0, "当": 0, "明": 1}
_STEPS = {"上上": -2, "上": -1, "本": 0, "这": 0, "当": 0, "": 0, "下": 1}
_ENGLISH = {
    "yesterday": "昨天",
    "today": "今天",
    "tomorrow": "明天",
    "last": "上",
    "this": "本",
    "next": "下",
    "week": "周",
    "month": "月",
    "quarter": "季度",
    "year": "年",
}
_THIRD = 2  # of the dekads of a month, from 0: the one without a length of its own


@dataclass(frozen=True, slots=True)
class _Written:
    """What was written, by the groups of its form, and from where it counts."""

    groups: dict[str, str | None]
    today: date
    default_year: int

    def __getitem__(self, name: str) -> str:
        return self.groups.get(name) or ""

    def number(self, name: str) -> int:
        """A number in digits or in Chinese: 9, 九, 十一, 二十三."""
        if self[name].isdigit():
            return int(self[name])
        tens, ten, ones = self[name].rpartition("十")
        return 10 * _DIGITS.index(tens or "一") * bool(ten) + _DIGITS.index(ones or "〇")

    @property
    def year(self) -> int:
        """The year that is written in digits or as 去年, or else the year that counts where none is."""
        if self["y"]:
            return int(self["y"])
        return self.today.year + _YEARS[self["of"][0]] if self["of"] else self.default_year

    @property
    def steps(self) -> int:
        """How many periods after the present one it is."""
        return _STEPS[self["which"]]

    def whole(self, first: date, last: date) -> Period:
        """A period, or its last day where that is named."""
        return _day_alone(last) if self["part"] else Period(first, last)

    def so_far(self, days: Period) -> Period:
        """The period up to today where it is the present one and no day or part of it is named."""
        present = (self["which"] or self["of"])[:1] in {"本", "这", "当", "今"}
        return Period(days.start, self.today) if present and not (self["part"] or self["d"]) else days


def last_day(text: str, *, today: date, year: int) -> date:
    """The last day of what a person wrote, as days_of reads it. Raises ValueError for anything else."""
    return days_of(text, today=today, year=year).end


def days_of(text: str, *, today: date, year: int) -> Period:
    """The days a person wrote: a day, week, dekad, month, quarter, half or whole year.

    Where no year is written it is `year`; 昨天, 上周, 去年 and the like count from `today`. The present
    period (本月) ends today, unless its end is named (本月底). Raises ValueError for anything else.
    """
    words = "".join(plain(text).split()).lower()
    for english, chinese in _ENGLISH.items():
        words = words.replace(english, chinese)
    for form, days in _FORMS:
        if match := re.fullmatch(form, words, re.ASCII):
            return days(_Written(match.groupdict(), today, year))
    raise ValueError(text)


def _day_alone(day: date) -> Period:
    return Period(day, day)


def _date(written: _Written) -> Period:
    return _day_alone(date(written.year, written.number("m"), written.number("d")))


def _month(written: _Written) -> Period:
    days = _within(written.year, written.number("m"), written)
    return Period(date(written.year, 1, 1), days.end) if written["first"] else days


def _own_month(written: _Written) -> Period:
    years, month = divmod(written.today.month - 1 + written.steps, 12)
    return written.so_far(_within(written.today.year + years, month + 1, written))


def _within(year: int, month: int, written: _Written) -> Period:
    """The day or the part of a month that is named, or the whole of it."""
    if written["d"]:
        return _day_alone(date(year, month, written.number("d")))
    first, last = date(year, month, 1), month_end(year, month)
    match written["part"]:
        case "初":
            return _day_alone(first)
        case "上旬" | "中旬" | "下旬" as dekad:
            return _dekad(first, "上中下".index(dekad[0]))
    return written.whole(first, last)


def _dekad(first: date, dekad: int) -> Period:
    """The dekad of this number, from 0, in the month that begins on `first`."""
    last = month_end(first.year, first.month) if dekad == _THIRD else first.replace(day=10 * (dekad + 1))
    return Period(first.replace(day=10 * dekad + 1), last)


def _own_dekad(written: _Written) -> Period:
    today = written.today
    number = 3 * (12 * today.year + today.month - 1) + min((today.day - 1) // 10, _THIRD) + written.steps
    months, dekad = divmod(number, 3)
    return written.so_far(_dekad(date(months // 12, months % 12 + 1, 1), dekad))


def _week(written: _Written) -> Period:
    year, week = written.year, written.number("w")
    return Period(date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7))


def _own_week(written: _Written) -> Period:
    monday = written.today + timedelta(days=7 * written.steps - written.today.weekday())
    if written["d"]:
        return _day_alone(monday + timedelta(days=_WEEKDAYS[written["d"]]))
    return written.so_far(Period(monday, monday + timedelta(days=6)))


def _quarter(written: _Written) -> Period:
    quarter = written.number("q")
    first = 1 if written["first"] else 3 * quarter - 2
    return written.whole(date(written.year, first, 1), month_end(written.year, 3 * quarter))


def _own_quarter(written: _Written) -> Period:
    years, quarter = divmod((written.today.month - 1) // 3 + written.steps, 4)
    year, last = written.today.year + years, 3 * quarter + 3
    return written.so_far(written.whole(date(year, last - 2, 1), month_end(year, last)))


def _half(written: _Written) -> Period:
    last = 6 if written["half"] in {"上", "1"} else 12
    return written.whole(date(written.year, last - 5, 1), month_end(written.year, last))


def _year(written: _Written) -> Period:
    first = date(written.year, 1, 1)
    if written["part"] == "初":
        return _day_alone(first)
    return written.so_far(written.whole(first, date(written.year, 12, 31)))


def _day(written: _Written) -> Period:
    return _day_alone(written.today + timedelta(days=_DAYS[written["day"]]))


def _year_before(written: _Written) -> Period:
    return _day_alone(year_before(written.today))


_N = "(?:[一二三]?十)?[一二三四五六七八九]|[一二三]?十|[0-9]{1,2}"
_Y = "(?:(?P<y>[0-9]{4})(?:年度?|[-./])?|(?P<of>今年|本年度?|当年|去年|上年度?|前年|明年))?"
_PART = "(?P<part>[上中下]旬|[初底末])"
_IN_MONTH = f"(?:{_PART}|(?P<d>{_N})[日号]?)?"
_WHICH = "(?P<which>上上|[上本这当下])(?:一?个|一)?"
# The common ones first: each form takes time before it is looked for the first time.
_FORMS: tuple[tuple[str, Callable[[_Written], Period]], ...] = (
    (r"(?P<y>[0-9]{4})(?P<s>[-./])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})", _date),  # 2024-08-10, 2024/8/10
    (r"(?P<y>[0-9]{4})[-./](?P<m>[0-9]{1,2})", _month),  # 2024-08
    ("(?P<day>大?前|[今昨明后])[天日]", _day),
    (f"{_Y}(?P<first>1月?[-~—–至到])?(?P<m>{_N})月份?{_IN_MONTH}", _month),  # 9月底, 10月31日, 2024年1—9月
    (f"{_Y}(?P<m>{_N})(?P<part>[上中下]旬)", _month),  # 2024-08中旬
    (f"{_WHICH}月份?{_IN_MONTH}", _own_month),  # 上月, 上个月底, 本月10日
    ("月(?P<part>[初底末])", _own_month),
    ("(?P<part>[上中下]旬)", _own_month),
    ("(?P<which>上上|[上下])(?:一?个|一)旬", _own_dekad),  # 上旬 alone is the first of a month
    ("(?P<which>[本这当])旬", _own_dekad),
    (r"(?:(?P<y>[0-9]{4})(?:年|-)?)?w(?P<w>[0-9]{1,2})", _week),  # 2024-W33
    (f"(?:(?P<y>[0-9]{{4}})年?)?第(?P<w>{_N})周", _week),
    (f"{_WHICH}(?:周|星期|礼拜)(?P<d>[一二三四五六日天末])?", _own_week),  # 上周, 上周五
    ("(?:周|星期|礼拜)(?P<d>[一二三四五六日天末])", _own_week),
    (f"{_Y}q(?P<q>[1-4])", _quarter),
    (f"{_Y}(?:(?P<first>前)|第)?(?P<q>[1-4一二三四])个?季度?(?P<part>[底末])?", _quarter),  # 三季度, 前三季度
    (f"{_WHICH}季度?(?P<part>[底末])?", _own_quarter),
    ("季度?(?P<part>[底末])", _own_quarter),
    (f"{_Y}(?P<half>[上下])半年(?P<part>[底末])?", _half),
    (f"{_Y}h(?P<half>[12])", _half),
    ("(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})?", _month),  # 20240810, 202408
    (r"(?P<m>[0-9]{1,2})[-./](?P<d>[0-9]{1,2})", _date),  # 10.31
    ("(?P<y>[0-9]{4})(?:年度?)?(?P<part>[初底末终])?", _year),
    ("(?P<of>[今本当去上前明])年度?(?:年?(?P<part>[初底末终]))?", _year),
    ("年(?P<part>[初底末终])|全年", _year),
    ("(?:去年|上年)(?:同期|同日|今[天日])", _year_before),
)
