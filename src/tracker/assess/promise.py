"""What units promised in their replies: whether the target came back on schedule, and since when.

A promise is kept on the first day, from that of the reply on, on which the target is done or on schedule.
It is overdue from the day after the promised one, as long as no such day has come, by what is known of the
figures. What falls behind again later is a new matter, and no broken promise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.assess.escalation import signal_on
from tracker.assess.signal import Signal
from tracker.model.catalogue import Target
from tracker.model.entry import Stated
from tracker.model.log import Points
from tracker.model.profile import Profile
from tracker.model.supervision import Reply

BACK = frozenset({Signal.DONE, Signal.ON_TRACK})


@dataclass(frozen=True, slots=True)
class Promise:
    """The latest reply about a target, and what came of it by the end of `as_of`."""

    reply: Stated[Reply]
    kept: date | None  # the first day on which it was back on schedule
    as_of: date

    @property
    def by_when(self) -> date:
        """The day that was promised."""
        return self.reply.statement.by_when

    @property
    def days_left(self) -> int:
        """Days until the promised day; negative when it has passed."""
        return (self.by_when - self.as_of).days

    @property
    def overdue(self) -> bool:
        """Whether the day has passed, and the target has not been back on schedule since the reply."""
        return self.kept is None and self.days_left < 0


def promise_of(
    replies: Sequence[Stated[Reply]], target: Target, points: Points, day: date, profile: Profile
) -> Promise | None:
    """What was promised last, None where nothing was; `replies` are those up to `day`, in order."""
    if not replies:
        return None
    reply = replies[-1]
    return Promise(reply, back_on_schedule(target, points, reply.report.date, day, profile), day)


def back_on_schedule(
    target: Target, points: Points, since: date, until: date, profile: Profile, back: frozenset[Signal] = BACK
) -> date | None:
    """The first day from `since` to `until` on which the target had one of these signals.

    Between figures a signal can only turn for the better where the goal, the period or its end changes.
    """
    ends = [target.period.end, *(a.due for a in target.adjustments if a.due)]
    turns = {
        since,
        target.period.start,
        *(a.since for a in target.adjustments),
        *ends,
        *(end + timedelta(days=1) for end in ends if end < date.max),
        *(point.day for point in points),
    }
    days = sorted(day for day in turns if since <= day <= until)
    return next((day for day in days if signal_on(target, points, day, profile) in back), None)
