"""The reports that the index holds, as the commands ask for them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tracker.model.entry import Report
from tracker.problems import Problem
from tracker.store.holdings import Head, Trial, new_problems
from tracker.store.index.archive import Archive
from tracker.store.index.dayread import KEPT, Reading, packed
from tracker.store.index.log import IndexedLog
from tracker.store.index.pages import Overlay
from tracker.store.index.refresh import Refresh, folder_of
from tracker.store.index.rolls import roll
from tracker.store.index.sheet import bare, kept
from tracker.store.index.state import State
from tracker.store.index.workers import Done


class Indexed:
    """The reports of a workspace, read only as far as somebody asks."""

    def __init__(self, archive: Archive, state: State) -> None:
        self._archive = archive
        self._state = state

    def report(self, stem: str) -> Report | None:
        """The report of this name, None where there is none."""
        return self._archive.report(stem)

    def dates(self) -> Sequence[date]:
        """The days that reports are of."""
        return [date.fromisoformat(day) for day, rolled in self._archive.rolls.items() if rolled.files]

    def heads(self) -> Iterator[Head]:
        """The head of every report."""
        for day, reading in self._archive.each_day():
            for sheet in reading.sheets:
                yield Head(bare(sheet.source) or None, bare(sheet.by), date.fromisoformat(day))

    def trial(self, fresh: Sequence[Report], form: Iterable[Problem]) -> Trial:
        """What would come of reports that are not there yet; `form` is what is wrong with their form."""
        overlay = Overlay(self._archive.pages)
        judge = self._archive.judge
        by_day: dict[str, list[Report]] = {}
        for report in fresh:
            by_day.setdefault(report.date.isoformat(), []).append(report)
        done = [self._with(day, by_day[day]) for day in sorted(by_day)]
        state = Refresh(overlay, judge).run(done, lambda _: None)
        archive = Archive(overlay, judge)
        entries = [
            entry
            for report in fresh
            if report.date <= judge.today and (sheet := archive.sheet(report.stem))
            for line, row in zip(report.entries, sheet.rows, strict=True)
            if row[0] and (entry := judge.entry(sheet, line, row, report))
        ]
        problems = new_problems(self._state.problems, (*form, *state.problems))
        return Trial(tuple(entries), problems, IndexedLog(archive))

    def close(self) -> None:
        """Let go of the index: until then no other process can change it."""
        self._archive.pages.close()

    def _with(self, day: str, fresh: Sequence[Report]) -> Done:
        there = self._archive.reading(day)
        texts = there.texts | {report.stem: (KEPT, kept(report)) for report in fresh}
        reading = Reading(there.unreadable, there.problems, texts)
        rolled = roll(day, reading.sheets, self._archive.judge)
        rolled = rolled._replace(unreadable=there.unreadable, form=there.problems)
        return Done(day, folder_of(day), packed(reading), rolled)
