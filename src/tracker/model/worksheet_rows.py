"""What stands in one row of a sheet: in its own cells, in the head above, or where there is nothing."""

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from tracker.model.catalogue import Catalogue
from tracker.model.typed import folded
from tracker.model.worksheet import CellPlace, SheetRow, Worksheet
from tracker.model.worksheet_cells import EMPTY, CellError, SheetCell, day_in, text_in
from tracker.model.worksheet_headings import own_headings, without_stamp
from tracker.model.worksheet_layout import SheetLayout
from tracker.model.worksheet_reading import RowDefaults, SheetReading
from tracker.model.worksheet_targets import TargetNames

# How tables say that there is no figure.
NOTHING = frozenset({"-", "–", "—", "——", "--", "/", "\\", "无", "暂无", "未报"})
_SEVERAL = re.compile(r"[、,，;；/\s]+")
# Where a part of a row stands, the surest first.
_SOURCES = {"by": ("by", "owner"), "date": ("date", "filed")}

T = TypeVar("T")


class RowReader:
    """Says what stands in the parts of one row after the other; what is wrong is noted in `reading`."""

    def __init__(
        self,
        sheet: Worksheet,
        layout: SheetLayout,
        catalogue: Catalogue,
        names: TargetNames,
        defaults: RowDefaults,
        reading: SheetReading,
    ) -> None:
        self._sheet, self._layout, self._names = sheet, layout, names
        self._year, self._defaults, self._reading = catalogue.year, defaults, reading
        self._bad = False  # whether something is wrong with the row at hand
        self._noted: set[tuple[CellPlace, str]] = set()
        self._anchored: dict[tuple[int, int], str] = {}  # the target of the figure in a cell
        self._units = {folded(owner): owner for target in catalogue.targets for owner in target.owners}
        self._headed = {column: folded(heading.text) for column, heading in layout.headings.items()}
        self._figure_at = (0, 0)  # the row looked at last, and the column of its figure
        own = own_headings()["date"]
        self._own_days = {c for c in layout.columns.get("date", ()) if layout.headings[c].text in own}

    def _holds_figure(self, row: SheetRow, column: int) -> bool:
        cell = row.at(column)
        across = cell.anchor is not None and cell.anchor[1] != column
        heading = cell.anchor is not None and cell.anchor[0] < self._layout.first
        text = folded(cell.value) if isinstance(cell.value, str) else None
        nothing = text in NOTHING or text == self._headed[column]  # headed once more
        return not (cell.empty or across or heading or nothing)

    def _figure(self, row: SheetRow) -> int:
        """The column of a row's figure; of a row without one that of a total."""
        if self._figure_at[0] != row.number:
            columns = self._layout.figures
            holding = (column for column in columns if self._holds_figure(row, column))
            self._figure_at = (row.number, next(holding, columns[0]))
        return self._figure_at[1]

    def _naming(self, row: SheetRow) -> tuple[SheetCell, ...]:
        """The cells of a row that name its target."""
        return tuple(cell for cell in map(row.at, self._layout.columns["target"]) if not cell.empty)

    def _by(self, row: SheetRow) -> str:
        by = text_in(self._at(row, "by")) or text_in(self._head("by")) or self._defaults.by
        if not by:
            owners = [part for part in _SEVERAL.split(text_in(self._at(row, "owner")) or "") if part]
            if not owners:
                raise CellError("sheet-by-missing")
            by = owners[0]
        by = without_stamp(by).strip()
        return self._units.get(folded(by), by)

    def _day(self, row: SheetRow) -> date:
        """The day a row says, or the head; or else --date; a heading or a title; the day of filing."""
        for cell in (self._at(row, "date"), self._head("date")):
            if not cell.empty:
                return day_in(cell, self._year)
        if self._defaults.day:
            return self._defaults.day
        if self._layout.until and (day := self._layout.until[0].date(self._year)):
            self._reading.day = (day, self._layout.until[1])
            return day
        for cell in (self._at(row, "filed"), self._head("filed")):
            if not cell.empty:
                return day_in(cell, self._year)
        raise CellError("sheet-date-missing")

    def _text(self, row: SheetRow, name: str) -> str | None:
        return self._said(row, name, lambda row: text_in(self._at(row, name)))

    def _said(self, row: SheetRow, name: str, read: Callable[[SheetRow], T]) -> T | None:
        """What `read` makes of the row, None where that is a problem."""
        try:
            return read(row)
        except CellError as error:
            self._complain(row, name, error)
            return None

    def _at(self, row: SheetRow, name: str) -> SheetCell:
        return row.at(next(iter(self._layout.columns.get(name, ())), None))

    def _head(self, name: str) -> SheetCell:
        """What stands above the headings, for all rows."""
        return self._layout.head.get(name, (EMPTY, None))[0]

    def _spot(self, row: SheetRow, name: str) -> CellPlace:
        """Where a part of the row stands, or would: in its own cell, else in the head, else in the row."""
        figure = self._figure(row)
        if name == "total":
            return self._sheet.spot(row.number, figure)
        sources = _SOURCES.get(name, (name,))
        for source in sources:
            if source in self._layout.columns and not self._at(row, source).empty:
                return self._sheet.spot(row.number, self._layout.columns[source][0])
        spots = [self._layout.head[source][1] for source in sources if source in self._layout.head]
        columns = [self._layout.columns[source][0] for source in sources if source in self._layout.columns]
        return next(iter(spots), self._sheet.spot(row.number, next(iter(columns), figure)))

    def _complain(self, row: SheetRow, name: str, error: CellError) -> None:
        """Note a problem, once: what is wrong or missing above the rows is so for every row."""
        self._bad = True
        spot = self._spot(row, name)
        known = {*self._layout.columns, *self._layout.head}
        if name in {"by", "date"} and known.isdisjoint(_SOURCES[name]):
            spot = self._sheet.spot(self._layout.first - 1, self._layout.figures[0])
        if (spot, error.code) not in self._noted:
            self._noted.add((spot, error.code))
            self._reading.problems.append(spot.problem(error.code, error.facts))
