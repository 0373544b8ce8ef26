"""What all pictures share: a sheet measured in millimetres or other units, colours, exact numbers let go."""

from fractions import Fraction
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tracker.assess.signal import Signal

WIDTH = 156  # mm, between the margins of an A4 page
INK, PALE, GRID, TRACK = "#1f2328", "#5b6470", "#d0d7de", "#eceff2"
# The colours of templates/page.css on white.
COLOURS = {
    Signal.DONE: "#116932",
    Signal.ON_TRACK: "#2e9e4f",
    Signal.BEHIND: "#c98a00",
    Signal.FAR_BEHIND: "#b3261e",
    Signal.OVERDUE: "#b3261e",
    Signal.SILENT: "#8a93a0",
    Signal.PENDING: "#0b57a4",
}


def inexact(value: Fraction | int) -> Any:  # noqa: ANN401 - a number of the plotting library
    """The number for matplotlib, which draws in binary floats.

    A place on paper may be off by less than any printer shows. Every number that is read is text, made from
    the exact value.
    """
    fraction = Fraction(value)
    return fraction.numerator / fraction.denominator


def sheet(height: Fraction, units: Fraction) -> tuple[Figure, Axes]:
    """An empty sheet 156 mm wide and `height` mm high, and its coordinates: `units` across, y downwards."""
    figure = Figure(figsize=(_inches(Fraction(WIDTH)), _inches(height)), facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, inexact(units))
    axes.set_ylim(inexact(height * units / WIDTH), 0)
    return figure, axes


def _inches(millimetres: Fraction) -> Any:  # noqa: ANN401 - a number of the plotting library
    return inexact(millimetres * 10 / 254)
