"""One row of a sheet against the catalogue: most are settled by a comparison or two, others by the rules."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from tracker.model.admission import entry_of
from tracker.model.catalogue import Catalogue, Target
from tracker.model.entry import Entry, Report, ReportLine
from tracker.model.quantity import InexactError, UnitMismatchError, convert, is_whole
from tracker.model.rules.lines import LATE, Context, line_problems
from tracker.problems import Problem
from tracker.store.index.sheet import Row, Sheet, bare, line_of

# How a plain total is checked.
ANY, WHOLE, MILESTONE = 0, 1, 2
_MOST = 100  # per cent of a milestone
PRELIMINARY = "preliminary"


class Accepted(NamedTuple):
    """One figure that counts, in its target's unit: either `total` or `add` is a number, the other empty."""

    target: str
    stem: str
    n: int
    total: str
    add: str
    preliminary: bool


class _Plain(NamedTuple):
    """What is enough to know of a target to take a plain figure of it."""

    first: str  # the days on which a figure may be, as ISO dates, which compare as text
    last: str
    unit: str
    check: int
    adds: bool


class Judge:
    """Says of each row whether it counts and as what; it remembers what it needs to know of each target."""

    def __init__(self, catalogue: Catalogue, today: date) -> None:
        self.catalogue = catalogue
        self.today = today
        self.now = today.isoformat()
        self._context = Context(catalogue)
        self._known = {target.id: _plain(target) for target in catalogue.targets}
        self.based = frozenset(target.id for target in catalogue.targets if target.baseline is not None)

    def open_on(self, day: str) -> dict[str, int]:
        """How plain totals of each target are checked (ANY, WHOLE, MILESTONE) that may be of this day."""
        return {
            target: known.check for target, known in self._known.items() if known.first <= day <= known.last
        }

    def taken(self, sheet: Sheet, n: int, row: Row) -> tuple[Accepted | None, list[Problem]]:
        """The figure of a row in its target's unit, or what is wrong with it; not for rows that withdraw."""
        known = self._known.get(row[0])
        if known is None or not row[2] or not known.first <= sheet.day <= known.last:
            return self._asked(sheet, n, row)
        number, adds = _in_unit(row, known), row[1] == "add"
        if (
            not number
            or (adds and not known.adds)
            or not passes(number.lstrip("-") if adds else number, known.check)
        ):
            return self._asked(sheet, n, row)
        return _accepted(sheet, n, row, "" if adds else number, number if adds else ""), []

    def entry(self, sheet: Sheet, line: ReportLine, row: Row, report: Report) -> Entry | None:
        """The entry that a row of a report is, None where it does not count."""
        accepted, _ = self.taken(sheet, line.n, row)
        if accepted is None:
            return None
        return Entry(
            target=accepted.target,
            total=Decimal(accepted.total) if accepted.total else None,
            add=Decimal(accepted.add) if accepted.add else None,
            line=line,
            report=report,
        )

    def _asked(self, sheet: Sheet, n: int, row: Row) -> tuple[Accepted | None, list[Problem]]:
        report, line = sheet.head_of(), line_of(n, row)
        problems = line_problems(line, report, self._context)
        if problems:
            return None, problems
        entry = entry_of(line, report, self.catalogue)
        total, add = (_text(value) for value in (entry.total, entry.add))
        return _accepted(sheet, n, row, total, add), []


def _accepted(sheet: Sheet, n: int, row: Row, total: str, add: str) -> Accepted:
    return Accepted(row[0], sheet.stem, n, total, add, row[5] == PRELIMINARY)


def _in_unit(row: Row, known: _Plain) -> str:
    """The number of a row in its target's unit; empty where it does not convert."""
    unit = bare(row[4])
    if not unit or unit == known.unit:
        return row[2]
    try:
        return _text(convert(Decimal(row[2]), unit, known.unit))
    except (UnitMismatchError, InexactError):
        return ""


def passes(number: str, check: int) -> bool:
    """Whether a plain total breaks no rule for certain."""
    return check == ANY or (number.isdigit() and (check == WHOLE or int(number) <= _MOST))


def _plain(target: Target) -> _Plain:
    moved = [adjustment.due for adjustment in target.adjustments if adjustment.due]
    last = max([target.period.end, *moved])
    return _Plain(
        first=target.period.start.isoformat(),
        last=(last + min(LATE, date.max - last)).isoformat(),
        unit=target.unit,
        check=MILESTONE if target.kind == "milestone" else WHOLE if is_whole(target.unit) else ANY,
        adds=target.rules.takes_add,
    )


def _text(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
