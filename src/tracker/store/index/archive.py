"""The reports that the index holds, by day and by name, and what withdrew which of their entries."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from tracker.model.admission import entry_of
from tracker.model.entry import Entry, Report, Void
from tracker.store.index.codec import roll_of
from tracker.store.index.database import Kind
from tracker.store.index.dayread import NO_FILES, Reading, entry_in, unpacked
from tracker.store.index.judge import Judge
from tracker.store.index.pages import Pages
from tracker.store.index.refresh import OUTCOMES
from tracker.store.index.rolls import Roll
from tracker.store.index.sheet import Sheet, line_of
from tracker.store.index.voids import Outcome, Standing, outcomes_of

# The reports of so many days are kept at hand.
_AT_HAND = 8
_REPORTS_AT_HAND = 512


class Archive:
    """Every report of a workspace, as far as it could be read."""

    def __init__(self, pages: Pages, judge: Judge) -> None:
        self.pages = pages
        self.judge = judge
        self._pages: dict[str, str | None] = {}
        self._readings: dict[str, Reading] = {}
        self._reports: dict[str, Report | None] = {}

    @cached_property
    def rolls(self) -> dict[str, Roll]:
        """What each day comes to, by day, in order."""
        return {day: roll_of(text) for day, _, text in self.pages.all(Kind.ROLL)}

    @cached_property
    def outcomes(self) -> dict[str, Outcome]:
        """What came of the voids, by the name of the report they name."""
        return outcomes_of(self.pages.one(Kind.META, OUTCOMES) or "{}")

    @cached_property
    def last_known(self) -> str:
        """The last day on which anything was recorded, in China; empty where nothing was."""
        return max((roll.last_known for roll in self.rolls.values()), default="")

    def reading(self, day: str) -> Reading:
        """The reports of a day."""
        if day not in self._readings:
            while len(self._readings) >= _AT_HAND:
                del self._readings[next(iter(self._readings))]
            page = self._page(day)
            self._readings[day] = unpacked(page) if page else NO_FILES
        return self._readings[day]

    def each_day(self) -> Iterator[tuple[str, Reading]]:
        """All days in order; each is let go before the next is read."""
        for day, _, page in self.pages.all(Kind.DAY):
            yield day, unpacked(page)

    def sheet(self, stem: str) -> Sheet | None:
        """The report of this name as the index keeps it."""
        return self.reading(stem[:10]).sheet(stem)

    def report(self, stem: str) -> Report | None:
        """The report of this name, None where there is none."""
        if stem not in self._reports:
            while len(self._reports) >= _REPORTS_AT_HAND:
                del self._reports[next(iter(self._reports))]
            sheet = self.sheet(stem)
            self._reports[stem] = sheet.report() if sheet else None
        return self._reports[stem]

    def entry(self, ref: str) -> Entry:
        """The entry of this name, which counts; of its report no other line is read.

        Raises LookupError where there is none.
        """
        stem, _, number = ref.partition("#")
        page, n = self._page(stem[:10]), int(number)
        found = entry_in(page, stem, n) if page else None
        if found is None:
            raise LookupError(ref)
        sheet, row = found
        line = line_of(n, row)
        report = replace(sheet.head_of(), entries=(line,))
        return entry_of(line, report, self.judge.catalogue)

    def _page(self, day: str) -> str | None:
        if day not in self._pages:
            while len(self._pages) >= _AT_HAND:
                del self._pages[next(iter(self._pages))]
            self._pages[day] = self.pages.one(Kind.DAY, day)
        return self._pages[day]

    def void(self, standing: Standing, names: str) -> Void:
        """A void that stands; `names` is the report it names."""
        report = self.report(standing.stem)
        line = next((line for line in report.entries if line.n == standing.n), None) if report else None
        if report is None or line is None:
            raise LookupError(standing.stem)
        return Void(names, standing.covers or None, line, report)
