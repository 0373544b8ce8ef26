"""Numbers and units: exact decimals as people write them, and exact conversion within one quantity."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

# Plain decimals only: 1_500, 1,500, 1e3, 12:30, .inf, 0x10, 010 mean different things to different readers.
PLAIN_NUMBER = r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,8})?"
_PLAIN_NUMBER = re.compile(PLAIN_NUMBER)

# 一万 and its like may stand before any unit: 万元, 亿元, 千人, 百万吨.
_PREFIXES = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5}
_PREFIXES |= {"百万": 10**6, "千万": 10**7, "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11}
_BY_LENGTH = sorted(_PREFIXES, key=len, reverse=True)

# Unit -> (base unit, factor): what is measured rather than counted. Any other unit is its own base.
# 1 公顷 = 15 亩 by definition, so 1 亩 is 2000/3 square metres exactly.
_CONTINUOUS: dict[str, tuple[str, Fraction]] = {
    "元": ("元", Fraction(1)),
    "米": ("米", Fraction(1)),
    "公里": ("米", Fraction(1000)),
    "千米": ("米", Fraction(1000)),
    "里": ("米", Fraction(500)),
    "km": ("米", Fraction(1000)),
    "亩": ("亩", Fraction(1)),
    "公顷": ("亩", Fraction(15)),
    "平方公里": ("亩", Fraction(1500)),
    "平方米": ("亩", Fraction(3, 2000)),
    "吨": ("吨", Fraction(1)),
    "千克": ("吨", Fraction(1, 1000)),
    "公斤": ("吨", Fraction(1, 1000)),
    "斤": ("吨", Fraction(1, 2000)),
    "立方米": ("立方米", Fraction(1)),
    "千瓦时": ("千瓦时", Fraction(1)),
    "千瓦": ("千瓦", Fraction(1)),
    "兆瓦": ("千瓦", Fraction(1000)),
    "吨标准煤": ("吨标准煤", Fraction(1)),
    "%": ("%", Fraction(1)),
    "个百分点": ("%", Fraction(1)),
    "百分点": ("%", Fraction(1)),
    "‰": ("%", Fraction(1, 10)),
}
# What is counted one by one. The list is that of docs/catalogue.md.
COUNTING_WORDS = frozenset(
    {
        *(
            "家",
            "个",
            "项",
            "人",
            "人次",
            "户",
            "户次",
            "名",
            "位",
            "场",
            "场次",
            "次",
            "批次",
            "件",
            "起",
            "套",
            "台",
        ),
        *(
            "辆",
            "架",
            "艘",
            "条",
            "座",
            "栋",
            "幢",
            "所",
            "处",
            "间",
            "张",
            "床",
            "村",
            "社区",
            "镇",
            "支",
            "队",
            "只",
        ),
        *(
            "种",
            "类",
            "篇",
            "本",
            "册",
            "部",
            "份",
            "宗",
            "笔",
            "单",
            "例",
            "门",
            "届",
            "期",
            "列",
            "班",
            "班次",
            "艘次",
        ),
        *(
            "株",
            "棵",
            "头",
            "口",
            "眼",
            "盏",
            "块",
            "枚",
            "对",
            "组",
            "批",
            "片",
            "对次",
            "架次",
            "趟",
            "款",
            "站",
            "站点",
        ),
    }
)
PERCENT = "%"
# What files hold is a decimal. What is computed of it is a fraction: one of three has no finite decimal form.
ExactNumber = Decimal | Fraction


class UnitMismatchError(ValueError):
    """The two units measure different quantities."""


class InexactError(ValueError):
    """The converted number is no finite decimal."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit."""

    value: Decimal
    unit: str


def decimal_of(text: str) -> Decimal:
    """The exact number a file holds; ValueError for anything but plain decimal digits."""
    if not _PLAIN_NUMBER.fullmatch(text):
        raise ValueError(text)
    return unsigned_zero(text)


def unsigned_zero(text: str) -> Decimal:
    """The number that plain digits stand for; -0 is 0."""
    value = Decimal(text)
    return value or abs(value)


def plain_digits(value: Decimal) -> str:
    """All digits, no exponent, no empty decimals, no sign of a zero: 3.50 is 3.5."""
    text = f"{value:f}" if value else "0"
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=1024)
def factor_of(unit: str) -> tuple[str, Fraction]:
    """The base unit and how many of it one `unit` is: 亿元 -> (元, 10**8)."""
    if unit in _CONTINUOUS:
        return _CONTINUOUS[unit]
    for prefix in _BY_LENGTH:
        rest = unit.removeprefix(prefix)
        if prefix and rest and rest != unit:
            base, factor = _CONTINUOUS.get(rest, (rest, Fraction(1)))
            return base, factor * _PREFIXES[prefix]
    return unit, Fraction(1)


def is_whole(unit: str) -> bool:
    """Whether `unit` is one of the counting words: so 超过38家 means at least 39.

    Any other unit, known or not, takes decimals.
    """
    return unit in COUNTING_WORDS


def convert(value: Decimal, unit: str, into: str) -> Decimal:
    """`value` of `unit` expressed in `into`, exactly.

    Raises UnitMismatchError where the units measure different things, InexactError where the result has
    no finite decimal form (100 亩 in 公顷).
    """
    return value if unit == into else finite_decimal(in_unit(value, unit, into))


def in_unit(value: ExactNumber, unit: str, into: str) -> Fraction:
    """`value` of `unit` expressed in `into`, also where that has no finite decimal form.

    Raises UnitMismatchError where the units measure different things.
    """
    ratio = _ratio(unit, into)
    if ratio is None:
        raise UnitMismatchError(unit, into)
    return Fraction(value) * ratio


def converted(value: ExactNumber, unit: str, into: str) -> ExactNumber:
    """`value` of `unit` expressed in `into`; of a fraction there is always one. Raises as convert does."""
    return convert(value, unit, into) if isinstance(value, Decimal) else in_unit(value, unit, into)


def _ratio(unit: str, into: str) -> Fraction | None:
    """How many `into` one `unit` is; None where they measure different quantities."""
    base, factor = factor_of(unit)
    target_base, target_factor = factor_of(into)
    return factor / target_factor if base == target_base else None


def finite_decimal(number: Fraction) -> Decimal:
    """The decimal equal to `number`; InexactError where there is none."""
    rest, places = number.denominator, 0
    if rest == 1:
        return Decimal(number.numerator)
    for prime in (2, 5):
        count = 0
        while rest % prime == 0:
            rest, count = rest // prime, count + 1
        places = max(places, count)
    if rest != 1:
        raise InexactError(number)
    return Decimal(f"{int(number * 10**places)}E-{places}")


def rounded(number: Fraction, places: int) -> Decimal:
    """`number` to `places` decimals, halves away from zero, as printed percentages are rounded."""
    scaled = abs(number) * 10**places
    whole = int(scaled)
    if scaled - whole >= Fraction(1, 2):
        whole += 1
    return Decimal(f"{-whole if number < 0 else whole}E-{places}")


def is_measure(unit: str) -> bool:
    """Whether `unit` is one that is measured, or counts one by one: 万元, %, 微克/立方米, 人次."""
    base, _ = factor_of(unit)
    return (
        base in _CONTINUOUS or base in COUNTING_WORDS or ("/" in unit and is_measure(unit.rpartition("/")[2]))
    )


def measures_alike(unit: str, other: str) -> bool:
    """Whether both units measure the same quantity."""
    return _ratio(unit, other) is not None


def in_full(unit: str, of: str) -> str:
    """The unit meant where one was cut short: 亿 and 万 count what `of` counts, 3.1亿 of 万元 is 3.1亿元."""
    if not unit or unit not in _PREFIXES or factor_of(of)[0] == PERCENT:
        return unit
    rests = (of.removeprefix(prefix) for prefix in _BY_LENGTH if prefix and of.startswith(prefix))
    return unit + next(filter(None, rests), of)
