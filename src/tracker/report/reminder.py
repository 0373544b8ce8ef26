"""Reminders: for each lead unit, what it owes, in sentences ready to be sent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.assess.assessment import Assessment
from tracker.assess.reporting import Owed, State
from tracker.report.reporting import day_phrase, period_phrase
from tracker.report.values import Phrase


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is sent to one unit, line by line."""

    unit: str
    lines: tuple[Phrase, ...]


Owing = Sequence[tuple[Assessment, Owed]]


def reminders(owing: Owing, day: date, reply_by: date) -> tuple[Reminder, ...]:
    """One for each lead unit that owes anything, in the order in which they come."""
    by_unit: dict[str, list[tuple[Assessment, Owed]]] = {}
    for assessment, owed in owing:
        by_unit.setdefault(assessment.target.lead, []).append((assessment, owed))
    return tuple(Reminder(unit, tuple(_lines(unit, group, day, reply_by))) for unit, group in by_unit.items())


def _lines(unit: str, owing: Owing, day: date, reply_by: date) -> Iterator[Phrase]:
    late = [(a, owed) for a, owed in owing if owed.state is State.LATE]
    waiting = [(a, owed) for a, owed in owing if owed.state is State.WAITING]
    yield Phrase("reminder.to", {"unit": unit})
    if late:
        yield Phrase("reminder.late", {"count": len(late), "day": day_phrase(reply_by, day.year)})
        yield from (_late(n, a, owed, day.year) for n, (a, owed) in enumerate(late, 1))
    if waiting:
        yield Phrase("reminder.waiting" if not late else "reminder.waiting-too", {"count": len(waiting)})
        yield from (_waiting(n, a, owed, day.year) for n, (a, owed) in enumerate(waiting, 1))
    yield Phrase("reminder.end")


def _late(n: int, assessment: Assessment, owed: Owed, year: int) -> Phrase:
    latest = assessment.latest
    last = (
        Phrase("reminder.last", {"day": day_phrase(latest.day, year)}) if latest else Phrase("reminder.never")
    )
    facts = {
        "n": n,
        "number": assessment.target.number,
        "name": assessment.target.name,
        "period": period_phrase(owed.first, year),
        "due": day_phrase(owed.due, year),
        "days": owed.days_late,
        "last": last,
    }
    if owed.first == owed.latest:
        return Phrase("reminder.item.one", facts)
    until = min(owed.latest.end, assessment.period.end)
    more = {"missed": owed.missed, "until": day_phrase(until, year)}
    return Phrase("reminder.item.run" if owed.missed > 1 else "reminder.item.and-next", {**facts, **more})


def _waiting(n: int, assessment: Assessment, owed: Owed, year: int) -> Phrase:
    target = assessment.target
    facts = {"n": n, "number": target.number, "name": target.name, "due": day_phrase(owed.due, year)}
    return Phrase("reminder.item.waiting", {**facts, "period": period_phrase(owed.latest, year)})
