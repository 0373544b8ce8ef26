"""Figures that a second unit returned and that are owed again: which, by whom, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.assess.assessment import Assessment
from tracker.assess.reporting import Owed
from tracker.assess.returns import missing_increments
from tracker.model.entry import Entry, Verdict
from tracker.model.quantity import Quantity
from tracker.report.scope import Scope
from tracker.report.values import Phrase, Record


@dataclass(frozen=True, slots=True)
class Returned:
    """The latest figure of a target that was returned and is owed again."""

    assessment: Assessment
    entry: Entry
    verdict: Verdict

    @property
    def facts(self) -> Record:
        """What is said of it."""
        target, line = self.assessment.target, self.entry.line
        number = line.total if line.total is not None else line.add
        return {
            "id": target.id,
            "number": target.number,
            "name": target.name,
            "day": self.entry.report.date,
            "value": line.stage if number is None else Quantity(number, line.unit or target.unit),
            "by": self.verdict.report.by,
            "reason": self.verdict.line.reason,
            "entry": self.entry.ref,
            "verdict": self.verdict.ref,
        }


def returned_of(scope: Scope, owing: Iterable[tuple[Assessment, Owed]]) -> dict[str, Returned]:
    """By target, what was returned of the periods that are owed."""
    found: dict[str, Returned] = {}
    for assessment, owed in owing:
        missing = missing_increments(scope.log, assessment, scope.as_of)
        for entry, verdict in scope.log.returned(assessment.target.id, scope.as_of):
            if entry.report.date >= owed.first.start and (entry.add is None or entry in missing):
                found[assessment.target.id] = Returned(assessment, entry, verdict)
    return found


def returned_phrase(returned: dict[str, Returned]) -> Iterator[Phrase]:
    """What is owed again, in one sentence; nothing where nothing is."""
    if returned:
        each = tuple(Phrase("due.returned-one", one.facts) for one in returned.values())
        yield Phrase("due.returned", {"count": len(each), "targets": each})
