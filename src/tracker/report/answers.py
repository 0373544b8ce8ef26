"""What leaders ask, answered from one scope and counted once, for whatever shows it to them.

Are we on time; how many of each colour, and against the last period; the worst, and whose; what changed
colour; how the units stand; who has not reported, and for how long; what is due soon; what will miss at this
pace; and whether it can be trusted.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tracker.assess.assessment import Assessment
from tracker.assess.changes import Snapshot, TargetChange, changes
from tracker.assess.periods import DateRange, range_of
from tracker.assess.reporting import Duty, first_day
from tracker.assess.signal import Flag, Signal
from tracker.assess.summary import Role, Score, by_unit, score, summarize
from tracker.assess.workdays import Calendar
from tracker.model.period import year_of
from tracker.problems import count
from tracker.report.owners import ranked
from tracker.report.reporting import duties_of
from tracker.report.scope import Scope, scope_of_day
from tracker.report.selection import COLOURS, GRAVITY, by_lead, select
from tracker.report.standing import LAGGING, SignalClass, classes_of, gravity, is_late
from tracker.report.values import Percent, Phrase

# The colours of the signals, and what is not judged yet: every signal is in one of them.
CLASSES = {**COLOURS, "pending": (Signal.PENDING,)}
WORST = 10
# So many periods at most are looked back.
PERIODS = 24


@dataclass(frozen=True, slots=True)
class ColourClass:
    """The targets of one colour: how many, which share of all, and how many more than the period before."""

    colour: str  # one of CLASSES
    count: int
    share: Percent
    change: int


@dataclass(frozen=True, slots=True)
class SilentUnit:
    """A lead unit whose reports are late: of which targets, and for how many days the oldest."""

    unit: str
    duties: tuple[Duty, ...]
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """What the answers rest on. `figures` and `without` add up to the targets shown."""

    latest: date | None  # day of the latest figure
    figures: int  # targets with a figure
    without: int
    preliminary: int  # of the figures, those that are first ones
    verified: int  # of the figures, those that a second unit has verified
    source: str  # path of the policy text
    notice: str | None
    problems: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many targets had which signal at the end of a day."""

    day: date
    counts: Mapping[Signal, int]

    def of(self, colour: str) -> int:
        """How many had a signal of this colour."""
        return sum(self.counts[signal] for signal in CLASSES[colour])


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers about the targets shown. Signals and colours each add up to `total`."""

    scope: Scope
    span: DateRange  # the reporting period of the day
    elapsed: Percent  # of the year
    headline: Phrase
    signals: tuple[SignalClass, ...]
    colours: tuple[ColourClass, ...]
    trend: tuple[Count, ...]  # at the ends of the periods, the day itself last
    lagging: tuple[TargetChange, ...]  # the worst first
    accepted: tuple[TargetChange, ...]  # lag as well, which a document accepts until a day
    changed: tuple[TargetChange, ...]  # whose signal did: what became worse, then better, then the rest
    units: tuple[tuple[str, Score], ...]  # of lead units; the most that lag first, then the least completed
    silent: tuple[SilentUnit, ...]  # the longest first
    waiting: tuple[Duty, ...]  # silent, and the report that would end it is not late yet
    due: tuple[Assessment, ...]  # within 30 days and not done, the nearest first
    missing: tuple[Assessment, ...]  # will miss their deadline at this pace, the gravest first
    trust: Trust

    @property
    def total(self) -> int:
        """How many targets are shown."""
        return len(self.scope.shown)

    @property
    def since(self) -> date:
        """The day with which the day is compared: the last of the period before."""
        return self.span.previous.end

    @property
    def worst(self) -> tuple[TargetChange, ...]:
        """The ten worst: by signal, then those that are furthest behind."""
        return tuple(sorted(self.lagging, key=_severity)[:WORST])

    @property
    def missed(self) -> int:
        """How many have missed their deadline already."""
        return next(each.count for each in self.signals if each.signal is Signal.OVERDUE)


def past(scope: Scope) -> tuple[Snapshot, ...]:
    """Every target at the end of each period before that of the day, oldest first, since the first figure.

    That of the last period is always there. It depends on no filter: take it once for the pages of all units.
    """
    cadence = scope.book.catalogue.reporting.cadence
    began = first_day(scope.everything, scope.log, scope.as_of)
    span = range_of(cadence, scope.as_of).previous
    days = [span.end]
    while len(days) < PERIODS and span.previous.end >= began:
        span = span.previous
        days.append(span.end)
    return tuple(scope_of_day(scope, day).snapshot for day in reversed(days))


def answers(
    scope: Scope, calendar: Calendar, before: Sequence[Snapshot] | None = None, span: DateRange | None = None
) -> Answers:
    """The answers of a scope. `before` is what `past` gives; `span` another period of the day."""
    before = before or past(scope)
    items = compared(scope, before[-1])
    duties = duties_of(scope, calendar)
    trend = trend_of(scope, before)
    return Answers(
        scope=scope,
        span=span or range_of(scope.book.catalogue.reporting.cadence, scope.as_of),
        elapsed=Percent(year_of(scope.book.catalogue.year).elapsed(scope.as_of)),
        headline=_headline(trend[-1], len(scope.shown)),
        signals=classes_of(items, _selected(scope, before[-1])),
        colours=tuple(_colours(trend[-2], trend[-1], len(scope.shown))),
        trend=trend,
        lagging=lagging_of(items),
        accepted=accepted_of(items),
        changed=tuple(sorted((c for c in items if c.signal_changed), key=_turn)),
        units=_units(duties),
        silent=tuple(_silent(duties)),
        waiting=tuple(d for d in duties if d.assessment.signal is Signal.SILENT and not is_late(d)),
        due=tuple(
            sorted((a for a in scope.shown if Flag.DUE_SOON in a.flags), key=lambda found: found.period.end)
        ),
        missing=tuple(sorted((a for a in scope.shown if will_miss(a) and not a.accepted), key=by_lead)),
        trust=_trust(scope),
    )


def compared(scope: Scope, before: Snapshot) -> list[TargetChange]:
    """The targets shown, each with what it was before."""
    shown = {assessment.target.id for assessment in scope.shown}
    return [c for c in changes(before, scope.snapshot) if c.after and c.target.id in shown]


def trend_of(scope: Scope, before: Sequence[Snapshot]) -> tuple[Count, ...]:
    """How many targets had which signal at the end of each day before, and have on the day."""
    counts = [Count(each.day, _counts(_selected(scope, each))) for each in before]
    return (*counts, Count(scope.as_of, _counts(scope.shown)))


def lagging_of(items: Iterable[TargetChange]) -> tuple[TargetChange, ...]:
    """Those that lag, the worst first, without those of which it is accepted."""
    lagging = (c for c in items if _signal(c) in LAGGING and c.after and not c.after.accepted)
    return tuple(sorted(lagging, key=gravity))


def accepted_of(items: Iterable[TargetChange]) -> tuple[TargetChange, ...]:
    """Those that lag, and of which a document accepts it."""
    return tuple(c for c in items if _signal(c) in LAGGING and c.after and c.after.accepted)


def will_miss(assessment: Assessment) -> bool:
    """Whether it will not be met by a deadline that is still to come, if it goes on as it does.

    The forecast misses the goal, or it takes a pace above 1.5 times the best so far.
    """
    return assessment.signal not in {Signal.DONE, Signal.OVERDUE} and assessment.falls_short


def colour_of(signal: Signal) -> str:
    """The class of CLASSES that a signal is in."""
    return next(colour for colour, signals in CLASSES.items() if signal in signals)


def _selected(scope: Scope, snapshot: Snapshot) -> tuple[Assessment, ...]:
    """What would have been shown on that day."""
    return select(snapshot.assessments, scope.book.catalogue, scope.selection)


def _counts(assessments: Iterable[Assessment]) -> Mapping[Signal, int]:
    return summarize(assessments).counts


def _severity(change: TargetChange) -> tuple[int, object]:
    after = change.after
    return (LAGGING.index(after.signal), by_lead(after)) if after else (len(LAGGING), 0)


def _signal(change: TargetChange) -> Signal | None:
    return change.after.signal if change.after else None


def _turn(change: TargetChange) -> tuple[int, int]:
    """Worse, better, then what is neither; in each the gravest first."""
    signal = _signal(change)
    return (-1, 1, 0).index(change.course), GRAVITY.index(signal) if signal else len(GRAVITY)


def _headline(now: Count, total: int) -> Phrase:
    """Are we on time: how many are, and in what the others are not."""
    if not total:
        return Phrase("answers.nothing")
    green = now.of("green")
    if green == total:
        return Phrase("answers.all-on-time", {"total": total})
    rest = tuple(
        Phrase(f"answers.{colour}", {"count": now.of(colour)})
        for colour in ("red", "yellow", "grey", "pending")
        if now.of(colour)
    )
    share = Percent(Fraction(green, total))
    return Phrase("answers.headline", {"total": total, "green": green, "share": share, "rest": rest})


def _colours(before: Count, now: Count, total: int) -> Iterator[ColourClass]:
    for colour in CLASSES:
        of_colour = now.of(colour)
        share = Percent(Fraction(of_colour, max(total, 1)))
        yield ColourClass(colour, of_colour, share, of_colour - before.of(colour))


def _units(duties: Iterable[Duty]) -> tuple[tuple[str, Score], ...]:
    scores = {unit: score(group) for unit, group in by_unit(duties, Role.LEAD).items()}
    return tuple(ranked(ranked(scores, "completion"), "lagging").items())


def _silent(duties: Iterable[Duty]) -> Iterator[SilentUnit]:
    late = by_unit(filter(is_late, duties), Role.LEAD)
    units = [
        SilentUnit(unit, group, max(duty.owed.days_late for duty in group if duty.owed))
        for unit, group in late.items()
    ]
    yield from sorted(units, key=lambda found: -found.days)


def _trust(scope: Scope) -> Trust:
    latest = [assessment.latest for assessment in scope.shown if assessment.latest]
    return Trust(
        latest=max((point.day for point in latest), default=None),
        figures=len(latest),
        without=len(scope.shown) - len(latest),
        preliminary=sum(point.preliminary for point in latest),
        verified=sum(point.verified for point in latest),
        source=scope.book.catalogue.source,
        notice=scope.book.catalogue.notice,
        problems=count(scope.book.problems),
    )
