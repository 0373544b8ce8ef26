"""What becomes of each target when a year is over: what ends, what goes on, what needs a new number."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tracker.assess.assessment import Assessment, assess_target
from tracker.model.book import Book
from tracker.model.catalogue import Target
from tracker.model.exact import nearest_decimal
from tracker.report import cells
from tracker.report.records import record
from tracker.report.scope import Scope, facts, foot, head
from tracker.report.values import Phrase, Record, Word
from tracker.report.view import Column, Level, Row, Table, View

COLUMNS = (
    Column("number"),
    Column("name", wraps=True),
    Column("lead_unit", drop=3),
    Column("target", right=True, drop=2),
    Column("actual", right=True),
    Column("signal", drop=1),
    Column("becomes"),
)


class Fate(StrEnum):
    """What becomes of a target."""

    RETIRED = "retired"  # a document ended it
    DONE = "done"  # it is done for good: a task, or all of a sum that is due later
    GOES_ON = "goes_on"  # its deadline is still to come
    UNFINISHED = "unfinished"  # a task that was not finished by its deadline
    RENEWED = "renewed"  # a number of the year: it goes on, and waits for that of the new year

    @property
    def ends(self) -> bool:
        """Whether it is not in the new year's catalogue."""
        return self in {Fate.RETIRED, Fate.DONE}


@dataclass(frozen=True, slots=True)
class Carried:
    """A target at the end of the year, and what becomes of it."""

    assessment: Assessment
    fate: Fate

    @property
    def target(self) -> Target:
        """The target."""
        return self.assessment.target

    @property
    def rest(self) -> Decimal:
        """What is left of a sum that is due later, in the target's unit."""
        return self.assessment.goal.value - nearest_decimal(self.assessment.actual or Decimal(0))

    @property
    def months(self) -> dict[date, Decimal]:
        """What had been counted by the ends of the year's months up to its deadline, and by that."""
        period = self.assessment.period
        points = self.assessment.points
        days = sorted({*period.month_ends, period.end})
        counted = ((day, [point.value for point in points if point.day <= day]) for day in days)
        return {day: nearest_decimal(values[-1]) for day, values in counted if values}


def carried(book: Book, year_end: date) -> tuple[Carried, ...]:
    """Every target of the catalogue as it stands at the end of its year."""
    catalogue = book.catalogue
    assessments = (
        assess_target(target, book.log, year_end, catalogue.profile, catalogue.escalation)
        for target in catalogue.targets
    )
    return tuple(Carried(assessment, _fate(assessment, year_end)) for assessment in assessments)


def _fate(assessment: Assessment, year_end: date) -> Fate:
    target = assessment.target
    if target.retired_on(year_end):
        return Fate.RETIRED
    counts_up = target.rules.counts_up and assessment.goal.higher_is_better
    later = assessment.period.end > year_end
    if assessment.met and counts_up and (later or target.kind == "milestone"):
        return Fate.DONE
    if later:
        return Fate.GOES_ON
    return Fate.UNFINISHED if target.kind == "milestone" else Fate.RENEWED


def rollover(scope: Scope, targets: tuple[Carried, ...], said: tuple[Phrase, ...]) -> View:
    """The list of the targets, each with what becomes of it; and what is `said` of them all."""
    return View(
        name="rollover",
        title=scope.book.catalogue.title,
        head=(*head(scope), *said),
        counts=None,
        total=len(targets),
        blocks=(Table(COLUMNS, tuple(_rows(targets))),),
        foot=(
            *(_count(targets, fate) for fate in Fate if any(c.fate is fate for c in targets)),
            *foot(scope),
        ),
        facts=facts(scope),
        items="targets",
        make_records=lambda: tuple(_record(one) for one in targets),
    )


def _rows(targets: tuple[Carried, ...]) -> Iterator[Row]:
    for one in targets:
        becomes = Word("fate", one.fate.value)
        yield Row(Level.ITEM, cells={**cells.row(one.assessment), "becomes": becomes}, struck=one.fate.ends)


def _count(targets: tuple[Carried, ...], fate: Fate) -> Phrase:
    return Phrase(f"rollover.{fate.value}", {"count": sum(one.fate is fate for one in targets)})


def _record(one: Carried) -> Record:
    everything = record(one.assessment)
    keys = ("id", "number", "name", "lead_unit", "unit", "target", "actual", "actual_date", "due", "signal")
    return {**{key: everything[key] for key in keys}, "becomes": Word("fate", one.fate.value)}
