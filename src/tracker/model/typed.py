"""What people write: characters of full width as the usual ones, names to compare, numbers with units."""

import re
from dataclasses import dataclass
from decimal import Decimal

from tracker.model.quantity import decimal_of

# Full-width forms of ASCII, brackets among them, and spaces. Not NFKC, which would also make 52 of 5².
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0xA0: " "}
_QUOTES = str.maketrans("“”„‘’「」『』", '"""\'\'""""')
# What stands for a minus: as typed, as a mathematical sign, and as a dash where no key has the sign.
_MINUS = "-\u2212\u2013"
_NUMBER = re.compile(rf"([{_MINUS}+]?)([0-9]+|[0-9]{{1,3}}(?:,[0-9]{{3}})+)(\.[0-9]+)? ?(\D{{1,12}})?")
_BEGINS = re.compile(rf"[0-9.+{_MINUS}\u2014\u2015]")


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """An exact number with the unit that stands behind it, if any; `adds` where a plus stands before it."""

    value: Decimal
    unit: str | None = None
    adds: bool = False


class TypedNumberError(ValueError):
    """No certain number stands there, or (`long`) one with more digits than figures have."""

    def __init__(self, text: str, *, long: bool = False) -> None:
        super().__init__(text)
        self.text, self.long = text, long


def plain(text: str) -> str:
    """The text with full-width digits, signs and brackets as their usual ones, without space around it."""
    return text.translate(_NARROW).strip()


def folded(text: str) -> str:
    """The text for comparing names: width, case, blanks and the form of quotes tell no two names apart."""
    return "".join(plain(text).translate(_QUOTES).split()).casefold()


def typed_number(text: str) -> TypedNumber:
    """38, 1,359.59, −4.1, ２３家, 3.5 亿元, 57.5%; +6 is an increment of 6.

    Separators stand in groups of three. Raises TypedNumberError for anything that is not certain: 38①, 5²,
    1,35, 约40, 1e3, 007.
    """
    match = _NUMBER.fullmatch(plain(text))
    if not match or not is_unit(match[4]):
        raise TypedNumberError(text)
    sign, whole, decimals, unit = match.groups()
    digits = whole.replace(",", "") + (decimals or "")
    value = exact(digits, text)
    return TypedNumber(-value if value and sign in set(_MINUS) else value, unit, adds=sign == "+")


def typed_share(text: str) -> tuple[Decimal, Decimal] | None:
    """Part and whole of a counted share: 9/10, ３.２／１０; None for what is no such thing.

    Raises TypedNumberError where one of them is no certain number, has a sign or a unit.
    """
    part, stroke, whole = plain(text).partition("/")
    if not stroke or not _BEGINS.match(part) or not _BEGINS.match(whole.strip()):
        return None
    numbers = [typed_number(part), typed_number(whole)]
    if any(number.unit or number.adds or number.value < 0 for number in numbers):
        raise TypedNumberError(text)
    return numbers[0].value, numbers[1].value


def exact(digits: str, text: str) -> Decimal:
    """The number of these digits, as written in `text`. Raises TypedNumberError for too many, or 007."""
    try:
        return decimal_of(digits)
    except ValueError:
        bare = digits.lstrip("-")
        raise TypedNumberError(text, long=not (bare.startswith("0") and "." not in bare)) from None


def is_unit(text: str | None) -> bool:
    """Letters, with a stroke between them (微克/立方米), or a sign of a share; 40+, 5² and 3-5 have none."""
    return text is None or text in {"%", "‰"} or all(part.isalpha() for part in text.split("/"))


def meant_as_number(text: str) -> bool:
    """Whether somebody who writes this means a number, be it certain or not: 1e3, —4, 三十八, ①."""
    bare = plain(text)
    return not bare or bool(_BEGINS.match(bare)) or all(character.isnumeric() for character in bare)
