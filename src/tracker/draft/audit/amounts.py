"""Whether two amounts are equal, whatever unit each is written in."""

from decimal import Decimal
from fractions import Fraction

from tracker.model.quantity import factor_of


def alike(unit: str, other: str) -> bool:
    """Whether both units measure the same quantity; a text that names none contradicts none."""
    return not unit or not other or unit == other or factor_of(unit)[0] == factor_of(other)[0]


def equal(value: Decimal, unit: str, other: Decimal, other_unit: str) -> bool:
    """Whether both amounts are the same, exactly; by their bare numbers where the units do not compare."""
    if not unit or not other_unit or not alike(unit, other_unit):
        return value == other
    return Fraction(value) * factor_of(unit)[1] == Fraction(other) * factor_of(other_unit)[1]


def shown(value: Decimal) -> str:
    """The number in plain digits, without needless noughts."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(value: Decimal, upper: Decimal | None, unit: str) -> str:
    """The number or the range with its unit."""
    numbers = shown(value) if upper is None else f"{shown(value)}–{shown(upper)}"
    return f"{numbers}{unit}"
