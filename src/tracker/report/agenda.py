"""The calendar that a unit subscribes to: an event for each report and each deadline, past and to come.

A new sort of event is a function of a `Subject`, and a place in EVENTS.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tracker.assess.assessment import Assessment, assess_target
from tracker.assess.reporting import Duty, Planned, duty_of, first_day, planned
from tracker.assess.signal import Signal
from tracker.assess.workdays import Calendar
from tracker.report import cells
from tracker.report.reporting import day_phrase, duties_of, period_phrase
from tracker.report.scope import Scope
from tracker.report.selection import owners_named, select
from tracker.report.values import Phrase
from tracker.report.view import Agenda, Event


@dataclass(frozen=True, slots=True)
class Subject:
    """One target as calendars see it: how it stands, and every report that was or will be asked for."""

    assessment: Assessment
    reports: tuple[Planned, ...]
    revision: int
    year: int  # whose days are written without it

    @property
    def retired(self) -> bool:
        """Whether a document has ended it, and every event of it."""
        return self.assessment.target.retired_on(self.assessment.as_of)

    def key(self, *parts: str) -> tuple[str, ...]:
        """What tells an event from all others: the first id that the target had, and its own parts."""
        target = self.assessment.target
        return ((*target.former_ids, target.id)[0], *parts)

    def lines(self, first: Phrase) -> tuple[Phrase, ...]:
        """What is to be known of an event of the target, after its own sentence."""
        target, latest = self.assessment.target, self.assessment.latest
        last = Phrase("event.never")
        if latest:
            facts = {"actual": cells.actual(self.assessment), "day": day_phrase(latest.day, self.year)}
            last = Phrase("event.last", facts)
        lead = Phrase("event.lead", {"unit": target.lead})
        return (first, lead, last, Phrase("event.quote", {"quote": target.quote}))

    def ended(self, otherwise: Phrase) -> Phrase:
        """The document that ended the target, if one did."""
        target = self.assessment.target
        if target.retired is None or not self.retired:
            return otherwise
        return Phrase("event.retired", {"document": target.retired.document})


def reports(subject: Subject) -> Iterator[Event]:
    """The reports; cancelled are those that have come, or are asked for no more."""
    target, end = subject.assessment.target, subject.assessment.period.end
    for report in subject.reports:
        period = report.period
        stands = report.awaited and not subject.retired
        until = period.end if report.roams else min(period.end, end)
        ask = {"due": day_phrase(report.due, subject.year), "until": day_phrase(until, subject.year)}
        named = {
            "name": target.name,
            "number": target.number,
            "period": period_phrase(period, subject.year),
        }
        yield Event(
            key=subject.key("report", "roaming" if report.roams else period.code),
            day=report.due,
            summary=Phrase("event.report.roaming" if report.roams else "event.report", named),
            lines=subject.lines(
                Phrase("event.ask", ask) if stands else subject.ended(Phrase("event.closed"))
            ),
            revision=subject.revision,
            stands=stands,
        )


def deadlines(subject: Subject) -> Iterator[Event]:
    """The deadline in force; cancelled when the goal is met."""
    assessment = subject.assessment
    target = assessment.target
    stands = assessment.signal is not Signal.DONE and not subject.retired
    named = {"name": target.name, "number": target.number, "target": cells.demand(assessment)}
    summary = Phrase("event.deadline", named)
    yield Event(
        key=subject.key("deadline"),
        day=assessment.period.end,
        summary=summary,
        lines=subject.lines(summary if stands else subject.ended(Phrase("event.met"))),
        revision=subject.revision,
        stands=stands,
    )


EVENTS: tuple[Callable[[Subject], Iterator[Event]], ...] = (reports, deadlines)


def agenda(scope: Scope, calendar: Calendar, remind: int = 0) -> Agenda:
    """Every event of the targets shown, and of those of the same selection that were retired."""
    ended = retired_of(scope)
    began = first_day(scope.everything, scope.log, scope.as_of)
    duties = (
        *duties_of(scope, calendar),
        *(duty_of(assessment, scope.log, scope.as_of, began, calendar) for assessment in ended),
    )
    subjects = _subjects(scope, calendar, duties)
    return _agenda(scope, (event for one in subjects for make in EVENTS for event in make(one)), remind)


def agenda_due(
    scope: Scope, calendar: Calendar, duties: Sequence[Duty], near: Iterable[Assessment]
) -> Agenda:
    """Of the same events those of the reports owed, and the deadlines of `near`."""
    subjects = {one.assessment.target.id: one for one in _subjects(scope, calendar, duties)}
    owed = (subjects[duty.assessment.target.id] for duty in duties if duty.owed)
    events = [
        min((event for event in reports(one) if event.stands), key=lambda event: event.day) for one in owed
    ]
    return _agenda(scope, (*events, *(e for a in near for e in deadlines(subjects[a.target.id]))))


def retired_of(scope: Scope) -> tuple[Assessment, ...]:
    """The targets of the selection that had been ended by the day."""
    catalogue, day = scope.book.catalogue, scope.as_of
    ended = (
        assess_target(target, scope.log, day, scope.profile, catalogue.escalation)
        for target in catalogue.retired_on(day)
    )
    return select(ended, catalogue, scope.selection)


def _subjects(scope: Scope, calendar: Calendar, duties: Iterable[Duty]) -> Iterator[Subject]:
    began = first_day(scope.everything, scope.log, scope.as_of)
    for duty in duties:
        assessment = duty.assessment
        yield Subject(
            assessment,
            tuple(planned(duty, scope.log, began, calendar)),
            _revision(scope, assessment),
            scope.book.catalogue.year,
        )


def _revision(scope: Scope, assessment: Assessment) -> int:
    """A number that grows with each day, each entry and each amendment.

    What is committed is undone by more of them: days pass, entries are withdrawn by others. Taking back a
    report that is not committed (tracker undo) can lower it; so can a file or an amendment removed by hand.
    """
    target, day = assessment.target, scope.as_of
    amendments = sum(one.since <= day for one in target.adjustments) + target.retired_on(day)
    return day.toordinal() + scope.book.tally.entries + amendments


def _agenda(scope: Scope, events: Iterable[Event], remind: int = 0) -> Agenda:
    catalogue = scope.book.catalogue
    units = owners_named(scope.selection.owners, catalogue)
    facts = {"title": catalogue.title, "unit": "".join(units)}
    return Agenda(
        name=Phrase("agenda.name.unit" if len(units) == 1 else "agenda.name", facts),
        workspace=(catalogue.title, str(catalogue.year)),
        timezone=catalogue.timezone,
        events=tuple(events),
        remind=remind,
    )
