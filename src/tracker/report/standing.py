"""How targets stand beside the period before: what lags by gravity, signals counted, late reports."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.assess.assessment import Assessment
from tracker.assess.changes import TargetChange
from tracker.assess.reporting import Duty, OwedState
from tracker.assess.signal import Signal
from tracker.assess.summary import shares, summarize
from tracker.report.selection import by_lead

# The worst first, and in each what turned this period before what has been so for longer.
LAGGING = (Signal.OVERDUE, Signal.FAR_BEHIND, Signal.BEHIND)


@dataclass(frozen=True, slots=True)
class SignalClass:
    """The targets of one signal: how many, which share of all, and how many more than the period before."""

    signal: Signal
    count: int
    share: Fraction
    change: int
    items: tuple[TargetChange, ...]


def now(change: TargetChange) -> Assessment:
    """The side after, which every target of one book has."""
    if change.after is None:
        raise LookupError(change.target.id)
    return change.after


def classes_of(items: Sequence[TargetChange], before: Iterable[Assessment]) -> tuple[SignalClass, ...]:
    """The targets by their signals, and how many more than among the assessments of the period before."""
    counts = summarize(map(now, items)).counts
    counts_before, share = summarize(before).counts, shares(counts)
    return tuple(
        SignalClass(
            signal,
            counts[signal],
            share[signal],
            counts[signal] - counts_before[signal],
            tuple(c for c in items if now(c).signal is signal),
        )
        for signal in Signal
    )


def gravity(change: TargetChange) -> tuple[int, bool, object]:
    """Overdue before far behind before behind; what turned this period first; then by lead."""
    assessment = now(change)
    return (LAGGING.index(assessment.signal), not change.signal_changed, by_lead(assessment))


def is_late(duty: Duty) -> bool:
    """Whether its report should have come by now."""
    return duty.owed is not None and duty.owed.state is OwedState.LATE
