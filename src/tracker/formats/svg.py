"""A chart as shapes: where each line, dot and label lies, in exact arithmetic.

Coordinates are units of the view box, to two decimals; y grows downwards. templates/chart.svg draws them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import ceil

import wcwidth

from tracker.formats.axes import BOTTOM, CELL, RIGHT, TOP, Axes, exact
from tracker.formats.cells import number
from tracker.model.quantity import InexactError, finite_decimal, rounded
from tracker.report.view import Chart, Track
from tracker.words import Words, printable

WIDTH, HEIGHT = 640, 330
_MOST_MONTHS = 14
_ROOM_FOR_A_MONTH = 30


@dataclass(frozen=True, slots=True)
class Label:
    """A text and where it begins, ends or has its middle (`anchor`, as in SVG)."""

    x: str
    y: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A figure and what it says when pointed at; or just a place."""

    x: str
    y: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the area at one place, with its label."""

    at: str
    label: Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, ready to be drawn. Empty strings and tuples are what the chart does not have."""

    title: str
    description: str
    left: str
    levels: tuple[Rule, ...]
    months: tuple[str, ...]  # where a month begins
    month_names: tuple[Label, ...]
    goal: Rule
    deadline: Rule
    today: Rule | None
    actual: str  # path
    dots: tuple[Dot, ...]
    expected: str  # points
    range: str  # points
    legend: tuple[tuple[str, Dot, Label], ...]  # what it is, where its sample is, its name
    # The area, for the template.
    width: int = WIDTH
    height: int = HEIGHT
    top: int = TOP
    bottom: int = BOTTOM
    right: int = RIGHT


def drawing(chart: Chart, words: Words, title: str) -> Drawing:
    """The chart's shapes; `title` names it for those who do not see it."""
    axes = Axes(chart)
    return Drawing(
        title=title,
        description=" ".join(_description(chart, words)),
        left=exact(axes.left),
        levels=tuple(_levels(axes)),
        months=tuple(exact(axes.x(day)) for day in axes.months if day > axes.first),
        month_names=tuple(_month_names(axes, words)),
        goal=_goal(chart, axes, words),
        deadline=_upright(chart.end, 2, "page.deadline", axes, words),
        today=_upright(chart.today, 1, "page.today", axes, words) if axes.holds(chart.today) else None,
        actual=_steps(chart.actual, axes),
        dots=tuple(_dots(chart, axes, words)),
        expected=_points(chart.expected, axes) if len(chart.expected) > 1 else "",
        range=_points((*chart.low, *reversed(chart.high)), axes),
        legend=tuple(_legend(chart, axes, words)),
    )


def _levels(axes: Axes) -> Iterator[Rule]:
    for tick in axes.ticks:
        at = axes.y(tick)
        yield Rule(exact(at), Label(exact(axes.left - 6), exact(at + 4), axes.tick(tick), "end"))


def _month_names(axes: Axes, words: Words) -> Iterator[Label]:
    """Each month's name in its middle; of many months only some."""
    every = ceil(Fraction(len(axes.months), _MOST_MONTHS))
    edges = [max(axes.x(day), axes.left) for day in axes.months]
    for n, (begin, end) in enumerate(pairwise([*edges, Fraction(RIGHT)])):
        if n % every == 0 and (end - begin) * every >= _ROOM_FOR_A_MONTH:
            text = words(f"month.{axes.months[n].month}")
            yield Label(exact((begin + end) / 2), str(BOTTOM + 17), text, "middle")


def _goal(chart: Chart, axes: Axes, words: Words) -> Rule:
    at = axes.y(chart.goal)
    text = words("page.goal", {"value": _value(chart.goal, chart.unit)})
    return Rule(exact(at), Label(exact(axes.left + 6), exact(at - 5), text, "start"))


def _upright(day: date, line: int, key: str, axes: Axes, words: Words) -> Rule:
    """A line at a day, named above the area on the side where there is room."""
    at = axes.x(day)
    right = at > Fraction(axes.left + RIGHT, 2)
    beside = at - 4 if right else at + 4
    label = Label(exact(beside), str(line * 16), words(key, {"day": day}), "end" if right else "start")
    return Rule(exact(at), label)


def _steps(track: Track, axes: Axes) -> str:
    """Between two figures the earlier one stands, since nothing else is known."""
    if not track:
        return ""
    steps = (f"H{exact(axes.x(day))}V{exact(axes.y(value))}" for day, value in track[1:])
    return f"M{axes.point(*track[0])}{''.join(steps)}"


def _points(track: Track, axes: Axes) -> str:
    return " ".join(axes.point(day, value) for day, value in track)


def _dots(chart: Chart, axes: Axes, words: Words) -> Iterator[Dot]:
    for day, value in chart.actual:
        text = words("page.figure", {"day": day, "value": _value(value, chart.unit)})
        yield Dot(exact(axes.x(day)), exact(axes.y(value)), text)


def _legend(chart: Chart, axes: Axes, words: Words) -> Iterator[tuple[str, Dot, Label]]:
    """What each line means, only those that occur; what has a label of its own needs none here."""
    entries = (("actual", chart.actual), ("expected", chart.expected[1:]), ("range", chart.low))
    at = axes.left
    for key, track in entries:
        if track:
            text = words(f"chart.{key}")
            sample = Dot(exact(at), str(HEIGHT - 18))
            yield key, sample, Label(exact(at + 34), str(HEIGHT - 8), text, "start")
            at += 34 + wcwidth.width(text) * CELL + 24


def _value(value: Fraction, unit: str) -> str:
    """All digits of a number that was reported or set; a computed one to two places."""
    try:
        text = number(finite_decimal(value))
    except InexactError:
        text = number(rounded(value, 2))
    return f"{text}{printable(unit)}"


def _description(chart: Chart, words: Words) -> Iterator[str]:
    """The chart in sentences."""
    unit = chart.unit
    yield words(
        "page.chart.period", {"start": chart.start, "end": chart.end, "goal": _value(chart.goal, unit)}
    )
    if chart.actual:
        day, value = chart.actual[-1]
        facts = {"count": len(chart.actual), "day": day, "value": _value(value, unit)}
        yield words("page.chart.latest", facts)
    else:
        yield words("page.chart.none")
    if chart.low and chart.high:
        (day, low), (_, high) = chart.low[-1], chart.high[-1]
        edges = {"low": _value(low, unit), "high": _value(high, unit)}
        yield words("page.chart.range", {"day": day, **edges})
