"""Every target and every measure held against the text: its number or its sentence, its units, its place."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tracker.draft.audit.comparison import Difference, alike, differences, equal
from tracker.draft.audit.index import TextIndex
from tracker.draft.audit.pairing import Pairing
from tracker.draft.audit.results import AuditedMeasure, AuditedTarget
from tracker.draft.audit.sight import Sight
from tracker.draft.audit.statement import Basis, PolicyStatement, statement_around
from tracker.draft.comparators import comparator_of, flipped
from tracker.draft.indicators import Trend, trend_of
from tracker.draft.mentions import Classification
from tracker.draft.periods import periods_in
from tracker.draft.reading import Reading
from tracker.draft.sentences import mask
from tracker.draft.text import Span, uniform
from tracker.model.catalogue import Catalogue, Measure, ReadingCheck, Target
from tracker.model.goal import Operator
from tracker.model.quantity import PERCENT
from tracker.model.rules.quotes import squeezed

# Words that mean a number without stating one.
_WORDED = re.compile(r"全覆盖|全面覆盖|应[\u4e00-\u9fff]尽[\u4e00-\u9fff]")
_HUNDRED = Decimal(100)
_AROUND = 30


def audited_targets(
    catalogue: Catalogue, index: TextIndex, pairing: Pairing, sight: Sight
) -> Iterator[AuditedTarget]:
    """Every target in the order of the catalogue, beside what the text says of it."""
    for target in catalogue.targets:
        span = pairing.spans.get(target.id)
        statement = _statement(target, span, index, pairing) if span else None
        if span is None or statement is None:
            line = index.reading.source.line_at(span.start) if span else None
            yield AuditedTarget(target, span, line, None)
            continue
        both = (*differences(target, statement), *sight.looks(target, statement))
        yield AuditedTarget(
            target,
            span,
            index.reading.source.line_at(statement.at),
            statement,
            differs=tuple(difference for difference in both if difference.check not in target.differs),
            agreed=tuple(difference for difference in both if difference.check in target.differs),
        )


def measures_of_text(
    catalogue: Catalogue, audited: Sequence[AuditedTarget], index: TextIndex
) -> dict[int, int]:
    """Which of the reading's measures each measure of the catalogue is: that of most of its quotes."""
    votes: dict[int, Counter[int]] = {}
    for one in audited:
        at = None if one.span is None else index.measure_at(one.span.start)
        if at is not None:
            votes.setdefault(one.target.measure, Counter())[at] += 1
    return {m.number: votes[m.number].most_common(1)[0][0] for m in catalogue.measures if m.number in votes}


def with_places(
    audited: Sequence[AuditedTarget], of_text: dict[int, int], index: TextIndex
) -> Iterator[AuditedTarget]:
    """The targets, each with whether its quote stands in the text of another measure."""
    number_of = {at: number for number, at in of_text.items()}
    for one in audited:
        at = None if one.span is None else index.measure_at(one.span.start)
        stands = None if at is None else number_of.get(at)
        if stands is None or stands == one.target.measure or at == of_text.get(one.target.measure):
            yield one
            continue
        elsewhere = Difference(ReadingCheck.MEASURE, str(one.target.measure), str(stands), ("quote",))
        if ReadingCheck.MEASURE in one.target.differs:
            yield replace(one, agreed=(*one.agreed, elsewhere))
        else:
            yield replace(one, differs=(elsewhere, *one.differs))


def audited_measures(
    catalogue: Catalogue, reading: Reading, of_text: dict[int, int]
) -> Iterator[AuditedMeasure]:
    """Every measure with the units that the text names for it, in their order."""
    for measure in catalogue.measures:
        at = of_text.get(measure.number)
        passage = None if at is None else reading.measures[at].passage
        if passage is None or not passage.units:
            yield AuditedMeasure(measure, None, None)
            continue
        clause = passage.owner_clauses[0]
        line = reading.source.line_at(reading.source.span(clause.start, clause.end).start)
        differs = tuple(_owners_differ(measure, passage.units))
        if ReadingCheck.OWNERS in measure.differs:
            yield AuditedMeasure(measure, passage.units, line, agreed=differs)
        else:
            yield AuditedMeasure(measure, passage.units, line, differs)


def plain(unit: str) -> str:
    """A unit's name with one form of brackets and without blanks."""
    return squeezed(uniform(unit))


def _statement(target: Target, span: Span, index: TextIndex, pairing: Pairing) -> PolicyStatement | None:
    if target.kind == "milestone":
        return _task(target, span, index)
    n = pairing.mentions.get(target.id)
    if n is None:
        return _unread_number(target, span, index) or _worded(span, index)
    statement = pairing.statements[n]
    if any(difference.check is ReadingCheck.NUMBER for difference in differences(target, statement)):
        return _unread_number(target, span, index, exactly=True) or statement
    return statement


def _task(target: Target, span: Span, index: TextIndex) -> PolicyStatement:
    """What the sentence says of a milestone; a deadline said of the whole measure holds for it too."""
    statement = _around(index, Basis.TASK, span)
    passage = index.passage_at(span.start)
    if statement.due == target.period.end or statement.since is not None or passage is None:
        return statement
    ranges = [(clause.start, clause.end) for clause in passage.owner_clauses]
    ranges += [passage.due] if passage.due else []
    for start, end in ranges:
        for period in periods_in(index.reading.source.text[start:end], index.reading.year):
            if period.until == target.period.end and not period.past:
                return replace(statement, due=period.until)
    return statement


def _unread_number(
    target: Target, span: Span, index: TextIndex, *, exactly: bool = False
) -> PolicyStatement | None:
    """A number in the quote that the reading takes for no target, though it is the catalogue's."""
    entries = [
        (entry, entry.value)
        for entry in index.entries_in(span)
        if entry.value is not None
        and entry.classification in {Classification.NOT_TARGET, Classification.BASELINE}
        and entry.unit
        and alike(entry.unit, target.unit)
    ]
    wanted = abs(target.goal.value)
    same = [(e, value) for e, value in entries if equal(value, e.unit, wanted, target.unit)]
    likely = same if exactly else same or entries
    if not likely:
        return None
    entry, value = likely[-1]
    start, end = index.range_of(Span(entry.start, entry.end))
    floor = max(0, start - _AROUND)
    masked = mask(index.reading.source.text[floor : end + _AROUND])
    operator, growth = comparator_of(masked, start - floor, end - floor, 0).operator, None
    if entry.unit == PERCENT:
        trend = trend_of(masked[: start - floor], masked[end - floor :], growth=False)
        growth = trend in {Trend.UP, Trend.DOWN}
        if trend is Trend.DOWN:
            operator, value = flipped(operator), -value
    lent = _around(index, Basis.NUMBER, Span(span.start, max(entry.end, span.start + 1)))
    return replace(lent, at=entry.start, operator=operator, value=value, unit=entry.unit, growth=growth)


def _worded(span: Span, index: TextIndex) -> PolicyStatement | None:
    """全覆盖 is 100 %."""
    worded = _WORDED.search(index.reading.source.text, *index.range_of(span))
    if worded is None:
        return None
    return replace(
        _around(index, Basis.WORDS, span),
        at=index.reading.source.at[worded.start()],
        operator=Operator.REACH,
        value=_HUNDRED,
        unit="%",
        growth=False,
    )


def _around(index: TextIndex, basis: Basis, span: Span) -> PolicyStatement:
    """What the paragraph of a quotation lends it."""
    quote = index.range_of(span)
    return statement_around(index.reading, basis, span.start, quote, index.paragraph_start(quote[0]))


def _owners_differ(measure: Measure, units: tuple[str, ...]) -> Iterator[Difference]:
    own, theirs = tuple(map(plain, measure.owners)), tuple(map(plain, units))
    if own == theirs:
        return
    if set(own) == set(theirs):
        places = [n for n, (unit, other) in enumerate(zip(own, theirs, strict=True)) if unit != other]
    else:
        places = [n for n, unit in enumerate(own) if unit not in theirs]
    mine, other = "、".join(measure.owners), "、".join(units)
    yield Difference(ReadingCheck.OWNERS, mine, other, ("owners", places[0]) if places else ("owners",))
