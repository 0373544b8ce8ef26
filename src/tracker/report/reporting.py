"""What views of reporting share: the duties of a scope, periods in words, and which calendar was used."""

from collections.abc import Iterable
from datetime import date

from tracker.assess.periods import ReportingPeriod
from tracker.assess.reporting import Duty, Owed, OwedState, duties, first_day
from tracker.assess.workdays import Calendar
from tracker.model.catalogue import Cadence
from tracker.report.scope import Scope
from tracker.report.values import Phrase, Record, Value, Word


def duties_of(scope: Scope, calendar: Calendar) -> tuple[Duty, ...]:
    """The reporting of each target shown, in their order."""
    log = scope.log
    began = first_day(scope.everything, log, scope.as_of)
    return duties(scope.shown, log, scope.as_of, began, calendar)


def period_phrase(period: ReportingPeriod, year: int) -> Phrase:
    """A period as people name it: 10月中旬, 第42周, 三季度; with its year where that is not `year`."""
    start = period.start
    month: dict[str, object] = {"month": Word("month", str(start.month))}
    own = start.year
    match period.cadence:
        case Cadence.WEEK:
            own, week, _ = start.isocalendar()
            phrase = Phrase("period.week", {"week": week})
        case Cadence.DEKAD:
            phrase = Phrase("period.dekad", {**month, "part": Word("dekad", str(start.day // 10 + 1))})
        case Cadence.HALF_MONTH:
            phrase = Phrase(
                "period.half-month", {**month, "part": Word("half", "1" if start.day == 1 else "2")}
            )
        case Cadence.MONTH:
            phrase = Phrase("period.month", month)
        case Cadence.QUARTER:
            phrase = Phrase("period.quarter", {"quarter": Word("quarter", str((start.month + 2) // 3))})
    return phrase if own == year else Phrase("period.of-year", {"year": own, "period": phrase})


def day_phrase(day: date, year: int) -> Phrase:
    """A day in running text: 10月28日; with its year where that is not `year`."""
    parts = {"month": day.month, "day": day.day}
    return Phrase("day.short", parts) if day.year == year else Phrase("day.long", {"year": day.year, **parts})


def owed_cell(owed: Owed | None, year: int) -> Value:
    """What a target owes in a few words; nothing where it owes nothing."""
    if owed is None:
        return ""
    if owed.state is OwedState.WAITING:
        return Phrase("owed.cell.waiting", {"day": day_phrase(owed.due, year)})
    return Phrase("owed.cell.late", {"days": owed.days_late})


def owed_record(owed: Owed | None, year: int) -> Record:
    """What a target owes, for machines: the latest period asked for, and the first without an answer."""
    return {
        "report_state": Word("owed", owed.state.value) if owed else None,
        "report_period": owed.latest.code if owed else None,
        "report_name": period_phrase(owed.latest, year) if owed else None,
        "report_start": owed.latest.start if owed else None,
        "report_end": owed.latest.end if owed else None,
        "since_period": owed.first.code if owed else None,
        "since_name": period_phrase(owed.first, year) if owed else None,
        "report_due": owed.due if owed else None,
        "days_late": owed.days_late if owed else None,
        "working_days_late": owed.working_days_late if owed else None,
        "missed": owed.missed if owed else None,
    }


def calendar_phrase(calendar: Calendar, years: Iterable[int]) -> Phrase:
    """Which calendar said what a working day is."""
    unknown = unknown_years(calendar, years)
    if calendar.name == "china" and unknown:
        return Phrase("calendar.china-partly", {"years": unknown})
    return Phrase(f"calendar.{calendar.name}")


def calendar_facts(calendar: Calendar, years: Iterable[int]) -> dict[str, Value]:
    """Which calendar was used, for machines, and of which years it knows weekends only."""
    return {"calendar": calendar.name, "weekends_only": unknown_years(calendar, years)}


def unknown_years(calendar: Calendar, years: Iterable[int]) -> tuple[str, ...]:
    """Those of `years` whose holidays are not known."""
    return tuple(str(year) for year in sorted(set(years)) if not calendar.knows(year))


def years_of(group: Iterable[Duty], day: date) -> set[int]:
    """The years whose working days were asked for."""
    years = {day.year}
    for duty in group:
        years |= {request.due.year for request in duty.requests}
        if duty.owed:
            years.add(duty.owed.due.year)
    return years
