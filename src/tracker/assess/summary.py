"""Counts that add up: of signals, and what each unit's targets come to."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from tracker.assess.assessment import Assessment
from tracker.assess.reporting import Arrival, Duty, OwedState
from tracker.assess.signal import Signal


@dataclass(frozen=True, slots=True)
class Summary:
    """How many targets have which signal; every signal is there, in order, and they add up to `total`."""

    total: int
    counts: Mapping[Signal, int]


def shares(counts: Mapping[Signal, int]) -> dict[Signal, Fraction]:
    """Each count as a share of all; all are 0 where nothing is counted."""
    total = sum(counts.values())
    return {signal: Fraction(count, max(total, 1)) for signal, count in counts.items()}


def summarize(assessments: Iterable[Assessment]) -> Summary:
    """Count each target once."""
    counts = Counter(assessment.signal for assessment in assessments)
    return Summary(counts.total(), {signal: counts[signal] for signal in Signal})


class Role(StrEnum):
    """As what a unit is responsible for a target."""

    LEAD = "lead"  # 牵头: named first
    PARTICIPANT = "participant"  # 参与: named after it


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Some targets taken together. The counts add up to `targets`, the arrivals to `due`."""

    targets: int
    counts: Mapping[Signal, int]
    completion: Fraction | None  # the mean
    due: int  # reports whose day has passed
    arrivals: Mapping[Arrival, int]
    owing: int  # targets whose report is late
    waiting: int  # targets whose report is asked for, with time left
    promises_overdue: int  # targets whose promised day has passed

    @property
    def lagging(self) -> int:
        """Targets that are behind, overdue or silent."""
        lag = (Signal.BEHIND, Signal.FAR_BEHIND, Signal.OVERDUE, Signal.SILENT)
        return sum(self.counts[signal] for signal in lag)

    @property
    def punctuality(self) -> Fraction | None:
        """Reports in time as a share of those due (及时率)."""
        return Fraction(self.arrivals[Arrival.ON_TIME], self.due) if self.due else None


def score(duties: Iterable[Duty], since: date = date.min) -> Score:
    """The score of these targets; of reports only those due on `since` or later."""
    group = tuple(duties)
    summary = summarize(duty.assessment for duty in group)
    arrivals = [request.arrival for duty in group for request in duty.requests if request.due >= since]
    states = [duty.owed.state for duty in group if duty.owed]
    return Score(
        targets=summary.total,
        counts=summary.counts,
        completion=mean_completion(duty.assessment for duty in group),
        due=len(arrivals),
        arrivals={arrival: arrivals.count(arrival) for arrival in Arrival},
        owing=states.count(OwedState.LATE),
        waiting=states.count(OwedState.WAITING),
        promises_overdue=sum(duty.assessment.breaks_promise for duty in group),
    )


def by_unit(duties: Iterable[Duty], role: Role) -> dict[str, tuple[Duty, ...]]:
    """The targets of each unit in this role, units in the order in which they come.

    A target has one lead, and as many participants as it names after it.
    """
    groups: dict[str, list[Duty]] = {}
    for duty in duties:
        owners = duty.assessment.target.owners
        for unit in dict.fromkeys(owners[:1] if role is Role.LEAD else owners[1:]):
            groups.setdefault(unit, []).append(duty)
    return {unit: tuple(group) for unit, group in groups.items()}


def mean_completion(assessments: Iterable[Assessment]) -> Fraction | None:
    """The plain mean of completions, each counted at least 0 and at most 100 %; None where there is none.

    Left out: rates (growth, and shares that are judged as rates), targets without a completion, and those
    whose higher completion is worse (limits that are used up, falls that are allowed).
    """
    shares = [share for assessment in assessments if (share := _share(assessment)) is not None]
    return sum(shares, Fraction(0)) / len(shares) if shares else None


def _share(assessment: Assessment) -> Fraction | None:
    if assessment.completion is None:
        return None
    schedule = assessment.inputs.schedule
    share = min(max(assessment.completion, Fraction(0)), Fraction(1))
    return None if schedule.uses_up or schedule.is_rate else share
