"""Counts that add up."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracker.assess.assessment import Assessment
from tracker.assess.signal import Signal


@dataclass(frozen=True, slots=True)
class Summary:
    """How many targets have which signal; every signal is there, in order, and they add up to `total`."""

    total: int
    counts: Mapping[Signal, int]


def summarize(assessments: Iterable[Assessment]) -> Summary:
    """Count each target once."""
    found = Counter(assessment.signal for assessment in assessments)
    return Summary(found.total(), {signal: found[signal] for signal in Signal})
