"""Which column of a sheet says what: by one row of headings or two, and by the lines above them."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from tracker.model.catalogue import Catalogue
from tracker.model.quantity import is_measure
from tracker.model.typed import folded, plain
from tracker.model.worksheet import CellPlace, SheetRow, Worksheet
from tracker.model.worksheet_cells import CellError, SheetCell, text_in
from tracker.model.worksheet_headings import (
    WEAK,
    Heading,
    Known,
    Until,
    guessed,
    heading_of,
    of_something_else,
    until_in,
)

FIGURES = ("total", "add")
# Above its headings a table has a title and a few lines at most.
_HEAD_ROWS = 30
# What stands in no heading: a number, with its unit or without.
_FIGURE = re.compile(r"[-+−]?[0-9][^年月旬周季]*", re.DOTALL)
_OF_ALL_ROWS = frozenset({"by", "date", "filed", "unit"})
# 填报单位（盖章）：区科技局    填报日期：2024年11月10日
_LABEL = re.compile(r"(?P<label>[^\s:：]+)\s*[:：]\s*(?P<value>.*?)(?=\s+[^\s:：]+\s*[:：]|\s*$)")


@dataclass(frozen=True, slots=True)
class Understood:
    """One thing that was understood of a sheet: what heads a column or stands above all, and what it says."""

    spot: CellPlace
    text: str
    field: str
    guessed: bool = False


@dataclass(slots=True)
class SheetLayout:
    """Where a sheet says what: the columns of each field, the first row of figures, what its head says."""

    columns: dict[str, list[int]]
    first: int
    headings: dict[int, Heading]
    head: dict[str, tuple[SheetCell, CellPlace]]
    understood: list[Understood]
    until: tuple[Until, Understood] | None = None  # the last day of which a heading or a title speaks
    left_out: list[int] = field(default_factory=list)  # hidden columns with a heading

    @property
    def figures(self) -> list[int]:
        """The columns of figures: running totals, and increments where they lack."""
        return [column for name in FIGURES for column in self.columns.get(name, ())]


def layout_of(
    sheet: Worksheet, known: Known, catalogue: Catalogue, *, hidden: bool = False
) -> SheetLayout | None:
    """The first row that heads both targets and figures, None where there is none.

    A row below it may say more of its columns. Above it a label such as 报送单位 or 数据日期 speaks for all
    rows: what it says stands behind it or right of it. Hidden columns are left out unless wanted, but for
    those that name targets.
    """
    return _Finder(sheet, known.fields(), catalogue, hidden=hidden).layout()


class _Finder:
    def __init__(
        self, sheet: Worksheet, fields: dict[str, str], catalogue: Catalogue, *, hidden: bool
    ) -> None:
        self._sheet, self._fields, self._year, self._hidden = sheet, fields, catalogue.year, hidden
        self._owners = {folded(owner) for target in catalogue.targets for owner in target.owners}
        self._head: dict[str, tuple[SheetCell, CellPlace]] = {}
        self._labels: list[Understood] = []
        self._titles: list[tuple[Until, Understood]] = []

    def layout(self) -> SheetLayout | None:
        rows = self._sheet.rows
        for row, below in zip(rows[:_HEAD_ROWS], (*rows[1:], None), strict=False):
            one = self._of_columns(row, {column: (_text(cell), "") for column, cell in _own_cells(row)})
            two = self._of_both(row, below, one) if below and below.number == row.number + 1 else None
            if found := two or one:
                return found
            if not row.hidden or self._hidden:
                self._take_head(row)
        return None

    def _of_both(self, row: SheetRow, below: SheetRow, one: SheetLayout | None) -> SheetLayout | None:
        """The layout of two rows of headings, None where the lower is none, or heads the columns alone."""
        width = range(1, max(len(row.cells), len(below.cells)) + 1)
        lower = {column: text for column in width if (text := _own_text(below, row, column))}
        alone = {column: (text, "") for column, text in lower.items()}
        named = one and lower.keys() & set(one.columns["target"])
        if named or any(map(_FIGURE.fullmatch, lower.values())) or self._of_columns(below, alone):
            return None
        texts: dict[int, tuple[str, str]] = {}
        group, more = "", False
        for column in width:
            group = _text(row.at(column)) or (group if column in lower else "")
            own = lower.get(column, "")
            word = group + own
            if own and not self._field(heading_of(word))[0] and not of_something_else(group, self._year):
                word = own
            texts[column] = (word, group)
            more = more or (bool(own) and self._field(heading_of(word))[0] in {*WEAK, *FIGURES})
        return self._of_columns(below, texts) if more else None

    def _of_columns(self, row: SheetRow, texts: Mapping[int, tuple[str, str]]) -> SheetLayout | None:
        """The layout of columns headed so, each in a group; None where targets or figures have no heading.

        `row` is the last one of headings.
        """
        found: dict[str, list[Understood]] = {}
        headings: dict[int, Heading] = {}
        left_out = []
        for column, (text, _) in texts.items():
            heading = heading_of(text)
            name, guess = self._field(heading)
            if name is None:
                continue
            if name == "unit" and self._owners_stand_in(column, row.number):
                name = "by"
            if column in self._sheet.hidden_columns and name != "target" and not self._hidden:
                left_out.append(column)
                continue
            headings[column] = heading
            spot = self._sheet.spot(row.number, column)
            said = Understood(spot, heading.text, WEAK[name] if name == "sum" else name, guess)
            found.setdefault(name, []).append(said)
        for weak, strong in WEAK.items():
            ones = found.pop(weak, [])
            if len(ones) == 1 or (ones and weak != "sum"):
                found.setdefault(strong, ones)
        if "target" not in found or not found.keys() & set(FIGURES):
            return None
        for name, ones in found.items():
            found[name] = _best(name, ones)
        if "total" in found:
            found["total"] = self._latest(found["total"], headings)
            found["add"] = found["add"] if len(found.get("add", ())) == 1 else []
        figures = [one for name in FIGURES for one in found.get(name, ())]
        of_figures = [(until, one) for one in figures if (until := headings[one.spot.column].until)]
        groups = [(one, texts[one.spot.column][1]) for one in figures]
        of_groups = [
            (until, replace(one, text=group, spot=self._sheet.spot(row.number - 1, one.spot.column)))
            for one, group in groups
            if (until := until_in(group))
        ]
        return SheetLayout(
            columns={name: [one.spot.column for one in ones] for name, ones in found.items() if ones},
            first=row.number + 1,
            headings=headings,
            head=self._head,
            understood=[
                *self._labels,
                *(one for ones in found.values() for one in ones),
                *self._unread(row, texts, {one.spot.column for ones in found.values() for one in ones}),
            ],
            until=next(iter([*of_figures, *of_groups, *self._titles]), None),
            left_out=left_out,
        )

    def _latest(self, totals: list[Understood], headings: Mapping[int, Heading]) -> list[Understood]:
        """Of running totals of several days the latest one; all of them where a heading names no day."""
        ends = [headings[one.spot.column].until for one in totals]
        days = [until.date(self._year) if until else None for until in ends]
        known = [day for day in days if day]
        if len(set(known)) < len(totals):
            return totals
        return [totals[days.index(max(known))]]

    def _unread(
        self, row: SheetRow, texts: Mapping[int, tuple[str, str]], taken: Collection[int]
    ) -> Iterator[Understood]:
        """The columns of numbers that are passed over, so that it is seen what is not read."""
        for column, (text, _) in texts.items():
            below = (each.at(column) for each in self._sheet.rows if each.number > row.number)
            if (
                text
                and column not in {*taken, *self._sheet.hidden_columns}
                and any(_FIGURE.fullmatch(_text(cell)) for cell in below)
            ):
                yield Understood(self._sheet.spot(row.number, column), text, "unread")

    def _field(self, heading: Heading) -> tuple[str | None, bool]:
        """What stands beneath a heading, and whether that is a guess."""
        if heading.word in self._fields:
            return self._fields[heading.word], False
        return guessed(heading, self._year), True

    def _owners_stand_in(self, column: int, heading: int) -> bool:
        """Whether a column headed 单位 names units of the administration, not of measurement."""
        below = (row.at(column) for row in self._sheet.rows if row.number > heading)
        texts = [text for cell in below if (text := _text(cell))]
        return bool(texts) and all(folded(text) in self._owners for text in texts)

    def _take_head(self, row: SheetRow) -> None:
        """What a line above the headings says of all rows: labels, each with its value, and titles."""
        values: set[int] = set()
        for column, cell in _own_cells(row):
            text = _text(cell)
            inline = [(match["label"], match["value"]) for match in _LABEL.finditer(text) if match["value"]]
            labels = [self._label(row, column, label, (column, SheetCell(value))) for label, value in inline]
            if not inline:
                beside = _beside(row, column)
                labels = [self._label(row, column, text, (beside, row.at(beside)))]
                values |= {beside} if any(labels) else set()
            until = None if any(labels) or column in values else until_in(text)
            if until:
                spot = self._sheet.spot(row.number, column)
                self._titles.append((until, Understood(spot, text, "date", not until.stated)))

    def _label(self, row: SheetRow, column: int, text: str, value: tuple[int, SheetCell]) -> bool:
        """Whether a label says something of all rows: who reports, the day, the unit of measurement."""
        beside, cell = value
        heading, written = heading_of(text), _text(cell)
        name, guess = self._field(heading)
        if name == "unit":
            name = "by" if folded(written) in self._owners else name if is_measure(plain(written)) else None
        if name not in _OF_ALL_ROWS or (guess and cell.empty):
            return False
        self._head[name] = (cell, self._sheet.spot(row.number, beside))
        self._labels.append(Understood(self._sheet.spot(row.number, column), heading.text, name, guess))
        return True


def _best(name: str, ones: list[Understood]) -> list[Understood]:
    """The columns that say something: those that are certain, of what is guessed and no figure the first."""
    certain = [one for one in ones if not one.guessed]
    return certain or (ones if name in {"target", *FIGURES} else ones[:1])


def _beside(row: SheetRow, column: int) -> int:
    """The column of what a label says: the next one that is not merged with it."""
    beside = column + 1
    while row.at(beside).anchor and row.at(beside).anchor == (row.number, column):
        beside += 1
    return beside


def _own_cells(row: SheetRow) -> Iterator[tuple[int, SheetCell]]:
    """The cells of a row with their columns, without those that have their value from the left."""
    for column, cell in enumerate(row.cells, 1):
        if not cell.anchor or cell.anchor[1] == column:
            yield column, cell


def _own_text(below: SheetRow, row: SheetRow, column: int) -> str:
    """What the lower of two rows says of a column itself."""
    cell = below.at(column)
    return "" if cell.anchor and cell.anchor[0] <= row.number else _text(cell)


def _text(cell: SheetCell) -> str:
    try:
        return text_in(cell) or ""
    except CellError:
        return ""
