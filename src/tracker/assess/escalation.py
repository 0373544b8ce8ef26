"""Escalation memory: how long a target has been behind, and the notice that follows from it.

Everything is found from the history alone: the signal is looked at on the day asked for and at the end of
each reporting period before it. The three notices are those of 督查 practice: 蓝色提醒, 黄色预警, 红色督办.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tracker.assess.schedule import Schedule
from tracker.assess.signal import Case, Signal, signal_of
from tracker.model.catalogue import Cadence, Escalation, Target
from tracker.model.log import Point
from tracker.model.period import month_end
from tracker.model.profile import Profile

LAGGING = frozenset({Signal.BEHIND, Signal.FAR_BEHIND, Signal.OVERDUE})
RED = frozenset({Signal.FAR_BEHIND, Signal.OVERDUE})


class Notice(StrEnum):
    """The notice a target has come to."""

    BLUE = "blue"  # 蓝色提醒: the deadline is near
    YELLOW = "yellow"  # 黄色预警: behind
    RED = "red"  # 红色督办: overdue, or behind again and again


@dataclass(frozen=True, slots=True)
class Standing:
    """For how many reporting periods in a row it has been yellow or red, since which day, and the notice."""

    periods: int = 0
    since: date | None = None
    notice: Notice | None = None


def signal_on(target: Target, points: tuple[Point, ...], day: date, profile: Profile) -> Signal:
    """The signal at the end of `day`, of all the target's points."""
    known = points[: bisect_right(points, day, key=lambda point: point.day)]
    schedule = Schedule(target, target.goal_on(day), target.period_on(day))
    latest = known[-1] if known else None
    expected = schedule.expected(schedule.judging_day(latest.day if latest else None, day))
    lead = schedule.lead(schedule.completion(latest.value) if latest else None, expected)
    return signal_of(Case(schedule, day, known, lead, expected, profile))[0]


def standing_of(
    target: Target, points: tuple[Point, ...], day: date, profile: Profile, rule: Escalation
) -> Standing:
    """Where the target stands at the end of `day`.

    Silence neither counts as a period behind nor ends the row: who does not report has not caught up.
    """
    now = signal_on(target, points, day, profile)
    periods = far = 0
    only_far = True
    first: date | None = None
    for end in _ends(target.reporting.cadence, day, target.period.start):
        signal = now if end == day else signal_on(target, points, end, profile)
        if signal is Signal.SILENT:
            continue
        if signal not in LAGGING:
            break
        only_far = only_far and signal in RED
        periods, far, first = periods + 1, far + only_far, end
    since = None if first is None else _turned(target, points, first, profile)
    repeated = periods >= rule.repeat or far >= rule.repeat_far
    days_left = (target.period_on(day).end - day).days
    if now is Signal.OVERDUE or (periods and repeated):
        notice = Notice.RED
    elif periods:
        notice = Notice.YELLOW
    elif now is not Signal.DONE and 0 <= days_left <= rule.near:
        notice = Notice.BLUE
    else:
        notice = None
    return Standing(periods, since, notice)


def _turned(target: Target, points: tuple[Point, ...], day: date, profile: Profile) -> date:
    """The first day of the row that `day` belongs to: the one after the last on which all was well."""
    while day > target.period.start and signal_on(target, points, day - _DAY, profile) in LAGGING:
        day -= _DAY
    return day


_DAY = timedelta(days=1)


def _ends(cadence: Cadence, day: date, start: date) -> Iterator[date]:
    """`day`, and the ends of the reporting periods before the one it lies in, back to `start`."""
    yield day
    end = _before(cadence, day)
    while end >= start:
        yield end
        end = _before(cadence, end)


def _before(cadence: Cadence, day: date) -> date:
    """The end of the last reporting period that lies wholly before the one `day` is in."""
    eve = day.replace(day=1) - _DAY
    match cadence:
        case Cadence.WEEK:
            return day - timedelta(days=day.isoweekday())
        case Cadence.DEKAD:
            inside = [day.replace(day=d) for d in (20, 10) if d < day.day]
            return next(iter(inside), eve)
        case Cadence.HALF_MONTH:
            return day.replace(day=15) if day.day > 15 else eve  # noqa: PLR2004 - the middle of the month
        case Cadence.MONTH:
            return eve
        case Cadence.QUARTER:
            first = (day.month - 1) // 3 * 3
            return month_end(day.year, first) if first else month_end(day.year - 1, 12)
