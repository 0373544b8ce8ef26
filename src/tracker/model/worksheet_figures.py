"""From the rows of a sheet to figures: each row is understood, or every reason why not is said."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeVar

from tracker.model.catalogue import Catalogue, Target
from tracker.model.naming import TypedValue, spelt
from tracker.model.typed import folded, plain
from tracker.model.worksheet import FIELDS, CellPlace, Headings, SheetLayout, SheetRow, Worksheet, layout_of
from tracker.model.worksheet_cells import CellError, SheetCell, day_in, number_in, text_in
from tracker.problems import Problem, nearest

# What is meant as an id or a number, rather than as a name that the catalogue may word otherwise.
_REFERENCE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*|[0-9]+\.[0-9]+")
_NUMBER = re.compile(r"[0-9]+\.[0-9]+")
# Whoever has so many problems sees no more of them; looking for near names takes time.
_ENOUGH = 100

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFigure:
    """One row that reports something, in one of `total`, `add`, `stage`; `unit` where not the target's."""

    target: str
    by: str
    day: date
    total: Decimal | None
    add: Decimal | None
    stage: str | None
    unit: str | None
    note: str | None
    spots: dict[str, CellPlace]  # where each part of it stands


@dataclass(frozen=True, slots=True)
class RowDefaults:
    """What holds for rows that do not say."""

    by: str | None = None
    day: date | None = None


@dataclass(slots=True)
class SheetReading:
    """What a file says: figures, rows of targets without one (未报送), notes that stand without a figure."""

    figures: list[SheetFigure] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    blank: int = 0
    passed_over: int = (
        0  # rows that name no target and hold no figure: headings, sums without numbers, remarks
    )
    notes: list[tuple[CellPlace, str]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)  # rows with a figure that were left out
    hidden_columns: list[int] = field(default_factory=list)


def read_sheet(
    sheet: Worksheet, headings: Headings, catalogue: Catalogue, defaults: RowDefaults, *, hidden: bool = False
) -> SheetReading | None:
    """Everything in a sheet; None where no row of it heads targets and figures.

    What is hidden in it is left out, and named, unless it is wanted.
    """
    layout = layout_of(sheet, headings, hidden=hidden)
    if layout is None:
        return None
    reading = SheetReading(hidden_columns=layout.left_out)
    for name, columns in layout.columns.items():
        if len(columns) > 1 and name != "target":
            spot = sheet.spot(layout.first - 1, columns[1])
            texts = headings[name]
            reading.problems.append(spot.problem("sheet-heading-twice", {"headings": texts}))
    if not reading.problems:
        reader = _Reader(sheet, layout, catalogue, defaults, reading)
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
        defaults: RowDefaults,
        reading: SheetReading,
    ) -> None:
        self._sheet, self._layout, self._catalogue = sheet, layout, catalogue
        self._defaults, self._reading = defaults, reading
        self._bad = False  # whether something is wrong with the row at hand
        self._noted: set[tuple[CellPlace, str]] = set()
        self._anchored: dict[tuple[int, int], str] = {}  # the target of the figure in a cell
        self._units = {folded(owner): owner for target in catalogue.targets for owner in target.owners}
        self._by_text: dict[str, list[Target]] = {}
        for target in catalogue.targets:
            for text in {target.id, target.number, folded(target.name)}:
                self._by_text.setdefault(text, []).append(target)

    def reports(self, row: SheetRow) -> bool:
        """Whether there is a figure in a row: its own, not that of a heading across it or above it."""
        cell = self._cell(row, "total")
        across = cell.anchor is not None and cell.anchor[1] != self._column("total")
        return not (cell.empty or across or self._is_heading(cell))

    def _is_heading(self, cell: SheetCell) -> bool:
        return cell.anchor is not None and cell.anchor[0] < self._layout.first

    def take(self, row: SheetRow) -> None:
        """One row below the headings."""
        if not self.reports(row):
            self._take_blank(row)
            return
        self._bad = False
        target = self._said(row, "target", self._target)
        cell = self._cell(row, "total")
        if cell.anchor and cell.anchor[0] != row.number:
            # The figure stands in a row above: a row of the same target says no more.
            if target is None or target.id != self._anchored.get(cell.anchor):
                self._complain(row, "total", CellError("sheet-merged", first=cell.anchor[0]))
            return
        if target:
            self._anchored[row.number, self._column("total") or 0] = target.id
        number = self._said(row, "total", lambda row: self._number(row, target))
        by, day = self._said(row, "by", self._by), self._said(row, "date", self._day)
        unit, note = self._text(row, "unit"), self._text(row, "note")
        if self._bad or not target or not number or not by or not day:
            return
        unit_in_use = number.unit or (unit and plain(unit))
        spots = {name: self._spot(row, name) for name in FIELDS}
        if number.unit:
            spots["unit"] = spots["total"]
        self._reading.figures.append(
            SheetFigure(
                target=target.id,
                by=by,
                day=day,
                total=None if number.adds else number.number,
                add=number.number if number.adds else None,
                stage=number.stage,
                unit=None if number.stage or unit_in_use == target.unit else unit_in_use,
                note=note,
                spots=spots,
            )
        )

    def _take_blank(self, row: SheetRow) -> None:
        """No figure: not reported. A day alone is half a figure; a note alone is shown, not recorded."""
        named = [cell for cell in map(row.at, self._layout.columns["target"]) if not cell.empty]
        if named and all(cell.anchor and cell.anchor[0] != row.number for cell in named):
            return  # more of a row above
        if not self._said(row, "target", lambda row: any(self._candidates(row))):
            self._reading.passed_over += 1
            return
        self._reading.blank += 1
        if not self._cell(row, "date").empty and self._cell(row, "date").anchor is None:
            self._complain(row, "total", CellError("sheet-date-alone"))
        if note := self._text(row, "note"):
            self._reading.notes.append((self._spot(row, "note"), note))

    def _target(self, row: SheetRow) -> Target:
        """The one target that all cells which name one agree on."""
        texts = [text for _, text in self._named(row)]
        if not texts:
            raise CellError("sheet-target-missing")
        sets = list(self._candidates(row))
        candidates = [targets for targets in sets if targets]
        if not candidates:
            near = nearest(texts[0], self._by_text) if len(self._noted) < _ENOUGH else ()
            raise CellError("sheet-target-unknown", name=texts[0], near=near)
        strays = (text for text, targets in zip(texts, sets, strict=True) if not targets)
        common = [target for target in candidates[0] if all(target in other for other in candidates)]
        if not common or any(_REFERENCE.fullmatch(text) for text in strays):
            raise CellError("sheet-target-conflict", names=tuple(texts))
        if len(common) > 1:
            raise CellError("sheet-target-several", name=texts[0], ids=tuple(t.id for t in common))
        return common[0]

    def _candidates(self, row: SheetRow) -> Iterator[list[Target]]:
        """For each cell that may name a target, those it may mean: a sheet turns the number 1.10 into 1.1."""
        for cell, text in self._named(row):
            targets = self._by_text.get(folded(text), [])
            if _NUMBER.fullmatch(text) and (self._sheet.name is None or not isinstance(cell.value, str)):
                targets = [*targets, *self._by_text.get(f"{text}0", [])]
            yield targets

    def _named(self, row: SheetRow) -> Iterator[tuple[SheetCell, str]]:
        for column in self._layout.columns["target"]:
            cell = row.at(column)
            if text := text_in(cell):
                yield cell, plain(text)

    def _number(self, row: SheetRow, target: Target | None) -> TypedValue:
        """The number, or the name of a stage that the target has."""
        cell = self._cell(row, "total")
        if target and isinstance(cell.value, str):
            stage = spelt(cell.value, target.stages)
            if stage in target.stages:
                return TypedValue(stage=stage)
        number = number_in(cell)
        return TypedValue(number.value, number.unit, adds=number.adds)

    def _by(self, row: SheetRow) -> str:
        unit = text_in(self._cell(row, "by"))
        if not unit and "by" in self._layout.head:
            unit = text_in(self._layout.head["by"][0])
        if not (unit or self._defaults.by):
            raise CellError("sheet-by-missing")
        by = unit or self._defaults.by or ""
        return self._units.get(folded(by), by)

    def _day(self, row: SheetRow) -> date:
        cell = self._cell(row, "date")
        if cell.empty and "date" in self._layout.head:
            cell = self._layout.head["date"][0]
        if not cell.empty:
            return day_in(cell, self._catalogue.year)
        if self._defaults.day is None:
            raise CellError("sheet-date-missing")
        return self._defaults.day

    def _text(self, row: SheetRow, name: str) -> str | None:
        return self._said(row, name, lambda row: text_in(self._cell(row, name)))

    def _said(self, row: SheetRow, name: str, read: Callable[[SheetRow], T]) -> T | None:
        """What `read` makes of the row, None where that is a problem."""
        try:
            return read(row)
        except CellError as error:
            self._complain(row, name, error)
            return None

    def _cell(self, row: SheetRow, name: str) -> SheetCell:
        return row.at(self._column(name))

    def _column(self, name: str) -> int | None:
        columns = self._layout.columns.get(name)
        return columns[0] if columns else None

    def _spot(self, row: SheetRow, name: str) -> CellPlace:
        """Where a part of the row stands, or would: in its own cell, else in the head, else in the row."""
        if name in self._layout.head and self._cell(row, name).empty:
            return self._layout.head[name][1]
        return self._sheet.spot(row.number, self._column(name) or self._layout.columns["total"][0])

    def _complain(self, row: SheetRow, name: str, error: CellError) -> None:
        """Note a problem, once: what is wrong or missing above the rows is so for every row."""
        self._bad = True
        spot = self._spot(row, name)
        if name in {"by", "date"} and name not in self._layout.columns and name not in self._layout.head:
            spot = self._sheet.spot(self._layout.first - 1, self._layout.columns["total"][0])
        if (spot, error.code) not in self._noted:
            self._noted.add((spot, error.code))
            self._reading.problems.append(spot.problem(error.code, error.facts))
