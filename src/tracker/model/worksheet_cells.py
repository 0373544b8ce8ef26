"""One cell of a table: the exact number, day or text a person meant by it, or why it cannot be known."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Context, Decimal
from numbers import Real

from tracker.model.period import month_end
from tracker.model.quantity import PERCENT, plain_digits
from tracker.model.typed import (
    TypedNumber,
    TypedNumberError,
    exact,
    is_unit,
    plain,
    typed_number,
    typed_share,
)

# A spreadsheet computes in binary; of a result it shows, and compares, 15 significant digits.
_EXCEL = Context(prec=15)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})-|/(\d{1,2})/|\.(\d{1,2})\.|年(\d{1,2})月)(\d{1,2})日?", re.ASCII)
_DAY_OF_YEAR = re.compile(r"(\d{1,2})月(\d{1,2})日", re.ASCII)
_MONTH_END = re.compile(r"(?:(\d{4})年)?(\d{1,2})月[底末]", re.ASCII)
# 8.10 as it is written short; 8.1 may be what a spreadsheet has left of it.
_SHORT_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})", re.ASCII)
_UNTIL = re.compile(r"^截[至止]到?|^至|止$")
_LOST_ZERO = frozenset("123")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|[_*].')
# 0.0, shows thousands; so does the 0!.0, with which 万 is shown.
_SCALED = re.compile(r"[0#?],+(?![0#?,])|!")
_CURRENCY = re.compile(r"[¥￥$€£]")

CellContent = str | int | Decimal | bool | date | None


@dataclass(frozen=True, slots=True)
class SheetCell:
    """What a cell holds: its value, how the spreadsheet shows it, and whether a formula lacks its result.

    `anchor` is the row and column in which the value stands, where the cell has it by a merge.
    """

    value: CellContent = None
    number_format: str = ""
    uncomputed: bool = False
    anchor: tuple[int, int] | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.uncomputed and (self.value is None or not str(self.value).strip())


EMPTY = SheetCell()


class CellError(ValueError):
    """The cell cannot be understood; `code` and `facts` as in a Problem."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


def content_of(value: object) -> CellContent:
    """What a library read in a cell, exactly: of a binary number the shortest digits that mean it."""
    match value:
        case str() | bool() | int() | date():
            return value
        case Real():
            return Decimal(repr(value))
        case _:
            return str(value)  # a time of day, a span: text that is neither number nor day


def text_in(cell: SheetCell) -> str | None:
    """The text of a cell, None where it is empty. Raises CellError for a formula without a result."""
    _computed(cell)
    if cell.empty:
        return None
    value = cell.value
    return plain_digits(value) if isinstance(value, Decimal) else str(value).strip()


def number_in(cell: SheetCell) -> TypedNumber:
    """The number in a cell: 1,359.59, 3.5亿元, ２３家, 57.5%, +6. Raises CellError for what is not certain.

    A number shown as a percentage is one: 0.575 shown as 57.5% is 57.5 %. A unit in the cell's format counts
    like one in its text, and so does a plus.
    """
    _computed(cell)
    try:
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
                return typed_number(text)
    except TypedNumberError as error:
        raise CellError("sheet-number-long" if error.long else "sheet-number", text=error.text) from None


def share_in(cell: SheetCell) -> tuple[Decimal, Decimal] | None:
    """Part and whole as text in one cell: 9/10; None for anything else. Raises CellError as number_in."""
    try:
        return typed_share(cell.value) if isinstance(cell.value, str) else None
    except TypedNumberError as error:
        raise CellError("sheet-number-long" if error.long else "sheet-number", text=error.text) from None


def day_in(cell: SheetCell, year: int) -> date:
    """The day in a cell: a date, 2024-08-10, 2024/8/10, 2024.8.10, 2024年8月10日; in `year` 8.10, 8月底.

    Raises CellError for anything else, and for 8.1, which may have been 8.10; a bare serial number is nothing
    else but a number.
    """
    _computed(cell)
    match cell.value:
        case datetime():
            return cell.value.date()
        case date():
            return cell.value
        case bool() | None:
            raise CellError("sheet-date", text=str(cell.value))
        case int() | Decimal() if not _SHORT_DAY.fullmatch(f"{cell.value:f}"):
            raise CellError("sheet-date-serial", text=f"{cell.value:f}")
        case int() | Decimal():
            return _written_day(f"{cell.value:f}", year)
        case str(text):
            return _written_day(text, year)


def _computed(cell: SheetCell) -> None:
    if cell.uncomputed:
        raise CellError("sheet-formula")
    if isinstance(cell.value, str) and re.fullmatch(r"#[A-Z/0!?]+", cell.value.strip()):
        raise CellError("sheet-error-value", text=cell.value.strip())


def _shown(value: Decimal, number_format: str) -> TypedNumber:
    """A number as its cell shows it; where it shows another one (in thousands, a currency) it is refused."""
    if not value.is_finite():
        raise CellError("sheet-number", text=str(value))
    rounded = value if value == value.to_integral_value() else _EXCEL.plus(value)
    section = number_format.split(";", maxsplit=1)[0]
    literals = "".join(match[1] or match[2] or "" for match in _LITERAL.finditer(section)).strip()
    bare = re.sub(r"\[[^\]]*\]", "", _LITERAL.sub("", section))
    if _SCALED.search(bare) or _CURRENCY.search(section):
        raise CellError("sheet-number-format", format=number_format, value=value)
    adds = value > 0 and bare.lstrip().startswith("+")
    if "%" in bare:
        return TypedNumber(exact(plain_digits(rounded * 100), str(value)), PERCENT, adds)
    unit = plain(literals) or None
    if not is_unit(unit):
        raise CellError("sheet-number-format", format=number_format, value=value)
    return TypedNumber(exact(plain_digits(rounded), str(value)), unit, adds)


def _written_day(text: str, year: int) -> date:
    squeezed = _UNTIL.sub("", "".join(plain(text).split()))
    try:
        if match := _DAY.fullmatch(squeezed):
            month = next(part for part in match.groups()[1:5] if part)
            return date(int(match[1]), int(month), int(match[6]))
        if match := _DAY_OF_YEAR.fullmatch(squeezed):
            return date(year, int(match[1]), int(match[2]))
        if match := _MONTH_END.fullmatch(squeezed):
            return month_end(int(match[1] or year), int(match[2]))
        if (match := _SHORT_DAY.fullmatch(squeezed)) and match[2] not in _LOST_ZERO:
            return date(year, int(match[1]), int(match[2]))
    except ValueError:
        pass
    short = _SHORT_DAY.fullmatch(squeezed)
    raise CellError("sheet-date-short" if short and short[2] in _LOST_ZERO else "sheet-date", text=text)
