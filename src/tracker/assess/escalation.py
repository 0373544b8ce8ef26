"""Escalation memory: how long a target has been behind, and the notice that follows from it.

Everything is found from the history alone: the signal is looked at on the day asked for and at the end of
each reporting period before it. The three notices are those of 督查 practice: 蓝色提醒, 黄色预警, 红色督办.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tracker.assess.periods import MONTHS, period_of
from tracker.assess.schedule import schedule_on
from tracker.assess.signal import Signal, SignalInput, signal_of
from tracker.model.catalogue import Cadence, Target
from tracker.model.log import Points, up_to
from tracker.model.period import position
from tracker.model.profile import Escalation, Profile

LAGGING = frozenset({Signal.BEHIND, Signal.FAR_BEHIND, Signal.OVERDUE})
RED = frozenset({Signal.FAR_BEHIND, Signal.OVERDUE})


class Notice(StrEnum):
    """The notice a target has come to."""

    BLUE = "blue"  # 蓝色提醒: the deadline is near
    YELLOW = "yellow"  # 黄色预警: behind
    RED = "red"  # 红色督办: overdue, or behind again and again


@dataclass(frozen=True, slots=True)
class EscalationState:
    """For how many reporting periods in a row it has been yellow or red, since which day, and the notice."""

    periods: int = 0
    since: date | None = None
    notice: Notice | None = None


def signal_on(target: Target, points: Points, day: date, profile: Profile) -> Signal:
    """The signal at the end of `day`, of all the target's points."""
    known = up_to(points, day)
    latest = known[-1] if known else None
    return signal_of(SignalInput(schedule_on(target, day), day, latest, profile))[0]


def escalation_state(
    target: Target, points: Points, day: date, profile: Profile, rule: Escalation
) -> EscalationState:
    """Where the target stands at the end of `day`.

    Silence neither counts as a period behind nor ends the row: who does not report has not caught up.
    """
    now = signal_on(target, points, day, profile)
    periods = far = 0
    only_far = True
    first: date | None = None
    current = period_of(target.reporting.cadence, day)
    open_ = day < current.end and not (points and points[-1].day >= current.start)
    for at, (end, ends) in enumerate(_stretches(target, points, day)):
        signal = now if ends > 1 or end == day else signal_on(target, points, end, profile)
        if signal is Signal.SILENT:
            continue
        if signal not in LAGGING:
            break
        only_far = only_far and signal in RED
        # The period at hand counts when it has ended, or has a figure of its own.
        counted = ends - (open_ and at == 0)
        periods, far, first = periods + counted, far + only_far * counted, end
    since = None if first is None else _turned(target, points, first, profile)
    repeated = periods >= rule.repeat or far >= rule.repeat_far
    days_left = (target.period_on(day).end - day).days
    if now is Signal.OVERDUE or (periods and repeated):
        notice = Notice.RED
    elif first is not None:
        notice = Notice.YELLOW
    elif now is not Signal.DONE and 0 <= days_left <= rule.near:
        notice = Notice.BLUE
    else:
        notice = None
    return EscalationState(periods, since, notice)


def _turned(target: Target, points: Points, day: date, profile: Profile) -> date:
    """The first day of the row that `day` belongs to: the one after the last on which all was well."""
    while day > target.period.start and signal_on(target, points, day - _DAY, profile) in LAGGING:
        day -= _DAY
    return day


_DAY = timedelta(days=1)


def _stretches(target: Target, points: Points, day: date) -> Iterator[tuple[date, int]]:
    """`day`, then the ends of the reporting periods before its own, back to the target's start.

    Each with how many ends it stands for: once the deadline has passed and nothing can change any more, the
    signal is that of `day`, and all of them are one stretch, named by its first end.
    """
    if day < target.period.start:
        yield day, 1
        return
    cadence = target.reporting.cadence
    changing = [target.period_on(day).end, target.period.end, *(a.since for a in target.adjustments)]
    changing += [points[-1].day + timedelta(days=target.reporting.fresh_days)] if points else []
    settled = max(changing)
    end = _before(cadence, day)
    if end > settled:
        first = _after(cadence, settled)
        yield first, 1 + _count(cadence, first, end)
        end = _before(cadence, first)
    else:
        yield day, 1
    while end >= target.period.start:
        yield end, 1
        end = _before(cadence, end)


def _before(cadence: Cadence, day: date) -> date:
    """The end of the last reporting period that lies wholly before the one `day` is in."""
    return period_of(cadence, day).start - _DAY


def _after(cadence: Cadence, day: date) -> date:
    """The first end of a reporting period after `day`."""
    end = period_of(cadence, day).end
    return end if end > day else period_of(cadence, day + _DAY).end


def _count(cadence: Cadence, first: date, last: date) -> int:
    """How many reporting periods end from `first` to `last`, which are both such ends."""
    if cadence is Cadence.WEEK:
        return (last - first).days // 7 + 1
    return round((position(last) - position(first)) / MONTHS[cadence]) + 1
