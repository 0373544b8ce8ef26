"""Days, months, quarters and years in a sentence: what they say of a target's period and deadline."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from tracker.draft.numerals import number_of

_CN = "零〇一二三四五六七八九十"
_Y = rf"(?<!\d)(?:(?:19|20)\d{{2}}|二[零〇][{_CN[:-1]}]{{2}})"
_M = r"(?<!\d)(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_D = r"(?<!\d)(?:3[01]|[12]\d|0?[1-9])"
_Q = r"(?<!\d)(?:[一二三四1-4])"
_PLAN = r"“?十[三四五六七]五”?(?:时期|期间|规划期)?(?:期?末|末期)?"

# The longest form first; groups are named by what they hold.
DATE = re.compile(
    # What none of them begins with is passed over at once.
    rf"(?=[\d一二三四五六七八九十第今本当年明去前上下全岁每“])(?:(?P<y1>{_Y})(?:年)?(?:-+|~|至|到)(?P<y2>{_Y}|\d{{2}}(?=年))年?(?:度)?"
    rf"|(?:(?P<y>{_Y})年度?|(?P<this>今年|本年|当年|年内|明年|去年|上年|前年))?"
    rf"(?:(?P<m1>{_M})月?(?:-+|~|至|到))?(?P<m>{_M})月(?:份)?(?P<mend>底|末|初|中旬|上旬|下旬|中)?(?:(?P<d>{_D})[日号])?(?!球)"
    rf"|(?:(?P<yq>{_Y})年度?|(?P<thisq>今年|明年))?(?:(?P<front>前)?(?P<qn>{_Q})个?季度|第(?P<q>{_Q})季度|(?P<q2>[一二三四])季(?=度|末|前))(?P<qend>末|底)?"
    rf"|(?:(?P<yh>{_Y})年度?|(?P<thish>今年|明年))?(?P<half>上半年|下半年)"
    rf"|(?P<ye>{_Y})年度?(?P<yend>年?底|年?末|终)?"
    rf"|(?P<plan>{_PLAN})"
    rf"|(?P<word>今年|本年度?|当年|全年|年内|年底|年末|年终|岁末|明年|去年|上年度?|前年|每年|年均)(?P<wend>底|末)?"
    rf"|(?P<day>{_D})日(?=前|之前|以前|起))"
)
PAST_WORDS = frozenset(("去年", "上年", "上年度", "前年"))
_PLANS = {"三": 2020, "四": 2025, "五": 2030, "六": 2035, "七": 2040}
DECEMBER = 12
_BEFORE = re.compile(r"(?:之|以)?前")
_UNTIL = re.compile(r"(?:到|至|截至|截止)(?:到)?$")


@dataclass(frozen=True, slots=True)
class Period:
    """Part of a text that names a period or a deadline: [start, end) and the days it means."""

    start: int
    end: int
    since: date | None
    until: date | None
    past: bool = False
    deadline: bool = False  # 9月底前, 到2027年
    whole: bool = False  # 全年: names no day of its own
    yearly: bool = False  # 每年, 年均

    @property
    def year(self) -> int | None:
        """The year it ends in."""
        return self.until.year if self.until else None


def periods_in(text: str, year: int) -> list[Period]:
    """The periods that a text names; a month or quarter without a year is in `year`."""
    found: list[Period] = []
    known = year
    for match in DATE.finditer(text):
        period = _period(match, text, known, year)
        if period:
            found.append(period)
            if match["y"] or match["ye"] or match["yq"] or match["yh"]:
                known = period.year or known
    return found


def _period(match: re.Match[str], text: str, known: int, year: int) -> Period | None:
    start, end = match.span()
    before = text[max(0, start - 2) : start]
    after = text[end : end + 2]
    prior = _BEFORE.match(after)
    end = end + prior.end() if prior else end
    until_word = bool(_UNTIL.search(before))
    span = _days(match, known, year)
    since, until, past, whole, yearly = span
    if prior and until and (match["y"] or match["ye"]) and not match["m"] and not match["yend"]:
        until = date(until.year, DECEMBER, 31)  # 2030年前: the year itself still counts
    deadline = (
        bool(prior)
        or until_word
        or bool(match["yend"] or match["qend"] or "末" in (match["plan"] or ""))
        or bool(match["mend"] in {"底", "末"})
        or bool(match["word"] in {"年底", "年末", "年终", "岁末"} or match["wend"])
    )
    if deadline and not past:
        since = None
    return Period(start, end, since, until, past, deadline, whole, yearly)


def _days(match: re.Match[str], known: int, year: int) -> tuple[date | None, date | None, bool, bool, bool]:
    if match["y1"]:
        first, last = _year(match["y1"]), _year(match["y2"])
        last = first // 100 * 100 + last if last < 100 else last  # noqa: PLR2004 - 2024-25年
        return date(first, 1, 1), date(last, 12, 31), last < year, False, False
    if match["m"]:
        return _month(match, known, year)
    if match["q"] or match["qn"] or match["q2"]:
        this = _year_of(match["yq"], match["thisq"], known, year)
        number = _quarter(match["q"] or match["qn"] or match["q2"])
        first = 1 if match["front"] else number
        return date(this, 3 * first - 2, 1), _last(this, 3 * number), this < year, False, False
    if match["half"]:
        this = _year_of(match["yh"], match["thish"], known, year)
        if match["half"] == "上半年":
            return date(this, 1, 1), date(this, 6, 30), this < year, False, False
        return date(this, 7, 1), date(this, 12, 31), this < year, False, False
    if match["ye"]:
        this = _year(match["ye"])
        return date(this, 1, 1), date(this, 12, 31), this < year, False, False
    if match["plan"]:
        this = _PLANS[match["plan"].strip("“")[1]]
        return date(this - 4, 1, 1), date(this, 12, 31), this < year, False, False
    if match["day"]:
        return None, None, False, False, False
    word = match["word"]
    this = {"去年": year - 1, "上年": year - 1, "上年度": year - 1, "前年": year - 2, "明年": year + 1}.get(
        word, year
    )
    yearly = word in {"每年", "年均"}
    return date(this, 1, 1), date(this, 12, 31), word in PAST_WORDS, this == year and not yearly, yearly


def _month(match: re.Match[str], known: int, year: int) -> tuple[date | None, date | None, bool, bool, bool]:
    this = _year_of(match["y"], match["this"], known, year)
    month = _small(match["m"])
    first = _small(match["m1"]) if match["m1"] else month
    last = _last(this, month)
    if match["d"]:
        day = int(match["d"])
        last = date(this, month, min(day, last.day))
    elif match["mend"] in {"初", "上旬"}:
        last = date(this, month, 10)
    elif match["mend"] in {"中旬", "中"}:
        last = date(this, month, 20)
    return date(this, min(first, month), 1), last, last.year < year, False, False


def _year(text: str) -> int:
    value = number_of(text)
    return int(value) if value is not None else 0


def _year_of(written: str | None, word: str | None, known: int, year: int) -> int:
    if written:
        return _year(written)
    return year + {"明年": 1, "去年": -1, "上年": -1, "前年": -2}.get(word or "", 0) if word else known


def _quarter(text: str) -> int:
    return "一二三四".find(text) + 1 or int(text)


def _small(text: str) -> int:
    value = number_of(text.lstrip("0") or "0")
    return int(value) if value is not None else 1


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
