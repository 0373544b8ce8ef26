"""The catalogue as the rest of the program sees it: every default filled in, every target complete."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from tracker.model.amendments import Acceptance, Adjustment, PathRule, Retirement
from tracker.model.clock import DEFAULT_TIMEZONE
from tracker.model.goal import Goal
from tracker.model.kinds import KINDS, Kind
from tracker.model.period import Period
from tracker.model.profile import DEFAULT_ESCALATION, Escalation, Profile
from tracker.model.quantity import is_whole
from tracker.problems import Path


class Cadence(StrEnum):
    """How often figures are reported."""

    WEEK = "week"
    DEKAD = "dekad"  # 旬: the 10th, the 20th, the month's end
    HALF_MONTH = "half-month"
    MONTH = "month"
    QUARTER = "quarter"

    @property
    def days(self) -> int:
        """The longest such period in days: so long may the next figure take."""
        return _CADENCE_DAYS[self]


_CADENCE_DAYS = dict(zip(Cadence, (7, 11, 16, 31, 92), strict=True))


@dataclass(frozen=True, slots=True)
class Reporting:
    """Cadence, and the days of grace after which a missing figure counts as silence."""

    cadence: Cadence
    grace: int

    @property
    def fresh_days(self) -> int:
        """A figure is fresh for so many days: one cadence and the grace days."""
        return self.cadence.days + self.grace


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One number (or task) of the policy text, complete."""

    id: str
    number: str  # 1.2: the second target of measure 1
    name: str
    unit: str
    kind: str
    goal: Goal
    period: Period
    path: PathRule
    points: tuple[tuple[date, Decimal], ...]
    baseline: Decimal | None
    aspire: bool  # 力争, 争取
    quote: str
    owners: tuple[str, ...]
    reporting: Reporting
    adjustments: tuple[Adjustment, ...]
    stages: Mapping[str, Decimal]
    measure: int
    section: int
    place: Path  # where it stands in the catalogue file
    former_ids: tuple[str, ...] = ()  # names it had; reports under them count
    retired: Retirement | None = None
    accepted: tuple[Acceptance, ...] = ()
    indicator: str | None = None  # its code among the indicators that several workspaces share
    whole: bool | None = None  # whether it is counted one by one, where its unit does not tell
    previous: tuple[tuple[date, Decimal], ...] = ()  # what was counted in the year before, by day
    differs: Mapping[str, str] = field(default_factory=dict)  # where it means to differ from the text

    @property
    def lead(self) -> str:
        """The unit named first leads (牵头)."""
        return self.owners[0]

    @property
    def rules(self) -> Kind:
        """What its kind decides."""
        return KINDS[self.kind]

    @property
    def is_whole(self) -> bool:
        """Whether it is counted one by one, so that 超过38 means at least 39."""
        return is_whole(self.unit) if self.whole is None else self.whole

    def retired_on(self, day: date) -> bool:
        """Whether it had been ended by the end of `day`."""
        return self.retired is not None and self.retired.on <= day

    def accepted_on(self, day: date) -> Acceptance | None:
        """The acceptance of its deviation that is in force on `day`: of several the one that began last."""
        holding = sorted((one for one in self.accepted if one.holds_on(day)), key=lambda one: one.begins)
        return holding[-1] if holding else None

    @property
    def never_negative(self) -> bool:
        """Whether its value cannot lie below zero: things counted, what is counted up, shares, tasks."""
        goals = (self.goal, *(adjustment.goal for adjustment in self.adjustments))
        stated = [self.baseline or 0, *(goal.value for goal in goals)]
        return min(stated) >= 0 and (self.rules.never_negative or self.is_whole)

    @property
    def last_due(self) -> date:
        """The latest deadline it ever has."""
        if not self.adjustments:
            return self.period.end
        return max([self.period.end, *(a.due for a in self.adjustments if a.due)])

    def adjustment_on(self, day: date) -> Adjustment | None:
        """The adjustment in force at the end of `day`."""
        return self._latest(day, lambda _: True)

    def goal_on(self, day: date) -> Goal:
        """The goal in force at the end of `day`; the original stays in `goal`."""
        adjustment = self.adjustment_on(day)
        return adjustment.goal if adjustment else self.goal

    def path_on(self, day: date) -> tuple[PathRule, tuple[tuple[date, Decimal], ...]]:
        """The path in force at the end of `day`, and the steps agreed for it."""
        latest = self._latest(day, lambda a: a.path)
        return (latest.path, latest.points) if latest and latest.path else (self.path, self.points)

    def period_on(self, day: date) -> Period:
        """The period in force at the end of `day`: the latest adjustment that named a deadline moved it."""
        latest = self._latest(day, lambda a: a.due)
        return Period(self.period.start, latest.due) if latest and latest.due else self.period

    def changed_by(self, n: int) -> tuple["Target", "Target"]:
        """The target before and after adjustment `n`, as written; of one day the one written later counts."""
        since = self.adjustments[n].since
        earlier = tuple(a for at, a in enumerate(self.adjustments) if (a.since, at) < (since, n))
        return replace(self, adjustments=earlier), replace(self, adjustments=(*earlier, self.adjustments[n]))

    def _latest(self, day: date, says: Callable[[Adjustment], object]) -> Adjustment | None:
        """The latest adjustment by the end of `day` that says it; of one day the one written last."""
        by_day = sorted((a for a in self.adjustments if a.since <= day and says(a)), key=lambda a: a.since)
        return by_day[-1] if by_day else None


@dataclass(frozen=True, slots=True)
class Measure:
    """One numbered measure of the policy text."""

    number: int
    title: str
    owners: tuple[str, ...]
    targets: tuple[Target, ...]
    place: Path = ()
    differs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """A headed group of measures."""

    number: int
    title: str
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """Filters and an order kept under a name; what is empty leaves the choice open."""

    section: tuple[str, ...] = ()
    measure: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    lead_only: bool = False
    signal: tuple[str, ...] = ()
    search: str | None = None
    sort: str | None = None
    profile: str | None = None


class ReadingCheck(StrEnum):
    """What catalogue and text both say, and `tracker audit` compares; `differs` names these."""

    MEASURE = "measure"  # the quote stands in the text of its own measure
    OPERATOR, NUMBER = "operator", "number"
    UNIT = "unit"
    KIND = "kind"  # a rate of change or a rate
    BETTER = "better"  # what falls is better lower
    PERIOD = "period"
    STRENGTH = "strength"
    BASELINE = "baseline"
    RESULT, START = "result", "start"  # what has been reached, and where something starts, is no target
    NAME, OWNERS = "name", "owners"  # a cell of a table is no name


CHECKS_OF_TARGETS = tuple(ReadingCheck)


@dataclass(frozen=True, slots=True)
class Ignored:
    """Words of the policy text whose numbers are no targets, and why."""

    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The whole of measures.yaml."""

    title: str
    year: int
    language: str
    source: str
    notice: str | None
    profile: Profile
    sections: tuple[Section, ...]
    file: str = "measures.yaml"
    views: Mapping[str, SavedView] = field(default_factory=dict)
    reporting: Reporting = Reporting(Cadence.DEKAD, 3)  # where a target says nothing else
    escalation: Escalation = DEFAULT_ESCALATION
    brief_length: str = "full"  # or short
    ignore: tuple[Ignored, ...] = ()
    timezone: str = DEFAULT_TIMEZONE  # a name in the IANA database
    verifiers: tuple[str, ...] = ()  # who may verify and return; empty: any unit but that which reported
    _by_id: Mapping[str, Target] = field(default_factory=dict, compare=False)

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which its days begin."""
        return ZoneInfo(self.timezone)

    @property
    def measures(self) -> Iterator[Measure]:
        """All measures in the order of the text."""
        return (measure for section in self.sections for measure in section.measures)

    @property
    def targets(self) -> Iterator[Target]:
        """All targets in the order of the text."""
        return (target for measure in self.measures for target in measure.targets)

    def retired_on(self, day: date) -> tuple[Target, ...]:
        """The targets that had been ended by the end of `day`, and so are in no count."""
        return tuple(target for target in self.targets if target.retired_on(day))

    @property
    def baselines(self) -> dict[str, Decimal]:
        """The baselines that are known, by target."""
        return {target.id: target.baseline for target in self.targets if target.baseline is not None}

    @property
    def never_negative(self) -> frozenset[str]:
        """The targets whose value cannot lie below zero."""
        return frozenset(target.id for target in self.targets if target.never_negative)

    def target(self, target_id: str) -> Target | None:
        """The target that has, or had, this id."""
        if not self._by_id:
            names = {name: target for target in self.targets for name in (*target.former_ids, target.id)}
            object.__setattr__(self, "_by_id", names)
        return self._by_id.get(target_id)
