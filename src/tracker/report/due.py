"""The due view: who owes a report, how late, and which deadlines are near; reminders ready to be sent."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.assess.assessment import Assessment
from tracker.assess.reporting import Owed, OwedState
from tracker.assess.signal import SOON, Signal
from tracker.assess.workdays import Calendar, working_day_from
from tracker.report import cells
from tracker.report.agenda import agenda_due
from tracker.report.records import identity
from tracker.report.replies import promise_due, promises_due, promises_summary, promises_table
from tracker.report.reporting import (
    calendar_facts,
    calendar_phrase,
    day_phrase,
    duties_of,
    owed_record,
    period_phrase,
    years_of,
)
from tracker.report.returns import Returned, returned_of, returned_phrase
from tracker.report.scope import Scope, facts, foot, head
from tracker.report.values import Phrase, Record
from tracker.report.view import Block, Column, Level, Prose, Row, Table, View

COLUMNS = (
    Column("number"),
    Column("name", wraps=True),
    Column("lead_unit", wraps=True),
    Column("since_name"),
    Column("report_due", brief=True),
    Column("late"),
    Column("working_days_late", right=True, drop=4),
    Column("missed", right=True, drop=2),
    Column("last_report", brief=True, drop=1),
    Column("signal", drop=3),
)
GROUPED = tuple(column for column in COLUMNS if column.key != "lead_unit")
DEADLINES = (
    Column("number"),
    Column("name", wraps=True),
    Column("lead_unit", wraps=True, drop=4),
    Column("target", right=True, drop=3),
    Column("due", brief=True),
    Column("days_left", right=True),
    Column("completion", right=True, drop=2),
    Column("gap", right=True, drop=1),
    Column("signal"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueOptions:
    """How to chase: deadlines within so many days; texts to send, and by when they ask for an answer."""

    within: int = SOON
    text: bool = False
    reply_by: date | None = None  # None: the next working day


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is sent to one unit, line by line."""

    unit: str
    lines: tuple[Phrase, ...]


Owing = Sequence[tuple[Assessment, Owed]]
_NOTHING: Mapping[str, Returned] = {}


def due(scope: Scope, calendar: Calendar, options: DueOptions | None = None) -> View:
    """Who owes a report among the targets shown, under their lead units; and the deadlines to come.

    As texts to send, one per lead unit, where these are asked for.
    """
    options = options or DueOptions()
    duties = duties_of(scope, calendar)
    owing = [(duty.assessment, duty.owed) for duty in duties if duty.owed]
    near = [
        a
        for a in scope.shown
        if a.signal is not Signal.DONE and 0 <= (a.period.end - scope.as_of).days <= options.within
    ]
    near.sort(key=lambda a: a.period.end)
    promised = promises_due(scope, options.within)
    years = years_of(duties, scope.as_of)
    calendar_note = calendar_phrase(calendar, years)
    tomorrow = scope.as_of + timedelta(days=min(1, (date.max - scope.as_of).days))
    reply_by = options.reply_by or working_day_from(tomorrow, calendar)
    returned = returned_of(scope, owing)
    letters = reminders(owing, scope.as_of, reply_by, returned)
    blocks: tuple[Block, ...] = tuple(Prose(reminder.lines, verbatim=True) for reminder in letters)
    if not blocks:
        blocks = (Prose((Phrase("due.nobody"),)),)
    if not options.text:
        blocks = (
            _owed_table(owing, scope, calendar_note),
            _deadline_table(near, options.within, scope.as_of),
            *((promises_table(promised),) if promised else ()),
        )
    return View(
        name="due",
        title=scope.book.catalogue.title,
        head=(*head(scope), *_summary(owing), *returned_phrase(returned), *promises_summary(promised)),
        counts=None,
        total=len(owing),
        blocks=blocks,
        foot=(*((calendar_note,) if options.text else ()), *foot(scope)),
        facts={
            **facts(scope),
            **calendar_facts(calendar, years),
            "owed_late": _count(owing, OwedState.LATE),
            "owed_waiting": _count(owing, OwedState.WAITING),
            "within": options.within,
            "deadlines": tuple(_deadline(a, scope.as_of) for a in near),
            "promises": tuple(map(promise_due, promised)),
            "returned": tuple(one.facts for one in returned.values()),
            **({"reply_by": reply_by, "reminders": tuple(map(_sent, letters))} if options.text else {}),
        },
        items="owed",
        make_records=lambda: tuple(_record(assessment, owed, scope.as_of) for assessment, owed in owing),
        make_agenda=lambda: agenda_due(scope, calendar, duties, near),
    )


def _count(owing: Owing, state: OwedState) -> int:
    return sum(owed.state is state for _, owed in owing)


def _summary(owing: Owing) -> Iterator[Phrase]:
    late, waiting = _count(owing, OwedState.LATE), _count(owing, OwedState.WAITING)
    if late:
        units = {a.target.lead for a, owed in owing if owed.state is OwedState.LATE}
        yield Phrase("due.summary.late", {"late": late, "units": len(units)})
    if waiting:
        yield Phrase("due.summary.waiting", {"waiting": waiting})


def _owed_table(owing: Owing, scope: Scope, calendar_note: Phrase) -> Table:
    title = Phrase("due.title")
    empty = Phrase("due.nobody" if scope.shown else "table.empty")
    if scope.order != "text":
        rows = tuple(_row(assessment, owed, scope.as_of) for assessment, owed in owing)
        return Table(COLUMNS, rows, title, calendar_note, empty)
    return Table(GROUPED, tuple(_by_unit(owing, scope.as_of)), title, calendar_note, empty)


def _by_unit(owing: Owing, day: date) -> Iterator[Row]:
    units = dict.fromkeys(assessment.target.lead for assessment, _ in owing)
    for number, unit in enumerate(units, 1):
        yield Row(Level.SECTION, number=str(number), text=unit)
        yield from (_row(a, owed, day) for a, owed in owing if a.target.lead == unit)


def _row(assessment: Assessment, owed: Owed, day: date) -> Row:
    record = _record(assessment, owed, day)
    late = owed.state is OwedState.LATE
    row: Record = {
        **{column.key: record[column.key] for column in COLUMNS if column.key in record},
        "late": Phrase("due.days", {"days": owed.days_late}) if late else Phrase("due.not-yet"),
        "working_days_late": owed.working_days_late if late else None,
        "missed": cells.run(assessment.target.reporting.cadence, owed.missed) if owed.missed else None,
        "since_name": period_phrase(owed.first, day.year),
    }
    return Row(Level.ITEM, cells=row)


def _record(assessment: Assessment, owed: Owed, day: date) -> Record:
    target = assessment.target
    return {
        **identity(assessment.target),
        "cadence": target.reporting.cadence.value,
        "grace": target.reporting.grace,
        **owed_record(owed, day.year),
        "last_report": assessment.latest.day if assessment.latest else None,
        "signal": assessment.signal,
    }


def _deadline_table(near: Sequence[Assessment], within: int, day: date) -> Table:
    empty = Phrase("due.no-deadline", {"days": within})
    rows = tuple(Row(Level.ITEM, cells=_deadline_cells(assessment, day)) for assessment in near)
    return Table(DEADLINES, rows, Phrase("due.deadlines", {"days": within}), empty=empty)


def _deadline_cells(assessment: Assessment, day: date) -> Record:
    record = _deadline(assessment, day)
    row: Record = {**record, "target": record["target_text"], "gap": cells.gap(assessment)}
    return {column.key: row[column.key] for column in DEADLINES}


def _deadline(assessment: Assessment, day: date) -> Record:
    target = assessment.target
    return {
        **identity(assessment.target),
        "target": assessment.goal.value,
        "target_text": cells.demand(assessment),
        "unit": target.unit,
        "due": assessment.period.end,
        "days_left": (assessment.period.end - day).days,
        "completion": cells.completion(assessment),
        "gap": cells.gap_number(assessment),
        "signal": assessment.signal,
    }


def _sent(reminder: Reminder) -> Record:
    return {"unit": reminder.unit, "lines": reminder.lines}


def reminders(
    owing: Owing, day: date, reply_by: date, returned: Mapping[str, Returned] = _NOTHING
) -> tuple[Reminder, ...]:
    """One for each lead unit that owes anything, in the order in which they come."""
    by_unit: dict[str, list[tuple[Assessment, Owed]]] = {}
    for assessment, owed in owing:
        by_unit.setdefault(assessment.target.lead, []).append((assessment, owed))
    return tuple(
        Reminder(unit, tuple(_lines(unit, group, day, reply_by, returned))) for unit, group in by_unit.items()
    )


def _lines(
    unit: str, owing: Owing, day: date, reply_by: date, returned: Mapping[str, Returned]
) -> Iterator[Phrase]:
    late = [(a, owed) for a, owed in owing if owed.state is OwedState.LATE]
    waiting = [(a, owed) for a, owed in owing if owed.state is OwedState.WAITING]
    yield Phrase("reminder.to", {"unit": unit})
    if late:
        yield Phrase("reminder.late", {"count": len(late), "day": day_phrase(reply_by, day.year)})
        yield from (_late(n, a, owed, day.year) for n, (a, owed) in enumerate(late, 1))
    if waiting:
        yield Phrase("reminder.waiting" if not late else "reminder.waiting-too", {"count": len(waiting)})
        yield from (_waiting(n, a, owed, day.year) for n, (a, owed) in enumerate(waiting, 1))
    for n, (a, _) in enumerate(late, 1):
        if one := returned.get(a.target.id):
            yield Phrase("reminder.returned", {**one.facts, "n": n})
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
    missed = cells.run(assessment.target.reporting.cadence, owed.missed)
    more = {"missed": missed, "until": day_phrase(until, year)}
    return Phrase("reminder.item.run" if owed.missed > 1 else "reminder.item.and-next", {**facts, **more})


def _waiting(n: int, assessment: Assessment, owed: Owed, year: int) -> Phrase:
    target = assessment.target
    facts = {"n": n, "number": target.number, "name": target.name, "due": day_phrase(owed.due, year)}
    return Phrase("reminder.item.waiting", {**facts, "period": period_phrase(owed.latest, year)})
