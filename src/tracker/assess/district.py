"""One district on one day as plain values: they go from process to process, and hold nothing open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from tracker.assess.assessment import Assessment, assess
from tracker.assess.reporting import Arrival, duties, first_day
from tracker.assess.signal import Signal
from tracker.assess.summary import mean_completion, score
from tracker.assess.workdays import Calendar
from tracker.model.book import Book
from tracker.model.datapackage import Package, Published
from tracker.model.indicators import Indicators
from tracker.model.profile import PROFILES
from tracker.model.quantity import ExactNumber
from tracker.problems import Problem, count


class DistrictState(StrEnum):
    """Whether a district counts, or else why it does not."""

    READ = "read"
    MISSING = "missing"  # there is nothing where it should be
    BROKEN = "broken"  # its catalogue cannot be used
    UNREACHABLE = "unreachable"  # git cannot fetch it
    SLOW = "slow"  # it took longer than was allowed
    FAILED = "failed"  # anything else
    OTHER_YEAR = "other_year"  # its figures are of another year than those of the others


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictOptions:
    """How every district is looked at, the same for all. `since` is the day to compare with."""

    as_of: date
    now: datetime
    known_on: date | None = None
    since: date | None = None
    profile: str | None = None
    verified_only: bool = False  # whether only verified figures count; a data package has none
    indicators: Indicators | None = None
    seconds: int = 60  # longer than that no district is waited for
    cache: bool = True  # whether workspaces' caches are used
    clones: str = ""  # the folder in which fetched repositories are kept


class Figure(NamedTuple):
    """One target of a district on the day; numbers in its own unit, `expected` too, shares of one.

    What a data package publishes has neither goal nor signal.

    `file` and `entry` are where the figure stands; `before` is what it was on the day compared with.
    """

    id: str
    number: str
    code: str | None
    name: str
    lead_unit: str
    kind: str
    unit: str
    operator: str | None
    goal: Decimal | None
    baseline: ExactNumber | None
    actual: ExactNumber | None
    actual_date: date | None
    part: Decimal | None
    whole: Decimal | None
    completion: Fraction | None
    expected: Fraction | None
    lead: Fraction | None
    signal: Signal | None
    by: str | None
    file: str | None
    entry: str | None
    before: ExactNumber | None
    part_before: Decimal | None
    whole_before: Decimal | None
    completion_before: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictResult:
    """What came of one district. Where it was not read, `error` names the sentence that says why.

    Means and counts are of the targets that have a shared code, or of all where nothing is shared.
    """

    name: str
    place: str  # its folder or repository as it was named
    state: DistrictState = DistrictState.READ
    error: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()  # the first few
    problem_count: int = 0
    revision: str | None = None  # the commit it was read at
    title: str = ""
    year: int = 0  # 0 where it is not said
    figures: tuple[Figure, ...] = ()
    refused: Mapping[str, Problem] = field(default_factory=dict)  # by code: why a figure is not taken
    signals: Mapping[Signal, int] = field(default_factory=dict)
    completion: Fraction | None = None  # the mean
    completion_before: Fraction | None = None
    lead: Fraction | None = None  # the mean, of what is not judged as a rate
    due: int = 0  # reports whose day has passed
    on_time: int = 0

    @property
    def is_read(self) -> bool:
        """Whether it counts."""
        return self.state is DistrictState.READ

    @property
    def punctuality(self) -> Fraction | None:
        """Reports in time as a share of those due (及时率)."""
        return Fraction(self.on_time, self.due) if self.due else None


SHOWN_PROBLEMS = 3


def district_result(
    name: str,
    place: str,
    book: Book,
    refused: Sequence[tuple[str, Problem]],
    options: DistrictOptions,
    calendar: Calendar,
    revision: str | None = None,
) -> DistrictResult:
    """The district whose book this is; `refused` are codes of targets that are not what the codes say."""
    log = book.log if options.known_on is None else book.log.known_on(options.known_on)
    profile = PROFILES[options.profile] if options.profile else None
    everything = assess(book, options.as_of, known_on=options.known_on, profile=profile)
    before = _before(book, options)
    not_taken = dict(refused)
    known = options.indicators.by_code if options.indicators else {}
    group = [
        assessment
        for assessment in everything
        if not known
        or (assessment.target.indicator in known and assessment.target.indicator not in not_taken)
    ]
    began = first_day(everything, log, options.as_of)
    found = score(duties(group, log, options.as_of, began, calendar))
    leads = [a.lead for a in group if a.lead is not None and not a.inputs.schedule.is_rate]
    compared = [before[a.target.id] for a in group if a.target.id in before]
    return DistrictResult(
        name=name,
        place=place,
        problems=book.problems[:SHOWN_PROBLEMS],
        problem_count=count(book.problems),
        revision=revision,
        title=book.catalogue.title,
        year=book.catalogue.year,
        figures=tuple(_figure(assessment, before.get(assessment.target.id)) for assessment in everything),
        refused=not_taken,
        signals=found.counts,
        completion=found.completion,
        completion_before=mean_completion(compared),
        lead=sum(leads, Fraction(0)) / len(leads) if leads else None,
        due=found.due,
        on_time=found.arrivals[Arrival.ON_TIME],
    )


def package_result(
    name: str, place: str, package: Package, refused: Mapping[str, Problem], options: DistrictOptions
) -> DistrictResult:
    """A district that publishes a data package: its values up to the day, by their codes or ids.

    It is of the year of its latest value: one of last year may be published after New Year.
    """
    days = [day for value in package.values if value.exact is not None and (day := package.day_of(value))]
    return DistrictResult(
        name=name,
        place=place,
        title=package.title or "",
        year=max(days).year if days else 0,
        figures=tuple(_published(value, package.day_of(value), options) for value in package.values),
        refused=refused,
    )


def _published(value: Published, day: date | None, options: DistrictOptions) -> Figure:
    told = not options.verified_only and (day is None or day <= options.as_of)
    base: dict[str, object] = dict.fromkeys(Figure._fields)
    base |= {"id": value.id, "number": "", "code": value.code, "name": value.name or value.id}
    base |= {"lead_unit": "", "kind": value.kind or "", "unit": value.unit or ""}
    if told:
        base |= {"actual": value.exact, "actual_date": day, "part": value.part, "whole": value.whole}
    return Figure(**base)  # type: ignore[arg-type]


def _before(book: Book, options: DistrictOptions) -> dict[str, Assessment]:
    if options.since is None:
        return {}
    profile = PROFILES[options.profile] if options.profile else None
    earlier = assess(book, options.since, known_on=options.known_on, profile=profile)
    return {assessment.target.id: assessment for assessment in earlier}


def _figure(assessment: Assessment, before: Assessment | None) -> Figure:
    target, latest = assessment.target, assessment.latest
    entry = latest.entry if latest else None
    part, whole = _counted(assessment)
    part_before, whole_before = _counted(before) if before else (None, None)
    return Figure(
        id=target.id,
        number=target.number,
        code=target.indicator,
        name=target.name,
        lead_unit=target.lead,
        kind=target.kind,
        unit=target.unit,
        operator=assessment.goal.operator.value,
        goal=assessment.goal.value,
        baseline=target.baseline,
        actual=assessment.actual,
        actual_date=latest.day if latest else None,
        part=part,
        whole=whole,
        completion=assessment.completion,
        expected=assessment.expected,
        lead=assessment.lead,
        signal=assessment.signal,
        by=entry.report.by if entry else None,
        file=entry.report.file if entry else None,
        entry=entry.ref if entry else None,
        before=before.actual if before else None,
        part_before=part_before,
        whole_before=whole_before,
        completion_before=before.completion if before else None,
    )


def _counted(assessment: Assessment) -> tuple[Decimal | None, Decimal | None]:
    """Part and whole of the latest figure, where it was counted."""
    return assessment.counted or (None, None)
