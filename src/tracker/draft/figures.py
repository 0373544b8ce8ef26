"""An indicator of a table: its name in one cell, its number in another, its unit in either or in a third."""

import re

from tracker.draft.aims import Aim
from tracker.draft.comparators import comparator_of, flipped
from tracker.draft.indicators import kind_of
from tracker.draft.parts import Figure
from tracker.draft.quantities import quantities_in
from tracker.draft.script import Script
from tracker.draft.trend import Trend, trend_of
from tracker.model.goal import Operator

_SIGNS = (
    (re.compile(r"^≥|^>="), Operator.AT_LEAST),
    (re.compile(r"^>"), Operator.MORE_THAN),
    (re.compile(r"^≤|^<="), Operator.AT_MOST),
    (re.compile(r"^<"), Operator.LESS_THAN),
    (re.compile(r"^[约≈]"), Operator.ABOUT),
)
_SIGN = re.compile(r"^[<>≥≤≈约=+]+")
_COMPARED = re.compile(r"(?:以上|以下|以内|左右)$")
_UNIT_IN_NAME = re.compile(r"（([^（）]{1,10})）$")


def figure_aim(script: Script, figure: Figure, measure: int, year: int) -> Aim | None:
    """The target that a row of such a table sets; None where its number cannot be read."""
    del year
    name = script.text[figure.name[0] : figure.name[1]]
    words = script.text[figure.value[0] : figure.value[1]]
    in_name = _UNIT_IN_NAME.search(name)
    own = script.text[figure.unit[0] : figure.unit[1]] if figure.unit else ""
    unit = own or (in_name[1] if in_name else "")
    number = _SIGN.sub("", words)
    bare = _COMPARED.sub("", number)
    written = bare + ("" if not unit or bare.endswith(("%", "‰")) else unit) + number[len(bare) :]
    found = quantities_in(written)
    if len(found) != 1:
        return None
    quantity = found[0]
    comparator = comparator_of(written, quantity.start, quantity.end, 0, ranged=quantity.upper is not None)
    operator = next((op for sign, op in _SIGNS if sign.search(words)), comparator.operator)
    label = name[: in_name.start()] if in_name else name
    trend = trend_of(label, "", growth=False) if quantity.unit == "%" else Trend.NONE
    value = -quantity.value if written.startswith("-") else quantity.value
    if trend is Trend.DOWN and quantity.upper is None:
        operator, value = flipped(operator), -abs(value)
    start = min(figure.name[0], figure.value[0])
    return Aim(
        measure=measure,
        name=label[:40],
        kind=kind_of(label, quantity.unit, trend, after=False),
        operator=operator,
        value=value,
        upper=quantity.upper,
        unit=quantity.unit,
        since=None,
        due=None,
        aspire=False,
        baseline=None,
        quote=(start, max(figure.name[1], figure.value[1])),
        at=figure.value[0],
        doubts=("table",),
    )
