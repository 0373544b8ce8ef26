"""Exact arithmetic: decimals as they were written, fractions where a number is computed of two of them."""

from decimal import Context, Decimal, Inexact, InvalidOperation
from fractions import Fraction

from tracker.model.quantity import ExactNumber, plain_digits, rounded

# Sums of what files hold: exact or an error, never rounded.
EXACT = Context(prec=120, traps=[Inexact, InvalidOperation])
_PLACES = 8  # of decimals, as many as a number in a file has


def exact_sum(one: ExactNumber, other: ExactNumber) -> ExactNumber:
    """Both together: a decimal where both are, else a fraction."""
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return EXACT.add(one, other)
    return Fraction(one) + Fraction(other)


def exact_difference(one: ExactNumber, other: ExactNumber) -> ExactNumber:
    """What is left of `one` without `other`: a decimal where both are, else a fraction."""
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return EXACT.subtract(one, other)
    return Fraction(one) - Fraction(other)


def size_of(value: ExactNumber) -> ExactNumber:
    """The number without its sign."""
    return value.copy_abs() if isinstance(value, Decimal) else abs(value)


def percentage_of(part: ExactNumber, whole: ExactNumber) -> Fraction:
    """How many per cent of `whole` are `part`; `whole` is not zero."""
    return 100 * Fraction(part) / Fraction(whole)


def makes(part: Decimal, whole: Decimal, percentage: Decimal) -> bool:
    """Whether a percentage is that of a part of a whole, but for one of the last digit it is written with."""
    last = Fraction(10) ** min(0, int(percentage.as_tuple().exponent))
    return abs(percentage_of(part, whole) - Fraction(percentage)) <= last


def nearest_decimal(value: ExactNumber) -> Decimal:
    """The number as a file can hold it: a fraction to the eight places that files have."""
    return value if isinstance(value, Decimal) else rounded(value, _PLACES)


def number_text(value: ExactNumber) -> str:
    """The number as text that `number_in_text` reads: the digits of a decimal, a fraction with its stroke."""
    return str(value) if isinstance(value, Decimal) else f"{value.numerator}/{value.denominator}"


def number_in_text(text: str) -> ExactNumber:
    """The number that `number_text` wrote."""
    return Fraction(text) if "/" in text else Decimal(text)


def counted_text(part: Decimal, whole: Decimal) -> str:
    """A counted share as people write it: 9/10."""
    return f"{plain_digits(part)}/{plain_digits(whole)}"
