"""Every target held against the text: against its number, or its sentence where it has none."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.draft.account import Mention
from tracker.draft.audit.amounts import alike, equal
from tracker.draft.audit.compared import differences
from tracker.draft.audit.pairing import Pairing
from tracker.draft.audit.places import Places
from tracker.draft.audit.result import Checked
from tracker.draft.audit.said import Basis, Said, days_of
from tracker.draft.audit.sentence import Lent, lent_to
from tracker.draft.comparators import comparator_of, flipped
from tracker.draft.periods import periods_in
from tracker.draft.reading import Reading
from tracker.draft.reasons import Fate
from tracker.draft.script import Span
from tracker.draft.sentences import veil
from tracker.draft.trend import Trend, trend_of
from tracker.model.catalogue import Catalogue, ReadingCheck, Target
from tracker.model.goal import Operator
from tracker.model.quantity import PERCENT

# Words that mean a number without stating one.
_WORDED = re.compile(r"全覆盖|全面覆盖|应[\u4e00-\u9fff]尽[\u4e00-\u9fff]")
_HUNDRED = Decimal(100)
_TAIL = 30


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk while targets are compared."""

    reading: Reading
    places: Places
    mentions: tuple[Mention, ...]
    starts: Sequence[int]
    blocks: Sequence[int]  # where paragraphs begin, in the script's text
    pairing: Pairing

    def inside(self, span: Span) -> tuple[Mention, ...]:
        """The numbers that begin within a span of the source."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return self.mentions[first:last]


def desk(reading: Reading, places: Places, mentions: tuple[Mention, ...], pairing: Pairing) -> Desk:
    """Everything needed to compare targets."""
    starts, blocks = [mention.start for mention in mentions], [block.start for block in reading.blocks]
    return Desk(reading, places, mentions, starts, blocks, pairing)


def check_targets(catalogue: Catalogue, desk_: Desk) -> tuple[Checked, ...]:
    """Every target in the order of the catalogue."""
    return tuple(_checked(target, desk_) for target in catalogue.targets)


def _checked(target: Target, desk_: Desk) -> Checked:
    spot = desk_.pairing.spots.get(target.id)
    if spot is None:
        return Checked(target, Basis.NONE, None, None, None)
    said = _said(target, spot, desk_)
    line = desk_.reading.script.line_at(said.at if said else spot.start)
    if said is None:
        return Checked(target, Basis.NONE, spot, line, None)
    found = differences(target, said)
    return replace(
        Checked(target, said.basis, spot, line, said),
        differs=tuple(d for d in found if d.check not in target.differs),
        agreed=tuple(d for d in found if d.check in target.differs),
    )


def _said(target: Target, spot: Span, desk_: Desk) -> Said | None:
    if target.kind == "milestone":
        return _task(target, spot, desk_)
    n = desk_.pairing.aims.get(target.id)
    if n is None:
        return _number(target, spot, desk_) or _worded(spot, desk_)
    said = desk_.pairing.said[n]
    if any(found.check is ReadingCheck.NUMBER for found in differences(target, said)):
        return _number(target, spot, desk_, exactly=True) or said
    return said


def _task(target: Target, spot: Span, desk_: Desk) -> Said:
    """What the sentence says of a milestone; a deadline said of the whole measure holds for it too."""
    said = _lent(Basis.TASK, spot, desk_)
    drafted = desk_.places.drafted_at(spot.start)
    if said.due != target.period.end and said.since is None and drafted:
        text = desk_.reading.script.text
        ranges = [(clause.start, clause.end) for clause in drafted.part.responsible]
        ranges += [drafted.part.due] if drafted.part.due else []
        for start, end in ranges:
            for period in periods_in(text[start:end], desk_.reading.year):
                if period.until == target.period.end and not period.past:
                    return replace(said, due=period.until)
    return said


def _number(target: Target, spot: Span, desk_: Desk, *, exactly: bool = False) -> Said | None:
    """A number in the quote that the reading takes for no target, though it is the catalogue's."""
    known = [m for m in desk_.inside(spot) if m.value is not None and m.fate is Fate.NOT_TARGET]
    fits = [m for m in known if m.unit and alike(m.unit, target.unit)]
    wanted = abs(target.goal.value)
    same = [m for m in fits if m.value is not None and equal(m.value, m.unit, wanted, target.unit)]
    found = same if exactly else same or fits
    mention = found[-1] if found else None
    if mention is None or mention.value is None:
        return None
    start, end = desk_.places.script_range(Span(mention.start, mention.end))
    floor = max(0, start - _TAIL)
    veiled = veil(desk_.reading.script.text[floor : end + _TAIL])
    operator = comparator_of(veiled, start - floor, end - floor, 0).operator
    value, growth = mention.value, None
    if mention.unit == PERCENT:
        trend = trend_of(veiled[: start - floor], veiled[end - floor :], growth=False)
        growth = trend in {Trend.UP, Trend.DOWN}
        if trend is Trend.DOWN:
            operator, value = flipped(operator), -value
    said = _lent(Basis.NUMBER, Span(spot.start, max(mention.end, spot.start + 1)), desk_)
    return replace(said, at=mention.start, operator=operator, value=value, unit=mention.unit, growth=growth)


def _worded(spot: Span, desk_: Desk) -> Said | None:
    """全覆盖 is 100 %."""
    start, end = desk_.places.script_range(spot)
    found = _WORDED.search(desk_.reading.script.text, start, end)
    if found is None:
        return None
    at = desk_.reading.script.at[found.start()]
    said = _lent(Basis.WORDS, spot, desk_)
    return replace(said, at=at, operator=Operator.REACH, value=_HUNDRED, unit="%", growth=False)


def _lent(basis: Basis, spot: Span, desk_: Desk) -> Said:
    reading = desk_.reading
    start, end = desk_.places.script_range(spot)
    lent: Lent = lent_to(reading, start, end, _floor(spot, desk_))
    period = lent.period
    since, due = days_of(period.since if period else None, period.until if period else None, reading.year)
    words = reading.script.words(max(start, end - _TAIL), end)
    begins = since if period and period.since else None
    whole = days_of(None, None, reading.year) if lent.carried else None
    return Said(
        basis=basis, words=words, at=spot.start, since=begins, due=due, aspire=lent.aspire, whole=whole
    )


def _floor(spot: Span, desk_: Desk) -> int:
    """Where the paragraph of a quote begins, in the script's text."""
    start, _ = desk_.places.script_range(spot)
    n = bisect_left(desk_.blocks, start + 1) - 1
    return desk_.blocks[n] if n >= 0 else 0
