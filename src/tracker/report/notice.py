"""Letters to lead units (提醒函, 预警通知单, 督办单): what each has come to, what is asked, and by when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.assess.assessment import Assessment
from tracker.assess.changes import TargetChange
from tracker.assess.escalation import Notice
from tracker.assess.reporting import Duty, OwedState
from tracker.assess.signal import Signal
from tracker.assess.workdays import Calendar, working_day_from
from tracker.problems import ExitCode, TrackerError
from tracker.report.reporting import duties_of
from tracker.report.scope import Scope

# The gravest first.
LEVELS = (Notice.RED, Notice.YELLOW, Notice.BLUE)
# 督查 practice: a written answer within three working days; what is overdue to be settled within seven days.
REPLY_WORKING_DAYS = 3
SETTLE_DAYS = 7
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTerms:
    """What holds for all letters of a day: their date, by when to reply, who issues them, the least level."""

    written: date
    reply_by: date
    settle_by: date
    issuer: str | None = None
    least: Notice = Notice.BLUE


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The targets that have come to one level, what is overdue first, then the longest behind."""

    level: Notice
    items: tuple[TargetChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What is sent to one lead unit; `owing` are those of its targets whose report is late."""

    scope: Scope
    unit: str
    terms: LetterTerms
    led: int  # targets the unit leads
    groups: tuple[LetterGroup, ...]
    owing: tuple[Duty, ...]
    accepted: int = 0  # of those it leads, how many lag and are accepted

    @property
    def level(self) -> Notice:
        """That of the gravest item; for a report that is late alone, a reminder."""
        return self.groups[0].level if self.groups else Notice.BLUE

    @property
    def silent(self) -> tuple[TargetChange, ...]:
        """Those whose report is late and that are in no group: a target is one item of the letter."""
        grouped = {change.target.id for group in self.groups for change in group.items}
        late = (duty.assessment for duty in self.owing)
        return tuple(_item(assessment) for assessment in late if assessment.target.id not in grouped)

    @property
    def count(self) -> int:
        """How many targets it is about."""
        return sum(len(group.items) for group in self.groups) + len(self.silent)


def terms(
    written: date,
    as_of: date,
    calendar: Calendar,
    *,
    reply_by: date | None = None,
    issuer: str | None = None,
    least: Notice = Notice.BLUE,
) -> LetterTerms:
    """The terms of letters dated `written`: days that fall on a holiday move to the next working day.

    Raises TrackerError (usage) where a letter would be older than its figures, or than the reply it asks for.
    """
    if written < as_of:
        raise TrackerError("notice-date-early", ExitCode.USAGE, day=as_of, written=written)
    if reply_by is not None and reply_by < written:
        raise TrackerError("notice-reply-early", ExitCode.USAGE, day=reply_by, written=written)
    reply = written
    for _ in range(REPLY_WORKING_DAYS):
        reply = working_day_from(_later(reply, 1), calendar)
    reply = reply_by or reply
    settle = working_day_from(_later(written, SETTLE_DAYS), calendar)
    return LetterTerms(
        written=written, reply_by=reply, settle_by=max(settle, reply), issuer=issuer, least=least
    )


def letters(
    scope: Scope, units: Iterable[str], letter_terms: LetterTerms, calendar: Calendar
) -> dict[str, Letter | None]:
    """The letter to each of these lead units; None where there is nothing to say to it."""
    late = [duty for duty in duties_of(scope, calendar) if duty.owed and duty.owed.state is OwedState.LATE]
    return {unit: _letter(scope, unit, letter_terms, late) for unit in units}


def _letter(scope: Scope, unit: str, letter_terms: LetterTerms, late: Iterable[Duty]) -> Letter | None:
    led = [assessment for assessment in scope.everything if assessment.target.lead == unit]
    levels = LEVELS[: LEVELS.index(letter_terms.least) + 1]
    by_level = (LetterGroup(level, _items(led, level)) for level in levels)
    groups = tuple(group for group in by_level if group.items)
    grouped = {change.target.id for group in groups for change in group.items}
    # A late report alone is worth a reminder, and no more.
    owing = tuple(
        duty
        for duty in late
        if duty.assessment.target.lead == unit
        and (letter_terms.least is Notice.BLUE or duty.assessment.target.id in grouped)
    )
    if not groups and not owing:
        return None
    accepted = sum(1 for assessment in led if assessment.accepted)
    return Letter(
        scope=scope,
        unit=unit,
        terms=letter_terms,
        led=len(led),
        groups=groups,
        owing=owing,
        accepted=accepted,
    )


def _items(led: Iterable[Assessment], level: Notice) -> tuple[TargetChange, ...]:
    items = sorted((a for a in led if a.escalation_state.notice is level), key=_gravity)
    return tuple(map(_item, items))


def _item(assessment: Assessment) -> TargetChange:
    """As a briefing has it, with nothing it is compared with."""
    return TargetChange(before=None, after=assessment, kinds=())


def _gravity(assessment: Assessment) -> tuple[bool, date, int, object]:
    """What is overdue first, the oldest deadline first; then the longest behind, then the furthest."""
    overdue = assessment.signal is Signal.OVERDUE
    by_day = overdue or assessment.escalation_state.notice is Notice.BLUE
    day = assessment.period.end if by_day else date.min
    return (not overdue, day, -assessment.escalation_state.periods, assessment.lead or 0)


def _later(day: date, days: int) -> date:
    return day + min(days * _DAY, date.max - day)
