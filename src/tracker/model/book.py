"""The book: one workspace as read, frozen."""

from dataclasses import dataclass
from datetime import date

from tracker.model.catalogue import Catalogue
from tracker.model.log_protocol import Log
from tracker.problems import Problem


@dataclass(frozen=True, slots=True)
class Tally:
    """How much was read, and how much of it was left out because of a problem."""

    files: int = 0
    entries: int = 0
    files_left_out: int = 0
    entries_left_out: int = 0


@dataclass(frozen=True, slots=True)
class Book:
    """Catalogue, log, the text the catalogue quotes, and all that is wrong with them."""

    catalogue: Catalogue
    log: Log
    source: str | None
    today: date
    tally: Tally = Tally()
    problems: tuple[Problem, ...] = ()
