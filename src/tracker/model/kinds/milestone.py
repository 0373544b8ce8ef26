"""Milestone: a task without a number, 0 to 100 %, with optional named stages (立项, 开工, 完工)."""

from decimal import Decimal

from tracker.model.kinds.base import Kind, of_the_way
from tracker.model.quantity import PERCENT

KIND = Kind(
    "milestone",
    completion=of_the_way,
    baseline=Decimal(0),
    unit=PERCENT,
    takes_baseline=False,
    takes_add=False,
    counts_up=True,
)
