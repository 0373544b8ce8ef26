"""iCalendar (RFC 5545): the events of an agenda as whole days, to be subscribed to or read in once.

A day is a DATE, the same wherever the calendar is read. One agenda at one moment is always the same bytes.
"""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

from icalendar import STATUS, TRANSP, Alarm, Calendar
from icalendar import Event as Component

from tracker.formats.cells import sentence
from tracker.report.view import Agenda, Event
from tracker.words import Words

# Where the names of all our events lie (RFC 9562): never to be changed, or each would come a second time.
_NAMES = UUID("0b1a9f7e-5c0d-4b58-9a43-6e1d2f7c8a90")
_DAILY = timedelta(days=1)
# A reminder comes at nine in the morning.
_MORNING = timedelta(hours=9)


def render(agenda: Agenda, words: Words, moment: datetime) -> bytes:
    """The agenda as a published calendar; `moment` is when it was made."""
    name = sentence(agenda.name, words)
    calendar = Calendar.new(
        prodid=f"-//indicator-tracker//tracker//{words.language.upper()}",
        method="PUBLISH",
        name=name,
        uid=_uid(*agenda.workspace, name),
    )
    calendar.add("X-WR-TIMEZONE", agenda.timezone)
    # How often to look again: RFC 7986 asks for the type, and Outlook for its own name.
    for key in ("REFRESH-INTERVAL", "X-PUBLISHED-TTL"):
        calendar.add(key, _DAILY, parameters={"VALUE": "DURATION"})
    for event in agenda.events:
        calendar.add_component(_component(event, agenda, words, moment))
    content: bytes = calendar.to_ical()
    return content


def _component(event: Event, agenda: Agenda, words: Words, moment: datetime) -> Component:
    summary = sentence(event.summary, words)
    component = Component.new(
        uid=_uid(*agenda.workspace, *event.key),
        stamp=moment.astimezone(UTC).replace(microsecond=0),
        sequence=event.revision,
        start=event.day,
        summary=summary,
        description="\n".join(sentence(line, words) for line in event.lines),
        status=STATUS.CONFIRMED if event.stands else STATUS.CANCELLED,
        transparency=TRANSP.TRANSPARENT,  # nobody is busy because of it
    )
    if event.stands and agenda.remind:
        component.add_component(_alarm(summary, _MORNING - agenda.remind * _DAILY))
    return component


def _alarm(text: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", text)
    alarm.add("TRIGGER", before)
    return alarm


def _uid(*parts: str) -> str:
    return str(uuid5(_NAMES, "\n".join(parts)))
