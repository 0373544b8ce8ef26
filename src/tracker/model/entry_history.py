"""What a log tells of an entry, and which entries somebody wants to be told of."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tracker.model.entry import Entry, Stated, Verdict, Withdrawal
from tracker.model.quantity import ExactNumber
from tracker.model.supervision import Statement
from tracker.model.typed import folded


@dataclass(frozen=True, slots=True)
class EntryHistory:
    """One entry, the value it led to (None where it does not count), and what took it out of the sums.

    `verdict` is the latest judgement of it by a second unit, if there is any.
    """

    entry: Entry
    value: ExactNumber | None
    void: Withdrawal | None
    verdict: Verdict | None = None


class EntryFilter(NamedTuple):
    """Which entries are wanted; empty or None means all. `limit` 0 means no limit."""

    targets: frozenset[str] = frozenset()
    by: str | None = None  # a part of the reporting unit's name
    since: date | None = None
    until: date | None = None
    limit: int = 0

    def takes(self, entry: Entry | Stated[Statement]) -> bool:
        """Whether an entry, or what is said beside figures, is wanted, limit aside."""
        report = entry.report
        return (
            (not self.targets or entry.target in self.targets)
            and (self.by is None or folded(self.by) in folded(report.by))
            and (self.since is None or report.date >= self.since)
            and (self.until is None or report.date <= self.until)
        )
