"""One cell of a table: the exact number, day or text a person meant by it, or why it cannot be known."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Context, Decimal

from tracker.model.quantity import PERCENT, decimal_of

# A spreadsheet computes in binary; of a result it shows, and compares, 15 significant digits.
_EXCEL = Context(prec=15)
# Full-width forms of ASCII. Not NFKC, which would also make 52 of 5².
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0xA0: " "}
_NUMBER = re.compile(r"([+-]?)([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(\.[0-9]+)? ?(\D{1,12})?")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})-|/(\d{1,2})/|\.(\d{1,2})\.|年(\d{1,2})月)(\d{1,2})日?", re.ASCII)
_DAY_OF_YEAR = re.compile(r"(\d{1,2})月(\d{1,2})日", re.ASCII)
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|[_*].')
# 0.0, shows thousands; so does the 0!.0, with which 万 is shown.
_SCALED = re.compile(r"[0#?],+(?![0#?,])|!")
_CURRENCY = re.compile(r"[¥￥$€£]")

CellContent = str | int | Decimal | bool | date | None


@dataclass(frozen=True, slots=True)
class SheetCell:
    """What a cell holds: its value, how the spreadsheet shows it, and whether a formula lacks its result."""

    value: CellContent = None
    number_format: str = ""
    uncomputed: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.uncomputed and (self.value is None or not str(self.value).strip())


EMPTY = SheetCell()


@dataclass(frozen=True, slots=True)
class CellNumber:
    """An exact number with the unit that stands beside it in the cell, if any."""

    value: Decimal
    unit: str | None


class CellError(ValueError):
    """The cell cannot be understood; `code` and `facts` as in a Problem."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


def plain(text: str) -> str:
    """The text with full-width digits and signs as their usual ones, without space around it."""
    return text.translate(_NARROW).strip()


def text_in(cell: SheetCell) -> str | None:
    """The text of a cell, None where it is empty. Raises CellError for a formula without a result."""
    _computed(cell)
    if cell.empty:
        return None
    value = cell.value
    return _digits(value) if isinstance(value, Decimal) else str(value).strip()


def number_in(cell: SheetCell) -> CellNumber:
    """The number in a cell: 1,359.59, 3.5亿元, ２３家, 57.5%. Raises CellError for what is not certain.

    A number shown as a percentage is one: 0.575 shown as 57.5% is 57.5 %. A unit in the cell's format counts
    like one in its text.
    """
    _computed(cell)
    match cell.value:
        case bool():
            raise CellError("sheet-number-kind", text=str(cell.value).upper())
        case date():
            raise CellError("sheet-number-kind", text=str(cell.value))
        case int() | Decimal():
            return _shown(Decimal(cell.value), cell.number_format)
        case None:
            raise CellError("sheet-number", text="")
        case str(text):
            return _written(text)


def day_in(cell: SheetCell, year: int) -> date:
    """The day in a cell: a date, 2024-08-10, 2024/8/10, 2024.8.10, 2024年8月10日, or 8月10日 of `year`.

    Raises CellError for anything else; a bare serial number is nothing else but a number.
    """
    _computed(cell)
    match cell.value:
        case datetime():
            return cell.value.date()
        case date():
            return cell.value
        case bool() | None:
            raise CellError("sheet-date", text=str(cell.value))
        case int() | Decimal():
            raise CellError("sheet-date-serial", text=f"{cell.value:f}")
        case str(text):
            return _written_day(text, year)


def _computed(cell: SheetCell) -> None:
    if cell.uncomputed:
        raise CellError("sheet-formula")
    if isinstance(cell.value, str) and re.fullmatch(r"#[A-Z/0!?]+", cell.value.strip()):
        raise CellError("sheet-error-value", text=cell.value.strip())


def _written(text: str) -> CellNumber:
    match = _NUMBER.fullmatch(plain(text))
    if not match or not _is_unit(match[4]):
        raise CellError("sheet-number", text=text)
    sign, whole, decimals, unit = match.groups()
    digits = sign.replace("+", "") + whole.replace(",", "") + (decimals or "")
    return CellNumber(_bounded(digits, text), unit)


def _shown(value: Decimal, number_format: str) -> CellNumber:
    """A number as its cell shows it; where it shows another one (in thousands, a currency) it is refused."""
    if not value.is_finite():
        raise CellError("sheet-number", text=str(value))
    exact = value if value == value.to_integral_value() else _EXCEL.plus(value)
    section = number_format.split(";", maxsplit=1)[0]
    literals = "".join(match[1] or match[2] or "" for match in _LITERAL.finditer(section)).strip()
    bare = re.sub(r"\[[^\]]*\]", "", _LITERAL.sub("", section))
    if _SCALED.search(bare) or _CURRENCY.search(section):
        raise CellError("sheet-number-format", format=number_format, value=value)
    if "%" in bare:
        return CellNumber(_bounded(_digits(exact * 100), str(value)), PERCENT)
    unit = plain(literals) or None
    if not _is_unit(unit):
        raise CellError("sheet-number-format", format=number_format, value=value)
    return CellNumber(_bounded(_digits(exact), str(value)), unit)


def _is_unit(text: str | None) -> bool:
    """Letters, or a sign of a share; neither 40+ nor 5² nor 3-5 has a unit."""
    return text is None or text.isalpha() or text in {"%", "‰"}


def _bounded(digits: str, text: str) -> Decimal:
    try:
        return decimal_of(digits)
    except ValueError:
        code = (
            "sheet-number"
            if digits.lstrip("-").startswith("0") and "." not in digits
            else "sheet-number-long"
        )
        raise CellError(code, text=text) from None


def _digits(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _written_day(text: str, year: int) -> date:
    squeezed = "".join(plain(text).split())
    try:
        if match := _DAY.fullmatch(squeezed):
            month = next(part for part in match.groups()[1:5] if part)
            return date(int(match[1]), int(month), int(match[6]))
        if match := _DAY_OF_YEAR.fullmatch(squeezed):
            return date(year, int(match[1]), int(match[2]))
    except ValueError:
        pass
    raise CellError("sheet-date", text=text)
