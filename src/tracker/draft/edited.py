"""A draft that was edited in a spreadsheet, read back: its rows as targets, with their measures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from tracker.draft.catalogue import Proposal, Proposed, ProposedMeasure, tolerance_of
from tracker.draft.mentions import Confidence
from tracker.model.goal import Operator
from tracker.model.worksheet import SheetRow, Worksheet
from tracker.model.worksheet_cells import CellError, SheetCell, day_in, number_in, text_in
from tracker.words import LANGUAGES, Words

# The columns that are read back; the others (confidence, why, line) only help.
COLUMNS = (
    *("measure", "title", "owners", "id", "name", "kind", "operator", "target", "upper", "unit"),
    *("from", "due", "strength", "baseline", "quote"),
)
_NEEDED = frozenset(("measure", "id", "name", "operator", "unit", "quote"))


class EditedError(Exception):
    """A cell that cannot be read, or a column that is missing: row and column from 1, the column's key."""

    def __init__(self, row: int, key: str) -> None:
        super().__init__(key)
        self.row, self.key = row, key


def edited(proposal: Proposal, sheet: Worksheet) -> Proposal:
    """The proposal as the rows of a sheet have it: without a row a target is dropped, a new row is a new one.

    Raises EditedError for what cannot be read.
    """
    at = next((n for n, row in enumerate(sheet.rows) if set(_columns(row)) >= _NEEDED), None)
    if at is None:
        raise EditedError(1, "id")
    columns, rows = _columns(sheet.rows[at]), _rows(sheet.rows[at + 1 :], _columns(sheet.rows[at])["id"])
    known = {target.id: target for target in proposal.targets}
    cells = [{key: row.at(column) for key, column in columns.items()} for row in rows]
    targets = [_target(row.number, c, known, proposal.year) for row, c in zip(rows, cells, strict=True)]
    measures = {measure.number: measure for measure in proposal.measures}
    return replace(proposal, measures=tuple(_measures(targets, cells, measures)), left=())


def _rows(rows: Sequence[SheetRow], column: int) -> list[SheetRow]:
    """Rows that name a target; those of measures and remarks do not."""
    return [row for row in rows if not row.at(column).empty]


def _columns(head: SheetRow) -> dict[str, int]:
    """Which column holds what, by its head in any language."""
    named = {Words(language)(f"column.{key}"): key for language in LANGUAGES for key in COLUMNS}
    found = ((n, named.get((text_in(cell) or "").strip())) for n, cell in enumerate(head.cells, 1))
    return {key: n for n, key in found if key}


def _measures(
    targets: Sequence[Proposed],
    cells: Sequence[Mapping[str, SheetCell]],
    known: Mapping[int, ProposedMeasure],
) -> Iterator[ProposedMeasure]:
    """The measures in the order of their first rows, with the title and the units of those."""
    for number in dict.fromkeys(target.measure for target in targets):
        rows = [n for n, target in enumerate(targets) if target.measure == number]
        own, first = tuple(targets[n] for n in rows), cells[rows[0]]
        title, units = (text_in(first[key]) or "" if key in first else "" for key in ("title", "owners"))
        before = known.get(number, ProposedMeasure(number, title or own[0].name, "", (), (), own[0].line))
        owners = tuple(unit for unit in units.replace(",", "、").split("、") if unit.strip())
        yield replace(before, title=title or before.title, owners=owners or before.owners, targets=own)


def _target(row: int, cells: Mapping[str, SheetCell], known: Mapping[str, Proposed], year: int) -> Proposed:
    text = {key: _text(row, key, cells) for key in COLUMNS}
    operator = _operator(row, text["operator"])
    value, upper = _number(row, "target", cells), _number(row, "upper", cells)
    if (value is None) is not (operator is Operator.DONE_BY) or (upper is None) is (
        operator is Operator.BETWEEN
    ):
        raise EditedError(row, "target" if value is None else "upper")
    before = known.get(text["id"])
    measure = _number(row, "measure", cells)
    if measure is None or measure % 1:
        raise EditedError(row, "measure")
    about = operator is Operator.ABOUT
    tolerance = before.tolerance if before is not None else None
    same = before is not None and (before.operator, before.value, before.unit) == (
        operator,
        value,
        text["unit"],
    )
    better = before.better if before is not None and operator in {Operator.ABOUT, Operator.REACH} else None
    return Proposed(
        id=text["id"],
        name=text["name"],
        kind=text["kind"] or ("milestone" if operator is Operator.DONE_BY else "cumulative"),
        operator=operator,
        value=value,
        upper=upper,
        unit=text["unit"],
        tolerance=tolerance
        if same
        else tolerance_of(value, text["unit"])
        if about and value is not None
        else None,
        better=better or ("higher" if about else None),
        baseline=_number(row, "baseline", cells),
        since=_day(row, "from", cells, year),
        due=_day(row, "due", cells, year),
        aspire=text["strength"] == "aspire",
        quote=text["quote"],
        sentence=before.sentence if before else text["quote"],
        line=before.line if before else 0,
        at=before.at if before else 0,
        confidence=Confidence.HIGH,
        doubts=(),
        measure=int(measure),
    )


def _operator(row: int, text: str) -> Operator:
    try:
        return Operator(text)
    except ValueError:
        raise EditedError(row, "operator") from None


def _text(row: int, key: str, cells: Mapping[str, SheetCell]) -> str:
    if key not in cells or cells[key].empty:
        if key in _NEEDED:
            raise EditedError(row, key)
        return ""
    try:
        return (text_in(cells[key]) or "").strip()
    except CellError:
        raise EditedError(row, key) from None


def _number(row: int, key: str, cells: Mapping[str, SheetCell]) -> Decimal | None:
    if key not in cells or cells[key].empty:
        return None
    try:
        return number_in(cells[key]).value
    except CellError:
        raise EditedError(row, key) from None


def _day(row: int, key: str, cells: Mapping[str, SheetCell], year: int) -> date | None:
    if key not in cells or cells[key].empty:
        return None
    try:
        return day_in(cells[key], year)
    except CellError:
        raise EditedError(row, key) from None
