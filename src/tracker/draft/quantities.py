"""Every number of a sentence: its value, its unit, and where it stands."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.draft.numerals import ARABIC, number_of
from tracker.draft.units import BARE, UNIT

HUNDRED = Decimal(100)
# 千 before 瓦, 克 or 米 belongs to the unit.
_THOUSAND = "千(?![瓦伏克米卡])"
_CHINESE = rf"(?:[零〇一二两三四五六七八九十百万亿]|{_THOUSAND})+(?:点[零〇一二三四五六七八九]+[万亿]*)?"
_N = rf"(?:{ARABIC}(?:[十百万亿]|{_THOUSAND})*|{_CHINESE})"
_TO = r"(?:-+|~|至|到)"
_BARE = "(?:" + "|".join(sorted(BARE, key=len, reverse=True)) + ")"
# Behind digits with 万 or 亿, a last word of one character is a counter, whatever it is: 8000万棒.
_UNKNOWN = r"(?<=\d[万亿])[\u4e00-\u9fff](?=[，。；、）]|$)"
# The counter may be parted from its number by nothing but 余 or 多.
_QUANTITY = re.compile(
    rf"(?=[\d零〇一二两三四五六七八九十百千万亿翻过半])(?:(?P<fold>翻(?P<folds>[一两二三])?番)"
    rf"|(?P<digits>(?:两|二|2)位数)"
    rf"|百分之(?P<hundredth>{_N})(?:{_TO}(?:百分之)?(?P<hundredth2>{_N}))?"
    rf"|千分之(?P<thousandth>{_N})"
    r"|(?<!\d)(?P<to_one>\d{1,3}(?:\.\d+)?)[：:]1(?!\d)"
    rf"|(?P<down>{_CHINESE})分之(?P<up>{_CHINESE})|(?<![\d/])(?P<up2>\d{{1,2}})/(?P<down2>\d{{1,2}})(?![\d/万千])"
    rf"|(?P<tenths>{_CHINESE}|\d+(?:\.\d)?)成(?!都|果|效|立|为|长|本|功|员|套|片|熟|品|交|就|分|年|型)"
    r"(?P<half_tenths>[一二三四五六七八九](?=以上|左右|以下|以内|[，。；、）]|$))?"
    rf"|(?P<half>过半|半数|一半)"
    rf"|(?P<low>{_N})(?P<lowunit>{UNIT})?{_TO}(?P<high>{_N})(?P<more2>余|多)?(?P<unit2>{UNIT}|{_BARE})?"
    rf"|(?P<one>{_N})(?:(?P<more>余|多)|\+(?={UNIT}))?(?P<unit>{UNIT}|{_BARE}(?=[，。、；）\x01+]|$|以上|左右|以内)|{_UNKNOWN})?)"
)
_TRAILING = re.compile(r"(?:万亿|[万亿])$")
_FOLDS = {"一": 100, "二": 300, "两": 300, "三": 700}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a range with its unit, at [start, end) of a sentence; no unit is an empty one."""

    start: int
    end: int
    value: Decimal
    upper: Decimal | None
    unit: str
    chinese: bool = False  # written with Chinese numerals
    more: bool = False  # 余, 多
    growth: bool = False  # 翻一番, 两位数: says by itself that something grows
    number_end: int = 0  # where its digits end and its unit begins

    @property
    def bare(self) -> bool:
        """Whether it has no unit."""
        return not self.unit


def quantities_in(veiled: str) -> list[Quantity]:
    """The numbers of a veiled sentence, in order; those that are none (三四十) are left out."""
    found: list[Quantity] = []
    for match in _QUANTITY.finditer(veiled):
        quantity = _quantity(match)
        if quantity:
            found.append(quantity)
    return found


def _quantity(match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    if match["fold"]:
        return Quantity(
            start,
            end,
            Decimal(_FOLDS[match["folds"] or "一"]),
            None,
            "%",
            chinese=True,
            growth=True,
            number_end=end,
        )
    if match["digits"]:
        return Quantity(start, end, Decimal(10), None, "%", chinese=True, growth=True, number_end=end)
    if match["to_one"]:
        return Quantity(start, end, Decimal(match["to_one"]), None, ":1", number_end=match.end("to_one"))
    if match["half"]:
        return Quantity(start, end, Decimal(50), None, "%", chinese=True, number_end=end)
    if match["hundredth"]:
        return _ratio(match, match["hundredth"], match["hundredth2"], Decimal(1))
    if match["thousandth"]:
        return _ratio(match, match["thousandth"], None, Decimal("0.1"))
    if match["tenths"]:
        tenths = _ratio(match, match["tenths"], None, Decimal(10))
        more = number_of(match["half_tenths"]) if match["half_tenths"] else None
        return replace(tenths, value=tenths.value + more) if tenths and more else tenths
    if match["down"] or match["down2"]:
        return _fraction(match)
    if match["low"]:
        return _range(match)
    return _single(match)


def _ratio(match: re.Match[str], first: str, second: str | None, factor: Decimal) -> Quantity | None:
    value = number_of(first)
    upper = number_of(second) if second else None
    if value is None or (second and upper is None):
        return None
    scaled = None if upper is None else upper * factor
    return Quantity(*match.span(), value * factor, scaled, "%", chinese=True, number_end=match.end())


def _fraction(match: re.Match[str]) -> Quantity | None:
    down, up = number_of(match["down"] or match["down2"]), number_of(match["up"] or match["up2"])
    if not down or up is None or up >= down:
        return None
    value = (up * HUNDRED / down).quantize(Decimal("0.01"))
    return Quantity(
        *match.span(),
        value.normalize() if value % 1 else Decimal(int(value)),
        None,
        "%",
        chinese=True,
        number_end=match.end(),
    )


def _range(match: re.Match[str]) -> Quantity | None:
    unit2 = match["unit2"] or ""
    high = _sized(match["high"], unit2)
    if high is None:
        return None
    upper, unit = high
    low = _sized(match["low"], match["lowunit"] or unit2)
    if low is None or (match["lowunit"] and match["lowunit"] != unit2 and unit2):
        return None
    value, low_unit = low
    if low_unit != unit:  # 2至3万人: the first number is in 万 too
        plain = number_of(match["low"])
        value = plain if plain is not None and not _TRAILING.search(match["low"]) else value
    chinese = not match["high"][0].isdigit()
    more = bool(match["more2"])
    return Quantity(
        *match.span(), value, upper, unit, chinese=chinese, more=more, number_end=match.end("high")
    )


def _single(match: re.Match[str]) -> Quantity | None:
    text = match["one"]
    sized = _sized(text, match["unit"] or "")
    if sized is None:
        return None
    return Quantity(
        *match.span(),
        *(sized[0], None),
        sized[1],
        not text[0].isdigit(),
        bool(match["more"]),
        number_end=match.end("one"),
    )


def _sized(text: str, unit: str) -> tuple[Decimal, str] | None:
    """The number and its unit: 三千万元 is 3000 万元, 8千人次 is 8000 人次, 1.2万亩 is 1.2 万亩."""
    trailing = _TRAILING.search(text)
    if trailing and unit not in {"%", "倍"}:
        head = text[: trailing.start()]
        value = number_of(head) if head else None
        if value is not None and not ("万" in head or "亿" in head):
            return value, trailing[0] + unit
    value = number_of(text)
    return None if value is None else (value, unit)
