"""Numbers in a sentence: Chinese and mixed numerals as exact decimals, and quantities with their units."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.draft.units import BARE, UNIT

_DIGITS = {digit: n for n, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
# Digits of ASCII alone: full-width ones have become these, and 𝟑 or ٣ are not what a policy writes.
_PLAIN = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?!\d)|[0-9]+)(?:\.[0-9]+)?"
# Longer runs of digits are no numbers that anybody wants reached.
_LONGEST = 15

_ARABIC = re.compile(rf"({_PLAIN})([十百千万亿]*)")


def number_of(text: str) -> Decimal | None:
    """The number that `text` writes, exactly; None where it writes none (三四十, 百百, too long)."""
    if mixed := _ARABIC.fullmatch(text):
        digits = mixed[1].replace(",", "")
        if len(digits) > _LONGEST or (len(digits) > 1 and digits[0] == "0" and digits[1] != "."):
            return None
        return Decimal(digits) * _multiplier_of(mixed[2])
    whole, _, fraction = text.partition("点")
    value = _whole(whole)
    if value is None or not fraction:
        return None if value is None else Decimal(value)
    digits = fraction.rstrip("万亿")
    if not digits or any(digit not in _DIGITS for digit in digits):
        return None
    exact = Decimal(f"{value}.{''.join(str(_DIGITS[digit]) for digit in digits)}")
    return exact * _multiplier_of(fraction[len(digits) :])


def _multiplier_of(text: str) -> int:
    """How much 十, 百, 千, 万, 亿 in a row multiply by: 百万 is 1,000,000."""
    product = 1
    for character in text:
        product *= _SMALL.get(character) or _LARGE[character]
    return product


def _whole(text: str) -> int | None:
    """A whole number in Chinese: digit by digit (二〇二五), or by places (一万零五十)."""
    if not text or len(text) > _LONGEST:
        return None
    if all(character in _DIGITS for character in text):
        if len(text) > 1 and "两" in text:
            return None
        return int("".join(str(_DIGITS[character]) for character in text))
    total, section, digit, last = 0, 0, None, 10**9
    for character in text:
        if character in _DIGITS:
            if digit:
                return None  # 三四十 is no number
            digit = _DIGITS[character]
        elif character in _SMALL:
            factor = _SMALL[character]
            if factor >= last:
                return None
            section += (1 if digit is None or digit == 0 else digit) * factor
            digit, last = None, factor
        else:
            section += digit or 0
            if character == "亿":
                total = (total + section or 1) * _LARGE[character]
            else:
                total += (section or 1) * _LARGE[character]
            section, digit, last = 0, None, 10**9
    return total + section + (digit or 0)


_HUNDRED = Decimal(100)
# 千 before 瓦, 克 or 米 belongs to the unit.
_THOUSAND = "千(?![瓦伏克米卡])"
_CHINESE = rf"(?:[零〇一二两三四五六七八九十百万亿]|{_THOUSAND})+(?:点[零〇一二三四五六七八九]+[万亿]*)?"
_N = rf"(?:{_PLAIN}(?:[十百万亿]|{_THOUSAND})*|{_CHINESE})"
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
    rf"|(?P<half>过半|半数|一半)|(?P<half_of>半(?=个(?:月|工作日|小时)|[天日]))(?P<half_unit>个月|个工作日|个小时|天|日)"
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


def quantities_in(masked: str) -> list[Quantity]:
    """The numbers of a masked sentence, in order; those that are none (三四十) are left out."""
    quantities = (_quantity(match) for match in _QUANTITY.finditer(masked))
    return [quantity for quantity in quantities if quantity]


def _quantity(match: re.Match[str]) -> Quantity | None:
    if match["fold"]:
        return _percent(match, Decimal(_FOLDS[match["folds"] or "一"]), growth=True)
    if match["digits"]:
        return _percent(match, Decimal(10), growth=True)
    if match["to_one"]:
        value = Decimal(match["to_one"])
        return Quantity(*match.span(), value, None, ":1", number_end=match.end("to_one"))
    if match["half"] or match["half_of"]:
        return _half(match)
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


def _half(match: re.Match[str]) -> Quantity:
    """一半 is 50 %, 半个月 half a month."""
    if match["half"]:
        return _percent(match, Decimal(50))
    return Quantity(*match.span(), Decimal("0.5"), None, match["half_unit"], number_end=match.end("half_of"))


def _percent(
    match: re.Match[str], value: Decimal, upper: Decimal | None = None, *, growth: bool = False
) -> Quantity:
    """A percentage that is written in words, not with its sign."""
    return Quantity(*match.span(), value, upper, "%", chinese=True, growth=growth, number_end=match.end())


def _ratio(match: re.Match[str], first: str, second: str | None, factor: Decimal) -> Quantity | None:
    value = number_of(first)
    upper = number_of(second) if second else None
    if value is None or (second and upper is None):
        return None
    return _percent(match, value * factor, None if upper is None else upper * factor)


def _fraction(match: re.Match[str]) -> Quantity | None:
    down, up = number_of(match["down"] or match["down2"]), number_of(match["up"] or match["up2"])
    if not down or up is None or up >= down:
        return None
    value = (up * _HUNDRED / down).quantize(Decimal("0.01"))
    return _percent(match, value.normalize() if value % 1 else Decimal(int(value)))


def _range(match: re.Match[str]) -> Quantity | None:
    """A range; 2至3万人 is in 万 from end to end, and each number may have a unit if it is the same."""
    unit2 = match["unit2"] or ""
    low, high = _sized(match["low"], match["lowunit"] or unit2), _sized(match["high"], unit2)
    if low is None or high is None or (match["lowunit"] and match["lowunit"] != unit2 and unit2):
        return None
    (value, low_unit), (upper, unit) = low, high
    if low_unit != unit and not _TRAILING.search(match["low"]):
        value = number_of(match["low"]) or value
    return Quantity(
        *match.span(),
        value,
        upper,
        unit,
        chinese=not match["high"][0].isdigit(),
        more=bool(match["more2"]),
        number_end=match.end("high"),
    )


def _single(match: re.Match[str]) -> Quantity | None:
    sized = _sized(match["one"], match["unit"] or "")
    if sized is None:
        return None
    value, unit = sized
    return Quantity(
        *match.span(),
        value,
        None,
        unit,
        chinese=not match["one"][0].isdigit(),
        more=bool(match["more"]),
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
