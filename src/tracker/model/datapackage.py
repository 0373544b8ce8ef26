"""The data package in which figures are exchanged: its resources, the columns of each, and what a row says.

A Data Package with Table Schema (datapackage.org), version 1, which every tool for it reads.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tracker.model.exact import percentage_of
from tracker.model.goal import Operator
from tracker.model.kinds import KINDS
from tracker.model.quantity import ExactNumber
from tracker.problems import Problem

DESCRIPTOR = "datapackage.json"
VALUES = "assessment"
# What a package must say of a target to be read; all else is of use, and may be missing.
NEEDED = ("id", "value")
_ID: dict[str, object] = {"required": True, "pattern": "[a-z][a-z0-9]*(-[a-z0-9]+)*"}


@dataclass(frozen=True, slots=True)
class TableField:
    """One column: its name, its type in Table Schema, what every cell of it keeps to, and its unit."""

    name: str
    type: str = "string"
    constraints: dict[str, object] = field(default_factory=dict)
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One resource: a CSV file of this name, with the column by which a row is known."""

    name: str
    key: str
    fields: tuple[TableField, ...]
    of_targets: bool = True  # whether each row is of a target of the resource `targets`


TARGETS = Table(
    "targets",
    "id",
    (
        TableField("id", constraints={**_ID, "unique": True}),
        TableField("number", constraints={"required": True}),
        TableField("name", constraints={"required": True}),
        TableField("section", "integer", {"required": True, "minimum": 1}),
        TableField("measure", "integer", {"required": True, "minimum": 1}),
        TableField("lead_unit", constraints={"required": True}),
        TableField("owners"),
        TableField("kind", constraints={"required": True, "enum": list(KINDS)}),
        TableField("unit", constraints={"required": True}),
        TableField("operator", constraints={"required": True, "enum": [one.value for one in Operator]}),
        TableField("target", "number", {"required": True}),
        TableField("upper", "number"),
        TableField("tolerance", "number", {"minimum": 0}),
        TableField("baseline", "number"),
        TableField("from", "date", {"required": True}),
        TableField("due", "date", {"required": True}),
        TableField("strength", constraints={"enum": ["binding", "aspire"]}),
        TableField("quote"),
    ),
    of_targets=False,
)
ENTRIES = Table(
    "entries",
    "entry",
    (
        TableField("entry", constraints={"required": True, "unique": True}),
        TableField("id", constraints=_ID),
        TableField("day", "date", {"required": True}),
        TableField("total_written", "number"),
        TableField("add_written", "number"),
        TableField("part_written", "number", {"minimum": 0}),
        TableField("whole_written", "number", {"minimum": 0}),
        TableField("stage_written"),
        TableField("unit_written"),
        TableField("by", constraints={"required": True}),
        TableField("recorded", "datetime"),
        TableField("withdrawn", "boolean", {"required": True}),
    ),
)
ASSESSMENT = Table(
    VALUES,
    "id",
    (
        TableField("id", constraints={**_ID, "unique": True}),
        TableField("name", constraints={"required": True}),
        TableField("unit", constraints={"required": True}),
        TableField("kind", constraints={"required": True, "enum": list(KINDS)}),
        TableField("day", "date"),
        TableField("value", "number"),
        TableField("part", "number", {"minimum": 0}),
        TableField("whole", "number", {"minimum": 0}),
        TableField("completion", "number", unit="%"),
        TableField("expected_completion", "number", unit="%"),
        TableField("lead", "number", unit="百分点"),
        TableField("gap", "number", {"minimum": 0}),
        TableField("met", "boolean", {"required": True}),
        TableField(
            "signal",
            constraints={
                "required": True,
                "enum": ["done", "on_track", "behind", "far_behind", "overdue", "silent", "pending"],
            },
        ),
    ),
)
TABLES = (TARGETS, ENTRIES, ASSESSMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a package says of one target: its exact value in its unit, of a share what it was counted of.

    `indicator` is the code that several districts share, where the package has one.
    """

    id: str
    value: Decimal | None
    name: str | None = None
    unit: str | None = None
    kind: str | None = None
    indicator: str | None = None
    day: date | None = None
    part: Decimal | None = None
    whole: Decimal | None = None

    @property
    def code(self) -> str:
        """The code it is shared by: the one that is written, or else its id."""
        return self.indicator or self.id

    @property
    def exact(self) -> ExactNumber | None:
        """The value: that of part and whole where they are there, else the one that is written."""
        if self.part is not None and self.whole is not None:
            return percentage_of(self.part, self.whole)
        return self.value


@dataclass(frozen=True, slots=True)
class Package:
    """A package as read: what it is called, the day it is of, and its values.

    `repeated` are the codes that several rows have, with the problem: which of them is meant nobody can tell.
    """

    title: str | None
    as_of: date | None
    values: tuple[Published, ...]
    repeated: Mapping[str, Problem] = field(default_factory=dict)

    def day_of(self, value: Published) -> date | None:
        """The day of a value: its own, or else that of the package."""
        return value.day or self.as_of
