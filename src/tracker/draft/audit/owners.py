"""The responsible units of each measure held against the text, and quotes against their own measure."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from tracker.draft.audit.compared import Difference
from tracker.draft.audit.places import Places
from tracker.draft.audit.result import Checked, CheckedMeasure
from tracker.draft.reading import Drafted, Reading
from tracker.draft.script import uniform
from tracker.model.catalogue import Catalogue, Measure, ReadingCheck
from tracker.model.rules.quotes import squeezed


def parts_of(catalogue: Catalogue, checked: tuple[Checked, ...], places: Places) -> dict[int, int]:
    """Which of the reading's measures each measure of the catalogue is: that of most of its quotes."""
    votes: dict[int, Counter[int]] = {}
    for one in checked:
        at = None if one.spot is None else places.measure_at(one.spot.start)
        if at is not None:
            votes.setdefault(one.target.measure, Counter())[at] += 1
    return {m.number: votes[m.number].most_common(1)[0][0] for m in catalogue.measures if m.number in votes}


def check_places(checked: tuple[Checked, ...], parts: dict[int, int], places: Places) -> Iterator[Checked]:
    """The targets, each with whether its quote stands in the text of another measure."""
    owner_of = {part: number for number, part in parts.items()}
    for one in checked:
        at = None if one.spot is None else places.measure_at(one.spot.start)
        stands = None if at is None else owner_of.get(at)
        if stands is None or stands == one.target.measure or at == parts.get(one.target.measure):
            yield one
            continue
        found = Difference(ReadingCheck.MEASURE, str(one.target.measure), str(stands), ("quote",))
        if ReadingCheck.MEASURE in one.target.differs:
            yield replace(one, agreed=(*one.agreed, found))
        else:
            yield replace(one, differs=(found, *one.differs))


def check_owners(catalogue: Catalogue, reading: Reading, parts: dict[int, int]) -> Iterator[CheckedMeasure]:
    """Every measure with the units that the text names for it, in their order."""
    for measure in catalogue.measures:
        at = parts.get(measure.number)
        drafted = None if at is None else reading.measures[at]
        units = drafted.part.units if drafted else ()
        if drafted is None or not units:
            yield CheckedMeasure(measure, None, None)
            continue
        line = _line(reading, drafted)
        found = tuple(_differences(measure, units))
        agreed = ReadingCheck.OWNERS in measure.differs
        yield CheckedMeasure(measure, units, line, () if agreed else found, found if agreed else ())


def _line(reading: Reading, drafted: Drafted) -> int:
    clause = drafted.part.responsible[0]
    return reading.script.line_at(reading.script.span(clause.start, clause.end).start)


def _differences(measure: Measure, units: tuple[str, ...]) -> Iterator[Difference]:
    own, theirs = tuple(map(plain, measure.owners)), tuple(map(plain, units))
    if own == theirs:
        return
    if set(own) == set(theirs):
        n = next(n for n, (mine, other) in enumerate(zip(own, theirs, strict=True)) if mine != other)
        yield Difference(ReadingCheck.OWNERS, "、".join(measure.owners), "、".join(units), ("owners", n))
        return
    extra = [n for n, unit in enumerate(own) if unit not in theirs]
    path = ("owners", extra[0]) if extra else ("owners",)
    yield Difference(ReadingCheck.OWNERS, "、".join(measure.owners), "、".join(units), path)


def plain(unit: str) -> str:
    """A unit's name with one form of brackets and without blanks."""
    return squeezed(uniform(unit))
