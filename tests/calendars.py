"""Calendars as their readers see them, for tests."""

from datetime import date
from typing import Any, NamedTuple

from icalendar import Calendar


class Seen(NamedTuple):
    """One event as a client keeps it."""

    day: date
    status: str
    sequence: int
    summary: str
    description: str


def calendar_in(content: bytes | str) -> Any:
    return Calendar.from_ical(content)


def events_in(content: bytes | str) -> dict[str, Seen]:
    """The events by UID; no two share one."""
    events = calendar_in(content).walk("VEVENT")
    seen = {
        str(event["UID"]): Seen(
            event["DTSTART"].dt,
            str(event["STATUS"]),
            int(event["SEQUENCE"]),
            str(event["SUMMARY"]),
            str(event["DESCRIPTION"]),
        )
        for event in events
    }
    assert len(seen) == len(events)
    return seen


def standing(events: dict[str, Seen]) -> dict[str, Seen]:
    return {uid: event for uid, event in events.items() if event.status == "CONFIRMED"}
