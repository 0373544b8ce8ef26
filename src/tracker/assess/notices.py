"""What became of notices: answered or not, and closed on the day on which the target was back on schedule.

A notice is closed on the first day, from that on which it was sent, on which the target is done or on
schedule; where it was on schedule even then (a reminder that the deadline is near), on which it is done.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from tracker.assess.assessment import Assessment
from tracker.assess.escalation import signal_on
from tracker.assess.promise import BACK, back_on_schedule
from tracker.assess.signal import Signal
from tracker.model.entry import Stated
from tracker.model.log_protocol import Log
from tracker.model.supervision import Reply, SentNotice


@dataclass(frozen=True, slots=True)
class NoticeState:
    """A notice, and what came of it by the end of the day of `assessment`."""

    notice: Stated[SentNotice]
    assessment: Assessment
    answer: Stated[Reply] | None  # the first reply after it: by day, and within a day by when recorded
    closed: date | None  # the day on which the target was back

    @property
    def sent(self) -> date:
        """The day on which it was sent."""
        return self.notice.report.date

    @property
    def days(self) -> int:
        """Days since it was sent, until it was closed."""
        return ((self.closed or self.assessment.as_of) - self.sent).days

    @property
    def days_late(self) -> int:
        """Days by which the answer is late that has not come; 0 where none is late."""
        if self.answer or self.closed:
            return 0
        return max((self.assessment.as_of - self.notice.statement.answer_by).days, 0)


def notice_states(log: Log, assessments: Mapping[str, Assessment], day: date) -> tuple[NoticeState, ...]:
    """The notices sent up to `day` about these targets: open ones first, in each the oldest first."""
    states = [
        _state(notice, assessments[notice.target])
        for notice in log.notices(day)
        if notice.target in assessments
    ]
    return tuple(sorted(states, key=lambda state: (state.closed is not None, state.notice.order)))


def _state(notice: Stated[SentNotice], assessment: Assessment) -> NoticeState:
    sent, target, points = notice.report.date, assessment.target, assessment.points
    profile = assessment.inputs.profile
    was = signal_on(target, points, sent, profile)
    back = frozenset({Signal.DONE}) if was is Signal.ON_TRACK else BACK
    closed = back_on_schedule(target, points, sent, assessment.as_of, profile, back)
    answers = (reply for reply in assessment.replies if _moment(reply) >= _moment(notice))
    return NoticeState(notice, assessment, next(answers, None), closed)


def _moment(said: Stated[Reply] | Stated[SentNotice]) -> tuple[date, datetime]:
    return said.report.date, said.report.known
