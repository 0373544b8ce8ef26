"""Chinese and mixed numerals as exact decimals: 120, 1,250,000, 8千, 三千, 一万五千, 两, 十二点五."""

import re
from decimal import Decimal

DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
# Longer runs of digits are no numbers that anybody wants reached.
LONGEST = 15

_ARABIC = re.compile(rf"({ARABIC})([十百千万亿]*)")


def number_of(text: str) -> Decimal | None:
    """The number that `text` writes, exactly; None where it writes none (三四十, 百百, too long)."""
    if mixed := _ARABIC.fullmatch(text):
        digits = mixed[1].replace(",", "")
        if len(digits) > LONGEST or (len(digits) > 1 and digits[0] == "0" and digits[1] != "."):
            return None
        return Decimal(digits) * multiplier_of(mixed[2])
    whole, _, fraction = text.partition("点")
    value = _whole(whole)
    if value is None or not fraction:
        return None if value is None else Decimal(value)
    digits = fraction.rstrip("万亿")
    if not digits or any(digit not in DIGITS for digit in digits):
        return None
    exact = Decimal(f"{value}.{''.join(str(DIGITS[digit]) for digit in digits)}")
    return exact * multiplier_of(fraction[len(digits) :])


def multiplier_of(text: str) -> int:
    """How much 十, 百, 千, 万, 亿 in a row multiply by: 百万 is 1,000,000."""
    product = 1
    for character in text:
        product *= _SMALL.get(character) or _LARGE[character]
    return product


def _whole(text: str) -> int | None:
    """A whole number in Chinese: digit by digit (二〇二五), or by places (一万零五十)."""
    if not text or len(text) > LONGEST:
        return None
    if all(character in DIGITS for character in text):
        if len(text) > 1 and "两" in text:
            return None
        return int("".join(str(DIGITS[character]) for character in text))
    total, section, digit, last = 0, 0, None, 10**9
    for character in text:
        if character in DIGITS:
            if digit:
                return None  # 三四十 is no number
            digit = DIGITS[character]
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
