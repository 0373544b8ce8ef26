"""Days, months, quarters and years in a sentence: what they say of a target's period and deadline."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tracker.draft.numbers import number_of

_CN = "零〇一二三四五六七八九十"
_Y = rf"(?<!\d)(?:(?:19|20)\d{{2}}|二[零〇][{_CN[:-1]}]{{2}})"
_M = r"(?<!\d)(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_D = r"(?<!\d)(?:3[01]|[12]\d|0?[1-9])"
_Q = r"(?<!\d)(?:[一二三四1-4])"
_PLAN = r"“?十[三四五六七]五”?(?:时期|期间|规划期)?(?:期?末|末期)?"

# The longest form first; groups are named by what they hold.
DATE = re.compile(
    # What none of them begins with is passed over at once.
    rf"(?=[\d一二三四五六七八九十第今本当年明去前上下全岁每未两力争计确用利通“])(?:(?P<y1>{_Y})(?:年)?(?:-+|~|至|到)(?P<y2>{_Y}|\d{{2}}(?=年))年?(?:度)?"
    rf"|(?:(?P<y>{_Y})年度?|(?P<this>今年|本年|当年|(?<![\d一二三四五两])年内|明年|去年|上年|前年))?"
    rf"(?:(?P<m1>{_M})月?(?:-+|~|至|到))?(?P<m>{_M})月(?:份)?(?P<mend>底|末|初|中旬|上旬|下旬|中)?(?:(?P<d>{_D})[日号])?(?!球)"
    rf"|(?:(?P<yq>{_Y})年度?|(?P<thisq>今年|明年))?(?:(?P<front>前)?(?P<qn>{_Q})个?季度|第(?P<q>{_Q})季度|(?P<q2>[一二三四])季(?=度|末|前))(?P<qend>末|底)?"
    rf"|(?:(?P<yh>{_Y})年度?|(?P<thish>今年|明年))?(?P<half>上半年|下半年)"
    rf"|(?P<ye>{_Y})年度?(?P<yend>年?底|年?末|终)?"
    rf"|(?P<plan>{_PLAN})"
    r"|(?<![\u4e00-\u9fff])(?:力争|争取|计划|确保)?(?:(?:用|利用|通过)(?P<n1>[二两三四五2-5])年(?:左右)?(?:的)?时间|(?:未来|今后)?(?P<n2>[二两三四五2-5])年(?:之)?内|(?:未来|今后)(?P<n3>[二两三四五2-5])年)"
    rf"|(?P<word>今年|本年度?|当年|全年|(?<![\d一二三四五两])年内|年底|年末|年终|岁末|明年|去年|上年度?|前年|每年|年均)(?P<wend>底|末)?"
    rf"|(?P<day>{_D})日(?=前|之前|以前|起))"
)
# The year that a word means, counted from the text's.
_OFFSETS = {"明年": 1, "去年": -1, "上年": -1, "上年度": -1, "前年": -2}
_PAST_WORDS = frozenset(word for word, offset in _OFFSETS.items() if offset < 0)
PLAN_ENDS = {"三": 2020, "四": 2025, "五": 2030, "六": 2035, "七": 2040}
_BEFORE = re.compile(r"(?:之|以)?前")
_UNTIL = re.compile(r"(?:到|至|截至|截止)(?:到)?$")


@dataclass(frozen=True, slots=True)
class Period:
    """Words that name a period or a deadline: [start, end) and the days it means."""

    start: int
    end: int
    since: date | None  # None too where only the end is named: 9月底前, 到2027年
    until: date | None
    past: bool = False
    whole: bool = False  # 全年: names no day of its own
    yearly: bool = False  # 每年, 年均

    @property
    def year(self) -> int | None:
        """The year it ends in."""
        return self.until.year if self.until else None


class _Days(NamedTuple):
    """First and last day of a period, and what else its words say."""

    since: date | None
    until: date | None
    past: bool = False
    whole: bool = False
    yearly: bool = False


def periods_in(text: str, year: int) -> list[Period]:
    """The periods that a text names, in order.

    A month or quarter without a year is in the last year named before it, the first ones in `year`.
    """
    periods: list[Period] = []
    last_year = year
    for match in DATE.finditer(text):
        period = _period(match, text, last_year, year)
        periods.append(period)
        if match["y"] or match["ye"] or match["yq"] or match["yh"]:
            last_year = period.year or last_year
    return periods


def _period(match: re.Match[str], text: str, last_year: int, year: int) -> Period:
    start, end = match.span()
    before = _BEFORE.match(text[end : end + 2])
    days = _days(match, last_year, year)
    since, until = days.since, days.until
    if before and until and (match["y"] or match["ye"]) and not match["m"] and not match["yend"]:
        until = date(until.year, 12, 31)  # 2030年前: the year itself still counts
    deadline = bool(
        before
        or _UNTIL.search(text[max(0, start - 2) : start])
        or match["yend"]
        or match["qend"]
        or "末" in (match["plan"] or "")
        or match["mend"] in {"底", "末"}
        or match["word"] in {"年底", "年末", "年终", "岁末"}
        or match["wend"]
    )
    if deadline and not days.past:
        since = None
    end += before.end() if before else 0
    return Period(start, end, since, until, days.past and not before, days.whole, days.yearly)


def _days(match: re.Match[str], last_year: int, year: int) -> _Days:
    if match["y1"]:
        first, last = _year(match["y1"]), _year(match["y2"])
        last = first // 100 * 100 + last if last < 100 else last  # noqa: PLR2004 - 2024-25年
        return _Days(date(first, 1, 1), date(last, 12, 31), past=last < year)
    if match["m"]:
        return _month(match, last_year, year)
    if match["q"] or match["qn"] or match["q2"]:
        this = _year_of(match["yq"], match["thisq"], last_year, year)
        number = _quarter(match["q"] or match["qn"] or match["q2"])
        first = 1 if match["front"] else number
        return _Days(date(this, 3 * first - 2, 1), month_end(this, 3 * number), past=this < year)
    if match["half"]:
        this = _year_of(match["yh"], match["thish"], last_year, year)
        if match["half"] == "上半年":
            return _Days(date(this, 1, 1), date(this, 6, 30), past=this < year)
        return _Days(date(this, 7, 1), date(this, 12, 31), past=this < year)
    if match["ye"]:
        this = _year(match["ye"])
        return _Days(date(this, 1, 1), date(this, 12, 31), past=this < year)
    if match["plan"]:
        this = PLAN_ENDS[match["plan"].strip("“")[1]]
        return _Days(date(this - 4, 1, 1), date(this, 12, 31), past=this < year)
    if years := match["n1"] or match["n2"] or match["n3"]:  # the first is the text's
        return _Days(date(year, 1, 1), date(year + int(number_of(years) or 1) - 1, 12, 31))
    if match["day"]:
        return _Days(None, None)
    word = match["word"]
    this = year + _OFFSETS.get(word, 0)
    yearly = word in {"每年", "年均"}
    whole = this == year and not yearly
    return _Days(date(this, 1, 1), date(this, 12, 31), word in _PAST_WORDS, whole, yearly)


def _month(match: re.Match[str], last_year: int, year: int) -> _Days:
    this = _year_of(match["y"], match["this"], last_year, year)
    month = _small(match["m"])
    first = _small(match["m1"]) if match["m1"] else month
    last = month_end(this, month)
    if match["d"]:
        last = date(this, month, min(int(match["d"]), last.day))
    elif match["mend"] in {"初", "上旬"}:
        last = date(this, month, 10)
    elif match["mend"] in {"中旬", "中"}:
        last = date(this, month, 20)
    return _Days(date(this, min(first, month), 1), last, past=last.year < year)


def _year(text: str) -> int:
    return int(number_of(text) or 0)


def _year_of(written: str | None, word: str | None, last_year: int, year: int) -> int:
    if written:
        return _year(written)
    return year + _OFFSETS.get(word, 0) if word else last_year


def _quarter(text: str) -> int:
    return "一二三四".find(text) + 1 or int(text)


def _small(text: str) -> int:
    return int(number_of(text.lstrip("0")) or 1)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])
