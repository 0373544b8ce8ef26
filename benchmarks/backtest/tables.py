"""The backtest's figures as Markdown."""

import statistics
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from tabulate import tabulate

from backtest.candidates import CANDIDATES
from backtest.histories import SHAPES
from backtest.measure import CHOSEN, KNOWN, Forecasted, Warned

ALL = "all"
# Months left: more than six, three to six, less than three.
FAR, NEAR = 6, 3


def tables(forecasts: Sequence[Forecasted], warnings: Sequence[Warned]) -> str:
    """The tables, as they stand in docs/forecast.md."""
    parts = (
        _methods(forecasts),
        _horizons(forecasts, CHOSEN, "range held"),
        _horizons(forecasts, KNOWN, "with last year's figures"),
        _in_time(warnings),
        _false_alarms(warnings),
    )
    return "\n\n".join(parts) + "\n"


def held(forecasts: Iterable[Forecasted]) -> float:
    """The share of forecasts whose range held the final value."""
    return statistics.fmean(forecast.held for forecast in forecasts)


def _methods(forecasts: Sequence[Forecasted]) -> str:
    head = ["centre and range", "held", "held, odd", "median width", "width, odd", "mean error"]
    rows = []
    for method in (*CANDIDATES, CHOSEN, KNOWN):
        of_it = [forecast for forecast in forecasts if forecast.method == method]
        odd = [forecast for forecast in of_it if forecast.history.odd]
        widths = [
            _percent(statistics.median(f.width for f in some)) if some else "—" for some in (of_it, odd)
        ]
        error = _percent(statistics.fmean(f.error for f in of_it)) if of_it else "—"
        rows.append([method, _held(of_it), _held(odd), *widths, error])
    return _table(rows, head)


def _horizons(forecasts: Sequence[Forecasted], method: str, title: str) -> str:
    own = [forecast for forecast in forecasts if forecast.method == method]
    horizons: dict[str, Callable[[float], bool]] = {
        "> 6 months left": lambda left: left > FAR,
        "3 to 6": lambda left: NEAR <= left <= FAR,
        "< 3": lambda left: left < NEAR,
        "any": lambda _: True,
    }
    rows = [
        [
            shape,
            *(_held([f for f in of_shape if within(f.months_left)]) for within in horizons.values()),
            _percent(statistics.median(f.width for f in of_shape)) if of_shape else "—",
        ]
        for shape in (*SHAPES, ALL)
        for of_shape in [[f for f in own if shape in {f.history.shape, ALL}]]
    ]
    return _table(rows, [title, *horizons, "median width"])


def _in_time(warnings: Sequence[Warned]) -> str:
    head = ["missed in the end", "histories", "lead < 0", "at risk or worse", "with last year's figures"]
    rows = []
    for shape in (*SHAPES, ALL):
        missed = [warned for warned in _of_shape(warnings, shape) if not warned.met]
        ways = ([warned.lasting(way(warned)) for warned in missed] for way in (_plain, _early, _known))
        rows.append([shape, len(missed), *map(_days, ways)])
    return _table(rows, head)


def _false_alarms(warnings: Sequence[Warned]) -> str:
    head = ["met in the end", "histories", "days lead < 0", "days at risk or worse"]
    head += ["at risk: missed", "on track, not at risk: missed"]
    head += ["with last year's figures: at risk: missed", "not at risk: missed"]
    rows = []
    for shape in (*SHAPES, ALL):
        of_shape = _of_shape(warnings, shape)
        met = [warned for warned in of_shape if warned.met]
        rows.append(
            [
                shape,
                len(met),
                *(_share([on for warned in met for on in way(warned)]) for way in (_plain, _early)),
                *(
                    _share(_missed_though_green(of_shape, way, flagged=flagged))
                    for way in (_early, _known)
                    for flagged in (True, False)
                ),
            ]
        )
    return _table(rows, head)


_plain, _early, _known = attrgetter("plain"), attrgetter("early"), attrgetter("known")


def _missed_though_green(
    warnings: Sequence[Warned], way: Callable[[Warned], Sequence[bool]], *, flagged: bool
) -> list[bool]:
    """For each day on track, with the flag or without it: whether the year ended below its goal."""
    return [
        not warned.met
        for warned in warnings
        for early, on_track in zip(way(warned), warned.green, strict=True)
        if on_track and early == flagged
    ]


def _of_shape(warnings: Sequence[Warned], shape: str) -> list[Warned]:
    return [warned for warned in warnings if shape in {warned.history.shape, ALL}]


def _held(forecasts: Sequence[Forecasted]) -> str:
    return _percent(held(forecasts)) if forecasts else "—"


def _days(days: Sequence[int]) -> str:
    """The median and the mean."""
    return f"{statistics.median(days):.0f} ({statistics.fmean(days):.0f})" if days else "—"


def _share(marks: Sequence[bool]) -> str:
    return _percent(statistics.fmean(marks)) if marks else "—"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _table(rows: Sequence[Sequence[object]], head: Sequence[str]) -> str:
    alignment = ["left", *["right"] * (len(head) - 1)]
    return tabulate(rows, head, tablefmt="github", colalign=alignment, disable_numparse=True)
