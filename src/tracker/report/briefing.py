"""The briefing of one period: what it says, counted once, before it is put into words; and its record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.assess.assessment import assess
from tracker.assess.changes import AdjustmentChange, ChangeKind, Snapshot, TargetChange, changes
from tracker.assess.periods import DateRange, per_period
from tracker.assess.reporting import Duty
from tracker.assess.revised import FigureChange, RevisionCause
from tracker.assess.signal import SOON, Flag, Signal
from tracker.assess.workdays import Calendar
from tracker.model.book import Book
from tracker.model.catalogue import Section, Target
from tracker.model.exact import size_of
from tracker.model.profile import Profile
from tracker.problems import ExitCode, TrackerError
from tracker.report.answers import Answers, answers
from tracker.report.attribution import Attributions, attribution_record
from tracker.report.changed import adjustment_record, figure_record, target_record
from tracker.report.records import record
from tracker.report.reporting import duties_of, owed_record
from tracker.report.scope import Scope, ViewOptions, facts, scope_of
from tracker.report.standing import SignalClass, is_late, now
from tracker.report.values import Percent, Record
from tracker.report.view import View

# So many times what is usual is worth a sentence.
UNUSUAL = 2
TURNS = (
    ChangeKind.NEWLY_DONE,
    ChangeKind.TURNED_GREEN,
    ChangeKind.TURNED_YELLOW,
    ChangeKind.TURNED_RED,
    ChangeKind.NEWLY_OVERDUE,
)


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """What moved in one section of the policy text, and of that what is worth a sentence."""

    section: Section
    items: tuple[TargetChange, ...]
    notable: tuple[TargetChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """Everything a briefing says.

    Every list but `retired` is part of `items`, in the order of the text unless said.
    """

    scope: Scope
    span: DateRange
    number: int
    unit: str | None
    written: date  # the day it is dated
    answers: Answers  # what leaders ask, of the same targets and the same two days
    items: tuple[TargetChange, ...]  # every target
    classes: tuple[SignalClass, ...]  # every signal; they add up to all items
    turned: dict[ChangeKind, tuple[TargetChange, ...]]
    progress: tuple[SectionProgress, ...]
    lagging: tuple[TargetChange, ...]
    accepted: tuple[TargetChange, ...]  # lag as well, which a document accepts until a day
    at_risk: tuple[TargetChange, ...]
    near: tuple[TargetChange, ...]  # the nearest deadline first
    owing: tuple[Duty, ...]  # whose report is late, whatever their signal
    waiting: tuple[Duty, ...]  # silent, and the report that would end it is not late yet
    units_asked: int  # lead units of targets that reports are asked of
    revised: tuple[FigureChange, ...]
    late: tuple[FigureChange, ...]
    adjusted: tuple[tuple[Target, AdjustmentChange], ...]
    retired: tuple[Target, ...]  # ended since the period before, and in no count any more
    conflicting: tuple[TargetChange, ...]  # units do not agree on the latest day

    @property
    def total(self) -> int:
        """How many targets there are."""
        return len(self.items)

    def of(self, signal: Signal) -> SignalClass:
        """The class of this signal."""
        return next(group for group in self.classes if group.signal is signal)


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingRequest:
    """What is to be written."""

    span: DateRange
    written: date  # the day on which it is written
    dated: date | None = None  # the day it is to bear, if another
    number: int | None = None
    unit: str | None = None
    known_on: date | None = None
    verified_only: bool = False  # of a book whose log is `Log.verified_only`
    profile: Profile | None = None


def briefing(book: Book, request: BriefingRequest, calendar: Calendar) -> Briefing:
    """The briefing of a period, compared with the one before.

    Raises TrackerError (usage) for a period that has not begun, or that ended before the first figure.
    """
    span = request.span
    if span.start > request.written:
        raise TrackerError("brief-future", ExitCode.USAGE, start=span.start, today=request.written)
    day = min(span.end, request.written)
    options = ViewOptions(
        as_of=day,
        known_on=request.known_on,
        profile=request.profile,
        verified_only=request.verified_only,
    )
    scope = scope_of(book, options)
    log = scope.log
    first = min((p[0].day for t in book.catalogue.targets if (p := log.points(t.id, date.max))), default=None)
    if first is None or first > day:
        raise TrackerError(
            "brief-no-figures" if first is None else "brief-early", ExitCode.USAGE, end=day, first=first
        )
    day_before = span.previous.end
    before = assess(book, day_before, known_on=request.known_on, profile=scope.profile)
    past = Snapshot(day=day_before, log=log, assessments=before)
    compared = changes(past, scope.snapshot)
    items = tuple(change for change in compared if change.after is not None)
    duties = duties_of(scope, calendar)
    known = answers(scope, calendar, (past,), span)
    return Briefing(
        scope=scope,
        span=span,
        number=request.number if request.number is not None else span.number,
        unit=request.unit,
        written=_dated(request, day),
        answers=known,
        items=items,
        classes=known.signals,
        turned={kind: tuple(c for c in items if kind in c.kinds) for kind in TURNS},
        progress=_progress(book, items, span),
        lagging=known.lagging,
        accepted=known.accepted,
        at_risk=tuple(c for c in items if Flag.AT_RISK in now(c).flags and not now(c).accepted),
        near=tuple(sorted((c for c in items if _near(c, day)), key=lambda c: now(c).period.end)),
        owing=tuple(d for d in duties if is_late(d)),
        waiting=known.waiting,
        units_asked=len({d.assessment.target.lead for d in duties if d.requests or d.owed}),
        revised=tuple(
            f for c in items for f in c.figures if f.cause in {RevisionCause.REVISED, RevisionCause.WITHDRAWN}
        ),
        late=tuple(f for c in items for f in c.figures if f.cause is RevisionCause.LATE),
        adjusted=tuple((c.target, adjusted) for c in items for adjusted in c.adjustments),
        retired=tuple(change.target for change in compared if change.after is None),
        conflicting=tuple(c for c in items if Flag.CONFLICTING in now(c).flags),
    )


def _dated(request: BriefingRequest, day: date) -> date:
    """The day it bears. Raises TrackerError (usage) for one before the day its figures are of."""
    if request.dated is not None and request.dated < day:
        raise TrackerError("brief-date-early", ExitCode.USAGE, written=request.dated, day=day)
    return request.dated or request.written


def _progress(book: Book, items: Sequence[TargetChange], span: DateRange) -> tuple[SectionProgress, ...]:
    """By section: targets whose value moved, or of which something was done."""
    days = (span.end - span.start).days + 1
    moved = [c for c in items if ChangeKind.VALUE in c.kinds or ChangeKind.NEWLY_DONE in c.kinds]
    groups = (
        (each, tuple(c for c in moved if c.target.section == each.number)) for each in book.catalogue.sections
    )
    return tuple(
        SectionProgress(section, found, tuple(c for c in found if is_notable(c, days)))
        for section, found in groups
        if found
    )


def is_notable(change: TargetChange, days: int) -> bool:
    """Whether a move in a period of so many days is worth a sentence.

    Something was finished, the signal turned, or it moved at least twice as much as a period of that length,
    or one of its own reports, brought before (the pace of the 90 days up to the period before).
    """
    if ChangeKind.NEWLY_DONE in change.kinds or change.signal_changed:
        return True
    pace = change.before.pace if change.before else None
    if not pace or not change.moved:
        return False
    usual = max(abs(per_period(change.target.reporting.cadence, pace)), abs(pace) * days * 12 / 365)
    return size_of(change.moved) >= UNUSUAL * usual


def _near(change: TargetChange, day: date) -> bool:
    assessment = now(change)
    return assessment.signal is not Signal.DONE and 0 <= (assessment.period.end - day).days <= SOON


def brief_view(content: Briefing, attributions: Attributions) -> View:
    """The briefing as a view that has no blocks: only facts and records."""
    catalogue = content.scope.book.catalogue
    return View(
        name="brief",
        title=catalogue.title,
        head=(),
        counts={group.signal: group.count for group in content.classes},
        total=content.total,
        blocks=(),
        foot=(),
        facts={
            **facts(content.scope),
            "period": content.span.code,
            "start": content.span.start,
            "end": content.span.end,
            "previous_end": content.span.previous.end,
            "number": content.number,
            "unit": content.unit,
            "classes": tuple(map(_class, content.classes)),
            "moved": tuple(c.target.id for group in content.progress for c in group.items),
            "lagging": tuple(c.target.id for c in content.lagging),
            "accepted": tuple(c.target.id for c in content.accepted),
            "at_risk": tuple(c.target.id for c in content.at_risk),
            "near": tuple(c.target.id for c in content.near),
            "conflicting": tuple(c.target.id for c in content.conflicting),
            "owing": tuple(
                {"id": d.assessment.target.id, **owed_record(d.owed, catalogue.year)} for d in content.owing
            ),
            "waiting": tuple(d.assessment.target.id for d in content.waiting),
            "revised": tuple(map(figure_record, (*content.revised, *content.late))),
            "adjusted": tuple(adjustment_record(target, adjusted) for target, adjusted in content.adjusted),
        },
        items="targets",
        make_records=lambda: tuple(_record(content, n, attributions) for n in range(content.total)),
    )


def _class(group: SignalClass) -> Record:
    return {
        "signal": group.signal,
        "count": group.count,
        "share": Percent(group.share),
        "change": group.change,
        "targets": tuple(c.target.id for c in group.items),
    }


def _record(content: Briefing, n: int, attributions: Attributions) -> Record:
    """One target as status knows it, with what changed and the commit that holds its figure."""
    change = content.items[n]
    figures = record(now(change))
    compared = {key: value for key, value in target_record(change).items() if key not in figures}
    commit = attribution_record(attributions.get(str(figures["file"])))
    return {**figures, **compared, **{key: commit[key] for key in ("commit", "attribution", "commits")}}
