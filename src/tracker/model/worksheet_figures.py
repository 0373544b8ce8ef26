"""From the rows of a sheet to figures: each row is understood, or every reason why not is said."""

import re
from decimal import Decimal

from tracker.model.catalogue import Catalogue, Target
from tracker.model.exact import counted_text, makes
from tracker.model.naming import TypedValue, spelt
from tracker.model.quantity import (
    in_full,
    measures_alike,
)
from tracker.model.typed import folded, plain
from tracker.model.worksheet import SheetRow, Worksheet
from tracker.model.worksheet_cells import EMPTY, CellError, SheetCell, day_in, number_in, share_in, text_in
from tracker.model.worksheet_headings import REPLY, Known
from tracker.model.worksheet_layout import layout_of
from tracker.model.worksheet_reading import RowDefaults, SheetFigure, SheetReading, SheetReply
from tracker.model.worksheet_rows import NOTHING, RowReader
from tracker.model.worksheet_targets import Named, TargetNames

# What begins the sums of a table, and the lines below it.
_SUM = re.compile(r"(合计|总计|小计|共计)[:(]?")
_REMARK = re.compile(
    r"(注|备注|说明|填表说明|数据来源|来源)([:0-9(]|$)|(填表|填报|制表|审核|复核|联系|单位负责|负责|经办|分管)[^:]*:"
)
FIELDS = ("target", "total", "date", "unit", "note", "by", *REPLY)


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
            elif reader.reports(row) or reader.replies(row):
                reading.hidden_rows.append(row.number)
    return reading


class _Reader(RowReader):
    """Reads one row after the other into `reading`."""

    def reports(self, row: SheetRow) -> bool:
        """Whether there is a figure in a row: its own, not that of a heading across it or above it."""
        return any(self._holds_figure(row, column) for column in self._layout.figures)

    def replies(self, row: SheetRow) -> bool:
        """Whether a row replies to a notice."""
        return any(_text(self._at(row, name)) for name in REPLY)

    def take(self, row: SheetRow) -> None:
        """One row below the headings."""
        if self.replies(row):
            self._take_reply(row)
        elif not self.reports(row):
            self._take_blank(row)
        if self.reports(row):
            self._take_figure(row)

    def _take_reply(self, row: SheetRow) -> None:
        self._bad = False
        named = self._said(row, "target", lambda row: self._names.named(self._naming(row)))
        by, day = self._said(row, "by", self._by), self._said(row, "date", self._day)
        cause, remedy = self._text(row, "cause"), self._text(row, "remedy")
        missing = [name for name in REPLY if self._at(row, name).empty]
        if missing:
            self._complain(row, missing[0], CellError("sheet-reply-part"))
            return
        by_when = self._said(row, "by_when", lambda row: day_in(self._at(row, "by_when"), self._year))
        if self._bad or not (named and by and day and cause and remedy and by_when):
            return
        spots = {name: self._spot(row, name) for name in FIELDS}
        self._reading.replies.append(
            SheetReply(
                target=named.target.id,
                by=by,
                day=day,
                cause=cause,
                remedy=remedy,
                by_when=by_when,
                spots={**spots, "total": spots["cause"]},
                name=named.near or (text_in(self._naming(row)[-1]) or ""),
                near=named.near is not None,
            )
        )

    def _take_figure(self, row: SheetRow) -> None:
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
                share=number.share,
                total=None if number.adds else number.number,
                add=number.number if number.adds else None,
                stage=number.stage,
                unit=None if number.stage or number.share else self._unit(named, number.unit, unit, column),
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

    def _number(self, row: SheetRow, target: Target | None) -> TypedValue:
        """The number, the part and whole of a share, or the name of a stage that the target has."""
        column = self._figure(row)
        cell = row.at(column)
        if target and isinstance(cell.value, str):
            stage = spelt(cell.value, target.stages)
            if stage in target.stages:
                return TypedValue(stage=stage)
        if column in self._layout.columns.get("part", ()):
            return TypedValue(share=self._share(row, column))
        if share := share_in(cell):
            return TypedValue(share=share)
        number = number_in(cell)
        adds = number.adds or column in self._layout.columns.get("add", ())
        return TypedValue(number.value, number.unit, adds=adds)

    def _share(self, row: SheetRow, column: int) -> tuple[Decimal, Decimal]:
        """Part and whole of a row; a percentage beside them must be theirs, as far as it is written."""
        cell = self._at(row, "whole")
        if cell.empty:
            raise CellError("sheet-counted-half")
        part, whole = (number_in(one).value for one in (row.at(column), cell))
        beside = next((c for c in self._layout.columns.get("total", ()) if self._holds_figure(row, c)), None)
        said = None if beside is None else number_in(row.at(beside)).value
        if said is not None and whole > 0 and not makes(part, whole, said):
            facts = {"said": f"{said:f}%", "counted": counted_text(part, whole)}
            raise CellError("sheet-counted-differs", **facts)
        return part, whole

    def _unit(self, named: Named, of_number: str | None, of_row: str | None, column: int) -> str | None:
        """The unit of a figure, None where it is the target's own.

        The cell's goes before the row's; that of a name, a heading or the head holds where it measures alike.
        """
        own = named.target.unit
        head = self._layout.head.get("unit", (EMPTY, None))[0]
        above = (named.unit, self._layout.headings[column].unit, plain(_text(head)))
        said = of_number or ("" if plain(of_row or "") in NOTHING else plain(of_row or ""))
        said = said or next((unit for unit in above if unit and measures_alike(unit, own)), "")
        unit = in_full(said, own)
        return None if unit in {"", own} else unit


def _text(cell: SheetCell) -> str:
    try:
        return text_in(cell) or ""
    except CellError:
        return ""
