"""The audit of a catalogue: reading its text, comparing, accounting, and the problems that remain."""

from tracker.draft.audit.checks import audited_measures, audited_targets, measures_of_text, with_places
from tracker.draft.audit.findings import problems_of
from tracker.draft.audit.index import TextIndex
from tracker.draft.audit.numbers import audited_numbers, covered_by, is_counted
from tracker.draft.audit.pairing import pair
from tracker.draft.audit.results import Audit
from tracker.draft.audit.sight import Sight
from tracker.draft.reading import Reading, read
from tracker.model.catalogue import Catalogue


def audit(catalogue: Catalogue, original: str) -> Audit:
    """Hold the catalogue against the text it quotes. Periods without a year are in the catalogue's."""
    return audit_against(catalogue, read(original, catalogue.year, catalogue.year))


def audit_against(catalogue: Catalogue, reading: Reading) -> Audit:
    """Hold the catalogue against a text that has been read."""
    index = TextIndex(reading)
    pairing = pair(catalogue, index)
    sight = Sight(reading.source.original)
    compared = tuple(audited_targets(catalogue, index, pairing, sight))
    of_text = measures_of_text(catalogue, compared, index)
    targets = tuple(with_places(compared, of_text, index))
    measures = tuple(audited_measures(catalogue, reading, of_text))
    covered = covered_by(catalogue.ignore, index)
    numbers = tuple(audited_numbers(index, targets, pairing, covered, sight))
    counted = tuple(number for number in numbers if is_counted(number.entry))
    original = reading.source.original
    return Audit(
        catalogue=catalogue,
        original=original,
        numbers=counted,
        targets=targets,
        measures=measures,
        words_of_time=tuple(number for number in numbers if not is_counted(number.entry)),
        problems=tuple(problems_of(catalogue, targets, measures, counted, original)),
    )
