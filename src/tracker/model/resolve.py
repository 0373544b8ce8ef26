"""From the catalogue as written to the catalogue as meant: defaults, inheritance, numbers like 1.2."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from tracker.model.amendments import Acceptance, Adjustment, PathRule, Retirement
from tracker.model.amendments_file import AcceptanceWritten, RetirementWritten
from tracker.model.catalogue import (
    Cadence,
    Catalogue,
    Ignored,
    Measure,
    Reporting,
    SavedView,
    Section,
    Target,
)
from tracker.model.catalogue_file import (
    AdjustmentWritten,
    CatalogueWritten,
    GoalWritten,
    MeasureWritten,
    PathWritten,
    ReportingWritten,
    TargetWritten,
    ViewWritten,
)
from tracker.model.goal import Goal, Operator
from tracker.model.kinds import KINDS, Kind
from tracker.model.period import Period
from tracker.model.profile import PROFILES, Escalation
from tracker.problems import Path

DONE = Decimal(100)


def resolve(written: CatalogueWritten, file: str) -> Catalogue:
    """The complete catalogue; assumes that the form is right and checks nothing."""
    signals = written.signals
    profile = PROFILES[signals.profile].override(
        behind=signals.behind,
        far_behind=signals.far_behind,
        far_behind_short=signals.far_behind_short,
        far_behind_rate=signals.far_behind_rate,
    )
    return Catalogue(
        title=written.title,
        year=written.year,
        language=written.language,
        source=written.source,
        notice=written.notice,
        profile=profile,
        sections=tuple(
            Section(
                section.number,
                section.title,
                tuple(
                    _measure(measure, section.number, written, ("sections", at, "measures", within))
                    for within, measure in enumerate(section.measures)
                ),
            )
            for at, section in enumerate(written.sections)
        ),
        file=file,
        reporting=_reporting(written.reporting),
        views={name: _view(view) for name, view in written.views.items()},
        verifiers=tuple(written.verifiers),
        escalation=Escalation(
            written.escalation.near, written.escalation.repeat, written.escalation.repeat_far
        ),
        brief_length=written.brief.length,
        timezone=written.timezone,
        ignore=tuple(Ignored(ignored.words, ignored.reason) for ignored in written.ignore),
    )


def _view(written: ViewWritten) -> SavedView:
    return SavedView(
        section=written.section,
        measure=written.measure,
        owner=written.owner,
        lead_only=written.lead_only,
        signal=written.signal,
        search=written.search,
        sort=written.sort,
        profile=written.profile,
    )


def _measure(measure: MeasureWritten, section: int, catalogue: CatalogueWritten, place: Path) -> Measure:
    targets = tuple(
        _target(target, f"{measure.number}.{at + 1}", measure, section, catalogue, (*place, "targets", at))
        for at, target in enumerate(measure.targets)
    )
    return Measure(
        measure.number, measure.title, tuple(measure.owners), targets, place, dict(measure.differs)
    )


def _target(
    target: TargetWritten,
    number: str,
    measure: MeasureWritten,
    section: int,
    catalogue: CatalogueWritten,
    place: Path,
) -> Target:
    kind = KINDS[target.kind]
    goal = goal_of(target.target)
    baseline = kind.baseline if target.baseline is None else target.baseline
    start = target.from_ or date(catalogue.year, 1, 1)
    due = target.due or target.target.done_by or date(catalogue.year, 12, 31)
    return Target(
        id=target.id,
        number=number,
        name=target.name,
        unit=target.unit or kind.unit or "",
        kind=target.kind,
        goal=goal,
        period=Period(start, due),
        path=_path(target.path, kind, goal, baseline),
        points=_by_day(target.path.points if target.path else None),
        baseline=baseline,
        aspire=target.strength == "aspire",
        quote=target.quote,
        owners=tuple(target.owners or measure.owners),
        reporting=_reporting(target.reporting or catalogue.reporting),
        adjustments=tuple(_adjustment(adjustment) for adjustment in target.adjustments),
        stages=dict(target.stages),
        measure=measure.number,
        section=section,
        place=place,
        former_ids=tuple(target.former_ids),
        retired=_retirement(target.retired),
        accepted=tuple(map(_acceptance, target.accept or ())),
        indicator=target.indicator,
        whole=target.whole,
        previous=_by_day(target.previous),
        differs=dict(target.differs),
    )


def goal_of(written: GoalWritten) -> Goal:
    """The goal that a `target:` mapping states."""
    operator = written.operator
    if written.between is not None:
        low, high = written.between
        return Goal(operator, low, upper=high)
    if operator is Operator.DONE_BY:
        return Goal(operator, DONE)
    value: Decimal = getattr(written, operator.value)
    return Goal(operator, value, tolerance=written.tolerance, better=written.better)


def _path(written: PathWritten | None, kind: Kind, goal: Goal, baseline: Decimal | None) -> PathRule:
    if written and written.points:
        return PathRule.POINTS
    if written and written.rule:
        return PathRule(written.rule)
    if goal.limits(baseline):
        return PathRule.HOLD  # an upper limit is either kept or not
    return PathRule(kind.path if baseline is not None else kind.path_without_baseline)


def _reporting(written: ReportingWritten) -> Reporting:
    return Reporting(Cadence(written.cadence), written.grace)


def _adjustment(written: AdjustmentWritten) -> Adjustment:
    return Adjustment(
        written.date,
        goal_of(written.target),
        written.document,
        written.reason,
        written.due or written.target.done_by,
        _by_day(written.path.points if written.path else None),
        PathRule(written.path.rule or PathRule.POINTS) if written.path else None,
    )


def _by_day(written: Mapping[date, Decimal] | None) -> tuple[tuple[date, Decimal], ...]:
    """Numbers in the order of their days."""
    return tuple(sorted((written or {}).items()))


def _retirement(written: RetirementWritten | None) -> Retirement | None:
    return Retirement(written.on, written.document, written.reason) if written else None


def _acceptance(written: AcceptanceWritten) -> Acceptance:
    return Acceptance(written.until, written.document, written.reason, written.from_)
