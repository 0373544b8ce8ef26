"""What a catalogue that was carried into another year must say of its text, which is of the year before."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.draft.audit.comparison import Difference
from tracker.draft.audit.results import Audit, Outcome
from tracker.problems import Path


@dataclass(frozen=True, slots=True)
class Reasons:
    """What is to be said so that the text of the year before does not contradict the new catalogue.

    `differs` are the checks of a target, by its place, for which it then gives a reason; `ignore` are words
    of the text whose numbers belonged to targets that ended.
    """

    differs: Mapping[Path, tuple[str, ...]]
    ignore: tuple[str, ...]


def reasons(before: Audit, after: Audit) -> Reasons:
    """The reasons that the new catalogue owes, by comparing its audit with that of the year before.

    What was open or different in the year before stays open: it is no matter of the new year.
    """
    were = {one.target.id: one for one in before.targets}
    differs = {}
    for one in after.targets:
        old = were.get(one.target.id)
        known = _checks(old.differs) if old else set()
        owed = _checks((*one.agreed, *one.differs)) - known
        if one.statement is not None and owed != set(one.target.differs):
            differs[one.target.place] = tuple(sorted(owed))
    return Reasons(differs, _ended(before, after))


def _checks(differences: tuple[Difference, ...]) -> set[str]:
    return {difference.check.value for difference in differences}


def _ended(before: Audit, after: Audit) -> tuple[str, ...]:
    """The quotes of targets that are left out whose numbers are nobody's now."""
    left = {one.target.id for one in after.targets}
    quotes = {one.target.id: one.target.quote for one in before.targets if one.target.id not in left}
    opened = {number.entry.start for number in after.numbers if number.outcome is Outcome.OPEN}
    owners = (
        target
        for number in before.numbers
        if number.entry.start in opened and number.outcome is not Outcome.OPEN
        for target in number.targets
    )
    return tuple(dict.fromkeys(quotes[target] for target in owners if target in quotes))
