"""The form a unit fills in: what it leads, what is asked of it, and the last figure of each."""

from dataclasses import dataclass
from datetime import date

from tracker.assess.assessment import assess_target
from tracker.assess.signal import Signal
from tracker.model.book import Book
from tracker.model.catalogue import Target
from tracker.model.log import Point
from tracker.problems import nearest
from tracker.report import cells
from tracker.report.selection import named, unknown
from tracker.report.values import Demand


@dataclass(frozen=True, slots=True)
class FormRow:
    """One target: its demand, and its latest figure in its own unit; `done` if nothing more is needed."""

    target: Target
    demand: Demand
    latest: Point | None
    done: bool
    pressed: bool  # whether it has come to a notice, so that its unit is asked why, and by when


@dataclass(frozen=True, slots=True)
class Form:
    """One unit's form as of one day."""

    unit: str
    title: str
    notice: str | None
    year: int
    day: date
    rows: tuple[FormRow, ...]

    @property
    def asks_reply(self) -> bool:
        """Whether it has columns for replies: where some row is pressed."""
        return any(row.pressed for row in self.rows)

    @property
    def counts_shares(self) -> bool:
        """Whether a share is among them, which may be counted."""
        return any(row.target.kind == "share" for row in self.rows)


def lead_units(book: Book, day: date) -> tuple[str, ...]:
    """The units that lead some target that is not retired by `day`, in the order of the text."""
    return tuple(dict.fromkeys(t.lead for t in book.catalogue.targets if not t.retired_on(day)))


def lead_unit(text: str, book: Book, day: date) -> str:
    """The one lead unit that is called so, or has this in its name. Raises TrackerError (usage) otherwise."""
    units = lead_units(book, day)
    fits = named(text, units)
    if len(fits) != 1:
        raise unknown("owner", text, fits or nearest(text, units) or units)
    return fits[0]


def form(book: Book, unit: str, day: date) -> Form:
    """The form of a unit: every target it leads, done or not, unless retired; figures as of `day`."""
    catalogue = book.catalogue
    asked = (t for t in catalogue.targets if t.lead == unit and not t.retired_on(day))
    rows = tuple(_row(book, target, day) for target in asked)
    return Form(unit, catalogue.title, catalogue.notice, catalogue.year, day, rows)


def _row(book: Book, target: Target, day: date) -> FormRow:
    catalogue = book.catalogue
    assessment = assess_target(target, book.log, day, catalogue.profile, catalogue.escalation)
    return FormRow(
        target,
        cells.demand(assessment),
        assessment.latest,
        done=assessment.signal is Signal.DONE,
        pressed=assessment.escalation_state.notice is not None,
    )
