"""Counts that add up."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tracker.assess.assessment import Assessment
from tracker.assess.signal import Signal


@dataclass(frozen=True, slots=True)
class Summary:
    """How many targets have which signal; every signal is there, in order, and they add up to `total`."""

    total: int
    counts: Mapping[Signal, int]


def shares(counts: Mapping[Signal, int]) -> dict[Signal, Decimal]:
    """Each count in per cent of all, to one decimal, so that together they are exactly 100.0.

    By largest remainder (Hare quota): what rounding down leaves goes to the largest remainders, and among
    equal ones to the signal that comes first. All are 0 where nothing is counted.
    """
    total = sum(counts.values())
    if not total:
        return dict.fromkeys(counts, Decimal("0.0"))
    tenths = {signal: divmod(count * 1000, total) for signal, count in counts.items()}
    left = 1000 - sum(whole for whole, _ in tenths.values())
    favoured = sorted(counts, key=lambda signal: -tenths[signal][1])[:left]
    return {
        signal: Decimal(whole + (signal in favoured)).scaleb(-1).quantize(Decimal("0.1"))
        for signal, (whole, _) in tenths.items()
    }


def summarize(assessments: Iterable[Assessment]) -> Summary:
    """Count each target once."""
    found = Counter(assessment.signal for assessment in assessments)
    return Summary(found.total(), {signal: found[signal] for signal in Signal})
