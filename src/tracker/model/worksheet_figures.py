"""From the rows of a sheet to figures: each row is understood, or every reason why not is said."""

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from tracker.model.catalogue import Catalogue, Target
from tracker.model.naming import TypedValue, spelt
from tracker.model.quantity import in_full, measures_alike
from tracker.model.typed import folded, plain
from tracker.model.worksheet import CellPlace, SheetRow, Worksheet
from tracker.model.worksheet_cells import EMPTY, CellError, SheetCell, day_in, number_in, text_in
from tracker.model.worksheet_headings import Known, own_headings, without_stamp
from tracker.model.worksheet_layout import SheetLayout, layout_of
from tracker.model.worksheet_reading import RowDefaults, SheetFigure, SheetReading
from tracker.model.worksheet_targets import Named, TargetNames

# What begins the sums of a table, and the lines below it.
_SUM = re.compile(r"(合计|总计|小计|共计)[:(]?")
_REMARK = re.compile(
    r"(注|备注|说明|填表说明|数据来源|来源)([:0-9(]|$)|(填表|填报|制表|审核|复核|联系|单位负责|负责|经办|分管)[^:]*:"
)
# How tables say that there is no figure.
_NOTHING = frozenset({"-", "–", "—", "——", "--", "/", "\\", "无", "暂无", "未报"})
_SEVERAL = re.compile(r"[、,，;；/\s]+")
# Where a part of a row stands, the surest first.
_SOURCES = {"by": ("by", "owner"), "date": ("date", "filed")}
FIELDS = ("target", "total", "date", "unit", "note", "by")

T = TypeVar("T")


def read_sheet(
    sheet: Worksheet, known: Known, catalogue: Catalogue, defaults: RowDefaults, *, hidden: bool = False
) -> SheetReading | None:
    """Everything in a sheet; None where no row of it heads targets and figures.

    What is hidden in it is left out, and named, unless it is wanted.
    """
    layout = layout_of(sheet, known, catalogue, hidden=hidden)
    if layout is None:
        return None
    reading = SheetReading(hidden_columns=layout.left_out, understood=layout.understood)
    for name, columns in layout.columns.items():
        if len(columns) > 1 and name != "target":
            spot = sheet.spot(layout.first - 1, columns[1])
            texts = tuple(layout.headings[column].text for column in columns)
            reading.problems.append(spot.problem("sheet-heading-twice", {"headings": texts}))
    if not reading.problems:
        names = TargetNames(catalogue, known.names, typed=sheet.name is not None)
        reader = _Reader(sheet, layout, catalogue, names, defaults, reading)
        for row in sheet.rows:
            if row.number < layout.first:
                continue
            if not row.hidden or hidden:
                reader.take(row)
            elif reader.reports(row):
                reading.hidden_rows.append(row.number)
    return reading


class _Reader:
    """Reads one row after the other into `reading`."""

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

    def reports(self, row: SheetRow) -> bool:
        """Whether there is a figure in a row: its own, not that of a heading across it or above it."""
        return any(self._holds_figure(row, column) for column in self._layout.figures)

    def _holds_figure(self, row: SheetRow, column: int) -> bool:
        cell = row.at(column)
        across = cell.anchor is not None and cell.anchor[1] != column
        heading = cell.anchor is not None and cell.anchor[0] < self._layout.first
        text = folded(cell.value) if isinstance(cell.value, str) else None
        nothing = text in _NOTHING or text == self._headed[column]  # headed once more
        return not (cell.empty or across or heading or nothing)

    def _figure(self, row: SheetRow) -> int:
        """The column of a row's figure; of a row without one that of a total."""
        if self._figure_at[0] != row.number:
            columns = self._layout.figures
            holding = (column for column in columns if self._holds_figure(row, column))
            self._figure_at = (row.number, next(holding, columns[0]))
        return self._figure_at[1]

    def take(self, row: SheetRow) -> None:
        """One row below the headings."""
        if not self.reports(row):
            self._take_blank(row)
            return
        self._bad = False
        if self._beside_the_point(row):
            return
        named = self._said(row, "target", lambda row: self._names.named(self._naming(row)))
        target, column = named.target if named else None, self._figure(row)
        anchor = row.at(column).anchor
        if anchor and anchor[0] != row.number:
            # The figure stands in a row above: a row of the same target says no more.
            if target is None or target.id != self._anchored.get(anchor):
                self._complain(row, "total", CellError("sheet-merged", first=anchor[0]))
            return
        if target:
            self._anchored[row.number, column] = target.id
        number = self._said(row, "total", lambda row: self._number(row, target))
        by, day = self._said(row, "by", self._by), self._said(row, "date", self._day)
        unit, note = self._text(row, "unit"), self._text(row, "note")
        if self._bad or not named or not number or not by or not day:
            return
        spots = {name: self._spot(row, name) for name in FIELDS}
        if number.unit:
            spots["unit"] = spots["total"]
        self._reading.figures.append(
            SheetFigure(
                target=named.target.id,
                by=by,
                day=day,
                total=None if number.adds else number.number,
                add=number.number if number.adds else None,
                stage=number.stage,
                unit=None if number.stage else self._unit(named, number.unit, unit, column),
                note=note,
                spots=spots,
                name=named.near or (text_in(self._naming(row)[-1]) or ""),
                near=named.near is not None,
            )
        )

    def _beside_the_point(self, row: SheetRow) -> bool:
        """Whether a row with a figure is none of a target: a sum, what is left out, a remark below."""
        cells = self._naming(row)
        first = folded(next((text for cell in row.cells if (text := _text(cell))), ""))
        beside = _SUM.match(first) or _REMARK.match(first)
        if self._said(row, "target", lambda _: self._names.leaves_out(cells)) or (
            beside and not self._said(row, "target", lambda _: self._names.known(cells))
        ):
            texts = [text for cell in cells if (text := _text(cell))]
            self._reading.left_out.append((self._spot(row, "target"), (texts or [first])[-1]))
            return True
        return False

    def _take_blank(self, row: SheetRow) -> None:
        """No figure: not reported. A day alone is half a figure; a note alone is shown, not recorded."""
        named = self._naming(row)
        if named and all(cell.anchor and cell.anchor[0] != row.number for cell in named):
            return  # more of a row above
        if not self._said(row, "target", lambda _: self._names.known(named)):
            self._reading.passed_over += 1
            return
        self._reading.blank += 1
        if any(not row.at(column).empty and row.at(column).anchor is None for column in self._own_days):
            self._complain(row, "total", CellError("sheet-date-alone"))
        if note := self._text(row, "note"):
            self._reading.notes.append((self._spot(row, "note"), note))

    def _naming(self, row: SheetRow) -> tuple[SheetCell, ...]:
        """The cells of a row that name its target."""
        return tuple(cell for cell in map(row.at, self._layout.columns["target"]) if not cell.empty)

    def _number(self, row: SheetRow, target: Target | None) -> TypedValue:
        """The number, or the name of a stage that the target has."""
        column = self._figure(row)
        cell = row.at(column)
        if target and isinstance(cell.value, str):
            stage = spelt(cell.value, target.stages)
            if stage in target.stages:
                return TypedValue(stage=stage)
        number = number_in(cell)
        adds = number.adds or column in self._layout.columns.get("add", ())
        return TypedValue(number.value, number.unit, adds=adds)

    def _unit(self, named: Named, of_number: str | None, of_row: str | None, column: int) -> str | None:
        """The unit of a figure, None where it is the target's own.

        The cell's goes before the row's; that of a name, a heading or the head holds where it measures alike.
        """
        own = named.target.unit
        head = self._layout.head.get("unit", (EMPTY, None))[0]
        above = (named.unit, self._layout.headings[column].unit, plain(_text(head)))
        said = of_number or ("" if plain(of_row or "") in _NOTHING else plain(of_row or ""))
        said = said or next((unit for unit in above if unit and measures_alike(unit, own)), "")
        unit = in_full(said, own)
        return None if unit in {"", own} else unit

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


def _text(cell: SheetCell) -> str:
    try:
        return text_in(cell) or ""
    except CellError:
        return ""
