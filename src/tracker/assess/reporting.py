"""Who owes a report: what is asked for period by period, what came in time, and what is outstanding."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tracker.assess.assessment import Assessment
from tracker.assess.periods import ReportingPeriod, period_of, periods
from tracker.assess.returns import missing_increments
from tracker.assess.signal import Signal
from tracker.assess.workdays import Calendar, working_day_from, working_days_between
from tracker.model.amendments import PathRule
from tracker.model.log import Point
from tracker.model.log_protocol import Log


class Arrival(StrEnum):
    """How the report of a period came in."""

    ON_TIME = "on_time"
    LATE = "late"
    MISSING = "missing"


class OwedState(StrEnum):
    """How a report stands that has not come."""

    LATE = "late"  # its day has passed
    WAITING = "waiting"  # there is still time


@dataclass(frozen=True, slots=True)
class Request:
    """A report that was due by the end of `due`, and how it came in."""

    period: ReportingPeriod
    due: date
    arrival: Arrival


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What a target owes: figures for the periods from `first` to `latest`; a total of `latest` answers all.

    `due` is the day by which that of `first` was asked for; lateness counts from it, in days and workdays.
    """

    first: ReportingPeriod
    latest: ReportingPeriod
    due: date
    days_late: int
    working_days_late: int
    missed: int  # periods in a row whose day has passed

    @property
    def state(self) -> OwedState:
        """Late from the day after `due` on."""
        return OwedState.LATE if self.missed else OwedState.WAITING


@dataclass(frozen=True, slots=True)
class Duty:
    """One target's reporting: the reports whose day has passed, oldest first, and what is owed."""

    assessment: Assessment
    requests: tuple[Request, ...]
    owed: Owed | None


@dataclass(frozen=True, slots=True)
class Planned:
    """A report of a period, past or to come: due by the end of `due`, and whether it is still waited for.

    `roams` marks the one beside those of the catalogue's periods: it is asked for anew in each running period
    until it comes, as that of an overdue target is.
    """

    period: ReportingPeriod
    due: date
    awaited: bool
    roams: bool = False


def duties(
    assessments: Iterable[Assessment], log: Log, day: date, began: date, calendar: Calendar
) -> tuple[Duty, ...]:
    """The reporting of these targets as of the end of `day`; `began` as first_day says it."""
    return tuple(duty_of(assessment, log, day, began, calendar) for assessment in assessments)


def first_day(assessments: Iterable[Assessment], log: Log, day: date) -> date:
    """The day of the first figure of any target: nobody was asked for anything before the log began.

    `day` itself where there is no figure at all. Give it every target of the catalogue, shown or not.
    """
    firsts = (log.points(assessment.target.id, day)[:1] for assessment in assessments)
    return min((point.day for points in firsts for point in points), default=day)


def duty_of(assessment: Assessment, log: Log, day: date, began: date, calendar: Calendar) -> Duty:
    """One target's reporting as of the end of `day`.

    A report is asked for each period from that in which the target's own period begins (of what is judged at
    its deadline only: from that of the deadline) to that of its deadline, but for none that began before the
    log, and for none that began when the goal was settled. It is due `grace` days after the
    period's end, or on the next working day. Any figure dated in the period or later answers it, a running
    total making up for those before it: in time if it was recorded by the due day; late if it lies in the
    period; of a period that was passed over the report stays missing. An increment that was returned is owed
    again for its period, whatever came later, until something makes up for it (missing_increments).

    Owed is what has ended without an answer, from its last day on. Of a silent target, and of an overdue one
    without a fresh figure, it is at least the period of `day`, so that whatever `status` misses is chased.
    When the last period is over it is that one alone, since its figure makes up for all before it.
    """
    figures = _Figures(log, assessment, day)
    reporting, period = assessment.target.reporting, assessment.period
    at_due = assessment.inputs.schedule.path is PathRule.AT_DUE
    requests: list[Request] = []
    unanswered: list[tuple[ReportingPeriod, date]] = []
    first = period.end if at_due else period.start
    for requested in periods(reporting.cadence, first, min(day, period.end)):
        if requested.start < began or figures.settled_before(requested.start):
            continue
        due = due_day(requested, reporting.grace, calendar)
        if due < day:
            requests.append(Request(requested, due, figures.arrival(requested, due)))
        if requested.end <= day and not figures.answer(requested):
            unanswered.append((requested, due))
    overdue = assessment.signal is Signal.OVERDUE and not assessment.inputs.fresh_at(day)
    if not unanswered and (overdue or assessment.signal is Signal.SILENT):
        current = period_of(reporting.cadence, day if overdue else min(day, period.end))
        unanswered.append((current, due_day(current, reporting.grace, calendar)))
    if unanswered and day > unanswered[-1][0].end >= period.end:
        returned = [one for one in unanswered[:-1] if figures.lack(one[0])]
        unanswered = [*returned, unanswered[-1]]
    return Duty(assessment, tuple(requests), _owed(unanswered, day, calendar))


def planned(duty: Duty, log: Log, began: date, calendar: Calendar) -> Iterator[Planned]:
    """Every report that the target was or will be asked for, by period; `began` as first_day says it.

    The periods are those of the catalogue: from the first to that of the latest deadline in force so far, so
    that none comes or goes with what is reported. Awaited are those of `duty.owed`, and those to come that
    no figure answers yet. Once a deadline has passed there is one more, which roams; and of what is judged at
    its deadline only, from the beginning.
    """
    assessment, owed = duty.assessment, duty.owed
    target, day, period = assessment.target, assessment.as_of, assessment.period
    figures = _Figures(log, assessment, day)
    ends = [target.period.end, *(a.due for a in target.adjustments if a.due and a.since <= day)]
    at_due = assessment.inputs.schedule.path is PathRule.AT_DUE
    first = min(ends) if at_due and target.path is PathRule.AT_DUE else period.start
    roaming = owed
    for requested in periods(target.reporting.cadence, first, max(ends)):
        is_owed = (
            owed is not None
            and owed.first.start <= requested.start <= owed.latest.start
            and (requested in {owed.first, owed.latest} or not figures.answer(requested))
        )
        roaming = None if is_owed else roaming
        asked = (
            began <= requested.start <= period.end
            and requested.end >= (period.end if at_due else period.start)
            and not figures.settled_before(requested.start)
        )
        to_come = asked and requested.end > day and not figures.answer(requested)
        yield Planned(requested, due_day(requested, target.reporting.grace, calendar), is_owed or to_come)
    if roaming:
        yield Planned(roaming.first, roaming.due, awaited=True, roams=True)
    elif at_due or day > min(ends):
        after = period_of(target.reporting.cadence, period.end + timedelta(days=1))
        yield Planned(after, due_day(after, target.reporting.grace, calendar), awaited=False, roams=True)


def due_day(requested: ReportingPeriod, grace: int, calendar: Calendar) -> date:
    """The day by which the report of a period is due: after the grace days, on a working day (节假日顺延)."""
    days = min(grace, (date.max - requested.end).days)
    return working_day_from(requested.end + timedelta(days=days), calendar)


def _owed(unanswered: list[tuple[ReportingPeriod, date]], day: date, calendar: Calendar) -> Owed | None:
    if not unanswered:
        return None
    first, due = unanswered[0]
    return Owed(
        first=first,
        latest=unanswered[-1][0],
        due=due,
        days_late=max((day - due).days, 0),
        working_days_late=working_days_between(due, day, calendar),
        missed=sum(asked_by < day for _, asked_by in unanswered),
    )


class _Figures:
    """One target's figures up to a day, oldest first, and when each was first known."""

    def __init__(self, log: Log, assessment: Assessment, day: date) -> None:
        self._assessment = assessment
        self._over = day > assessment.period.end
        self._points = log.points(assessment.target.id, day)
        self._days = [point.day for point in self._points]
        self._missing = [entry.report.date for entry in missing_increments(log, assessment, day)]
        first_known = log.first_known(assessment.target.id, day)
        # By position: the first day on which this figure or a later one was known.
        self._known = [first_known[of] for of in self._days]
        for at in range(len(self._known) - 2, -1, -1):
            self._known[at] = min(self._known[at], self._known[at + 1])

    def answer(self, requested: ReportingPeriod) -> bool:
        """Whether there is a figure of the period or later, and nothing of it is missing."""
        return bool(self._days) and self._days[-1] >= requested.start and not self.lack(requested)

    def lack(self, requested: ReportingPeriod) -> bool:
        """Whether an increment of the period was returned, and nothing made up for it."""
        return any(requested.start <= missing <= requested.end for missing in self._missing)

    def arrival(self, requested: ReportingPeriod, due: date) -> Arrival:
        """How the report of a period came in."""
        if self.lack(requested):
            return Arrival.MISSING
        at = bisect_left(self._days, requested.start)
        if at == len(self._days):
            return Arrival.MISSING
        if self._known[at] <= due:
            return Arrival.ON_TIME
        return Arrival.LATE if self._days[at] <= requested.end else Arrival.MISSING

    def settled_before(self, start: date) -> bool:
        """Whether nothing more was to be reported when the period began on `start`.

        The goal was met by then; of what can be lost again, by a figure that speaks for a deadline passed.
        """
        at = bisect_left(self._days, start)
        return at > 0 and self._settles(self._points[at - 1])

    def _settles(self, point: Point) -> bool:
        assessment = self._assessment
        if not assessment.goal.met_by(point.value):
            return False
        if not assessment.inputs.can_be_lost:
            return True
        fresh = (assessment.period.end - point.day).days <= assessment.target.reporting.fresh_days
        return self._over and fresh
