"""The catalogue that a reading proposes: targets with ids, and milestones where nothing is counted."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import groupby

from tracker.draft.aims import Aim, Confidence
from tracker.draft.milestones import milestones_of
from tracker.draft.parts import Part
from tracker.draft.reading import Reading
from tracker.draft.units import is_measured, is_ratio
from tracker.model.goal import Operator
from tracker.model.quantity import PLAIN_NUMBER

_PLAIN = re.compile(PLAIN_NUMBER)
_HUNDRED = Decimal(100)
# 左右 means within a tenth of the number where the text does not say what it means; our own reading.
TENTH = Decimal("0.1")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_LONGEST_QUOTE = 500


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
class Proposal:
    """The catalogue to be."""

    title: str
    year: int
    measures: tuple[ProposedMeasure, ...]

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
    measures = tuple(_measure(reading, drafted.part, drafted.aims) for drafted in reading.measures)
    return Proposal(_clean(reading.outline.title), reading.year, tuple(m for m in measures if m.targets))


def revised(proposal: Proposal, answers: Mapping[str, Proposed | None]) -> Proposal:
    """The proposal with targets changed or, where the answer is None, dropped.

    A measure that loses all its numbers gets milestones; one that loses those too goes.
    """
    measures: list[ProposedMeasure] = []
    for measure in proposal.measures:
        answered = (answers.get(target.id, target) for target in measure.targets)
        kept = tuple(target for target in answered if target is not None) or measure.instead
        if kept:
            measures.append(replace(measure, targets=kept))
    return replace(proposal, measures=tuple(measures))


def _measure(reading: Reading, part: Part, aims: tuple[Aim, ...]) -> ProposedMeasure:
    counted = tuple(_target(reading, part, aim, n + 1) for n, aim in enumerate(filter(_fits, aims)))
    instead: tuple[Proposed, ...] = ()
    if not all(target.certain for target in counted) or not counted:
        milestones = milestones_of(reading.script, part, reading.year)
        named = (_target(reading, part, aim, n + 1) for n, aim in enumerate(milestones))
        instead = tuple(milestone for milestone in named if milestone.quote)
    targets = counted or instead
    line = reading.script.line_at(reading.script.span(*part.heading).start)
    units = tuple(dict.fromkeys(filter(None, map(_clean, part.units))))
    title = _clean(part.title) or (targets[0].name if targets else "")
    return ProposedMeasure(
        part.number, title, _clean(part.section), units, targets, line, instead if counted else ()
    )


def _fits(aim: Aim) -> bool:
    """Whether a catalogue can hold its numbers."""
    return all(_PLAIN.fullmatch(f"{number:f}") for number in (aim.value, aim.upper) if number is not None)


def _target(reading: Reading, part: Part, aim: Aim, place: int) -> Proposed:
    script = reading.script
    operator, value, upper = aim.operator, aim.value, aim.upper
    if value is not None and upper is not None:
        value, upper = min(value, upper), max(value, upper)
        if value == upper:
            operator, upper = Operator.REACH, None
    lower = _lower_is_better(aim)
    about = operator is Operator.ABOUT and value is not None
    baseline = aim.baseline if aim.kind in {"cumulative", "level", "share"} else None
    directed = about or (operator is Operator.REACH and lower)
    if baseline is not None and value is not None and baseline > value and not lower:
        baseline = None
    since, due = _days(aim, reading.year)
    span = script.span(*aim.quote)
    quote = _quote(script.source[span.start : span.end]) or _quote(script.words(aim.at, aim.quote[1]))
    return Proposed(
        id=f"m{part.number}-t{place}",
        name=_clean(aim.name) or _clean(part.title)[:40] or f"{part.number}.{place}",
        kind=aim.kind if aim.kind in {"growth", "share", "milestone"} or aim.unit != "%" else "share",
        operator=operator,
        value=value,
        upper=upper,
        unit=_clean(aim.unit) or ("%" if aim.kind == "milestone" else "个"),
        tolerance=tolerance_of(value, aim.unit) if about and value is not None else None,
        better=("lower" if lower else "higher") if directed else None,
        baseline=baseline,
        since=since,
        due=due,
        aspire=aim.aspire,
        quote=quote,
        sentence=script.words(*(aim.sentence or aim.quote))[:_LONGEST_QUOTE],
        line=script.line_at(script.span(aim.at, aim.at + 1).start),
        confidence=aim.confidence,
        doubts=aim.doubts,
        measure=part.number,
    )


def tolerance_of(value: Decimal, unit: str) -> Decimal:
    """How far 左右 may miss: a tenth of the number, a whole one where whole things are counted."""
    tenth = abs(value) * TENTH
    if is_ratio(unit) or is_measured(unit):
        return tenth.quantize(Decimal("0.01")) if tenth >= Decimal("0.01") else tenth
    return max(tenth.quantize(Decimal(1)), Decimal(1))


def _lower_is_better(aim: Aim) -> bool:
    if aim.value is None:
        return False
    return aim.falls or aim.value < 0 or (aim.baseline is not None and aim.baseline > aim.value)


def _days(aim: Aim, year: int) -> tuple[date | None, date | None]:
    """From and due where they differ from the catalogue's year."""
    since, due = aim.since, aim.due
    first, last = date(year, 1, 1), date(year, 12, 31)
    if due is not None and since is None and due < first:
        since = date(due.year, 1, 1)
    if since is not None and (due or last) < since:
        since = None
    return (None if since == first else since), (None if due == last and aim.kind != "milestone" else due)


def _quote(source: str) -> str:
    """The words without blanks, cut where a character stands that no catalogue can hold."""
    words = "".join(source.split())
    parts = _CONTROL.split(words)
    return max(parts, key=len)[:_LONGEST_QUOTE] if parts else ""


def _clean(text: str) -> str:
    return _CONTROL.sub("", text).strip()
