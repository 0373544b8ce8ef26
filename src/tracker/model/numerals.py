"""Numbers in Chinese, as headings count."""

_NUMERALS = "零一二三四五六七八九"


def numeral(count: int) -> str:
    """一, 十二, 二十; digits from a hundred on."""
    tens, ones = divmod(count, 10)
    if tens == 0:
        return _NUMERALS[ones]
    if tens < 10:  # noqa: PLR2004 - two digits
        return ("" if tens == 1 else _NUMERALS[tens]) + "十" + (_NUMERALS[ones] if ones else "")
    return str(count)
