"""One report as it stands in a file, and one entry of it as it counts."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal
from hashlib import sha256
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from tracker.model.clock import DEFAULT_ZONE, day_in, moment_in
from tracker.model.quantity import ExactNumber
from tracker.model.supervision import Judgement, Statement
from tracker.problems import Place

_Date = date  # within Report the name is that of a field
Said_co = TypeVar("Said_co", bound=Statement, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One progress file: who reported what as of which day. `entries` hold what was written, unchecked.

    `zone` is the workspace's: it says when a moment without offset was, and on which day any moment was.
    """

    file: str
    stem: str
    date: date
    by: str
    source: str | None
    recorded: datetime | None
    entries: tuple["ReportLine", ...]
    broken: tuple[int, ...] = ()  # the numbers of entries whose form is wrong, not among `entries`
    zone: ZoneInfo = DEFAULT_ZONE

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its entries, broken ones among them."""
        return (*(line.n for line in self.entries), *self.broken)

    @property
    def known(self) -> datetime:
        """When it was recorded, in UTC; a file that does not say counts from the beginning of its own day."""
        written = self.recorded or datetime.combine(self.date, time())
        return moment_in(self.zone, written).astimezone(UTC)

    @property
    def says(self) -> str:
        """All that it says, shortened to a digest: equal for a copy under another name, for nothing else."""
        recorded = self.known.astimezone(UTC).isoformat() if self.recorded else None
        everything = (self.date.isoformat(), self.by, self.source, recorded, self.entries, self.broken)
        return sha256(repr(everything).encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def known_day(self) -> "_Date":
        """The day, in the workspace's zone, on which it was recorded."""
        return day_in(self.zone, self.recorded or self.date)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """One item of `entries`, as written; `n` is its number in the file, from 1."""

    n: int
    target: str | None = None
    total: Decimal | None = None
    add: Decimal | None = None
    part: Decimal | None = None
    whole: Decimal | None = None
    stage: str | None = None
    unit: str | None = None
    note: str | None = None
    evidence: str | None = None
    preliminary: bool = False
    void: str | None = None
    reason: str | None = None
    statement: Statement | None = None  # of `target`, beside its figures

    @property
    def is_figure(self) -> bool:
        """Whether it gives a figure; other lines withdraw something, or say something beside figures."""
        return self.void is None and self.statement is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One figure that counts, in its target's unit: either `total` or `add` is set.

    The total of a counted share is computed of its part and whole, and so a fraction.
    """

    target: str
    total: ExactNumber | None
    add: Decimal | None
    line: ReportLine = field(repr=False)
    report: Report = field(repr=False)

    @property
    def ref(self) -> str:
        """How it is named elsewhere: 2024-08-10-ab12#2."""
        return f"{self.report.stem}#{self.line.n}"

    @property
    def counted(self) -> tuple[Decimal, Decimal] | None:
        """Part and whole of a counted share; None for any other figure."""
        line = self.line
        return None if line.part is None or line.whole is None else (line.part, line.whole)

    @property
    def preliminary(self) -> bool:
        """Whether it is a first figure, to be confirmed."""
        return self.line.preliminary

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.report.file, ("entries", self.line.n - 1))

    @property
    def order(self) -> tuple[date, datetime, bool, str, int]:
        """The order in which entries count: by day, then by when recorded, totals before adds."""
        return (self.report.date, self.report.known, self.add is not None, self.report.stem, self.line.n)


@dataclass(frozen=True, slots=True)
class Stated(Generic[Said_co]):
    """Something that was said beside figures, and counts."""

    statement: Said_co
    line: ReportLine = field(repr=False)
    report: Report = field(repr=False)

    @property
    def ref(self) -> str:
        """How it is named elsewhere: 2024-08-10-ab12#2."""
        return f"{self.report.stem}#{self.line.n}"

    @property
    def target(self) -> str:
        """The target that it is about."""
        return self.line.target or ""

    @property
    def order(self) -> tuple[date, datetime, str, int]:
        """The order in which such things are told: by day, then by when recorded."""
        return (self.report.date, self.report.known, self.report.stem, self.line.n)


Verdict = Stated[Judgement]


@dataclass(frozen=True, slots=True)
class Void:
    """An earlier report (`n` is None) or one entry of it, withdrawn by `report`."""

    stem: str
    n: int | None
    line: ReportLine
    report: Report

    def covers(self, entry: "Entry | Stated[Statement]") -> bool:
        """Whether `entry` is withdrawn by it."""
        return entry.report.stem == self.stem and self.n in {None, entry.line.n}


Withdrawal = Void | Verdict  # what took an entry out of the sums: a void, or its return
