"""One target over time as a picture: the shapes of formats/svg, drawn by matplotlib."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Polygon

from tracker.assess.signal import Signal
from tracker.formats.paper.pictures_sheet import COLOURS, GRID, INK, PALE, WIDTH, inexact, sheet
from tracker.formats.svg import Drawing, Label, drawing
from tracker.report.view import Chart
from tracker.words import Words

_ANCHORS = {"start": "left", "middle": "center", "end": "right"}
_EXPECTED, _GOAL = COLOURS[Signal.PENDING], COLOURS[Signal.DONE]
_SMALL, _BOLD_LINE = 8, 2
_SAMPLE = 26  # units of the drawing, the length of a line in the legend


def draw_chart(chart: Chart, words: Words) -> Figure:
    """The chart without a title: the paper names it."""
    shapes = drawing(chart, words, "")
    figure, axes = sheet(Fraction(WIDTH * shapes.height, shapes.width), Fraction(shapes.width))
    _ground(axes, shapes)
    if shapes.range:
        axes.add_patch(_cone(_places(shapes.range)))
    if shapes.expected:
        axes.plot(*_both(_places(shapes.expected)), color=_EXPECTED, linestyle=(0, (4, 3)))
    if shapes.dots:
        line: Any = {"color": INK, "linewidth": _BOLD_LINE, "marker": "o", "markersize": 4}
        places = [(_number(dot.x), _number(dot.y)) for dot in shapes.dots]
        axes.plot(*_both(places), drawstyle="steps-post", **line)
    _goal(axes, shapes)
    _legend(axes, shapes)
    return figure


def _ground(axes: Axes, shapes: Drawing) -> None:
    """Levels, months, the deadline, and the day looked at."""
    left, right, top, bottom = _number(shapes.left), shapes.right, shapes.top, shapes.bottom
    for level in shapes.levels:
        at = _number(level.at)
        axes.plot([left, right], [at, at], color=GRID, linewidth=_half())
        _write(axes, level.label, PALE)
    for month in shapes.months:
        at = _number(month)
        axes.plot([at, at], [bottom, bottom + 5], color=PALE, linewidth=_half())
    axes.plot([left, right], [bottom, bottom], color=PALE, linewidth=_half())
    for name in shapes.month_names:
        _write(axes, name, PALE)
    for rule, style in ((shapes.deadline, "solid"), (shapes.today, (0, (1, 2)))):
        if rule is not None:
            at = _number(rule.at)
            axes.plot([at, at], [top - 8, bottom], color=PALE, linestyle=style, linewidth=1)
            _write(axes, rule.label, PALE)


def _goal(axes: Axes, shapes: Drawing) -> None:
    left, at = _number(shapes.left), _number(shapes.goal.at)
    axes.plot([left, shapes.right], [at, at], color=_GOAL, linestyle=(0, (8, 2, 1, 2)))
    _write(axes, shapes.goal.label, _GOAL, bbox={"facecolor": "white", "edgecolor": "none", "pad": 0})


def _legend(axes: Axes, shapes: Drawing) -> None:
    for key, sample, label in shapes.legend:
        x, y = _number(sample.x), _number(sample.y)
        ends: Any = ([x, x + _SAMPLE], [y + 5, y + 5])
        if key == "actual":
            axes.plot(*ends, color=INK, linewidth=_BOLD_LINE, marker="o", markersize=4, markevery=[1])
        elif key == "expected":
            axes.plot(*ends, color=_EXPECTED, linestyle=(0, (4, 3)))
        else:
            axes.add_patch(_cone([(x, y), (x + _SAMPLE, y), (x + _SAMPLE, y + 10), (x, y + 10)]))
        _write(axes, label, INK)


def _cone(places: list[tuple[Any, Any]]) -> Polygon:
    return Polygon(places, facecolor=_EXPECTED, edgecolor=_EXPECTED, alpha=inexact(Fraction(1, 5)))


def _write(axes: Axes, label: Label, colour: str, **more: Any) -> None:  # noqa: ANN401 - passed on as they are
    x, y = _number(label.x), _number(label.y)
    axes.text(x, y, label.text, ha=_ANCHORS[label.anchor], color=colour, fontsize=_SMALL, **more)


def _number(coordinate: str) -> Any:  # noqa: ANN401 - a number of the plotting library
    return inexact(Fraction(coordinate))


def _half() -> Any:  # noqa: ANN401 - a number of the plotting library
    return inexact(Fraction(1, 2))


def _places(points: str) -> list[tuple[Any, Any]]:
    pairs = (point.split(",") for point in points.split())
    return [(_number(x), _number(y)) for x, y in pairs]


def _both(places: Iterable[tuple[Any, Any]]) -> tuple[list[Any], list[Any]]:
    return [x for x, _ in places], [y for _, y in places]
