"""Numbers with units that a draft does not take: where, why, and the targets that they would be."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.draft.account import AccountEntry
from tracker.draft.comparators import comparator_of, flipped
from tracker.draft.indicators import Trend, kind_of, shown_name, trend_of
from tracker.draft.mentions import Reason, TargetMention
from tracker.draft.numbers import quantities_in
from tracker.draft.reading import Reading
from tracker.draft.sentences import mask
from tracker.draft.units import TIME, is_ratio

# What is read as one of these may be a target all the same; names, dates and numbering are not.
_MAYBE = frozenset(
    (
        Reason.PAST,
        Reason.NOTE,
        Reason.OUTSIDE,
        Reason.UNCLEAR,
        Reason.EXISTING,
        Reason.LISTED,
        Reason.CLASS,
        Reason.THRESHOLD,
        Reason.SUBSIDY,
        Reason.FREQUENCY,
        Reason.DURATION,
    )
)
_MARK = re.compile(r"[，。；：！？、]")
_REACH = 80
_NEAR, _MOST = 2, 12


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A number that was not taken: why, its line (from 1), its words, and the target it would be."""

    reason: Reason
    line: int
    number: str
    mention: TargetMention


def leftovers(reading: Reading, entries: Sequence[AccountEntry]) -> Iterator[LeftOver]:
    """What was not taken though it has a unit that is none of time, in the order of the text."""
    ranges = sorted(
        (start, end, measure.passage.number)
        for measure in reading.measures
        for start, end in (measure.passage.heading, *measure.passage.body)
    )
    masked = mask(reading.source.text)
    for entry in entries:
        if entry.reason in _MAYBE and entry.value is not None and entry.unit and entry.unit not in TIME:
            at = bisect_left(reading.source.at, entry.start)
            n = bisect_left(ranges, (at + 1,)) - 1
            measure = ranges[n][2] if n >= 0 and at < ranges[n][1] else 0
            if mention := mention_at(reading, masked, at, entry, measure):
                yield LeftOver(entry.reason, entry.line, entry.text, mention)


def mention_at(
    reading: Reading, masked: str, at: int, entry: AccountEntry, measure: int
) -> TargetMention | None:
    """The target that a number would be, by its own clause alone; None where it reads as no number."""
    text = reading.source.text
    end = at + len(entry.text)
    before, behind = text[max(0, at - _REACH) : at], text[end : end + _REACH]
    start = at - len(_MARK.split(before)[-1])
    stop = end + len(_MARK.split(behind)[0])
    found = [quantity for quantity in quantities_in(masked[at:stop]) if quantity.start == 0]
    if not found:
        return None
    quantity = found[0]
    ranged = quantity.upper is not None
    comparator = comparator_of(masked, at, at + quantity.end, start, ranged=ranged)
    left = masked[start:at]
    trend = trend_of(left, "", growth=quantity.growth) if is_ratio(quantity.unit) else Trend.NONE
    kind = kind_of(left, quantity.unit, trend, after=comparator.after)
    operator, value, upper = comparator.operator, quantity.value, quantity.upper
    if trend is Trend.DOWN:
        operator = flipped(operator)
        value, upper = (-value, None) if upper is None else (-upper, -value)
    name = shown_name(left, kind, trend, "") or shown_name(masked[comparator.end : stop], kind, trend, "")
    mention = TargetMention(
        measure=measure,
        name=name,
        kind=kind,
        operator=operator,
        value=value,
        upper=upper,
        unit=quantity.unit,
        quote=(start, stop),
        at=at,
        doubts=("left-over",),
    )
    return replace(mention, sentence=(start, stop))


def spans(lines: Iterable[int]) -> str:
    """Lines as ranges: 14-34, 40; two that have no more than one line between them go together."""
    runs: list[list[int]] = []
    for line in sorted(set(lines)):
        if runs and line - runs[-1][-1] <= _NEAR:
            runs[-1].append(line)
        else:
            runs.append([line])
    shown = [f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    return ", ".join((*shown[:_MOST], "…") if len(shown) > _MOST else shown)
