"""Other ways to forecast, to compare the product's with: floats will do here."""

import statistics
from collections.abc import Callable, Sequence
from itertools import combinations, pairwise

from tracker.assess.pace import RECENT
from tracker.model.log import Point
from tracker.model.period import Period, position

Curve = Sequence[tuple[float, float]]  # months, value
Range = tuple[float, float, float]  # value, low, high
Candidate = Callable[[Curve, Curve, float], Range]

# Standard normal, 90 % quantile; and what makes a median absolute deviation a standard deviation.
NORMAL = 1.2816
MAD = 1.4826


def quartiles(_curve: Curve, lately: Curve, left: float) -> Range:
    """The recent pace; the quartiles of the paces between neighbouring figures of the last 90 days."""
    pace, latest = _slope(lately[0], lately[-1]), lately[-1][1]
    paces = [_slope(*pair) for pair in pairwise(lately)]
    low, _, high = statistics.quantiles(paces, method="inclusive") if len(paces) > 1 else [pace] * 3
    return latest + pace * left, latest + min(low, pace) * left, latest + max(high, pace) * left


def drift(curve: Curve, lately: Curve, left: float) -> Range:
    """The recent pace; a random walk with drift whose variance is that of all increments so far."""
    pace = _slope(lately[0], lately[-1])
    mean = _slope(curve[0], curve[-1])
    squares = [_off(pair[0], pair[1], mean) for pair in pairwise(curve)]
    return _spread(lately, pace, sum(squares) / max(len(squares) - 1, 1), left)


def theil_sen(curve: Curve, lately: Curve, left: float) -> Range:
    """The median slope between any two figures of the last 90 days; the variance from the MAD."""
    pace = statistics.median(_slope(*pair) for pair in combinations(lately, 2))
    mean = _slope(curve[0], curve[-1])
    squares = [_off(pair[0], pair[1], mean) for pair in pairwise(curve)]
    return _spread(lately, pace, MAD**2 * statistics.median(squares), left)


CANDIDATES: dict[str, Candidate] = {
    "recent pace, quartiles of the paces": quartiles,
    "recent pace, random walk with drift": drift,
    "Theil–Sen slope, drift with MAD": theil_sen,
}


def candidate_range(candidate: Candidate, points: Sequence[Point], period: Period) -> Range:
    """What `candidate` says after these points of something counted up from 0 since the period's start."""
    start = float(position(period.end) - period.months)
    curve = [(start, 0.0), *((float(position(point.day)), float(point.value)) for point in points)]
    since = points[-1].day - RECENT
    first = sum(point.day <= since for point in points)
    value, low, high = candidate(curve, curve[first:], float(period.months_left(points[-1].day)))
    latest = curve[-1][1]
    return max(value, latest), max(low, latest), max(high, latest)


def _slope(before: tuple[float, float], after: tuple[float, float]) -> float:
    return (after[1] - before[1]) / (after[0] - before[0])


def _off(before: tuple[float, float], after: tuple[float, float], pace: float) -> float:
    """How far an increment is from the usual, squared, per month."""
    months = after[0] - before[0]
    return (after[1] - before[1] - pace * months) ** 2 / months


def _spread(lately: Curve, pace: float, variance: float, left: float) -> Range:
    span = lately[-1][0] - lately[0][0]
    reach = NORMAL * float(variance * left * (1 + left / span)) ** 0.5
    value = lately[-1][1] + pace * left
    return value, value - reach, value + reach
