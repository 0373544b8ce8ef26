"""The catalogue that a reading leads to: targets with ids, and milestones where nothing is counted."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import groupby

from tracker.draft.account import account_of
from tracker.draft.ids import id_of
from tracker.draft.indicators import LONGEST_NAME
from tracker.draft.leftover import LeftOver, leftovers
from tracker.draft.measures import MeasurePassage
from tracker.draft.mentions import Confidence, Reason, TargetMention
from tracker.draft.milestones import dated_of, milestones_of
from tracker.draft.naming import named, of_measure
from tracker.draft.quotes import CONTROL, LONGEST_QUOTE, quote_of, told_from_others
from tracker.draft.reading import Reading, ReadMeasure
from tracker.draft.units import is_measured, is_ratio
from tracker.model.goal import Operator
from tracker.model.quantity import PLAIN_NUMBER

_PLAIN = re.compile(PLAIN_NUMBER)
_HUNDREDTH = Decimal("0.01")
# 左右 means within a tenth of the number where the text does not say what it means; our own reading.
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """One target of the catalogue to be, with where it stands and how sure the draft is of it."""

    id: str
    name: str
    kind: str
    operator: Operator
    value: Decimal | None
    upper: Decimal | None
    unit: str
    tolerance: Decimal | None
    better: str | None
    baseline: Decimal | None
    since: date | None
    due: date | None
    aspire: bool
    quote: str
    sentence: str
    line: int
    at: int  # where its number stands in the original
    confidence: Confidence
    doubts: tuple[str, ...]
    measure: int

    @property
    def certain(self) -> bool:
        """Whether nobody needs to look at it again."""
        return self.confidence is Confidence.HIGH


@dataclass(frozen=True, slots=True)
class ProposedMeasure:
    """One measure of the catalogue to be; without owners where the text names none."""

    number: int
    title: str
    section: str
    owners: tuple[str, ...]
    targets: tuple[Proposed, ...]
    line: int
    instead: tuple[Proposed, ...] = ()  # milestones, should all its targets be dropped


@dataclass(frozen=True, slots=True)
class Left:
    """A number that was not taken: why, its line (from 1), its words, and the target that it would be."""

    reason: Reason
    line: int
    number: str
    target: Proposed


@dataclass(frozen=True, slots=True)
class Proposal:
    """The catalogue to be, and what of the text's numbers it does not take."""

    title: str
    year: int
    measures: tuple[ProposedMeasure, ...]
    left: tuple[Left, ...] = ()

    @property
    def targets(self) -> Iterator[Proposed]:
        """All targets in the order of the text."""
        return (target for measure in self.measures for target in measure.targets)

    def sections(self) -> Iterator[tuple[str, tuple[ProposedMeasure, ...]]]:
        """The measures by the section they stand in."""
        for title, group in groupby(self.measures, key=lambda measure: measure.section):
            yield title, tuple(group)


def propose(reading: Reading) -> Proposal:
    """The catalogue that a reading leads to; a measure in which nothing is counted gets milestones."""
    measures = (_measure(reading, measure) for measure in reading.measures)
    entries = account_of(reading)
    passages = {measure.passage.number: measure.passage for measure in reading.measures}
    left = tuple(_left(reading, passages, n, one) for n, one in enumerate(leftovers(reading, entries), 1))
    title, sound = _clean(reading.outline.title), [m for m in measures if m.targets]
    return Proposal(title, reading.year, tuple(_told_apart(sound)), left)


def _told_apart(measures: Sequence[ProposedMeasure]) -> Iterator[ProposedMeasure]:
    """The measures, with the title of each behind names that targets of several have."""
    names = Counter(name for m in measures for name in {target.name for target in m.targets})
    for m in measures:
        yield replace(
            m, targets=tuple(replace(t, name=of_measure(t.name, m.title, names)) for t in m.targets)
        )


def _left(reading: Reading, passages: Mapping[int, MeasurePassage], place: int, left: LeftOver) -> Left:
    """A number that was not taken, with the target that it would be, in its measure or in one of its own."""
    mention = left.mention
    own = MeasurePassage(0, mention.name, mention.quote, (), (), "")
    target = _target(reading, passages.get(mention.measure, own), mention, place)
    return Left(left.reason, left.line, left.number, replace(target, id=f"x{place}"))


def revised(proposal: Proposal, answers: Mapping[str, Proposed | None]) -> Proposal:
    """The proposal with targets changed, taken of what was left, or, where the answer is None, dropped.

    A measure that loses all its numbers gets milestones; one that loses those too goes.
    """
    measures: list[ProposedMeasure] = []
    for measure in _with_taken(proposal, answers):
        answered = (answers.get(target.id, target) for target in measure.targets)
        targets = tuple(target for target in answered if target is not None) or measure.instead
        if targets:
            measures.append(replace(measure, targets=targets))
    return replace(proposal, measures=tuple(measures))


def _with_taken(proposal: Proposal, answers: Mapping[str, Proposed | None]) -> Iterator[ProposedMeasure]:
    """The measures with what was taken of what was left: where it stands, else in one of its own."""
    taken = [target for left in proposal.left if (target := answers.get(left.target.id))]
    last = max((measure.number for measure in proposal.measures), default=0)
    for measure in proposal.measures:
        more = list(measure.targets)
        for target in taken:
            if target.measure == measure.number:
                used = {one.id for one in more}
                more.append(
                    replace(target, id=id_of(target.measure, target.name, target.kind, target.unit, used))
                )
        yield replace(measure, targets=tuple(more))
    numbers = {measure.number for measure in proposal.measures}
    for n, target in enumerate((t for t in taken if t.measure not in numbers), last + 1):
        own = replace(target, id=id_of(n, target.name, target.kind, target.unit, ()), measure=n)
        yield ProposedMeasure(n, target.name, "", (), (own,), target.line)


def tolerance_of(value: Decimal, unit: str) -> Decimal:
    """How far 左右 may miss: a tenth of the number, a whole one where whole things are counted."""
    tenth = abs(value) * _TENTH
    if is_ratio(unit) or is_measured(unit):
        return tenth.quantize(_HUNDREDTH) if tenth >= _HUNDREDTH else tenth
    return max(tenth.quantize(Decimal(1)), Decimal(1))


def in_order(mention: TargetMention) -> tuple[Operator, Decimal | None, Decimal | None]:
    """The operator and the numbers of a target, the lower first; two that are equal are one to be reached."""
    value, upper = mention.value, mention.upper
    if value is None or upper is None:
        return mention.operator, value, upper
    if value == upper:
        return Operator.REACH, value, None
    return mention.operator, min(value, upper), max(value, upper)


def _measure(reading: Reading, measure: ReadMeasure) -> ProposedMeasure:
    passage = measure.passage
    stated = [target for target in measure.targets if _fits(target)]
    places = frozenset(target.at for target in stated)
    stated += dated_of(reading.source, passage, reading.year, places)
    counted = _targets(reading, passage, named(stated, _clean(passage.title), reading.year))
    instead: tuple[Proposed, ...] = ()
    if not all(target.certain for target in counted) or not counted:
        milestones = _targets(reading, passage, milestones_of(reading.source, passage, reading.year))
        instead = tuple(milestone for milestone in milestones if milestone.quote)
    targets = counted or instead
    return ProposedMeasure(
        number=passage.number,
        title=_clean(passage.title) or (targets[0].name if targets else ""),
        section=_clean(passage.section),
        owners=tuple(dict.fromkeys(filter(None, map(_clean, passage.units)))),
        targets=targets,
        line=reading.source.line_at(reading.source.span(*passage.heading).start),
        instead=instead if counted else (),
    )


def _fits(target: TargetMention) -> bool:
    """Whether a catalogue can hold its numbers."""
    numbers = (number for number in (target.value, target.upper) if number is not None)
    return all(_PLAIN.fullmatch(f"{number:f}") for number in numbers)


def _targets(
    reading: Reading, passage: MeasurePassage, mentions: Iterable[TargetMention]
) -> tuple[Proposed, ...]:
    used: set[str] = set()
    targets: list[Proposed] = []
    for n, mention in enumerate(mentions, 1):
        target = _target(reading, passage, mention, n)
        name = id_of(passage.number, target.name, target.kind, target.unit, used)
        used.add(name)
        targets.append(replace(target, id=name))
    return tuple(targets)


def _target(reading: Reading, passage: MeasurePassage, mention: TargetMention, place: int) -> Proposed:
    source = reading.source
    operator, value, upper = in_order(mention)
    lower = _lower_is_better(mention)
    about = operator is Operator.ABOUT and value is not None
    since, due = _days(mention, reading.year)
    start, end = source.span(*told_from_others(source.text, mention))
    quote = quote_of(source.original[start:end]) or quote_of(source.words(mention.at, mention.quote[1]))
    return Proposed(
        id="",
        name=_clean(mention.name) or _clean(passage.title)[:LONGEST_NAME] or f"{passage.number}.{place}",
        kind=mention.kind
        if mention.kind in {"growth", "share", "milestone"} or mention.unit != "%"
        else "share",
        operator=operator,
        value=value,
        upper=upper,
        unit=_clean(mention.unit) or ("%" if mention.kind == "milestone" else "个"),
        tolerance=tolerance_of(value, mention.unit) if about and value is not None else None,
        better=("lower" if lower else "higher") if about or (operator is Operator.REACH and lower) else None,
        baseline=_baseline(mention, value, lower=lower),
        since=since,
        due=due,
        aspire=mention.aspire,
        quote=quote,
        sentence=source.words(*(mention.sentence or mention.quote))[:LONGEST_QUOTE],
        line=source.line_at(source.span(mention.at, mention.at + 1).start),
        at=source.at[mention.at] if mention.at < len(source.at) else len(source.original),
        confidence=mention.confidence,
        doubts=mention.doubts,
        measure=passage.number,
    )


def _lower_is_better(mention: TargetMention) -> bool:
    if mention.value is None:
        return False
    return (
        mention.falls
        or mention.value < 0
        or (mention.baseline is not None and mention.baseline > mention.value)
    )


def _baseline(mention: TargetMention, value: Decimal | None, *, lower: bool) -> Decimal | None:
    """Where a target starts, if its kind has a start; none that lies beyond its number."""
    if mention.baseline is None or mention.kind not in {"cumulative", "level", "share"}:
        return None
    beyond = value is not None and mention.baseline > value and not lower
    return None if beyond else mention.baseline


def _days(mention: TargetMention, year: int) -> tuple[date | None, date | None]:
    """From and due where they differ from the catalogue's year."""
    since, due = mention.since, mention.due
    first, last = date(year, 1, 1), date(year, 12, 31)
    if due is not None and since is None and due < first:
        since = date(due.year, 1, 1)
    if since is not None and (due or last) < since:
        since = None
    return (None if since == first else since), (None if due == last and mention.kind != "milestone" else due)


def _clean(text: str) -> str:
    return CONTROL.sub("", text).strip()
