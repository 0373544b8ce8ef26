"""Bringing pages up to date: days are taken over, voids weighed, days of withdrawn entries rolled anew."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from tracker.store.index.codec import roll_of, roll_text
from tracker.store.index.database import Kind, Page
from tracker.store.index.dayread import sheet_in, unpacked
from tracker.store.index.judge import Judge
from tracker.store.index.pages import Pages
from tracker.store.index.rolls import Record, Roll, roll
from tracker.store.index.series import baseless, page_of, records_in
from tracker.store.index.sheet import Sheet
from tracker.store.index.state import State, state_of, state_text
from tracker.store.index.voids import (
    NONE,
    Outcome,
    declared,
    named_by,
    outcome_of,
    outcomes_of,
    outcomes_text,
)
from tracker.store.index.workers import Done

STATE, OUTCOMES = "state", "outcomes"
Watch = Callable[[int], None]
# By target, what became of its record on some days; None takes it away.
_Patch = dict[str, dict[str, Record | None]]
# Numbers of entries by the name of their report.
_Numbers = dict[str, frozenset[int]]


def rolled_again(pages: Pages, days: Iterable[str], judge: Judge) -> Iterator[Done]:
    """Days as they were read once, seen on another day or under another catalogue."""
    for day in days:
        page, text = pages.one(Kind.DAY, day), pages.one(Kind.ROLL, day)
        if page is not None and text is not None:
            before, reading = roll_of(text), unpacked(page)
            found = roll(day, reading.sheets, judge)
            yield Done(
                day, folder_of(day), page, found._replace(unreadable=before.unreadable, form=before.form)
            )


def folder_of(day: str) -> str:
    """The folder of the reports of a day."""
    return f"progress/{day[:4]}/{day[5:7]}"


class Refresh:
    """One round of bringing pages up to date; `empty` says that there is nothing in them yet."""

    def __init__(self, pages: Pages, judge: Judge, *, empty: bool = False) -> None:
        self._pages = pages
        self._judge = judge
        self._empty = empty
        self._outcomes: dict[str, Outcome] = outcomes_of(pages.one(Kind.META, OUTCOMES) or "{}")
        self._rolls: dict[str, Roll] = {}
        self._renewed: set[str] = set()  # days taken over
        self._at_hand: dict[str, str | None] = {}  # the page of the day asked for last
        self._named: set[str] = set()  # reports that a void of these days names, or named

    def run(self, read: Iterable[Done], watch: Watch) -> State:
        """Take over what was read, day by day in order; then see what that changes elsewhere."""
        folder = ""
        patch: _Patch = {}
        for done in read:
            if done.folder != folder:
                self._write(folder, patch)
                folder, patch = done.folder, {}
            self._take(done, patch)
            watch(done.files)
        self._write(folder, patch)
        self._rolls = {day: roll_of(text) for day, _, text in self._pages.all(Kind.ROLL)}
        self._withdraw()
        return self._conclude()

    def _take(self, done: Done, patch: _Patch) -> None:
        day = done.day
        before = None if self._empty else self._pages.one(Kind.ROLL, day)
        if before is not None:
            self._named.update(map(named_by, roll_of(before).voids))
            for target in _targets(unpacked(self._pages.one(Kind.DAY, day) or "").sheets):
                patch.setdefault(target, {})[day] = None
        self._named.update(map(named_by, done.roll.voids))
        self._renewed.add(day)
        text = None if done.page is None else roll_text(done.roll)
        self._pages.put([Page(Kind.DAY, day, "", done.page), Page(Kind.ROLL, day, "", text)])
        for target, record in done.roll.records.items():
            patch.setdefault(target, {})[day] = record

    def _write(self, folder: str, patch: _Patch) -> None:
        """Write the records of one folder: each target's page without what was, with what is."""
        pages: list[Page] = []
        for target, days in patch.items():
            page = None if self._empty else self._pages.one(Kind.SERIES, target, folder)
            known = dict(records_in(page)) if page else {}
            merged: Mapping[str, Record | None] = {**known, **days}
            records = {day: record for day, record in merged.items() if record is not None}
            if records or page:
                pages.append(Page(Kind.SERIES, target, folder, page_of(records) if records else None))
        self._pages.put(pages)

    def _withdraw(self) -> None:
        """Roll the days anew in which entries are withdrawn, or are no longer."""
        folder = ""
        patch: _Patch = {}
        self._empty = False
        for day, entries in sorted(self._weighed().items()):
            if folder_of(day) != folder:
                self._write(folder, patch)
                folder, patch = folder_of(day), {}
            self._roll_anew(day, entries, patch)
        self._write(folder, patch)

    def _weighed(self) -> dict[str, _Numbers]:
        """Weigh the voids that name what was renewed, or stand in it; by day, the entries concerned."""
        groups = declared(self._rolls.values())
        concerned: dict[str, _Numbers] = {}
        for stem in sorted(self._named | groups.keys() | self._outcomes.keys()):
            day = stem[:10]
            if stem not in self._named and day not in self._renewed:
                continue
            before = self._outcomes.pop(stem, NONE)
            after = outcome_of(stem, groups[stem], self._sheet) if stem in groups else NONE
            if after != NONE:
                self._outcomes[stem] = after
            numbers = after.numbers if day in self._renewed else after.numbers ^ before.numbers
            if numbers:
                concerned.setdefault(day, {})[stem] = numbers
        return concerned

    def _sheet(self, stem: str) -> Sheet | None:
        day = stem[:10]
        if day not in self._at_hand:
            self._at_hand = {day: self._pages.one(Kind.DAY, day)}
        page = self._at_hand[day]
        return sheet_in(page, stem) if page else None

    def _roll_anew(self, day: str, entries: _Numbers, patch: _Patch) -> None:
        """Roll a day without what is withdrawn; where nothing contradicts, only the targets concerned."""
        before, page = self._rolls.get(day), self._pages.one(Kind.DAY, day)
        if before is None or page is None:
            return
        reading = unpacked(page)
        withdrawn = {stem: found.numbers for stem, found in self._outcomes.items() if stem.startswith(day)}
        if before.ordered:
            targets = {
                row[0]
                for stem, numbers in entries.items()
                if (sheet := reading.sheet(stem))
                for n, row in zip(sheet.numbers(), sheet.rows, strict=True)
                if n in numbers
            }
            after = roll(day, reading.of(targets), self._judge, withdrawn)
            others = [target for target in before.baseless if target not in targets]
            self._rolls[day] = before._replace(baseless=(*others, *after.baseless))
        else:
            targets = _targets(reading.sheets)
            after = roll(day, reading.sheets, self._judge, withdrawn)
            self._rolls[day] = after._replace(unreadable=before.unreadable, form=before.form)
        for target in targets:
            patch.setdefault(target, {})[day] = after.records.get(target)
        if self._rolls[day] != before:
            self._pages.put([Page(Kind.ROLL, day, "", roll_text(self._rolls[day]))])

    def _conclude(self) -> State:
        targets = sorted({target for found in self._rolls.values() for target in found.baseless})
        lost = [
            (target, ref)
            for target in targets
            for ref in baseless(
                record for _, page in self._pages.parts(Kind.SERIES, target) for record in records_in(page)
            )
        ]
        state = state_of(self._rolls.values(), self._outcomes, lost, self._judge.now)
        self._pages.put(
            [
                Page(Kind.META, OUTCOMES, "", outcomes_text(self._outcomes)),
                Page(Kind.META, STATE, "", state_text(state)),
            ]
        )
        return state


def _targets(sheets: Iterable[Sheet]) -> set[str]:
    return {row[0] for sheet in sheets for row in sheet.rows if row[0]}
