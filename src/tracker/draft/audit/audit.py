"""The audit of a catalogue: reading its text, comparing, accounting, and the problems that remain."""

from tracker.draft.account import account_of
from tracker.draft.audit.complaints import complaints
from tracker.draft.audit.numbers import covered_by, is_number, outcomes
from tracker.draft.audit.owners import check_owners, check_places, parts_of
from tracker.draft.audit.pairing import pair
from tracker.draft.audit.places import Places
from tracker.draft.audit.result import Audit
from tracker.draft.audit.targets import check_targets, desk
from tracker.draft.reading import Reading, read
from tracker.model.catalogue import Catalogue


def audit(catalogue: Catalogue, source: str) -> Audit:
    """Hold the catalogue against the text it quotes. Periods without a year are in the catalogue's."""
    return audit_against(catalogue, read(source, catalogue.year, catalogue.year))


def audit_against(catalogue: Catalogue, reading: Reading) -> Audit:
    """Hold the catalogue against a text that has been read."""
    source = reading.script.source
    places = Places(reading)
    mentions = account_of(reading)
    pairing = pair(catalogue, reading, places, mentions)
    checked = check_targets(catalogue, desk(reading, places, mentions, pairing))
    parts = parts_of(catalogue, checked, places)
    checked = tuple(check_places(checked, parts, places))
    measures = tuple(check_owners(catalogue, reading, parts))
    covered = covered_by(catalogue.ignore, places)
    numbers = tuple(outcomes(mentions, checked, pairing, covered, source))
    counted = tuple(number for number in numbers if is_number(number.mention))
    drawn = tuple(number for number in numbers if not is_number(number.mention))
    return Audit(
        catalogue=catalogue,
        source=source,
        numbers=counted,
        targets=checked,
        measures=measures,
        words_of_time=drawn,
        problems=tuple(complaints(catalogue, checked, measures, counted, source)),
    )
