"""What was read of a sheet: figures, what is wrong, what was left out, and how the sheet was understood."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tracker.model.worksheet import CellPlace
from tracker.model.worksheet_layout import Understood
from tracker.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFigure:
    """One row that reports something, in one of `total`, `add`, `share`, `stage`.

    `share` is a part and its whole; `unit` is there where it is not the target's.
    """

    target: str
    by: str
    day: date
    total: Decimal | None
    add: Decimal | None
    stage: str | None
    share: tuple[Decimal, Decimal] | None = None
    unit: str | None
    note: str | None
    spots: dict[str, CellPlace]  # where each part of it stands
    name: str  # what the table calls the target
    near: bool = False  # whether that is only nearest to the target's own name


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetReply:
    """One row that replies to a notice (回执), with a figure beside it or without."""

    target: str
    by: str
    day: date
    cause: str
    remedy: str
    by_when: date
    spots: dict[str, CellPlace]  # where each part of it stands
    name: str  # what the table calls the target
    near: bool = False  # whether that is only nearest to the target's own name


@dataclass(frozen=True, slots=True)
class RowDefaults:
    """What holds for rows that do not say."""

    by: str | None = None
    day: date | None = None


@dataclass(slots=True)
class SheetReading:
    """What a file says: figures, rows of targets without one (未报送), notes that stand without a figure."""

    figures: list[SheetFigure] = field(default_factory=list)
    replies: list[SheetReply] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    blank: int = 0
    passed_over: int = (
        0  # rows that name no target and hold no figure: headings, sums without numbers, remarks
    )
    notes: list[tuple[CellPlace, str]] = field(default_factory=list)
    left_out: list[tuple[CellPlace, str]] = field(
        default_factory=list
    )  # sums, and what a workspace leaves out
    hidden_rows: list[int] = field(default_factory=list)  # rows with a figure that were left out
    hidden_columns: list[int] = field(default_factory=list)
    understood: list[Understood] = field(default_factory=list)
    day: tuple[date, Understood] | None = None  # taken from a heading or a title, where nothing else says it

    @property
    def rows(self) -> list[SheetFigure | SheetReply]:
        """Everything that is reported, figures first."""
        return [*self.figures, *self.replies]

    @property
    def guesses(self) -> list[Understood]:
        """What was guessed of columns and labels."""
        return [one for one in self.understood if one.guessed]

    @property
    def uncertain(self) -> bool:
        """Whether any of it was guessed."""
        of_day = self.day is not None and self.day[1].guessed
        return of_day or bool(self.guesses) or any(row.near for row in self.rows)

    @property
    def near_names(self) -> dict[str, str]:
        """The names that can be remembered, each with the target that was taken for it."""
        near = (row for row in self.rows if row.near)
        return {row.name: row.target for row in near if row.name.isprintable()}
