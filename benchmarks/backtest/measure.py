"""What the product said on every report day of a history, held against how the year ended.

It is asked twice: without last year's figures, and with them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from backtest.candidates import CANDIDATES, Range, candidate_range
from backtest.histories import History
from tracker.assess.assessment import Assessment, assess_target
from tracker.assess.signal import Flag, Signal
from tracker.model.profile import PROFILES

CHOSEN = "chosen: recent pace, limited, drift and change"
KNOWN = "chosen, with last year's figures"


@dataclass(frozen=True, slots=True)
class Forecasted:
    """One forecast of one method, and where the year really ended, both as shares of the goal."""

    history: History
    method: str
    months_left: float
    held: bool
    width: float
    error: float


@dataclass(frozen=True, slots=True)
class Warned:
    """Which report days before the deadline had a warning, by the plain rule and by the product's."""

    history: History
    days_left: tuple[int, ...]
    plain: tuple[bool, ...]  # lead < 0
    early: tuple[bool, ...]  # that, or the flag
    known: tuple[bool, ...]  # that, or the flag, with last year's figures
    green: tuple[bool, ...]  # on track
    met: bool

    def lasting(self, warned: tuple[bool, ...]) -> int:
        """Days before the deadline on which the warning came that stayed; 0 where none did."""
        since = 0
        for left, on in zip(reversed(self.days_left), reversed(warned), strict=True):
            if not on:
                break
            since = left
        return since


def look(history: History) -> tuple[list[Forecasted], Warned]:
    """Assess the target on every report day before its deadline."""
    target, end = history.target, history.target.period.end
    days = [day for day in history.days if day < end]
    informed = replace(target, previous=history.previous)
    found, known = (
        [assess_target(each, history.log, day, PROFILES["default"]) for day in days]
        for each in (target, informed)
    )
    forecasts = [
        forecasted
        for day, without, informed_too in zip(days, found, known, strict=True)
        for forecasted in _forecasts(history, day, without, informed_too)
    ]
    behind = tuple(a.lead is not None and a.lead < 0 for a in found)
    return forecasts, Warned(
        history=history,
        days_left=tuple((end - day).days for day in days),
        plain=behind,
        early=tuple(late or Flag.AT_RISK in a.flags for late, a in zip(behind, found, strict=True)),
        known=tuple(late or Flag.AT_RISK in a.flags for late, a in zip(behind, known, strict=True)),
        green=tuple(a.signal is Signal.ON_TRACK for a in found),
        met=target.goal.met_by(history.final),
    )


def look_at_all(histories: Iterable[History]) -> tuple[list[Forecasted], list[Warned]]:
    """All histories."""
    forecasts: list[Forecasted] = []
    warnings: list[Warned] = []
    for history in histories:
        made, warned = look(history)
        forecasts += made
        warnings.append(warned)
    return forecasts, warnings


def _forecasts(
    history: History, day: date, without: Assessment, informed: Assessment
) -> Iterator[Forecasted]:
    if without.forecast is None or informed.forecast is None:
        return
    points, period = history.log.points(history.target.id, day), history.target.period
    ranges: dict[str, Range] = {
        method: (float(own.value), float(own.low), float(own.high))
        for method, own in ((CHOSEN, without.forecast), (KNOWN, informed.forecast))
    }
    ranges |= {name: candidate_range(way, points, period) for name, way in CANDIDATES.items()}
    goal, final = float(history.target.goal.value), float(history.final)
    left = float(period.months_left(day))
    for name, (value, low, high) in ranges.items():
        width, error = (high - low) / goal, abs(value - final) / goal
        yield Forecasted(history, name, left, low <= final <= high, width, error)
