"""For each number that an audit leaves open: the target it would be, as YAML, and the line for `ignore:`."""

from collections.abc import Iterator
from dataclasses import replace

from tracker.draft.audit.findings import around
from tracker.draft.audit.results import Audit, Outcome
from tracker.draft.catalogue import propose
from tracker.draft.document import scalar, target_lines
from tracker.draft.ids import id_of
from tracker.draft.reading import read
from tracker.words import Words


def stubs(audit: Audit, words: Words) -> Iterator[str]:
    """Lines to copy into the catalogue, in the order of the text; ids are none that it has."""
    catalogue = audit.catalogue
    proposal = propose(read(audit.original, catalogue.year, catalogue.year))
    known = {target.at: target for target in (*(left.target for left in proposal.left), *proposal.targets)}
    used = {target.id for target in catalogue.targets}
    for number in audit.numbers:
        if number.outcome is not Outcome.OPEN:
            continue
        facts = {"line": number.entry.line, "number": number.entry.text}
        yield f"# {words('audit.stub', facts)}"
        if target := known.get(number.entry.start):
            name = id_of(target.measure, target.name, target.kind, target.unit, used)
            used.add(name)
            yield from target_lines(replace(target, id=name), catalogue.year, words)
        shown = scalar(around(number, audit.original).strip("…"))
        yield f"# ignore:\n# - {{words: {shown}, reason: {words('audit.stub.why')}}}\n"
