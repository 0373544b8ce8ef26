"""CSV: one record per line with everything known of it; numbers bare and exact, for Excel and for scripts."""

import csv
import io
from datetime import date
from decimal import Decimal

from tracker.formats import Canvas
from tracker.formats.cells import exact_for_machines, for_machines, text_of
from tracker.model.quantity import Quantity
from tracker.model.worksheet import FORMULA
from tracker.report.values import Amount, Difference, Percent, PercentagePoints, Shortfall, Times, Value
from tracker.report.view import Table, View
from tracker.words import Words, printable

# What no unit is written with, and what would make a formula of -3 and a unit.
_OPERATOR = frozenset("=+-@＝＋－＠|!(")


def render(view: View, words: Words, canvas: Canvas) -> bytes:
    """The records under headings in the language of the output; a file starts with a BOM, for Excel."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n" if canvas.file else "\n")
    named = {c.key: c.label for b in view.blocks if isinstance(b, Table) for c in b.columns if c.label}
    writer.writerow(defused(named.get(key) or words(f"column.{key}")) for key in view.keys)
    writer.writerows([_cell(value, words) for value in record.values()] for record in view.records)
    return out.getvalue().encode("utf-8-sig" if canvas.file else "utf-8")


def _cell(value: Value, words: Words) -> str:
    """Percentages as numbers to six places, everything else as it reads; no text can become a formula."""
    match value:
        case None:
            return ""
        case Percent() | PercentagePoints() | Amount() | Times():
            return for_machines(value)
        case Difference() | Shortfall():
            return exact_for_machines(*value)
        case int() | Decimal() | date():
            return text_of(value, words)
        case Quantity(_, unit) if _OPERATOR.isdisjoint(unit):
            return text_of(value, words)  # -3.7% is a number
        case _:
            return defused(text_of(value, words))


def defused(text: str) -> str:
    """Text that a spreadsheet takes for text, with an apostrophe before what would start a formula."""
    return f"'{printable(text)}" if text.startswith(FORMULA) else printable(text)
