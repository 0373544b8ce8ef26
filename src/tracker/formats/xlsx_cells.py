"""A value as the cell of a workbook: a number with its unit in the number format, a day, or text.

Spreadsheets keep numbers as binary doubles, of which 15 digits are right: that many are written.
"""

import re
from datetime import date
from decimal import Context, Decimal
from fractions import Fraction
from typing import Any

from tracker.formats.cells import amount, text_of
from tracker.model.goal import Operator
from tracker.model.quantity import Quantity
from tracker.model.worksheet import FORMULA
from tracker.report.values import (
    Amount,
    Demand,
    Difference,
    Percent,
    PercentagePoints,
    Phrase,
    Shortfall,
    Times,
    Value,
)
from tracker.words import Words, printable

FACE = "Calibri"  # what unstyled cells have; a font without a name is another one in LibreOffice
DAY = "yyyy-mm-dd"
DIGITS = Context(prec=15)
_LONGEST = 32_767  # characters of a cell, by the specification of the file format
_NUMBER = re.compile(
    r"(?P<before>\D*?)(?P<sign>[+-]?)\d+(?:\.(?P<decimals>\d+))?(?P<percent>%?)(?P<after>.*)"
)


def as_text(sheet: Any, at: str | tuple[int, int], text: str) -> Any:  # noqa: ANN401 - cells of the library
    """Text in a cell as text: what begins with = must not become a formula, nor when it is edited."""
    cell: Any = sheet[at] if isinstance(at, str) else sheet.cell(*at)
    cell.value = printable(text)[:_LONGEST]
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(FORMULA)
    return cell


def put(sheet: Any, at: tuple[int, int], value: Value, words: Words) -> Any:  # noqa: ANN401 - cells of the library
    """A value in a cell, which shows it as it reads elsewhere."""
    if value is None or value == ():
        return sheet.cell(*at)
    if isinstance(value, date):
        cell = sheet.cell(*at, value)
        cell.number_format = DAY
        return cell
    text = text_of(value, words)
    exact, form = _exact(value), _NUMBER.fullmatch(text)
    if exact is None or form is None:
        return as_text(sheet, at, text)
    cell = sheet.cell(*at, digits(exact / 100 if form["percent"] else exact))
    cell.number_format = _format(form)
    return cell


def digits(value: Fraction) -> Decimal:
    """The first 15 digits of a number."""
    return DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))


def _exact(value: object) -> Fraction | None:
    """The number that is shown, in the unit in which it is shown; None for what is no number."""
    match value:
        case bool():
            return None
        case int() | Decimal():
            return Fraction(value)
        case Quantity() | Shortfall() | Difference():
            return Fraction(value.value)
        case Percent(share):
            return share * 100
        case PercentagePoints(share):
            return share * 100 if value.signed else abs(share * 100)
        case Amount():
            return Fraction(amount(value)) if value.up else value.value
        case Times(ratio):
            return ratio
        case Demand(goal) if goal.operator not in {Operator.BETWEEN, Operator.DONE_BY}:
            return Fraction(goal.value)
        case Phrase(facts={"amount": inner}) if len(value.facts) == 1:
            return _exact(inner)
        case _:
            return None


def _format(form: re.Match[str]) -> str:
    """Digits as many as are shown, with what stands around them, for what is positive and negative."""
    pattern = "0" + ("." + "0" * len(form["decimals"]) if form["decimals"] else "") + form["percent"]
    before, after = _quoted(form["before"]), _quoted(form["after"])
    signed = [f"{before}{sign}{pattern}{after}" for sign in (form["sign"].replace("-", ""), "-")]
    return ";".join(signed if form["sign"] or before else signed[:1])


def _quoted(text: str) -> str:
    """Text within a number format: it cannot contain quotation marks."""
    return f'"{text.replace(chr(34), chr(39))}"' if text else ""


def print_on_a4(sheet: Any, head: int) -> None:  # noqa: ANN401 - the library's stubs call some of these read-only
    """On A4 across, as wide as the paper; every page repeats the row `head`."""
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
