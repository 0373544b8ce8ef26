"""What an assessment asks of a log, which never holds all entries itself."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from tracker.model.entry import Entry, Stated, Verdict, Withdrawal
from tracker.model.entry_history import EntryFilter, EntryHistory
from tracker.model.log import Points
from tracker.model.supervision import Reply, SentNotice


class Log(Protocol):
    """What an assessment asks; it never holds all entries itself."""

    def points(self, target: str, until: date) -> Points:
        """The target's values by day, up to and including `until`."""
        ...

    def entries(self, target: str, until: date, since: date = date.min) -> tuple[Entry, ...]:
        """The target's entries that stand, from `since` up to and including `until`, in order."""
        ...

    def first_known(self, target: str, until: date) -> Mapping[date, date]:
        """By day of its figures, up to `until`, the day on which the first of them was known."""
        ...

    def known_on(self, day: date) -> "Log":
        """The log without what was recorded later than `day`."""
        ...

    def history(self, target: str | None = None) -> tuple[EntryHistory, ...]:
        """Every entry (of one target) with what came of it, in the order in which entries count."""
        ...

    def newest(self, wanted: EntryFilter) -> tuple[tuple[EntryHistory, ...], int]:
        """The newest entries that are wanted, newest first, and how many there are without the limit."""
        ...

    def void_of(self, entry: Entry) -> Withdrawal | None:
        """What took an entry out of the sums, a void or its return; None where it stands."""
        ...

    def verdict_of(self, entry: Entry) -> Verdict | None:
        """What a second unit said last of an entry."""
        ...

    def returned(self, target: str, until: date) -> tuple[tuple[Entry, Verdict], ...]:
        """The target's entries up to `until` that a second unit returned, in order, each with its return."""
        ...

    def verified_only(self) -> "Log":
        """The log without what no second unit has verified."""
        ...

    def recorded_after(self, until: date) -> Mapping[str, Sequence[tuple[Entry, Withdrawal | None]]]:
        """Entries of days up to `until`, recorded after it, by target, with what withdrew them."""
        ...

    def notices(self, until: date) -> tuple[Stated[SentNotice], ...]:
        """The notices that were sent up to and including `until`, in order, none that is withdrawn."""
        ...

    def replies(self, target: str | None, until: date) -> tuple[Stated[Reply], ...]:
        """What units replied (of one target) up to including `until`, in order, none that is withdrawn."""
        ...
